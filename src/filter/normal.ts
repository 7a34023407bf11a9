// The form in which a filter compares names: `comparable` of text/, in lower case. Written again because the page runs this
// room and cannot carry text/ (opencc, jieba); a test compares the two for every unit there is.
import { SIMPLIFIED, TRADITIONAL } from "./simplified.ts";

/** Blanks, invisible marks; quotation and book marks. */
const DROPPED = /[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"'“”‘’《》「」『』〈〉＂＇]/;
const REPLACED: Readonly<Record<string, string>> = {
  "﹒": "·",
  "•": "·",
  "‧": "·",
  "・": "·",
  "―": "—",
  "〔": "(",
  "〕": ")",
};

let table: Uint16Array | undefined;

/** Unit → unit, 0 for one that is dropped; built once, about 5 ms. */
function unitTable(): Uint16Array {
  if (table) return table;
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) {
    const char = String.fromCharCode(unit);
    if (DROPPED.test(char)) continue;
    units[unit] = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : (REPLACED[char] ?? char).charCodeAt(0);
  }
  for (let i = 0; i < TRADITIONAL.length; i++) units[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  table = units;
  return units;
}

/** A name as filters compare it: no blanks, quotation or book marks; half width, simplified, lower case. */
export function comparableName(name: string): string {
  const units = unitTable();
  let out = "";
  for (let i = 0; i < name.length; i++) {
    const unit = units[name.charCodeAt(i)]!;
    if (unit !== 0) out += String.fromCharCode(unit);
  }
  return out.toLowerCase();
}
