import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageSpans } from "../../src/articles/index.ts";
import { extractText, parseRepair } from "../../src/entities/index.ts";
import { readArticle } from "../../src/entities/repair.ts";
import type { Reading } from "../../src/stories/index.ts";
import { articleOf, resources } from "./helpers.ts";

const reading = (start: number, end: number, read: string, from = ["q#a2"]): Reading => ({
  article: "p#a1",
  start,
  end,
  read,
  from,
});
/** The reading that turns the first `printed` of a text into `read`. */
const instead = (text: string, printed: string, read: string, from?: string[]): Reading => {
  const at = text.indexOf(printed);
  return reading(at, at + printed.length, read, from);
};
const extracted = (text: string, witnesses: readonly Reading[], over = {}) =>
  extractText(
    { text_id: "p#a1", articles: [articleOf(text, over)], paper: null, place: null, date: null },
    witnesses,
    resources,
  );

describe("a repaired name", () => {
  it("stays as printed, is read as its witnesses print it, and says so", () => {
    const text = "会议由国豕发展和改革委员会主办，北京大学承办。";
    const { mentions, decisions, issues } = extracted(text, [instead(text, "豕", "家", ["q#a2", "r#a1"])]);
    expect(mentions.map(({ name, surface, repair }) => [name, surface, repair])).toEqual([
      ["国家发展改革委", "国豕发展和改革委员会", "国家发展和改革委员会 ← q#a2, r#a1"],
      ["北京大学", "北京大学", null],
    ]);
    const { start, end, page_spans, rule } = mentions[0]!;
    expect([text.slice(start, end), page_spans, rule]).toEqual(["国豕发展和改革委员会", [[start, end]], "repaired"]);
    expect(decisions.map(({ surface, entity, rule: why }) => [surface, entity, why])).toEqual([
      ["国豕发展和改革委员会", "agency:国家发展改革委", "repaired"],
    ]);
    expect(issues.map(({ code, count }) => [code, count])).toEqual([["characters-repaired", 1]]);
    expect(parseRepair(mentions[0]!.repair!)).toEqual({ read: "国家发展和改革委员会", from: ["q#a2", "r#a1"] });
  });

  it("may have lost a character, at its beginning, inside or at its end, or have one too many", () => {
    for (const [printed, surface] of [
      ["参加者有京大学和其他学校。", "京大学"],
      ["参加者有北大学和其他学校。", "北大学"],
      ["参加者有北京大和其他学校。", "北京大"],
      ["参加者有北京京大学和其他学校。", "北京京大学"],
    ] as const) {
      const whole = "参加者有北京大学和其他学校。";
      let at = 0;
      while (printed[at] === whole[at]) at++;
      const one = printed.length < whole.length ? reading(at, at, whole[at]!) : reading(at, at + 1, "");
      const { mentions } = extracted(printed, [one]);
      expect(mentions.map((m) => [m.name, m.surface, m.repair])).toEqual([["北京大学", surface, "北京大学 ← q#a2"]]);
    }
  });

  it("in a byline is still of the byline, and a headline stays a headline", () => {
    const text = "北京大学举行典礼\n记者王小两说好。\n记者王小两";
    const at = text.lastIndexOf("记者");
    const { mentions } = extracted(text, [instead(text, "两", "雨"), reading(text.length - 1, text.length, "雨")], {
      title: "北京大学举行典礼",
      byline_spans: [[at, text.length]],
    });
    expect(mentions.map(({ name, surface, layer }) => [name, surface, layer])).toEqual([
      ["北京大学", "北京大学", "content"],
      ["王小雨", "王小两", "content"],
      ["王小雨", "王小两", "byline"],
    ]);
  });

  it("takes as witnesses those that bear out every repair of the name", () => {
    const text = "会议由国豕发展和改萆委员会主办。";
    const { mentions } = extracted(text, [
      instead(text, "豕", "家", ["q#a2", "r#a1"]),
      instead(text, "萆", "革", ["r#a1", "s#a1"]),
    ]);
    expect(mentions[0]!.repair).toBe("国家发展和改革委员会 ← r#a1");
  });

  it("needs its readings: those of other articles and beyond the text change nothing", () => {
    const text = "北京大学承办。";
    const plain = extracted(text, []);
    expect(extracted(text, [{ ...reading(0, 1, "南"), article: "z#a1" }, reading(90, 91, "南")])).toEqual(plain);
  });
});

describe("always", () => {
  const TEXT = "李国强说，北京大学与国务院办公厅在上海市签约。王明到场，河北省政府派员。";
  const readings = fc
    .array(fc.tuple(fc.nat(TEXT.length), fc.nat(2), fc.constantFrom("", "京", "国务", "明")), { maxLength: 6 })
    .map((list) => list.map(([start, length, read]) => reading(start, Math.min(TEXT.length, start + length), read)));

  it("mentions are printed where they say, whatever the readings", () => {
    fc.assert(
      fc.property(readings, (witnesses) => {
        const article = articleOf(TEXT);
        for (const m of extracted(TEXT, witnesses).mentions) {
          expect(m.start < m.end && TEXT.slice(m.start, m.end) === m.surface).toBe(true);
          expect(m.page_spans).toEqual(pageSpans(article, m.start, m.end));
          if (m.repair === null) expect(m.surface.length > 0).toBe(true);
          else expect(parseRepair(m.repair).from).toEqual(["q#a2"]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("the read text leads back to the printed one in order", () => {
    fc.assert(
      fc.property(readings, (witnesses) => {
        const { article, starts, ends } = readArticle(articleOf(TEXT), witnesses);
        expect([starts.length, ends.length]).toEqual([article.text.length, article.text.length]);
        for (let i = 0; i < starts.length; i++) {
          expect(starts[i]! <= ends[i]! && ends[i]! <= (starts[i + 1] ?? TEXT.length)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
