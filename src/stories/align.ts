// Alignment of two printings of one text, unit by unit.
//
// In:  two texts in normal form (text/normal.ts), of any length and likeness: one may be cut, have pieces more, have
// every twentieth character damaged. Out: runs of equal units, with their offsets in both. Pieces that were moved are
// aligned at one of their places only. Offsets are UTF-16 units: a surrogate pair may be torn by a damaged half.
//
//     a ─────────────█████████──x──████████████───────       x: between two anchors, unit by unit
//     b        ██████████──x──████████████
//
// Units that stand for one another at both ends of a range are taken first, then anchors (runs that both have once),
// wide ones, then narrow ones in what is left, then every pair of units is weighed. So the cost is near-linear in what
// is alike, and bounded in what is not.
import type { Span } from "../lib/span.ts";
import { alignGap } from "./align-gap.ts";
import { type Anchor, findAnchors, type Ranges } from "./anchors.ts";

/** `length` units from offset `a` of the one text are those from offset `b` of the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

export interface Alignment {
  /** Ascending in both texts, as long as can be: two runs never touch in both. */
  readonly runs: readonly Run[];
  /** Units in runs. */
  readonly matched: number;
}

/** Units an anchor: wide first, since in whole texts a set phrase of four units may well stand once in each by chance. */
const WIDTHS = [10, 4] as const;
/** Cells up to which two ranges are aligned unit by unit at once, and at most when they have no anchor. */
const SMALL = 4096;
const LARGE = 65536;
/** What is looked at on either side of two long ranges without any anchor: their ends may still be those of one text. */
const WINDOW = 96;

/** Cost: O(n) where the texts are alike, at most a few O(n log n) and 65,536 cells a stretch where they are not. */
export function alignTexts(a: string, b: string): Alignment {
  const runs: Run[] = [];
  alignRanges(a, b, { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }, 0, runs);
  return { runs, matched: runs.reduce((sum, { length }) => sum + length, 0) };
}

/** Appends the runs of two ranges, ascending. */
function alignRanges(a: string, b: string, ranges: Ranges, level: number, runs: Run[]): void {
  let { aStart, aEnd, bStart, bEnd } = ranges;
  while (aStart < aEnd && bStart < bEnd && a.charCodeAt(aStart) === b.charCodeAt(bStart)) {
    aStart++;
    bStart++;
  }
  addRun(runs, ranges.aStart, ranges.bStart, aStart - ranges.aStart);
  while (aStart < aEnd && bStart < bEnd && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  alignInner(a, b, { aStart, aEnd, bStart, bEnd }, level, runs);
  addRun(runs, aEnd, bEnd, ranges.aEnd - aEnd);
}

function alignInner(a: string, b: string, ranges: Ranges, level: number, runs: Run[]): void {
  const { aStart, aEnd, bStart, bEnd } = ranges;
  const cells = (aEnd - aStart) * (bEnd - bStart);
  const width = WIDTHS[level];
  if (cells <= SMALL || (width === undefined && cells <= LARGE)) alignUnits(a, b, ranges, runs);
  else if (width === undefined) alignWindows(a, b, ranges, runs);
  else {
    const anchors = findAnchors(a, b, ranges, width);
    if (anchors.length > 0) alignBetween(a, b, ranges, anchors, level, runs);
    else alignInner(a, b, ranges, level + 1, runs);
  }
}

/** Aligns what lies before, between and behind anchors; what they hold themselves is found again as equal ends. */
function alignBetween(
  a: string,
  b: string,
  { aStart, aEnd, bStart, bEnd }: Ranges,
  anchors: readonly Anchor[],
  level: number,
  runs: Run[],
): void {
  let [aAt, bAt] = [aStart, bStart];
  for (const anchor of anchors) {
    // Overlapping anchors of one diagonal: the run before already reached this one.
    if (anchor.a < aAt || anchor.b < bAt) continue;
    alignRanges(a, b, { aStart: aAt, aEnd: anchor.a, bStart: bAt, bEnd: anchor.b }, level, runs);
    let length = 0;
    while (
      anchor.a + length < aEnd &&
      anchor.b + length < bEnd &&
      a.charCodeAt(anchor.a + length) === b.charCodeAt(anchor.b + length)
    )
      length++;
    addRun(runs, anchor.a, anchor.b, length);
    [aAt, bAt] = [anchor.a + length, anchor.b + length];
  }
  alignRanges(a, b, { aStart: aAt, aEnd, bStart: bAt, bEnd }, level, runs);
}

function alignUnits(a: string, b: string, { aStart, aEnd, bStart, bEnd }: Ranges, runs: Run[]): void {
  const matches: [number, number][] = [];
  alignGap(a, aStart, aEnd, b, bStart, bEnd, (i, j) => matches.push([i, j]));
  for (let k = matches.length - 1; k >= 0; k--) addRun(runs, matches[k]![0], matches[k]![1], 1);
}

/**
 * Two long ranges without an anchor: strangers, but for their ends perhaps, or a text that repeats itself. Window after
 * window is aligned from the beginning, as long as they are alike, then the last one.
 */
function alignWindows(a: string, b: string, { aStart, aEnd, bStart, bEnd }: Ranges, runs: Run[]): void {
  let [aAt, bAt] = [aStart, bStart];
  for (let isAlike = true; isAlike && aAt < aEnd && bAt < bEnd; ) {
    const [aNext, bNext] = [Math.min(aEnd, aAt + WINDOW), Math.min(bEnd, bAt + WINDOW)];
    const found: Run[] = [];
    alignUnits(a, b, { aStart: aAt, aEnd: aNext, bStart: bAt, bEnd: bNext }, found);
    isAlike = found.reduce((sum, { length }) => sum + length, 0) * 2 >= WINDOW;
    const last = found.at(-1);
    for (const run of found) addRun(runs, run.a, run.b, run.length);
    if (last) [aAt, bAt] = [last.a + last.length, last.b + last.length];
  }
  const [aTail, bTail] = [Math.max(aAt, aEnd - WINDOW), Math.max(bAt, bEnd - WINDOW)];
  if (aTail < aEnd && bTail < bEnd) alignUnits(a, b, { aStart: aTail, aEnd, bStart: bTail, bEnd }, runs);
}

/** Appends a run, or makes the last one longer when the two touch. */
function addRun(runs: Run[], a: number, b: number, length: number): void {
  if (length === 0) return;
  const last = runs.at(-1);
  if (last && last.a + last.length === a && last.b + last.length === b)
    runs[runs.length - 1] = { ...last, length: last.length + length };
  else runs.push({ a, b, length });
}

/** What became of a stretch of text from one printing to the other. */
export interface Edit {
  /** same: equal units. changed: units of both that stand for one another. a, b: only this text has them. */
  readonly kind: "same" | "changed" | "a" | "b";
  /** Half-open; empty at its place where the text has nothing. */
  readonly a: Span;
  readonly b: Span;
}

/** An alignment as edits from end to end, in order: the spans of a cover a, those of b cover b. */
export function editsOf({ runs }: Alignment, aLength: number, bLength: number): Edit[] {
  const edits: Edit[] = [];
  let [aAt, bAt] = [0, 0];
  const gap = (aEnd: number, bEnd: number): void => {
    if (aAt === aEnd && bAt === bEnd) return;
    const kind = aAt === aEnd ? "b" : bAt === bEnd ? "a" : "changed";
    edits.push({ kind, a: [aAt, aEnd], b: [bAt, bEnd] });
  };
  for (const { a, b, length } of runs) {
    gap(a, b);
    edits.push({ kind: "same", a: [a, a + length], b: [b, b + length] });
    [aAt, bAt] = [a + length, b + length];
  }
  gap(aLength, bLength);
  return edits;
}

/** A stretch that two texts have in common, but for a few damaged units. */
export interface Stretch {
  readonly a: Span;
  readonly b: Span;
  /** Equal units in it. */
  readonly matched: number;
}

/** Damaged units in a row that do not end a stretch. */
const BRIDGED = 6;

/** The runs gathered to stretches: two belong together when at most six units of either text lie between them. */
export function stretchesOf({ runs }: Alignment): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { a, b, length } of runs) {
    const last = stretches.at(-1);
    if (last && a - last.a[1] <= BRIDGED && b - last.b[1] <= BRIDGED) {
      const matched = last.matched + length;
      stretches[stretches.length - 1] = { a: [last.a[0], a + length], b: [last.b[0], b + length], matched };
    } else stretches.push({ a: [a, a + length], b: [b, b + length], matched: length });
  }
  return stretches;
}
