// A list of words with their parts of speech and frequencies: what words a text may be made of.
//
// In:  data/model/words.bin, built from jieba's dictionary by data/model/build-lexicon.mjs. Why so: what stands in the list
// as a common word is hardly part of a name, what it holds as a name mostly is one; at half the speed jieba itself would say
// little more (data/model/README.md has the figures), and would be needed wherever a text is tagged.
//
// Words in order; each entry: units shared with the word before (4 bits) and new units (4 bits), kind, grade, the new units.
// A grade is four times the natural logarithm of the count, rounded.
import { InputError } from "../../lib/errors.ts";
import { madeState, type WordTrie } from "./word-trie.ts";

/** jieba's tags; a tag that is not here counts as the last. */
export const WORD_KINDS = [
  ..."n nr nrt nrfg ns nt nz v vn i l m z a d t j b r f q p c x u".split(" "),
  "other",
] as const;
export const LONGEST_WORD = 6;
export const GRADES_A_NAT = 4;
const MAGIC = 0x574d4c57;

export interface LexiconWord {
  readonly word: string;
  /** Index in WORD_KINDS. */
  readonly kind: number;
  readonly grade: number;
}

/** What a sum over words needs: four times the logarithm of all counts' sum. */
export interface Lexicon {
  readonly total: number;
}

/** Words in order of their units, each once → bytes. `total`: the sum of all counts. */
export function formatLexicon(words: readonly LexiconWord[], total: number): Uint8Array {
  const bytes: number[] = [];
  let before = "";
  for (const { word, kind, grade } of words) {
    let shared = 0;
    while (shared < word.length && word[shared] === before[shared]) shared++;
    bytes.push((shared << 4) | (word.length - shared), kind, grade);
    for (let i = shared; i < word.length; i++) bytes.push(word.charCodeAt(i) & 255, word.charCodeAt(i) >> 8);
    before = word;
  }
  const out = Buffer.alloc(12 + bytes.length);
  out.writeUInt32LE(MAGIC, 0);
  out.writeUInt32LE(words.length, 4);
  out.writeUInt32LE(Math.round(GRADES_A_NAT * Math.log(total)), 8);
  out.set(bytes, 12);
  return out;
}

/** Puts the words into a trie. Throws InputError for bytes of another format. Cost: about 60 ms for 350,000 words. */
export function readLexiconInto(trie: WordTrie, bytes: Uint8Array): Lexicon {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC)
    throw new InputError("lexicon: not a file of this format");
  const count = view.getUint32(4, true);
  const states = new Int32Array(17);
  let at = 12;
  for (let i = 0; i < count; i++) {
    const shared = bytes[at]! >> 4;
    const length = shared + (bytes[at]! & 15);
    const entry = (bytes[at + 1]! + 1) | (bytes[at + 2]! << 8);
    at += 3;
    for (let n = shared; n < length; n++, at += 2) {
      const unit = bytes[at]! | (bytes[at + 1]! << 8);
      states[n + 1] = n > 0 && states[n] === 0 ? 0 : madeState(trie, states[n]!, unit);
    }
    if (at > bytes.length) throw new InputError("lexicon: cut short or damaged");
    if (states[length] !== 0) trie.entries[states[length]!] = entry;
  }
  return { total: view.getUint32(8, true) };
}
