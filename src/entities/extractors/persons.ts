// Persons in running text: behind a title (市委书记苏永忠), before a verb of saying (夏林茂说), in lists, with a dot
// (迪亚斯·卡内尔), and what jieba takes for a name of three units with a common surname.

import type { Token } from "../../text/index.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import type { Extractor } from "./extractor.ts";
import {
  chineseNameEnd,
  closing,
  foreignNameEnd,
  isCommonWord,
  looksGiven,
  surnameLength,
  tibetanNameEnd,
} from "./person-names.ts";

const make = (start: number, end: number, score: number): Candidate => ({
  start,
  end,
  type: "person",
  name: null,
  score,
  extractor: "persons",
  rule: null,
});

/** The end of the name at `start`, Chinese, Tibetan or foreign; -1 for none. */
function nameEnd(context: Context, start: number, foreign: boolean): number {
  const chinese = chineseNameEnd(context, start);
  const tibetan = tibetanNameEnd(context, start);
  const abroad = foreign ? foreignNameEnd(context, start) : -1;
  const ends = [chinese, tibetan, abroad].filter((end) => end > start && !isCommonWord(context, start, end));
  // A known foreign frame (法国总统 …) reads syllables; elsewhere the Chinese reading leads.
  if (foreign && abroad > start) return Math.max(...ends, -1);
  return tibetan > start ? Math.max(...ends, -1) : (ends[0] ?? -1);
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

const SAYS = /(?:说|表示|介绍|告诉|坦言|回忆|感慨|认为|常说|直言|笑着说|透露|解释|补充)(?=[,:。“道记]|说)/g;

/** 夏林茂说: two or three units between a border and a verb of saying, the first a common surname. */
function beforeSaying(context: Context): Candidate[] {
  const { text, resources } = context;
  const out: Candidate[] = [];
  for (const match of text.matchAll(SAYS)) {
    for (const length of [3, 2]) {
      const start = match.index - length;
      if (start < 0 || !/^[\u3400-\u9fff]+$/.test(text.slice(start, match.index))) continue;
      const before = text[start - 1];
      if (before !== undefined && /[\u3400-\u9fff]/.test(before)) continue;
      if (!resources.commonSurnames.has(text[start]!) || isCommonWord(context, start, match.index)) continue;
      const given = text.slice(start + 1, match.index);
      if (NOT_GIVEN.test(given) || wordsOf(context, "title").has(given)) continue;
      if (length === 2 && !looksGiven(context, start + 1, match.index)) continue;
      if (surnameLength(context, start) === 0 || /[的了者们会上下都还也高地]/.test(text.slice(start + 1, match.index)))
        continue;
      out.push(make(start, match.index, 0.82));
      break;
    }
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

/**
 * What jieba takes for a name, or for no word it knows: three units with a common surname, and a given name that looks
 * like one, or that comes back.
 */
function tagged(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const counts = new Map<string, number>();
  for (const { word } of context.tokens) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const token of context.tokens) {
    if (!/^(nr|nrt|nrfg|x)$/.test(token.tag) || token.word.length < 2) continue;
    const score = token.word.length === 3 ? chineseScore(context, token, counts.get(token.word)!) : 0;
    if (score > 0) out.push(make(token.start, token.end, score));
    else if (isForeignWord(context, token)) out.push(make(token.start, token.end, 0.6));
  }
  return out;
}

/** How sure a word of three units is a Chinese name, 0 for not. */
function chineseScore(context: Context, token: Token, count: number): number {
  const { start, end, word, tag } = token;
  if (!context.resources.commonSurnames.has(word[0]!) || NOT_GIVEN.test(word.slice(1))) return 0;
  if (wordsOf(context, "title").has(word.slice(1))) return 0;
  const closed = closing(context, end) > 0;
  if (looksGiven(context, start + 1, end)) return tag !== "x" || closed || count >= 2 ? 0.64 : 0;
  if (tag === "x" && count >= 3) return 0.6;
  const half = looksGiven(context, start + 1, start + 2) || looksGiven(context, start + 2, end);
  return half && closing(context, end) === 2 && isHanUnit(context.text[end]) ? 0.6 : 0;
}

const isHanUnit = (unit: string | undefined): boolean => unit !== undefined && /[\u3400-\u9fff]/.test(unit);

/** 莫扎特, 贝克汉姆: jieba files it under names, every unit is a transliteration's, and it is no known place. */
function isForeignWord(context: Context, token: Token): boolean {
  if (!/^nr(t|fg)?$/.test(token.tag) || token.word.length < 4 || context.resources.forms.get(token.word)) return false;
  // Places are transliterated too: only before a verb of saying.
  if (closing(context, token.end) !== 2 || !isHanUnit(context.text[token.end])) return false;
  return foreignNameEnd({ ...context, text: token.word, wordStart: ALL_STARTS }, 0) === token.word.length;
}
const ALL_STARTS = new Uint8Array(64).fill(1);

const NOT_GIVEN =
  /[的了们年月日会村县市省路区镇乡街道水平感观书化展赛站证图歌队国家部局院所者员级型性度量力式园馆店港湾岛河湖箱节林堂致]/;

export const personsExtractor: Extractor = {
  name: "persons",
  summary: "title + name, name + said, lists, dotted names, jieba's nr with a common surname",
  run: (context) => [...afterTitles(context), ...beforeSaying(context), ...dotted(context), ...tagged(context)],
};
