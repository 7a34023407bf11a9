// Signs: what the tagger sees at a place of a line. Each sign speaks for and against tags of the characters around it.
//
//     place     0   1   2   3   4   5        places 0 and 5 are boundaries
//     id        ⊢   昭  通  市  长  ⊣
//     sign          通                       one character, heard by the characters 3 to each side
//     sign          通市                     two, heard by 2 before the first to 2 behind the last
//     sign          昭通市                   three, by 1 before the first to 1 behind the last
//     sign          [city, E, 3]             what the gazetteer knows, heard by the neighbours
//     sign          昭通市                   a word of the likeliest cut, heard at its ends and its neighbours'
//
// A classical tagger looks, at each character, for some forty features (which character stands two before, which pair begins
// one before …). Here the same weights stand together, in one row per sign: three look-ups a character in place of forty.
export type Reach = readonly [first: number, last: number];

/** By length of the n-gram less one: which characters hear it, relative to its first character. */
export const REACHES: readonly Reach[] = [
  [-3, 3],
  [-2, 3],
  [-1, 3],
];
/** Which characters hear a code, relative to its own. */
export const CODE_REACH: Reach = [-2, 2];

/**
 * Which characters hear a word of the likeliest cut: the last of the word before, its own first and last, the first of the
 * word behind; the first of the word before, the last of the word behind.
 */
export const WORD_HEARERS = 6;

/** Where hearer `n` of word `w` stands, or -1 for none; `starts[w]` is where a word starts, `starts[count]` the end of the last. */
export function wordHearer(starts: Int32Array, count: number, w: number, n: number): number {
  switch (n) {
    case 0:
      return w > 0 ? starts[w]! - 1 : -1;
    case 1:
      return starts[w]!;
    case 2:
      return starts[w + 1]! - 1;
    case 3:
      return w + 1 < count ? starts[w + 1]! : -1;
    case 4:
      return w > 0 ? starts[w - 1]! : -1;
    default:
      return w + 1 < count ? starts[w + 2]! - 1 : -1;
  }
}

/** How many characters hear it. */
export const widthOf = ([first, last]: Reach): number => last - first + 1;

/** The keys of n-grams of two and three ids: 32 bits, never 0. Two n-grams of one key are one sign. */
export function pairKey(a: number, b: number): number {
  return stirred(Math.imul((a << 13) | b, 0x9e3779b1));
}

export function tripleKey(a: number, b: number, c: number): number {
  return stirred(Math.imul(Math.imul((a << 13) | b, 0x85ebca6b) ^ (c + 0x3c6ef372), 0xc2b2ae35));
}

/** The key of the word `units[start … end)`. */
export function wordKey(units: Uint16Array, start: number, end: number): number {
  let h = 0x3c6ef372;
  for (let i = start; i < end; i++) h = Math.imul((h ^ (h >>> 15)) + units[i]!, 0x2c1b3c6d);
  return stirred(Math.imul(h ^ (h >>> 13), 0x297a2d39));
}

function stirred(h: number): number {
  const key = h ^ (h >>> 15);
  return key === 0 ? 1 : key;
}
