// The composer keeps its promises: the same seed the same bytes, gold that covers the page, every kind of damage.
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readSegmentModels, segmentPage } from "../../src/articles/index.ts";
import { scoreSegmentation } from "../../src/eval/index.ts";
import { baselineArticles } from "../eval/baseline.ts";
import { evaluate } from "../eval/evaluate.ts";
import { type Composed, composePages, DAMAGE_KINDS, readArticles, STYLES } from "./index.ts";

const articles = readArticles(fileURLToPath(new URL("articles.jsonl", import.meta.url)));
const squeeze = (text: string): string => text.replace(/\s+/gu, "");

describe("composed pages", () => {
  let composed: Composed;
  beforeAll(() => {
    composed = composePages(articles, { seed: 1, pages: 50 });
  });

  it("are the same for the same seed, and others for another", () => {
    expect(JSON.stringify(composePages(articles, { seed: 1, pages: 50 }))).toBe(JSON.stringify(composed));
    expect(composePages(articles, { seed: 2, pages: 1 }).pages[0]!.text).not.toBe(composed.pages[0]!.text);
  });

  it("do not change when more of them are asked for", () => {
    const more = composePages(articles, { seed: 1, pages: 54 }).pages;
    expect(more[0]!.text).toBe(composed.pages[0]!.text);
  });

  it("hold every printed character in exactly one piece of one article or of the masthead", () => {
    for (const { id, text, gold } of composed.pages) {
      const cover = new Uint8Array(text.length);
      for (const [start, end] of gold.articles.flatMap(({ pieces }) => pieces)) {
        for (let i = start; i < end; i++) cover[i]!++;
      }
      const wrong = [...cover].flatMap((times, i) =>
        /\s/u.test(text[i]!) || times === 1 ? [] : [`${id} ${i} ${text[i]}`],
      );
      expect(wrong).toEqual([]);
    }
  });

  it("hold pieces that begin and end with print, and titles that stand on the page", () => {
    for (const { text, gold } of composed.pages) {
      for (const { id, title, pieces } of gold.articles) {
        for (const [start, end] of pieces) expect(text.slice(start, end).trim()).toHaveLength(end - start);
        const own = squeeze(pieces.map(([start, end]) => text.slice(start, end)).join("")).replace(/[#*]/gu, "");
        if (id !== "masthead") expect(own).toContain(squeeze(title));
      }
    }
  });

  it("give back an article's own words, read along its joins", () => {
    const bodies = new Map(articles.map(({ title, text }) => [squeeze(title), text]));
    let read = 0;
    for (const { text, gold, blocks, house } of composed.pages) {
      const { confuse, lose, double, marks } = house.noise;
      if (confuse + lose + double + marks > 0 || house.halfMarks || house.quotes !== "curly" || house.fullDigits)
        continue;
      for (const { id, title } of gold.articles) {
        const body = bodies.get(squeeze(title));
        const columns = blocks
          .filter(({ article, kind }) => article === id && kind === "column")
          .sort((a, b) => a.rank - b.rank);
        if (!body || columns.length < 2) continue;
        const printed = squeeze(columns.map(({ start, end }) => text.slice(start, end)).join(""));
        const first = squeeze(body).slice(0, 30);
        if (printed.includes(first)) read++;
      }
    }
    expect(read).toBeGreaterThan(10);
  });

  it("join each column to the one that follows it in its article", () => {
    for (const { blocks, joins } of composed.pages) {
      for (const [before, after] of joins) {
        expect(blocks[before]!.article).toBe(blocks[after]!.article);
        expect(blocks[before]!.rank).toBeLessThan(blocks[after]!.rank);
      }
    }
  });

  it("carry every kind of damage and every style", () => {
    const seen = new Set(composed.pages.flatMap(({ damages }) => [...damages.values()].flat()));
    expect(DAMAGE_KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
    expect(STYLES.filter((style) => !composed.pages.some((page) => page.style === style))).toEqual([]);
  });

  it("make issues whose texts go on from page to page", () => {
    const pages = new Map(composed.pages.map((page) => [page.id, page]));
    expect(composed.texts.length).toBeGreaterThan(3);
    for (const { articles: parts } of composed.texts) {
      const [first, second] = parts.map((part) => {
        const [page, id] = part.split("#") as [string, string];
        return {
          page: pages.get(page)!,
          article: pages.get(page)!.gold.articles.find((article) => article.id === id)!,
        };
      });
      expect([first!.page.paper, first!.page.date]).toEqual([second!.page.paper, second!.page.date]);
      expect(first!.article.continued?.to).toBeTruthy();
      expect(second!.article.continued?.from).toBeTruthy();
    }
  });

  it("have the size of newspaper pages", () => {
    for (const { gold } of composed.pages) {
      const count = gold.articles.filter(({ id }) => id !== "masthead").length;
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(14);
    }
  });
});

describe("the segmenter on composed pages", () => {
  it("reaches its floor and beats the naive reader", () => {
    const { pages } = composePages(articles, { seed: 7, pages: 20 });
    const models = readSegmentModels();
    const segment = ({ id, paper, date, text }: (typeof pages)[number]) =>
      segmentPage({ page: id, paper, place: null, date, source: `${id}.txt`, sha256: "", text }, models).articles;
    const { all } = evaluate(pages, segment, scoreSegmentation);
    const naive = evaluate(pages, ({ id, text }) => baselineArticles(id, text), scoreSegmentation).all;
    const figures = { seg: all.seg.f1, order: all.order, titles: all.titles, jumps: all.jumps };
    const floors = { seg: 0.85, order: 0.56, titles: 0.63, jumps: 0.8 };
    for (const [name, floor] of Object.entries(floors)) {
      expect(figures[name as keyof typeof figures], `${name} of ${JSON.stringify(figures)}`).toBeGreaterThan(floor);
    }
    expect(all.once).toBe(1);
    expect(all.seg.f1).toBeGreaterThan(naive.seg.f1);
  });
});
