// The counts of a page, their sums over pages, and the figures made of them.
import { emptySegmentation, type SegmentationCounts } from "./segmentation.ts";
import { addTally, emptyTally, harmonicMean, type Prf, prf, ratio, type Tally } from "./tally.ts";

/** Shares in [0, 1]; see the files that make them for their meaning. */
export interface SegmentationFigures {
  readonly seg: { readonly p: number; readonly r: number; readonly f1: number };
  readonly order: number;
  readonly titles: number;
  readonly jumps: number;
  readonly once: number;
}

export interface Figures extends SegmentationFigures {
  readonly entities: Prf;
  readonly strict: Prf;
  readonly edges: Prf;
  readonly edgesMacro: number;
  readonly spans: number;
  readonly rows: number;
}

export interface Counts extends SegmentationCounts {
  article: Tally;
  strict: Tally;
  edge: Tally;
  macro: number;
  macroAll: number;
  spanHit: number;
  spanAll: number;
  rowHit: number;
  rowAll: number;
}

export const emptyCounts = (): Counts => ({
  ...emptySegmentation(),
  article: emptyTally(),
  strict: emptyTally(),
  edge: emptyTally(),
  macro: 0,
  macroAll: 0,
  spanHit: 0,
  spanAll: 0,
  rowHit: 0,
  rowAll: 0,
});

export function addSegmentation(into: SegmentationCounts, counts: SegmentationCounts): void {
  for (const key of Object.keys(emptySegmentation()) as (keyof SegmentationCounts)[]) into[key] += counts[key];
}

export function addCounts(into: Counts, counts: Counts): void {
  addSegmentation(into, counts);
  for (const key of ["article", "strict", "edge"] as const) addTally(into[key], counts[key]);
  for (const key of ["macro", "macroAll", "spanHit", "spanAll", "rowHit", "rowAll"] as const) into[key] += counts[key];
}

export function segmentationFigures(counts: SegmentationCounts): SegmentationFigures {
  const p = ratio(counts.b3p, counts.units);
  const r = ratio(counts.b3r, counts.units);
  return {
    seg: { p, r, f1: harmonicMean(p, r) },
    order: ratio(counts.orderHit, counts.orderAll),
    titles: ratio(counts.titleHit, counts.titleAll),
    jumps: ratio(counts.jumpHit, counts.jumpAll),
    once: ratio(counts.onceHit, counts.onceAll),
  };
}

export const figuresOf = (counts: Counts): Figures => ({
  ...segmentationFigures(counts),
  entities: prf(counts.article),
  strict: prf(counts.strict),
  edges: prf(counts.edge),
  edgesMacro: ratio(counts.macro, counts.macroAll),
  spans: ratio(counts.spanHit, counts.spanAll),
  rows: ratio(counts.rowHit, counts.rowAll),
});
