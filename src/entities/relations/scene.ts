// An article as the grammars see it: the context's text with the settled mentions of its content on it.
import { grouped } from "../../lib/group.ts";
import { firstIndex } from "../../lib/search.ts";
import type { Span } from "../../lib/span.ts";
import type { Token } from "../../text/index.ts";
import type { Context } from "../context.ts";
import type { ReadArticle } from "../repair.ts";
import { type Name, REGION_KINDS } from "../resources.ts";
import type { Mention } from "../types.ts";
import type { Named } from "./types.ts";

export interface Scene {
  readonly context: Context;
  readonly text: string;
  /** By start, disjoint. */
  readonly names: readonly Named[];
  /** Where a sentence ends: offsets of full stops, semicolons and line feeds. */
  readonly stops: readonly number[];
  /** By the first unit of their names: places, each name's first mention. */
  readonly places: ReadonlyMap<string, readonly Named[]>;
  readonly startingAt: ReadonlyMap<number, Named>;
  readonly endingAt: ReadonlyMap<number, Named>;
}

const STOP = /[。！？!?;；\n]/g;

/** Bylines and furniture state no relations: their mentions are left out. Cost: O(length). */
export function createScene(context: Context, as: ReadArticle, mentions: readonly Mention[]): Scene {
  const units = unitsOfPrint(context, as);
  const names: Named[] = [];
  for (const mention of mentions) {
    const start = units.starts[mention.start]! - 1;
    const end = units.ends[mention.end]!;
    if (mention.layer !== "content" || start < 0 || end <= start) continue;
    names.push({ start, end, type: mention.type, name: mention.name, printed: mention.start });
  }
  return {
    context,
    text: context.text,
    names,
    stops: Array.from(context.text.matchAll(STOP), ({ index }) => index),
    places: placesByUnit(names),
    startingAt: new Map(names.map((name) => [name.start, name])),
    endingAt: new Map(names.map((name) => [name.end, name])),
  };
}

function placesByUnit(names: readonly Named[]): Map<string, Named[]> {
  const first = new Map<string, Named>();
  for (const place of names) if (place.type === "place" && !first.has(place.name)) first.set(place.name, place);
  return grouped(first.values(), ({ name }) => name[0]!);
}

/** Printed offset where a unit begins → the first such unit and one; where one ends → the end of the last such unit. 0 for none. */
function unitsOfPrint({ text, at }: Context, { starts, ends }: ReadArticle) {
  const room = Math.max(0, ends.at(-1) ?? 0) + 1;
  const found = { starts: new Int32Array(room), ends: new Int32Array(room) };
  for (let unit = 0; unit < text.length; unit++) {
    const start = starts[at[unit]!]!;
    if (found.starts[start] === 0) found.starts[start] = unit + 1;
    found.ends[ends[at[unit]!]!] = unit + 1;
  }
  return found;
}

/** The names that share a unit with a span. */
export function namesIn({ names }: Scene, start: number, end: number): Named[] {
  const first = firstIndex(names, (name) => name.end > start);
  return names.slice(
    first,
    Math.max(
      first,
      firstIndex(names, (name) => name.start >= end),
    ),
  );
}

/** The last name that ends at `at` or before it, and not before `from`. */
export function nameBefore({ names }: Scene, at: number, from = 0): Named | undefined {
  const name = names[firstIndex(names, ({ end }) => end > at) - 1];
  return name && name.end >= from ? name : undefined;
}

/** The first name that begins at `at` or behind it. */
export const nameBehind = ({ names }: Scene, at: number): Named | undefined =>
  names[firstIndex(names, ({ start }) => start >= at)];

/** The sentence around a unit; a semicolon and a line feed end it too. */
export function sentenceAround({ text, stops }: Scene, at: number): Span {
  const next = firstIndex(stops, (stop) => stop >= at);
  return [next > 0 ? stops[next - 1]! + 1 : 0, stops[next] ?? text.length];
}

/** The words that begin in a span or reach into it, in order. */
export function tokensIn({ context }: Scene, start: number, end: number): Token[] {
  const first = context.tokenAt[start] ?? -1;
  const last = context.tokenAt[end - 1] ?? -1;
  return first < 0 || last < 0 ? [] : context.tokens.slice(first, last + 1);
}

/**
 * The coordination that ends at `end`: names of one type joined by 、 和 与 及, in the order of print. Bodies of one
 * letter-head may stand side by side: 中共中央 国务院.
 */
export function listBefore(scene: Scene, end: number, type: Named["type"]): Named[] {
  const out: Named[] = [];
  for (let at = end; ; ) {
    const name = scene.endingAt.get(at);
    if (name?.type !== type) return out;
    out.unshift(name);
    const link = /(?:、|和|与|及|以及)$/.exec(scene.text.slice(Math.max(0, name.start - 2), name.start));
    if (!link && type !== "agency") return out;
    at = name.start - (link?.[0].length ?? 0);
  }
}

/** The coordination that begins at `start`. */
export function listFrom(scene: Scene, start: number, type: Named["type"]): Named[] {
  const out: Named[] = [];
  for (let at = start; ; ) {
    const name = scene.startingAt.get(at);
    if (name?.type !== type) return out;
    out.push(name);
    const link = /^(?:、|和|与|以及|及)/.exec(scene.text.slice(name.end, name.end + 2));
    if (!link) return out;
    at = name.end + link[0].length;
  }
}

/** A region inside a longer name. */
export interface Level {
  readonly name: string;
  readonly words: Span;
}

const isLevel = ({ kind }: Name): boolean => REGION_KINDS.has(kind) || kind === "country";

/**
 * The levels that a name begins with, each in the one before: 河北省, 涉县 of 河北省涉县赤岸村. The name itself is none of
 * them. `clash`: another region follows that lies elsewhere, as in 果洛西宁民族中学, so that no telling which says where.
 */
export function printedChain({ text, context }: Scene, { start, end }: Named): { levels: Level[]; clash: boolean } {
  const levels: Level[] = [];
  let above: Name | null = null;
  for (let at = start; at < end; at = levels.at(-1)!.words[1]) {
    const match = context.resources.forms.at(text, at).find((one) => one.end < end && one.values.some(isLevel));
    if (!match) break;
    const regions = match.values.filter(isLevel);
    const region = levelUnder(regions, above);
    // 泗水镇, 固原巷: the form of a region inside a smaller name.
    if (!region)
      return {
        levels,
        clash: above !== null && !regions[0]!.doubtful && !/^[镇乡村街路巷]/.test(text.slice(match.end)),
      };
    levels.push({ name: region.name, words: [at, match.end] });
    above = region;
  }
  return { levels, clash: false };
}

/** Of the regions of a form the one that lies in the region before; the first of a chain must be one only, and sure. */
function levelUnder(regions: readonly Name[], above: Name | null): Name | undefined {
  if (above === null || above.name === "中国")
    return regions.length === 1 && !regions[0]!.doubtful ? regions[0] : undefined;
  // What lies in what is told of this country alone.
  const isAbroad = ({ kind, parents }: Name): boolean => kind !== "province" && parents.length === 0;
  if (isAbroad(above)) return regions.find(isAbroad);
  return regions.find(({ parents }) => parents.includes(above.name));
}
