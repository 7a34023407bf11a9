import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFilter } from "../../src/filter/index.ts";
import { countEdges, countEntities, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { common, type EdgeToSelect, neighbors, search, select, top } from "../../src/query/index.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { openProjectOf, type ProjectSpec } from "../fixtures/graph/small-project.ts";

const SPEC: ProjectSpec = {
  pages: [
    { page: "p1", paper: "拉萨日报", date: "2025-08-29", place: "拉萨市" },
    { page: "p2", paper: "拉萨日报", date: "2025-08-30", place: "拉萨市" },
    { page: "p3", paper: "河北日报", date: "2025-09-01" },
    { page: "p4", paper: null, date: null },
  ],
  articles: [
    {
      article: "p1#a1",
      page: "p1",
      sentences: [[["person:习近平"], ["agency:新华社"]], [["place:天津市"]], [["person:王明", "byline"]]],
    },
    { article: "p2#a1", page: "p2", text_id: "p1#a1", story: "p1#a1", sentences: [[["place:拉萨市"]]] },
    {
      article: "p3#a1",
      page: "p3",
      sentences: [
        [["person:习近平"], ["agency:新华社"]],
        [
          ["person:王明", "byline"],
          ["agency:新华社", "byline"],
        ],
      ],
    },
    { article: "p4#a1", page: "p4", sentences: [[["person:王明"], ["place:拉萨市"]]] },
  ],
};

let db: Database;
let edges: EdgeToSelect[];

beforeAll(async () => {
  db = await openProjectOf(SPEC);
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db);
  await weighEdges(db);
  edges = await db.rows<EdgeToSelect>(parseStatement("test", "SELECT * FROM edges"));
});

afterAll(() => db.close());

const ENTITIES = ["person:习近平", "person:王明", "agency:新华社", "place:天津市", "place:拉萨市"];

async function kept(filter: string | null, layer: "content" | "byline" | "all" = "content") {
  const selection = await select(db, { filter, layer });
  const ofLayer = edges.filter((edge) => layer === "all" || edge.layer === layer);
  const ties = ofLayer.filter((edge) => selection.hasEdge(edge));
  expect((await selection.counts()).edges).toBe(ties.length);
  expect((await selection.counts()).of_edges).toBe(ofLayer.length);
  const entities = ENTITIES.filter((id) => selection.hasEntity(id));
  expect((await selection.counts()).entities).toBe(entities.length);
  expect(selection.filter).toBe(parseFilter(filter ?? "").text);
  return {
    entities: entities.map((id) => id.slice(id.indexOf(":") + 1)),
    ties: ties.map(({ source, target }) => [source, target].map((id) => id.slice(id.indexOf(":") + 1)).join("–")),
  };
}

describe("select", () => {
  it("keeps all of a layer without a filter", async () => {
    expect((await kept(null)).entities).toHaveLength(5);
    expect((await kept("", "all")).ties).toHaveLength(edges.length);
  });

  it("keeps the ties whose two ends are kept", async () => {
    expect(await kept("类型:(人物 机构) -王明")).toEqual({ entities: [], ties: [] });
    expect(await kept("类型:(人物 或 机构) -王明")).toEqual({
      entities: ["习近平", "新华社"],
      ties: ["新华社–习近平"],
    });
  });

  it("keeps all entities where only ties have conditions", async () => {
    const { entities, ties } = await kept("tie.stories:>=2");
    expect(entities).toHaveLength(5);
    expect(ties).toEqual(["新华社–习近平"]);
  });

  it("reads the pages of an entity's mentions in the layer", async () => {
    expect((await kept("paper:河北日报")).entities).toEqual(["习近平", "新华社"]);
    expect((await kept("paper:河北日报", "all")).entities).toEqual(["习近平", "王明", "新华社"]);
    expect((await kept("date:2025-08-30")).entities).toEqual(["拉萨市"]);
    expect((await kept("place:拉萨市 -类型:地点")).entities).toEqual(["习近平", "新华社"]);
    // 习近平 is named beside 王明's byline there, in none himself.
    expect((await kept("paper:河北日报", "byline")).entities).toEqual(["王明", "新华社"]);
    expect((await kept("stories:1", "byline")).entities).toEqual(["新华社"]);
    expect((await kept("stories:0", "byline")).entities).toEqual(["习近平", "天津市", "拉萨市"]);
  });

  it("reads the papers and dates of a tie from the texts that name both in its layer", async () => {
    expect((await kept("tie.paper:河北日报")).ties).toEqual(["新华社–习近平"]);
    expect((await kept("tie.date:2025-08-30")).ties.sort()).toEqual(
      ["新华社–习近平", "新华社–天津市", "新华社–拉萨市", "习近平–天津市", "习近平–拉萨市", "天津市–拉萨市"].sort(),
    );
    expect((await kept("tie.paper:河北日报", "byline")).ties.sort()).toEqual(["习近平–王明", "新华社–王明"]);
    expect((await kept("tie.paper:*")).ties).not.toContain("王明–拉萨市");
  });

  it("counts ties of an entity in the layer", async () => {
    expect((await kept("degree:1")).entities).toEqual(["王明"]);
    expect((await kept("联系数≥3")).entities).toEqual(["习近平", "新华社", "天津市", "拉萨市"]);
  });

  it("narrows neighbours, what is common, and the most named", async () => {
    const names = ({ items }: { items: readonly { name: string }[] }): string[] => items.map(({ name }) => name);
    const [one, both] = ["person:习近平", ["person:习近平", "agency:新华社"]];
    expect(names(await neighbors(db, one, { filter: "tie.stories:>=2" }))).toEqual(["新华社"]);
    expect(names(await neighbors(db, one, { filter: "类型:地点 tie.date:2025-08-30" })).sort()).toEqual([
      "天津市",
      "拉萨市",
    ]);
    expect(names(await common(db, both, { filter: "*津*" }))).toEqual(["天津市"]);
    expect(names(await common(db, both, { filter: "tie.stories:>=2" }))).toEqual([]);
    const named = await top(db, { filter: "类型:地点", limit: 1 });
    expect([named.total, names(named)]).toEqual([2, ["拉萨市"]]);
  });

  it("refuses conditions on ties for a list of entities, which would keep all of them", async () => {
    for (const filter of ["tie.stories:>=2", "类型:地点 q<0.05", "NOT 骨干:是"]) {
      await expect(top(db, { filter }), filter).rejects.toThrow(InputError);
      await expect(search(db, "市", { filter }), filter).rejects.toThrow(InputError);
    }
  });
});
