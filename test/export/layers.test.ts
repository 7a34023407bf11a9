// Bylines and mastheads are layers of their own: nothing of them in the content graph, its files and its answers unless asked.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { MultiUndirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonExporter } from "../../src/export/formats/json.ts";
import { EXPORTERS } from "../../src/export/index.ts";
import { siteGraph } from "../../src/export/site-graph.ts";
import { countEdges, countEntities, layoutGraph, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { common, evidence, neighbors, path, timeline, top } from "../../src/query/index.ts";
import { Database, parseStatement } from "../../src/store/index.ts";
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

const COUNTED = ["mentions", "articles", "stories", "papers", "first_date", "last_date"] as const;
type Counts = Readonly<Record<string, unknown>>;

/** Id → counts, as a reader of each format finds them. */
const READERS: Readonly<Record<string, (path: string) => Promise<(readonly [string, Counts])[]>>> = {
  gexf: async (path) => nodesOf(gexf.parse(MultiUndirectedGraph, readFileSync(path, "utf8"))),
  "gexf-dynamic": async (path) => nodesOf(gexf.parse(MultiUndirectedGraph, readFileSync(path, "utf8"))),
  graphml: async (path) => nodesOf(graphml.parse(MultiUndirectedGraph, readFileSync(path, "utf8"))),
  json: async (path) => nodesOf(new MultiUndirectedGraph().import(JSON.parse(readFileSync(path, "utf8")))),
  "node-link": async (path) =>
    JSON.parse(readFileSync(path, "utf8")).nodes.map((node: Counts) => [String(node.id), node] as const),
  cytoscape: async (path) =>
    JSON.parse(readFileSync(path, "utf8")).elements.nodes.map(({ data }: { data: Counts }) => [String(data.id), data]),
  csv: async (path) => cellsOf(join(path, "nodes.csv")),
  "csv-lossless": async (path) => cellsOf(join(path, "nodes.csv")),
  parquet: async (path) => {
    const reader = await Database.open(":memory:");
    const sql = `SELECT * FROM read_parquet('${join(path, "nodes.parquet")}')`;
    const rows = await reader.rows<Counts>(parseStatement("test", sql));
    reader.close();
    return rows.map((row) => [String(row.entity), row]);
  },
  neo4j: async (path) => cellsOf(join(path, "entities.csv")),
  jsonld: async (path) =>
    JSON.parse(readFileSync(path, "utf8"))["@graph"].flatMap((object: Counts) =>
      object.entity === undefined ? [] : [[String(object.entity), object]],
    ),
};

const nodesOf = (graph: MultiUndirectedGraph): [string, Counts][] =>
  graph.mapNodes((node, attributes): [string, Counts] => [node, attributes]);

const cellsOf = (file: string): [string, Counts][] =>
  parseCsv<Record<string, string>>(readFileSync(file), { bom: true, columns: true }).map((row) => {
    // Neo4j's header says the types: "mentions:long".
    const plain = Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.replace(/:.*/, ""), cell]));
    return [plain.entity!, plain];
  });

const figures = (counts: Counts): string =>
  COUNTED.map((name) => `${name} ${counts[name] === "" ? null : (counts[name] ?? null)}`).join(", ");

describe.each(["content", "byline", "masthead", "all"] as const)("the layer %s", (layer) => {
  /** Id → counts: those of the answer, and 0 for who is only at a tie's other end. */
  async function expected(): Promise<Record<string, string>> {
    const { items, total } = await top(db, { layer, limit: 100 });
    expect(items).toHaveLength(total);
    const ends = await db.rows<{ entity: string }>(
      parseStatement(
        "test",
        `SELECT source AS entity FROM edges WHERE layer = '${layer}' UNION SELECT target FROM edges WHERE layer = '${layer}'`,
      ),
    );
    const unnamed = { mentions: 0, articles: 0, stories: 0, papers: 0, first_date: null, last_date: null };
    return Object.fromEntries([
      ...ends.map(({ entity }) => [entity, figures(unnamed)]),
      ...items.map((item) => [item.entity, figures({ ...item })]),
    ]);
  }

  it.each(Object.keys(READERS))("is counted in %s as in the answer to top", async (format) => {
    const exporter = EXPORTERS.find(({ name }) => name === format)!;
    const path = join(folder, exporter.extension ? `${format}-${layer}.${exporter.extension}` : `${format}-${layer}`);
    await exporter.write(db, path, { layer });
    const read = await READERS[format]!(path);
    expect(Object.fromEntries(read.map(([id, counts]) => [id, figures(counts)]))).toEqual(await expected());
  });

  it("is counted in the report as in the answer to top", async () => {
    const path = join(folder, `${layer}.md`);
    await EXPORTERS.find(({ name }) => name === "markdown")!.write(db, path, { layer });
    const rows = readFileSync(path, "utf8").matchAll(/^\| (\S+) \| [a-z\\_]+ \| (\d+) \| (\d+) \| (\d+) \|$/gm);
    const { items } = await top(db, { layer, limit: 100 });
    const named = [...rows].filter(([, , stories]) => stories !== "0");
    expect(named.map(([, name, ...counts]) => [name, ...counts.map(Number)])).toEqual(
      items.map(({ name, stories, articles, papers }) => [name, stories, articles, papers]),
    );
  });
});

it("every format that has a layer has a reader here", () => {
  const layered = EXPORTERS.filter(({ honours }) => honours.includes("layer")).map(({ name }) => name);
  expect([...Object.keys(READERS), "markdown"].sort()).toEqual(layered.sort());
});

it("the layers differ in who is there", async () => {
  const { nodes } = await exported("byline");
  expect(nodes.map(({ key, attributes }) => [key, attributes.stories, attributes.first_date ?? null])).toEqual([
    ["agency:新华社", 1, "2025-08-01"],
    ["person:李晨", 0, null],
    ["person:王明", 2, "2025-08-01"],
    ["place:天津市", 0, null],
  ]);
});
