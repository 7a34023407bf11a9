// Names by their row: what stands between names of one kind, before the word for that kind, is one too.
//
//   中国石化、青禾电器、建禾建筑、赣江工贸|等企业          one member is known as a body: all are bodies
//   玄武、秦淮、青禾|三个区                              one is known as a place: all are places
//
// The first member begins at a mark, or nothing is said of it.
import { firstIndex } from "../../lib/search.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import type { EntityType } from "../types.ts";
import type { Extractor } from "./extractor.ts";

const NUMBER = "(?:[一二两三四五六七八九十]{1,3}|\\d{1,3})";
const BODIES =
  "(?:企业|公司|集团|银行|券商|高校|院校|大学|医院|机构|媒体|网站|部门|单位|协会|商会|组织|院所|车企|药企|房企|央企|国企|厂商|运营商|电商|俱乐部|球队)";
const PLACES =
  "(?:地(?![位区方点质带产段理])|省(?!级)|省份|省区|省市|国(?![家际内外企有])|国家|市(?![场民值委政])|城市|县(?![级城域])|区县|县区|县市|街道(?!办)|乡镇|镇(?![政党])|乡(?![村政党])|村(?![民委])|社区|地区)";
const WHAT_KIND =
  "(?:知名|著名|大型|特大型|国有|国内|国外|外国|中国|海外|重点|骨干|龙头|优秀|主要|主流|中央|省级|地方|科研|高等|医疗|金融|新闻|政府|有关|相关|职能|国际|多边|商业|上市|跨国|民营|外资|中资|互联网|科技|汽车|专业|国家|世界|美国|日本|欧洲|社会|重要|大){0,2}";
/** 等企业, 等12家知名企业, 三家公司. */
const CLOSE = new RegExp(
  `(?:等(?:多|数|${NUMBER})?[家所个座]?|${NUMBER}[家所个])${WHAT_KIND}(?:(${BODIES})|(${PLACES}))`,
  "g",
);
const LONGEST = 16;
const MOST_MEMBERS = 20;

interface Member {
  readonly start: number;
  readonly end: number;
}

/** The members to the left of `end`, last first; the one that no mark opens is left out. */
function membersBefore(text: string, end: number, isInside: (at: number) => boolean): Member[] {
  const out: Member[] = [];
  let close = end;
  for (let at = end - 1; at >= -1 && close - at <= LONGEST + 1 && out.length < MOST_MEMBERS; at--) {
    const unit = text[at] ?? "\n";
    // Another row ends here: 京九、合九等铁路及阜阳、商丘等站.
    if (unit === "等") break;
    // 和 parts the last two members only.
    const parts =
      unit === "、" ||
      (out.length === 0 &&
        /[和及与]/.test(unit) &&
        text.slice(Math.max(0, at - LONGEST + 1), at).includes("、") &&
        !isInside(at));
    if (!parts && /[\u3400-\u9fffA-Za-z0-9·&-]/.test(unit)) continue;
    if (close - at > 2 && unit !== ")") out.push({ start: at + 1, end: close });
    if (!parts) break;
    close = at;
  }
  return out;
}

/** What no name of its own begins with or holds: 各级医院, 相关部门, 科研院所. */
const COMMON =
  /^(?:各|有关|相关|当地|地方|其他|部分|周边|科研|高等|高校|大型|中小|国有|民营|外资|金融|社会|基层|多|全|本|该|我|及其|以及|包括|如|在|从|由|对|向|到|赴|前往|来自|位于|涉及|覆盖)|^[东西南北中]部|[的了]|(?:流域|地区|[上中下]游|[两二三四]省|机制|会议|峰会|论坛|北部|南部|东部|西部|中部|大部|沿海|一带|境内|局部|全境)$/;

/** Whether the words may be a name: no grammar, no verb of what someone does, and not one plain word alone. */
function mayBeName(context: Context, { start, end }: Member): boolean {
  const { text, tokens, tokenAt, wordStart } = context;
  const words = text.slice(start, end);
  if (!wordStart[start] || !wordStart[end] || COMMON.test(words) || /^\d/.test(words)) return false;
  const inside = tokens.slice(tokenAt[start], tokenAt[end - 1]! + 1);
  if (inside.some(({ word, tag }) => /^[pcudryt]/.test(tag) || wordsOf(context, "stop").has(word))) return false;
  return inside.length > 1
    ? !/^v/.test(inside[0]!.tag) || inside[0]!.word.length === 1
    : /^(?:x|n[rstz]|eng|j)/.test(inside[0]!.tag);
}

const SURE = /^(?:gazetteer|whole-words|patterns|sources|shares|tagger)$/;
/** Who is believed of a row's member; the tagger where it is rather sure than not. */
const isSure = ({ extractor, score }: Candidate): boolean => SURE.test(extractor) && score > 0.6;

/** The names in the reach of a row that ends at `end`. */
function namesAround(names: readonly Candidate[], end: number): Candidate[] {
  const from = firstIndex(names, ({ start }) => start > end - MOST_MEMBERS * LONGEST);
  return names.slice(
    from,
    firstIndex(names, ({ start }) => start >= end),
  );
}

function inRows(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text } = context;
  const sure = found.filter(isSure).sort((a, b) => a.start - b.start);
  const knows = ({ extractor }: Candidate): boolean => extractor !== "tagger";
  const known = sure.filter(knows);
  const types = new Map(known.map(({ start, end, type }) => [`${start} ${end}`, type]));
  const typeOf = ({ start, end }: Member): EntityType | undefined => types.get(`${start} ${end}`);
  const out: Candidate[] = [];
  for (const match of text.matchAll(CLOSE)) {
    const type: EntityType = match[1] ? "agency" : "place";
    const around = namesAround(sure, match.index);
    // The tagger may bear a row out; against it speak only those who know.
    const near = around.filter(knows);
    const isInside = (at: number): boolean => near.some(({ start, end }) => start < at && at + 1 < end);
    const members = membersBefore(text, match.index, isInside);
    const isKnown = (member: Member): boolean => around.some((name) => name.type === type && closes(name, member));
    if (members.length < 2 || !members.some(isKnown)) continue;
    for (const member of members) {
      if (typeOf(member) !== undefined || !mayBeName(context, member)) continue;
      if (near.some((name) => speaksAgainst(name, member, type))) continue;
      out.push({
        ...member,
        type,
        name: null,
        score: 0.8,
        extractor: "rows",
        rule: null,
        ...(type === "place" ? { kind: "small" } : {}),
      });
    }
  }
  return out;
}

/** Whether a name is the member, or its end: words of the sentence stand in front of a row's first name. */
const closes = (name: Candidate, { start, end }: Member): boolean => name.end === end && name.start >= start;

/** 途经|西安, 安徽|中北部, 生态环境部|会同|最高法: a known name is a part of the member, and not what a body's name opens with. */
function speaksAgainst(name: Candidate, { start, end }: Member, type: EntityType): boolean {
  if (name.end <= start || name.start >= end) return false;
  if (type === "place") return true;
  return (
    name.end > end ||
    name.start < start ||
    (name.end === end ? name.start > start && name.type !== "program" : name.start > start || name.type !== "place")
  );
}

export const rowsExtractor: Extractor = {
  name: "rows",
  summary: "what stands in a row of names of one kind: 中国石化、青禾电器、建禾建筑等企业",
  run: inRows,
};
