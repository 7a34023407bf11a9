// The hash of the address ↔ what is looked at. Pure.
//
//   #/node/person:习近平   #/tie/A/B   #/path/A/B/C   #/common/A/B/C   #/community/2   #/communities   #/filters
//   #/compare/paper/拉萨日报/河北日报   #/compare/period/2025-06-01..2025-06-30/2025-07-01..2025-07-31   #/corrections
//   each with /article/PAGE%23a3 behind it when an article is open, followed by ?v=1& and what differs from the usual:
//   lang=en theme=dark names=1000 ties=all bylines=1 without=place,person papers=拉萨日报 from=2025-06-01 to=2025-06-30
//   ghosts=0 (what a window leaves out is not drawn) least=2 (stories of a tie) known=2 (stories of a name) sure=clear q=FILTER time=1 table=1 at=X,Y,RATIO avoid=1 via=agency close=1 nth=2
//
// An address never passes 2,000 characters as a browser sends it: ids that are too long stand as a hash ("~1x8k…"), which
// the model knows as well. Parsing never throws: what cannot be read is left out, and addresses without a version are
// those of the first.
import type { EntityType } from "./data.ts";

export type Comparison = "paper" | "period";

export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "tie"; readonly a: string; readonly b: string }
  | { readonly kind: "communities" }
  | { readonly kind: "community"; readonly index: number }
  | {
      readonly kind: "path";
      /** Names that it leads through in this order, at least two. */
      readonly stops: readonly string[];
      readonly avoid: boolean;
      readonly via: EntityType | null;
      /** Only over ties whose names stand in one sentence. */
      readonly close: boolean;
      /** Which of the paths is shown, 0 the best. */
      readonly nth: number;
    }
  | { readonly kind: "common"; readonly ids: readonly string[] }
  | { readonly kind: "compare"; readonly by: Comparison; readonly left: string; readonly right: string }
  | { readonly kind: "filters" }
  | { readonly kind: "corrections" };

export type PathSelection = Extract<Selection, { kind: "path" }>;

/** How many names are drawn: the first 300, the first 1,000, or all that the data carries. */
export type Names = "300" | "1000" | "all";
/** Ties as sure as this at least: any, p ≤ 0.05, q ≤ 0.05. */
export type Sure = "any" | "hint" | "clear";

/** What the reader leaves out of the whole. */
export interface Filters {
  readonly without: readonly EntityType[];
  readonly bylines: boolean;
  /** Papers that are looked at, "" for unknown ones; empty for all. */
  readonly papers: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** Least stories of a tie, and of a name; ≥ 1. */
  readonly least: number;
  readonly known: number;
  readonly sure: Sure;
  /** In the filter language. */
  readonly query: string;
}

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface Place {
  readonly selection: Selection;
  /** Id of the article that is open. */
  readonly article: string | null;
  readonly lang: "zh" | "en" | null;
  readonly theme: "light" | "dark" | null;
  readonly names: Names;
  readonly allTies: boolean;
  /** Whether what a window leaves out stays as hollow marks. */
  readonly ghosts: boolean;
  readonly filters: Filters;
  readonly time: boolean;
  readonly table: boolean;
  /** Where the reader has moved the camera; null: where it stands by itself. */
  readonly camera: Camera | null;
}

export const NOWHERE: Selection = { kind: "none" };
/** More names than these no path is asked through. */
export const MOST_STOPS = 6;
/** The paths through some names, as they are first asked for. */
export const pathThrough = (stops: readonly string[]): PathSelection => {
  return { kind: "path", stops: stops.slice(0, MOST_STOPS), avoid: false, via: null, close: false, nth: 0 };
};
export const NO_FILTERS: Filters = {
  without: [],
  bylines: false,
  papers: [],
  from: null,
  to: null,
  least: 1,
  known: 1,
  sure: "any",
  query: "",
};

/** Characters of an address, and of one id in it, as a browser sends them. */
export const MOST_CHARACTERS = 2000;
const LONG_ID = 360;
/** More of a filter than this does not fit beside the rest. */
export const LONGEST_QUERY = 120;
const VERSION = 1;

const ALL_TYPES: readonly string[] = ["city_cluster", "agency", "program", "person", "place"];
const SURE: readonly string[] = ["hint", "clear"];

/** A short stand-in for a long id: "~" and 53 bits in base 36 (cyrb53, a public hash by bryc). */
export function shortId(id: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `~${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}

/** Ids that an address cannot carry as they are: too long, or not well-formed text. */
export const isAwkward = (id: string): boolean =>
  /\p{Surrogate}/u.test(id) || id.length > LONG_ID || encodeURIComponent(id).length > LONG_ID;

// Colons and Han characters may stand in a hash as they are, which keeps addresses readable.
const escaped = (part: string): string => part.replace(/[%/?#&=,\s]/g, encodeURIComponent);
const unescaped = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

export function formatPlace(place: Place): string {
  const readable = format(place, (id) => (isAwkward(id) ? shortId(id) : id));
  return encodeURI(readable).length <= MOST_CHARACTERS ? readable : format(place, (id) => shorter(id));
}

const shorter = (id: string): string => (isAwkward(id) || encodeURIComponent(id).length > 14 ? shortId(id) : id);

function format(place: Place, carry: (id: string) => string): string {
  const { selection, article, filters } = place;
  const path = [...pathOf(selection, carry), ...(article === null ? [] : ["article", carry(article)])];
  const list = (values: readonly string[]): string => values.map((value) => escaped(carry(value))).join(",");
  const query = [
    selection.kind === "path" && selection.avoid && "avoid=1",
    selection.kind === "path" && selection.via && `via=${selection.via}`,
    selection.kind === "path" && selection.close && "close=1",
    selection.kind === "path" && selection.nth > 0 && `nth=${selection.nth + 1}`,
    place.lang && `lang=${place.lang}`,
    place.theme && `theme=${place.theme}`,
    place.names !== "300" && `names=${place.names}`,
    place.allTies && "ties=all",
    !place.ghosts && "ghosts=0",
    filters.bylines && "bylines=1",
    filters.without.length > 0 && `without=${filters.without.join(",")}`,
    // A paper without a name is "?" here.
    filters.papers.length > 0 && `papers=${list(filters.papers.map((paper) => paper || "?"))}`,
    filters.from && `from=${filters.from}`,
    filters.to && `to=${filters.to}`,
    filters.least > 1 && `least=${filters.least}`,
    filters.known > 1 && `known=${filters.known}`,
    filters.sure !== "any" && `sure=${filters.sure}`,
    filters.query && `q=${escaped(filters.query.slice(0, LONGEST_QUERY))}`,
    place.time && "time=1",
    place.table && "table=1",
    place.camera && `at=${[place.camera.x, place.camera.y, place.camera.ratio].map(short).join(",")}`,
  ].filter(Boolean);
  const tail = query.length > 0 ? `?v=${VERSION}&${query.join("&")}` : "";
  return `#/${path.map(escaped).join("/")}${tail}`;
}

const short = (value: number): string => String(Number(value.toFixed(4)));

function pathOf(selection: Selection, carry: (id: string) => string): string[] {
  switch (selection.kind) {
    case "none":
      return [];
    case "node":
      return ["node", carry(selection.id)];
    case "tie":
      return ["tie", carry(selection.a), carry(selection.b)];
    case "path":
      return ["path", ...selection.stops.map(carry)];
    case "common":
      return ["common", ...selection.ids.map(carry)];
    case "community":
      return ["community", String(selection.index)];
    case "compare":
      return ["compare", selection.by, carry(selection.left) || "?", carry(selection.right) || "?"];
    default:
      return [selection.kind];
  }
}

/** Never throws: what cannot be read is left out. */
export function parsePlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const parts = path.split("/").filter(Boolean).map(unescaped);
  const raw = new Map(query.split("&").map((pair): [string, string] => [key(pair), pair.slice(key(pair).length + 1)]));
  const option = (name: string): string => unescaped(raw.get(name) ?? "");
  const list = (name: string): string[] => (raw.get(name) ?? "").split(",").filter(Boolean).map(unescaped);
  const lang = option("lang");
  const theme = option("theme");
  const names = option("names");
  const articleAt = parts.indexOf("article");
  return {
    selection: parseSelection(articleAt >= 0 ? parts.slice(0, articleAt) : parts, option),
    article: articleAt >= 0 ? (parts[articleAt + 1] ?? null) : null,
    lang: lang === "zh" || lang === "en" ? lang : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
    names: names === "1000" || names === "all" ? names : "300",
    allTies: option("ties") === "all",
    ghosts: option("ghosts") !== "0",
    filters: {
      without: list("without").filter((type) => ALL_TYPES.includes(type)) as EntityType[],
      bylines: option("bylines") === "1",
      papers: list("papers").map((paper) => (paper === "?" ? "" : paper)),
      from: date(option("from")),
      to: date(option("to")),
      least: count(option("least")),
      known: count(option("known")),
      sure: (SURE.includes(option("sure")) ? option("sure") : "any") as Sure,
      query: option("q").slice(0, LONGEST_QUERY),
    },
    time: option("time") === "1",
    table: option("table") === "1",
    camera: camera(option("at")),
  };
}

// A value that was typed by hand may hold "=" itself.
const key = (pair: string): string => pair.split("=", 1)[0]!;

const date = (text: string): string | null => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null);
const count = (text: string): number => (/^\d{1,6}$/.test(text) ? Math.max(1, Number(text)) : 1);

function camera(text: string): Camera | null {
  const [x, y, ratio, ...more] = text.split(",").map(Number);
  if (x === undefined || y === undefined || ratio === undefined || more.length > 0) return null;
  return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(ratio) && ratio > 0 ? { x, y, ratio } : null;
}

function parseSelection(parts: readonly string[], option: (name: string) => string): Selection {
  const [kind, first, second, third] = parts;
  if (kind === "node" && first) return { kind, id: first };
  if (kind === "tie" && first && second) return { kind, a: first, b: second };
  if (kind === "path" && first && second) {
    const via = option("via");
    return {
      kind,
      stops: parts.slice(1, 1 + MOST_STOPS),
      avoid: option("avoid") === "1",
      close: option("close") === "1",
      via: ALL_TYPES.includes(via) ? (via as EntityType) : null,
      nth: Math.min(99, count(option("nth")) - 1),
    };
  }
  if (kind === "common" && first && second) return { kind, ids: parts.slice(1) };
  if (kind === "compare" && (first === "paper" || first === "period") && second && third) {
    const named = (side: string): string => (side === "?" ? "" : side);
    return { kind, by: first, left: named(second), right: named(third) };
  }
  if (kind === "community" && first && /^\d{1,9}$/.test(first)) return { kind, index: Number(first) };
  if (kind === "communities" || kind === "filters" || kind === "corrections") return { kind };
  return NOWHERE;
}

/** Whether two selections are of the same things, options and order aside where they do not matter. */
export function sameSelection(a: Selection, b: Selection): boolean {
  if (a.kind === "tie" && b.kind === "tie") return (a.a === b.a && a.b === b.b) || (a.a === b.b && a.b === b.a);
  return JSON.stringify(pathOf(a, String)) === JSON.stringify(pathOf(b, String)) && sameOptions(a, b);
}

const sameOptions = (a: Selection, b: Selection): boolean =>
  a.kind !== "path" ||
  b.kind !== "path" ||
  (a.avoid === b.avoid && a.via === b.via && a.close === b.close && a.nth === b.nth);
