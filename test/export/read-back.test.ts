// Each format is read by a reader that is not ours and compared, tie by tie, with the tables; the names are hostile.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseCsv } from "csv-parse/sync";
import { UndirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { EXPORTERS } from "../../src/export/index.ts";
import { Database, parseStatement } from "../../src/store/index.ts";
import { HOSTILE_NAMES, hostileProject, openCounted, type TableEdge } from "../fixtures/export/hostile.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/export/", import.meta.url));

let db: Database;
let folder: string;
/** "SOURCE\tTARGET" → the tie of the content layer. */
let ties: Map<string, TableEdge>;
/** Entity of the content layer → name. */
let names: Map<string, string>;
let places: Map<string, { x: number; y: number; community: number | null }>;

const select = <T>(from: Database, sql: string): Promise<T[]> => from.rows<T>(parseStatement("test", sql));

beforeAll(async () => {
  db = await openCounted(hostileProject());
  folder = mkdtempSync(join(tmpdir(), "wenmai-read-back-"));
  const edges = await select<TableEdge>(db, "SELECT * FROM edges WHERE layer = 'content'");
  ties = new Map(edges.map((edge) => [`${edge.source}\t${edge.target}`, edge]));
  const named = await select<{ entity: string; name: string }>(
    db,
    "SELECT entity, name FROM entities WHERE entity IN (SELECT entity FROM mentions WHERE layer = 'content')",
  );
  names = new Map(named.map(({ entity, name }) => [entity, name]));
  const nodes = await select<{ entity: string; x: number; y: number; community: number | null }>(
    db,
    "SELECT entity, x, y, community FROM nodes",
  );
  places = new Map(nodes.map(({ entity, ...place }) => [entity, place]));
});

afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const written = new Set<string>();

/** Writes a format, once; answers the path. */
async function exported(format: string): Promise<string> {
  const exporter = EXPORTERS.find(({ name }) => name === format)!;
  const path = join(folder, exporter.extension ? `${format}.${exporter.extension}` : format);
  if (!written.has(format)) await exporter.write(db, path);
  written.add(format);
  return path;
}

/** What XML 1.0 keeps of a text. */
const held = (text: string): string =>
  [...text]
    .filter((char) => {
      const code = char.codePointAt(0)!;
      return code >= 0x20
        ? !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
        : "\t\n\r".includes(char);
    })
    .join("");

const untoken = (token: string): string =>
  token.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

interface ReadTie {
  readonly source: string;
  readonly target: string;
  readonly [attribute: string]: unknown;
}

/** The ties that were read are those of the table, each once, with equal figures. */
function expectTies(read: readonly ReadTie[], attributes: readonly (keyof TableEdge)[]): void {
  expect(read.map(({ source, target }) => `${source}\t${target}`).sort()).toEqual([...ties.keys()].sort());
  const differences = read.flatMap((tie) => {
    const row = ties.get(`${tie.source}\t${tie.target}`)!;
    return attributes
      .filter((name) => !Object.is(tie[name] ?? null, row[name] ?? null))
      .map((name) => ({ ...row, name, read: tie[name] }));
  });
  expect(differences).toEqual([]);
}

const COUNTS = ["articles", "close", "texts", "stories", "papers"] as const;
const ALL = [...COUNTS, "npmi", "g2", "backbone", "first_date", "last_date"] as const;

it("the fixture keeps its hostile names apart", () => {
  expect(names.size).toBe(HOSTILE_NAMES.length);
  expect(ties.size).toBe((names.size * (names.size - 1)) / 2);
});

describe("XML", () => {
  const file = (name: string) => ({ fileName: name, contents: readFileSync(join(FIXTURES, name), "utf8") });
  const validated = (schema: string, ...xml: string[]) =>
    validateXML({
      xml: xml.map((contents, i) => ({ fileName: `graph${i}.xml`, contents })),
      schema: [file(schema)],
      preload: [file("gexf-viz.xsd")],
    });

  it.each(["gexf", "gexf-dynamic", "graphml"])("%s is well-formed to the letter", async (format) => {
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(readFileSync(await exported(format), "utf8")).close();
  });

  it("is valid by the schemas, which refuse a tie that leads nowhere", async () => {
    const [plain, dynamic, graphmlText] = [
      readFileSync(await exported("gexf"), "utf8"),
      readFileSync(await exported("gexf-dynamic"), "utf8"),
      readFileSync(await exported("graphml"), "utf8"),
    ];
    expect((await validated("gexf.xsd", plain!, dynamic!)).errors).toEqual([]);
    expect((await validated("graphml.xsd", graphmlText!)).errors).toEqual([]);
    const wrong = plain!.replace(/ target="[^"]*"/, ' target="nobody"');
    expect((await validated("gexf.xsd", wrong)).valid).toBe(false);
  });
});

describe("graphology reads", () => {
  it.each(["gexf", "gexf-dynamic"])("%s", async (format) => {
    const graph = gexf.parse(UndirectedGraph, readFileSync(await exported(format), "utf8"));
    expectGraph(graph);
    graph.forEachNode((node, { x, y, size, color }) => {
      expect({ x, y }).toMatchObject({ x: places.get(untoken(node))!.x, y: places.get(untoken(node))!.y });
      expect(size).toBeGreaterThan(0);
      expect(color).toMatch(/^(#|rgb)/);
    });
  });

  it("graphml", async () => {
    const graph = graphml.parse(UndirectedGraph, readFileSync(await exported("graphml"), "utf8"));
    expectGraph(graph);
    graph.forEachNode((node, { x, y }) => {
      expect({ x, y }).toMatchObject({ x: places.get(untoken(node))!.x, y: places.get(untoken(node))!.y });
    });
  });

  it("json", async () => {
    const graph = new UndirectedGraph().import(JSON.parse(readFileSync(await exported("json"), "utf8")));
    expect(Object.fromEntries(graph.mapNodes((node, { label }) => [node, label]))).toEqual(Object.fromEntries(names));
    expectTies(
      graph.mapEdges((_, attributes, source, target) => ({ source, target, ...attributes })),
      ALL,
    );
  });

  function expectGraph(graph: UndirectedGraph): void {
    const read = Object.fromEntries(graph.mapNodes((node, { label }) => [untoken(node), label ?? ""]));
    expect(read).toEqual(Object.fromEntries([...names].map(([entity, name]) => [entity, held(name)])));
    expectTies(
      graph.mapEdges((_, attributes, source, target) => ({
        ...attributes,
        source: untoken(source),
        target: untoken(target),
      })),
      ALL,
    );
    graph.forEachEdge((_, { weight, stories }) => expect(weight).toBe(stories));
  }
});

describe("gexf-dynamic", () => {
  it("gives nodes and edges their first and last dates", async () => {
    const intervals = new Map<string, (string | undefined)[]>();
    const parser = new SaxesParser({ xmlns: false });
    parser.on("opentag", ({ name, attributes }) => {
      const { source, target, start, end } = attributes as Record<string, string>;
      if (name === "graph") expect(attributes).toMatchObject({ mode: "dynamic", timeformat: "date" });
      if (name === "edge") intervals.set(`${untoken(source!)}\t${untoken(target!)}`, [start, end]);
    });
    parser.write(readFileSync(await exported("gexf-dynamic"), "utf8")).close();
    const expected = [...ties].map(([key, edge]) => [key, [edge.first_date ?? undefined, edge.last_date ?? undefined]]);
    expect(Object.fromEntries(intervals)).toEqual(Object.fromEntries(expected));
    expect([...intervals.values()]).toContainEqual(["2025-08-29", "2025-08-31"]);
  });
});

describe("other programs' JSON", () => {
  it("node-link has nodes and links", async () => {
    const data = JSON.parse(readFileSync(await exported("node-link"), "utf8"));
    expect(data).toMatchObject({ directed: false, multigraph: false });
    expect(data.nodes.map(({ id, label }: Record<string, string>) => [id, label]).sort()).toEqual([...names].sort());
    expectTies(data.links, ALL);
  });

  it("cytoscape has elements, y pointing down", async () => {
    const { elements } = JSON.parse(readFileSync(await exported("cytoscape"), "utf8"));
    expectTies(
      elements.edges.map(({ data }: { data: ReadTie }) => data),
      ALL,
    );
    expect(new Set(elements.edges.map(({ data }: { data: { id: string } }) => data.id)).size).toBe(ties.size);
    // networkx knows a node by its value, and ties of one pair by their key.
    for (const { data } of elements.edges) expect(data.key).toBe(data.layer);
    for (const { data, position } of elements.nodes) {
      expect(data.value).toBe(data.id);
      expect(data.name).toBe(names.get(data.id));
      expect(position).toEqual({ x: places.get(data.id)!.x, y: -places.get(data.id)!.y });
    }
  });
});

const typed = (row: Record<string, string>): ReadTie => ({
  ...row,
  source: row.source!,
  target: row.target!,
  ...Object.fromEntries([...COUNTS, "npmi", "g2"].map((name) => [name, row[name] === "" ? null : Number(row[name])])),
  backbone: row.backbone === "true",
  first_date: row.first_date || null,
  last_date: row.last_date || null,
});

describe("csv-lossless", () => {
  it("is read by csv-parse and by DuckDB, every character as it was", async () => {
    const path = await exported("csv-lossless");
    const edges: Record<string, string>[] = parseCsv(readFileSync(join(path, "edges.csv")), { columns: true });
    expectTies(edges.map(typed), ALL);
    const nodes: Record<string, string>[] = parseCsv(readFileSync(join(path, "nodes.csv")), { columns: true });
    expect(nodes.map(({ entity, name }) => [entity, name]).sort()).toEqual([...names].sort());
    const reader = await Database.open(":memory:");
    const read = (file: string) =>
      select<Record<string, string>>(
        reader,
        `SELECT * FROM read_csv('${join(path, file)}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = '')`,
      );
    const ofDuckDb = await read("edges.csv");
    expectTies(
      ofDuckDb.map((row) => typed(mapValues(row, (value) => value ?? ""))),
      ALL,
    );
    expect((await read("nodes.csv")).map(({ entity, name }) => [entity, name]).sort()).toEqual([...names].sort());
    reader.close();
  });

  it("leads from every tie to sentences that print both names, as many texts, stories and articles as it counts", async () => {
    const path = await exported("csv-lossless");
    await expectEvidence(parseCsv(readFileSync(join(path, "evidence.csv")), { columns: true }));
  });
});

const mapValues = (row: Record<string, string>, of: (value: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, of(value)]));

interface EvidenceCells {
  readonly source: string;
  readonly target: string;
  readonly close: string | boolean;
  readonly text_id: string;
  readonly story: string;
  readonly article: string;
  readonly page: string;
  readonly quote: string;
  readonly start: string | number;
  readonly end: string | number;
  readonly source_surface: string | null;
  readonly source_spans: string | null;
  readonly target_surface: string | null;
  readonly target_spans: string | null;
}

async function expectEvidence(rows: readonly EvidenceCells[]): Promise<void> {
  const texts = await select<{ article: string; text: string }>(db, "SELECT article, text FROM articles");
  const pages = await select<{ page: string; text: string }>(db, "SELECT page, text FROM pages");
  const textOf = new Map(texts.map(({ article, text }) => [article, text]));
  const pageOf = new Map(pages.map(({ page, text }) => [page, text]));
  const wrong: EvidenceCells[] = [];
  const found = new Map<string, { texts: Set<string>; stories: Set<string>; close: Set<string> }>();
  for (const row of rows) {
    const key = `${row.source}\t${row.target}`;
    const sets = found.get(key) ?? { texts: new Set(), stories: new Set(), close: new Set() };
    found.set(key, sets);
    sets.texts.add(row.text_id);
    sets.stories.add(row.story);
    if (String(row.close) === "true") sets.close.add(row.article);
    if (textOf.get(row.article)!.slice(Number(row.start), Number(row.end)) !== row.quote) wrong.push(row);
    for (const [surface, spans] of [
      [row.source_surface, row.source_spans],
      [row.target_surface, row.target_spans],
    ]) {
      if (!surface) continue;
      const page = pageOf.get(row.page)!;
      const printed = (JSON.parse(spans!) as [number, number][]).map(([from, to]) => page.slice(from, to)).join("");
      if (printed !== surface || !row.quote.includes(surface)) wrong.push(row);
    }
  }
  expect(wrong).toEqual([]);
  expect([...found.keys()].sort()).toEqual([...ties.keys()].sort());
  for (const [key, sets] of found) {
    const { texts: ofTexts, stories, close } = ties.get(key)!;
    expect([sets.texts.size, sets.stories.size, sets.close.size], key).toEqual([ofTexts, stories, close]);
  }
}

describe("csv", () => {
  it("is read by csv-parse behind its byte-order mark, and no cell of it is a formula", async () => {
    const path = await exported("csv");
    for (const file of ["nodes.csv", "edges.csv", "evidence.csv"]) {
      const bytes = readFileSync(join(path, file));
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const rows: string[][] = parseCsv(bytes, { bom: true });
      const header = rows[0]!;
      const isNumber = new Set(["x", "y", "npmi"].map((name) => header.indexOf(name)));
      const formulas = rows
        .slice(1)
        .flatMap((row) =>
          row.filter((cell, i) =>
            isNumber.has(i) ? !/^(-?\d+(\.\d+)?(e-\d+)?)?$/.test(cell) : /^[=+\-@\t\r\n＝＋－＠]/.test(cell),
          ),
        );
      expect(formulas).toEqual([]);
    }
    const edges: Record<string, string>[] = parseCsv(readFileSync(join(path, "edges.csv")), {
      bom: true,
      columns: true,
    });
    expectTies(edges.map(typed), ALL);
    const nodes: Record<string, string>[] = parseCsv(readFileSync(join(path, "nodes.csv")), {
      bom: true,
      columns: true,
    });
    const read = nodes.map(({ entity, name }) => [entity, name!.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")]);
    expect(read.sort()).toEqual([...names].sort());
  });
});

describe("a filter", () => {
  it("keeps of the tables, and of the evidence, what it keeps of the graph", async () => {
    const path = join(folder, "filtered");
    const exporter = EXPORTERS.find(({ name }) => name === "csv-lossless")!;
    await exporter.write(db, path, { filter: "type:person AND stories:>=2" });
    const read = (file: string): Record<string, string>[] =>
      parseCsv(readFileSync(join(path, file)), { columns: true });
    const kept = read("nodes.csv");
    const wanted = await select<{ entity: string }>(
      db,
      "SELECT entity FROM layer_counts WHERE layer = 'content' AND stories >= 2 AND entity LIKE 'person:%'",
    );
    expect(kept.map(({ entity }) => entity).sort()).toEqual(wanted.map(({ entity }) => entity).sort());
    const key = ({ source, target }: Record<string, string>): string => `${source}\t${target}`;
    const ids = new Set(kept.map(({ entity }) => entity));
    const between = [...ties.values()].filter(({ source, target }) => ids.has(source) && ids.has(target));
    expect(between.length).toBeGreaterThan(2);
    expect(new Set(read("edges.csv").map(key))).toEqual(
      new Set(between.map(({ source, target }) => `${source}\t${target}`)),
    );
    expect(new Set(read("evidence.csv").map(key))).toEqual(new Set(read("edges.csv").map(key)));
  });
});

describe("parquet", () => {
  it("is read by DuckDB, with plain types", async () => {
    const path = await exported("parquet");
    const reader = await Database.open(":memory:");
    const read = <T>(file: string) => select<T>(reader, `SELECT * FROM read_parquet('${join(path, file)}')`);
    expectTies(await read<ReadTie>("edges.parquet"), ALL);
    const nodes = await read<{ entity: string; name: string; x: number; aliases: string }>("nodes.parquet");
    expect(nodes.map(({ entity, name }) => [entity, name]).sort()).toEqual([...names].sort());
    for (const { entity, x, aliases } of nodes) {
      expect(x).toBe(places.get(entity)!.x);
      expect(JSON.parse(aliases)).toBeInstanceOf(Array);
    }
    await expectEvidence(await read<EvidenceCells>("evidence.parquet"));
    const types = await select<{ type: string; converted_type: string | null }>(
      reader,
      `SELECT DISTINCT type, converted_type FROM parquet_schema('${join(path, "*.parquet")}') WHERE type IS NOT NULL ORDER BY 1, 2`,
    );
    expect(types.map(({ type, converted_type }) => `${type} ${converted_type}`)).toEqual([
      "BOOLEAN null",
      "BYTE_ARRAY UTF8",
      "DOUBLE null",
      expect.stringMatching(/^INT64/),
    ]);
    reader.close();
  });
});

describe("neo4j", () => {
  const table = (path: string, file: string): Record<string, string>[] =>
    parseCsv(readFileSync(join(path, file)), { columns: true });

  it("has nodes and relationships that neo4j-admin knows by their headers", async () => {
    const path = await exported("neo4j");
    const entities = table(path, "entities.csv");
    expect(entities.map((row) => [row["entity:ID(Entity)"], row.name]).sort()).toEqual([...names].sort());
    expect(new Set(entities.map((row) => row[":LABEL"]))).toContain("Entity\u001fCityCluster");
    const read = table(path, "ties.csv").map((row) => {
      const plain = Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/:.+$/, ""), value]));
      return typed({ ...plain, source: row[":START_ID(Entity)"]!, target: row[":END_ID(Entity)"]! });
    });
    expectTies(read, ALL);
    const articles = new Map(table(path, "articles.csv").map((row) => [row["article:ID(Article)"], row.text!]));
    for (const row of table(path, "mentions.csv")) {
      expect(names.has(row[":START_ID(Entity)"]!)).toBe(true);
      const text = articles.get(row[":END_ID(Article)"])!;
      expect(text.slice(Number(row["start:long"]), Number(row["end:long"]))).toBe(row.surface);
    }
    expect(readFileSync(join(path, "import.sh"), "utf8")).toContain("neo4j-admin database import full");
  });

  it("says the same in Cypher, whose rows are JSON", async () => {
    const path = await exported("neo4j");
    const script = readFileSync(join(path, "import.cypher"), "utf8");
    const blocks = [...script.matchAll(/^UNWIND (\[\n[\s\S]*?\n\]) AS row\n([A-Z]+) [\s\S]*?;$/gm)];
    const rows = (start: string) =>
      blocks.filter((block) => block[0].includes(start)).flatMap((block) => JSON.parse(block[1]!));
    expect(
      rows("MERGE (n:Entity")
        .map(([id, name]: string[]) => [id, name])
        .sort(),
    ).toEqual([...names].sort());
    expect(
      rows("[:NAMED_WITH")
        .map(([source, target]: string[]) => `${source}\t${target}`)
        .sort(),
    ).toEqual([...ties.keys()].sort());
    expect(rows("[:NAMED_IN")).toHaveLength(table(path, "mentions.csv").length);
    expect(script.replaceAll(/^UNWIND \[\n[\s\S]*?\n\] AS row\n/gm, "").match(/;$/gm)).toHaveLength(blocks.length + 2);
  });
});
