// Shingles: a text as a set of overlapping runs of characters, the usual way to find reprints (Broder 1997, “On the
// resemblance and containment of documents”).
//
// Ids are 32-bit integers made here, so that SQL only joins and counts. Every eighth id (by value) is kept: the same
// shingle is kept or dropped in every text alike, so shares of common shingles stay true on average (Broder's mod-m
// sketch), at an eighth of the rows.
import { normalized } from "../text/index.ts";

/** Units a shingle: at 5 % character errors about 0.7 of the 6-unit shingles of a copy survive, while set phrases of four rarely collide. */
const WIDTH = 6;
const SAMPLE = 8;

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return h >>> 0;
}

/** The sampled shingle ids of a text's normal form, ascending, each once. Cost: O(length). */
export function shingleIds(text: string): number[] {
  const plain = normalized(text);
  const ids = new Set<number>();
  for (let i = 0; i + WIDTH <= plain.length; i++) {
    const id = hash(plain, i, i + WIDTH);
    if (id % SAMPLE === 0) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

/**
 * Share of the shorter text's 3-unit shingles that the longer one has, in [0, 1]; 0 for texts under 3 units.
 * Containment, not Jaccard: a wire text is often cut to a third by the paper that prints it.
 */
export function containment(a: string, b: string): number {
  const [small, large] = [trigrams(normalized(a)), trigrams(normalized(b))].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared++;
  return shared / small.size;
}

/** The runs of three units of a text in normal form. */
export function trigrams(plain: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= plain.length; i++) grams.add(plain.slice(i, i + 3));
  return grams;
}
