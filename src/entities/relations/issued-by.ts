// issued_by: a document and who issued it. Label: the verb.
//
//   中共中央、国务院印发《关于…的意见》      names, a verb, the document
//   《…条例》由国务院公布, 由…印发的《…》   the passive
//   中共中央 国务院关于…的意见             the letter-head: names that end where the document's title begins with 关于
import type { Span } from "../../lib/span.ts";
import type { RelationGrammar } from "./grammar.ts";
import { listBefore, listFrom, nameBefore, nameBehind, type Scene } from "./scene.ts";
import type { Named, Statement } from "./types.ts";

const VERB = "(?:制定(?:并)?(?:印发|发布)|印发|发布|公布|颁布|出台|下发|颁发|发出)(?:了)?";
const TIME =
  "(?:\\d{1,2}(?:月\\d{1,2})?日|今天|今日|昨日|昨天|近日|日前|近期|此前|正式|联合|共同|先后|专门|决定|已|等(?:\\S{0,3}部门)?|等\\S{0,4}单位|[(][^()]{1,12}[)])*";
/** From the bodies to the document, from the bodies to the end of a passive, and its head. */
const ACTIVE = new RegExp(`^(${TIME})(${VERB})(的?)(?:第\\d+号)?(?:新修订的|修订后的|修订的|首个|首部)?[“《]?$`);
const PASSIVE = new RegExp(`^(${TIME})(${VERB})`);
const BY = /^[”》]?(?:[,，]?(?:日前|近日|今天|已))?由$/;
const KIND = /(?:意见|办法|条例|规划|纲要|方案|计划|通知|决定|规定|白皮书|公报|宣言|法)$/;

function isDocument(scene: Scene, { type, start, end, name }: Named): boolean {
  const inMarks = scene.text[start - 1] === "《" || scene.text[start] === "《";
  return type === "program" && (inMarks || /^关于/.test(name) || KIND.test(name)) && !isPart(scene, end);
}

/** “西部计划”工作指引: the mark ends and the phrase goes on, so that the name is not what is issued. */
function isPart({ text, context }: Scene, end: number): boolean {
  const at = text[end] === "”" ? end + 1 : end;
  if (text[at] === "》" || text[at - 1] === "》") return false;
  return /^(?:n|vn|b|j|l)/.test(context.tokens[context.tokenAt[at]!]?.tag ?? "");
}

/** Each of the coordinated bodies that end at `end` issued the document; `verb` follows them, its time first. */
function issued(scene: Scene, document: Named, end: number, verb: RegExpExecArray): Statement[] {
  const at = end + verb[1]!.length;
  const words: Span[] = [[at, at + verb[2]!.length]];
  return listBefore(scene, end, "agency").map((object) => ({ subject: document, object, words }));
}

/** 国务院近日印发《…》, 由国务院印发的《…》: 的 without 由 only tells of a document, perhaps another's. */
function byVerb(scene: Scene, document: Named): Statement[] {
  const before = nameBefore(scene, document.start);
  const verb = before?.type === "agency" ? ACTIVE.exec(scene.text.slice(before.end, document.start)) : null;
  if (!before || !verb) return [];
  const first = listBefore(scene, before.end, "agency")[0]!;
  return verb[3] === "的" && scene.text[first.start - 1] !== "由" ? [] : issued(scene, document, before.end, verb);
}

/** 《…》由教育部、财政部公布 */
function byPassive(scene: Scene, document: Named): Statement[] {
  const next = nameBehind(scene, document.end);
  if (!next || !BY.test(scene.text.slice(document.end, next.start))) return [];
  const end = listFrom(scene, next.start, "agency").at(-1)?.end;
  const verb = end === undefined ? null : PASSIVE.exec(scene.text.slice(end, end + 24));
  return verb ? issued(scene, document, end!, verb) : [];
}

/** 国务院关于…的意见: the bodies are the first words of a line, or of a title in 《》. */
function byLetterHead(scene: Scene, document: Named): Statement[] {
  const { text } = scene;
  const about = text.indexOf("关于", document.start);
  if (about < 0 || about > document.start + 1) return [];
  const at = text[document.start - 1] === "\n" ? document.start - 1 : document.start;
  const list = listBefore(scene, at, "agency");
  const first = list[0]?.start ?? 0;
  if (first > 0 && !/[\n《“。]/.test(text[first - 1]!)) return [];
  return list.map((object) => ({ subject: document, object, words: [[about, about + 2]] }));
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
