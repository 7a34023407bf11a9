// Characters as the tagger sees them: full and half width, traditional and simplified alike, all digits one kind, Latin
// letters two (small and capital). Blanks are no part of a text, as in the normal form.
import { normalForm } from "../../text/index.ts";

/** Id of a character that the alphabet does not hold. */
export const UNKNOWN = 0;
/** Id of what stands before the first and behind the last character. */
export const BOUNDARY = 1;
/** In place of an id, for units that are dropped. */
export const BLANK = 0xffff;

export interface Alphabet {
  /** How many ids there are, the unknown one and the boundary included. */
  readonly kinds: number;
  /** By id from 2, the unit that stands for the kind. */
  readonly units: Uint16Array;
  /** Printed unit → normal unit (normal form), 0 for what is dropped. */
  readonly normal: Uint16Array;
  /** Printed unit → id, or `BLANK`. */
  readonly ids: Uint16Array;
}

let normalUnits: Uint16Array | undefined;

/** Unit → unit of the normal form; built once, about 20 ms. */
function normalTable(): Uint16Array {
  if (normalUnits) return normalUnits;
  const table = new Uint16Array(0x10000);
  for (let from = 0; from < 0x10000; from += 0x2000) {
    const { text, at } = normalForm(String.fromCharCode(...Array.from({ length: 0x2000 }, (_, i) => from + i)));
    for (let i = 0; i < text.length; i++) table[from + at[i]!] = text.charCodeAt(i);
  }
  normalUnits = table;
  return table;
}

/** A normal unit → the unit that stands for its kind. */
function kindOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return 0x30;
  if (unit >= 0x61 && unit <= 0x7a) return 0x61;
  if (unit >= 0x41 && unit <= 0x5a) return 0x41;
  return unit;
}

/** The alphabet whose ids from 2 stand for `units`. Cost: about 2 ms after the first. */
export function createAlphabet(units: Uint16Array): Alphabet {
  const normal = normalTable();
  const idOf = new Uint16Array(0x10000);
  for (let i = 0; i < units.length; i++) idOf[units[i]!] = i + 2;
  const ids = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) ids[unit] = normal[unit] === 0 ? BLANK : idOf[kindOf(normal[unit]!)]!;
  return { kinds: units.length + 2, units, normal, ids };
}

/** The kinds that occur at least `least` times in texts, commonest first, of equals by unit; at most `most`. */
export function countedUnits(texts: Iterable<string>, least: number, most = 8190): Uint16Array {
  const normal = normalTable();
  const counts = new Uint32Array(0x10000);
  for (const text of texts)
    for (let i = 0; i < text.length; i++) {
      const unit = normal[text.charCodeAt(i)]!;
      if (unit !== 0) counts[kindOf(unit)]!++;
    }
  const units = Array.from(counts.keys()).filter((unit) => counts[unit]! >= least);
  units.sort((a, b) => counts[b]! - counts[a]! || a - b);
  return Uint16Array.from(units.slice(0, most));
}

/** A line of text without its blanks; buffers are reused from line to line. */
export interface Line {
  /** How many characters it has. */
  length: number;
  /** Normal units. */
  units: Uint16Array;
  /** `ids[0]` and `ids[length + 1]` are boundaries, the characters' ids between them. */
  ids: Uint16Array;
  /** Offset of each character in the text it was read from. */
  at: Int32Array;
}

export function createLine(): Line {
  return { length: 0, units: new Uint16Array(512), ids: new Uint16Array(514), at: new Int32Array(512) };
}

/** Reads the units [start, end) of a text into `line`. Cost: O(end - start). */
export function readLine(alphabet: Alphabet, text: string, start: number, end: number, line: Line): void {
  if (line.units.length < end - start) {
    const room = 2 * (end - start);
    line.units = new Uint16Array(room);
    line.ids = new Uint16Array(room + 2);
    line.at = new Int32Array(room);
  }
  const { normal, ids } = alphabet;
  let length = 0;
  line.ids[0] = BOUNDARY;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const id = ids[unit]!;
    if (id === BLANK) continue;
    line.units[length] = normal[unit]!;
    line.at[length] = i;
    line.ids[++length] = id;
  }
  line.ids[length + 1] = BOUNDARY;
  line.length = length;
}
