// How far from chance, on one 2×2 table of story counts. Pure. The formulas of src/graph/weights.ts, which says where they
// come from; needed here because a window's counts are made in the page.

export interface StoryTable {
  readonly both: number;
  readonly a: number;
  readonly b: number;
  readonly total: number;
}

/** In [−1, 1]; −1 when nothing is shared, 0 at chance (Bouma 2009). */
export function npmi({ both, a, b, total }: StoryTable): number {
  if (both === 0) return -1;
  if (both === total) return 0;
  return Math.log((both * total) / (a * b)) / -Math.log(both / total);
}

/**
 * The probability of `both` shared stories or more by chance: Fisher's exact test, one-sided.
 * Cost: O(total) once a call for the logarithms of factorials.
 */
export function fisherTail({ both, a, b, total }: StoryTable): number {
  const logs = new Float64Array(total + 1);
  for (let n = 2; n <= total; n++) logs[n] = logs[n - 1]! + Math.log(n);
  const choose = (n: number, k: number): number => logs[n]! - logs[k]! - logs[n - k]!;
  let sum = 0;
  for (let x = Math.min(a, b); x >= both && b - x <= total - a; x--)
    sum += Math.exp(choose(a, x) + choose(total - a, b - x) - choose(total, b));
  return Math.min(1, sum);
}
