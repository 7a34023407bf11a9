import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tagWords } from "../../src/text/index.ts";

const page = readFileSync(new URL("../../data/pages/000_2a8df9d1a5b17eec.txt", import.meta.url), "utf8");

function expectTiles(text: string): void {
  let at = 0;
  for (const { word, start, end } of tagWords(text)) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    expect(text.slice(start, end)).toBe(word);
    at = end;
  }
  expect(at).toBe(text.length);
}

describe("tagWords", () => {
  it("tags persons, places and organisations", () => {
    const tags = new Map(tagWords("习近平在北京会见外交部官员").map(({ word, tag }) => [word, tag]));
    expect(tags.get("习近平")).toMatch(/^nr/);
    expect(tags.get("北京")).toBe("ns");
    expect(tags.get("外交部")).toBe("nt");
  });

  it("tiles a real page", () => expectTiles(page));

  it.each(["", " ", "\r\n", "𠮷野家在北京", "a\0b", "\ud83d\ude00笑", "拉萨 市委\n讯", "\ufeff拉萨"])(
    "tiles %j",
    (text) => expectTiles(text),
  );

  it("tiles any text, broken surrogates and NULs too", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.string({ unit: fc.constantFrom(..."拉萨市委A1 。\n\0𠮷\ud800\ufffd".split("")), maxLength: 40 }),
        ),
        (text) => expectTiles(text),
      ),
    );
  });
});
