// The model file: weights of a byte, of those signs only that matter.
//
//     header │ record (JSON) │ alphabet │ steps │ shared │ convention 0 │ convention 1 │ …
//     a domain: rows of ids │ of codes │ of pairs │ of triples │ of words
//     a row:    gap to the sign before │ how many │ hearer and tag, a byte each │ weights, a byte each
//
// Numbers are LEB128 where they are small, signs of pairs, triples and words are their keys in order. A tagger reads the shared
// rows and those of one convention.
import { InputError } from "../../lib/errors.ts";
import { KINDS } from "./field.ts";

/** Steps of a weight to a nat. */
export const STEPS_A_NAT = 32;
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
