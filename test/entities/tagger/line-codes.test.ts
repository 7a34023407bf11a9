// What marks, lists and countries of a line tell.
import { describe, expect, it } from "vitest";
import { createAlphabet, createLine, readLine } from "../../../src/entities/tagger/alphabet.ts";
import { createCodes } from "../../../src/entities/tagger/codes.ts";
import { WORD_CODES, wordCodes } from "../../../src/entities/tagger/known-words.ts";
import { LINE_CODES } from "../../../src/entities/tagger/line-codes.ts";
import { words } from "./words.ts";

const alphabet = createAlphabet(new Uint16Array(0));

/** The characters that a line's codes of this kind stand at, and the codes. */
function codesOf(text: string): [place: number, code: number][] {
  const line = createLine();
  const codes = createCodes();
  readLine(alphabet, text, 0, text.length, line);
  wordCodes(words, line, codes);
  return Array.from({ length: codes.count }, (_, i): [number, number] => [
    codes.places[i]!,
    codes.codes[i]! - (WORD_CODES - LINE_CODES),
  ]).filter(([, code]) => code >= 0);
}
const placesOf = (text: string): number[] => codesOf(text).map(([place]) => place);
const codeAt = (text: string, place: number): number | undefined =>
  codesOf(text).find(([other]) => other === place)?.[1];

describe("the codes of a line", () => {
  it("stand at both marks of a pair, whatever their width, and at no mark alone", () => {
    expect(placesOf("来到“明月”服装厂")).toEqual([2, 5]);
    expect(placesOf("来到（明月）服装厂")).toEqual([2, 5]);
    expect(placesOf("来到明月”服装厂（")).toEqual([]);
  });

  it("tell a pair with a tail of bodies behind it from one without, one behind a place from others", () => {
    const [plain, tailed, placed] = ["来到“明月”大家", "来到“明月”公司", "英国“明月”大家"].map((text) =>
      codeAt(text, 2),
    );
    expect(new Set([plain, tailed, placed]).size).toBe(3);
  });

  it("stand at the marks of a list and say what the other items look like", () => {
    expect(placesOf("出席的有王明、陈伟、刘志强、赵敏。")).toEqual([6, 9, 13]);
    expect(codeAt("其中有青山、北京、河北、天津等", 5)).not.toBe(codeAt("其中有青山、王明、陈伟、刘志强等", 5));
    expect(placesOf("王明、陈伟。")).toEqual([]);
  });

  it("stand at a character that a country's name in the line begins with", () => {
    expect(placesOf("哈萨克斯坦总统说，哈方")).toEqual([9]);
    expect(placesOf("总统说，哈方")).toEqual([]);
  });

  it("take time as the line is long", () => {
    const lists = "王明、陈伟和“刘志强”（".repeat(10_000);
    expect(codesOf(lists).length).toBeGreaterThan(10_000);
  });
});
