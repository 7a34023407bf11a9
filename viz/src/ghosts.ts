// What a window of days, or a choice of papers, leaves out of the map: names and ties that would be drawn without it. They
// stay as hollow marks, so that what is absent can be seen. And which of the drawn names and ties are new in it. Pure.
import type { Drawn } from "./drawn.ts";
import { radius } from "./looks.ts";
import type { Model } from "./model.ts";
import type { Scope } from "./recount.ts";
import type { Picture } from "./reducers.ts";

/** Seen before the window alone, after it alone, or elsewhere: on both sides of it, without a date, in other papers. */
export type When = "before" | "after" | "elsewhere";

export interface GhostName {
  readonly node: number;
  readonly when: When;
  /** Radius of its mark, as it is where everything is counted. */
  readonly size: number;
}

export interface GhostTie {
  readonly edge: number;
  readonly when: When;
}

export interface Ghosts {
  /** The most important first. */
  readonly names: readonly GhostName[];
  readonly ties: readonly GhostTie[];
  /** Drawn names, and how many drawn ties, that stand in nothing older than the window. */
  readonly fresh: ReadonlySet<number>;
  readonly freshTies: number;
}

/**
 * `drawn` is what would be drawn of `whole`, `picture` what is drawn of `part`, the same project counted in its scope. What
 * the part still counts is no ghost, though a filter or the number of names may leave it out. Cost: O(names + drawn ties).
 */
export function ghostsOf(whole: Model, drawn: Drawn, part: Model, picture: Picture, bylines: boolean): Ghosts {
  const scope = part.scope!;
  const most = whole.nodes.reduce((top, node) => Math.max(top, node.stories), 1);
  const isAbsent = (node: number): boolean => {
    const { in: within, articles } = part.nodes[node]!;
    return drawn.nodes[node] === 1 && !picture.nodeShown[node] && (bylines ? articles === 0 : !within.content);
  };
  const names = whole.ranked.filter(isAbsent).map((node): GhostName => {
    const { first_date, last_date, stories } = whole.nodes[node]!;
    return { node, when: whenOf(first_date, last_date, scope), size: radius(stories, most) };
  });
  const there = picture.nodeShown.slice();
  for (const { node } of names) there[node] = 1;
  const ties = drawn.edges.flatMap((edge): GhostTie[] => {
    const { source, target, stories } = part.edges[edge]!;
    if (stories > 0 || !there[source] || !there[target]) return [];
    return [{ edge, when: whenOf(...daysOf(whole, edge), scope) }];
  });
  const { from } = scope;
  const older = from !== null && (whole.project.dates?.[0] ?? from) < from;
  const isFresh = (first: string | null): boolean => older && first !== null && first >= from;
  return {
    names,
    ties,
    fresh: new Set(picture.nodes.filter((node) => isFresh(whole.nodes[node]!.first_date))),
    freshTies: older ? picture.edges.filter((edge) => isFresh(daysOf(whole, edge)[0])).length : 0,
  };
}

function whenOf(first: string | null, last: string | null, { from, to }: Scope): When {
  if (first === null || last === null) return "elsewhere";
  if (from !== null && last < from) return "before";
  return to !== null && first > to ? "after" : "elsewhere";
}

/** First and last day of the texts that a tie rests on. */
function daysOf(whole: Model, edge: number): [first: string | null, last: string | null] {
  const { edgeTexts, firstOf } = whole.incidence();
  let first: string | null = null;
  let last: string | null = null;
  for (let at = edgeTexts.start[edge]!; at < edgeTexts.start[edge + 1]!; at++) {
    const { date } = whole.articles[firstOf[edgeTexts.items[at]!]!]!;
    if (date === null) continue;
    if (first === null || date < first) first = date;
    if (last === null || date > last) last = date;
  }
  return [first, last];
}
