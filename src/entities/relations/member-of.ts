// member_of: states and bodies in an organisation. Label: the word 成员国 with what is said of it.
//
//   欧盟成员国德国、法国             the organisation, the word, a list
//   德国、法国等欧盟成员国           the list, the organisation, the word
//   德国是欧盟(的)创始成员国         a verb between
//   从中国、俄罗斯…6个创始成员国     a list of states and the word; the organisation is the only one that the sentence names
import type { Span } from "../../lib/span.ts";
import type { RelationGrammar } from "./grammar.ts";
import { listBefore, listFrom, namesIn, type Scene, sentenceAround } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

const WORD = /(?:创始|正式|新|候选|观察员|轮值主席)?(?:成员国|观察员国|对话伙伴国|理事国|缔约国)/g;
/** Before the word: its number. */
const COUNT = /的?(?:第?(?:\d+|[一二三四五六七八九十两]+)个)?$/;
/** Between a list or a state and its organisation; 成为 alone may be a wish. */
const LINK = /(?:等|(?:均|都|同)?(?:为|(?<!不)是)|作为|系|(?:正式|已)成为)(?:国)?的?$/;

/** What the word says, unless it speaks of those that are no members yet. */
function wordsAt(scene: Scene): Span[] {
  return [...scene.text.matchAll(WORD)]
    .filter(([word]) => !/^(?:候选|轮值)/.test(word))
    .map((match) => [match.index, match.index + match[0].length]);
}

const isStates = ({ context }: Scene, list: readonly Named[]): boolean =>
  list.every(({ name }) => context.resources.forms.get(name)?.some(({ kind }) => kind === "country"));

/** States of a coordination, or none if one of them is no state. */
const states = (scene: Scene, list: readonly Named[]): readonly Named[] => (isStates(scene, list) ? list : []);

/** 欧盟成员国德国、法国; 德国、法国等欧盟成员国; 德国是欧盟成员国 */
function beside(scene: Scene, organisation: Named, [, end]: Span): readonly Named[] {
  const { text } = scene;
  const listed = /^(?:包括|有|为|是|:|——)?/.exec(text.slice(end, end + 2))![0];
  const after = listFrom(scene, end + listed.length, "place");
  const link = LINK.exec(text.slice(Math.max(0, organisation.start - 5), organisation.start));
  const before = link ? listBefore(scene, organisation.start - link[0].length, "place") : [];
  return [...states(scene, after), ...states(scene, before)];
}

/** 从中国、俄罗斯6个创始成员国…, 上合组织已成为…: the sentence names one organisation only. */
function inSentence(scene: Scene, [start]: Span, at: number): { list: readonly Named[]; organisation: Named } | null {
  const list = states(
    scene,
    listBefore(scene, at - /(?:等国?)?$/.exec(scene.text.slice(Math.max(0, at - 2), at))![0].length, "place"),
  );
  const [from, to] = sentenceAround(scene, start);
  const bodies = namesIn(scene, from, to).filter(
    ({ type, start, end }) => type === "agency" && start >= from && end <= to,
  );
  const isOne = new Set(bodies.map(({ name }) => name)).size === 1;
  return isOne && list.length >= 2 ? { list, organisation: bodies[0]! } : null;
}

function memberships(scene: Scene, word: Span): Statement[] {
  const at = word[0] - COUNT.exec(scene.text.slice(Math.max(0, word[0] - 8), word[0]))![0].length;
  const organisation = scene.endingAt.get(at);
  const found =
    organisation?.type === "agency"
      ? { organisation, list: beside(scene, organisation, word) }
      : inSentence(scene, word, at);
  return (found?.list ?? []).map((subject) => ({ subject, object: found!.organisation, words: [word] }));
}

export const memberOfGrammar: RelationGrammar = {
  predicate: "member_of",
  summary: "成员国 with the organisation and its list",
  run: (scene) => wordsAt(scene).flatMap((word) => memberships(scene, word)),
};
