// Names by their parts: a head that is known (a place, a body, 全国, 第三届) and a tail that closes a name. The tail says
// the type: 局 a body, 村 a place. Programs, whose heads stand last too, are read from there to the left (program-names.ts),
// with all that was found before them.

import { append } from "../../lib/append.ts";
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { EntityType } from "../types.ts";
import { isAction, type Tail, tailsFrom } from "./bodies.ts";
import { media, properCompanies, sportsTeams, withoutHead } from "./bodies-by-tail.ts";
import { openClusters } from "./clusters.ts";
import type { Extractor } from "./extractor.ts";
import { farPlaces } from "./far-places.ts";
import { programNames } from "./program-names.ts";
import { cutVillages, smallPlaces, wordPlaces } from "./small-places.ts";

interface Head {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** Words that open the name of an event or a national body though they are no names. */
const OPENERS =
  /(?:(?:19|20)\d\d年?)?(?:第[一二三四五六七八九十百零\d]+届|首届|全国|全省|全市|国际|世界|亚洲|全球|国家|中央|中国)/g;

/** 中国—东盟人工智能创新合作中心: two names that a dash joins open one. */
function joined(text: string, heads: readonly Head[]): Head[] {
  const startOf = new Map<number, number>();
  for (const { start, end } of heads) startOf.set(end, Math.min(start, startOf.get(end) ?? start));
  return heads.flatMap(({ start, end, kind }) => {
    const from = /[—-]/.test(text[start - 1] ?? "") ? startOf.get(start - 1) : undefined;
    return from === undefined ? [] : [{ start: from, end, kind }];
  });
}

function heads(context: Context, found: readonly Candidate[]): Head[] {
  const out: Head[] = [];
  for (const c of found) {
    if (c.type === "person" || c.extractor === "patterns" || /^我/.test(context.text.slice(c.start, c.end))) continue;
    if (
      c.type === "program" &&
      !/周年$|峰会$|论坛$|博览会$|大会$|运动会$/.test(c.name ?? context.text.slice(c.start, c.end))
    )
      continue;
    out.push({ start: c.start, end: c.end, kind: c.type === "place" ? (c.kind ?? "small") : c.type });
  }
  append(out, joined(context.text, out));
  const known = new Map<number, number>();
  for (const c of found) known.set(c.start, Math.max(c.end, known.get(c.start) ?? 0));
  for (const match of context.text.matchAll(OPENERS)) {
    // 国家数据局: where a known name begins, its first word opens nothing.
    const end = match.index + match[0].length;
    if (!context.wordStart[match.index] || (known.get(match.index) ?? 0) > end) continue;
    out.push({ start: match.index, end, kind: "opener" });
  }
  // 一二九师陈列馆: a numbered unit.
  for (const match of context.text.matchAll(/第?[一二三四五六七八九〇零]{2,4}[师旅团军]/g))
    out.push({ start: match.index, end: match.index + match[0].length, kind: "unit" });
  return out;
}

/** A year or 第…届 in front belongs to an event's name: 2025年拉萨首届国际文化旅游博览会. */
function withYear(text: string, start: number): number {
  const match = /((?:19|20)\d\d年?|第[一二三四五六七八九十百零\d]+届|首届)$/.exec(
    text.slice(Math.max(0, start - 12), start),
  );
  return match ? start - match[0].length : start;
}

function accept(head: Head, tail: Tail, middle: string): boolean {
  if (head.kind === "unit") return tail.length >= 3 && middle === "";
  if (head.kind === "program") return tail.length >= 3 && tail.type !== "place";
  if (head.kind === "opener") return tail.type === "agency" && isNational(middle, tail.word);
  if (head.kind === "country" && tail.type === "place" && tail.length === 1) return false;
  if (head.kind === "continent") return false;
  if (head.kind === "agency" || head.kind === "city_cluster") {
    if (tail.type === "place") return tail.length >= 3;
    if (tail.type === "agency") return tail.length >= 2 || middle.length >= 1;
  }
  return true;
}

/** 全国农村卫生协会, 国家信息中心: what is national by its name; 国家重点实验室 is many. */
function isNational(middle: string, tail: string): boolean {
  if (/^(重点|区域|级|大型|工程|技术|示范|产业|首批)/.test(middle) || middle.length < 2) return false;
  return (
    /^(协会|学会|研究会|联合会|总局|管理局|委员会|基金会|促进会)$/.test(tail) ||
    (tail === "中心" && middle.length <= 4 && !/创新|科技|医学|卫生|制造|金融|消费|航运|贸易/.test(middle))
  );
}

/** 青岛|西海岸新区|启动…行动: whether a verb stands behind a known name between two units. */
function hasAction(context: Context, from: number, to: number, ends: ReadonlySet<number>): boolean {
  for (let index = context.tokenAt[from] ?? -1; index >= 0 && index < context.tokens.length; index++) {
    const token = context.tokens[index]!;
    if (token.start >= to) return false;
    if (token.start > from && ends.has(token.start) && isAction(token.word)) return true;
  }
  return false;
}

function fromHead(context: Context, head: Head, ends: ReadonlySet<number>): Candidate[] {
  const { text } = context;
  const best = new Map<EntityType, Tail>();
  for (const tail of tailsFrom(context, head.end)) {
    const middle = text.slice(head.end, tail.end - tail.length);
    if (hasAction(context, head.end, tail.end - tail.length, ends)) break;
    if (accept(head, tail, middle)) best.set(tail.type, tail);
  }
  let last: Tail | null = null;
  for (const tail of best.values()) {
    // 水利厅河湖: a river's or a village's one unit does not close what a body's tail has closed before.
    if (tail.type === "place" && tail.length === 1 && best.has("agency")) continue;
    if (!last || tail.end > last.end) last = tail;
  }
  if (!last || endsInKnownPlace(context, head, last)) return [];
  const dated = head.kind === "agency" && /^(?:19|20)\d\d年/.test(text.slice(head.end, head.end + 5));
  const own = dated ? head.end : head.start;
  const start = head.kind === "program" ? withYear(text, own) : own;
  const kind = last.type === "place" ? { kind: "small" } : {};
  return [
    { start, end: last.end, type: last.type, name: null, score: 0.75, extractor: "patterns", rule: null, ...kind },
  ];
}

/** 宁波舟山: one unit of a known place's name is no tail. */
function endsInKnownPlace(context: Context, head: Head, tail: Tail): boolean {
  if (tail.type !== "place" || tail.length > 1) return false;
  for (let start = Math.max(head.end, tail.end - 4); start <= tail.end - 2; start++)
    if (
      context.resources.forms
        .get(context.text.slice(start, tail.end))
        ?.some((name) => name.type === "place" && name.kind !== "river" && name.kind !== "mountain")
    )
      return true;
  return false;
}

function namesWithHead(context: Context, found: readonly Candidate[]): Candidate[] {
  const ends = new Set(found.filter((c) => c.type === "place" || c.type === "agency").map((c) => c.end));
  return heads(context, found).flatMap((head) => fromHead(context, head, ends));
}

export const patternsExtractor: Extractor = {
  name: "patterns",
  summary: "head + words + tail: 江苏省援藏前方指挥部, 涉县赤岸村, 2025年拉萨首届国际文化旅游博览会",
  run: (context, found) => {
    const own = [
      ...namesWithHead(context, found),
      ...withoutHead(context),
      ...smallPlaces(context),
      ...wordPlaces(context),
      ...cutVillages(context),
      ...farPlaces(context, found),
      ...openClusters(context, found),
      ...media(context, found),
      ...sportsTeams(context, found),
      ...properCompanies(context),
    ];
    return [...own, ...programNames(context, [...found, ...own])];
  },
};
