// Which texts of a page speak of the same: rare words that they share, against what they share with the rest of the page.
//
// Blocks are cut into passages of about equal length; a matrix holds what every two passages share. What two windows of
// text share is then a small sum, however often it is asked for.
import type { Vocabulary } from "./cohesion.ts";
import { type TopicModel, topicRow } from "./topic-model.ts";

/** Some passages of a page, and what is asked of them again and again. */
export interface Window {
  /** Numbers in print order. */
  readonly passages: readonly number[];
  /** In characters. */
  readonly length: number;
  /** Sum of their bigrams' weights. */
  readonly norm: number;
  /** What a passage of them shares with the page at large: a mean cosine. */
  readonly usual: number;
}

/** Characters of a passage. */
const PASSAGE = 300;
/** Shorter passages are no measure for others. */
const SPEAKING = 60;
/** From the middle of fewer of them every text seems to lie far. */
const FEW = 6;
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
  /** Shared weight of passages i and j, 0 ≤ i - j ≤ band, at `i * (band + 1) + i - j`. */
  readonly #shared: Float32Array;
  /** Mean cosine of a passage with all others that it is compared with. */
  readonly #usual: Float64Array;
  readonly #dimensions: number;
  /** Each passage's point in the topic model's space, row by row. */
  readonly #points: Float32Array;
  /** Those of single passages, once they were asked for. */
  readonly #topics: (Float32Array | undefined)[] = [];
  readonly #speaking: number;
  /** The middle of the directions of those long enough to speak. */
  readonly #middle: Float32Array;

  /** Cost: O(length + pairs of passages that share a bigram). */
  constructor(
    blocks: readonly { readonly index: number; readonly squeezed: string }[],
    vocabulary: Vocabulary,
    topics: TopicModel,
  ) {
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
    this.#shared = new Float32Array(n * (this.#band + 1));
    this.#dimensions = topics.dimensions;
    this.#points = new Float32Array(n * topics.dimensions);
    this.#fill(passages, vocabulary, topics);
    this.#speaking = this.#lengths.filter((length) => length >= SPEAKING).length;
    this.#middle = this.#middleOf();
    this.#usual = new Float64Array(n);
    for (let i = 0; i < n; i++) this.#usual[i] = this.#usualOf(i);
  }

  /** Every passage meets the last ones that hold the same bigram: chains of entries, from the newest back. */
  #fill(passages: readonly string[], vocabulary: Vocabulary, topics: TopicModel): void {
    const rows = vocabulary.keys();
    for (let id = 0; id < rows.length; id++) rows[id] = topicRow(topics, rows[id]!);
    const shared = this.#shared;
    const band = this.#band;
    const newest = new Int32Array(vocabulary.size).fill(-1);
    const most = passages.reduce((sum, { length }) => sum + length, 0);
    const holder = new Int32Array(most);
    const older = new Int32Array(most);
    let entries = 0;
    for (let i = 0; i < passages.length; i++) {
      const { ids, norm } = vocabulary.grams(passages[i]!);
      this.#norms[i] = norm;
      this.#points.set(pointOf(ids, rows, topics), i * topics.dimensions);
      for (const id of ids) {
        const weight = vocabulary.weight(id);
        for (let at = newest[id]!, n = 0; at >= 0 && n < COMMON; at = older[at]!, n++) {
          const j = holder[at]!;
          if (i - j > band) break;
          shared[i * (band + 1) + i - j]! += weight;
        }
        older[entries] = newest[id]!;
        holder[entries] = i;
        newest[id] = entries++;
      }
    }
  }

  #middleOf(): Float32Array {
    const middle = new Float32Array(this.#dimensions);
    for (let i = 0; i < this.#lengths.length; i++) {
      const point = this.#points.subarray(i * this.#dimensions, (i + 1) * this.#dimensions);
      const size = sizeOf(point);
      if (size > 0 && this.#lengths[i]! >= SPEAKING)
        for (let d = 0; d < point.length; d++) middle[d]! += point[d]! / size;
    }
    return middle.map((value) => value / Math.max(1, this.#speaking));
  }

  /** What a window speaks of beyond what the whole page does: a unit vector in the topic model's space, or zeros where nothing can be said. */
  topicOf({ passages }: Window): Float32Array {
    if (passages.length !== 1) return this.#directionOf(passages);
    this.#topics[passages[0]!] ??= this.#directionOf(passages);
    return this.#topics[passages[0]!]!;
  }

  #directionOf(passages: readonly number[]): Float32Array {
    const topic = new Float32Array(this.#dimensions);
    if (this.#speaking < FEW) return topic;
    for (const i of passages) {
      const start = i * this.#dimensions;
      for (let d = 0; d < topic.length; d++) topic[d]! += this.#points[start + d]!;
    }
    const size = sizeOf(topic);
    if (size === 0) return topic;
    for (let d = 0; d < topic.length; d++) topic[d] = topic[d]! / size - this.#middle[d]!;
    const rest = sizeOf(topic);
    if (rest > 0) for (let d = 0; d < topic.length; d++) topic[d]! /= rest;
    return topic;
  }

  #usualOf(i: number): number {
    const from = Math.max(0, i - this.#band);
    const to = Math.min(this.#norms.length - 1, i + this.#band);
    let sum = 0;
    for (let j = from; j <= to; j++) if (j !== i) sum += this.#cosine(i, j);
    return to > from ? sum / (to - from) : 0;
  }

  #sharedOf(i: number, j: number): number {
    const apart = i > j ? i - j : j - i;
    return apart > this.#band ? 0 : this.#shared[(i > j ? i : j) * (this.#band + 1) + apart]!;
  }

  #cosine(i: number, j: number): number {
    const norm = this.#norms[i]! * this.#norms[j]!;
    return norm === 0 ? 0 : this.#sharedOf(i, j) / Math.sqrt(norm);
  }

  /** The last passages of a run of blocks, about `length` characters, later ones first. `blocks`: in page order. */
  tailOf(blocks: readonly { readonly index: number }[], length: number): Window {
    const passages: number[] = [];
    let sum = 0;
    for (let k = blocks.length - 1; k >= 0 && sum < length; k--) {
      const place = this.#placeOf.get(blocks[k]!.index)!;
      for (let i = this.#first[place + 1]! - 1; i >= this.#first[place]! && sum < length; i--) {
        passages.push(i);
        sum += this.#lengths[i]!;
      }
    }
    return this.#windowOf(passages);
  }

  /** The first passages of a run of blocks, about `length` characters. */
  headOf(blocks: readonly { readonly index: number }[], length: number): Window {
    const passages: number[] = [];
    let sum = 0;
    for (let k = 0; k < blocks.length && sum < length; k++) {
      const place = this.#placeOf.get(blocks[k]!.index)!;
      for (let i = this.#first[place]!; i < this.#first[place + 1]! && sum < length; i++) {
        passages.push(i);
        sum += this.#lengths[i]!;
      }
    }
    return this.#windowOf(passages);
  }

  #windowOf(passages: readonly number[]): Window {
    let [length, norm, usual] = [0, 0, 0];
    for (const i of passages) {
      length += this.#lengths[i]!;
      norm += this.#norms[i]!;
      usual += this.#usual[i]!;
    }
    return {
      passages,
      length,
      norm,
      usual: passages.length === 0 ? 0 : usual / passages.length,
    };
  }

  /** The share of a block's bigrams, by rarity, that the first passage of another holds; in [0, 1]. */
  heldBy(block: number, other: number): number {
    const first = this.#first[this.#placeOf.get(other)!]!;
    let shared = 0;
    let norm = 0;
    const place = this.#placeOf.get(block)!;
    for (let i = this.#first[place]!; i < this.#first[place + 1]!; i++) {
      shared += this.#sharedOf(i, first);
      norm += this.#norms[i]!;
    }
    return norm === 0 ? 0 : shared / norm;
  }

  /** Cosine of two windows, rare bigrams weighing more; about [0, 1]. Cost: O(both windows' product). */
  cosine(left: Window, right: Window): number {
    let shared = 0;
    for (const i of left.passages) for (const j of right.passages) shared += this.#sharedOf(i, j);
    return shared === 0 ? 0 : shared / Math.sqrt(left.norm * right.norm);
  }

  /** The same, of a passage and a window. */
  #cosineOf(i: number, right: Window): number {
    let shared = 0;
    for (const j of right.passages) shared += this.#sharedOf(i, j);
    return shared === 0 ? 0 : shared / Math.sqrt(this.#norms[i]! * right.norm);
  }

  /**
   * How much more two windows share than each shares with the page at large: the sum of two log-ratios, mostly in [-4, 6].
   * Some texts share set words with all others; against the page's own measure only what is theirs counts.
   */
  bond(left: Window, right: Window): number {
    const cosine = this.cosine(left, right);
    return Math.log((cosine + CHANCE) / (left.usual + CHANCE)) + Math.log((cosine + CHANCE) / (right.usual + CHANCE));
  }

  /**
   * How much better a window goes with one of its own region's passages than with the best of all other regions: a
   * log-ratio, mostly in [-3, 3]. `left`: passages that stand before it in its own region. Cost: O(passages).
   */
  preference(left: Window, right: Window, regionOf: (block: number) => number): number {
    const first = right.passages[0]!;
    const region = regionOf(this.#blockOf[first]!);
    let own = 0;
    let other = 0;
    for (const i of left.passages) own = Math.max(own, this.#cosineOf(i, right));
    const from = Math.max(0, first - this.#band);
    const to = Math.min(this.#norms.length - 1, first + this.#band);
    for (let i = from; i <= to; i++)
      if (this.#lengths[i]! >= SPEAKING && regionOf(this.#blockOf[i]!) !== region)
        other = Math.max(other, this.#cosineOf(i, right));
    return Math.log((own + CHANCE) / (other + CHANCE));
  }
}

/** The sum of bigrams' rows. `rows`: by the bigrams' ids. */
function pointOf(ids: Int32Array, rows: Int32Array, { dimensions, vectors }: TopicModel): Int32Array {
  const point = new Int32Array(dimensions);
  for (const id of ids) {
    const row = rows[id]!;
    if (row < 0) continue;
    const start = row * dimensions;
    // By fours: half the time.
    for (let d = 0; d < dimensions; d += 4) {
      point[d]! += vectors[start + d]!;
      point[d + 1]! += vectors[start + d + 1]!;
      point[d + 2]! += vectors[start + d + 2]!;
      point[d + 3]! += vectors[start + d + 3]!;
    }
  }
  return point;
}

function sizeOf(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/** How near two topics lie: a cosine, in [-1, 1]; 0 where one is of zeros. */
export function topicCosine(left: Float32Array, right: Float32Array): number {
  let [a, b, c, e] = [0, 0, 0, 0];
  for (let d = 0; d < left.length; d += 4) {
    a += left[d]! * right[d]!;
    b += left[d + 1]! * right[d + 1]!;
    c += left[d + 2]! * right[d + 2]!;
    e += left[d + 3]! * right[d + 3]!;
  }
  return a + b + (c + e);
}
