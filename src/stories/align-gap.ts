// The best alignment of two short ranges, unit by unit: Gotoh 1982, “An improved algorithm for matching biological
// sequences”, with a gap's length free of cost.
//
// Score: +1 a match, −1 a replaced unit, −2 a gap of any length. So a damaged character stands for its original, a piece
// that one text has more is one gap, five or more replaced units in a row are two gaps, and a single unit that two
// unlike stretches share by chance does not tear them up.

/** Called for every pair of equal units that stand for one another, in descending order. */
export type OnMatch = (a: number, b: number) => void;

const GAP = -2;
const NEVER = -0x3fff_ffff;

// Bits of a cell: where its best score of each kind came from.
const FROM_PAIR = 0;
const FROM_A_GAP = 1;
const FROM_B_GAP = 2;
const PAIR_MASK = 3;
const A_GAP_OPENED_BY_B_GAP = 8;
const B_GAP_OPENED_BY_A_GAP = 32;
const A_GAP_GOES_ON = 4;
const B_GAP_GOES_ON = 16;

interface Traced {
  /** (m + 1) × (n + 1) cells, row by row. */
  readonly cells: Uint8Array;
  /** Kind of the last cell. */
  readonly last: number;
}

/** Aligns a[aStart, aEnd) with b[bStart, bEnd) from end to end. Cost: O(m·n) time, a byte a cell. */
export function alignGap(
  a: string,
  aStart: number,
  aEnd: number,
  b: string,
  bStart: number,
  bEnd: number,
  onMatch: OnMatch,
): void {
  const { cells, last } = fill(a, aStart, aEnd, b, bStart, bEnd);
  const columns = bEnd - bStart + 1;
  let [i, j, kind] = [aEnd - aStart, bEnd - bStart, last];
  while (i > 0 && j > 0) {
    const cell = cells[i * columns + j]!;
    if (kind === FROM_PAIR) {
      i--;
      j--;
      kind = cell & PAIR_MASK;
      if (a.charCodeAt(aStart + i) === b.charCodeAt(bStart + j)) onMatch(aStart + i, bStart + j);
    } else if (kind === FROM_A_GAP) {
      i--;
      if (!(cell & A_GAP_GOES_ON)) kind = cell & A_GAP_OPENED_BY_B_GAP ? FROM_B_GAP : FROM_PAIR;
    } else {
      j--;
      if (!(cell & B_GAP_GOES_ON)) kind = cell & B_GAP_OPENED_BY_A_GAP ? FROM_A_GAP : FROM_PAIR;
    }
  }
}

/**
 * Three scores a cell, of alignments that end in a pair, in a gap over units of a alone, in one over units of b alone; two rows are kept.
 * Ties: a pair before a gap, a gap that goes on before a new one.
 */
function fill(a: string, aStart: number, aEnd: number, b: string, bStart: number, bEnd: number): Traced {
  const columns = bEnd - bStart + 1;
  const rows = aEnd - aStart + 1;
  const cells = new Uint8Array(rows * columns);
  const pair = new Int32Array(columns).fill(NEVER);
  const aGap = new Int32Array(columns).fill(NEVER);
  const bGap = new Int32Array(columns).fill(GAP);
  pair[0] = 0;
  bGap[0] = NEVER;
  for (let j = 2; j < columns; j++) cells[j] = B_GAP_GOES_ON;
  for (let i = 1; i < rows; i++) {
    const unit = a.charCodeAt(aStart + i - 1);
    // The row above, one column to the left.
    let [leftPair, leftAGap, leftBGap] = [pair[0]!, aGap[0]!, bGap[0]!];
    pair[0] = NEVER;
    aGap[0] = GAP;
    bGap[0] = NEVER;
    cells[i * columns] = i > 1 ? A_GAP_GOES_ON : 0;
    for (let j = 1; j < columns; j++) {
      const [abovePair, aboveAGap, aboveBGap] = [pair[j]!, aGap[j]!, bGap[j]!];
      let cell = FROM_PAIR;
      let best = leftPair;
      if (leftAGap > best) {
        best = leftAGap;
        cell = FROM_A_GAP;
      }
      if (leftBGap > best) {
        best = leftBGap;
        cell = FROM_B_GAP;
      }
      pair[j] = best + (unit === b.charCodeAt(bStart + j - 1) ? 1 : -1);

      let down = aboveAGap;
      if (down >= abovePair + GAP && down >= aboveBGap + GAP) cell |= A_GAP_GOES_ON;
      else if (abovePair >= aboveBGap) down = abovePair + GAP;
      else {
        down = aboveBGap + GAP;
        cell |= A_GAP_OPENED_BY_B_GAP;
      }
      aGap[j] = down;

      let right = bGap[j - 1]!;
      if (right >= pair[j - 1]! + GAP && right >= aGap[j - 1]! + GAP) cell |= B_GAP_GOES_ON;
      else if (pair[j - 1]! >= aGap[j - 1]!) right = pair[j - 1]! + GAP;
      else {
        right = aGap[j - 1]! + GAP;
        cell |= B_GAP_OPENED_BY_A_GAP;
      }
      bGap[j] = right;

      cells[i * columns + j] = cell;
      [leftPair, leftAGap, leftBGap] = [abovePair, aboveAGap, aboveBGap];
    }
  }
  const [p, g, h] = [pair[columns - 1]!, aGap[columns - 1]!, bGap[columns - 1]!];
  return { cells, last: p >= g && p >= h ? FROM_PAIR : g >= h ? FROM_A_GAP : FROM_B_GAP };
}
