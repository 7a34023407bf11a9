// Anchors: places where two texts surely stand for one another. A run of `width` units that each of the two has exactly
// once says where it belongs by itself (the idea of patience diff, and of RETAS for scanned books); the longest chain of
// such runs that ascends in both texts holds the alignment, everything between two of them is a small problem of its own.
import { firstIndex } from "../lib/search.ts";

/** Half-open ranges of two texts. */
export interface Ranges {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** Offsets of runs that stand for one another, ascending in both texts. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/**
 * The longest chain of anchors between two ranges; of chains equally long, the one that ends earliest in b.
 * Cost: O(n + s log s) for ranges of n units that share s unique runs.
 */
export function findAnchors(a: string, b: string, ranges: Ranges, width: number): Anchor[] {
  return longestChain(sharedOnce(a, b, ranges, width));
}

/** Runs that each range has exactly once, by their place in a. */
function sharedOnce(a: string, b: string, { aStart, aEnd, bStart, bEnd }: Ranges, width: number): Anchor[] {
  const inA = createGramTable(a, aStart, aEnd, width);
  const inB = createGramTable(b, bStart, bEnd, width);
  const shared: Anchor[] = [];
  for (let i = aStart; i + width <= aEnd; i++) {
    if (inA.place(a, i) !== i) continue;
    const j = inB.place(a, i);
    if (j >= 0) shared.push({ a: i, b: j });
  }
  return shared;
}

const ABSENT = -1;
const REPEATED = -2;

interface GramTable {
  /** Where the run at an offset of a text stands in the table's range; negative when nowhere or more than once. */
  place(text: string, at: number): number;
}

/** Open addressing over typed arrays: a Map of strings takes five times as long. */
function createGramTable(text: string, start: number, end: number, width: number): GramTable {
  const bits = Math.ceil(Math.log2(Math.max(8, 2 * (end - start))));
  const mask = (1 << bits) - 1;
  const places = new Int32Array(1 << bits).fill(ABSENT);
  const repeated = new Uint8Array(1 << bits);
  const slotOf = (source: string, at: number): number => {
    let slot = gramHash(source, at, width) & mask;
    while (places[slot] !== ABSENT && !isSameGram(source, at, text, places[slot]!, width)) slot = (slot + 1) & mask;
    return slot;
  };
  for (let i = start; i + width <= end; i++) {
    const slot = slotOf(text, i);
    if (places[slot] === ABSENT) places[slot] = i;
    else repeated[slot] = 1;
  }
  return {
    place: (source, at) => {
      const slot = slotOf(source, at);
      return repeated[slot] === 1 ? REPEATED : places[slot]!;
    },
  };
}

function gramHash(text: string, at: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + width; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The low bits must depend on all units: FNV's do so only weakly.
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSameGram(a: string, i: number, b: string, j: number, width: number): boolean {
  for (let k = 0; k < width; k++) if (a.charCodeAt(i + k) !== b.charCodeAt(j + k)) return false;
  return true;
}

/** Longest increasing subsequence by b (patience sorting with back links). In: by a, all b different. */
function longestChain(points: readonly Anchor[]): Anchor[] {
  const ends: number[] = [];
  const before = new Int32Array(points.length).fill(-1);
  for (let i = 0; i < points.length; i++) {
    const at = firstIndex(ends, (end) => points[end]!.b >= points[i]!.b);
    if (at > 0) before[i] = ends[at - 1]!;
    ends[at] = i;
  }
  const chain: Anchor[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(points[at]!);
  return chain.reverse();
}
