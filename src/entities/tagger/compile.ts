// Labelled texts → numbers, once, before training reads them many times.
import { type Alphabet, createLine, type Line, readLine } from "./alphabet.ts";
import { type Codes, createCodes } from "./codes.ts";
import { pairKey, tripleKey } from "./signs.ts";
import { type TaggedSpan, tagsOf } from "./tags.ts";

/** A text with its names, in UTF-16 units, and the number of the convention by which it was labelled. */
export interface LabelledText {
  readonly text: string;
  readonly spans: readonly TaggedSpan[];
  readonly convention: number;
}

/** The texts' characters in one row, a boundary before and behind each text. */
export interface CompiledTexts {
  /** Place of each text's first boundary, and the end of the last text. */
  readonly starts: Int32Array;
  readonly conventions: Uint8Array;
  readonly ids: Uint16Array;
  /** Signs of the pair and of the triple that begin at a place; -1 for none. */
  readonly pairs: Int32Array;
  readonly triples: Int32Array;
  /** Sign of the word that begins at a place, -1 for one that is no sign, -2 where none begins. */
  readonly words: Int32Array;
  /** By text, its first code in `places` and `codes`; and the end of the last. Places count a text's characters from 0. */
  readonly codeStarts: Int32Array;
  readonly places: Int32Array;
  readonly codes: Int32Array;
  readonly tags: Uint8Array;
}

/** N-gram key → count or sign; open addressing. */
export class KeyTable {
  keys = new Int32Array(1 << 16);
  values = new Int32Array(1 << 16);
  size = 0;

  /** Index of the key's slot, free or its own. */
  slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (key ^ (key >>> 13)) & mask;
    while (this.keys[slot] !== key && this.keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  get(key: number): number | undefined {
    const slot = this.slot(key);
    return this.keys[slot] === key ? this.values[slot] : undefined;
  }

  add(key: number, count: number): void {
    const slot = this.slot(key);
    if (this.keys[slot] === key) {
      this.values[slot]! += count;
      return;
    }
    this.keys[slot] = key;
    this.values[slot] = count;
    if (++this.size * 2 > this.keys.length) this.grow();
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(2 * keys.length);
    this.values = new Int32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const slot = this.slot(keys[i]!);
      this.keys[slot] = keys[i]!;
      this.values[slot] = values[i]!;
    }
  }
}

/** Which signs there are: ids, then codes, then the pairs, triples and words that were counted often enough. */
export interface SignTable {
  readonly alphabet: Alphabet;
  readonly codes: number;
  readonly pairs: KeyTable;
  readonly triples: KeyTable;
  readonly words: KeyTable;
  /** First sign of each kind: ids at 0, codes, pairs, triples, words, and how many signs there are. */
  readonly starts: readonly [codes: number, pairs: number, triples: number, words: number, end: number];
  readonly pairKeys: Int32Array;
  readonly tripleKeys: Int32Array;
  readonly wordKeys: Int32Array;
}

/** Counts the n-grams and words of texts and keeps those that occur at least `least` times, in the order of their keys. */
export function createSignTable(
  alphabet: Alphabet,
  codes: number,
  observe: Observer,
  texts: Iterable<string>,
  least: readonly [pairs: number, triples: number, words: number],
): SignTable {
  const counted = [new KeyTable(), new KeyTable(), new KeyTable()] as const;
  const line = createLine();
  const found = createCodes();
  for (const text of texts) {
    readLine(alphabet, text, 0, text.length, line);
    const { ids, length } = line;
    for (let i = 0; i <= length; i++) counted[0].add(pairKey(ids[i]!, ids[i + 1]!), 1);
    for (let i = 0; i < length; i++) counted[1].add(tripleKey(ids[i]!, ids[i + 1]!, ids[i + 2]!), 1);
    found.count = 0;
    observe(line, found);
    for (let i = 0; i < found.words; i++) counted[2].add(found.keys[i]!, 1);
  }
  const start = alphabet.kinds + codes;
  const [pairs, pairKeys] = kept(counted[0], least[0], start);
  const [triples, tripleKeys] = kept(counted[1], least[1], start + pairKeys.length);
  const wordStart = start + pairKeys.length + tripleKeys.length;
  const [words, wordKeys] = kept(counted[2], least[2], wordStart);
  return {
    alphabet,
    codes,
    pairs,
    triples,
    words,
    starts: [alphabet.kinds, start, start + pairKeys.length, wordStart, wordStart + wordKeys.length],
    pairKeys,
    tripleKeys,
    wordKeys,
  };
}

function kept(counted: KeyTable, least: number, first: number): [KeyTable, Int32Array] {
  const keys = counted.keys.filter((key, i) => key !== 0 && counted.values[i]! >= least).sort();
  const table = new KeyTable();
  keys.forEach((key, i) => {
    table.add(key, first + i);
  });
  return [table, keys];
}

/** A line's codes and words. */
export type Observer = (line: Line, out: Codes) => void;

/** Blanks at the edges of a name are no part of it: the characters of the line that a span covers. */
function spansOfLine(line: Line, spans: readonly TaggedSpan[]): TaggedSpan[] {
  const { at, length } = line;
  const out: TaggedSpan[] = [];
  let i = 0;
  for (const { start, end, type } of spans) {
    while (i < length && at[i]! < start) i++;
    const first = i;
    while (i < length && at[i]! < end) i++;
    if (i > first) out.push({ start: first, end: i, type });
  }
  return out;
}

/** Cost: O(characters); some thirty bytes of memory for each. */
export function compileTexts(table: SignTable, observe: Observer, texts: readonly LabelledText[]): CompiledTexts {
  const { alphabet } = table;
  const starts = new Int32Array(texts.length + 1);
  texts.forEach(({ text }, i) => {
    starts[i + 1] = starts[i]! + text.length + 2;
  });
  const total = starts[texts.length]!;
  const compiled = {
    starts,
    conventions: Uint8Array.from(texts, (text) => text.convention),
    ids: new Uint16Array(total),
    pairs: new Int32Array(total).fill(-1),
    triples: new Int32Array(total).fill(-1),
    words: new Int32Array(total).fill(-2),
    codeStarts: new Int32Array(texts.length + 1),
    tags: new Uint8Array(total),
  };
  const line = createLine();
  const codes = createCodes();
  let at = 0;
  texts.forEach(({ text, spans }, index) => {
    readLine(alphabet, text, 0, text.length, line);
    const { ids, length } = line;
    starts[index] = at;
    compiled.ids.set(ids.subarray(0, length + 2), at);
    for (let i = 0; i <= length; i++) compiled.pairs[at + i] = table.pairs.get(pairKey(ids[i]!, ids[i + 1]!)) ?? -1;
    for (let i = 0; i < length; i++)
      compiled.triples[at + i] = table.triples.get(tripleKey(ids[i]!, ids[i + 1]!, ids[i + 2]!)) ?? -1;
    compiled.tags.set(tagsOf(spansOfLine(line, spans), length), at + 1);
    observe(line, codes);
    for (let i = 0; i < codes.words; i++)
      compiled.words[at + 1 + codes.starts[i]!] = table.words.get(codes.keys[i]!) ?? -1;
    compiled.codeStarts[index + 1] = codes.count;
    at += length + 2;
  });
  starts[texts.length] = at;
  return { ...compiled, places: codes.places.slice(0, codes.count), codes: codes.codes.slice(0, codes.count) };
}
