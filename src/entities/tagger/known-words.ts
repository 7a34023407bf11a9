// What the gazetteer knows of a text's characters: for each class of known names and words (counties, countries, surnames,
// titles, tails of bodies …) the longest from the left, and where in it a character stands.
//
//     云 南 省 昭 通 市 市 长 张        code of a character = class, part (B I E S), length
//     └province┘└─city─┘└title┘surname
//
// Words are found by a trie over units: one walk a character, 1.5 steps on average.
import type { Name, Resources } from "../resources.ts";
import type { Line } from "./alphabet.ts";
import { type Lexicon, LONGEST_WORD, WORD_KINDS } from "./lexicon.ts";
import { wordKey } from "./signs.ts";
import { nextState, type WordTrie, wordState } from "./word-trie.ts";

/** Classes of names by (type, kind, doubtful), then word lists; a model is trained for this order. */
export const NAME_CLASSES = [
  "province",
  "city",
  "county",
  "doubtful",
  "country",
  "world-place",
  "region",
  "water",
  "mountain",
  "venue",
  "city-cluster",
  "agency",
  "university",
  "program",
  "person",
] as const;
const WORD_CLASSES = [
  "surname",
  "title",
  "said",
  "follow",
  "agency-tail",
  "place-tail",
  "generic-place",
  "program-tail",
  "mark-tail",
  "quote-tail",
  "event-tail",
  "japanese-surname",
  "no-name",
] as const;
const KINDS: Readonly<Record<string, (typeof NAME_CLASSES)[number]>> = {
  province: "province",
  city: "city",
  county: "county",
  country: "country",
  continent: "world-place",
  "great-region": "region",
  river: "water",
  mountain: "mountain",
  venue: "venue",
  "city-cluster": "city-cluster",
  agency: "agency",
  university: "university",
  company: "agency",
  program: "program",
};
const LENGTHS = 6;
const CODES_A_CLASS = 4 * LENGTHS;
const CLASSES = NAME_CLASSES.length + WORD_CLASSES.length;
const KNOWN_CODES = CLASSES * CODES_A_CLASS;
const WORD_LENGTHS = 5;
/** Codes are below this: those of known names, then those of the lexicon's words and of unknown characters. */
export const WORD_CODES = KNOWN_CODES + (WORD_KINDS.length + 1) * 4 * WORD_LENGTHS;

/** The trie, and the lexicon whose words are in it; null for none. */
export interface Words {
  readonly trie: WordTrie;
  readonly lexicon: Lexicon | null;
}

const classOf = ({ type, kind, doubtful, parents }: Name): (typeof NAME_CLASSES)[number] => {
  if (doubtful) return "doubtful";
  if (type === "person") return "person";
  // Cities abroad have no parents in the gazetteer.
  if (kind === "city" && parents.length === 0) return "world-place";
  return KINDS[kind] ?? "world-place";
};

/** Puts everything that the gazetteer holds into a trie. Cost: about 30 ms. */
export function readKnownWordsInto(trie: WordTrie, resources: Resources): void {
  const put = (word: string, index: number): void => {
    const state = wordState(trie, word);
    if (state !== 0) trie.classes[state]! |= 1 << index;
  };
  for (const [form, names] of resources.forms.entries())
    for (const name of names) put(form, NAME_CLASSES.indexOf(classOf(name)));
  WORD_CLASSES.forEach((kind, index) => {
    for (const word of resources.words.get(kind) ?? []) put(word, NAME_CLASSES.length + index);
  });
}

/** Codes of a line's characters, in no order; reused from line to line. */
export interface Codes {
  count: number;
  /** Which character, from 0. */
  places: Int32Array;
  codes: Int32Array;
  /** The words of the last line: where each starts, behind them the line's length; and their keys. */
  words: number;
  starts: Int32Array;
  keys: Int32Array;
}

export const createCodes = (): Codes => ({
  count: 0,
  places: new Int32Array(2048),
  codes: new Int32Array(2048),
  words: 0,
  starts: new Int32Array(513),
  keys: new Int32Array(512),
});

export function pushCode(out: Codes, place: number, code: number): void {
  if (out.count === out.places.length) {
    for (const name of ["places", "codes"] as const) {
      const wider = new Int32Array(2 * out.count);
      wider.set(out[name]);
      out[name] = wider;
    }
  }
  out.places[out.count] = place;
  out.codes[out.count++] = code;
}

/** What a walk over the line needs; reused from line to line. */
const ends = new Int32Array(CLASSES);
const lengths = new Int32Array(CLASSES);
/** By place and word length less one: entry of the lexicon's word, or 0. */
let words = new Uint16Array(LONGEST_WORD * 512);
let best = new Int32Array(513);
let nextPlace = new Int32Array(512);

/**
 * Adds the codes of `line` to `out`: known names and words, then the words that the line is most likely made of; these are
 * also given as `words`. Cost: O(length).
 */
export function wordCodes({ trie, lexicon }: Words, line: Line, out: Codes): void {
  const { numbers, first, table, mask, classes, entries } = trie;
  const { length, units } = line;
  if (best.length <= length) {
    words = new Uint16Array(LONGEST_WORD * 2 * length);
    best = new Int32Array(2 * length + 1);
    nextPlace = new Int32Array(2 * length);
  }
  words.fill(0, 0, LONGEST_WORD * length);
  ends.fill(0);
  for (let start = 0; start < length; start++) {
    let state = first[numbers[units[start]!]!]!;
    if (state === 0) continue;
    let found = 0;
    for (let end = start + 1; ; end++) {
      const here = classes[state]!;
      if (here !== 0) {
        found |= here;
        for (let rest = here; rest !== 0; rest &= rest - 1) lengths[31 - Math.clz32(rest & -rest)] = end - start;
      }
      if (end - start <= LONGEST_WORD) words[start * LONGEST_WORD + end - start - 1] = entries[state]!;
      if (end >= length) break;
      const number = numbers[units[end]!]!;
      if (number === 0) break;
      state = nextState(table, mask, state, number);
      if (state === 0) break;
    }
    for (let rest = found; rest !== 0; rest &= rest - 1) {
      const index = 31 - Math.clz32(rest & -rest);
      if (start < ends[index]!) continue;
      ends[index] = start + lengths[index]!;
      pushWord(out, index * CODES_A_CLASS, LENGTHS, start, lengths[index]!);
    }
  }
  out.words = 0;
  if (lexicon) cutCodes(lexicon.total, line, out);
}

/**
 * The likeliest cut into words by the product of their frequencies, as jieba's without its guesses; an unknown character is a
 * word seen once. From the end to the beginning, so that the codes come out in order.
 */
function cutCodes(total: number, { length, units }: Line, out: Codes): void {
  if (out.keys.length < length) {
    out.keys = new Int32Array(2 * length);
    out.starts = new Int32Array(2 * length + 1);
  }
  best[length] = 0;
  for (let start = length - 1; start >= 0; start--) {
    let most = best[start + 1]! - total;
    let next = start + 1;
    for (let n = 0; n < LONGEST_WORD && start + n < length; n++) {
      const entry = words[start * LONGEST_WORD + n]!;
      if (entry === 0) continue;
      const sum = best[start + n + 1]! + (entry >> 8) - total;
      if (sum > most || n === 0) {
        most = sum;
        next = start + n + 1;
      }
    }
    best[start] = most;
    nextPlace[start] = next;
  }
  for (let start = 0; start < length; start = nextPlace[start]!) {
    const size = nextPlace[start]! - start;
    out.starts[out.words] = start;
    out.keys[out.words++] = wordKey(units, start, start + size);
    const entry = words[start * LONGEST_WORD + size - 1]!;
    const kind = entry === 0 ? WORD_KINDS.length : (entry & 255) - 1;
    pushWord(out, KNOWN_CODES + kind * 4 * WORD_LENGTHS, WORD_LENGTHS, start, size);
  }
  out.starts[out.words] = length;
}

function pushWord(out: Codes, first: number, lengths: number, start: number, length: number): void {
  const base = first + Math.min(length, lengths) - 1;
  if (length === 1) {
    pushCode(out, start, base + 3 * lengths);
    return;
  }
  pushCode(out, start, base);
  for (let i = 1; i < length - 1; i++) pushCode(out, start + i, base + lengths);
  pushCode(out, start + length - 1, base + 2 * lengths);
}
