// How texts begin: an article ("8月28日,记者从市交通局获悉…"), a paragraph within one ("王明说,…"), and what a column's foot
// cut off in the middle of a sentence ("部是陪跑的第一棒,…").
//
// Two logistic regressions over hashed n-grams of up to three characters of the first words, trained on clean articles by
// data/model/train-opening-model.mjs; what they were, and how well it tells, is said in data/model/README.md.
import { encoded, type LanguageModel } from "../../text/index.ts";

export interface OpeningModel {
  /** The first paragraph of an article against a later one. */
  readonly article: Weights;
  /** The middle of a sentence against a paragraph's beginning. */
  readonly inside: Weights;
  /** A line of a headline against as many characters of running text. */
  readonly headline: Weights;
}

export interface Weights {
  /** What a text scores before any feature, in nats. */
  readonly bias: number;
  /** Weights of features by their hash, in steps of `STEP` nats. */
  readonly values: Int8Array;
}

/** Characters that are looked at. */
export const REACHES = { article: 28, inside: 8 } as const;
/** Printed units that hold so many. */
const UNITS = 48;
export const BUCKETS = 1 << 15;
export const STEP = 1 / 48;
const ORDER = 3;

export interface Opening {
  /** Log-odds that an article begins here, in nats, where as many texts do as do not; mostly in [-4, 4]. */
  readonly article: number;
  /** Log-odds that it is the middle of a sentence. */
  readonly inside: number;
}

/** Cost: about 3 µs. */
export function openingOf({ article, inside }: OpeningModel, characters: LanguageModel, text: string): Opening {
  const ids = encoded(characters, text, 0, Math.min(text.length, UNITS), REACHES.article);
  return {
    article: openingScore(article, ids, REACHES.article),
    inside: openingScore(inside, ids, REACHES.inside),
  };
}

/** The second of them alone. */
export const insideScore = ({ inside }: OpeningModel, characters: LanguageModel, text: string): number =>
  openingScore(inside, encoded(characters, text, 0, Math.min(text.length, UNITS), REACHES.inside), REACHES.inside);

/** Log-odds that a short line is of a headline rather than of running text, in nats; mostly in [-6, 6]. Cost: about 3 µs. */
export const headlineScore = ({ headline }: OpeningModel, characters: LanguageModel, text: string): number =>
  scoreOf(headline, lineFeatures(encoded(characters, text, 0, Math.min(text.length, UNITS))));

function scoreOf({ bias, values }: Weights, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += values[feature]!;
  return bias + sum * STEP;
}

/** As `scoreOf` the `openingFeatures`, without a list of them. */
function openingScore({ bias, values }: Weights, ids: readonly number[], reach: number): number {
  let sum = 0;
  visitOpeningFeatures(ids, reach, (feature) => {
    sum += values[feature]!;
  });
  return bias + sum * STEP;
}

/** Hashes of the n-grams of the first characters (ids of the character model); those at the very beginning count for themselves too. */
export function openingFeatures(ids: readonly number[], reach: number): number[] {
  const features: number[] = [];
  visitOpeningFeatures(ids, reach, (feature) => features.push(feature));
  return features;
}

function visitOpeningFeatures(ids: readonly number[], reach: number, visit: (feature: number) => void): void {
  const length = Math.min(reach, ids.length);
  for (let i = 0; i < length; i++) {
    let hash = 0;
    for (let n = 0; n < ORDER && i + n < length; n++) {
      hash = Math.imul(hash ^ ids[i + n]!, 0x9e3779b1) + n + 1;
      visit(bucketOf(hash));
      if (i < 2) visit(bucketOf(hash ^ ((i + 1) * 0x5bd1e995)));
    }
  }
}

/** Hashes of the n-grams of a whole line; those at its beginning and at its end count for themselves too. */
export function lineFeatures(ids: readonly number[]): number[] {
  const features = openingFeatures(ids, ids.length);
  const last = ids.length - 1;
  let hash = 0x3c6ef372;
  for (let n = 0; n < ORDER && last - n >= 0; n++) {
    hash = Math.imul(hash ^ ids[last - n]!, 0x9e3779b1) + n + 1;
    features.push(bucketOf(hash));
  }
  return features;
}

const bucketOf = (hash: number): number => (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8) & (BUCKETS - 1);

const PART = 4 + BUCKETS;

/** In: for each of the three a 32-bit float and a byte a weight. Throws when the size is another. */
export function parseOpeningModel(bytes: Uint8Array): OpeningModel {
  if (bytes.length !== 3 * PART) throw new Error(`opening model: ${bytes.length} bytes instead of ${3 * PART}`);
  const weights = (start: number): Weights => ({
    bias: new DataView(bytes.buffer, bytes.byteOffset + start).getFloat32(0, true),
    values: new Int8Array(bytes.buffer, bytes.byteOffset + start + 4, BUCKETS),
  });
  return { article: weights(0), inside: weights(PART), headline: weights(2 * PART) };
}
