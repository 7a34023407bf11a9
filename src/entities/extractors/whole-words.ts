// Bodies that jieba's dictionary holds as one word (土耳其政府, 中国队, 国防部外事办公室), and ministries behind a country's
// one-unit form (俄国防部). The word must open with a known name and close with a body's tail: the dictionary's nt is noisy.
import type { Token } from "../../text/index.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import { stateByUnit } from "../states.ts";
import type { Extractor } from "./extractor.ts";

/** Tails beyond the list that close a body behind a place: teams, parties, forces. */
const MORE_TAILS = /(?:队|政府|党|国会|体育代表团|女排|男排|女篮|男篮|国防军|分院|学校|航空公司)$/;
/** Tails that need no known name in front: 花城出版社. */
const OWN_TAILS = /^..+(?:出版社|大学|集团|公司|日报|晚报|派出所)$/;
const NO_BODY = /关系|各级|所有|有关|部门|政党$|军队$|部队$/;

const GENERIC =
  /^(综合|重点|普通|国际|跨国|上市|股份|有限|贸易|进出口|外贸|保险|证券|投资|电力|石油|航空|旅游|广播|师范|医科|理工|工业|农业|民办|老年|业余|电视|分|子|总|母|国有|私营|民营|外资|合资|独资|联合|企业)+(出版社|大学|集团|公司|日报|晚报|派出所)$/;

/** A state by one unit and its organ: 俄国防部, 哥外交部, 美联邦政府. */
const MINISTRY =
  /[\u3400-\u9fff](?:国防部|外交部|财政部|商务部|国务院|司法部|能源部|内政部|卫生部|国会(?![同见晤商谈])|众议院|参议院|议会|最高法院|总统府|联邦调查局|中央情报局|联邦储备委员会|防卫省|外务省|联邦政府|政府(?![军机部采购性名主])|国防军|国民近卫军|武装部队|边境巡逻队|央行)/g;

function hasTail(context: Context, word: string, from: number): boolean {
  if (MORE_TAILS.test(word.slice(from))) return true;
  const tails = wordsOf(context, "agency-tail");
  for (let at = from; at < word.length - 1; at++) if (tails.has(word.slice(at))) return true;
  return false;
}

function isBody(context: Context, { word, tag }: Token): boolean {
  if (!/^n[tz]$/.test(tag) || word.length < 3 || NO_BODY.test(word)) return false;
  if (tag === "nt" && OWN_TAILS.test(word) && !GENERIC.test(word)) return true;
  const head = context.resources.forms
    .at(word, 0)
    .find((m) => m.end < word.length && m.values.some((name) => /^(place|agency)$/.test(name.type) && !name.doubtful));
  return head !== undefined && hasTail(context, word, head.end);
}

const body = (start: number, end: number, name: string | null): Candidate => ({
  start,
  end,
  type: "agency",
  name,
  score: 0.8,
  extractor: "whole-words",
  rule: name === null ? null : "short-form",
});

export const wholeWordsExtractor: Extractor = {
  name: "whole-words",
  summary: "bodies that are one word: 土耳其政府, 中国队; 俄国防部",
  run: (context) => {
    const { text, tokens } = context;
    const out = tokens.filter((token) => isBody(context, token)).map((token) => body(token.start, token.end, null));
    for (const match of text.matchAll(MINISTRY)) {
      const country = stateByUnit(context, match[0][0]!);
      const end = match.index + match[0].length;
      // 中俄议会: organs of two states. 中美国会: a unit of another name.
      const isPair = context.wordStart[match.index - 1] === 1 && /[中两]/.test(text[match.index - 1] ?? "");
      if (!context.wordStart[match.index] || isPair || country === null || country === "中国") continue;
      out.push(body(match.index, end, country + match[0].slice(1)));
    }
    return out;
  },
};
