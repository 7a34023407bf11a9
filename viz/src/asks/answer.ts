// A question that the reader has opened → what of the map is meant by its answer. Pure.
import type { Filters, Selection } from "../address.ts";
import type { Choice } from "../drawn.ts";
import type { Model } from "../model.ts";
import { EVERYTHING, type Scope } from "../recount.ts";
import { type Common, findCommon } from "./common.ts";
import { CHANGES, type Change, type Comparison, compareScopes } from "./compare.ts";
import { findPaths, gapOf, type NamePath } from "./paths.ts";

export type Answer =
  | {
      readonly kind: "path";
      /** Names asked for, in their order. */
      readonly stops: readonly number[];
      readonly paths: readonly NamePath[];
      readonly shown: number;
      /** Where there is no path: the first two stops that are not connected. */
      readonly gap: readonly [number, number] | null;
    }
  | { readonly kind: "common"; readonly asked: readonly number[]; readonly common: Common }
  | { readonly kind: "compare"; readonly comparison: Comparison };

/** What an answer draws and means. `route` is in order and gets numbers. */
export interface Meant {
  readonly hubs: readonly number[];
  readonly near: readonly number[];
  readonly ties: readonly number[];
  readonly route: readonly number[];
  readonly changes: ReadonlyMap<number, Change> | null;
}

const PATHS = 4;
/** Of each kind of change so many ties are drawn; all are in the lists. */
const DRAWN_CHANGES = 60;
const DRAWN_COMMON = 60;

/**
 * Null for a selection that asks nothing, or asks of names that are not there. `whole` is counted in everything; `choice` is of
 * the names and ties of `model`, for a comparison of those of `whole`.
 */
export function answer(
  model: Model,
  whole: Model,
  choice: Choice,
  filters: Pick<Filters, "papers" | "from" | "to">,
  selection: Selection,
): Answer | null {
  if (selection.kind === "path") {
    const stops = selection.stops.flatMap((id) => model.indexById.get(id) ?? []);
    if (stops.length < selection.stops.length) return null;
    const { avoid, via, close } = selection;
    const options = { k: PATHS, avoid, via, close };
    const paths = findPaths(model, choice, stops, options);
    const gap = paths.length === 0 ? gapOf(model, choice, stops, options) : null;
    return { kind: "path", stops, paths, shown: Math.min(selection.nth, Math.max(0, paths.length - 1)), gap };
  }
  if (selection.kind === "common") {
    const asked = [...new Set(selection.ids.flatMap((id) => model.indexById.get(id) ?? []))];
    return asked.length < 2 ? null : { kind: "common", asked, common: findCommon(model, choice, asked) };
  }
  if (selection.kind === "compare") {
    const [left, right] = [selection.left, selection.right].map((side) => scopeOf(selection.by, side, filters));
    if (!left || !right) return null;
    return { kind: "compare", comparison: compareScopes(whole, choice, left, right) };
  }
  return null;
}

/** A side of a comparison, within the other filter: a paper in the days that are looked at, a period in the papers. */
export function scopeOf(by: "paper" | "period", side: string, filters: Scope): Scope | null {
  if (by === "paper") return { ...filters, papers: [side] };
  const [, from, to] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(side) ?? [];
  return from && to ? { ...EVERYTHING, papers: filters.papers, from, to } : null;
}

export function meantBy(model: Model, given: Answer): Meant {
  const nothing = { hubs: [], near: [], ties: [], route: [], changes: null };
  if (given.kind === "path") {
    const path = given.paths[given.shown];
    if (!path) return { ...nothing, hubs: given.stops, near: given.stops };
    return { ...nothing, hubs: path.nodes, near: path.nodes, ties: path.ties, route: path.ties };
  }
  if (given.kind === "common") {
    const shared = given.common.shared.slice(0, DRAWN_COMMON);
    return {
      ...nothing,
      hubs: given.asked,
      near: [...given.asked, ...shared.map(({ node }) => node)],
      ties: shared.flatMap(({ ties }) => ties),
    };
  }
  const changes = new Map<number, Change>();
  for (const change of CHANGES)
    for (const { index } of given.comparison.ties[change].slice(0, DRAWN_CHANGES)) changes.set(index, change);
  const ties = [...changes.keys()];
  const near = [...new Set(ties.flatMap((i) => [model.edges[i]!.source, model.edges[i]!.target]))];
  return { ...nothing, near, ties, changes };
}
