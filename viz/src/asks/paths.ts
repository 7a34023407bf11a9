// How two names, or more in a given order, hang together: the best chains of ties between them. Pure.
//
// A hop costs 1 + 1 / weight, so between 1 and 2: fewer hops first, among equals the better attested; weight is stories, up
// to doubled by how many of the articles have a sentence with both (the question `path` of the command line counts the same).
// To avoid hubs, a name on the way costs up to 2 more, by the logarithm of its ties.
//
// The k best: Yen 1971, "Finding the k shortest loopless paths in a network". The cost from every name to the goal is worked
// out once; what it costs with some names closed can only be more, so it leads each of Yen's searches straight (A*).
//
// Through more than two names the legs are found by themselves and joined, cheapest sums first. The k best sums are made of
// the k best of each leg, so nothing is missed; a name may stand on two legs, and is then passed twice.

import type { EntityType } from "../data.ts";
import { type Choice, fits, tieFits } from "../drawn.ts";
import type { Model, Tie } from "../model.ts";
import { createHeap } from "./heap.ts";

export interface PathOptions {
  readonly k: number;
  readonly avoid: boolean;
  /** Names on the way are all of this type; null: any. */
  readonly via: EntityType | null;
  /** Only ties of which a sentence with both names is known. */
  readonly close: boolean;
}

export interface NamePath {
  readonly nodes: readonly number[];
  /** `ties[i]` joins `nodes[i]` and `nodes[i + 1]`. */
  readonly ties: readonly number[];
  readonly cost: number;
}

const weight = (tie: Tie): number => tie.stories * (1 + (tie.close ?? 0) / Math.max(1, tie.articles));
export const hopCost = (tie: Tie): number => 1 + 1 / Math.max(1, weight(tie));

/**
 * Best first, at most `k`, none when two that follow each other are not connected or are one. Names and ties that the filters
 * leave out are no way, the stops themselves aside. Same model, same answer.
 */
export function findPaths(model: Model, choice: Choice, stops: readonly number[], options: PathOptions): NamePath[] {
  const legs = stops.slice(1).map((to, i) => findLegs(model, choice, stops[i]!, to, options));
  const [first = [], ...others] = legs;
  return others.reduce((begun, leg) => joinLegs(begun, leg, options.k), first);
}

/** The first two stops that follow each other and are not connected; null where all are. */
export function gapOf(
  model: Model,
  choice: Choice,
  stops: readonly number[],
  options: PathOptions,
): readonly [number, number] | null {
  for (const [i, to] of stops.slice(1).entries())
    if (findLegs(model, choice, stops[i]!, to, { ...options, k: 1 }).length === 0) return [stops[i]!, to];
  return null;
}

/** The `k` cheapest of all that begin with one of `begun` and go on with one of `leg`. */
const joinLegs = (begun: readonly NamePath[], leg: readonly NamePath[], k: number): NamePath[] =>
  begun
    .flatMap((head) =>
      leg.map((tail): NamePath => {
        const nodes = [...head.nodes, ...tail.nodes.slice(1)];
        return { nodes, ties: [...head.ties, ...tail.ties], cost: head.cost + tail.cost };
      }),
    )
    .sort(comparePaths)
    .slice(0, k);

function findLegs(model: Model, choice: Choice, from: number, to: number, options: PathOptions): NamePath[] {
  if (from === to) return [];
  const ways = waysOf(model, choice, from, to, options);
  const goal = costsTo(ways, to);
  const first = search(ways, goal, [from], to, new Set());
  if (!first) return [];
  const found: NamePath[] = [first];
  const candidates = new Map<string, NamePath>();
  while (found.length < options.k) {
    const last = found.at(-1)!;
    for (let i = 0; i < last.nodes.length - 1; i++) {
      const root = last.nodes.slice(0, i + 1);
      const used = new Set(
        found.filter((path) => root.every((node, at) => path.nodes[at] === node)).map((path) => path.nodes[i + 1]!),
      );
      const path = search(ways, goal, root, to, used);
      if (path) candidates.set(path.nodes.join(" "), path);
    }
    const next = [...candidates.values()].sort(comparePaths)[0];
    if (!next) break;
    candidates.delete(next.nodes.join(" "));
    found.push(next);
  }
  return found;
}

/** Every step that is open, in flat arrays: those of name i are `start[i] … start[i + 1]`. */
interface Ways {
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  readonly cost: Float64Array;
  /** The tie of the cheapest step between two neighbours, of equal ones the stronger tie, and its cost. */
  readonly hop: (from: number, to: number) => { readonly tie: number; readonly cost: number };
}

function waysOf(model: Model, choice: Choice, from: number, to: number, { avoid, via, close }: PathOptions): Ways {
  const isEnd = (node: number): boolean => node === from || node === to;
  const open = Uint8Array.from(model.nodes, ({ type }, node) =>
    isEnd(node) || (fits(model, choice, node) && (via === null || type === via)) ? 1 : 0,
  );
  const ties = new Uint32Array(model.nodes.length);
  const wanted: number[] = [];
  model.edges.forEach((tie, i) => {
    const { source, target, stories } = tie;
    if (stories === 0) return;
    ties[source]!++;
    ties[target]!++;
    if (open[source] && open[target] && tieFits(choice, tie) && (!close || tie.close)) wanted.push(i);
  });
  // Costs are the same in both directions: a name's toll is paid half on coming and half on leaving, the ends' is none.
  const scale = 2 / Math.log(1 + model.nodes.length);
  const toll = Float64Array.from(ties, (many, node) => (avoid && !isEnd(node) ? (scale * Math.log(1 + many)) / 2 : 0));
  return layWays(model, wanted, toll);
}

function layWays(model: Model, wanted: readonly number[], toll: Float64Array): Ways {
  const { edges, edgesOf } = model;
  const start = new Uint32Array(model.nodes.length + 1);
  for (const i of wanted) {
    start[edges[i]!.source + 1]!++;
    start[edges[i]!.target + 1]!++;
  }
  for (let node = 1; node < start.length; node++) start[node]! += start[node - 1]!;
  const next = start.slice();
  const size = 2 * wanted.length;
  const [other, tie, cost] = [new Uint32Array(size), new Uint32Array(size), new Float64Array(size)];
  const add = (node: number, neighbour: number, i: number, hop: number): void => {
    const at = next[node]!++;
    other[at] = neighbour;
    tie[at] = i;
    cost[at] = hop + toll[node]! + toll[neighbour]!;
  };
  for (const i of wanted) {
    const { source, target } = edges[i]!;
    const hop = hopCost(edges[i]!);
    add(source, target, i, hop);
    add(target, source, i, hop);
  }
  const hop: Ways["hop"] = (node, neighbour) => {
    const costOf = new Map<number, number>();
    for (let at = start[node]!; at < start[node + 1]!; at++)
      if (other[at] === neighbour) costOf.set(tie[at]!, cost[at]!);
    const least = Math.min(...costOf.values());
    return { tie: edgesOf(node).find((i) => costOf.get(i) === least)!, cost: least };
  };
  return { start, other, cost, hop };
}

/** Dijkstra from the goal: the cost of the best way from each name; infinite where there is none. */
function costsTo({ start, other, cost }: Ways, to: number): Float64Array {
  const size = start.length - 1;
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(size);
  const heap = createHeap();
  costs[to] = 0;
  heap.push(to, 0);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    if (done[node]) continue;
    done[node] = 1;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const sum = costs[node]! + cost[at]!;
      if (sum >= costs[other[at]!]!) continue;
      costs[other[at]!] = sum;
      heap.push(other[at]!, sum);
    }
  }
  return costs;
}

/** The best path that begins with `root`, does not go on from it to a name of `used`, and meets no name twice. */
function search(
  ways: Ways,
  goal: Float64Array,
  root: readonly number[],
  to: number,
  used: ReadonlySet<number>,
): NamePath | null {
  const { start, other, cost } = ways;
  const spur = root.at(-1)!;
  const closed = new Set(root);
  const costs = new Map<number, number>([[spur, 0]]);
  const came = new Map<number, number>();
  const done = new Set<number>();
  const heap = createHeap();
  heap.push(spur, goal[spur]!);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    if (node === to) return pathOf(ways, [...root, ...way(came, spur, to)]);
    if (done.has(node)) continue;
    done.add(node);
    const paid = costs.get(node)!;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const next = other[at]!;
      if (closed.has(next) || goal[next] === Number.POSITIVE_INFINITY || (node === spur && used.has(next))) continue;
      const sum = paid + cost[at]!;
      if (sum >= (costs.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(next, sum);
      came.set(next, node);
      heap.push(next, sum + goal[next]!);
    }
  }
  return null;
}

function way(came: ReadonlyMap<number, number>, from: number, to: number): number[] {
  const nodes: number[] = [];
  for (let node = to; node !== from; node = came.get(node)!) nodes.push(node);
  return nodes.reverse();
}

/** Summed from the start, so that one path has one cost however it was found. */
function pathOf(ways: Ways, nodes: readonly number[]): NamePath {
  const hops = nodes.slice(1).map((node, i) => ways.hop(nodes[i]!, node));
  return { nodes, ties: hops.map((hop) => hop.tie), cost: hops.reduce((sum, hop) => sum + hop.cost, 0) };
}

function comparePaths(a: NamePath, b: NamePath): number {
  if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const i = a.nodes.findIndex((node, at) => node !== b.nodes[at]);
  return i < 0 ? 0 : a.nodes[i]! - b.nodes[i]!;
}
