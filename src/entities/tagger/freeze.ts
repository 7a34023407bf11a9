// Trained fields → a model: their weights averaged, what is too small left out, the rest rounded.
//
// Fields that differ in their seeds alone agree on what the texts say and not on what chance made of it: the average of two is
// .4 F better than either, and costs a tagger nothing.
import type { SignTable } from "./compile.ts";
import { type Field, KINDS, ROWS_OF_KIND } from "./field.ts";
import { type ModelRecord, type Rows, STEPS_A_NAT, type TaggerModel } from "./model.ts";
import { TAGS } from "./tags.ts";

/** What one field has learned of one kind of signs in one domain: as `Rows`, with weights as they are, in nats. */
interface Learned {
  readonly signs: Int32Array;
  readonly starts: Uint32Array;
  /** `hearer * TAGS + tag`. */
  readonly places: Uint8Array;
  readonly weights: Float32Array;
}

/** A field's weights without what is nothing; a tenth of the memory that the field takes. */
export interface LearnedField {
  readonly table: SignTable;
  readonly steps: readonly Float64Array[];
  readonly rows: readonly (readonly Learned[])[];
}

/** Weights below this many nats are nothing. */
const NOTHING = 1e-3;

export function learnedOf(field: Field): LearnedField {
  const domains = Array.from({ length: field.conventions + 1 }, (_, domain) => domain);
  return {
    table: field.table,
    steps: field.steps,
    rows: domains.map((domain) => Array.from({ length: KINDS }, (_, kind) => learnedRows(field, domain, kind))),
  };
}

function learnedRows(field: Field, domain: number, kind: number): Learned {
  const { table, blocks, domains, weights, heads } = field;
  const [from, to] = signRange(table, kind);
  const size = ROWS_OF_KIND[kind]! * TAGS;
  const signs: number[] = [];
  const starts: number[] = [];
  const places: number[] = [];
  const kept: number[] = [];
  for (let sign = from; sign < to; sign++) {
    const block = blocks[sign * domains + domain]!;
    if (block < 0) continue;
    const before = places.length;
    for (let i = 0; i < size; i++) {
      const weight = weights[heads[2 * block]! + i]!;
      if (Math.abs(weight) < NOTHING) continue;
      places.push(i);
      kept.push(weight);
    }
    if (places.length === before) continue;
    signs.push(sign - from);
    starts.push(before);
  }
  starts.push(places.length);
  return {
    signs: Int32Array.from(signs),
    starts: Uint32Array.from(starts),
    places: Uint8Array.from(places),
    weights: Float32Array.from(kept),
  };
}

/**
 * The model of one or more fields that were trained on the same signs: the average of their weights, rounded to steps; weights
 * below `least` nats are left out.
 */
export function freezeFields(fields: readonly LearnedField[], record: ModelRecord, least: number): TaggerModel {
  const [{ table, steps, rows }] = fields as [LearnedField];
  const average = (of: (field: LearnedField) => number): number =>
    fields.reduce((sum, field) => sum + of(field), 0) / fields.length;
  return {
    record,
    units: table.alphabet.units,
    codes: table.codes,
    steps: steps.map((domain, d) =>
      Int16Array.from(domain, (_, step) => Math.round(average((field) => field.steps[d]![step]!) * STEPS_A_NAT)),
    ),
    rows: rows.map((kinds, domain) =>
      kinds.map((_, kind) =>
        averagedRows(
          table,
          kind,
          fields.map((field) => field.rows[domain]![kind]!),
          least,
        ),
      ),
    ),
  };
}

function averagedRows(table: SignTable, kind: number, learned: readonly Learned[], least: number): Rows {
  const [from, to] = signRange(table, kind);
  const size = ROWS_OF_KIND[kind]! * TAGS;
  const sums = new Float64Array(size);
  const next = learned.map(() => 0);
  const signs: number[] = [];
  const starts: number[] = [];
  const entries: number[] = [];
  for (let sign = 0; sign < to - from; sign++) {
    sums.fill(0);
    learned.forEach((rows, field) => {
      const row = next[field]!;
      if (rows.signs[row] !== sign) return;
      next[field] = row + 1;
      for (let i = rows.starts[row]!; i < rows.starts[row + 1]!; i++) sums[rows.places[i]!]! += rows.weights[i]!;
    });
    const before = entries.length;
    for (let i = 0; i < size; i++) {
      const weight = sums[i]! / learned.length;
      if (Math.abs(weight) < least) continue;
      // What a byte cannot hold takes several entries.
      for (let rest = Math.round(weight * STEPS_A_NAT); rest !== 0; ) {
        const steps = Math.max(-127, Math.min(127, rest));
        entries.push((i << 8) | (steps & 0xff));
        rest -= steps;
      }
    }
    if (entries.length === before) continue;
    signs.push(nameOfSign(table, kind, sign));
    starts.push(before);
  }
  starts.push(entries.length);
  return { signs: Int32Array.from(signs), starts: Uint32Array.from(starts), entries: Int16Array.from(entries) };
}

function signRange({ starts }: SignTable, kind: number): [number, number] {
  return [kind === 0 ? 0 : starts[kind - 1]!, starts[kind]!];
}

/** Number or key of the sign that is number `at` of its kind. */
function nameOfSign(table: SignTable, kind: number, at: number): number {
  const keys = [null, null, table.pairKeys, table.tripleKeys, table.wordKeys][kind];
  return keys ? keys[at]! : at;
}
