// What the gazetteer knows of a text's characters: for each class of known names and words (counties, countries, surnames,
// titles, tails of bodies …) the longest from the left, and where in it a character stands.
//
//     云 南 省 昭 通 市 市 长 张        code of a character = class, part (B I E S), length
//     └province┘└─city─┘└title┘surname
//
// Words are found by a trie over units: one walk a character, 1.5 steps on average.
import type { Name, Resources } from "../resources.ts";
import type { Line } from "./alphabet.ts";
import { type Codes, pushCode } from "./codes.ts";
import { type Lexicon, LONGEST_WORD, WORD_KINDS } from "./lexicon.ts";
import { type Ends, LINE_CODES, lineCodes, TRAITS } from "./line-codes.ts";
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
/** A word is rare up to the first of these grades, common above the last. */
const GRADES = [7, 18];
const FREQUENCIES = GRADES.length + 1;
const LEXICON_CODES = (WORD_KINDS.length + 1) * FREQUENCIES * 4 * WORD_LENGTHS;
/** Codes are below this: those of known names, of the lexicon's words and of unknown characters, of the line as a whole. */
export const WORD_CODES = KNOWN_CODES + LEXICON_CODES + LINE_CODES;

/** By class, what it tells of the line (`Ends`). */
const TRAIT_OF_CLASS = Uint8Array.from([...NAME_CLASSES, ...WORD_CLASSES], (name) => {
  if (name === "country") return TRAITS.country | TRAITS.place;
  if (/^(?:province|city|county|world-place|region)$/.test(name)) return TRAITS.place;
  if (/^(?:agency|university|agency-tail)$/.test(name)) return TRAITS.body;
  return name === "surname" || name === "japanese-surname" ? TRAITS.surname : 0;
});

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

/** What a walk over the line needs; reused from line to line. */
const ends = new Int32Array(CLASSES);
const lengths = new Int32Array(CLASSES);
/** By place and word length less one: entry of the lexicon's word, or 0. */
let words = new Uint16Array(LONGEST_WORD * 512);
let best = new Int32Array(513);
let nextPlace = new Int32Array(512);
const traits: Ends = { begins: new Uint8Array(513), closes: new Uint8Array(513) };

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
    traits.begins = new Uint8Array(2 * length + 1);
    traits.closes = new Uint8Array(2 * length + 1);
  }
  traits.begins.fill(0, 0, length + 1);
  traits.closes.fill(0, 0, length + 1);
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
        for (let rest = here; rest !== 0; rest &= rest - 1) {
          const index = 31 - Math.clz32(rest & -rest);
          lengths[index] = end - start;
          const trait = TRAIT_OF_CLASS[index]!;
          traits.closes[end]! |= trait;
          if (trait !== (TRAITS.country | TRAITS.place) && trait !== TRAITS.place) traits.begins[start]! |= trait;
          else if (end - start > 1) traits.begins[start]! |= trait;
        }
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
  lineCodes(line, traits, KNOWN_CODES + LEXICON_CODES, out);
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
    const grade = entry >> 8;
    const frequency = grade <= GRADES[0]! ? 0 : grade <= GRADES[1]! ? 1 : 2;
    pushWord(out, KNOWN_CODES + (kind * FREQUENCIES + frequency) * 4 * WORD_LENGTHS, WORD_LENGTHS, start, size);
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
