import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../src/text/index.ts";
import { encodeAs, encodeUtf16 } from "../fixtures/corpus/encode.ts";
import { PAGE_TEXT, TRADITIONAL_TEXT } from "../fixtures/corpus/make.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const PAGES = new URL("../../data/pages/", import.meta.url);
const pages = readdirSync(PAGES).map((name) => readFileSync(new URL(name, PAGES), "utf8"));

describe("decodeBytes", () => {
  it("reads empty bytes as the empty text", () => {
    expect(decodeBytes(new Uint8Array())).toEqual({
      text: "",
      encoding: "utf-8",
      guessed: false,
      damaged: 0,
      controls: 0,
    });
  });

  it("reads ASCII as UTF-8 without a guess", () => {
    expect(decodeBytes(utf8("Lhasa, 29 August 2025\r\n"))).toMatchObject({
      text: "Lhasa, 29 August 2025\r\n",
      encoding: "utf-8",
      guessed: false,
    });
  });

  it("leaves the byte-order mark out of the text, and only one", () => {
    expect(decodeBytes(utf8("\ufeff拉萨"))?.text).toBe("拉萨");
    expect(decodeBytes(utf8("\ufeff\ufeff拉萨"))?.text).toBe("\ufeff拉萨");
    expect(decodeBytes(encodeUtf16("\ufeff拉萨", true))).toMatchObject({ text: "拉萨", encoding: "utf-16le" });
    expect(decodeBytes(encodeUtf16("\ufeff拉萨", false))).toMatchObject({ text: "拉萨", encoding: "utf-16be" });
    const gb = Uint8Array.of(0x84, 0x31, 0x95, 0x33, ...encodeAs("拉萨", "gb18030"));
    expect(decodeBytes(gb)).toMatchObject({ text: "拉萨", encoding: "gb18030", guessed: false });
  });

  it("reads a byte-order mark alone as the empty text", () => {
    for (const bytes of [utf8("\ufeff"), encodeUtf16("\ufeff", true), encodeUtf16("\ufeff", false)])
      expect(decodeBytes(bytes)?.text).toBe("");
  });

  it.each([
    ["gb18030", PAGE_TEXT, encodeAs(PAGE_TEXT, "gb18030")],
    ["big5", TRADITIONAL_TEXT, encodeAs(TRADITIONAL_TEXT, "big5")],
    ["utf-16le", PAGE_TEXT, encodeUtf16(PAGE_TEXT, true)],
    ["utf-16be", PAGE_TEXT, encodeUtf16(PAGE_TEXT, false)],
  ])("tells %s without a mark and says that it guessed", (encoding, text, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ text, encoding, guessed: true, damaged: 0, controls: 0 });
  });

  it("tells traditional text in GB18030 from Big5", () => {
    expect(decodeBytes(encodeAs(TRADITIONAL_TEXT, "gb18030"))).toMatchObject({
      encoding: "gb18030",
      text: TRADITIONAL_TEXT,
    });
  });

  it.each(["新华社北京电", "市委召开会议", "城市更新。", "2025年8月29日", "本报记者 张三"])(
    "tells GB18030 and UTF-16 on a short page: %s",
    (text) => {
      expect(decodeBytes(encodeAs(text, "gb18030"))).toMatchObject({ text, encoding: "gb18030" });
      expect(decodeBytes(encodeUtf16(text, true))).toMatchObject({ text, encoding: "utf-16le" });
      expect(decodeBytes(encodeUtf16(text, false))).toMatchObject({ text, encoding: "utf-16be" });
    },
  );

  it("finds the characters behind a long opening of ASCII", () => {
    const text = `${"-".repeat(200_000)}\n${PAGE_TEXT}`;
    expect(decodeBytes(encodeAs(text, "gb18030"))).toMatchObject({ text, encoding: "gb18030" });
  });

  it("keeps a damaged UTF-8 page UTF-8 and counts the damage", () => {
    const bytes = utf8(PAGE_TEXT);
    for (const at of [40, 41, bytes.length - 100, bytes.length - 50]) bytes[at] = 0xff;
    const decoded = decodeBytes(bytes);
    expect(decoded).toMatchObject({ encoding: "utf-8", guessed: true });
    expect(decoded!.damaged).toBeGreaterThanOrEqual(3);
    expect(decoded!.text).toContain("清河市召开城市更新工作会议");
  });

  it("counts U+FFFD that another tool left in clean UTF-8", () => {
    expect(decodeBytes(utf8("文脉\ufffd续"))).toMatchObject({ guessed: false, damaged: 1 });
  });

  it("reads a text whose last character is cut", () => {
    expect(decodeBytes(utf8(PAGE_TEXT.trim()).slice(0, -60))).not.toBeNull();
    expect(decodeBytes(utf8("清河市召开会议").slice(0, -1))).toMatchObject({
      text: "清河市召开会\ufffd",
      encoding: "utf-8",
      damaged: 1,
    });
    expect(decodeBytes(encodeAs("清河市召开会议", "gb18030").slice(0, -1))).toMatchObject({
      encoding: "gb18030",
      damaged: 1,
    });
    expect(decodeBytes(encodeUtf16(PAGE_TEXT, true).slice(0, -1))).toMatchObject({ encoding: "utf-16le", damaged: 1 });
  });

  it("keeps a stray NUL of a page and counts it", () => {
    const text = PAGE_TEXT.replace("会议", "会\0议");
    expect(decodeBytes(utf8(text))).toMatchObject({ text, encoding: "utf-8", controls: 1 });
  });

  it("reads a Latin-1 word in an ASCII text as damage, not as Chinese", () => {
    expect(decodeBytes(Uint8Array.from("the caf\xe9 of the town hall", (char) => char.charCodeAt(0)))).toMatchObject({
      encoding: "utf-8",
      damaged: 1,
    });
  });

  it("refuses what is no text", () => {
    expect(decodeBytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toBeNull();
    expect(decodeBytes(new Uint8Array(1000))).toBeNull();
    expect(decodeBytes(utf8("a\0b\x01c\x02"))).toBeNull();
  });

  it("refuses random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 128, maxLength: 2000 }), (bytes) => {
        // fast-check likes small arrays of zeros; only bytes spread over the whole range are meant here.
        fc.pre(new Set(bytes).size > 60);
        expect(decodeBytes(bytes)).toBeNull();
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeBytes(bytes);
        if (decoded) expect(decoded.text.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  it("reads back every printable text that was written as UTF-8", () => {
    const printable = fc
      .string({ unit: "grapheme", maxLength: 200 })
      .filter((text) => !/[\u0000-\u001f\u007f-\u009f\ufeff\ufffd]/u.test(text) && !/\p{Surrogate}/u.test(text));
    fc.assert(
      fc.property(printable, (text) => {
        expect(decodeBytes(utf8(text))).toMatchObject({ text, encoding: "utf-8", guessed: false, damaged: 0 });
      }),
    );
  });

  it("tells GB18030 and UTF-16 on any cut of twelve characters of real pages", () => {
    const words = pages.map((page) => page.replace(/[^\p{Script=Han},。]/gu, ""));
    let wrong = 0;
    let all = 0;
    for (const text of words)
      for (let i = 0; i + 12 < text.length; i += 301) {
        const cut = text.slice(i, i + 12);
        all += 3;
        if (decodeBytes(encodeAs(cut, "gb18030"))?.text !== cut) wrong++;
        if (decodeBytes(encodeUtf16(cut, true))?.text !== cut) wrong++;
        if (decodeBytes(encodeUtf16(cut, false))?.text !== cut) wrong++;
      }
    expect(all).toBeGreaterThan(200);
    expect(wrong).toBe(0);
  });
});
