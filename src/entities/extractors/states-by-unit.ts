// One unit for a state where it stands as a noun of its own: 俄称, 乌总统, 访华, 对美出口. What is a part of a longer word (俄军,
// 中美关系) is none; which state a unit means, the text says (states.ts).
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { stateByUnit } from "../states.ts";

/** Behind it: what a state says and does, and who holds its offices. */
const SUBJECT =
  /[\u3400-\u9fff](?=(?:称|媒称|总统|总理|首相|国王|外长|防长|财长|副总统|副总理|副外长|外交大臣|国防大臣|外交部长|国防部长|总参谋长|反对(?!党)|主张|拒绝|宣布|重申|警告|敦促|呼吁|预测|多次|拦截|加征)(?!部))/g;
/** In front of it: where one goes, what one does to it. */
const OBJECT = /(?<=[对访来驻援抵赴自回反离在向涉])[\u3400-\u9fff]/g;
/** 来华, 驻华使节: words to jieba. */
const ONE_WORD = /^(?:[对访来驻援抵赴涉在][华美俄日韩欧英法德]|驻华(?:大使|使节|使馆|大使馆))$/;
/** 在以习近平同志为核心的, 自以为, 对老百姓; 援华计划. */
const NOT_BEHIND = /^(?:[在对自来向][以老加法也古土海]|[离回来][老海日]|在[美英法德日])$/;

function isOwnWord({ tokens, tokenAt, wordStart }: Context, at: number): boolean {
  const { word } = tokens[tokenAt[at]!]!;
  if (ONE_WORD.test(word)) return true;
  return wordStart[at + 1] === 1 && wordStart[at] === 1;
}

/** Whether a mark, a line or a blank stands in front: 击落无人机 乌称. No date: 1日称. */
const opensPhrase = ({ text, blank }: Context, at: number): boolean =>
  blank[at] === 1 || !/[\u3400-\u9fff0-9]/.test(text[at - 1] ?? "");

/** Cost: two passes over the text. */
export function statesByUnit(context: Context): Candidate[] {
  const { text, wordStart } = context;
  const out: Candidate[] = [];
  const add = (start: number): void => {
    const name = stateByUnit(context, text[start]!);
    if (name !== null)
      out.push({
        start,
        end: start + 1,
        type: "place",
        name,
        score: 0.85,
        extractor: "local",
        rule: "short-form",
        kind: "country",
      });
  };
  for (const { index } of text.matchAll(SUBJECT)) {
    // 中俄总理定期会晤: two states, of what they have together.
    if (
      wordStart[index - 1] === 1 &&
      (text[index - 1] === "中" || stateByUnit(context, text[index - 1] ?? "") !== null)
    )
      continue;
    const own = wordStart[index] === 1 && wordStart[index + 1] === 1 && !/[称日]/.test(text.slice(index, index + 2));
    if (own || opensPhrase(context, index)) add(index);
  }
  for (const { index } of text.matchAll(OBJECT))
    if (isOwnWord(context, index) && !NOT_BEHIND.test(text.slice(index - 1, index + 1))) add(index);
  return out;
}
