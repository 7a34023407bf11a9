// The rows of a model laid out for reading: what each sign says is found once and added to the scores of all who hear it.
//
//     key of 通市 ─► [ key | place, length ] ─► [hearer, tag | weight] [hearer, tag | weight] …
//                     open addressing            one after another, those of the convention behind the shared ones
//     id of 通    ─► [ 0 | 1 ][ 2 | 3 ] …        every hearer's every tag, the convention's weights added to the shared ones
//
// Weights are whole numbers, steps of 1 / STEPS_A_NAT nats. While a line is added up, two tags share an integer of 32 bits,
// one a half: most of the work is the full rows of characters and codes, and takes half the additions so. A half
// holds a thousand nats, and a weight is rarely over four.
// Nothing is allocated for a line.
import type { Line } from "./alphabet.ts";
import type { Codes } from "./codes.ts";
import type { Rows, TaggerModel } from "./model.ts";
import { CODE_REACH, pairKey, REACHES, tripleKey, WORD_HEARERS, widthOf, wordHearer } from "./signs.ts";
import { TAGS } from "./tags.ts";

/** Room before and behind the scores, so that signs at the ends of a line may speak to nobody. */
export const MARGIN = 4;
/** Integers a character, two of its 17 tags in each, and halves. */
const COLUMN = 9;
const HALVES = 2 * COLUMN;

/** The hearers' rows of ids and codes, and of n-grams by their keys. */
export interface Table {
  /** By id, and by code, a column for each hearer. */
  readonly ids: Int32Array;
  readonly codes: Int32Array;
  readonly pairs: Hashed;
  readonly triples: Hashed;
  readonly words: Hashed;
  /** Of the hashed rows: `half << 8 | weight`, halves counted from the first hearer's. */
  readonly entries: Int16Array;
  /** The scores of the last line, as columns. */
  columns: Int32Array;
}

/** Open addressing: pairs of key and place of the row, 9 bits how long it is; 0 is free. */
interface Hashed {
  readonly slots: Int32Array;
  readonly mask: number;
}

const LENGTH_BITS = 9;
const slotOf = (key: number): number => key ^ (key >>> 13);
const ID_WIDTH = widthOf(REACHES[0]!) * COLUMN;
const CODE_WIDTH = widthOf(CODE_REACH) * COLUMN;

/** The rows of the shared domain and of one convention, side by side in one table. */
export function createTable({ rows, units, codes }: TaggerModel, convention: number): Table {
  const own = [rows[0]!, rows[convention + 1]!];
  const kindOf = (kind: number): readonly [Rows, Rows] => [own[0]![kind]!, own[1]![kind]!];
  let size = 0;
  for (const domain of own) for (const kind of domain.slice(2)) size += kind.entries.length;
  const out = { entries: new Int16Array(size), used: 0 };
  return {
    ids: fullRows(kindOf(0), units.length + 2, ID_WIDTH),
    codes: fullRows(kindOf(1), codes, CODE_WIDTH),
    pairs: hashed(kindOf(2), out),
    triples: hashed(kindOf(3), out),
    words: hashed(kindOf(4), out),
    entries: out.entries,
    columns: new Int32Array(0),
  };
}

/** Where a hearer's tag stands among the halves; `entry` as in `Rows`. */
function halfOf(entry: number): number {
  const code = entry >> 8;
  return code + Math.floor(code / TAGS) * (HALVES - TAGS);
}

const weightOf = (entry: number): number => (entry << 24) >> 24;

function fullRows(kinds: readonly Rows[], count: number, width: number): Int32Array {
  const full = new Int32Array(count * width);
  for (const { signs, starts, entries } of kinds)
    signs.forEach((sign, row) => {
      for (let i = starts[row]!; i < starts[row + 1]!; i++) {
        const half = halfOf(entries[i]!);
        full[sign * width + (half >> 1)]! += weightOf(entries[i]!) << ((half & 1) << 4);
      }
    });
  return full;
}

interface Entries {
  readonly entries: Int16Array;
  used: number;
}

function copyRow({ starts, entries }: Rows, row: number, out: Entries): void {
  for (let i = starts[row]!; i < starts[row + 1]!; i++)
    out.entries[out.used++] = (halfOf(entries[i]!) << 8) | (entries[i]! & 0xff);
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

/** Adds a full row; `to` is where its first hearer's column begins. A column's nine integers in one go: twice as fast. */
function addFull(columns: Int32Array, to: number, full: Int32Array, from: number, width: number): void {
  for (let i = 0; i < width; i += COLUMN) {
    const at = to + i;
    const own = from + i;
    columns[at]! += full[own]!;
    columns[at + 1]! += full[own + 1]!;
    columns[at + 2]! += full[own + 2]!;
    columns[at + 3]! += full[own + 3]!;
    columns[at + 4]! += full[own + 4]!;
    columns[at + 5]! += full[own + 5]!;
    columns[at + 6]! += full[own + 6]!;
    columns[at + 7]! += full[own + 7]!;
    columns[at + 8]! += full[own + 8]!;
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

function addHashed(hashed: Hashed, key: number, columns: Int32Array, to: number, entries: Int16Array): void {
  const row = rowOf(hashed, key);
  const start = row >>> LENGTH_BITS;
  const end = start + (row & ((1 << LENGTH_BITS) - 1));
  for (let i = start; i < end; i++) {
    const entry = entries[i]!;
    columns[to + (entry >> 9)]! += weightOf(entry) << ((entry >> 4) & 16);
  }
}

/** Where the column of each hearer of a word begins, less the hearer's own part of an entry. */
const hearers = new Int32Array(WORD_HEARERS);

function addWords({ words, entries }: Table, { words: count, starts, keys }: Codes, columns: Int32Array): void {
  for (let w = 0; w < count; w++) {
    const row = rowOf(words, keys[w]!);
    if (row === 0) continue;
    for (let n = 0; n < WORD_HEARERS; n++) {
      const at = wordHearer(starts, count, w, n);
      // Who hears nothing writes into the room before the line.
      hearers[n] = (at < 0 ? 0 : MARGIN + at) * COLUMN - n * COLUMN;
    }
    const start = row >>> LENGTH_BITS;
    const end = start + (row & ((1 << LENGTH_BITS) - 1));
    for (let i = start; i < end; i++) {
      const entry = entries[i]!;
      const place = entry >> 9;
      columns[hearers[(place * HEARER_OF_PLACE) >> 16]! + place]! += weightOf(entry) << ((entry >> 4) & 16);
    }
  }
}

/** place * this >> 16 is place / COLUMN for places below 128. */
const HEARER_OF_PLACE = Math.ceil(0x10000 / COLUMN);

/**
 * What speaks for each tag of each character, in steps of 1 / STEPS_A_NAT nats: `scores[(MARGIN + character) * TAGS + tag]`.
 * Cost: O(length), some 300 additions a character.
 */
export function scoreLine(table: Table, line: Line, codes: Codes, scores: Int32Array): void {
  const { ids, length } = line;
  const { entries, pairs, triples } = table;
  const room = (length + 2 * MARGIN) * COLUMN;
  if (table.columns.length < room) table.columns = new Int32Array(2 * room);
  const { columns } = table;
  columns.fill(0, 0, room);
  // Place j of `ids` is character j - 1.
  for (let j = 0; j <= length + 1; j++) {
    const to = (MARGIN + j - 1) * COLUMN;
    const id = ids[j]!;
    addFull(columns, to + ID_FIRST * COLUMN, table.ids, id * ID_WIDTH, ID_WIDTH);
    if (j > length) break;
    addHashed(pairs, pairKey(id, ids[j + 1]!), columns, to + PAIR_FIRST * COLUMN, entries);
    if (j < length)
      addHashed(triples, tripleKey(id, ids[j + 1]!, ids[j + 2]!), columns, to + TRIPLE_FIRST * COLUMN, entries);
  }
  const { places, codes: found, count } = codes;
  for (let i = 0; i < count; i++)
    addFull(columns, (MARGIN + places[i]! + CODE_REACH[0]) * COLUMN, table.codes, found[i]! * CODE_WIDTH, CODE_WIDTH);
  addWords(table, codes, columns);
  unpack(columns, length, scores);
}

/** Columns → scores of the line's characters. */
function unpack(columns: Int32Array, length: number, scores: Int32Array): void {
  for (let t = MARGIN; t < MARGIN + length; t++) {
    const from = t * COLUMN;
    const to = t * TAGS;
    for (let k = 0; k < COLUMN; k++) {
      const both = columns[from + k]!;
      const low = (both << 16) >> 16;
      scores[to + 2 * k] = low;
      // The last column's high half is no tag's; the next character's first tag is written over it.
      scores[to + 2 * k + 1] = (both - low) >> 16;
    }
  }
}
