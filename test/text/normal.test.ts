import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparable, normalForm, normalized, sourceSpan, withoutBlanks } from "../../src/text/index.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(..."拉萨市委會議Ａ１ （）「」—·•\n\r\t\u3000\u200b\ufeff𠮷\ud800".split("")),
    maxLength: 60,
  }),
);

describe("normalForm", () => {
  it.each([
    ["full-width letters and digits", "ＡＢ１２（３）", "AB12(3)"],
    ["blanks and line breaks inside a name", "江拥 洛\n\u3000追", "江拥洛追"],
    ["invisible marks", "拉\u200b萨\ufeff\u00ad市", "拉萨市"],
    ["traditional characters", "國務院關於發展", "国务院关于发展"],
    ["corner brackets and points of names", "「一帶一路」阿旺・次仁", "“一带一路”阿旺·次仁"],
    ["dashes of the other code", "记者―张", "记者—张"],
    ["NUL", "拉\0萨", "拉萨"],
    ["the empty text", "", ""],
    ["blanks only", " \n\u3000", ""],
  ])("makes one of %s", (_, source, normal) => {
    expect(normalized(source)).toBe(normal);
  });

  it("leads every unit back to the unit that it came from", () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text, at } = normalForm(source);
        expect(at.length).toBe(text.length + 1);
        for (let i = 0; i < text.length; i++) {
          expect(normalized(source[at[i]!]!)).toBe(text[i]);
          expect(at[i + 1]!).toBeGreaterThan(at[i]!);
        }
        expect(at[text.length]).toBe(text.length === 0 ? 0 : at[text.length - 1]! + 1);
      }),
    );
  });

  it("replaces each unit by itself, whatever stands beside it", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(normalized(a + b)).toBe(normalized(a) + normalized(b));
      }),
    );
  });

  it("changes nothing in a normal form", () => {
    const changed: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const once = normalized(String.fromCharCode(unit));
      if (once.length > 1 || normalized(once) !== once) changed.push(String.fromCharCode(unit));
    }
    expect(changed).toEqual([]);
  });

  it("covers a broken name by the span from its first to its last printed unit", () => {
    const source = "记者江拥\n洛 追报道";
    const normal = normalForm(source);
    const start = normal.text.indexOf("江拥洛追");
    const [from, to] = sourceSpan(normal, start, start + 4);
    expect(source.slice(from, to)).toBe("江拥\n洛 追");
    expect(sourceSpan(normal, start, start)).toEqual([from, from]);
    expect(sourceSpan(normal, normal.text.length, normal.text.length)).toEqual([source.length, source.length]);
  });

  it("takes a text of a million units", () => {
    const { text, at } = normalForm("拉 ".repeat(500_000));
    expect(text).toHaveLength(500_000);
    expect(at[499_999]).toBe(999_998);
  });
});

describe("comparable and withoutBlanks", () => {
  it("drops quotation and book marks and blanks, so that two printings of a name are one", () => {
    expect(comparable("“光盘 行动”")).toBe(comparable("光盘行动"));
    expect(comparable("《關於推動城市高質量發展的意見》")).toBe("关于推动城市高质量发展的意见");
    expect(withoutBlanks("拉 萨\u3000市\n委")).toBe("拉萨市委");
  });
});
