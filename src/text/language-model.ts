// A character language model: how likely is it that a text goes on like this?
//
// In:  the bytes of data/model/characters.lm. Out: log-probabilities in nats of characters after a context.
// Method: back-off n-grams over characters, interpolated modified Kneser-Ney (Chen and Goodman 1999, "An empirical study of
// smoothing techniques for language modeling"), pruned by weighted difference (Seymore and Rosenfeld 1996, "Scalable
// backoff language models"). data/model/README.md has training texts and figures; continuation.ts the segmenter's question.
//
//     two hashes of 展 ◄ 发 ◄ 的:  17 bits say the bucket, 18 bits are the mark
//     bucket ─► [ mark 18 | log p 8 | back-off 6 ] [ … ] [ … ]      about eight slots, scanned
//
// N-grams are kept as hashes, taken from the last character to the first, so that one walk to the left meets the matches of
// all orders and ends at the first that is missing (every suffix of a kept n-gram is kept). Nothing can be listed from the
// file. An n-gram that was never seen is taken for a seen one once in thirty thousand questions (tables of one 32-bit hash:
// once in four thousand). A trie would be exact, but half as large again and slower.
import { InputError } from "../lib/errors.ts";
import { normalForm } from "./normal.ts";

export interface LanguageModel {
  /** Longest n-gram; the context of a character is at most `order - 1` characters. */
  readonly order: number;
  /** How many kinds of characters the model tells apart, the boundary and the unknown one included. */
  readonly kinds: number;
  /** UTF-16 unit → id of its kind; `BLANK` for what is no part of the text. */
  readonly ids: Uint16Array;
  /** By id: 1 for what ends a sentence, 2 for a mark that may close behind it, else 0. */
  readonly roles: Uint8Array;
  /** How many n-grams of two and more characters the model holds. */
  readonly size: number;
  /** log p and back-off of single characters, by id. */
  readonly single: Float32Array;
  readonly singleBackoff: Float32Array;
  /** The first slot of each bucket, and the end of the last. */
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
  /** By bucket, which of 32 kinds of marks it holds: three in four n-grams that are not kept are told by one look at it. */
  readonly kindsOfMarks: Uint32Array;
  /** Quantised value → nats. */
  readonly probabilities: Float32Array;
  readonly backoffs: Float32Array;
}

/** What stands before a character, as the model sees it. Reusable for any number of questions. */
export interface Context {
  /** At most `order - 1` ids in reading order; a boundary only as the first. */
  readonly ids: readonly number[];
  /** `backoff[n]`: sum of the back-off weights, in nats, of the contexts of n and more of these characters; n from 1. */
  readonly backoff: Float64Array;
}

export const UNKNOWN = 0;
/** Stands between two sentences: what opens one has it as its context, and it follows a headline's last character. */
export const BOUNDARY = 1;
export const BLANK = 0xffff;
/** The format, for the script that writes it. */
export const MAGIC = 0x4d4c4d57;
export const HEADER_WORDS = 8;
export const BUCKET_BITS = 17;
export const PROBABILITY_BITS = 8;
export const BACKOFF_BITS = 6;
export const VALUE_BITS = PROBABILITY_BITS + BACKOFF_BITS;
/** The five bits of a mark (and of its slot) above this one are its kind. */
const MARK_KIND = 27;

export const PROBABILITY_MASK = (1 << PROBABILITY_BITS) - 1;
export const BACKOFF_MASK = (1 << BACKOFF_BITS) - 1;
export const MAX_ORDER = 8;
const STOP = 1;
const CLOSER = 2;
const STOPS = "。!?";
const CLOSERS = "”’\"')》】]";

/** The hash of an n-gram, grown to the left by one character; 0 is that of the empty one. Its top bits are the bucket. */
export function grown(hash: number, id: number): number {
  let h = Math.imul(hash ^ (id + 0x3c6ef372), 0x9e3779b1);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
}

/** A second hash, grown likewise, whose top bits are the mark. */
export function marked(mark: number, id: number): number {
  const h = Math.imul(mark ^ (id + 0x1b873593), 0xc2b2ae35);
  return Math.imul(h ^ (h >>> 15), 0x27d4eb2f);
}

/**
 * Reads a model; its tables are views of `bytes` where these are aligned to four.
 *
 * Throws InputError for bytes that are no model of this format or are cut short. The file is little-endian, as every
 * machine that Node runs on. Cost: about 10 ms, and 20 once in a process for the normal form.
 */
export function parseLanguageModel(bytes: Uint8Array): LanguageModel {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
  if (words.length < HEADER_WORDS || words[0] !== MAGIC)
    throw new InputError("language model: not a file of this format");
  const [, order, kinds, size] = words as unknown as [number, number, number, number];
  const units = HEADER_WORDS + 2 * kinds;
  const starts = units + ((kinds + 1) >> 1);
  const slots = starts + (1 << BUCKET_BITS) + 1;
  if (order > MAX_ORDER || words.length !== slots + size) throw new InputError("language model: cut short or damaged");
  const at = (word: number): number => words.byteOffset + 4 * word;
  const [lowest, highest, lowestBackoff, highestBackoff] = new Float32Array(
    words.buffer,
    at(4),
    4,
  ) as unknown as number[];
  const ids = idsOfUnits(new Uint16Array(words.buffer, at(units), kinds));
  return {
    order,
    kinds,
    ids,
    roles: rolesOf(ids, kinds),
    size,
    single: new Float32Array(words.buffer, at(HEADER_WORDS), kinds),
    singleBackoff: new Float32Array(words.buffer, at(HEADER_WORDS + kinds), kinds),
    starts: words.subarray(starts, slots),
    slots: words.subarray(slots),
    kindsOfMarks: kindsOfMarks(words.subarray(starts, slots), words.subarray(slots)),
    probabilities: ladder(lowest!, highest!, PROBABILITY_MASK),
    backoffs: ladder(lowestBackoff!, highestBackoff!, BACKOFF_MASK),
  };
}

const ladder = (low: number, high: number, steps: number): Float32Array =>
  Float32Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);

function kindsOfMarks(starts: Uint32Array, slots: Uint32Array): Uint32Array {
  const kinds = new Uint32Array(starts.length - 1);
  for (let bucket = 0; bucket < kinds.length; bucket++) {
    const end = starts[bucket + 1]!;
    let held = 0;
    for (let slot = starts[bucket]!; slot < end; slot++) held |= 1 << (slots[slot]! >>> MARK_KIND);
    kinds[bucket] = held;
  }
  return kinds;
}

/** Normal form → kinds, unit by unit: digits are one kind, Latin letters another, for which one comes says nothing. */
export const folded = (normal: string): string =>
  normal.replace(/[\p{Nd}\p{Script=Latin}]/gu, (char) => (char.length > 1 ? char : /\p{Nd}/u.test(char) ? "0" : "a"));

/** Every UTF-16 unit → id: full and half width, traditional and simplified characters are seen alike. */
export function idsOfUnits(units: Uint16Array): Uint16Array {
  const idOf = new Map<string, number>();
  for (let id = BOUNDARY + 1; id < units.length; id++) idOf.set(String.fromCharCode(units[id]!), id);
  const ids = new Uint16Array(0x10000).fill(BLANK);
  const { text, at } = normalForm(everyUnit());
  const kinds = folded(text);
  for (let i = 0; i < kinds.length; i++) ids[at[i]!] = idOf.get(kinds[i]!) ?? UNKNOWN;
  return ids;
}

function everyUnit(): string {
  const parts: string[] = [];
  for (let from = 0; from < 0x10000; from += 0x2000)
    parts.push(String.fromCharCode(...Array.from({ length: 0x2000 }, (_, i) => from + i)));
  return parts.join("");
}

export function rolesOf(ids: Uint16Array, kinds: number): Uint8Array {
  const roles = new Uint8Array(kinds);
  for (const char of STOPS) roles[ids[char.charCodeAt(0)]!] = STOP;
  for (const char of CLOSERS) roles[ids[char.charCodeAt(0)]!] = CLOSER;
  roles[UNKNOWN] = 0;
  return roles;
}

/**
 * Text → ids without blanks, a boundary between a sentence and what follows it. A half-width full stop is no stop.
 * In: the units [start, end) of `text`, as printed; no boundary is set before the first. Out: the first `most` ids.
 * Cost: O(end - start).
 */
export function encoded(
  { ids, roles }: Pick<LanguageModel, "ids" | "roles">,
  text: string,
  start = 0,
  end = text.length,
  most = Number.POSITIVE_INFINITY,
): number[] {
  const out: number[] = [];
  let ended = false;
  for (let i = start; i < end && out.length < most; i++) {
    const id = ids[text.charCodeAt(i)]!;
    if (id === BLANK) continue;
    const role = roles[id]!;
    if (ended && role === 0) {
      out.push(BOUNDARY);
      ended = false;
      if (out.length === most) break;
    }
    if (role === STOP) ended = true;
    out.push(id);
  }
  return out;
}

/** Whether ids end with the end of a sentence and the marks that close behind it. */
export function isClosed({ roles }: Pick<LanguageModel, "roles">, ids: ArrayLike<number>): boolean {
  let last = ids.length - 1;
  while (last >= 0 && roles[ids[last]!] === CLOSER) last--;
  return last >= 0 && roles[ids[last]!] === STOP;
}

/** The context that ids in reading order give: those behind their last boundary and that boundary, at most `order - 1`. */
export function contextOf(model: LanguageModel, all: readonly number[]): Context {
  let from = all.length;
  while (from > 0 && all.length - from < model.order - 1 && all[from] !== BOUNDARY) from--;
  const ids = all.slice(from);
  const backoff = new Float64Array(model.order + 1);
  let hash = 0;
  let mark = 0;
  for (let n = 1; n <= ids.length; n++) {
    const id = ids[ids.length - n]!;
    hash = grown(hash, id);
    mark = marked(mark, id);
    if (n === 1) backoff[1] = model.singleBackoff[id]!;
    else {
      const slot = slotOf(model, hash, mark);
      if (slot < 0) break;
      backoff[n] = model.backoffs[model.slots[slot]! & BACKOFF_MASK]!;
    }
  }
  for (let n = model.order - 1; n > 0; n--) backoff[n]! += backoff[n + 1]!;
  return { ids, backoff };
}

/** The slot of an n-gram by its hashes, or -1. */
export function slotOf({ starts, slots, kindsOfMarks }: LanguageModel, hash: number, mark: number): number {
  const bucket = hash >>> (32 - BUCKET_BITS);
  if (((kindsOfMarks[bucket]! >>> (mark >>> MARK_KIND)) & 1) === 0) return -1;
  const wanted = mark >>> VALUE_BITS;
  const end = starts[bucket + 1]!;
  for (let slot = starts[bucket]!; slot < end; slot++) if (slots[slot]! >>> VALUE_BITS === wanted) return slot;
  return -1;
}

/** What is the same of a run of characters whatever stands before it: `matchesInside` once, `likelihoodAfter` any number of times. */
export interface Run {
  readonly ids: readonly number[];
  /** By character i: the length of its longest match inside the run, at most i + 1 and `order`, and that match's log p. */
  readonly matched: readonly number[];
  readonly logP: readonly number[];
  /** The hashes of the first characters, as far as they are one match, from which it may grow into what stands before. */
  readonly hash: readonly number[];
  readonly mark: readonly number[];
  /** The back-off of the match of n characters that ends in character i at `i * MAX_ORDER + n - 1`. */
  readonly backoff: Float32Array;
}

/** Cost: two to three look-ups a character. */
export function matchesInside(model: LanguageModel, ids: readonly number[]): Run {
  // Plain lists: typed ones take longer to set up than so few numbers to find.
  const matched: number[] = [];
  const logP: number[] = [];
  const hash: number[] = [];
  const mark: number[] = [];
  const backoff = new Float32Array(ids.length * MAX_ORDER);
  for (let i = 0; i < ids.length; i++) {
    const longest = Math.min(i + 1, model.order);
    let [h, m, n] = [grown(0, ids[i]!), marked(0, ids[i]!), 1];
    let p = model.single[ids[i]!]!;
    backoff[i * MAX_ORDER] = model.singleBackoff[ids[i]!]!;
    while (n < longest) {
      const longer = grown(h, ids[i - n]!);
      const longerMark = marked(m, ids[i - n]!);
      const slot = slotOf(model, longer, longerMark);
      if (slot < 0) break;
      [h, m] = [longer, longerMark];
      const value = model.slots[slot]!;
      p = model.probabilities[(value >>> BACKOFF_BITS) & PROBABILITY_MASK]!;
      backoff[i * MAX_ORDER + n++] = model.backoffs[value & BACKOFF_MASK]!;
    }
    matched.push(n);
    logP.push(p);
    hash.push(h);
    mark.push(m);
  }
  return { ids, matched, logP, hash, mark, backoff };
}

// Scratch of likelihoodAfter, which calls nobody that could call it: `sums[n]` as in Context, `found[n]` the back-off of the
// n-gram that ends in the present character.
const sums = new Float64Array(MAX_ORDER + 2);
const found = new Float64Array(MAX_ORDER + 2);

/**
 * log P(run | context) in nats, at most 0: the sum over its characters, each after the context and those before it.
 * Allocates nothing. Cost: about one look-up a character, where a match goes on into the context.
 */
export function likelihoodAfter(model: LanguageModel, context: Context, run: Run): number {
  const { order, slots, probabilities, backoffs } = model;
  const before = context.ids;
  // Loops, not set() and fill(): those cost more than five numbers do.
  for (let n = 0; n <= order; n++) sums[n] = context.backoff[n]!;
  let total = 0;
  for (let i = 0; i < run.ids.length; i++) {
    let matched = run.matched[i]!;
    let logP = run.logP[i]!;
    for (let n = 1; n <= matched; n++) found[n] = run.backoff[i * MAX_ORDER + n - 1]!;
    if (matched === i + 1) {
      const longest = Math.min(order, matched + before.length);
      let hash = run.hash[i]!;
      let mark = run.mark[i]!;
      while (matched < longest) {
        const id = before[before.length + i - matched]!;
        hash = grown(hash, id);
        mark = marked(mark, id);
        const slot = slotOf(model, hash, mark);
        if (slot < 0) break;
        const value = slots[slot]!;
        logP = probabilities[(value >>> BACKOFF_BITS) & PROBABILITY_MASK]!;
        found[++matched] = backoffs[value & BACKOFF_MASK]!;
      }
    }
    total += logP + sums[matched]!;
    let sum = 0;
    for (let n = order - 1; n > 0; n--) {
      if (n <= matched) sum += found[n]!;
      sums[n] = sum;
    }
  }
  return total;
}

/** log P(text | context) in nats for two strings. Cost: about 0.2 µs a character. */
export const logProbability = (model: LanguageModel, context: string, text: string): number =>
  likelihoodAfter(model, contextOf(model, encoded(model, context)), matchesInside(model, encoded(model, text)));
