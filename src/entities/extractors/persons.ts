// Persons by their frame: behind a title (市委书记苏永忠), in the list that such a name opens, with a dot (迪亚斯·卡内尔).

import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Extractor } from "./extractor.ts";
import { closing, foreignNameEnd, isCommonWord, tibetanNameEnd } from "./person-names.ts";

const make = (start: number, end: number, score: number): Candidate => ({
  start,
  end,
  type: "person",
  name: null,
  score,
  extractor: "persons",
  rule: null,
});

/** The end of the name at `start`, Tibetan or foreign; -1 for none. */
function nameEnd(context: Context, start: number, foreign: boolean): number {
  const tibetan = tibetanNameEnd(context, start);
  const abroad = foreign ? foreignNameEnd(context, start) : -1;
  return Math.max(...[tibetan, abroad].filter((end) => end > start && !isCommonWord(context, start, end)), -1);
}

const FOREIGN_TITLE =
  /^(总统|副总统|首相|副首相|国王|女王|王储|外长|外交部长|国防部长|议长|众议长|参议员|总干事|秘书长|主席|总理|副总理|大使|特使|发言人|总书记|第一书记|国家主席|执行主任|教授|学者|专家|所长|院长|校长|部长|州长|市长|总裁|首席执行官|记者|议员|会长|主任|博士|高级代表|国务委员长|财长|防长)$/;

function afterTitles(context: Context): Candidate[] {
  const { text, resources } = context;
  const out: Candidate[] = [];
  for (const match of resources.wordIndex.all(text)) {
    if (!match.values.includes("title")) continue;
    const title = text.slice(match.start, match.end);
    // 书记 inside 副书记长 …: the longest title that ends here is tried once, from its end.
    let start = match.end;
    while (/[:“兼]/.test(text[start] ?? "") && start - match.end < 2) start++;
    if (text[start] === "、" || !context.wordStart[match.end]) {
      if (!context.wordStart[match.end] && title.length < 2) continue;
    }
    if (
      /^(专家|学者|代表|学生|同学|老师|记者|编辑|英雄|战士|先生|女士|同志|老人|队员|教师|选手|职工|员工|患者|游客|观众|读者|居民|市民|农民|村民)$/.test(
        title,
      )
    ) {
      const end = nameEnd(context, start, /^(专家|学者|记者|选手)$/.test(title));
      if (end > 0 && (closing(context, end) === 2 || isOneWord(context, start, end)))
        out.push(make(start, end, 0.8), ...listAfter(context, end));
      continue;
    }
    const end = nameEnd(context, start, FOREIGN_TITLE.test(title));
    if (end > 0) out.push(make(start, end, 0.9), ...listAfter(context, end));
  }
  return out;
}

/** Whether jieba cuts a name of three units out as one word. */
function isOneWord(context: Context, start: number, end: number): boolean {
  return (
    end - start === 3 &&
    context.wordStart[start] === 1 &&
    context.tokenAt[start] === context.tokenAt[end - 1] &&
    context.wordStart[end] === 1
  );
}

/** 达娃、刘亮、宋留柱: names go on behind 、 as long as each closes before a mark or a function word. */
function listAfter(context: Context, from: number): Candidate[] {
  const out: Candidate[] = [];
  let at = from;
  while (context.text[at] === "、") {
    const end = nameEnd(context, at + 1, false);
    if (end < 0 || closing(context, end) === 0) break;
    out.push(make(at + 1, end, 0.85));
    at = end;
  }
  return out;
}

/** Names with a dot: 谢尔达尔·别尔德穆哈梅多夫, 帕巴拉·格列朗杰. */
function dotted(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const { text } = context;
  for (let at = text.indexOf("·"); at >= 0; at = text.indexOf("·", at + 1)) {
    let start = at;
    while (start > 0 && at - start < 7 && foreignUnit(context, start - 1)) start--;
    const end = foreignNameEnd(context, start);
    if (end > at + 1 && at - start >= 1 && text.slice(start, end).length >= 4) out.push(make(start, end, 0.8));
  }
  return out;
}

function foreignUnit(context: Context, at: number): boolean {
  const { text, resources } = context;
  if (!/[\u3400-\u9fff]/.test(text[at] ?? "")) return false;
  const word = resources.wordIndex.at(text, at);
  for (let back = at; back > at - 4 && back >= 0; back--)
    if (resources.wordIndex.at(text, back).some((m) => m.values.includes("title") && m.end > at)) return false;
  if (word.some((m) => m.values.includes("title"))) return false;
  return foreignNameEnd({ ...context, text: `${text[at]}${text[at]}` }, 0) === 2;
}

export const personsExtractor: Extractor = {
  name: "persons",
  summary: "title + name, lists of names, dotted names",
  run: (context) => [...afterTitles(context), ...dotted(context)],
};
