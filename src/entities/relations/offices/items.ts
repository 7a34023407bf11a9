// Titles of a series as printed, each with the body before it: 市委副书记、常务副市长、江苏省援藏前方指挥部总指挥, read from a name
// backwards and from a verb forwards.
import type { Span } from "../../../lib/span.ts";
import { namesIn, type Scene } from "../scene.ts";
import type { Named } from "../types.ts";
import { bodyBefore, countryByForm, countryByUnit, fits, GAP, isGap, stateBefore } from "./between.ts";
import { type Body, isCountry } from "./bodies.ts";
import { LONGEST_TITLE, type Title, titleAfter, titleBefore } from "./titles.ts";

/** One title of a series. */
export interface Item {
  readonly start: number;
  readonly body: Body | null;
  /** 原, 时任 before the body. */
  readonly mark: Span | null;
  /** What lies between the body and the title, and the title. */
  readonly words: Span;
  readonly core: string;
  /** Whether a unit stands before the title: 组织部部长 in 市委常委、组织部部长, 经济学院教授 behind 北京大学. */
  readonly unit: boolean;
}

const MARK = /(?:原|时任|曾任|已故)$/;

function markBefore({ text, context }: Scene, at: number): Span | null {
  const match = MARK.exec(text.slice(Math.max(0, at - 2), at));
  if (!match || context.wordStart[at - match[0].length] !== 1) return null;
  return [at - match[0].length, at];
}

function itemOf(scene: Scene, body: Body | null, from: number, title: Title, at = startOf(body) ?? from): Item {
  const mark = body ? markBefore(scene, at) : null;
  return { start: mark?.[0] ?? at, body, mark, words: [from, title.end], core: title.core, unit: from < title.start };
}

const startOf = (body: Body | null): number | null => (body && typeof body !== "string" ? body.start : null);

/** 外交部|长: the name takes the first unit of the title that ends at `end`. */
function sharedUnit({ text }: Scene, body: Named, end: number): Title | null {
  const start = end - 2;
  if (body.end !== end - 1 || text[end - 1] !== "长") return null;
  return { start, end, core: text.slice(start, end), coreStart: start };
}

/** 以色列国|防部长: a state's full name has taken the first unit of the title. */
function afterState(scene: Scene, last: Named, end: number): Title | null {
  if (last.type !== "place" || scene.text[last.end - 1] !== "国" || !isCountry(scene.context, last.name)) return null;
  const title = titleBefore(scene.context, end, last.end - 1);
  return title?.coreStart === last.end - 1 ? title : null;
}

/** The item whose title ends at `end`. */
function itemBefore(scene: Scene, end: number): Item | null {
  const last = namesIn(scene, end - LONGEST_TITLE, end).at(-1);
  if (last && last.end >= end) return null;
  const shared = last && (sharedUnit(scene, last, end) ?? afterState(scene, last, end));
  if (shared) return fits(scene, last, shared, last.end) ? itemOf(scene, last, shared.start, shared) : null;
  // A title begins behind the last name: 市政协党组 | 书记, though 党组书记 is a title too.
  const title = titleBefore(scene.context, end, last?.end ?? 0);
  if (!title) return null;
  const found = bodyBefore(scene, title);
  const country = found
    ? stateBefore(scene, found.body, title)
    : (countryByForm(scene, title) ?? countryByUnit(scene, title));
  if (country) return itemOf(scene, country.body, country.end, title, country.start);
  if (found) return itemOf(scene, found.body, found.end, title);
  return itemOf(scene, null, unitBefore(scene, title), title);
}

/** Where the unit of a title without a body begins, behind the mark before it: 、组织部|部长. */
function unitBefore(scene: Scene, title: Title): number {
  const head = /(?:^|[、兼])([\u3400-\u9fff]{2,12})$/.exec(
    scene.text.slice(Math.max(0, title.start - GAP - 1), title.start),
  );
  const start = head ? title.start - head[1]!.length : title.start;
  const isUnit = start < title.start && namesIn(scene, start, title.start).length === 0;
  return isUnit && isGap(scene, start, title.start, title.core) ? start : title.start;
}

const SEPARATOR = /(?:、|[，,]?兼|、兼|暨)$/;

/** The titles before a name that begins at `end`, in reading order; empty for none. */
export function itemsBefore(scene: Scene, end: number): Item[] {
  const items: Item[] = [];
  for (let at = end; ; ) {
    const item = itemBefore(scene, at);
    if (!item) return items;
    items.unshift(item);
    const separator = SEPARATOR.exec(scene.text.slice(Math.max(0, item.start - 2), item.start));
    if (!separator) return items;
    at = item.start - separator[0].length;
  }
}

/** The titles that begin at `start`, each with its body or carried on, and where they end; empty for none. */
export function itemsFrom(scene: Scene, start: number): { items: Item[]; end: number } {
  const items: Item[] = [];
  let end = start;
  for (let at = start; ; ) {
    const item = itemAfter(scene, at);
    if (!item) break;
    items.push(item);
    end = item.words[1];
    const separator = /^(?:、兼?|兼)/.exec(scene.text.slice(end, end + 2));
    if (!separator) break;
    at = end + separator[0].length;
  }
  return { items, end };
}

function itemAfter(scene: Scene, at: number): Item | null {
  const body = scene.startingAt.get(at) ?? null;
  if (body && body.type !== "agency" && body.type !== "place") return null;
  const title = body ? titleBehind(scene, body) : titleAfter(scene.context, at);
  if (!title || scene.context.wordStart[title.end] !== 1) return null;
  const taken = namesIn(scene, title.coreStart, title.end).some((name) => name !== body);
  return taken ? null : itemOf(scene, body, body ? Math.min(body.end, title.start) : title.start, title);
}

/** Whether a title that is read forwards ends there: 总统 of 总统国家安全事务助理 does not. */
function isWhole({ context }: Scene, end: number): boolean {
  const next = context.tokens[context.tokenAt[end]!];
  return !next || !/^(?:n|vn|j|b|l)/.test(next.tag) || /^(?:职务|一职|职位|期间|时期|同志)/.test(next.word);
}

function titleBehind(scene: Scene, body: Named): Title | null {
  for (let gap = 0; gap <= GAP; gap++) {
    const title = titleAfter(scene.context, body.end + gap);
    if (!title || !isWhole(scene, title.end)) continue;
    return isGap(scene, body.end, title.start, title.core) && fits(scene, body, title) ? title : null;
  }
  const title = sharedUnit(scene, body, body.end + 1);
  return title && fits(scene, body, title, body.end) ? title : null;
}
