// How strongly a tie speaks: measures on one 2×2 table of story counts, so that a wire text in five papers counts once.
//
//                   names b   not b
//     names a       both      …         a
//     not a         …         …
//                   b                   total
//
// Two entities that have nothing to do with each other share a·b/total stories by chance (`expectedStories`).
// - npmi  Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction":
//         ln(p(ab) / (p(a)·p(b))) / −ln p(ab), in [−1, 1]; 0 at chance, 1 when one never comes without the other.
//         Where every story names both it is 0/0; we say 0: what is always so is no news.
// - g2    Dunning 1993, "Accurate methods for the statistics of surprise and coincidence": 2·Σ O·ln(O/E) over the four
//         cells, ≥ 0, large when far from chance in either direction.
// - p     How probable so many shared stories or more are by chance; one-sided, because only a tie that is more than
//         chance is a tie. Fisher's exact test where a cell's expectation is below 5 (Cochran 1954), else from G² as the
//         square of a normal deviate: p = ½·erfc(±√(G²/2)).
// - jaccard  Jaccard 1901 (1912, "The distribution of the flora in the alpine zone"): both/(a + b − both), the share of the
//         stories of either that name both, in [0, 1].
// - association strength  van Eck & Waltman 2009, "How to normalize cooccurrence data?", (6): both/(a·b), here times the
//         total, so that it says how many times as often as by chance: ≥ 0, 1 at chance. No test: two that meet once
//         in their only story reach `total`.
// - q     Benjamini & Hochberg 1995: the share of false finds among all ties up to this p. The number of tests is that
//         of all pairs of entities with two stories or more each (Tarone 1990: what cannot reach two shared stories is
//         not tested); the pairs we never see together count as tests too, with p = 1.
import { InputError } from "../lib/errors.ts";

/**
 * Counts of stories; 0 ≤ both ≤ min(a, b), max(a, b) ≤ total. A story whose printings name the two only apart counts in
 * a and in b and not in both, so that a + b − both may pass the total by it; the empty cell is then 0.
 */
export interface StoryTable {
  readonly both: number;
  readonly a: number;
  readonly b: number;
  readonly total: number;
}

/** Throws InputError for four numbers that are no table. */
export function checkTable({ both, a, b, total }: StoryTable): void {
  const fits = both >= 0 && both <= Math.min(a, b) && Math.max(a, b) <= total;
  if (!fits) throw new InputError(`graph.weights: no 2×2 table: both ${both}, a ${a}, b ${b}, total ${total}`);
}

/** Shared stories that chance would give. */
export const expectedStories = ({ a, b, total }: StoryTable): number => (a * b) / total;

/** In [−1, 1]; −1 when nothing is shared, 0 at chance. */
export function npmi({ both, a, b, total }: StoryTable): number {
  if (both === 0) return -1;
  if (both === total) return 0;
  return Math.log((both * total) / (a * b)) / -Math.log(both / total);
}

/** ≥ 0; 0 at chance. */
export function gSquared({ both, a, b, total }: StoryTable): number {
  // Who is named in every story leaves nothing for the cells without it: what stories name the two apart there is no evidence.
  const cell = (observed: number, rows: number, columns: number): number =>
    observed === 0 || rows === 0 || columns === 0 ? 0 : observed * Math.log((observed * total) / (rows * columns));
  const sum =
    cell(both, a, b) +
    cell(a - both, a, total - b) +
    cell(b - both, total - a, b) +
    cell(Math.max(0, total - a - b + both), total - a, total - b);
  return Math.max(0, 2 * sum);
}

/** In [0, 1]; 1 when neither comes without the other. 0 where neither comes at all. */
export function jaccard({ both, a, b }: StoryTable): number {
  return both === 0 ? 0 : both / (a + b - both);
}

/** Observed over expected: ≥ 0, 1 at chance. 0 where one of them never comes. */
export function associationStrength({ both, a, b, total }: StoryTable): number {
  return both === 0 ? 0 : (both * total) / (a * b);
}

/** ln(n!) for n = 0 … `max`. */
export function logFactorials(max: number): Float64Array {
  const logs = new Float64Array(max + 1);
  for (let n = 2; n <= max; n++) logs[n] = logs[n - 1]! + Math.log(n);
  return logs;
}

/** Fisher's exact test, one-sided: the probability of `both` or more. `logs` reaches `total`. Cost: O(min(a, b) − both). */
export function fisherTail({ both, a, b, total }: StoryTable, logs: Float64Array): number {
  const choose = (n: number, k: number): number => logs[n]! - logs[k]! - logs[n - k]!;
  const most = Math.min(a, b);
  let sum = 0;
  for (let x = most; x >= both; x--) {
    if (b - x > total - a) break;
    sum += Math.exp(choose(a, x) + choose(total - a, b - x) - choose(total, b));
  }
  return Math.min(1, sum);
}

/** The complementary error function; relative error below 1.2e-7 (Numerical Recipes, Chebyshev fit, `erfcc`). */
export function erfc(x: number): number {
  const z = Math.abs(x);
  const t = 1 / (1 + 0.5 * z);
  const coefficients = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
    -1.26551223,
  ];
  const tail = t * Math.exp(-z * z + coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0));
  return x >= 0 ? tail : 2 - tail;
}

const SMALL_EXPECTATION = 5;

/** Whether a table is small enough, in one of its cells, to need Fisher's exact test. */
export const isExact = ({ a, b, total }: StoryTable): boolean =>
  (Math.min(a, total - a) * Math.min(b, total - b)) / total < SMALL_EXPECTATION;

/** One-sided p of a table, by the test that its size allows. */
export function chance(table: StoryTable, logs: Float64Array): number {
  if (isExact(table)) return fisherTail(table, logs);
  const deviate = Math.sqrt(gSquared(table) / 2);
  return 0.5 * erfc(table.both >= expectedStories(table) ? deviate : -deviate);
}

/**
 * Benjamini–Hochberg: for each p the smallest false-discovery rate at which it would be accepted.
 * In: p values with how many tests have each, any order; `tests` ≥ the sum of counts. Out: q by p, in [p, 1].
 */
export function falseDiscovery(values: readonly { p: number; count: number }[], tests: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { p, count } of values) counts.set(p, (counts.get(p) ?? 0) + count);
  const sorted = [...counts].sort((x, y) => x[0] - y[0]);
  const ranks: number[] = [];
  let rank = 0;
  for (const [, count] of sorted) {
    rank += count;
    ranks.push(rank);
  }
  const q = new Map<number, number>();
  let least = 1;
  for (let i = sorted.length - 1; i >= 0; i--) {
    const p = sorted[i]![0];
    least = Math.min(least, (p * tests) / ranks[i]!);
    q.set(p, least);
  }
  return q;
}

/** Six significant digits: what two machines agree on, and more than the counts carry. */
export const rounded = (value: number): number => Number(value.toPrecision(6));
