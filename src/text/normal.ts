// The normal form: the shape in which names are looked up, with a way back to every printed unit.
//
// In:  any text. Out: the same text without blanks and invisible marks, full-width ASCII made half-width, traditional
// characters made simplified, corner brackets made quotation marks. Every rule drops a unit or replaces it by one unit,
// so the way back is one integer per unit. Phrase-level conversion (裏 → 里 or 裡) would change lengths and is left out:
// a name is found under its simplified characters, and printed as it stands.
import { Converter } from "opencc-js/t2cn";

export interface NormalText {
  readonly text: string;
  /** `at[i]` is the offset in the source of unit i; `at[text.length]` is the end of the last unit kept. */
  readonly at: Int32Array;
}

const DROPPED = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;
const REPLACED = new Map([
  ["「", "“"],
  ["」", "”"],
  ["『", "“"],
  ["』", "”"],
  ["〈", "《"],
  ["〉", "》"],
  ["﹒", "·"],
  ["•", "·"],
  ["‧", "·"],
  ["・", "·"],
  ["―", "—"],
  ["〔", "("],
  ["〕", ")"],
]);

let table: Uint16Array | undefined;

/** Unit → unit, 0 for a unit that is dropped; built once, about 20 ms. */
function unitTable(): Uint16Array {
  if (table) return table;
  const units = new Uint16Array(0x10000);
  const simplify = Converter({ from: "t", to: "cn" });
  for (let unit = 0; unit < units.length; unit++) {
    const char = String.fromCharCode(unit);
    if (DROPPED.test(char)) continue;
    let target = REPLACED.get(char) ?? char;
    if (unit >= 0xff01 && unit <= 0xff5e) target = String.fromCharCode(unit - 0xfee0);
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)) {
      // Twice, since 薴 → 苧 → 苎: the normal form of a normal form must be itself.
      const simple = simplify(simplify(char));
      if (simple.length === 1) target = simple;
    }
    units[unit] = target.charCodeAt(0);
  }
  table = units;
  return units;
}

/** Cost: O(length), about 100 M units a second. */
export function normalForm(source: string): NormalText {
  const units = unitTable();
  const out = new Uint16Array(source.length);
  const at = new Int32Array(source.length + 1);
  let length = 0;
  for (let i = 0; i < source.length; i++) {
    const unit = units[source.charCodeAt(i)]!;
    if (unit === 0) continue;
    out[length] = unit;
    at[length++] = i;
  }
  at[length] = length > 0 ? at[length - 1]! + 1 : 0;
  return { text: decodeUnits(out, length), at: at.subarray(0, length + 1) };
}

// String.fromCharCode takes its units as arguments; more than some ten thousand overflow the stack. Handed over as a
// list: to spread them would walk them one by one. (TextDecoder would replace half surrogate pairs, which scans do hold.)
function decodeUnits(units: Uint16Array, length: number): string {
  const parts: string[] = [];
  for (let i = 0; i < length; i += 8192)
    parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(i, Math.min(length, i + 8192))));
  return parts.join("");
}

/** The normal form alone. */
export const normalized = (source: string): string => normalForm(source).text;

/** The source span that the units [start, end) of a normal form came from. */
export function sourceSpan(normal: NormalText, start: number, end: number): [number, number] {
  if (start >= end) return [normal.at[start]!, normal.at[start]!];
  return [normal.at[start]!, normal.at[end - 1]! + 1];
}

/** A surface: printed characters without blanks. */
export const withoutBlanks = (text: string): string => text.replace(/\s+/gu, "");

/**
 * The form in which two names are compared (rule 6 of the guide): normal form, without quotation and book marks.
 */
export const comparable = (name: string): string => normalized(name).replace(/["'“”‘’《》]/gu, "");
