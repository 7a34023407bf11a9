// Local short forms: 市委, 我省, 自治区党委, 本报 belong to the paper's place (rule 3 of the guide). In a wire report, or where
// the home is unknown, they belong to the last place of that level that the article named.
import { rememberedOf } from "../../lib/remembered.ts";
import { firstIndex } from "../../lib/search.ts";
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { levelName, levelsOf } from "../home.ts";
import { REGION_KINDS } from "../resources.ts";
import { bodyEnd } from "./bodies.ts";
import { departmentEnd } from "./departments.ts";
import type { Extractor } from "./extractor.ts";
import { sourceOf } from "./sources.ts";
import { statesByUnit } from "./states-by-unit.ts";

/** Words that a local short form may begin with, as jieba cuts them. */
const HEAD = /^(自治区|省|市|县|区|州|旗)(?=$|委|政府|政协|人大|纪委|监委|直|党委)/;
const OWN = /^我(国|省|市|县|区|州|自治区|旗)$/;

const isWire = rememberedOf(({ text }: Context) => /新华社[^\n]{1,12}[电]/.test(text));

/** The region a head means at a place of the text, or null. */
export function regionFor(context: Context, head: string, start: number, places: readonly Candidate[]): string | null {
  const home = levelName(context.home, head);
  if (home && !isWire(context)) return home;
  for (let i = firstIndex(places, (place) => place.start >= start) - 1; i >= 0; i--) {
    const { kind, name, parents } = places[i]!;
    if (!kind || !REGION_KINDS.has(kind) || !name) continue;
    const found = levelName(levelsOf({ type: "place", name, kind, parents: parents ?? [], doubtful: false }), head);
    if (found) return found;
  }
  return home;
}

function ownPlaces(context: Context, places: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(/我(国|省|市|县|区|州|自治区)/g)) {
    const start = match.index;
    const end = start + match[0].length;
    // 我国家 and 我市场: the second word must not run on.
    if (!context.wordStart[end] || !OWN.test(match[0])) continue;
    const name = match[1] === "国" ? "中国" : regionFor(context, match[1]!, start, places);
    if (!name) continue;
    const kind = match[1] === "国" ? "country" : undefined;
    out.push({
      start,
      end,
      type: "place",
      name,
      score: 0.9,
      extractor: "local",
      rule: "local-short-form",
      ...(kind ? { kind } : {}),
    });
  }
  return out;
}

/** 本报, 本台, 本网 and 本刊 where the medium speaks of itself; 基|本报|告, 样本|报告, 本网|站 are other words. */
const OWN_MEDIUM =
  /本(?:报(?![告表名废销送考请案国关价]|体育部)|台(?=讯|电|消息|记者|特约|评论|报道|[今明昨]天|[将于曾也已]|驻)|[网刊](?=讯|消息|记者|特约|评论|综合|报道|编辑|驻|与|曾|已|将|也|[\u3400-\u9fff]{2,6}(?:\d{1,2}月)?\d{1,2}日[讯电])|社(?=讯|记者[^站]))/g;

function ownPaper(context: Context): Candidate[] {
  const source = context.paper === null ? sourceOf(context) : null;
  const unknown = `本报(${context.article.page})`;
  const out: Candidate[] = [];
  for (const { 0: words, index: start } of context.text.matchAll(OWN_MEDIUM)) {
    // 8日|本网: jieba takes the day for 日本. 一本报纸, 样本报送: a book, a part of a word.
    const isBehindDay = /\d日$/.test(context.text.slice(Math.max(0, start - 2), start));
    if (!isBehindDay && (!context.wordStart[start] || /[\d一两这每几样基日]/.test(context.text[start - 1] ?? "")))
      continue;
    out.push({
      start,
      end: start + words.length,
      type: "agency",
      // 大众网讯 … 本网: a text without a paper names its medium itself.
      name: context.paper ?? (source?.endsWith(words[1]!) ? source : unknown),
      score: 0.95,
      extractor: "local",
      rule: context.paper ? "local-short-form" : "local-short-form-of-unknown-paper",
      certain: true,
    });
  }
  return out;
}

/** 县民政局 where the text has 宁海县|民政局: the one region before the same words; null for none and for several. */
const regionInFull = rememberedOf(({ text, tokens, tokenAt }: Context, words: string): string | null => {
  const head = words.startsWith("自治区") ? 3 : 1;
  const regions = new Set<string>();
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const { word, tag, start, end } = tokens[tokenAt[at]!]!;
    if (tag === "ns" && start < at && end === at + head) regions.add(word);
  }
  return regions.size === 1 ? [...regions][0]! : null;
});

/** 市民政局 as the body of the region that 市 means, or as printed where that is not known. */
function localBody(
  context: Context,
  head: string,
  start: number,
  end: number,
  places: readonly Candidate[],
): Candidate {
  const region = regionInFull(context, context.text.slice(start, end)) ?? regionFor(context, head, start, places);
  return {
    start,
    end,
    type: "agency",
    name: region ? canonicalBody(region, context.text.slice(start + head.length, end)) : null,
    score: 0.88,
    extractor: "local",
    rule: region ? "local-short-form" : "local-short-form-of-unknown-place",
  };
}

/** Whether a name can begin at a unit: behind a mark, or a word that no name of a place ends with. */
function opensName(context: Context, start: number): boolean {
  const unit = context.text[start - 1] ?? "";
  if (!/[\u3400-\u9fff]/.test(unit) || /[从由向在和与据经对]/.test(unit)) return true;
  const before = context.tokens[context.tokenAt[start - 1]!]!;
  return before.end === start && /^(p|c|v|t|d|u|f)/.test(before.tag) && !NO_OPENER.test(before.word);
}

/** 市园林和林业局, and with its place 武汉市园林和林业局: departments, however the words are cut. */
function departments(context: Context, places: readonly Candidate[]): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  const ends = new Set(places.map((place) => place.end));
  for (const { start, end: from, kind } of places) {
    const end = REGION_KINDS.has(kind ?? "") ? departmentEnd(text, from) : null;
    if (end !== null) out.push({ start, end, type: "agency", name: null, score: 0.74, extractor: "local", rule: null });
  }
  for (const match of text.matchAll(/自治区|[省市县区州旗]/g)) {
    const start = match.index;
    const end = ends.has(start) || !opensName(context, start) ? null : departmentEnd(text, start + match[0].length);
    if (end !== null) out.push(localBody(context, match[0], start, end, places));
  }
  return out;
}

const NO_OPENER = /^(本|该|各|全|两|每|原|跨|外|我|一)$/;

/** 高|市政府 where the text names 高市早苗: 市 is a name's unit. */
const isOfName = ({ text }: Context, start: number, persons: readonly Candidate[]): boolean =>
  persons.some((person) => text.slice(person.start, person.start + 2) === text.slice(start - 1, start + 1));

function localBodies(context: Context, places: readonly Candidate[], persons: readonly Candidate[]): Candidate[] {
  // Where a place ends right before, 市委 is part of 北京市委.
  const ends = new Set(places.map((place) => place.end));
  const out: Candidate[] = [];
  for (const token of context.tokens) {
    const head = HEAD.exec(token.word)?.[1];
    if (!head || ends.has(token.start) || isOfName(context, token.start, persons)) continue;
    const before = context.tokens[context.tokenAt[token.start - 1] ?? -1];
    if (before && NO_OPENER.test(before.word)) continue;
    const bodies = bodyEnd(context, token.start + head.length, head);
    if (bodies) {
      out.push(localBody(context, head, token.start, bodies, places));
    } else if (head === "自治区" && token.word === head) {
      const region = regionFor(context, head, token.start, places);
      if (!region) continue;
      out.push({
        start: token.start,
        end: token.end,
        type: "place",
        name: region,
        score: 0.8,
        extractor: "local",
        rule: "local-short-form",
      });
    }
  }
  return out;
}

/** 拉萨市 + 市 + 委 → 拉萨市委; 西藏自治区 + 自治区 + 党委 → 西藏自治区党委. */
function canonicalBody(region: string, tail: string): string {
  // 市党委 is said as 市委; an autonomous region's is its 党委.
  return region + (tail === "党委" && !region.endsWith("自治区") ? "委" : tail);
}

/** 自治区党委和政府, 省委、省政府: the second body stands for the same place when it is named without one. */
function ellipses(context: Context, bodies: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const body of bodies) {
    if (body.type !== "agency") continue;
    const name = body.name ?? context.text.slice(body.start, body.end);
    const place = /^(.+?)(党委|委)$/.exec(name)?.[1];
    if (!place) continue;
    const match = /^[和、](政府)(?!部|性|间)/.exec(context.text.slice(body.end, body.end + 4));
    if (!match) continue;
    const start = body.end + 1;
    out.push({
      start,
      end: start + 2,
      type: "agency",
      name: place + match[1],
      score: 0.85,
      extractor: "local",
      rule: "ellipsis",
    });
  }
  return out;
}

export const localExtractor: Extractor = {
  name: "local",
  summary: "市委, 我省, 自治区商务厅, 本报: short forms that belong to the paper's place",
  run: (context, found) => {
    const places = found.filter((c) => c.type === "place").sort((a, b) => a.start - b.start);
    const persons = found.filter((c) => c.type === "person");
    const bodies = [...localBodies(context, places, persons), ...departments(context, places)];
    return [
      ...ownPlaces(context, places),
      ...statesByUnit(context),
      ...ownPaper(context),
      ...bodies,
      ...ellipses(context, [...bodies, ...found]),
    ];
  },
};

export const ellipsisExtractor: Extractor = {
  name: "ellipsis",
  summary: "自治区党委和政府: the second body of a place that is named once",
  run: (context, found) => ellipses(context, found),
};
