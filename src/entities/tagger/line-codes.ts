// What a line as a whole tells of its characters: marks that belong together, lists, countries named in full elsewhere.
//
//     来到“明月”服装公司              “ and ” are a pair, two characters apart, a tail of bodies not far behind it
//     梁启超、康有为和谭嗣同          each mark of a list: what the items that do not touch it look like
//     哈萨克斯坦总统…，哈中两国       哈 begins a country's name, and stands here without it
//
// Known words must have been found before. Cost: O(length).

import type { Line } from "./alphabet.ts";
import { type Codes, pushCode } from "./codes.ts";
import { MARK_KINDS, markOf } from "./marks.ts";

/** By place, what the gazetteer's names and words are that begin and end there, bits of `TRAITS`. */
export interface Ends {
  /** Places of one character are left out. */
  begins: Uint8Array;
  closes: Uint8Array;
}

export const TRAITS = { place: 1, body: 2, surname: 4, country: 8 } as const;

const unitOf = (char: string): number => char.charCodeAt(0);
/** Marks further apart than this are no pair that a name holds. */
const FARTHEST_PARTNER = 24;
/** How far behind a pair a tail of bodies is looked for. */
const TAIL_REACH = 6;

const PAIR_KINDS = 3;
const PAIR_LENGTHS = 4;
const PAIR_CODES = 2 * PAIR_KINDS * PAIR_LENGTHS * 4;
/** Marks of lists: what the other items are (8), how many there are (3). */
const LIST_CODES = 24;
const LONGEST_ITEM = 16;
const SHORT_CODES = 2;
export const LINE_CODES = PAIR_CODES + LIST_CODES + SHORT_CODES;

const lengthGrade = (length: number): number => (length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3);

const open = new Int32Array(64);
const openMark = new Int8Array(64);

/** Codes from `first` on at both marks of each pair: its kind, how much is in it, whether a tail follows and a place precedes. */
function pairCodes({ units, length }: Line, { closes }: Ends, first: number, out: Codes): void {
  let depth = 0;
  for (let i = 0; i < length; i++) {
    const mark = markOf(units[i]!);
    if (mark === 0) continue;
    if (mark > 0) {
      // Deeper than any print: what was open is forgotten.
      if (depth === open.length) depth = 0;
      open[depth] = i;
      openMark[depth++] = mark;
      continue;
    }
    while (depth > 0 && openMark[depth - 1] !== -mark) depth--;
    if (depth === 0) continue;
    const start = open[--depth]!;
    const inside = i - start - 1;
    if (inside === 0 || inside > FARTHEST_PARTNER) continue;
    let isTailed = false;
    for (let end = i + 2; end <= Math.min(length, i + 1 + TAIL_REACH); end++)
      if ((closes[end]! & TRAITS.body) !== 0) isTailed = true;
    const isPlaced = (closes[start]! & TRAITS.place) !== 0;
    const code =
      first +
      ((MARK_KINDS[-mark - 1]! * PAIR_LENGTHS + lengthGrade(inside)) * 2 + Number(isTailed)) * 2 +
      Number(isPlaced);
    pushCode(out, start, code);
    pushCode(out, i, code + PAIR_CODES / 2);
  }
}

const COMMA = unitOf("、");
const AND = [..."和与及"].map(unitOf);
const DOT = unitOf("·");

let marks = new Int32Array(64);

const EDGES = [...",。;!?:"].map(unitOf);
const isEdge = (unit: number): boolean => EDGES.includes(unit);

/** What the item [start, end) of a list looks like: bits 1 place, 2 body, 4 person. */
function lookOf(units: Uint16Array, { begins, closes }: Ends, start: number, end: number): number {
  const ends = closes[end]!;
  let look = 0;
  if ((ends & TRAITS.body) !== 0 && end - start > 2) look |= 2;
  if ((ends & TRAITS.place) !== 0 && end - start <= 6 && (begins[start]! & TRAITS.place) !== 0) look |= 1;
  if (look !== 0) return look;
  let hasDot = false;
  for (let i = start; i < end; i++) if (units[i] === DOT) hasDot = true;
  if (hasDot || ((begins[start]! & TRAITS.surname) !== 0 && end - start >= 2 && end - start <= 3)) return 4;
  return 0;
}

/** Codes from `first` on at the marks of lists: what the items that do not touch the mark look like. */
function listCodes({ units, length }: Line, ends: Ends, first: number, out: Codes): void {
  let count = 0;
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? units[i]! : unitOf("。");
    const isMark = unit === COMMA || (count > 0 && AND.includes(unit) && i - marks[count - 1]! > 2);
    const isFar = count > 0 && i - marks[count - 1]! > LONGEST_ITEM;
    if (isFar || isEdge(unit)) {
      if (count > 1) listOf(units, ends, count, first, out);
      count = 0;
    }
    if (unit === COMMA || (isMark && count > 0)) {
      if (count === marks.length) {
        const wider = new Int32Array(2 * count);
        wider.set(marks);
        marks = wider;
      }
      marks[count++] = i;
    }
  }
}

function listOf(units: Uint16Array, ends: Ends, count: number, first: number, out: Codes): void {
  // Items lie between marks; the first and the last have no border of their own.
  const looks = [0, 0, 0];
  const add = (look: number, n: number): void => {
    for (let bit = 0; bit < 3; bit++) if (((look >> bit) & 1) !== 0) looks[bit]! += n;
  };
  const look = (i: number): number => (i < 0 || i >= count - 1 ? 0 : lookOf(units, ends, marks[i]! + 1, marks[i + 1]!));
  for (let i = 0; i < count - 1; i++) add(look(i), 1);
  const size = count <= 2 ? 0 : count <= 4 ? 1 : 2;
  for (let i = 0; i < count; i++) {
    const near = [look(i - 1), look(i)];
    let bits = 0;
    for (let bit = 0; bit < 3; bit++) {
      const own = ((near[0]! >> bit) & 1) + ((near[1]! >> bit) & 1);
      if (looks[bit]! > own) bits |= 1 << bit;
    }
    pushCode(out, marks[i]!, first + size * 8 + bits);
  }
}

const named = new Uint8Array(0x10000);

/**
 * Codes from `first` on at single characters that a country's or another place's longer name in the line begins with, where no
 * such name begins: whether a country's or another place's.
 */
function shortCodes({ units, length }: Line, { begins }: Ends, first: number, out: Codes): void {
  let any = false;
  for (let i = 0; i < length; i++) {
    const kind = begins[i]! & (TRAITS.country | TRAITS.place);
    if (kind === 0) continue;
    named[units[i]!]! |= kind;
    any = true;
  }
  if (!any) return;
  for (let i = 0; i < length; i++) {
    const kind = named[units[i]!]!;
    if (kind !== 0 && (begins[i]! & (TRAITS.country | TRAITS.place)) === 0)
      pushCode(out, i, first + (kind & TRAITS.country ? 0 : 1));
  }
  for (let i = 0; i < length; i++) named[units[i]!] = 0;
}

/** Adds the codes of a line, numbered from `first`. */
export function lineCodes(line: Line, ends: Ends, first: number, out: Codes): void {
  pairCodes(line, ends, first, out);
  listCodes(line, ends, first + PAIR_CODES, out);
  shortCodes(line, ends, first + PAIR_CODES + LIST_CODES, out);
}
