// Bylines and mastheads are layers of their own: nothing of them in the content graph, its files and its answers unless asked.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonExporter } from "../../src/export/formats/json.ts";
import { siteGraph } from "../../src/export/site-graph.ts";
import { countEdges, countEntities, layoutGraph, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { common, evidence, neighbors, path, timeline, top } from "../../src/query/index.ts";
import type { Database } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

// 王明 signs two reports and is named in the third; 新华社 stands in bylines and a masthead only.
const SPEC = {
  pages: ["p1", "p2", "p3"].map((page, i) => ({ page, paper: "甲报", date: `2025-08-0${i + 1}` })),
  articles: [
    {
      article: "p1#a1",
      page: "p1",
      sentences: [
        [["person:李晨"], ["place:天津市"]],
        [
          ["person:王明", "byline"],
          ["agency:新华社", "byline"],
        ],
      ],
    },
    { article: "p2#a1", page: "p2", sentences: [[["person:李晨"]], [["person:王明", "byline"]]] },
    { article: "p3#a1", page: "p3", sentences: [[["person:王明"], ["place:天津市"]]] },
    {
      article: "p3#a2",
      page: "p3",
      kind: "masthead",
      sentences: [
        [
          ["agency:新华社", "masthead"],
          ["place:拉萨市", "masthead"],
        ],
      ],
    },
  ],
} as unknown as Parameters<typeof openProjectOf>[0];

let db: Database;
const folder = mkdtempSync(join(tmpdir(), "wenmai-layers-"));

beforeAll(async () => {
  db = await openProjectOf(SPEC);
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db);
  await weighEdges(db);
  await layoutGraph(db, null);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

interface Graph {
  nodes: { key: string; attributes: { mentions: number; stories: number; first_date: string; degree?: number } }[];
  edges: { key: string }[];
}

describe("degree", () => {
  it("is of what is drawn in a file, of the whole layer in a filter", async () => {
    const small = await openProjectOf(SPEC);
    await countEntities(small);
    await countEdges(small);
    await weighEdges(small);
    await layoutGraph(small, null, { maxDrawn: 2, maxDrawnOthers: 0, maxDrawnEdges: 10 });
    const out = join(folder, "degree.json");
    await jsonExporter.write(small, out, { filter: "degree:2" });
    small.close();
    const { nodes } = JSON.parse(readFileSync(out, "utf8")) as Graph;
    expect(nodes.map(({ key, attributes }) => [key, attributes.degree])).toEqual([["place:天津市", 1]]);
  });
});

async function exported(layer?: "all" | "byline"): Promise<Graph> {
  const out = join(folder, `${layer ?? "default"}.json`);
  await jsonExporter.write(db, out, layer ? { layer } : {});
  return JSON.parse(readFileSync(out, "utf8")) as Graph;
}

describe("by default", () => {
  it("a graph file has who is told of, with what is told of them", async () => {
    const { nodes, edges } = await exported();
    expect(nodes.map(({ key }) => key)).toEqual(["person:李晨", "person:王明", "place:天津市"]);
    expect(nodes[1]!.attributes).toMatchObject({ mentions: 1, stories: 1, first_date: "2025-08-03" });
    expect(edges.map(({ key }) => key)).toEqual([
      "person:李晨|place:天津市|content",
      "person:王明|place:天津市|content",
    ]);
  });

  it("answers are of the content", async () => {
    expect((await top(db)).items.map(({ entity, stories }) => [entity, stories])).toEqual([
      ["person:李晨", 2],
      ["place:天津市", 2],
      ["person:王明", 1],
    ]);
    expect((await neighbors(db, "王明")).items.map(({ entity }) => entity)).toEqual(["place:天津市"]);
    expect((await neighbors(db, "agency:新华社")).total).toBe(0);
    expect((await common(db, ["王明", "李晨"])).items.map(({ entity }) => entity)).toEqual(["place:天津市"]);
    expect((await path(db, ["王明", "agency:新华社"])).items).toEqual([]);
    expect((await evidence(db, ["王明"])).total).toBe(1);
    expect((await evidence(db, ["王明", "李晨"])).total).toBe(0);
    expect((await timeline(db, ["王明"])).points.map(({ date }) => date)).toEqual(["2025-08-03"]);
  });

  it("the page's marks are as large as what is told, and communities are of the content", async () => {
    const { nodes } = await siteGraph(db);
    const of = (id: string) => nodes.find((node) => node.id === id)!;
    expect(of("person:王明").stories).toBe(1);
    expect(of("agency:新华社").community).toBeNull();
  });
});

describe("asked for", () => {
  it("the other layers are there", async () => {
    expect((await exported("byline")).edges.every(({ key }) => key.endsWith("|byline"))).toBe(true);
    expect((await exported("all")).nodes.map(({ key }) => key)).toContain("place:拉萨市");
    expect((await top(db, { layer: "all" })).items[0]).toMatchObject({ entity: "person:王明", stories: 3 });
    expect((await top(db, { layer: "byline" })).items.map(({ entity, stories }) => [entity, stories])).toEqual([
      ["person:王明", 2],
      ["agency:新华社", 1],
    ]);
    expect((await top(db, { layer: "byline" })).total).toBe(2);
    expect((await neighbors(db, "王明", { layer: "byline" })).total).toBe(3);
  });
});
