// Zones of heading lines → their best cuts into titles, chosen together: no article has two.
//
// Each zone is cut by dynamic programming over its lines. Where several want the same article, its price rises until those
// that have another choice take it; an article that none wants pays. What still collides then loses to the better title.
//
//     prices   article 1: 0    article 2: 1.3 ◂ wanted twice    article 3: -2 ◂ wanted by none
import type { Zone } from "./zones.ts";

/** More lines than these make no headline. */
export const LONGEST = 8;

export interface Segment {
  readonly from: number;
  readonly end: number;
  /** -1: nobody's, -2: a teaser's. */
  readonly draft: number;
  readonly score: number;
}

export interface Table {
  readonly zone: Zone;
  /** For each line but the last, the log-odds that it and the next are parts of one title. */
  readonly joined: readonly number[];
  /** For the segment from line i of n lines at `i * LONGEST + n - 1`: what it may be, best first. */
  readonly choices: readonly Segment[][];
  dirty: boolean;
}

/** For each table its segments in the order of their lines. Cost: O(rounds × lines × articles near). */
export function cutsOf(tables: readonly Table[], drafts: number): Segment[][] {
  const prices = pricesOf(tables, drafts);
  const cuts = tables.map((table) => bestCut(table, prices));
  for (let again = true; again; ) {
    again = false;
    const holders = new Map<number, { zone: number; segment: Segment }>();
    cuts.forEach((segments, zone) => {
      for (const segment of segments) {
        if (segment.draft < 0) continue;
        const other = holders.get(segment.draft);
        if (!other) {
          holders.set(segment.draft, { zone, segment });
          continue;
        }
        const isBetter = segment.score > other.segment.score;
        const loser = isBetter ? other : { zone, segment };
        if (isBetter) holders.set(segment.draft, { zone, segment });
        forbid(tables[loser.zone]!, loser.segment);
        again = true;
      }
    });
    if (again)
      tables.forEach((table, k) => {
        if (table.dirty) {
          table.dirty = false;
          cuts[k] = bestCut(table, prices);
        }
      });
  }
  return cuts;
}

/** Rounds in which articles that several headings want grow dearer, and those that none wants cheaper. */
const ROUNDS = 8;
const STEP = 1.5;
/** What an article pays at most, in nats: few are printed without a headline. */
export const ASKED = 2;

/**
 * What each article costs, in nats: prices at which hardly two headings want one article (the dual of the assignment, by
 * subgradients). An article that none wants pays for its headline.
 */
function pricesOf(tables: readonly Table[], drafts: number): Float64Array {
  const prices = new Float64Array(drafts);
  const wants = new Int32Array(drafts);
  for (let round = 0; round < ROUNDS; round++) {
    wants.fill(0);
    for (const table of tables) for (const { draft } of bestCut(table, prices)) if (draft >= 0) wants[draft]!++;
    const step = STEP / (1 + round * 0.5);
    let settled = true;
    for (let d = 0; d < drafts; d++) {
      const price = prices[d]!;
      if (wants[d]! > 1) prices[d] = price + step * (wants[d]! - 1);
      else if (wants[d] === 0) prices[d] = Math.max(-ASKED, price - step);
      if (prices[d] !== price) settled = false;
    }
    if (settled) break;
  }
  return prices;
}

/** The best cut of a zone, by its lines' best last segment. */
function bestCut({ zone: { lines }, joined, choices }: Table, prices: Float64Array): Segment[] {
  const best = new Float64Array(lines.length + 1).fill(Number.NEGATIVE_INFINITY);
  const last: Segment[] = [];
  best[0] = 0;
  for (let from = 0; from < lines.length; from++) {
    let inside = 0;
    for (let n = 1; n <= LONGEST && from + n <= lines.length; n++) {
      if (n > 1) inside += joined[from + n - 2]!;
      for (const choice of choices[from * LONGEST + n - 1]!) {
        const total = best[from]! + inside + choice.score - (choice.draft < 0 ? 0 : prices[choice.draft]!);
        if (total <= best[from + n]!) continue;
        best[from + n] = total;
        last[from + n] = choice;
      }
    }
  }
  const segments: Segment[] = [];
  for (let end = lines.length; end > 0; end = segments[0]!.from) segments.unshift(last[end]!);
  return segments;
}

/** No segment that shares a line with this one may have its article any more. */
function forbid(table: Table, { from, end, draft }: Segment): void {
  table.dirty = true;
  const first = Math.max(0, from - LONGEST + 1) * LONGEST;
  for (const list of table.choices.slice(first, end * LONGEST)) {
    const at = list.findIndex((choice) => choice.draft === draft && choice.from < end && choice.end > from);
    if (at >= 0) list.splice(at, 1);
  }
}
