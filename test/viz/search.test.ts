import { beforeAll, describe, expect, test } from "vitest";
import type { SiteGraph } from "../../src/export/site-types.ts";
import { buildModel, type Model } from "../../viz/src/model.ts";
import { buildSearch, nearest, plain, type SearchIndex, search } from "../../viz/src/search.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

let model: Model;
let index: SearchIndex;
const names = (query: string): string[] => search(index, query).map((hit) => model.nodes[hit.node]!.name);

beforeAll(() => {
  model = buildModel(siteOf(makeSite()));
  index = buildSearch(model.nodes, model.rank);
});

describe("search on the labelled pages", () => {
  test("finds a name by its middle", () => {
    expect(names("自治区党")).toContain("西藏自治区党委");
    expect(names("合作组织")[0]).toBe("上海合作组织");
  });

  test("finds a name by initials, with the reason", () => {
    expect(names("lssz")).toContain("拉萨市政协");
    expect(search(index, "xjp")[0]).toMatchObject({ field: "initials", from: 0, to: 3 });
  });

  test("finds a name by pinyin, also from the middle, also unfinished", () => {
    expect(names("xijin")).toContain("习近平");
    expect(names("zizhiqudang")).toContain("西藏自治区党委");
  });

  test("finds a name by the short form that the page prints", () => {
    const hit = search(index, "市委").find((one) => model.nodes[one.node]!.name === "拉萨市委");
    expect(hit).toBeDefined();
    expect(names("上合组织").length + nearest(index, "上合组织").length).toBeGreaterThan(0);
  });

  test("finds characters in order where nothing runs together", () => {
    expect(names("西党委")).toContain("西藏自治区党委");
  });

  test("an exact name comes first", () => {
    for (const node of model.nodes) expect(names(node.name)[0]).toBe(node.name);
  });

  test("every name is found by its own middle, pinyin and initials among the first eight or by its full name", () => {
    const missed = model.nodes.filter((node) => {
      const chars = [...plain(node.name)];
      const middle = chars.slice(1, 4).join("");
      return chars.length >= 4 && !search(index, middle).some((hit) => model.nodes[hit.node] === node);
    });
    expect(missed.map((node) => node.name)).toEqual([]);
  });

  test("says what is near when nothing is found", () => {
    expect(names("昭通市委")).toEqual([]);
    const [hit] = nearest(index, "昭通市委");
    expect(model.nodes[hit!.node]!.name).toBe("拉萨市委");
    expect(hit!.text).toBe("市委");
  });

  test("an empty query, blanks and marks find nothing and break nothing", () => {
    for (const query of ["", "  ", "“”", "((", "\\", "🙂"]) expect(search(index, query)).toEqual([]);
  });
});

test("twenty thousand names are searched within a keystroke", () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) => ({
    name: `第${i}号名称`,
    aliases: [`${i}号`],
    pinyin: "di hao ming cheng",
    initials: "dhmc",
  })) as unknown as SiteGraph["nodes"];
  const large = buildSearch(
    nodes,
    nodes.map((_, i) => i),
  );
  const begun = performance.now();
  search(large, "9号名");
  expect(performance.now() - begun).toBeLessThan(250);
});
