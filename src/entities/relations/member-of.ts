// member_of: states and bodies in an organisation. Label: the word 成员国 with what is said of it.
//
//   欧盟成员国德国、法国             the organisation, the word, a list
//   德国、法国等欧盟成员国           the list, the organisation, the word
//   德国是欧盟(的)创始成员国         a verb between
//   从中国、俄罗斯…6个创始成员国     a list of states and the word; the organisation is the only one that the sentence names
import type { Span } from "../../lib/span.ts";
import type { RelationGrammar } from "./grammar.ts";
import { listBefore, listFrom, type Scene, sentenceAround } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

const WORD = /(?:创始|正式|新|候选|观察员|轮值主席)?(?:成员国|观察员国|对话伙伴国|成员单位|理事国|缔约国)/g;

const isMember = (name: Named): boolean => name.type === "place" || name.type === "agency";

/** What the word says, unless it speaks of those that are no members yet. */
function wordsAt(scene: Scene): { start: number; end: number }[] {
  return [...scene.text.matchAll(WORD)]
    .filter(([word]) => !/^候选|^轮值/.test(word))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The organisation that ends where the word begins: 欧盟|(的)(27个)创始成员国. */
function organisationBefore(scene: Scene, at: number): Named | null {
  const name = scene.names.findLast(({ end }) => end <= at);
  if (name?.type !== "agency") return null;
  return /^的?(?:\d+个|[一二三四五六七八九十两]+个)?$/.test(scene.text.slice(name.end, at)) ? name : null;
}

function statementsOf(members: readonly Named[], object: Named, word: Span): Statement[] {
  return members.filter((member) => member !== object).map((subject) => ({ subject, object, words: [word] }));
}

/** The list that a word follows: A、B(等)(6个)创始成员国. */
function listAhead(scene: Scene, at: number): Named[] {
  const before = /(?:等(?:国)?)?(?:\d+个|[一二三四五六七八九十两]+个)?$/.exec(
    scene.text.slice(Math.max(0, at - 6), at),
  )![0];
  const list = listBefore(scene, at - before.length, "place");
  return list.length >= 2 && isStates(scene, list) ? list : [];
}

const isStates = ({ context }: Scene, list: readonly Named[]): boolean =>
  list.every(({ name }) => context.resources.forms.get(name)?.some(({ kind }) => kind === "country"));

function memberships(scene: Scene, { start, end }: { start: number; end: number }): Statement[] {
  const word: Span = [start, end];
  const organisation = organisationBefore(scene, start);
  if (organisation) {
    const listed = /^(?:包括|有|为|是|:|：|——)?/.exec(scene.text.slice(end, end + 2))![0];
    const after = listFrom(scene, end + listed.length, "place");
    const ahead = /(?:等|(?<!成)为|是|作为|系)(?:国)?的?$/.exec(
      scene.text.slice(Math.max(0, organisation.start - 3), organisation.start),
    );
    const before = ahead ? listBefore(scene, organisation.start - ahead[0].length, "place") : [];
    return statementsOf(
      [...(isStates(scene, after) ? after : []), ...(isStates(scene, before) ? before : [])],
      organisation,
      word,
    );
  }
  const list = listAhead(scene, start);
  if (list.length === 0) return [];
  const [from, to] = sentenceAround(scene, start);
  const bodies = scene.names.filter(
    (name) => isMember(name) && name.type === "agency" && name.start >= from && name.end <= to,
  );
  return new Set(bodies.map(({ name }) => name)).size === 1 ? statementsOf(list, bodies[0]!, word) : [];
}

export const memberOfGrammar: RelationGrammar = {
  predicate: "member_of",
  summary: "成员国 with the organisation and its list",
  run: (scene) => wordsAt(scene).flatMap((word) => memberships(scene, word)),
};
