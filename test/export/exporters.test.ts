import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MultiUndirectedGraph, UndirectedGraph } from "graphology";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { gexfExporter } from "../../src/export/formats/gexf.ts";
import { jsonExporter } from "../../src/export/formats/json.ts";
import { jsonlExporter } from "../../src/export/formats/jsonl.ts";
import type { SiteArticle, SiteArticleEntry, SiteGraph, SitePage, SiteProject } from "../../src/export/index.ts";
import {
  EXPORTERS,
  type Exporter,
  type ExportManifest,
  JSONL_TABLES,
  manifestPathOf,
  siteFile,
  writeSite,
} from "../../src/export/index.ts";
import { FilterError } from "../../src/filter/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import type { Database } from "../../src/store/index.ts";
import { openCounted } from "../fixtures/export/hostile.ts";
import type { ProjectSpec } from "../fixtures/graph/small-project.ts";

const HOSTILE = 'program:“<script>alert("1")</script>”&\u0001\u000b\ufffe|;\t𠮷';

const SPEC: ProjectSpec = {
  pages: [
    { page: "b/2", paper: "乙报", date: "2025-08-30", place: "拉萨" },
    { page: "a/1", paper: "甲报", date: "2025-08-29" },
    { page: "c", paper: null, date: null },
  ],
  articles: [
    {
      article: "a/1#a1",
      page: "a/1",
      kind: "masthead",
      sentences: [
        [
          ["agency:甲报", "masthead"],
          ["place:北京市", "masthead"],
        ],
      ],
    },
    {
      article: "a/1#a2",
      page: "a/1",
      title: "题目",
      sentences: [
        [["person:习近平"], ["agency:国务院"], ["place:拉萨市", "content", "拉萨"]],
        [["person:习近平"], [HOSTILE]],
        [["person:王明", "byline"]],
      ],
    },
    { article: "b/2#a1", page: "b/2", story: "s", sentences: [[["person:习近平"], ["agency:国务院"]]] },
    { article: "c#a1", page: "c", story: "s", sentences: [[["person:习近平"], ["agency:国务院"]]] },
  ],
};

let db: Database;
/** The same with its pages in another order; nothing. */
let turned: Database;
let empty: Database;
let folder: string;
let page: string;

beforeAll(async () => {
  db = await openCounted(SPEC);
  const articles = SPEC.articles.toSorted((a, b) => (a.page < b.page ? 1 : a.page > b.page ? -1 : 0));
  turned = await openCounted({ pages: SPEC.pages.toReversed(), articles });
  empty = await openCounted({ pages: [], articles: [] });
  page = mkdtempSync(join(tmpdir(), "wenmai-page-"));
  writeFileSync(join(page, "index.html"), "<!doctype html>");
});

afterAll(() => {
  for (const opened of [db, turned, empty]) opened.close();
  rmSync(page, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wenmai-export-"));
  return () => rmSync(folder, { recursive: true });
});

const write = (exporter: Exporter, path: string, options = {}) =>
  exporter.name === "site" ? writeSite(db, path, options, page) : exporter.write(db, path, options);

/** file → bytes of everything under a path. */
function contents(path: string): Record<string, string> {
  if (statSync(path).isFile()) return { "": readFileSync(path, "utf8") };
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name).slice(path.length),
      readFileSync(join(entry.parentPath, entry.name), "utf8"),
    ]),
  );
}

describe.each(EXPORTERS.map((exporter) => [exporter.name, exporter] as const))("the exporter %s", (_, exporter) => {
  const output = () => join(folder, exporter.extension ? `out.${exporter.extension}` : "out");

  it("says what it is", () => {
    expect(exporter.summary).toMatch(/\p{Script=Han}.*[a-z]/u);
  });

  it("writes the same bytes twice, over an earlier export, and leaves no half-written file", async () => {
    await write(exporter, output());
    const first = contents(output());
    await write(exporter, output());
    expect(contents(output())).toEqual(first);
    expect(Object.keys(first).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  it("writes the same bytes for pages in another order", async () => {
    await write(exporter, output());
    const other = join(folder, exporter.extension ? `other.${exporter.extension}` : "other");
    if (exporter.name === "site") await writeSite(turned, other, {}, page);
    else await exporter.write(turned, other);
    expect(contents(other)).toEqual(contents(output()));
  });

  it.runIf(exporter.name !== "site")("says in its manifest what its files hold", async () => {
    const summary = await write(exporter, output());
    const text = readFileSync(manifestPathOf(exporter, output()), "utf8");
    const manifest = JSON.parse(text) as ExportManifest;
    expect(manifest).toMatchObject({ format: exporter.name, filter: null, pages: { count: 3, newest: "2025-08-30" } });
    const total = exporter.honours.includes("layer") ? { entities: 4, edges: 6 } : { entities: 7, edges: 11 };
    expect(manifest.shown).toEqual({
      entities: { shown: total.entities, of: total.entities },
      edges: { shown: total.edges, of: total.edges },
    });
    expect(manifest.files.map(({ file, rows }) => ({ file, rows }))).toEqual(summary.files);
    for (const { file, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(output(), file));
      expect([content.length, createHash("sha256").update(content).digest("hex")]).toEqual([bytes, sha256]);
    }
    await write(exporter, output());
    expect(readFileSync(manifestPathOf(exporter, output()), "utf8")).toBe(text);
  });

  it.runIf(exporter.honours.includes("filter"))("writes what a filter keeps, and says of how much", async () => {
    await write(exporter, output(), { filter: "类型:人物 OR 类型:机构" });
    const { filter, shown } = JSON.parse(readFileSync(manifestPathOf(exporter, output()), "utf8")) as ExportManifest;
    expect(filter).toBe("type:person OR type:agency");
    expect(shown).toEqual({ entities: { shown: 2, of: 4 }, edges: { shown: 1, of: 6 } });
  });

  it.runIf(exporter.honours.includes("layer"))("writes the layer that is asked for", async () => {
    await write(exporter, output(), { layer: "all" });
    const { layer, shown } = JSON.parse(readFileSync(manifestPathOf(exporter, output()), "utf8")) as ExportManifest;
    expect(layer).toBe("all");
    expect(shown).toEqual({ entities: { shown: 7, of: 7 }, edges: { shown: 11, of: 11 } });
  });

  it.runIf(exporter.honours.includes("filter"))("leaves an earlier export alone when it refuses a filter", async () => {
    await write(exporter, output());
    const before = contents(folder);
    await expect(write(exporter, output(), { filter: "type:(" })).rejects.toThrow(FilterError);
    expect(contents(folder)).toEqual(before);
  });

  it("leaves alone what is not its own", async () => {
    if (exporter.extension) {
      mkdirSync(output());
      await expect(write(exporter, output())).rejects.toThrow(InputError);
      const letter = join(folder, "letter.txt");
      writeFileSync(letter, "mine");
      await expect(write(exporter, letter)).rejects.toThrow(InputError);
      expect(readFileSync(letter, "utf8")).toBe("mine");
      return;
    }
    mkdirSync(output());
    writeFileSync(join(output(), "letter.txt"), "mine");
    await expect(write(exporter, output())).rejects.toThrow(InputError);
    await write(exporter, output(), { force: true });
    expect(readFileSync(join(output(), "letter.txt"), "utf8")).toBe("mine");
  });

  it("writes an empty project", async () => {
    if (exporter.name === "site") await writeSite(empty, output(), {}, page);
    else await exporter.write(empty, output());
    expect(existsSync(output())).toBe(true);
  });
});

describe("jsonl", () => {
  it("has the columns of the design, lists as lists", async () => {
    await jsonlExporter.write(db, join(folder, "out"));
    const columns = Object.fromEntries(
      JSONL_TABLES.map((table) => {
        const first = readFileSync(join(folder, "out", `${table}.jsonl`), "utf8").split("\n")[0]!;
        return [table, first ? Object.keys(JSON.parse(first)).join(" ") : ""];
      }),
    );
    expect(columns).toEqual({
      pages: "page paper place date source sha256 chars rules",
      articles:
        "article page ordinal kind title byline dateline text pieces continued_from continued_to text_id story confidence",
      sentences: "article sentence start end page_spans",
      mentions: "article sentence entity type surface start end page_spans layer extractor score repair",
      entities: "entity type subtype name aliases mentions articles stories papers first_date last_date",
      edges: "source target layer articles close texts stories papers npmi g2 p q backbone first_date last_date",
      relations: "",
    });
    const mention = JSON.parse(readFileSync(join(folder, "out", "mentions.jsonl"), "utf8").split("\n")[0]!);
    expect(mention.page_spans).toEqual([[expect.any(Number), expect.any(Number)]]);
  });
});

describe("json", () => {
  it("is what graphology imports", async () => {
    const path = join(folder, "out.json");
    await jsonExporter.write(db, path);
    const graph = new UndirectedGraph().import(JSON.parse(readFileSync(path, "utf8")));
    expect(graph.type).toBe("undirected");
    expect(graph.order).toBe(4);
    expect(graph.getNodeAttributes("place:拉萨市")).toMatchObject({ name: "拉萨市", aliases: ["拉萨"] });
    expect(graph.getEdgeAttribute("agency:国务院|person:习近平|content", "stories")).toBe(2);
  });
  it("carries all layers when asked", async () => {
    const path = join(folder, "out.json");
    await jsonExporter.write(db, path, { layer: "all" });
    const graph = new MultiUndirectedGraph().import(JSON.parse(readFileSync(path, "utf8")));
    expect(graph.hasNode("person:王明")).toBe(true);
    expect(new Set(graph.mapEdges((_, { layer }) => layer))).toEqual(new Set(["content", "byline", "masthead"]));
  });
});

describe("gexf", () => {
  it("is well-formed with names that XML cannot hold, and says what it left out", async () => {
    const path = join(folder, "out.gexf");
    const { notes } = await gexfExporter.write(db, path);
    expect(notes).toEqual([expect.stringContaining("characters that the format cannot hold")]);
    const parser = new SaxesParser({ xmlns: true, position: false });
    const labels: string[] = [];
    let places = 0;
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ local, uri, attributes }) => {
      if (local === "node") labels.push(attributes.label!.value);
      if (local === "position" && uri === "http://gexf.net/1.3/viz") places++;
    });
    parser.write(readFileSync(path, "utf8")).close();
    expect(labels).toContain('“<script>alert("1")</script>”&|;\t𠮷');
    expect(labels).toHaveLength(4);
    expect(places).toBe(4);
  });
});

describe("the site's data", () => {
  const get = async <T>(path: string): Promise<T> => (await siteFile(db, path)) as T;

  it("answers each address as the file that it writes there", async () => {
    await writeSite(db, join(folder, "out"), {}, page);
    const files = contents(join(folder, "out"));
    for (const [path, text] of Object.entries(files)) {
      if (path === "/index.html") continue;
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(await siteFile(db, path.slice(1)))));
    }
    expect(Object.keys(files).filter((path) => path.includes("/article/"))).toHaveLength(4);
    expect(Object.keys(files).filter((path) => path.includes("/page/"))).toHaveLength(3);
    const { nodes } = await get<SiteGraph>("data/graph.json");
    expect(Object.keys(files).filter((path) => path.includes("/entity/"))).toHaveLength(nodes.length);
  });

  it("has nothing at other addresses", async () => {
    for (const path of [
      "data/page/3.json",
      "data/entity/99.json",
      "data/page/-1.json",
      "data/article/00.json",
      "data/../x",
      "",
      "data/x.json",
    ]) {
      expect(await siteFile(db, path)).toBeNull();
    }
  });

  it("counts the project", async () => {
    expect(await get<SiteProject>("data/project.json")).toEqual({
      format: 1,
      papers: [
        { paper: "乙报", place: "拉萨", pages: 1, articles: 1 },
        { paper: "甲报", place: null, pages: 1, articles: 1 },
        { paper: null, place: null, pages: 1, articles: 1 },
      ].sort((a, b) => (a.paper === null ? 1 : b.paper === null ? -1 : a.paper < b.paper ? -1 : 1)),
      dates: ["2025-08-29", "2025-08-30"],
      undated_pages: 1,
      counts: { pages: 3, articles: 3, texts: 3, stories: 2, mentions: 12, entities: 7, edges: 11 },
      content: { entities: 4, edges: 6 },
      drawn: {
        ...{ entities: 4, edges: 6, reason: "all", backbone: 5, rules: { company: 4, repeated: 1 } },
        limits: { entities: 5_000, edges: 100_000 },
        thresholds: { q: 0.05, alpha: 0.05, stories: 2, sentences: 3, company: 2 },
      },
      tests: { stories: 2, least: 200, tested: false, testable: 2, tests: 1 },
      betweenness: { nodes: 4, pivots: 4 },
      corrections: [],
      rules: "test",
      issues: [],
    });
  });

  it("leads from a node to its articles, from a mention to its node and to the printed page", async () => {
    const graph = await get<SiteGraph>("data/graph.json");
    const entries = await get<SiteArticleEntry[]>("data/articles.json");
    expect(entries.map(({ article }) => article)).toEqual(["a/1#a1", "a/1#a2", "b/2#a1", "c#a1"]);
    const first = graph.nodes.findIndex(({ id }) => id === "person:习近平");
    expect(graph.nodes[first]).toMatchObject({
      name: "习近平",
      pinyin: "xi jin ping",
      initials: "xjp",
      stories: 2,
      papers: 3,
      in: { content: [1, 2, 3] },
      community: 0,
      stability: 1,
      centrality: { degree: 3, weighted_degree: 4, betweenness: 0 },
    });
    const article = await get<SiteArticle>("data/article/1.json");
    const printed = (await get<SitePage>(`data/page/${article.page}.json`)).text;
    for (const mention of article.mentions) {
      expect(article.text.slice(mention.start, mention.end)).toBe(mention.surface);
      expect(mention.page_spans.map(([start, end]) => printed.slice(start, end)).join("")).toBe(mention.surface);
      expect(graph.nodes[mention.node!]?.id).toBe(mention.entity);
    }
    const edge = graph.edges[0]!;
    expect([graph.nodes[edge.source]!.id, graph.nodes[edge.target]!.id]).toEqual(["agency:国务院", "person:习近平"]);
    expect(edge).toMatchObject({
      layer: "content",
      articles: 3,
      close: 3,
      stories: 2,
      papers: 3,
      backbone: true,
      rule: "repeated",
    });
    const signer = graph.nodes.find(({ id }) => id === "person:王明");
    expect(signer?.community).toBeNull();
    expect(signer).not.toHaveProperty("centrality");
  });
});
