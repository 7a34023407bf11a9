import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ArticleRow, type GoldPage, scorePages, scoreSegmentation, type Tables } from "../../src/eval/index.ts";
import { jumpNumber, plainName } from "../../src/eval/names.ts";
import { locatePiece, printedPage } from "../../src/eval/printed.ts";

// Ten units: article a1 is 甲乙丙丁戊己 (with a blank inside), a2 is 庚辛壬癸.
const TEXT = "甲乙丙 丁戊己\n庚辛壬癸";

const gold = (change: Partial<GoldPage["articles"][number]> = {}): GoldPage => ({
  page: "p.txt",
  articles: [
    {
      id: "a1",
      title: "甲乙",
      continued: { to: "第七版" },
      pieces: [
        ["甲乙", "丙"],
        ["丁戊", "己"],
      ],
      entities: [
        { type: "person", name: "甲", surfaces: ["甲"] },
        { type: "place", name: "乙市", surfaces: ["乙"] },
        { type: "agency", name: "戊", surfaces: ["戊"], optional: true },
      ],
      ...change,
    },
    {
      id: "a2",
      title: "庚“辛”",
      pieces: [["庚辛", "癸"]],
      entities: [{ type: "person", name: "甲", surfaces: ["甲"] }],
    },
  ],
});

const row = (article: string, pieces: [number, number][], change: Partial<ArticleRow> = {}): ArticleRow => ({
  article,
  page: "p",
  title: "",
  pieces,
  continued_from: null,
  continued_to: null,
  ...change,
});

const score = (tables: Partial<Tables>, goldPage = gold(), text = TEXT) =>
  scorePages({
    gold: new Map([["p", goldPage]]),
    pages: new Map([["p", text]]),
    tables: { articles: [], entities: [], mentions: [], edges: [], ...tables },
  });

const perfect = [
  row("p#a1", [[0, 7]], { title: "甲乙", continued_to: "7版" }),
  row("p#a2", [[8, 12]], { title: "庚辛" }),
];

describe("segmentation figures", () => {
  it("are all 1 for the gold segmentation", () => {
    const { all } = score({ articles: perfect });
    expect(all.seg).toEqual({ p: 1, r: 1, f1: 1 });
    expect([all.order, all.titles, all.jumps, all.once]).toEqual([1, 1, 1, 1]);
  });

  it("give one article for the whole page full recall and the B-cubed precision worked out by hand", () => {
    // 6 units see 6 of 10 right, 4 units see 4 of 10: (36 + 16) / 10 / 10.
    const { seg } = score({ articles: [row("p#a1", [[0, 12]])] }).all;
    expect(seg.p).toBeCloseTo(0.52, 12);
    expect(seg.r).toBe(1);
    expect(seg.f1).toBeCloseTo((2 * 0.52) / 1.52, 12);
  });

  it("let units of no article stand alone", () => {
    // Precision 1 each; recall 1/6 and 1/4 each, so (1 + 1) / 10.
    const { all } = score({});
    expect(all.seg.p).toBe(1);
    expect(all.seg.r).toBeCloseTo(0.2, 12);
    expect([all.order, all.titles, all.jumps, all.once]).toEqual([0, 0, 0, 0]);
  });

  it("ask for the gold pieces in reading order within one article", () => {
    const turned = [row("p#a1", [[4, 7], [0, 3]]), perfect[1]!]; // biome-ignore format: two pieces
    expect(score({ articles: turned }).all.order).toBe(0);
    expect(score({ articles: turned }).all.seg.f1).toBe(1);
  });

  it("count a unit in two pieces as not once", () => {
    expect(score({ articles: [...perfect, row("p#a3", [[11, 12]])] }).all.once).toBeCloseTo(0.9, 12);
  });

  it("charge an article for units outside the gold pieces", () => {
    const goldPage = gold();
    const first = { ...goldPage, articles: [goldPage.articles[0]!] };
    // 6 of the 10 units of the one article are right.
    expect(score({ articles: [row("p#a1", [[0, 12]])] }, first).all.seg.p).toBeCloseTo(0.6, 12);
  });

  it("are the same when scored alone, and 1 for a page without gold pieces", () => {
    const pages = new Map([["p", TEXT]]);
    const alone = scoreSegmentation(new Map([["p", gold()]]), pages, perfect);
    expect(alone).toEqual({ seg: { p: 1, r: 1, f1: 1 }, order: 1, titles: 1, jumps: 1, once: 1 });
    expect(scoreSegmentation(new Map(), new Map(), []).order).toBe(1);
  });
});

describe("entity and edge figures", () => {
  const entities = [
    { entity: "person:甲", type: "person", name: "甲" },
    { entity: "place:乙", type: "place", name: "乙" },
    { entity: "place:丙", type: "place", name: "丙" },
    { entity: "agency:戊", type: "agency", name: "戊" },
  ];
  const mention = (article: string, entity: string, surface: string, at: number, layer = "content") => ({
    article,
    entity,
    surface,
    layer,
    page_spans: [[at, at + surface.length]] as [number, number][],
  });
  const tables = {
    articles: perfect,
    entities,
    mentions: [
      mention("p#a1", "person:甲", "甲", 0),
      mention("p#a1", "place:乙", "乙", 1),
      mention("p#a1", "place:丙", "丙", 2),
      mention("p#a1", "agency:戊", "戊", 5),
      mention("p#a2", "person:甲", "甲", 8),
    ],
    edges: [{ source: "person:甲", target: "place:乙" }],
  };

  it("match by canonical name, then by a surface; optional names count neither way", () => {
    const { all } = score(tables);
    expect(all.entities).toMatchObject({ tp: 3, fp: 1, fn: 0 });
    // 乙 is printed for gold 乙市: found, but not by its canonical name.
    expect(all.strict).toMatchObject({ tp: 2, fp: 2, fn: 1 });
  });

  it("count pairs of an article's entities, and average the articles that have a gold pair", () => {
    const { all } = score(tables);
    // a1: two matched make one right pair, one spurious makes two wrong ones. a2 has no pair.
    expect(all.edges).toMatchObject({ tp: 1, fp: 2, fn: 0 });
    expect(all.edgesMacro).toBeCloseTo(0.5, 12);
  });

  it("report tallies by type and a line for every error", () => {
    const report = score(tables);
    expect(report.types).toMatchObject({ person: { tp: 2 }, place: { tp: 1, fp: 1 } });
    expect(report.pages.p!.errors).toEqual(["+ a1 spurious place 丙", "~ a1 named 乙, gold 乙市"]);
  });

  it("call what an article without a partner holds spurious, the masthead's aside", () => {
    const extra = [...perfect, row("p#a3", []), row("p#a4", [], { kind: "masthead" })];
    const mentions = [mention("p#a3", "person:甲", "甲", 0), mention("p#a4", "person:甲", "甲", 0)];
    expect(score({ articles: extra, entities, mentions }).all.entities).toMatchObject({ tp: 0, fp: 1, fn: 3 });
  });

  it("measure identity over pairs of occurrences", () => {
    expect(score(tables).all.identity).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    const split = tables.mentions.map((m) => (m.article === "p#a2" ? { ...m, entity: "person:甲(二)" } : m));
    const rows = [...entities, { entity: "person:甲(二)", type: "person", name: "甲" }];
    expect(score({ ...tables, entities: rows, mentions: split }).all.identity).toMatchObject({ tp: 0, fn: 1 });
  });

  it("measure honesty: printed surfaces and rows behind every content pair", () => {
    const { all } = score(tables);
    // The last mention points at 庚; one of six pairs of a1 has a row.
    expect(all.spans).toBeCloseTo(4 / 5, 12);
    expect(all.rows).toBeCloseTo(1 / 6, 12);
    const bylines = tables.mentions.map((m) => ({ ...m, layer: "byline" }));
    expect(score({ ...tables, mentions: bylines }).all.rows).toBe(1);
  });

  it("refuse a mention of an entity without a row", () => {
    expect(() => score({ ...tables, entities: [] })).toThrow(/entities table lacks/);
  });
});

describe("small parts", () => {
  it("compare names without blanks and marks", () => {
    expect(plainName("《关于 推动》（试行）")).toBe("关于推动(试行)");
  });

  it.each([
    ["第七版", "7"],
    ["第4版", "4"],
    ["第十版", "10"],
    ["下转第 12 版", "12"],
    [null, ""],
  ])("read the page number in %s", (text, number) => {
    expect(jumpNumber(text)).toBe(number);
  });

  it("locate a piece whose first and last words overlap", () => {
    expect(locatePiece(printedPage(TEXT), ["庚辛壬", "辛壬癸"])).toEqual([8, 12]);
    expect(() => locatePiece(printedPage(TEXT), ["子", "癸"])).toThrow(/not on the page/);
  });

  it("find every gold piece of the gold pages in this repository", () => {
    const folder = new URL("../../data/", import.meta.url);
    for (const file of readdirSync(new URL("gold/", folder)).filter((name) => name.endsWith(".json"))) {
      const goldPage = JSON.parse(readFileSync(new URL(`gold/${file}`, folder), "utf8")) as GoldPage;
      const text = readFileSync(new URL(`pages/${file.replace(".json", ".txt")}`, folder), "utf8");
      const page = printedPage(text);
      for (const article of goldPage.articles)
        for (const piece of article.pieces) expect(locatePiece(page, piece)[1]).toBeGreaterThan(0);
    }
  });
});
