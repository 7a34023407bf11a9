// What may lie between a body and its title: nothing, a unit of the body, the field of a minister, the host of an envoy.
import { nameBefore, namesIn, type Scene, tokensIn } from "../scene.ts";
import type { Named } from "../types.ts";
import { bodyFor, isCountry } from "./bodies.ts";
import { type Title, titlesOf } from "./titles.ts";

/** Units of the longest stretch: 经济学院 in 北京大学经济学院教授. */
export const GAP = 12;
const UNIT =
  /(?:[部局处科室院系所司厅队组会办委站班厂社团]|中心|中央|支部|车间|项目|分公司|问题|事务|总统|首相|总理|政府|内阁|议会|校区|国家安全|武装力量|[海陆空]军)$/;
/** What a minister is for: 内政部长, 防卫大臣. */
const MINISTER = /(?:部长|大臣)$/;
/** Units whose own name may join two things: 世界经济与政治研究所. */
const JOINED_UNIT = /(?:学院|研究所|研究院|委员会|中心|[局司部])$/;
/** Units by which a place too has secretaries and heads. */
const VILLAGE_UNIT = /(?:党[委组]|支部|总支|党工委|村委会|居委会)/;
/** jieba's tags of words that end a noun: verbs, prepositions, conjunctions, adverbs, particles, pronouns, times, numbers. */
const NO_NOUN = /^(?:v|p|c|d|u[a-z]*|r|t|f|y|e|o|q|m)$/;
/** 中东问题特使, 驻法国大使: what the envoy is for is part of the title. */
const HOST = /^常?驻[\u3400-\u9fff]{2,9}$/;
const ISSUE = /^[\u3400-\u9fff]{2,6}(?:问题|事务)$/;
export const HAN = /^[\u3400-\u9fff]+$/;

/** Whether the words of a span name a unit, a field or another title: 经济学院, 内政, 秘书长 (of 秘书长发言人). */
export function isGap(scene: Scene, start: number, end: number, core: string): boolean {
  if (start === end) return true;
  const gap = scene.text.slice(start, end);
  if (gap.length > GAP || !HAN.test(gap)) return false;
  if (titlesOf(scene.context).has(gap)) return true;
  if (!UNIT.test(gap) && !MINISTER.test(core)) return false;
  const joins = JOINED_UNIT.test(gap) && gap.length >= 6;
  return tokensIn(scene, start, end).every(
    ({ tag, word }, i) => !NO_NOUN.test(tag) || (joins && i > 0 && /^[和与及]$/.test(word)),
  );
}

/** Whether a body can have the office, given what lies between them in print; `end` is where the body should end. */
export function fits({ context }: Scene, body: Named, { core, start }: Title, end = start): boolean {
  const gap = context.text.slice(body.end, end);
  const office = HOST.test(gap) ? "大使" : core;
  if (bodyFor(context, body, office, false) === null) return false;
  return body.type === "agency" || body.end >= end || isCountry(context, body.name) || VILLAGE_UNIT.test(gap);
}

/** The name whose post a title is, and where the title's words begin: the last one before it, or the one before that. */
export function bodyBefore(scene: Scene, title: Title): { body: Named; end: number } | null {
  let at = title.start;
  for (let tries = 0; tries < 2; tries++) {
    const body = nameBefore(scene, at, title.start - GAP);
    if (!body || (body.type !== "agency" && body.type !== "place")) return null;
    const gap = scene.text.slice(body.end, title.start);
    const plain =
      namesIn(scene, body.end, title.start).length === 0
        ? (isGap(scene, body.end, title.start, title.core) && !isTopic(body, gap)) || HOST.test(gap)
        : HOST.test(gap) || ISSUE.test(gap);
    // 中国驻法国大使: the host belongs to the title.
    const isHost = scene.text.slice(0, body.start).endsWith("驻");
    if (plain && !isHost && !isAbroad(scene, body) && fits(scene, body, title)) return { body, end: body.end };
    at = body.start;
  }
  return null;
}

/** 叙利亚|问题特使: the country is what the post is about. */
const isTopic = ({ type }: Named, gap: string): boolean => type === "place" && /^(?:问题|事务)$/.test(gap);

/** 乌陆军: one unit of a country that the article may not name stands before a body that is called so here too; not 18日外交部. */
function isAbroad({ text, context }: Scene, { start, end, type, name }: Named): boolean {
  const isOurs = type === "agency" && text.slice(start, end) === name;
  const before = text.slice(Math.max(0, start - 2), start);
  return isOurs && /(?<!\d)[俄美英法德日韩朝印巴伊叙乌]$/.test(before) && context.wordStart[start - 1] === 1;
}

const STATE_BODY = /(?:部|委员会|委|局|署|厅|院|议会|国会|政府|军)$/;
const STATE_STAFF = /(?:长|发言人|主席|主任|司令|委员|代表|顾问|助理|议员|法官|书记)$/;

/** A country that a title belongs to: where it is printed, and where the title's words begin. */
export interface Country {
  readonly body: Named | string;
  readonly start: number;
  readonly end: number;
}

/** 伊朗|司法部发言人: a ministry behind another country's name is that country's, whatever the gazetteer calls it. */
export function stateBefore(scene: Scene, { type, name, start }: Named, title: Title): Country | null {
  if (type !== "agency" || !STATE_BODY.test(name) || !STATE_STAFF.test(title.core)) return null;
  const body = scene.endingAt.get(start);
  if (body?.type !== "place" || body.name === "中国" || !isCountry(scene.context, body.name)) return null;
  return { body, start: body.start, end: start };
}

/** 日本 in 日本首相, where a longer word has kept the country from being a mention. */
export function countryByForm({ text, context }: Scene, title: Title): Country | null {
  for (let length = 8; length >= 2; length--) {
    const start = title.start - length;
    if (start < 0 || context.wordStart[start] !== 1) continue;
    const known = context.resources.forms.get(text.slice(start, title.start))?.find(({ kind }) => kind === "country");
    const body = `place:${known?.name}`;
    if (known && bodyFor(context, body, title.core, false)) return { body, start, end: title.start };
  }
  return null;
}

/** 俄总统, 以防长, 俄武装力量总参谋长: one unit stands for a country. */
export function countryByUnit(scene: Scene, title: Title): Country | null {
  for (let at = title.start - 1; at >= Math.max(0, title.start - 9); at--) {
    const body = countryOfUnit(scene, at);
    // 加 of 加拿大劳工大会, whose name nobody found, and 法方 are none.
    const rest = scene.text.slice(at + 1, title.start);
    if (!body || (rest !== "" && (rest[0] === body.name[1] || /^[方国军]/.test(rest)))) continue;
    if (isGap(scene, at + 1, title.start, title.core) && bodyFor(scene.context, body, title.core, false))
      return { body, start: at, end: at + 1 };
  }
  return null;
}

/**
 * The only country of the article that begins with the unit at `at`, where that stands by itself. Such units are no mentions
 * (the guide has none of one unit), so the country's first mention stands for them.
 */
function countryOfUnit(scene: Scene, at: number): Named | null {
  const { text, context } = scene;
  if (text[at] === "中" || context.wordStart[at] !== 1) return null;
  const named = (scene.places.get(text[at]!) ?? []).filter(({ name }) => isCountry(context, name));
  return named.length === 1 && standsFree(scene, at) ? named[0]! : null;
}

/** Whether what stands before is no noun that what begins at `at` could belong to. */
export function standsFree(scene: Scene, at: number): boolean {
  const before = scene.text[at - 1];
  if (before === undefined || !HAN.test(before)) return before !== "、" && before !== "”";
  const name = scene.endingAt.get(at);
  if (name) return name.type === "place" || name.type === "program";
  return (
    tokensIn(scene, at - 1, at).every(({ tag }) => /^(?:v|p|c|d|u[a-z]*|t|f)$/.test(tag)) && !/[和与及]/.test(before)
  );
}
