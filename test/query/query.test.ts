import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEdges, countEntities, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import {
  common,
  description,
  type EntityFacts,
  entity,
  evidence,
  neighbors,
  path,
  search,
  story,
  timeline,
  top,
} from "../../src/query/index.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { openProjectOf, type ProjectSpec } from "../fixtures/graph/small-project.ts";

const SPEC: ProjectSpec = {
  pages: [
    { page: "p1", paper: "拉萨日报", date: "2025-08-29" },
    { page: "p2", paper: "拉萨日报", date: "2025-08-29" },
    { page: "p3", paper: "河北日报", date: "2025-09-01" },
    { page: "p4", paper: null, date: null },
  ],
  articles: [
    {
      article: "p1#a1",
      page: "p1",
      title: "习近平出席上合组织峰会",
      text_id: "p1#a1",
      story: "p1#a1",
      sentences: [
        [["person:习近平"], ["agency:上海合作组织", "content", "上合组织"]],
        [["place:天津市", "content", "天津"]],
        [["agency:国家发展和改革委员会", "content", "国家发改委"]],
        [["person:王明", "byline"]],
      ],
    },
    {
      article: "p2#a1",
      page: "p2",
      text_id: "p1#a1",
      story: "p1#a1",
      sentences: [[["place:拉萨市", "content", "拉萨"]]],
    },
    {
      article: "p3#a1",
      page: "p3",
      story: "p1#a1",
      sentences: [
        [["person:习近平"], ["agency:上海合作组织"]],
        [
          ["place:天津市", "content", "天津"],
          ["person:习近平", "byline"],
        ],
      ],
    },
    {
      article: "p4#a1",
      page: "p4",
      sentences: [
        [["person:李晨(泉州)"], ["place:拉萨市"]],
        [["person:李晨"], ["place:石家庄市"]],
      ],
    },
    { article: "p4#a2", page: "p4", sentences: [[["person:习近平"], ["place:石家庄市"]]] },
    { article: "p4#a3", page: "p4", sentences: [[["program:孤本"]]] },
  ],
};

let db: Database;

beforeAll(async () => {
  db = await openProjectOf(SPEC);
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db);
  await weighEdges(db);
});

afterAll(() => db.close());

describe("search", () => {
  const found = async (query: string) =>
    (await search(db, query)).items.map(({ entity: id, matched }) => [id, matched]);

  it.each([
    ["习近平", "person:习近平", "name"],
    ["上合组织", "agency:上海合作组织", "alias"],
    ["上海", "agency:上海合作组织", "name-start"],
    ["合作", "agency:上海合作组织", "name-inside"],
    ["shhzzz", "agency:上海合作组织", "initials"],
    ["xijinping", "person:习近平", "pinyin"],
    ["Xi Jin", "person:习近平", "pinyin-start"],
    ["hezuo", "agency:上海合作组织", "pinyin-inside"],
    ["習近平", "person:习近平", "name"],
    ["“習 近平”", "person:习近平", "name"],
    ["发革委", "agency:国家发展和改革委员会", "letters-in-order"],
  ])("finds by %s", async (query, id, matched) => expect((await found(query))[0]).toEqual([id, matched]));

  it("does not find from the middle of a syllable", async () => expect(await found("anghai")).toEqual([]));

  it("finds every entity by its middle, its pinyin, its initials and each alias among the first three", async () => {
    for (const { entity: id, name, aliases } of (await top(db, { limit: 100 })).items) {
      const forms = [name, ...aliases, ...(name.length > 3 ? [name.slice(1, 3)] : [])];
      for (const form of forms) {
        const hits = (await search(db, form, { limit: 3 })).items.map((hit) => hit.entity);
        expect(hits, `${form} → ${id}`).toContain(id);
      }
    }
  });

  it("says how many there are besides", async () => {
    const { total, items } = await search(db, "市", { limit: 1 });
    expect([total, items.length]).toEqual([3, 1]);
  });

  it("keeps to the types asked for, and finds nothing for nothing", async () => {
    expect((await search(db, "li", { types: ["place"] })).items).toEqual([]);
    expect((await search(db, " ")).total).toBe(0);
  });
});

describe("entity", () => {
  it("is told with its forms and their reasons, its layers, its dates", async () => {
    const why = { surface: "上合组织", rule: "short-form", reason: "gazetteer: 上合组织 → 上海合作组织", page: "p1" };
    const apart = { surface: "李晨", rule: "homonym", reason: "two posts", page: null };
    await db.append("decisions", [
      { ...why, type: "agency", entity: "agency:上海合作组织" },
      { ...why, type: "agency", entity: "agency:上海合作组织", page: "p2" },
      { ...apart, type: "person", entity: "person:李晨(泉州)" },
    ]);
    const told = await description(db, "上合组织");
    expect(told.forms).toEqual([
      { form: "上海合作组织", decisions: [] },
      { form: "上合组织", decisions: [{ ...why, entity: "agency:上海合作组织", times: 2 }] },
    ]);
    expect((await description(db, "person:李晨(泉州)")).forms.flatMap(({ decisions }) => decisions)).toEqual([
      { ...apart, entity: "person:李晨(泉州)", times: 1 },
    ]);
    const content = { layer: "content", mentions: 2, articles: 2, stories: 1, papers: 2 };
    expect(told.layers).toEqual([{ ...content, first_date: "2025-08-29", last_date: "2025-09-01" }]);
    expect(told.timeline).toMatchObject({
      unit: "month",
      total: 2,
      points: [
        { date: "2025-08", texts: 1, stories: 1 },
        { date: "2025-09", texts: 1, stories: 1 },
      ],
    });
    expect((await description(db, "王明")).layers.map(({ layer }) => layer)).toEqual(["byline"]);
  });

  it("is found by id, name and printed form", async () => {
    for (const reference of ["agency:上海合作组织", "上海合作组织", "上合组织", "上合 组织"]) {
      expect((await entity(db, reference)).entity).toBe("agency:上海合作组织");
    }
  });
  it("must be named by id where two share the name", async () => {
    await expect(entity(db, "李晨")).rejects.toThrow(/person:李晨, person:李晨\(泉州\)/);
    await expect(entity(db, "张三")).rejects.toThrow(InputError);
  });
});

describe("the layer of an answer", () => {
  const countsOf = ({ mentions, stories, first_date }: EntityFacts) => [mentions, stories, first_date];

  it("is that of the one it is asked of, who is counted as in top; without a layer all are counted together", async () => {
    const { items } = await top(db, { layer: "byline", limit: 100 });
    const inBylines = items.find(({ name }) => name === "习近平")!;
    expect(countsOf(inBylines)).toEqual([1, 1, "2025-09-01"]);
    expect(countsOf((await neighbors(db, "习近平", { layer: "byline" })).of)).toEqual(countsOf(inBylines));
    for (const { of } of [
      await common(db, ["习近平", "天津市"], { layer: "byline" }),
      await timeline(db, ["习近平"], { layer: "byline" }),
      await evidence(db, ["习近平"], { layer: "byline" }),
    ]) {
      expect(countsOf(of[0]!)).toEqual(countsOf(inBylines));
    }
    expect(countsOf((await neighbors(db, "习近平")).of)).toEqual([3, 2, "2025-08-29"]);
    expect(countsOf((await neighbors(db, "王明")).of)).toEqual([0, 0, null]);
    expect(countsOf((await timeline(db, ["习近平"], { layer: "all" })).of[0]!)).toEqual([4, 2, "2025-08-29"]);
    expect(countsOf(await description(db, "习近平"))).toEqual([4, 2, "2025-08-29"]);
    expect((await search(db, "习近平")).items[0]).toMatchObject({ mentions: 4, stories: 2 });
  });
});

describe("neighbors", () => {
  it("come by stories, then closeness", async () => {
    const { items, total } = await neighbors(db, "习近平", { limit: 2 });
    expect(total).toBe(5);
    expect(items.map(({ name, stories, close }) => [name, stories, close])).toEqual([
      ["上海合作组织", 1, 2],
      ["石家庄市", 1, 1],
    ]);
  });
  it("keep to a layer and to types", async () => {
    expect((await neighbors(db, "习近平", { layer: "byline" })).items.map(({ name }) => name)).toEqual(["王明"]);
    expect((await neighbors(db, "习近平", { types: ["agency"] })).total).toBe(2);
  });
});

describe("common", () => {
  it("lists who is named with each", async () => {
    const { items } = await common(db, ["习近平", "person:李晨"]);
    expect(items.map(({ entity: id, stories, ties }) => [id, stories, ties.length])).toEqual([
      ["place:石家庄市", 1, 2],
      ["place:拉萨市", 1, 2],
    ]);
  });
  it("wants two different ones", async () => {
    await expect(common(db, ["习近平"])).rejects.toThrow(InputError);
    await expect(common(db, ["习近平", "person:习近平"])).rejects.toThrow(InputError);
  });
});

describe("path", () => {
  it("goes over the strongest ties, and lists the next best", async () => {
    const { items, searched } = await path(db, ["person:李晨(泉州)", "上海合作组织"], { k: 2 });
    expect(items).toHaveLength(2);
    expect(items[0]!.nodes.map(({ entity: id }) => id)).toEqual([
      "person:李晨(泉州)",
      "place:拉萨市",
      "agency:上海合作组织",
    ]);
    expect(items[0]!.edges).toHaveLength(2);
    expect(items[0]!.cost).toBeLessThan(items[1]!.cost);
    expect(searched.edges).toBe(searched.of);
  });
  it("finds nothing where nothing leads, or not within the hops allowed", async () => {
    expect((await path(db, ["孤本", "习近平"])).items).toEqual([]);
    expect((await path(db, ["person:李晨(泉州)", "习近平"], { maxHops: 1 })).items).toEqual([]);
  });
});

describe("evidence", () => {
  it("leads for every edge to sentences with both names, marked where they stand, as counted", async () => {
    const edges = await db.rows<{
      source: string;
      target: string;
      layer: "content";
      texts: number;
      stories: number;
      close: number;
    }>(parseStatement("test", "SELECT source, target, layer, texts, stories, close FROM edges"));
    expect(edges.length).toBeGreaterThan(20);
    const pages = new Map(
      (await db.rows<{ page: string; text: string }>(parseStatement("test", "SELECT page, text FROM pages"))).map(
        (row) => [row.page, row.text],
      ),
    );
    for (const { source, target, layer, ...counts } of edges) {
      const found = await evidence(db, [source, target], { layer, limit: 100 });
      expect({ texts: found.texts, stories: found.stories }).toEqual({ texts: counts.texts, stories: counts.stories });
      const closeArticles = found.items.filter(({ close }) => close).map(({ passages }) => passages[0]!.article);
      expect(new Set(closeArticles).size).toBe(counts.close);
      for (const { passages } of found.items) {
        expect(new Set(passages.flatMap(({ marks }) => marks.map((mark) => mark.entity)))).toEqual(
          new Set([source, target]),
        );
        for (const { page, text, marks } of passages) {
          for (const { start, end, surface, page_spans } of marks) {
            expect(text.slice(start, end)).toBe(surface);
            expect(page_spans.map(([from, to]) => pages.get(page)!.slice(from, to)).join("")).toBe(surface);
          }
        }
      }
    }
  });

  it("puts close sentences first, by date, and says how many there are", async () => {
    const { items, total, stories } = await evidence(db, ["习近平", "上海合作组织"], { limit: 1 });
    expect([total, stories]).toEqual([2, 1]);
    expect(items[0]).toMatchObject({
      close: true,
      passages: [{ article: "p1#a1", paper: "拉萨日报", date: "2025-08-29" }],
    });
    expect((await evidence(db, ["习近平", "上海合作组织"], { offset: 1 })).items[0]).toMatchObject({
      passages: [{ page: "p3" }],
    });
  });

  it("gives the two nearest sentences where no sentence names both, also over a continuation", async () => {
    const { items } = await evidence(db, ["天津市", "拉萨市"]);
    expect(items).toMatchObject([
      {
        close: false,
        passages: [
          { article: "p1#a1", sentence: 1 },
          { article: "p2#a1", sentence: 0 },
        ],
      },
    ]);
  });

  it("gives every sentence of one entity", async () => {
    expect((await evidence(db, ["习近平"])).total).toBe(3);
  });
});

describe("timeline", () => {
  it("counts texts and stories by date, and those without one", async () => {
    expect(await timeline(db, ["习近平"], { unit: "month" })).toMatchObject({
      total: 3,
      undated: 1,
      points: [
        { date: "2025-08", texts: 1, stories: 1 },
        { date: "2025-09", texts: 1, stories: 1 },
      ],
    });
  });
  it("counts texts that name several together", async () => {
    expect((await timeline(db, ["习近平", "拉萨市"])).points).toEqual([{ date: "2025-08-29", texts: 1, stories: 1 }]);
  });
});

describe("top", () => {
  it("lists the most named, of a type", async () => {
    const { total, items } = await top(db, { type: "place", limit: 2, sort: "mentions" });
    expect(total).toBe(3);
    expect(items.map(({ name }) => name)).toEqual(["拉萨市", "石家庄市"]);
    expect(items[0]!.centrality).toBeNull();
  });
});

describe("story", () => {
  it("lists a text with its continuation and its reprint", async () => {
    expect(await story(db, "p3#a1")).toMatchObject({ story: "p1#a1", texts: 2, total: 3 });
    await expect(story(db, "x")).rejects.toThrow(InputError);
  });
});
