// Whom a body sends is no part of its name; who is sent by all has a name of their own.
//
//   越南共产党|代表团     国家防总|工作组     西藏军区总医院|医疗队       the body alone (settle/votes.ts weighs the longer one down)
//   中央慰问组           全国少数民族参观团                             whole
//   石油输出国组织(欧佩克)                                            a body and its short form in brackets: whole
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Extractor } from "./extractor.ts";

/** People whom a body sends, behind what closes a body's name. */
const SENT =
  /(?<=[党会院行局委社署]|(?<!干)部|议会|政府|防总|指挥部|医院|集团|公司)(?:代表团|工作组|工作队|医疗队|董事会|监事会|考察团|慰问团|访问团|原党组)$/;

/** Whether the words are a body and whom it sends, or what it formerly was: 上海市政协原党组. */
export const isSentByBody = (words: string): boolean => SENT.test(words);

const OF_ALL =
  /(?:中央|全国|国务院)(?:[\u3400-\u9fff]{2,8})?(?:参观团|慰问组|慰问团|观礼团|宣讲团|督导组|督察组|督查组|指导组|调查组)/g;
const NO_NAME = /[的了和与等各派]|代表|干部|主题/;

const body = (start: number, end: number, name: string | null, score: number): Candidate => ({
  start,
  end,
  type: "agency",
  name,
  score,
  extractor: "delegations",
  rule: name === null ? null : "short-form",
});

function stems({ text }: Context, found: readonly Candidate[]): Candidate[] {
  return found.flatMap(({ type, start, end }) => {
    const match = type === "agency" ? SENT.exec(text.slice(start, end)) : null;
    return match && match.index > 2 ? [body(start, start + match.index, null, 0.8)] : [];
  });
}

function sentByAll(context: Context): Candidate[] {
  return [...context.text.matchAll(OF_ALL)]
    .filter((match) => context.wordStart[match.index] && !NO_NAME.test(match[0]))
    .map((match) => body(match.index, match.index + match[0].length, null, 0.8));
}

/** Two forms of one body, the second in brackets. */
function withShortForm({ text }: Context, found: readonly Candidate[]): Candidate[] {
  const known = found.filter(({ type, extractor }) => type === "agency" && extractor === "gazetteer");
  const byStart = new Map(known.map((name) => [name.start, name]));
  return known.flatMap(({ start, end, name }) => {
    const short = text[end] === "(" ? byStart.get(end + 1) : undefined;
    return short?.name === name && text[short.end] === ")" ? [body(start, short.end + 1, name, 0.95)] : [];
  });
}

export const delegationsExtractor: Extractor = {
  name: "delegations",
  summary: "越南共产党|代表团, 中央慰问组, 石油输出国组织(欧佩克): where a body's name ends",
  run: (context, found) => [...stems(context, found), ...sentByAll(context), ...withShortForm(context, found)],
};
