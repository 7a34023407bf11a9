import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentences } from "../../src/text/index.ts";

const cut = (text: string): string[] => sentences(text).map(([start, end]) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["the end marks of print", "会议召开。谁来?都来！好", ["会议召开。", "谁来?", "都来！", "好"]],
    ["closing marks behind the end", "他说:“好。”(完。)大家走了。", ["他说:“好。”", "(完。)", "大家走了。"]],
    ["marks in a row as one end", "真的？！好!!!走", ["真的？！", "好!!!", "走"]],
    ["a line feed as the end of a paragraph or headline", "标题\n正文。\n\n尾", ["标题", "正文。", "尾"]],
    ["no end at a point, comma or semicolon", "增长3.5%;其中,一产No.1", ["增长3.5%;其中,一产No.1"]],
    ["no sentence in nothing", "", []],
    ["no sentence in blanks", " \n\u3000\n", []],
    ["a carriage return as a blank", "标题\r\n正文", ["标题", "正文"]],
  ])("takes %s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("cover every non-blank unit once, in order, without blanks around them", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(..."市委。！？!?”）\n\r \u3000,𠮷".split("")), maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, (text) => {
        let last = 0;
        for (const [start, end] of sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start).trim()).toBe("");
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          last = end;
        }
        expect(text.slice(last).trim()).toBe("");
      }),
    );
  });

  it("takes linear time on a paragraph of end marks and blanks", () => {
    const started = performance.now();
    expect(sentences("。".repeat(500_000))).toHaveLength(1);
    expect(sentences(`市${" ".repeat(500_000)}委`)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
