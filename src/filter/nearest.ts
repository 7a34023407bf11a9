// Which words come nearest to one that is none of them.
import { compareCodePoints } from "../lib/order.ts";

/**
 * Up to `most` of the words, of which at least half stays: by edit distance, then the shorter, then by code point. Otherwise a
 * field of one letter would be near to everything.
 */
export function nearestWords(typed: string, words: readonly string[], most: number): string[] {
  return words
    .map((word) => ({ word, far: editDistance(typed, word) - (word.startsWith(typed) ? 0.5 : 0) }))
    .filter(({ word, far }) => word.startsWith(typed) || far <= Math.max(typed.length, word.length) / 2)
    .sort((a, b) => a.far - b.far || a.word.length - b.word.length || compareCodePoints(a.word, b.word))
    .slice(0, most)
    .map(({ word }) => word);
}

/** Letters to change, add or drop (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
