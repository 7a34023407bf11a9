// The conditional random field while it learns: a block of weights for each sign that has ever mattered, one row for each
// character that hears it, one weight a tag.
//
// Each convention has blocks of its own beside the shared ones, so that what all corpora agree on is learned once and what
// they do not agree on (is 中 a place in 中美?) is learned apart (Daumé 2007, "Frustratingly Easy Domain Adaptation").
// Blocks are made when they are first needed: a sign that only ever stands where no name is in question needs none.
import type { CompiledTexts, SignTable } from "./compile.ts";
import type { Lattice } from "./lattice.ts";
import { CODE_REACH, REACHES, type Reach, WORD_HEARERS, widthOf, wordHearer } from "./signs.ts";
import { stepsAmong, TAGS } from "./tags.ts";

const SHARED = 0;

/** Which kinds of signs have a block for each convention: ids, codes, pairs, triples, words. */
export type Copied = readonly [boolean, boolean, boolean, boolean, boolean];

export interface Field {
  readonly table: SignTable;
  readonly conventions: number;
  readonly copied: Copied;
  /** `[sign * domains + domain]`: number of the sign's block, or -1. Domain 0 is shared, then the conventions. */
  readonly blocks: Int32Array;
  readonly domains: number;
  /** By block, `[2 * block]` where it begins in the pools, `[2 * block + 1]` which of its rows hold anything, a bit each. */
  heads: Int32Array;
  count: number;
  used: number;
  weights: Float32Array;
  /** Sum of squared gradients, and of the weights at the moments that are averaged. */
  squares: Float32Array;
  sums: Float32Array;
  /** By domain, one weight for each of `stepsAmong(TAGS)`. */
  readonly steps: readonly Float64Array[];
  readonly stepSquares: readonly Float64Array[];
  readonly stepSums: readonly Float64Array[];
}

export function createField(table: SignTable, conventions: number, copied: Copied): Field {
  const domains = conventions + 1;
  const steps = stepsAmong(TAGS).from.length;
  const perDomain = (): Float64Array[] => Array.from({ length: domains }, () => new Float64Array(steps));
  const room = 1 << 20;
  return {
    table,
    conventions,
    copied,
    blocks: new Int32Array(domains * table.starts[4]).fill(-1),
    domains,
    heads: new Int32Array(1 << 15),
    count: 0,
    used: 0,
    weights: new Float32Array(room),
    squares: new Float32Array(room),
    sums: new Float32Array(room),
    steps: perDomain(),
    stepSquares: perDomain(),
    stepSums: perDomain(),
  };
}

/** The kinds of signs, in the order of their numbers. */
export const KINDS = 5;
export const WORD = 4;
const REACH_OF_KIND: readonly Reach[] = [REACHES[0]!, CODE_REACH, REACHES[1]!, REACHES[2]!];
/** By kind, how many characters hear a sign: the rows of its block. */
export const ROWS_OF_KIND: readonly number[] = [...REACH_OF_KIND.map(widthOf), WORD_HEARERS];

function makeBlock(field: Field, at: number, size: number): number {
  const block = field.count++;
  if (2 * field.count >= field.heads.length) {
    const heads = new Int32Array(2 * field.heads.length);
    heads.set(field.heads);
    field.heads = heads;
  }
  const end = field.used + size;
  if (end > field.weights.length)
    for (const name of ["weights", "squares", "sums"] as const) {
      const wider = new Float32Array(2 * field.weights.length + size);
      wider.set(field[name].subarray(0, field.used));
      field[name] = wider;
    }
  field.heads[2 * block] = field.used;
  field.heads[2 * block + 2] = end;
  field.used = end;
  field.blocks[at] = block;
  return block;
}

/** A text's signs, walked twice a step, to score and to learn: row `row + i` of the sign is heard at character `from + i`, i in [0, count). */
type Visit = (sign: number, kind: number, row: number, from: number, count: number) => void;

/** Bits of `hidden[place]`: the pair, triple and word that begin at a place, the codes of its character, the character are passed over. */
export const HIDDEN = { words: 1, codes: 2, ids: 4 } as const;

/** Adds what the signs of a text say to `lattice.emissions`, which is cleared first. */
export function scoreText(
  field: Field,
  texts: CompiledTexts,
  index: number,
  lattice: Lattice,
  hidden: Uint8Array | null,
): void {
  const length = texts.starts[index + 1]! - texts.starts[index]! - 2;
  const { tags, emissions } = lattice;
  emissions.fill(0, 0, length * tags);
  const domain = texts.conventions[index]! + 1;
  const { blocks, copied, domains, heads, weights } = field;
  eachSign(field.table, texts, index, hidden, (sign, kind, row, from, count) => {
    for (let copy = 0; copy < (copied[kind] ? 2 : 1); copy++) {
      const block = blocks[sign * domains + (copy === 0 ? SHARED : domain)]!;
      if (block < 0) continue;
      const held = heads[2 * block + 1]!;
      if (held === 0) continue;
      const start = heads[2 * block]!;
      for (let i = 0; i < count; i++) {
        if (((held >> (row + i)) & 1) === 0) continue;
        const at = start + (row + i) * TAGS;
        const column = (from + i) * tags;
        for (let tag = 0; tag < tags; tag++) emissions[column + tag]! += weights[at + tag]!;
      }
    }
  });
}

function eachSign(
  table: SignTable,
  texts: CompiledTexts,
  index: number,
  hidden: Uint8Array | null,
  visit: Visit,
): void {
  const start = texts.starts[index]!;
  const places = texts.starts[index + 1]! - start;
  const length = places - 2;
  const reached = (sign: number, kind: number, place: number): void => {
    const [first, last] = REACH_OF_KIND[kind]!;
    const from = Math.max(0, place + first);
    const to = Math.min(length - 1, place + last);
    if (from <= to) visit(sign, kind, from - place - first, from, to - from + 1);
  };
  const isHidden = (place: number, what: number): boolean => hidden !== null && (hidden[place]! & what) !== 0;
  for (let j = 0; j < places; j++) if (!isHidden(j, HIDDEN.ids)) reached(texts.ids[start + j]!, 0, j - 1);
  for (let j = 0; j < places - 1; j++) {
    if (isHidden(j, HIDDEN.words)) continue;
    const pair = texts.pairs[start + j]!;
    if (pair >= 0) reached(pair, 2, j - 1);
    const triple = texts.triples[start + j]!;
    if (triple >= 0) reached(triple, 3, j - 1);
  }
  const codes = table.starts[0];
  for (let i = texts.codeStarts[index]!; i < texts.codeStarts[index + 1]!; i++)
    if (!isHidden(texts.places[i]! + 1, HIDDEN.codes)) reached(codes + texts.codes[i]!, 1, texts.places[i]!);
  eachWord(texts, start + 1, length, hidden, visit);
}

let wordStarts = new Int32Array(512);

function eachWord(texts: CompiledTexts, first: number, length: number, hidden: Uint8Array | null, visit: Visit): void {
  if (wordStarts.length <= length) wordStarts = new Int32Array(2 * length + 1);
  let count = 0;
  for (let i = 0; i < length; i++) if (texts.words[first + i]! !== -2) wordStarts[count++] = i;
  wordStarts[count] = length;
  for (let w = 0; w < count; w++) {
    const at = wordStarts[w]!;
    const sign = texts.words[first + at]!;
    if (sign < 0 || (hidden !== null && (hidden[at + 1]! & HIDDEN.words) !== 0)) continue;
    for (let n = 0; n < WORD_HEARERS; n++) {
      const t = wordHearer(wordStarts, count, w, n);
      if (t >= 0) visit(sign, WORD, n, t, 1);
    }
  }
}

/** Learns from `gradient[t * tags + tag]`, where `active[t]`: AdaGrad (Duchi, Hazan and Singer 2011). */
export function learnText(
  field: Field,
  texts: CompiledTexts,
  index: number,
  tags: number,
  gradient: Float64Array,
  active: Uint8Array,
  hidden: Uint8Array | null,
  rate: number,
): void {
  const domain = texts.conventions[index]! + 1;
  const { blocks, copied, domains, table } = field;
  eachSign(table, texts, index, hidden, (sign, kind, firstRow, from, count) => {
    let any = 0;
    for (let i = 0; i < count; i++) any |= active[from + i]!;
    if (any === 0) return;
    for (let copy = 0; copy < (copied[kind] ? 2 : 1); copy++) {
      const at = sign * domains + (copy === 0 ? SHARED : domain);
      let block = blocks[at]!;
      if (block < 0) block = makeBlock(field, at, ROWS_OF_KIND[kind]! * TAGS);
      const { weights, squares, heads } = field;
      const start = heads[2 * block]!;
      for (let i = 0; i < count; i++) {
        if (!active[from + i]) continue;
        heads[2 * block + 1]! |= 1 << (firstRow + i);
        const row = start + (firstRow + i) * TAGS;
        const column = (from + i) * tags;
        for (let tag = 0; tag < tags; tag++) {
          const g = gradient[column + tag]!;
          if (g === 0) continue;
          const square = squares[row + tag]! + g * g;
          squares[row + tag] = square;
          weights[row + tag]! += (rate * g) / Math.sqrt(square);
        }
      }
    }
  });
}

/** Draws every weight towards 0 by what a penalty of `strength` (nats a unit of weight) takes off (Duchi's composite step). */
export function shrink(field: Field, rate: number, strength: number): void {
  const { weights, squares, used } = field;
  const most = rate * strength;
  for (let i = 0; i < used; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const less = most / Math.sqrt(squares[i]!);
    weights[i] = weight > less ? weight - less : weight < -less ? weight + less : 0;
  }
  findRows(field);
}

/** Which rows hold anything: most weights are nothing, and what is known to be nothing need not be read. */
function findRows({ weights, heads, count }: Field): void {
  for (let block = 0; block < count; block++) {
    let held = 0;
    for (let i = heads[2 * block]!, row = 0; i < heads[2 * block + 2]!; row++)
      for (const end = i + TAGS; i < end; i++) if (weights[i] !== 0) held |= 1 << row;
    heads[2 * block + 1] = held;
  }
}

/** Counts the weights as they are now into the average. */
export function average(field: Field): void {
  const { weights, sums, used } = field;
  for (let i = 0; i < used; i++) sums[i]! += weights[i]!;
  field.steps.forEach((steps, domain) => {
    steps.forEach((step, i) => {
      field.stepSums[domain]![i]! += step;
    });
  });
}

/** Replaces the weights by their average over `times` moments. */
export function settle(field: Field, times: number): void {
  const { weights, sums, used } = field;
  for (let i = 0; i < used; i++) weights[i] = sums[i]! / times;
  field.steps.forEach((steps, domain) => {
    for (let i = 0; i < steps.length; i++) steps[i] = field.stepSums[domain]![i]! / times;
  });
  findRows(field);
}
