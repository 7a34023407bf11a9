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
import { type Model, otherEnd, type Tie } from "../model.ts";
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

interface Step {
  readonly to: number;
  readonly tie: number;
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
  const steps = stepsOf(model, choice, from, to, options);
  const goal = costsTo(model.nodes.length, steps, to);
  const first = search(steps, goal, [from], to, new Set());
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
      const path = search(steps, goal, root, to, used);
      if (path) candidates.set(path.nodes.join(" "), path);
    }
    const next = [...candidates.values()].sort(comparePaths)[0];
    if (!next) break;
    candidates.delete(next.nodes.join(" "));
    found.push(next);
  }
  return found;
}

type Steps = (node: number) => readonly Step[];

/** What can be stepped to from a name. A pair that is tied in two layers is joined by the cheaper. */
function stepsOf(model: Model, choice: Choice, from: number, to: number, { avoid, via, close }: PathOptions): Steps {
  const ends = new Set([from, to]);
  const scale = 2 / Math.log(1 + model.nodes.length);
  const kept = new Map<number, readonly Step[]>();
  const open = (node: number): boolean =>
    ends.has(node) || (fits(model, choice, node) && (via === null || model.nodes[node]!.type === via));
  return (node) => {
    const known = kept.get(node);
    if (known) return known;
    const best = new Map<number, Step>();
    for (const i of model.edgesOf(node)) {
      const tie = model.edges[i]!;
      const other = otherEnd(tie, node);
      if (!tieFits(choice, tie) || !open(other) || (close && !tie.close)) continue;
      // Costs are the same in both directions: a name's toll is paid half on coming and half on leaving, the ends' is none.
      const toll = (at: number): number =>
        avoid && !ends.has(at) ? (scale * Math.log(1 + model.edgesOf(at).length)) / 2 : 0;
      const cost = hopCost(tie) + toll(node) + toll(other);
      if (cost < (best.get(other)?.cost ?? Number.POSITIVE_INFINITY)) best.set(other, { to: other, tie: i, cost });
    }
    const list = [...best.values()];
    kept.set(node, list);
    return list;
  };
}

/** Dijkstra from the goal: the cost of the best way from each name; infinite where there is none. */
function costsTo(size: number, steps: Steps, to: number): Float64Array {
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const done = new Uint8Array(size);
  const heap = createHeap();
  costs[to] = 0;
  heap.push(to, 0);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    if (done[node]) continue;
    done[node] = 1;
    for (const { to: other, cost } of steps(node)) {
      const sum = costs[node]! + cost;
      if (sum >= costs[other]!) continue;
      costs[other] = sum;
      heap.push(other, sum);
    }
  }
  return costs;
}

/** The best path that begins with `root`, does not go on from it to a name of `used`, and meets no name twice. */
function search(
  steps: Steps,
  goal: Float64Array,
  root: readonly number[],
  to: number,
  used: ReadonlySet<number>,
): NamePath | null {
  const spur = root.at(-1)!;
  const closed = new Set(root);
  const costs = new Map<number, number>([[spur, 0]]);
  const came = new Map<number, number>();
  const done = new Set<number>();
  const heap = createHeap();
  heap.push(spur, goal[spur]!);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    if (node === to) return pathOf(steps, [...root, ...way(came, spur, to)]);
    if (done.has(node)) continue;
    done.add(node);
    for (const { to: other, cost } of steps(node)) {
      if (closed.has(other) || goal[other] === Number.POSITIVE_INFINITY || (node === spur && used.has(other))) continue;
      const sum = costs.get(node)! + cost;
      if (sum >= (costs.get(other) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(other, sum);
      came.set(other, node);
      heap.push(other, sum + goal[other]!);
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
function pathOf(steps: Steps, nodes: readonly number[]): NamePath {
  const hops = nodes.slice(1).map((node, i) => steps(nodes[i]!).find((step) => step.to === node)!);
  return { nodes, ties: hops.map((hop) => hop.tie), cost: hops.reduce((sum, hop) => sum + hop.cost, 0) };
}

function comparePaths(a: NamePath, b: NamePath): number {
  if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const i = a.nodes.findIndex((node, at) => node !== b.nodes[at]);
  return i < 0 ? 0 : a.nodes[i]! - b.nodes[i]!;
}
