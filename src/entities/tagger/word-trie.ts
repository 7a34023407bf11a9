// A trie of words over UTF-16 units: (state, unit) → state in one open-addressing table.
//
//     0 ─云→ 1 ─南→ 2 ─省→ 3        a state is a beginning of words; `classes` and `entries` say what ends there
//
// Half a million states take 8 MB and 60 ms; a step is one look-up.
import { InputError } from "../../lib/errors.ts";

/** Of a key's 32 bits, 13 say which unit and 19 which state; a state's higher bits stand above the next state's 24. */
const NUMBER_BITS = 13;
const KEYED_BITS = 32 - NUMBER_BITS;
const NEXT_BITS = 24;
const NEXT = (1 << NEXT_BITS) - 1;
const MOST_NUMBERS = (1 << NUMBER_BITS) - 1;
const MOST_STATES = 1 << NEXT_BITS;

export interface WordTrie {
  /** Unit → its number in the trie, 0 for one that no word holds. */
  readonly numbers: Uint16Array;
  /** Number of a first unit → state, 0 for none. */
  readonly first: Int32Array;
  /** Pairs of key and next state (with the higher bits of the key's state); state 0 is free. */
  table: Int32Array;
  mask: number;
  states: number;
  units: number;
  /** By state, the classes of the known name or word that ends there, a bit each. */
  classes: Int32Array;
  /** By state, the lexicon's word that ends there: its kind + 1 in the low byte, its grade of frequency in the high one; 0 for none. */
  entries: Uint16Array;
}

/** An empty trie with room for so many states; it grows as needed. */
export function createWordTrie(room = 1 << 10): WordTrie {
  let slots = 1024;
  while (slots < 2 * room) slots *= 2;
  return {
    numbers: new Uint16Array(0x10000),
    first: new Int32Array(MOST_NUMBERS + 1),
    table: new Int32Array(2 * slots),
    mask: slots - 1,
    states: 0,
    units: 0,
    classes: new Int32Array(slots >> 1),
    entries: new Uint16Array(slots >> 1),
  };
}

const slotOf = (key: number): number => {
  const h = Math.imul(key, 0x9e3779b1);
  return h ^ (h >>> 15);
};

/** The state behind `state` by `number`, or 0. */
export function nextState(table: Int32Array, mask: number, state: number, number: number): number {
  const key = (state << NUMBER_BITS) | number;
  const high = state >>> KEYED_BITS;
  let slot = slotOf(key) & mask;
  for (;;) {
    const entry = table[2 * slot + 1]!;
    if (entry === 0 || (table[2 * slot] === key && entry >>> NEXT_BITS === high)) return entry & NEXT;
    slot = (slot + 1) & mask;
  }
}

/**
 * The state behind `state` (0 for the beginning of a word) by a unit, made where it is missing; 0 when the trie tells no more
 * units apart. Throws InputError for more than 16 million states.
 */
export function madeState(trie: WordTrie, state: number, unit: number): number {
  let number = trie.numbers[unit]!;
  if (number === 0) {
    if (trie.units === MOST_NUMBERS) return 0;
    number = ++trie.units;
    trie.numbers[unit] = number;
  }
  if (state === 0) {
    if (trie.first[number] === 0) trie.first[number] = newState(trie);
    return trie.first[number]!;
  }
  const known = nextState(trie.table, trie.mask, state, number);
  if (known !== 0) return known;
  const made = newState(trie);
  put(trie, (state << NUMBER_BITS) | number, ((state >>> KEYED_BITS) << NEXT_BITS) | made);
  return made;
}

function newState(trie: WordTrie): number {
  if (++trie.states >= MOST_STATES) throw new InputError("tagger: too many words for its trie");
  if (trie.states >= trie.classes.length) grow(trie);
  return trie.states;
}

function put({ table, mask }: WordTrie, key: number, entry: number): void {
  let slot = slotOf(key) & mask;
  while (table[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
  table[2 * slot] = key;
  table[2 * slot + 1] = entry;
}

function grow(trie: WordTrie): void {
  const { table, classes, entries } = trie;
  trie.table = new Int32Array(2 * table.length);
  trie.mask = table.length - 1;
  trie.classes = new Int32Array(2 * classes.length);
  trie.classes.set(classes);
  trie.entries = new Uint16Array(2 * entries.length);
  trie.entries.set(entries);
  for (let i = 0; i < table.length; i += 2) if (table[i + 1] !== 0) put(trie, table[i]!, table[i + 1]!);
}

/** The state of a word, made where it is missing; 0 as in `madeState`. */
export function wordState(trie: WordTrie, word: string): number {
  let state = 0;
  for (let i = 0; i < word.length; i++) {
    state = madeState(trie, state, word.charCodeAt(i));
    if (state === 0) return 0;
  }
  return state;
}
