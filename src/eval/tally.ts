// Counts and the ratios made of them. Counts are added over pages, ratios are taken of the sums.

/** True and false positives, false negatives. */
export interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

/** Precision, recall and F1 in [0, 1], with the counts they came from. Nothing found where nothing was wanted is 1. */
export interface Prf extends Readonly<Tally> {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export const emptyTally = (): Tally => ({ tp: 0, fp: 0, fn: 0 });

export function addTally(into: Tally, { tp, fp, fn }: Readonly<Tally>): void {
  into.tp += tp;
  into.fp += fp;
  into.fn += fn;
}

/** The harmonic mean; 0 where both are 0. */
export const harmonicMean = (p: number, r: number): number => (p + r > 0 ? (2 * p * r) / (p + r) : 0);

/** `hit / all`, and 1 where there was nothing to hit. */
export const ratio = (hit: number, all: number): number => (all > 0 ? hit / all : 1);

export function prf({ tp, fp, fn }: Readonly<Tally>): Prf {
  const p = ratio(tp, tp + fp);
  const r = ratio(tp, tp + fn);
  return { p, r, f1: harmonicMean(p, r), tp, fp, fn };
}

/** Unordered pairs among n things. */
export const pairCount = (n: number): number => (n * (n - 1)) / 2;
