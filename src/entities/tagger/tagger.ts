// A text → the names in it, each with its type and how sure it is. Pure; everything it needs is handed in.
//
// In:  a model (model.ts), words (known-words.ts), a convention's name. Lines are tagged one by one: a name does not go over
//      a line feed. Out: spans in UTF-16 units of the text as given, by start, disjoint.
//
// Weights are whole numbers. Each sign's row is found once, and what it says is added to the scores of all the characters
// that hear it; then the best chain of tags is sought. What a chain's rivals weigh is asked only around the names found.

import { InputError } from "../../lib/errors.ts";
import { type Alphabet, createAlphabet, createLine, type Line, readLine } from "./alphabet.ts";
import { createDecoder, type Decoder, decode } from "./decode.ts";
import { type Codes, createCodes, WORD_CODES, type Words, wordCodes } from "./known-words.ts";
import { createLattice, type Lattice, marginals, reserve, spanProbability } from "./lattice.ts";
import { type Rows, STEPS_A_NAT, type TaggerModel } from "./model.ts";
import { CODE_REACH, pairKey, REACHES, tripleKey, WORD_HEARERS, wordHearer } from "./signs.ts";
import { spansOf, stepsAmong, TAGS, type TaggedSpan, type TaggedType, tagsOf } from "./tags.ts";

/** A name as the tagger found it; offsets are UTF-16 units of the text. */
export interface TaggedName {
  readonly start: number;
  readonly end: number;
  readonly type: TaggedType;
  /** Probability of exactly this span and type, given the model; in [0, 1], three decimals. */
  readonly score: number;
}

export interface Tagger {
  readonly convention: string;
  /** The names of a text. Cost: about 1 to 2 µs a character. */
  tag(text: string): TaggedName[];
  /**
   * For spans that others found, by start, the probability of exactly this span and type; 0 for a span over a line feed.
   * In the order of `spans`. Cost: as `tag`, and half as much again, for the lines that hold any.
   */
  probabilities(text: string, spans: readonly TaggedSpan[]): number[];
}

/** Longer lines are cut, behind a full stop where there is one. */
const LONGEST_LINE = 4000;
/** Room before and behind the scores, so that signs at the ends of a line may speak to nobody. */
const MARGIN = 4;
/** The hearers' rows of ids and codes, and of n-grams by their keys. */
interface Table {
  readonly idStarts: Uint32Array;
  readonly codeStarts: Uint32Array;
  readonly pairs: Hashed;
  readonly triples: Hashed;
  readonly words: Hashed;
  readonly entries: Int16Array;
}

/** Open addressing: pairs of key and place of the row, 8 bits how long it is; 0 is free. */
interface Hashed {
  readonly slots: Int32Array;
  readonly mask: number;
}

const LENGTH_BITS = 8;
const slotOf = (key: number): number => key ^ (key >>> 13);

/** The rows of the shared domain and of one convention, side by side in one table. */
function createTable({ rows, units, codes }: TaggerModel, convention: number): Table {
  const own = [rows[0]!, rows[convention + 1]!];
  let size = 0;
  for (const domain of own) for (const kind of domain) size += kind.entries.length;
  const out = { entries: new Int16Array(size), used: 0 };
  const dense = (kind: number, count: number): Uint32Array => {
    const starts = new Uint32Array(count + 1);
    const next = own.map(() => 0);
    for (let sign = 0; sign < count; sign++) {
      starts[sign] = out.used;
      own.forEach((domain, i) => {
        if (domain[kind]!.signs[next[i]!] === sign) copyRow(domain[kind]!, next[i]!++, out);
      });
    }
    starts[count] = out.used;
    return starts;
  };
  return {
    idStarts: dense(0, units.length + 2),
    codeStarts: dense(1, codes),
    pairs: hashed([own[0]![2]!, own[1]![2]!], out),
    triples: hashed([own[0]![3]!, own[1]![3]!], out),
    words: hashed([own[0]![4]!, own[1]![4]!], out),
    entries: out.entries,
  };
}

interface Entries {
  readonly entries: Int16Array;
  used: number;
}

function copyRow({ starts, entries }: Rows, row: number, out: Entries): void {
  for (let i = starts[row]!; i < starts[row + 1]!; i++) out.entries[out.used++] = entries[i]!;
}

/** Two lists of rows in the order of their keys, merged. */
function hashed([a, b]: readonly [Rows, Rows], out: Entries): Hashed {
  let slots = 1024;
  while (slots < 1.6 * (a.signs.length + b.signs.length)) slots *= 2;
  const table = { slots: new Int32Array(2 * slots), mask: slots - 1 };
  let i = 0;
  let j = 0;
  while (i < a.signs.length || j < b.signs.length) {
    const left = i < a.signs.length ? a.signs[i]! : Number.POSITIVE_INFINITY;
    const right = j < b.signs.length ? b.signs[j]! : Number.POSITIVE_INFINITY;
    const start = out.used;
    if (left <= right) copyRow(a, i++, out);
    if (right <= left) copyRow(b, j++, out);
    const length = out.used - start;
    let slot = slotOf(Math.min(left, right)) & table.mask;
    while (table.slots[2 * slot] !== 0) slot = (slot + 1) & table.mask;
    table.slots[2 * slot] = Math.min(left, right);
    table.slots[2 * slot + 1] = (start << LENGTH_BITS) | length;
  }
  return table;
}

const PAIR_FIRST = REACHES[1]![0];
const TRIPLE_FIRST = REACHES[2]![0];
const ID_FIRST = REACHES[0]![0];

/** Adds what a row says to the scores; `base` is where its first hearer's scores begin. */
function addRow(scores: Int32Array, base: number, entries: Int16Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const entry = entries[i]!;
    scores[base + (entry >> 8)]! += (entry << 24) >> 24;
  }
}

/** Place and length of a key's row, packed as in the slots; 0 for none. */
function rowOf({ slots, mask }: Hashed, key: number): number {
  let slot = slotOf(key) & mask;
  for (;;) {
    const found = slots[2 * slot]!;
    if (found === key) return slots[2 * slot + 1]!;
    if (found === 0) return 0;
    slot = (slot + 1) & mask;
  }
}

function addHashed(hashed: Hashed, key: number, scores: Int32Array, base: number, entries: Int16Array): void {
  const row = rowOf(hashed, key);
  const start = row >>> LENGTH_BITS;
  addRow(scores, base, entries, start, start + (row & ((1 << LENGTH_BITS) - 1)));
}

/** Where the scores of each hearer of a word begin, less the hearer's own part of an entry. */
const hearers = new Int32Array(WORD_HEARERS);

function addWords({ words, entries }: Table, { words: count, starts, keys }: Codes, scores: Int32Array): void {
  for (let w = 0; w < count; w++) {
    const row = rowOf(words, keys[w]!);
    if (row === 0) continue;
    for (let n = 0; n < WORD_HEARERS; n++) {
      const at = wordHearer(starts, count, w, n);
      // Who hears nothing writes into the room before the line.
      hearers[n] = (at < 0 ? 0 : MARGIN + at) * TAGS - n * TAGS;
    }
    const start = row >>> LENGTH_BITS;
    for (let i = start; i < start + (row & ((1 << LENGTH_BITS) - 1)); i++) {
      const entry = entries[i]!;
      const code = entry >> 8;
      scores[hearers[(code * HEARER_OF_CODE) >> 16]! + code]! += (entry << 24) >> 24;
    }
  }
}

/** code * this >> 16 is code / TAGS for codes below 256. */
const HEARER_OF_CODE = Math.ceil(0x10000 / TAGS);

/** What speaks for each tag of each character, in steps of 1 / STEPS_A_NAT nats, from `scores[MARGIN * TAGS]` on. */
function scoreLine(table: Table, line: Line, codes: Codes, scores: Int32Array): void {
  const { ids, length } = line;
  const { entries, idStarts, codeStarts } = table;
  scores.fill(0, 0, (length + 2 * MARGIN) * TAGS);
  // Place j of `ids` is character j - 1.
  for (let j = 0; j <= length + 1; j++) {
    const base = (MARGIN + j - 1) * TAGS;
    const id = ids[j]!;
    addRow(scores, base + ID_FIRST * TAGS, entries, idStarts[id]!, idStarts[id + 1]!);
    if (j > length) break;
    addHashed(table.pairs, pairKey(id, ids[j + 1]!), scores, base + PAIR_FIRST * TAGS, entries);
    if (j < length)
      addHashed(table.triples, tripleKey(id, ids[j + 1]!, ids[j + 2]!), scores, base + TRIPLE_FIRST * TAGS, entries);
  }
  const { places, codes: found, count } = codes;
  for (let i = 0; i < count; i++) {
    const base = (MARGIN + places[i]! + CODE_REACH[0]) * TAGS;
    addRow(scores, base, entries, codeStarts[found[i]!]!, codeStarts[found[i]! + 1]!);
  }
  addWords(table, codes, scores);
}

/**
 * Two neighbours outside part what is before them from what is behind, where O is ahead of every other tag by so many nats
 * at both together and by a quarter of it at each. Two thirds of a text need no sums so; scores differ by .001 on average.
 */
const PARTING = 6;

/** Probabilities of the spans of a path, each within its surroundings up to characters that are surely outside. */
class Confidence {
  private readonly lattice: Lattice;
  private readonly expSteps: Float64Array;
  private readonly stepAt = new Map<number, number>();

  constructor(tags: number, stepOf: (from: number, to: number) => number) {
    this.lattice = createLattice(tags);
    const { from, to } = this.lattice.steps;
    this.expSteps = Float64Array.from(from, (tag, s) => Math.exp(stepOf(tag, to[s]!) / STEPS_A_NAT));
    from.forEach((tag, s) => {
      this.stepAt.set(tag * TAGS + to[s]!, s);
    });
  }

  private readonly expStep = (from: number, to: number): number => this.expSteps[this.stepAt.get(from * TAGS + to)!]!;

  /** By how many nats O is ahead. */
  private lead(scores: Int32Array, t: number): number {
    const at = (MARGIN + t) * TAGS;
    let most = scores[at + 1]!;
    for (let tag = 2; tag < this.lattice.tags; tag++) if (scores[at + tag]! > most) most = scores[at + tag]!;
    return (scores[at]! - most) / STEPS_A_NAT;
  }

  private isParting(path: Uint8Array, scores: Int32Array, t: number, length: number): boolean {
    if (path[t] !== 0 || t + 1 >= length || path[t + 1] !== 0) return false;
    const here = this.lead(scores, t);
    if (here < PARTING / 4) return false;
    const next = this.lead(scores, t + 1);
    return next >= PARTING / 4 && here + next >= PARTING;
  }

  /** By span, its probability. Spans that no parting character lies between are asked for at once. */
  of(spans: readonly TaggedSpan[], path: Uint8Array, scores: Int32Array, length: number): number[] {
    const out: number[] = [];
    for (let first = 0; first < spans.length; ) {
      let from = spans[first]!.start - 1;
      while (from >= 0 && !this.isParting(path, scores, from, length)) from--;
      let last = first;
      let to = spans[first]!.end;
      for (; to < length; to++) {
        while (last + 1 < spans.length && spans[last + 1]!.start <= to) last++;
        if (to >= spans[last]!.end && this.isParting(path, scores, to, length)) break;
      }
      from = Math.max(0, from);
      to = Math.min(length, to + 1);
      this.fill(scores, from, to);
      marginals(this.lattice, this.expSteps, to - from);
      const window = path.subarray(from, to);
      for (; first <= last; first++) {
        const { start, end } = spans[first]!;
        out.push(spanProbability(this.lattice, this.expStep, window, start - from, end - from));
      }
    }
    return out;
  }

  /** By span of the whole line, in no need of a path. */
  ofAny(spans: readonly TaggedSpan[], scores: Int32Array, length: number): number[] {
    this.fill(scores, 0, length);
    marginals(this.lattice, this.expSteps, length);
    return spans.map((span) => {
      const { start, end } = span;
      const path = tagsOf([span], end);
      // A type that the convention does not have.
      if (path[start]! >= this.lattice.tags) return 0;
      return spanProbability(this.lattice, this.expStep, path, start, end);
    });
  }

  private fill(scores: Int32Array, from: number, to: number): void {
    reserve(this.lattice, to - from);
    const { emissions, tags } = this.lattice;
    for (let t = from; t < to; t++)
      for (let tag = 0; tag < tags; tag++)
        emissions[(t - from) * tags + tag] = scores[(MARGIN + t) * TAGS + tag]! / STEPS_A_NAT;
  }
}

/** Creates a tagger. Throws InputError when the model has no such convention or was trained with other codes. Cost: about 100 ms. */
export function createTagger(model: TaggerModel, words: Words, convention: string): Tagger {
  const names = model.record.conventions.map(({ name }) => name);
  const index = names.indexOf(convention);
  if (index < 0) throw new InputError(`tagger: no convention "${convention}"; the model has ${names.join(", ")}`);
  if (model.codes !== WORD_CODES)
    throw new InputError("tagger: the model was trained by another version; train it anew");
  const { types } = model.record.conventions[index]!;
  const all = stepsAmong(TAGS);
  const steps = new Int32Array(TAGS * TAGS);
  all.from.forEach((from, s) => {
    steps[from * TAGS + all.to[s]!] = model.steps[0]![s]! + model.steps[index + 1]![s]!;
  });
  const stepOf = (from: number, to: number): number => steps[from * TAGS + to]!;
  const alphabet = createAlphabet(model.units);
  const parts = {
    alphabet,
    table: createTable(model, index),
    words,
    decoder: createDecoder(types, stepOf),
    confidence: new Confidence(1 + 4 * types, stepOf),
    line: createLine(),
    codes: createCodes(),
    scores: new Int32Array(0),
  };
  return {
    convention,
    tag(text) {
      const out: TaggedName[] = [];
      for (let start = 0; start < text.length; ) {
        const end = lineEnd(text, start);
        tagLine(parts, text, start, end, out);
        start = end;
      }
      return out;
    },
    probabilities(text, spans) {
      const out: number[] = [];
      for (let start = 0; start < text.length && out.length < spans.length; ) {
        const end = lineEnd(text, start);
        const inside = spans.slice(out.length).filter((span) => span.start < end);
        if (inside.length > 0) out.push(...lineProbabilities(parts, text, start, end, inside));
        start = end;
      }
      return out;
    },
  };
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf("\n", start);
  const end = feed < 0 ? text.length : feed + 1;
  if (end - start <= LONGEST_LINE) return end;
  const stop = text.lastIndexOf("。", start + LONGEST_LINE - 1);
  return stop > start ? stop + 1 : start + LONGEST_LINE;
}

interface Parts {
  readonly alphabet: Alphabet;
  readonly table: Table;
  readonly words: Words;
  readonly decoder: Decoder;
  readonly confidence: Confidence;
  readonly line: Line;
  readonly codes: Codes;
  scores: Int32Array;
}

/** Reads a line and scores it; its length in characters. */
function readScores(parts: Parts, text: string, start: number, end: number): number {
  const { alphabet, table, words, line, codes } = parts;
  readLine(alphabet, text, start, end, line);
  const { length } = line;
  const room = (length + 2 * MARGIN) * TAGS;
  if (parts.scores.length < room) parts.scores = new Int32Array(2 * room);
  codes.count = 0;
  wordCodes(words, line, codes);
  scoreLine(table, line, codes, parts.scores);
  return length;
}

const rounded = (share: number): number => Math.round(1000 * Math.min(1, share)) / 1000;

function tagLine(parts: Parts, text: string, start: number, end: number, out: TaggedName[]): void {
  const length = readScores(parts, text, start, end);
  if (length === 0) return;
  const { decoder, confidence, scores } = parts;
  const { at } = parts.line;
  decode(decoder, scores, MARGIN * TAGS, length);
  const spans = spansOf(decoder.path, length);
  const sure = confidence.of(spans, decoder.path, scores, length);
  spans.forEach(({ start, end, type }, i) => {
    out.push({ start: at[start]!, end: at[end - 1]! + 1, type, score: rounded(sure[i]!) });
  });
}

function lineProbabilities(
  parts: Parts,
  text: string,
  start: number,
  end: number,
  spans: readonly TaggedSpan[],
): number[] {
  const length = readScores(parts, text, start, end);
  const inLine = spans.map((span) => charactersOf(parts.line, span, end));
  const asked = inLine.filter((span) => span !== null);
  const shares = asked.length > 0 ? parts.confidence.ofAny(asked, parts.scores, length) : [];
  let next = 0;
  return inLine.map((span) => (span === null ? 0 : rounded(shares[next++]!)));
}

/** The characters of the line that a span covers; null for none, or when it goes on behind the line. */
function charactersOf({ at, length }: Line, { start, end, type }: TaggedSpan, lineEnd: number): TaggedSpan | null {
  if (end > lineEnd) return null;
  const before = (offset: number): number => {
    let low = 0;
    for (let high = length; low < high; ) {
      const middle = (low + high) >> 1;
      if (at[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = before(start);
  const last = before(end);
  return last > first ? { start: first, end: last, type } : null;
}
