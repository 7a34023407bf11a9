// issued_by: a document and who issued it. Label: the verb.
//
//   中共中央、国务院印发《关于…的意见》      names, a verb, the document
//   《…条例》由国务院公布, 由…印发的《…》   the passive
//   中共中央 国务院关于…的意见             the letter-head: names that end where the document's title begins with 关于
import type { Span } from "../../lib/span.ts";
import type { RelationGrammar } from "./grammar.ts";
import { listBefore, type Scene } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

const VERB = "(?:制定(?:并)?(?:印发|发布)|印发|发布|公布|颁布|出台|下发|颁发|发出)(?:了)?";
const TIME =
  "(?:\\d{1,2}(?:月\\d{1,2})?日|今天|今日|昨日|昨天|近日|日前|近期|此前|正式|联合|共同|先后|专门|决定|已|等(?:\\S{0,3}部门)?|等\\S{0,4}单位|[(][^()]{1,12}[)])*";
const BEFORE = new RegExp(`^(${TIME})(${VERB})(?:第\\d+号)?(?:新修订的|修订后的|修订的|首个|首部)?[“《]?$`);
const AFTER = /^[”》]?(?:[,，]?(?:日前|近日|今天|已))?由$/;

const isDocument = (scene: Scene, { type, start, end, name }: Named): boolean =>
  type === "program" &&
  (scene.text[start - 1] === "《" ||
    scene.text[start] === "《" ||
    /^关于/.test(name) ||
    /(?:意见|办法|条例|规划|纲要|方案|计划|通知|决定|规定|白皮书|公报|宣言|法)$/.test(name)) &&
  end > start &&
  !isPart(scene, end);

/** “西部计划”工作指引: the mark ends and the phrase goes on, so that the name is not what is issued. */
function isPart({ text, context }: Scene, end: number): boolean {
  const at = /^[”]/.test(text.slice(end)) || text[end - 1] === "”" ? text.indexOf("”", end - 1) + 1 : end;
  if (text[at] === "》" || text[at - 1] === "》") return false;
  return /^(?:n|vn|b|j|l)/.test(context.tokens[context.tokenAt[at]!]?.tag ?? "");
}

function byVerb(scene: Scene, document: Named): Statement[] {
  const before = scene.names.findLast(({ end }) => end <= document.start);
  if (before?.type !== "agency") return [];
  const match = BEFORE.exec(scene.text.slice(before.end, document.start));
  if (!match) return [];
  const at = before.end + match[1]!.length;
  const words: Span[] = [[at, at + match[2]!.length]];
  return issuers(scene, before.end).map((object) => ({ subject: document, object, words }));
}

/** The coordinated bodies that end at `end`; a longer phrase with 和 before a verb is fine: each of them issued it. */
const issuers = (scene: Scene, end: number): Named[] => listBefore(scene, end, "agency");

function byPassive(scene: Scene, document: Named): Statement[] {
  const { text } = scene;
  const out: Statement[] = [];
  const next = scene.names.find(({ start }) => start >= document.end);
  if (next?.type === "agency" && AFTER.test(text.slice(document.end, next.start))) {
    let last = next;
    for (
      let follow = scene.names.find(({ start }) => start >= last.end);
      follow?.type === "agency" && /^(?:、|和|与)$/.test(text.slice(last.end, follow.start));
    ) {
      last = follow;
      follow = scene.names.find(({ start }) => start >= last.end);
    }
    const verb = new RegExp(`^(${TIME})(${VERB})`).exec(text.slice(last.end, last.end + 24));
    const at = last.end + (verb?.[1]?.length ?? 0);
    if (verb)
      out.push(
        ...issuers(scene, last.end).map((object) => ({
          subject: document,
          object,
          words: [[at, at + verb[2]!.length] as Span],
        })),
      );
  }
  const before = scene.names.findLast(({ end }) => end <= document.start);
  if (before?.type !== "agency") return out;
  const verb = new RegExp(`^(${TIME})(${VERB})的[“《]?$`).exec(text.slice(before.end, document.start));
  const list = verb ? issuers(scene, before.end) : [];
  if (!verb || text[(list[0]?.start ?? 0) - 1] !== "由") return out;
  const at = before.end + verb[1]!.length;
  return [
    ...out,
    ...list.map((object) => ({ subject: document, object, words: [[at, at + verb[2]!.length] as Span] })),
  ];
}

/** 国务院关于…的意见, 国务院办公厅关于印发《…》的通知: the bodies are the first words of a line or of a title in 《》. */
function byLetterHead(scene: Scene, document: Named): Statement[] {
  const { text } = scene;
  if (!/^《?关于/.test(text.slice(document.start, document.start + 3))) return [];
  const at = text.slice(document.start - 1, document.start) === "\n" ? document.start - 1 : document.start;
  const list = issuers(scene, at);
  const first = list[0]?.start ?? 0;
  if (list.length === 0 || (first > 0 && !/[\n《“。]/.test(text[first - 1]!))) return [];
  const words: Span[] = [
    [
      document.start + text.slice(document.start).indexOf("关于"),
      document.start + text.slice(document.start).indexOf("关于") + 2,
    ],
  ];
  return list.map((object) => ({ subject: document, object, words }));
}

export const issuedByGrammar: RelationGrammar = {
  predicate: "issued_by",
  summary: "印发, 发布 with their bodies before a document, the passive, letter-heads",
  run: (scene) =>
    scene.names
      .filter((name) => isDocument(scene, name))
      .flatMap((document) => [
        ...byVerb(scene, document),
        ...byPassive(scene, document),
        ...byLetterHead(scene, document),
      ]),
};
