// The rows of a model laid out for reading: what each sign says is found once and added to the scores of all who hear it.
//
//     key of 通市 ─► [ key | place, length ] ─► [hearer, tag | weight] [hearer, tag | weight] …
//                     open addressing            one after another, those of the convention behind the shared ones
//
// Weights are whole numbers, steps of 1 / STEPS_A_NAT nats. Nothing is allocated for a line.
import type { Line } from "./alphabet.ts";
import type { Codes } from "./known-words.ts";
import type { Rows, TaggerModel } from "./model.ts";
import { CODE_REACH, pairKey, REACHES, tripleKey, WORD_HEARERS, wordHearer } from "./signs.ts";
import { TAGS } from "./tags.ts";

/** Room before and behind the scores, so that signs at the ends of a line may speak to nobody. */
export const MARGIN = 4;
/** The hearers' rows of ids and codes, and of n-grams by their keys. */
export interface Table {
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
export function createTable({ rows, units, codes }: TaggerModel, convention: number): Table {
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
export function scoreLine(table: Table, line: Line, codes: Codes, scores: Int32Array): void {
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
