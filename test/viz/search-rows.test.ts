import { describe, expect, test } from "vitest";
import { parseFilter } from "../../src/filter/index.ts";
import { chooseDrawn } from "../../viz/src/drawn.ts";
import { matchFilter } from "../../viz/src/filter-text.ts";
import { buildModel } from "../../viz/src/model.ts";
import { EVERYTHING } from "../../viz/src/recount.ts";
import { buildSearch } from "../../viz/src/search.ts";
import { looksLikeFilter, parseAsk, splitType } from "../../viz/src/search-ask.ts";
import { offerFor } from "../../viz/src/search-rows.ts";
import { sliceModel } from "../../viz/src/slice.ts";
import { makeDatedSite } from "./fixture/dated.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

const model = buildModel(siteOf(makeSite()));
const index = buildSearch(model.nodes, model.rank);
const offer = (text: string) => offerFor(index, model, text);
const names = (nodes: readonly number[]) => nodes.map((node) => model.nodes[node]!.name);

describe("what is typed", () => {
  test("is a question when a sign stands between two names, with the signs that a keyboard has as well", () => {
    for (const text of ["甲 × 乙", "甲×乙", "甲 x 乙", "甲 * 乙"])
      expect(parseAsk(text)).toEqual({ operator: "tie", parts: ["甲", "乙"] });
    for (const text of ["甲 → 乙", "甲->乙", "甲 => 乙"])
      expect(parseAsk(text)).toEqual({ operator: "path", parts: ["甲", "乙"] });
    expect(parseAsk("甲 + 乙 ＋ 丙")).toEqual({ operator: "common", parts: ["甲", "乙", "丙"] });
    expect(parseAsk("甲 → 乙 -> 丙")).toEqual({ operator: "path", parts: ["甲", "乙", "丙"] });
    expect(parseAsk("甲 → 乙 → ")).toEqual({ operator: "path", parts: ["甲", "乙", ""] });
    expect(parseAsk("甲 → ")).toEqual({ operator: "path", parts: ["甲", ""] });
    for (const text of ["甲", "→ 乙", "xian", "taxi", "c++"]) expect(parseAsk(text)?.parts[1] ?? "").toBe("");
  });

  test("leads from two names to their tie, by pinyin or by part", () => {
    const { rows } = offer("xjp × 自治区党委");
    expect(rows[0]).toMatchObject({ kind: "ask", operator: "tie" });
    const [row] = rows;
    expect(row?.kind === "ask" && names(row.nodes)).toEqual(["习近平", "西藏自治区党委"]);
    expect(row?.kind === "ask" && row.stories).toBeGreaterThan(0);
  });

  test("says which of the names is unknown, and waits for the second", () => {
    expect(offer("无此人某某 → 习近平").unknown).toBe("无此人某某");
    expect(offer("习近平 → 无此人某某").unknown).toBe("无此人某某");
    expect(offer("习近平 → ")).toMatchObject({ open: true, rows: [] });
  });

  test("leads through more names than two, each by any part of it", () => {
    const { rows } = offer("xjp → 自治区党委 → 拉萨市委");
    expect(rows[0]).toMatchObject({ kind: "ask", operator: "path" });
    expect(rows[0]?.kind === "ask" && names(rows[0].nodes)).toEqual(["习近平", "西藏自治区党委", "拉萨市委"]);
    expect(offer("习近平 → 西藏自治区党委 → ")).toMatchObject({ open: true, rows: [] });
  });

  test("may name a type, in English too", () => {
    expect(splitType("agency 拉萨")).toEqual({ type: "agency", rest: "拉萨" });
    expect(splitType("city clusters")).toEqual({ type: "city_cluster", rest: "" });
    expect(splitType("拉萨 机构")).toEqual({ type: "agency", rest: "拉萨" });
    const { rows, total } = offer("agencies 拉萨");
    expect(total).toBeGreaterThan(1);
    for (const row of rows) expect(row.kind === "name" && model.nodes[row.hit.node]!.type).toBe("agency");
    expect(offer("people").total).toBe(model.nodes.filter((node) => node.type === "person").length);
  });

  test("is a filter where it has a field", () => {
    expect(looksLikeFilter("type:机构 AND stories:>=2")).toBe(true);
    expect(looksLikeFilter("习近平")).toBe(false);
    expect(offer("报：昭通日报").rows[0]).toEqual({ kind: "filter", text: "报：昭通日报" });
  });
});

describe("a typed filter", () => {
  const REST = { without: new Set<never>(), bylines: false, names: "all" as const, allTies: true };
  const drawnBy = (text: string, of = model) => {
    const matched = matchFilter(of, parseFilter(text), false);
    return { matched, drawn: chooseDrawn(of, { ...REST, match: matched.names, matchTies: matched.ties }) };
  };

  test("leaves in what fits and nothing else, names and ties", () => {
    const { drawn } = drawnBy("type:机构 AND stories:>=2 AND tie.stories:>=2");
    model.nodes.forEach((node, i) => {
      expect(drawn.nodes[i] === 1).toBe(Boolean(node.in.content) && node.type === "agency" && node.stories >= 2);
    });
    for (const i of drawn.edges) expect(model.edges[i]!.stories).toBeGreaterThanOrEqual(2);
  });

  test("knows papers and days, and counts what a window leaves", () => {
    const site = makeDatedSite({ names: 40, articles: 160, each: 4, days: 30, papers: 3, seed: 4 });
    const dated = buildModel(site);
    const inPaper = drawnBy("paper:第1报", dated).matched.names;
    dated.nodes.forEach((node, i) => {
      const list = node.in.content ?? [];
      expect(inPaper[i] === 1).toBe(list.some((at) => site.articles[at]!.paper === "第1报"));
    });
    const part = sliceModel(dated, { ...EVERYTHING, to: "2025-01-10" });
    const often = matchFilter(part, parseFilter("articles:>=5"), false).names;
    part.nodes.forEach((node, i) => {
      expect(often[i] === 1).toBe(node.articles >= 5);
    });
    const ties = matchFilter(part, parseFilter("tie.date:2025-01-05"), false).ties!;
    for (const tie of ties) expect(tie.stories).toBeGreaterThan(0);
  });
});
