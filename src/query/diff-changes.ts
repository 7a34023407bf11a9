// What changed between two countings of the same things: which came, went, grew and shrank, the biggest change first.
import type { Listing } from "./types.ts";

export const CHANGES = ["came", "went", "grew", "shrank"] as const;
export type Change = (typeof CHANGES)[number];

/** Columns of two countings; row i of all is one thing. The first measure tells what changed. */
export interface TwoCounts<Key extends string, Measure extends string> {
  readonly rows: number;
  readonly keys: Readonly<Record<Key, Int32Array>>;
  readonly before: Readonly<Record<Measure, Int32Array>>;
  readonly after: Readonly<Record<Measure, Int32Array>>;
}

export interface Changed<Measure extends string> {
  readonly change: Change;
  readonly before: Readonly<Record<Measure, number>>;
  readonly after: Readonly<Record<Measure, number>>;
}

/** `total` is of the changes that were asked for, `tally` of all. */
export interface Changes<T> extends Listing<T> {
  readonly offset: number;
  readonly tally: Readonly<Record<Change | "same", number>>;
}

export interface ChangesWanted<Key extends string, Measure extends string> {
  /** Null for all four. */
  readonly change: Change | null;
  readonly limit: number;
  readonly offset: number;
  /** What the order goes by after the first measure's change, and by which keys last. */
  readonly measures: readonly Measure[];
  readonly keys: readonly Key[];
  /** Whether a row is looked at, by its place. */
  readonly keep: (row: number) => boolean;
}

/** A row: its place in the columns. */
export interface ChangedRow<Measure extends string> extends Changed<Measure> {
  readonly row: number;
}

/**
 * In:  both countings; a measure of 0 in the first of `measures` means that the thing is not there.
 * Out: by the size of the change in each measure in turn, larger first, then by both counts together, then by the keys,
 *      smaller first: no two rows are equal. Cost: one pass, which sorts little more than the rows that are shown.
 */
export function changesOf<Key extends string, Measure extends string>(
  counts: TwoCounts<Key, Measure>,
  wanted: ChangesWanted<Key, Measure>,
): Changes<ChangedRow<Measure>> {
  const { change, limit, offset, measures, keys } = wanted;
  const [main] = measures as [Measure];
  const [before, after] = [counts.before[main], counts.after[main]];
  const tally: Record<Change | "same", number> = { came: 0, went: 0, grew: 0, shrank: 0, same: 0 };
  const compare = comparer(counts, measures, keys);
  const [most, room] = [offset + limit, 2 * (offset + limit) + 1_000];
  let best: number[] = [];
  let total = 0;
  // Behind the worst of the best so far: cannot be shown. Sorting all of a million took half of the time.
  let worst: number | null = null;
  for (let row = 0; row < counts.rows; row++) {
    if (!wanted.keep(row)) continue;
    const found = changeBetween(before[row]!, after[row]!);
    tally[found]++;
    if (found === "same" || (change !== null && change !== found)) continue;
    total++;
    if (worst !== null && compare(row, worst) > 0) continue;
    if (best.push(row) < room) continue;
    best = best.sort(compare).slice(0, most);
    worst = best.at(-1)!;
  }
  const at = (columns: Readonly<Record<Measure, Int32Array>>, row: number) =>
    Object.fromEntries(measures.map((measure) => [measure, columns[measure][row]!])) as Record<Measure, number>;
  return {
    total,
    limit,
    offset,
    sort: [...measures.map((measure) => `change in ${measure}`), `${main} of both`, ...keys].join(", "),
    tally,
    items: best
      .sort(compare)
      .slice(offset, most)
      .map((row) => ({
        row,
        change: changeBetween(before[row]!, after[row]!) as Change,
        before: at(counts.before, row),
        after: at(counts.after, row),
      })),
  };
}

function changeBetween(before: number, after: number): Change | "same" {
  if (before === after) return "same";
  if (before === 0) return "came";
  if (after === 0) return "went";
  return after > before ? "grew" : "shrank";
}

function comparer<Key extends string, Measure extends string>(
  { keys: columns, before, after }: TwoCounts<Key, Measure>,
  measures: readonly Measure[],
  keys: readonly Key[],
): (a: number, b: number) => number {
  const main = measures[0]!;
  return (a, b) => {
    for (const measure of measures) {
      const [x, y] = [before[measure], after[measure]];
      const larger = Math.abs(y[b]! - x[b]!) - Math.abs(y[a]! - x[a]!);
      if (larger !== 0) return larger;
    }
    const more = before[main][b]! + after[main][b]! - before[main][a]! - after[main][a]!;
    if (more !== 0) return more;
    for (const key of keys) {
      const smaller = columns[key][a]! - columns[key][b]!;
      if (smaller !== 0) return smaller;
    }
    return 0;
  };
}

/** One counting, its rows in ascending order of their keys, no two alike. */
export interface OneCount<Key extends string, Measure extends string> {
  readonly rows: number;
  readonly keys: Readonly<Record<Key, Int32Array>>;
  readonly counts: Readonly<Record<Measure, Int32Array>>;
}

/** Two countings side by side, in the order of the keys; what one lacks is 0 there. Cost: one pass over both. */
export function merged<Key extends string, Measure extends string>(
  before: OneCount<Key, Measure>,
  after: OneCount<Key, Measure>,
  keys: readonly Key[],
  measures: readonly Measure[],
): TwoCounts<Key, Measure> {
  const most = before.rows + after.rows;
  const columns = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, new Int32Array(most)])) as Record<Name, Int32Array>;
  const out = { keys: columns(keys), before: columns(measures), after: columns(measures) };
  let [rows, b, a] = [0, 0, 0];
  for (; b < before.rows || a < after.rows; rows++) {
    const order = b === before.rows ? 1 : a === after.rows ? -1 : compareKeys(before.keys, b, after.keys, a, keys);
    const [from, at] = order <= 0 ? [before.keys, b] : [after.keys, a];
    for (const key of keys) out.keys[key][rows] = from[key][at]!;
    if (order <= 0) {
      for (const measure of measures) out.before[measure][rows] = before.counts[measure][b]!;
      b++;
    }
    if (order >= 0) {
      for (const measure of measures) out.after[measure][rows] = after.counts[measure][a]!;
      a++;
    }
  }
  return { rows, ...out };
}

function compareKeys<Key extends string>(
  a: Readonly<Record<Key, Int32Array>>,
  i: number,
  b: Readonly<Record<Key, Int32Array>>,
  j: number,
  keys: readonly Key[],
): number {
  for (const key of keys) {
    const order = a[key][i]! - b[key][j]!;
    if (order !== 0) return order;
  }
  return 0;
}
