// Which texts of a page speak of the same: rare words that they share, against what they share with the rest of the page.
//
// Blocks are cut into passages of about equal length; a matrix holds what every two passages share. What two windows of
// text share is then a small sum, however often it is asked for.
import type { Vocabulary } from "./cohesion.ts";

/** Passages [first, end) of a page, numbered in print order. */
export type Window = readonly number[];

/** Characters of a passage. */
const PASSAGE = 300;
/** Shorter passages are no measure for others. */
const SPEAKING = 60;
/** Above so many passages only neighbours this near are compared: memory and time stay near linear. */
const LONG = 1000;
const BAND = 64;
/** Of a bigram that more passages hold only the last ones are remembered: it tells next to nothing. */
const COMMON = 64;
/** Added to a cosine before its logarithm: what strangers share by chance. */
const CHANCE = 0.01;

export class Affinity {
  /** First passage of each block, by its place; one more at the end. */
  readonly #first: Int32Array;
  /** The place of a block by its index: indexes grow, with gaps. */
  readonly #placeOf: ReadonlyMap<number, number>;
  readonly #blockOf: Int32Array;
  readonly #lengths: Int32Array;
  readonly #norms: Float64Array;
  readonly #band: number;
  /** Shared weight of passages i and j, |i - j| ≤ band, at `i * (2 band + 1) + j - i + band`. */
  readonly #shared: Float32Array;
  /** Mean cosine of a passage with all others that it is compared with. */
  readonly #usual: Float64Array;

  /** Cost: O(length + pairs of passages that share a bigram). */
  constructor(blocks: readonly { readonly index: number; readonly squeezed: string }[], vocabulary: Vocabulary) {
    const passages: string[] = [];
    const blockOf: number[] = [];
    this.#first = new Int32Array(blocks.length + 1);
    this.#placeOf = new Map(blocks.map(({ index }, k) => [index, k]));
    blocks.forEach(({ index, squeezed: text }, k) => {
      this.#first[k] = passages.length;
      const count = Math.max(1, Math.round(text.length / PASSAGE));
      for (let i = 0; i < count; i++) {
        const start = Math.floor((i * text.length) / count);
        passages.push(text.slice(start, Math.floor(((i + 1) * text.length) / count) + 1));
        blockOf.push(index);
      }
    });
    const n = passages.length;
    this.#first[blocks.length] = n;
    this.#blockOf = Int32Array.from(blockOf);
    this.#lengths = Int32Array.from(passages, (text) => text.length);
    this.#band = n > LONG ? BAND : n;
    this.#norms = new Float64Array(n);
    this.#shared = new Float32Array(n * (2 * this.#band + 1));
    this.#fill(passages, vocabulary);
    this.#usual = Float64Array.from(passages, (_, i) => this.#usualOf(i));
  }

  #fill(passages: readonly string[], vocabulary: Vocabulary): void {
    const width = 2 * this.#band + 1;
    const holders = new Map<number, number[]>();
    passages.forEach((text, i) => {
      const { ids, norm } = vocabulary.grams(text);
      this.#norms[i] = norm;
      for (const id of ids) {
        const list = holders.get(id);
        if (!list) {
          holders.set(id, [i]);
          continue;
        }
        const weight = vocabulary.weight(id);
        for (let k = list.length - 1; k >= 0 && i - list[k]! <= this.#band; k--) {
          const j = list[k]!;
          this.#shared[i * width + j - i + this.#band]! += weight;
          this.#shared[j * width + i - j + this.#band]! += weight;
        }
        list.push(i);
        if (list.length > COMMON) list.shift();
      }
    });
  }

  #usualOf(i: number): number {
    const from = Math.max(0, i - this.#band);
    const to = Math.min(this.#norms.length - 1, i + this.#band);
    let sum = 0;
    for (let j = from; j <= to; j++) if (j !== i) sum += this.#cosine(i, j);
    return to > from ? sum / (to - from) : 0;
  }

  #sharedOf(i: number, j: number): number {
    return Math.abs(i - j) > this.#band ? 0 : this.#shared[i * (2 * this.#band + 1) + j - i + this.#band]!;
  }

  #cosine(i: number, j: number): number {
    const norm = this.#norms[i]! * this.#norms[j]!;
    return norm === 0 ? 0 : this.#sharedOf(i, j) / Math.sqrt(norm);
  }

  /** The last passages of a run of blocks, about `length` characters, later ones first. `blocks`: indexes, ascending. */
  tailOf(blocks: readonly number[], length: number): Window {
    const window: number[] = [];
    let sum = 0;
    for (let k = blocks.length - 1; k >= 0; k--) {
      const place = this.#placeOf.get(blocks[k]!)!;
      for (let i = this.#first[place + 1]! - 1; i >= this.#first[place]!; i--) {
        if (sum >= length) return window;
        window.push(i);
        sum += this.#lengths[i]!;
      }
    }
    return window;
  }

  /** The first passages of a run of blocks, about `length` characters. */
  headOf(blocks: readonly number[], length: number): Window {
    const window: number[] = [];
    let sum = 0;
    for (const block of blocks) {
      const place = this.#placeOf.get(block)!;
      for (let i = this.#first[place]!; i < this.#first[place + 1]!; i++) {
        if (sum >= length) return window;
        window.push(i);
        sum += this.#lengths[i]!;
      }
    }
    return window;
  }

  /** Characters in a window. */
  length(window: Window): number {
    return window.reduce((sum, i) => sum + this.#lengths[i]!, 0);
  }

  /** Cosine of two windows, rare bigrams weighing more; about [0, 1]. Cost: O(both windows' product). */
  cosine(left: Window, right: Window): number {
    let shared = 0;
    let leftNorm = 0;
    let rightNorm = 0;
    for (const i of left) {
      leftNorm += this.#norms[i]!;
      for (const j of right) shared += this.#sharedOf(i, j);
    }
    for (const j of right) rightNorm += this.#norms[j]!;
    return shared === 0 ? 0 : shared / Math.sqrt(leftNorm * rightNorm);
  }

  /**
   * How much more two windows share than each shares with the page at large: the sum of two log-ratios, mostly in [-4, 6].
   * Some texts share set words with all others; against the page's own measure only what is theirs counts.
   */
  bond(left: Window, right: Window): number {
    const cosine = this.cosine(left, right);
    return (
      Math.log((cosine + CHANCE) / (this.#mean(left) + CHANCE)) +
      Math.log((cosine + CHANCE) / (this.#mean(right) + CHANCE))
    );
  }

  /**
   * How much better a window goes with one of its own region's passages than with the best of all other regions: a
   * log-ratio, mostly in [-3, 3]. `left`: passages that stand before it in its own region. Cost: O(passages).
   */
  preference(left: Window, right: Window, regionOf: (block: number) => number): number {
    const region = regionOf(this.#blockOf[right[0]!]!);
    let own = 0;
    let other = 0;
    for (const i of left) own = Math.max(own, this.cosine([i], right));
    const from = Math.max(0, right[0]! - this.#band);
    const to = Math.min(this.#norms.length - 1, right[0]! + this.#band);
    for (let i = from; i <= to; i++)
      if (this.#lengths[i]! >= SPEAKING && regionOf(this.#blockOf[i]!) !== region)
        other = Math.max(other, this.cosine([i], right));
    return Math.log((own + CHANCE) / (other + CHANCE));
  }

  #mean(window: Window): number {
    return window.length === 0 ? 0 : window.reduce((sum, i) => sum + this.#usual[i]!, 0) / window.length;
  }
}
