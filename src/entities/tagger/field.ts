// The conditional random field while it learns: a block of weights for each sign that has ever mattered, one row for each
// character that hears it, one weight a tag.
//
// Each convention has blocks of its own beside the shared ones, so that what all corpora agree on is learned once and what
// they do not agree on (is 中 a place in 中美?) is learned apart (Daumé 2007, "Frustratingly Easy Domain Adaptation").
// Blocks are made when they are first needed: a sign that only ever stands where no name is in question needs none.
import type { CompiledTexts, SignTable } from "./compile.ts";
import type { Lattice } from "./lattice.ts";
import { CODE_REACH, REACHES, type Reach, widthOf } from "./signs.ts";
import { stepsAmong, TAGS } from "./tags.ts";

export const SHARED = 0;

/** Which kinds of signs have a block for each convention: ids, codes, pairs, triples. */
export type Copied = readonly [boolean, boolean, boolean, boolean];

export interface Field {
  readonly table: SignTable;
  readonly conventions: number;
  readonly copied: Copied;
  /** `[domain * signs + sign]`: number of the sign's block, or -1. Domain 0 is shared, then the conventions. */
  readonly blocks: Int32Array;
  /** By block: where it begins in the pools; and which of its rows hold anything, a bit each. */
  starts: Int32Array;
  rows: Uint8Array;
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
    blocks: new Int32Array(domains * table.starts[3]).fill(-1),
    starts: new Int32Array(1 << 14),
    rows: new Uint8Array(1 << 14),
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

/** 0 for ids, 1 codes, 2 pairs, 3 triples. */
export function kindOfSign({ starts }: SignTable, sign: number): 0 | 1 | 2 | 3 {
  return sign < starts[0] ? 0 : sign < starts[1] ? 1 : sign < starts[2] ? 2 : 3;
}

export const REACH_OF_KIND: readonly Reach[] = [REACHES[0]!, CODE_REACH, REACHES[1]!, REACHES[2]!];

function makeBlock(field: Field, at: number, size: number): number {
  const block = field.count++;
  if (field.count >= field.starts.length) {
    const starts = new Int32Array(2 * field.starts.length);
    starts.set(field.starts);
    field.starts = starts;
    const rows = new Uint8Array(2 * field.rows.length);
    rows.set(field.rows);
    field.rows = rows;
  }
  const end = field.used + size;
  if (end > field.weights.length)
    for (const name of ["weights", "squares", "sums"] as const) {
      const wider = new Float32Array(2 * field.weights.length + size);
      wider.set(field[name].subarray(0, field.used));
      field[name] = wider;
    }
  field.starts[block] = field.used;
  field.starts[block + 1] = end;
  field.used = end;
  field.blocks[at] = block;
  return block;
}

/** A text's signs: walked twice a step, to score and to learn. `length` characters; place p of a sign counts them from 0. */
export type Visit = (sign: number, place: number, kind: number) => void;

/** Adds what the signs of a text say to `lattice.emissions`, which is cleared first. `hidden[i]`: pair or triple i is passed over. */
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
  const { blocks, copied } = field;
  const signs = field.table.starts[3];
  eachSign(field.table, texts, index, hidden, (sign, place, kind) => {
    const { weights } = field;
    const [first, last] = REACH_OF_KIND[kind]!;
    const from = Math.max(0, place + first);
    const to = Math.min(length - 1, place + last);
    for (let copy = 0; copy < (copied[kind] ? 2 : 1); copy++) {
      const block = blocks[copy === 0 ? sign : domain * signs + sign]!;
      if (block < 0) continue;
      const held = field.rows[block]!;
      if (held === 0) continue;
      const start = field.starts[block]!;
      for (let t = from; t <= to; t++) {
        if (((held >> (t - place - first)) & 1) === 0) continue;
        const row = start + (t - place - first) * TAGS;
        const column = t * tags;
        for (let tag = 0; tag < tags; tag++) emissions[column + tag]! += weights[row + tag]!;
      }
    }
  });
}

export function eachSign(
  table: SignTable,
  texts: CompiledTexts,
  index: number,
  hidden: Uint8Array | null,
  visit: Visit,
): void {
  const start = texts.starts[index]!;
  const places = texts.starts[index + 1]! - start;
  for (let j = 0; j < places; j++) visit(texts.ids[start + j]!, j - 1, 0);
  for (let j = 0; j < places - 1; j++) {
    if (hidden?.[j]) continue;
    const pair = texts.pairs[start + j]!;
    if (pair >= 0) visit(pair, j - 1, 2);
    const triple = texts.triples[start + j]!;
    if (triple >= 0) visit(triple, j - 1, 3);
  }
  const codes = table.starts[0];
  for (let i = texts.codeStarts[index]!; i < texts.codeStarts[index + 1]!; i++)
    visit(codes + texts.codes[i]!, texts.places[i]!, 1);
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
  const length = texts.starts[index + 1]! - texts.starts[index]! - 2;
  const domain = texts.conventions[index]! + 1;
  const { blocks, copied, table } = field;
  const signs = table.starts[3];
  eachSign(table, texts, index, hidden, (sign, place, kind) => {
    const reach = REACH_OF_KIND[kind]!;
    const [first] = reach;
    const from = Math.max(0, place + first);
    const to = Math.min(length - 1, place + reach[1]);
    let any = 0;
    for (let t = from; t <= to; t++) any |= active[t]!;
    if (any === 0) return;
    for (let copy = 0; copy < (copied[kind] ? 2 : 1); copy++) {
      const at = copy === 0 ? sign : domain * signs + sign;
      let block = blocks[at]!;
      if (block < 0) block = makeBlock(field, at, widthOf(reach) * TAGS);
      const { weights, squares } = field;
      const start = field.starts[block]!;
      for (let t = from; t <= to; t++) {
        if (!active[t]) continue;
        field.rows[block]! |= 1 << (t - place - first);
        const row = start + (t - place - first) * TAGS;
        const column = t * tags;
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
function findRows({ weights, starts, rows, count }: Field): void {
  for (let block = 0; block < count; block++) {
    let held = 0;
    for (let i = starts[block]!, row = 0; i < starts[block + 1]!; row++)
      for (const end = i + TAGS; i < end; i++) if (weights[i] !== 0) held |= 1 << row;
    rows[block] = held;
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
