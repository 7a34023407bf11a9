// The best set of joins at once: every end goes on at most once, every beginning is gone on to at most once, no text goes
// round in a circle, and the sum of the scores is as large as it can be. Taking the best pair first is not enough: two open
// ends may like the same beginning, and one of them has no other.

import { createDisjointSets } from "../../lib/disjoint-sets.ts";
import { grouped } from "../../lib/group.ts";

/** A pair that may be joined; a score of 0 is as good as no join. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** More pairs than this that hang together are joined best first: a page of such size is no newspaper's. */
const LARGEST = 300;

/**
 * Maximum-weight matching of ends and beginnings, the pairs of positive score alone; a circle is opened at its weakest pair.
 *
 * In:  pairs in any order, each (from, to) once. Out: the chosen ones, sorted by `from`; ties go to the earlier pair.
 * Cost: O(n³) in the ends that hang together by pairs, which are few (Kuhn 1955, by shortest augmenting paths).
 */
export function bestJoins<P extends Pair>(pairs: readonly P[]): P[] {
  const wanted = pairs.filter((pair) => pair.score > 0).sort((a, b) => a.from - b.from || a.to - b.to);
  const groups = groupsOf(wanted).map((group) => ({ group, chosen: bestOf(group) }));
  for (;;) {
    const weakest = weakestInCircle(groups.flatMap(({ chosen }) => chosen));
    if (!weakest) break;
    const home = groups.find(({ chosen }) => chosen.includes(weakest))!;
    home.group = home.group.filter((pair) => pair !== weakest);
    home.chosen = bestOf(home.group);
  }
  return groups.flatMap(({ chosen }) => chosen).sort((a, b) => a.from - b.from);
}

const bestOf = <P extends Pair>(pairs: readonly P[]): P[] =>
  pairs.length <= 1 ? [...pairs] : pairs.length > LARGEST ? bestFirst(pairs) : matching(pairs);

/** Pairs that share an end or a beginning, directly or through others. */
function groupsOf<P extends Pair>(pairs: readonly P[]): P[][] {
  const sets = createDisjointSets((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const { from, to } of pairs) sets.join(`end ${from}`, `start ${to}`);
  return [...grouped(pairs, ({ from }) => sets.find(`end ${from}`)).values()];
}

/** The weakest pair of a circle, or null when every chain has an end. */
function weakestInCircle<P extends Pair>(chosen: readonly P[]): P | null {
  const next = new Map(chosen.map((pair) => [pair.from, pair]));
  for (const first of chosen) {
    let weakest = first;
    for (let pair = next.get(first.to); pair; pair = next.get(pair.to)) {
      if (pair.score < weakest.score) weakest = pair;
      if (pair === first) return weakest;
    }
  }
  return null;
}

function bestFirst<P extends Pair>(pairs: readonly P[]): P[] {
  const ends = new Set<number>();
  const starts = new Set<number>();
  return [...pairs]
    .sort((a, b) => b.score - a.score)
    .filter(({ from, to }) => {
      if (ends.has(from) || starts.has(to)) return false;
      ends.add(from);
      starts.add(to);
      return true;
    });
}

/**
 * The Hungarian method with potentials, one row (an end) after another. Columns are the beginnings and, for each row, a
 * place of its own that costs nothing: no join. Source: Kuhn 1955, “The Hungarian method for the assignment problem”.
 */
function matching<P extends Pair>(pairs: readonly P[]): P[] {
  const ends = [...new Set(pairs.map(({ from }) => from))];
  const starts = [...new Set(pairs.map(({ to }) => to))];
  const rowOf = new Map(ends.map((end, row) => [end, row + 1]));
  const columnOf = new Map(starts.map((start, column) => [start, column + 1]));
  const columns = starts.length + ends.length;
  const costs = ends.map(() => new Float64Array(columns + 1));
  const pairAt = new Map<number, P>();
  for (const pair of pairs) {
    const row = rowOf.get(pair.from)!;
    const column = columnOf.get(pair.to)!;
    costs[row - 1]![column] = -pair.score;
    pairAt.set(row * (columns + 1) + column, pair);
  }
  const rowAt = assignRows(costs, columns);
  const chosen: P[] = [];
  for (let column = 1; column <= columns; column++) {
    const pair = pairAt.get(rowAt[column]! * (columns + 1) + column);
    if (pair) chosen.push(pair);
  }
  return chosen;
}

/** Row (from 1) of each column (from 1), 0 for none; every row has one. Costs are least in sum. */
function assignRows(costs: readonly Float64Array[], columns: number): Int32Array {
  const rowPotential = new Float64Array(costs.length + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= costs.length; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    let column = 0;
    rowAt[0] = row;
    while (rowAt[column] !== 0) {
      seen[column] = 1;
      const at = rowAt[column]!;
      let nearest = 0;
      let step = Number.POSITIVE_INFINITY;
      for (let c = 1; c <= columns; c++) {
        if (seen[c]) continue;
        const slack = costs[at - 1]![c]! - rowPotential[at]! - columnPotential[c]!;
        if (slack < least[c]!) {
          least[c] = slack;
          cameFrom[c] = column;
        }
        if (least[c]! < step) {
          step = least[c]!;
          nearest = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (seen[c]) {
          rowPotential[rowAt[c]!]! += step;
          columnPotential[c]! -= step;
        } else least[c]! -= step;
      }
      column = nearest;
    }
    while (column !== 0) {
      const before = cameFrom[column]!;
      rowAt[column] = rowAt[before]!;
      column = before;
    }
  }
  return rowAt;
}
