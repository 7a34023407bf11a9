// The model file: weights of a byte, of those signs only that matter.
//
//     header │ record (JSON) │ alphabet │ steps │ shared │ convention 0 │ convention 1 │ …
//     a domain: rows of ids │ of codes │ of pairs │ of triples │ of words
//     a row:    gap to the sign before │ how many │ hearer and tag, a byte each │ weights, a byte each
//
// Numbers are LEB128 where they are small, signs of pairs, triples and words are their keys in order. A tagger reads the shared
// rows and those of one convention.
import { InputError } from "../../lib/errors.ts";
import type { SignTable } from "./compile.ts";
import { type Field, KINDS, ROWS_OF_KIND } from "./field.ts";
import { TAGS } from "./tags.ts";

/** Steps of a weight to a nat. */
export const STEPS_A_NAT = 16;
const MAGIC = 0x474d4c57;

/** What a model says of itself. */
export interface ModelRecord {
  /** Names of the conventions, in the order of their domains, and how many types each has. */
  readonly conventions: readonly { readonly name: string; readonly types: number }[];
  /** Everything else that a reader may want to know: sources, options, figures, notice. */
  readonly [key: string]: unknown;
}

/** Rows of one kind of signs in one domain. */
export interface Rows {
  /** Ids and codes: the sign's number; others: its key. In order. */
  readonly signs: Int32Array;
  /** First entry of each row, and the end of the last. */
  readonly starts: Uint32Array;
  /** `(hearer * TAGS + tag) << 8 | weight`, the weight as a signed byte; hearers count from the first that hears the sign. */
  readonly entries: Int16Array;
}

export interface TaggerModel {
  readonly record: ModelRecord;
  /** By id from 2, the unit that stands for it. */
  readonly units: Uint16Array;
  /** How many codes there were when it was trained. */
  readonly codes: number;
  /** By domain (shared, then the conventions), a score for each of `stepsAmong(TAGS)`. */
  readonly steps: readonly Int16Array[];
  /** By domain, the rows of ids, codes, pairs, triples and words. */
  readonly rows: readonly (readonly Rows[])[];
}

const quantised = (weight: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(weight * STEPS_A_NAT)));

/** The rows of a field, rounded to steps; weights below `least` nats are left out. */
export function freezeField(field: Field, record: ModelRecord, least: number): TaggerModel {
  const { table, conventions } = field;
  const domains = Array.from({ length: conventions + 1 }, (_, domain) => domain);
  return {
    record,
    units: table.alphabet.units,
    codes: table.codes,
    steps: field.steps.map((steps) => Int16Array.from(steps, (step) => quantised(step, 0x7fff))),
    rows: domains.map((domain) => Array.from({ length: KINDS }, (_, kind) => rowsOf(field, domain, kind, least))),
  };
}

function rowsOf(field: Field, domain: number, kind: number, least: number): Rows {
  const { table, blocks, domains, weights, heads } = field;
  const [from, to] = signRange(table, kind);
  const size = ROWS_OF_KIND[kind]! * TAGS;
  const signs: number[] = [];
  const starts: number[] = [];
  const entries: number[] = [];
  for (let sign = from; sign < to; sign++) {
    const block = blocks[sign * domains + domain]!;
    if (block < 0) continue;
    const before = entries.length;
    for (let i = 0; i < size; i++) {
      const weight = weights[heads[2 * block]! + i]!;
      if (Math.abs(weight) < least) continue;
      const steps = quantised(weight, 127);
      if (steps !== 0) entries.push((i << 8) | (steps & 0xff));
    }
    if (entries.length === before) continue;
    signs.push(nameOfSign(table, kind, sign - from));
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

class Writer {
  private bytes = new Uint8Array(1 << 16);
  length = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const wider = new Uint8Array(2 * this.length);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes[this.length++] = value;
  }

  /** A number in [0, 2^32). */
  number(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  short(value: number): void {
    this.byte(value & 0xff);
    this.byte((value >> 8) & 0xff);
  }

  all(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** The file, before it is packed. */
export function formatModel({ record, units, codes, steps, rows }: TaggerModel): Uint8Array {
  const out = new Writer();
  out.number(MAGIC);
  const json = new TextEncoder().encode(JSON.stringify(record));
  out.number(json.length);
  for (const byte of json) out.byte(byte);
  out.number(units.length);
  for (const unit of units) out.short(unit);
  out.number(codes);
  out.number(steps[0]!.length);
  for (const domain of steps) for (const step of domain) out.short(step);
  for (const domain of rows) for (const kind of domain) writeRows(out, kind);
  return out.all();
}

function writeRows(out: Writer, { signs, starts, entries }: Rows): void {
  out.number(signs.length);
  out.number(entries.length);
  let before = -0x80000000;
  for (const sign of signs) {
    out.number(sign - before);
    before = sign;
  }
  for (let i = 0; i < signs.length; i++) out.number(starts[i + 1]! - starts[i]!);
  // One kind of byte after another: they are packed better so.
  for (const entry of entries) out.byte((entry >> 8) & 0xff);
  for (const entry of entries) out.byte(entry & 0xff);
}

/** Reads what `formatModel` wrote. Throws InputError for anything else. Cost: about 15 ms a million weights. */
export function parseModel(bytes: Uint8Array): TaggerModel {
  const reader = createReader(bytes);
  if (bytes.length < 8 || reader.number() !== MAGIC) throw new InputError("tagger: not a model of this format");
  const record = JSON.parse(new TextDecoder().decode(reader.take(reader.number()))) as ModelRecord;
  const units = Uint16Array.from({ length: reader.number() }, () => reader.short());
  const codes = reader.number();
  const stepCount = reader.number();
  const domains = record.conventions.length + 1;
  const steps = Array.from({ length: domains }, () =>
    Int16Array.from({ length: stepCount }, () => (reader.short() << 16) >> 16),
  );
  const rows = Array.from({ length: domains }, () => Array.from({ length: KINDS }, () => readRows(reader)));
  if (!reader.isAtEnd()) throw new InputError("tagger: the model is cut short or damaged");
  return { record, units, codes, steps, rows };
}

interface Reader {
  number(): number;
  short(): number;
  take(length: number): Uint8Array;
  isAtEnd(): boolean;
}

function createReader(bytes: Uint8Array): Reader {
  let at = 0;
  return {
    number() {
      let value = 0;
      for (let factor = 1; ; factor *= 0x80) {
        const byte = bytes[at++];
        if (byte === undefined || factor > 2 ** 35) throw new InputError("tagger: the model is cut short or damaged");
        value += (byte & 0x7f) * factor;
        if (byte < 0x80) return value;
      }
    },
    short() {
      at += 2;
      return (bytes[at - 2] ?? 0) | ((bytes[at - 1] ?? 0) << 8);
    },
    take(length) {
      if (at + length > bytes.length) throw new InputError("tagger: the model is cut short or damaged");
      at += length;
      return bytes.subarray(at - length, at);
    },
    isAtEnd: () => at === bytes.length,
  };
}

function readRows(reader: Reader): Rows {
  const count = reader.number();
  const size = reader.number();
  const signs = new Int32Array(count);
  let sign = -0x80000000;
  for (let i = 0; i < count; i++) {
    sign += reader.number();
    signs[i] = sign;
  }
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i]! + reader.number();
  const hearers = reader.take(size);
  const weights = reader.take(size);
  const entries = new Int16Array(size);
  for (let i = 0; i < size; i++) entries[i] = (hearers[i]! << 8) | weights[i]!;
  return { signs, starts, entries };
}
