// An index of texts by their single characters and pairs of neighbours, so that any part of a name leads to it.
//
// One posting list a character (65,536 of them) and one a bucket of pairs; pairs that fall into one bucket by chance cost a
// comparison and no more, since what a list yields is compared with the text itself. All lists lie in one typed array,
// with the places where each begins:
//     starts  0  2  5 …        list 0 = texts 4, 9   list 1 = texts 4, 7, 8   …
//     texts   4  9  4  7  8 …
// A million names are some 60 MB; a map of strings would be ten times that.
import { inSlices } from "../lib/slices.ts";

export interface GramIndex {
  /** Numbers of texts, ascending, that hold what was asked for, and few others: the rarest of its pairs'. */
  candidates(asked: string): Uint32Array;
  /** Numbers of texts with this pair of units, and some others by chance. */
  withPair(first: number, second: number): Uint32Array;
}

const UNITS = 0x10000;
const PAIR_BITS = 18;

const bucketOf = (first: number, second: number): number =>
  UNITS + ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS));

/** Texts looked at before others are answered: some 5 ms. */
const SLICE = 8_000;

/** Cost: O(length of all texts), about 50 ns a character; 8 bytes a character. In slices. */
export async function createGramIndex(texts: readonly string[]): Promise<GramIndex> {
  const starts = new Uint32Array(UNITS + (1 << PAIR_BITS) + 1);
  const last = new Int32Array(starts.length).fill(-1);
  // Twice the same walk: first how long each list is, then what is in it. A text stands in a list once.
  await eachGram(texts, (list, text) => {
    if (last[list] === text) return;
    last[list] = text;
    starts[list + 1]!++;
  });
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const postings = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  last.fill(-1);
  await eachGram(texts, (list, text) => {
    if (last[list] === text) return;
    last[list] = text;
    postings[next[list]!++] = text;
  });
  const list = (number: number): Uint32Array => postings.subarray(starts[number], starts[number + 1]);
  return {
    withPair: (first, second) => list(bucketOf(first, second)),
    candidates(asked) {
      let rarest = asked.length === 1 ? list(asked.charCodeAt(0)) : null;
      for (let i = 0; i + 1 < asked.length; i++) {
        const texts = list(bucketOf(asked.charCodeAt(i), asked.charCodeAt(i + 1)));
        if (rarest === null || texts.length < rarest.length) rarest = texts;
      }
      return rarest ?? new Uint32Array();
    },
  };
}

const eachGram = (texts: readonly string[], visit: (list: number, text: number) => void): Promise<void> =>
  inSlices(texts.length, SLICE, (from, to) => {
    for (let text = from; text < to; text++) {
      const units = texts[text]!;
      for (let i = 0; i < units.length; i++) {
        const unit = units.charCodeAt(i);
        visit(unit, text);
        if (i + 1 < units.length) visit(bucketOf(unit, units.charCodeAt(i + 1)), text);
      }
    }
  });
