// How well two stretches of text go together: shared words, quotes and brackets left open, numbers that go on.
import { printedNumber } from "../../corpus/index.ts";
import { remembered } from "../../lib/remembered.ts";

/** A text's distinct bigrams of Chinese characters, as ids in its page's vocabulary, and the sum of their weights. */
export interface Grams {
  readonly ids: Int32Array;
  readonly norm: number;
}

/**
 * The bigrams of neighbouring Chinese characters of a page, each weighted by the square of its rarity (inverse document
 * frequency over blocks). Bigrams are integers in an open-addressed table, because every window of text of a page is
 * compared with several others.
 */
export class Vocabulary {
  readonly #keys: Int32Array;
  readonly #slots: Int32Array;
  readonly #weights: Float64Array;
  /** Marks of the ids met in the present call; a call's number, so that nothing need be cleared. */
  readonly #met: Int32Array;
  #call = 0;

  /** Cost: O(total length). */
  constructor(texts: readonly string[]) {
    let size = 64;
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    while (size < length * 2) size *= 2;
    this.#keys = new Int32Array(size);
    this.#slots = new Int32Array(size).fill(-1);
    const counts = new Int32Array(length);
    const last = new Int32Array(length).fill(-1);
    let known = 0;
    for (const [k, text] of texts.entries()) {
      for (let i = 0; i + 1 < text.length; i++) {
        const key = keyAt(text, i);
        if (key === 0) continue;
        const slot = this.#find(key);
        let id = this.#slots[slot]!;
        if (id < 0) {
          id = known++;
          this.#keys[slot] = key;
          this.#slots[slot] = id;
        }
        if (last[id] !== k) counts[id]!++;
        last[id] = k;
      }
    }
    this.#met = new Int32Array(known);
    const total = texts.length + 1;
    // Most are met once or twice: each count's weight is computed once.
    const weightOf = remembered((count: number) => Math.log(total / (count + 0.5)) ** 2);
    this.#weights = new Float64Array(known);
    for (let id = 0; id < known; id++) this.#weights[id] = weightOf(counts[id]!);
  }

  /** The bigrams by id, each the first character's code unit in the upper 16 bits, the second's in the lower. */
  keys(): Int32Array {
    const keys = new Int32Array(this.#met.length);
    for (let slot = 0; slot < this.#slots.length; slot++) {
      const id = this.#slots[slot]!;
      if (id >= 0) keys[id] = this.#keys[slot]!;
    }
    return keys;
  }

  /** Bigrams that the page does not have are left out. Cost: O(length). */
  grams(text: string): Grams {
    const call = ++this.#call;
    const ids = new Int32Array(Math.max(0, text.length - 1));
    let count = 0;
    let norm = 0;
    for (let i = 0; i + 1 < text.length; i++) {
      const key = keyAt(text, i);
      if (key === 0) continue;
      const id = this.#slots[this.#find(key)]!;
      if (id < 0 || this.#met[id] === call) continue;
      this.#met[id] = call;
      ids[count++] = id;
      norm += this.#weights[id]!;
    }
    return { ids: ids.subarray(0, count), norm };
  }

  /** Number of distinct bigrams: their ids are below it. */
  get size(): number {
    return this.#weights.length;
  }

  /** Square of a bigram's rarity. */
  weight(id: number): number {
    return this.#weights[id]!;
  }

  /** Share of a short text's bigrams, by rarity, that a long one holds; in [0, 1]. */
  containment(short: string, long: Grams): number {
    const { ids } = this.grams(short);
    const call = ++this.#call;
    for (const id of long.ids) this.#met[id] = call;
    let shared = 0;
    let all = 0;
    for (const id of ids) {
      const weight = Math.max(0.1, Math.sqrt(this.#weights[id]!));
      all += weight;
      if (this.#met[id] === call) shared += weight;
    }
    return all === 0 ? 0 : shared / all;
  }

  /** The slot of a key, or the free one where it would stand. */
  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.#slots[slot]! >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
}

/** The bigram at an offset as an integer; 0 where it is not of two Chinese characters. */
function keyAt(text: string, at: number): number {
  const left = text.charCodeAt(at);
  const right = text.charCodeAt(at + 1);
  return isHan(left) && isHan(right) ? (left << 16) | right : 0;
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

const OPENING = "“‘《「『(（";
const CLOSING = "”’》」』)）";

const ANY_MARK = /[“‘《「『(（”’》」』)）]/gu;
const marksOf = (text: string): readonly string[] => text.match(ANY_MARK) ?? [];

/** Marks left open at the end of a text, innermost last: "(以下简称“中核华" → ")”". Closing marks in the order they are wanted last to first. */
export function openMarks(text: string): string {
  const stack: string[] = [];
  for (const mark of marksOf(text)) {
    const opening = OPENING.indexOf(mark);
    if (opening >= 0) stack.push(closingOf(opening));
    else if (stack.at(-1) === closingOf(CLOSING.indexOf(mark))) stack.pop();
  }
  return stack.join("");
}

/** Closing marks that nothing in the text opens, in their order. */
export function unopenedMarks(text: string): string {
  let depth = 0;
  let marks = "";
  for (const mark of marksOf(text)) {
    if (OPENING.includes(mark)) depth++;
    else if (depth > 0) depth--;
    else marks += closingOf(CLOSING.indexOf(mark));
  }
  return marks;
}

/** Half- and full-width brackets count as one. */
const closingOf = (index: number): string => (index === 6 ? ")" : CLOSING[index]!);

const NUMBER_HEAD = /^[(（]?([一二三四五六七八九十]{1,3})(?:[)）]|、)/u;

export interface HeadingNumber {
  readonly series: "bracket" | "comma";
  readonly value: number;
}

/** The value of a numbered heading at the beginning ("(十六)…" → 16 of the bracketed series), or null. */
export function headingNumber(text: string): HeadingNumber | null {
  const match = NUMBER_HEAD.exec(text);
  if (!match) return null;
  return { series: /^[(（]/u.test(text) ? "bracket" : "comma", value: printedNumber(match[1]!) };
}
