// What must hold for every text, newspaper or not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Article, readSegmentModels, segmentPage } from "../../src/articles/index.ts";

const models = readSegmentModels();

const page = (text: string) => ({
  page: "p",
  paper: null,
  place: null,
  date: null,
  source: "p.txt",
  sha256: "",
  text,
});

const LINES = [
  "本报讯(记者 方 茜)8月28日,会议召开。",
  "新华社北京8月28日电 记者王五报道",
  "(新华社北京8月28日电)",
  "(下转第七版)",
  "(上接第1版)",
  "(下转2版)街道栽树(转3版)市民",
  "改造完工(上接1版)",
  "●●●",
  ">>>见第三版",
  "今日导读",
  "### 关于推动城市高质量发展的意见",
  "# 城市更新",
  "一、总体要求",
  "(二)发展。稳妥有序",
  "□本报记者 王思达",
  "图为车站。",
  "本报记者 李东宇摄",
  "责任编辑:拉珍",
  "2025年8月29日 星期五",
  "滨海晚报",
  "江城日报 2026年3月10日 第四版",
  "图为市民赏花。本报记者 刘斌 摄",
  "城市是现代化建设的重要载 体、人民幸福生活的重要空间。我国城镇化正从",
  "城 市 高 质 量 发 展 的 意 见",
  "“只有加强宣传，让市民主动",
  "参与”邹存涛说。",
  "太行!太行! ⑮",
  "●采访札记",
  "民",
  "2025年8月",
  "致市民的一封信",
  "𠀀𠮷野家",
  "\ud800",
  "#",
  "## ",
  "\u200b",
];
const BREAKS = ["\n", "\n\n", "\r\n", "\r", " ", "\u3000\n", "\n　　", "\u2028", "\f", ""];

const newspaper = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(...BREAKS)), { maxLength: 40 })
  .map((parts) => parts.flat().join(""));
const anything = fc.oneof(
  newspaper,
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."城市。，“”()#\n\r \u3000一版 a1\ud842\udfb7"), maxLength: 200 }),
);

const isBlank = (char: string): boolean => /\s/u.test(char);

/** The printed units of an article's text, as page offsets in reading order. */
function printedUnits(article: Article): number[] {
  return article.map.flatMap(([, from, length]) => Array.from({ length }, (_, i) => from + i));
}

function expectLaws(text: string): void {
  const { articles } = segmentPage(page(text), models);
  const cover = new Uint8Array(text.length);
  for (const article of articles) {
    for (const [start, end] of article.pieces) {
      expect(start).toBeLessThan(end);
      for (let i = start; i < end; i++) cover[i]!++;
    }
    expectMap(text, article);
  }
  for (let i = 0; i < text.length; i++) {
    if (isBlank(text[i]!)) expect(cover[i]).toBeLessThanOrEqual(1);
    else expect(cover[i]).toBe(1);
  }
  expect(articles.map((article) => article.ordinal)).toEqual(articles.map((_, k) => k + 1));
  expect(articles.filter((article) => article.kind === "masthead").length).toBeLessThanOrEqual(1);
}

function expectMap(text: string, article: Article): void {
  let end = 0;
  for (const [from, at, length] of article.map) {
    expect(from).toBeGreaterThanOrEqual(end);
    expect(length).toBeGreaterThan(0);
    // What no run covers is a line feed or a joining blank.
    expect(article.text.slice(end, from)).toMatch(/^[\n ]?$/);
    expect(article.text.slice(from, from + length)).toBe(text.slice(at, at + length));
    expect(text.slice(at, at + length)).toMatch(/^\S*$/u);
    end = from + length;
  }
  expect(article.text.length).toBe(end);
  const inPieces = article.pieces.flatMap(([start, stop]) =>
    Array.from({ length: stop - start }, (_, i) => start + i).filter((i) => !isBlank(text[i]!)),
  );
  const printed = printedUnits(article);
  // Marks before a heading are in the piece, not in the text.
  const words = inPieces.filter((i) => text[i] !== "#");
  expect(printed.filter((i) => text[i] !== "#")).toEqual(words);
  if (article.title !== "" && article.kind !== "masthead") expect(article.text.split("\n")[0]).toBe(article.title);
  for (const [start, stop] of article.byline_spans) {
    expect(start).toBeLessThan(stop);
    expect(stop).toBeLessThanOrEqual(article.text.length);
  }
  expect(article.confidence).toBeGreaterThanOrEqual(0);
  expect(article.confidence).toBeLessThanOrEqual(1);
}

describe("segmentPage, on any text,", () => {
  it("puts every non-blank unit into exactly one piece and maps every text back to the page", () => {
    fc.assert(fc.property(anything, expectLaws), { numRuns: 400, seed: 1 });
  });

  it("gives the same articles for the same page", () => {
    fc.assert(
      fc.property(newspaper, (text) => {
        expect(segmentPage(page(text), models)).toEqual(segmentPage(page(text), models));
      }),
      { numRuns: 30, seed: 2 },
    );
  });

  it.each(["", " \n\u3000\r\n", "民", "#", "\ud842"])("takes %j", (text) => {
    expectLaws(text);
  });

  it.each(["●", "▶", "*", "（转2版）民民", "（上接1版）民民"])(
    "takes a page of nothing but %s, in seconds",
    (words) => {
      const text = words.repeat(Math.floor(30_000 / words.length));
      const { articles } = segmentPage(page(text), models);
      const covered = articles.flatMap(({ pieces }) => pieces).reduce((sum, [start, end]) => sum + end - start, 0);
      expect(covered).toBe(text.length);
    },
  );

  it("cuts a text that is too long for a page into documents, in seconds", () => {
    const sentence = "城市是现代化建设的重要载体。";
    const text = sentence.repeat(Math.ceil(1_200_000 / sentence.length));
    const { articles, issues } = segmentPage(page(text), models);
    expect(issues.map((issue) => issue.code)).toEqual(["page-oversize"]);
    expect(articles.every((article) => article.text.length <= 20_000 && article.text.endsWith("。"))).toBe(true);
    expect(articles.reduce((sum, article) => sum + article.text.length, 0)).toBe(text.length);
    expect(articles[0]!.kind).toBe("document");
  });
});
