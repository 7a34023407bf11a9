import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SiteArticle, SiteMention, SitePage } from "../../src/export/site-types.ts";
import { printedLines, strip } from "../../viz/src/printed.ts";
import { paragraphs, runsOf, typeset } from "../../viz/src/reading.ts";
import { makeSite } from "./fixture/site.ts";

const files = makeSite();
const articles = [...files].filter(([path]) => path.startsWith("article/")).map(([, value]) => value as SiteArticle);

describe("reading text", () => {
  test("typesetting never moves a letter", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeset(text).length === text.length));
  });

  test("marks between Han characters become full width, figures stay", () => {
    expect(typeset("会议指出,要深刻把握。")).toBe("会议指出，要深刻把握。");
    expect(typeset("投资3,000万元,比上年多")).toBe("投资3,000万元，比上年多");
    expect(typeset('坚持"两个确立"的')).toBe("坚持“两个确立”的");
  });

  test("the runs of a text joined are the text, and every run with a name carries its mention", () => {
    for (const article of articles) {
      const runs = runsOf(article.text, [0, article.text.length], article.mentions);
      expect(runs.map((run) => run.text).join("")).toBe(typeset(article.text));
      expect(runs.filter((run) => run.mention).length).toBe(article.mentions.length);
    }
  });

  test("of two names that overlap the first is marked", () => {
    const mention = (start: number, end: number): SiteMention => ({ start, end }) as SiteMention;
    const runs = runsOf("西藏自治区党委", [0, 7], [mention(2, 7), mention(0, 5)]);
    expect(runs.map((run) => run.text)).toEqual(["西藏自治区", "党委"]);
  });

  test("paragraphs leave out the headline's own line and nothing else", () => {
    expect(paragraphs("题 目\n一段。\n\n二段。", "题目")).toEqual([
      [4, 7],
      [9, 12],
    ]);
    expect(paragraphs("一段。", "题目")).toEqual([[0, 3]]);
  });
});

describe("the page as printed", () => {
  test("the lines carry every printed letter, and this article's names stand where its spans say", () => {
    for (const article of articles) {
      const page = files.get(`page/${article.page}.json`) as SitePage;
      const lines = printedLines(page.text, article);
      const bare = (text: string): string => text.replace(/\s/g, "");
      expect(bare(lines.flatMap((line) => line.parts.map((part) => part.text)).join(""))).toBe(bare(page.text));
      const marked = lines.flatMap((line) => line.parts).filter((part) => part.mention);
      const printed = bare(marked.map((part) => part.text).join(""));
      const surfaces = article.mentions.flatMap((mention) => mention.page_spans).length;
      expect(surfaces === 0 || printed.length > 0).toBe(true);
    }
  });

  test("the strip adds up to the page", () => {
    const parts = strip(100, [
      [40, 60],
      [10, 20],
    ]);
    expect(parts).toEqual([
      { length: 10, here: false },
      { length: 10, here: true },
      { length: 20, here: false },
      { length: 20, here: true },
      { length: 40, here: false },
    ]);
  });
});
