// What is taken away is read back by readers that are not ours, and is as much as the ledger says.
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { MultiUndirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { formatCsv } from "../../src/export/formats/csv.ts";
import { FILTERED, METHOD } from "../../src/export/method.ts";
import type { Choice } from "../../viz/src/drawn.ts";
import { chooseDrawn } from "../../viz/src/drawn.ts";
import type { Capture } from "../../viz/src/map/capture.ts";
import { buildModel, type Model } from "../../viz/src/model.ts";
import { pictureOf } from "../../viz/src/reducers.ts";
import { sliceModel } from "../../viz/src/slice.ts";
import { toBibtex, toMarkdown } from "../../viz/src/takeaway/citations.ts";
import { toCsv } from "../../viz/src/takeaway/csv.ts";
import { makeDrawing, type Surround, wrap } from "../../viz/src/takeaway/drawing.ts";
import { type Facts, type Format, graphFiles, inForce, type TextFile, totalsOf } from "../../viz/src/takeaway/files.ts";
import { type Extent, edgeRowsOf, nodeRowsOf, take } from "../../viz/src/takeaway/rows.ts";
import { fileName } from "../../viz/src/takeaway/save.ts";
import { toSvg } from "../../viz/src/takeaway/svg.ts";
import { crc32, zip } from "../../viz/src/takeaway/zip.ts";
import { HOSTILE_NAMES } from "../fixtures/export/hostile.ts";
import { unzipBytes } from "../tools/unzip.ts";
import { makeDatedSite } from "./fixture/dated.ts";

const site = makeDatedSite({ names: 60, articles: 80, each: 5, days: 90, papers: 3, seed: 4 });
const { nodes } = site.graph;
/** The fixture with names that try every format. */
const whole = buildModel({
  ...site,
  graph: {
    ...site.graph,
    nodes: nodes.map((node, i) => ({
      ...node,
      name: HOSTILE_NAMES[i] ?? node.name,
      aliases: [...node.aliases, HOSTILE_NAMES[(i * 7) % HOSTILE_NAMES.length]!],
    })),
  },
});
const choice: Choice = { without: new Set(), bylines: false, names: "300", allTies: false };
const drawnOf = (model: Model, selection: Parameters<typeof pictureOf>[3] = { kind: "none" }) =>
  pictureOf(model, chooseDrawn(model, choice), choice, selection, null);
const facts: Facts = {
  version: "1",
  layer: "content",
  filter: "type:person",
  corrections: ["hide person:甲"],
  totals: { ...whole.project.counts, newest_page: "2025-03-01", rules: "r" },
  method: ["counted so"],
  view: {
    view: "http://x/#/",
    extent: "shown",
    filters: [],
    period: null,
    papers: [],
    corpus: "",
    counted: whole.counted,
  },
};

function written(
  format: Format,
  model = whole,
  extent: Extent = "shown",
): { files: TextFile[]; shown: [number, number] } {
  const picture = drawnOf(model);
  const taken = take(model, choice, picture, extent);
  const files = graphFiles(format, nodeRowsOf(model, taken.nodes), edgeRowsOf(model, taken.edges), facts);
  return { files, shown: [taken.nodes.length, taken.edges.length] };
}

const untoken = (token: string): string =>
  token.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const strict = (xml: string): void => {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
};

describe("a graph file", () => {
  const ledger = chooseDrawn(whole, choice);
  const expectGraph = (graph: MultiUndirectedGraph): void => {
    expect([graph.order, graph.size]).toEqual([ledger.names, ledger.ties]);
    graph.forEachEdge((_, { stories, articles, weight }, source, target) => {
      const ends = [source, target].map((id) => whole.indexById.get(untoken(id))!);
      const tie = whole.edges.find(
        (edge) => edge.layer === "content" && ends.includes(edge.source) && ends.includes(edge.target),
      )!;
      expect([stories, articles, weight]).toEqual([tie.stories, tie.articles, tie.stories]);
    });
  };

  it("in GEXF, GraphML and JSON is read by graphology, with as much in it as the ledger says", () => {
    const text = (format: Format) => written(format).files[0]!.text;
    strict(text("gexf"));
    strict(text("graphml"));
    expectGraph(gexf.parse(MultiUndirectedGraph, text("gexf")));
    expectGraph(graphml.parse(MultiUndirectedGraph, text("graphml")));
    const json = new MultiUndirectedGraph();
    json.import(JSON.parse(text("json")));
    expectGraph(json);
    const at = whole.indexById.get(nodes[0]!.id)!;
    expect(json.getNodeAttribute(nodes[0]!.id, "label")).toBe(whole.nodes[at]!.name);
  });

  it("in CSV is read by csv-parse, opens as Chinese, and holds no formula", () => {
    const { files, shown } = written("csv");
    const rows = files.slice(0, 2).map(({ text }) => {
      expect(text.startsWith("\ufeff")).toBe(true);
      return parseCsv(text, { columns: true, bom: true }) as Record<string, string>[];
    });
    expect(rows.map((list) => list.length)).toEqual(shown);
    for (const row of rows.flat())
      for (const cell of Object.values(row)) if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });

  it.each(["gexf", "graphml", "csv", "json"] as const)(
    "in %s comes with a manifest of what it shows, of how many",
    (format) => {
      const { files, shown } = written(format);
      const manifest = JSON.parse(files.at(-1)!.text);
      expect(files.at(-1)!.name).toBe("manifest.json");
      expect(manifest).toMatchObject({
        format,
        program: { name: "wenmai", version: "1", rules: "r" },
        layer: "content",
        filter: "type:person",
        corrections: ["hide person:甲"],
        pages: { count: whole.project.counts.pages, newest: "2025-03-01" },
        extent: "shown",
        shown: {
          entities: { shown: shown[0], of: facts.totals.entities },
          edges: { shown: shown[1], of: facts.totals.edges },
        },
      });
      expect(manifest.files.map(({ file }: { file: string }) => file)).toEqual(
        files.slice(0, -1).map(({ name }) => name),
      );
      for (const [i, { bytes }] of manifest.files.entries()) expect(bytes).toBe(Buffer.byteLength(files[i]!.text));
      expect(Object.keys(manifest.files[0].columns ?? {}).length > 0).toBe(format === "csv");
      expect(manifest.method).toEqual([...METHOD, FILTERED, "counted so"]);
    },
  );

  it("is shown of how many the layer holds, with the project's corrections before the reader's", () => {
    const project = { ...whole.project, counts: { ...whole.project.counts, entities: 9 }, rules: "r" };
    expect(totalsOf(project, "all")).toMatchObject({ entities: 9, newest_page: project.dates![1], rules: "r" });
    expect(totalsOf(project, "content").entities).toBe(project.content.entities);
    expect(inForce(["hide person:甲", "hide person:乙"], ["hide person:丙", "hide person:甲"])).toEqual([
      "hide person:乙",
      "hide person:丙",
      "hide person:甲",
    ]);
  });

  it("of a selection holds it and what surrounds it; of all, whatever the filters leave", () => {
    const id = whole.nodes[whole.ranked[0]!]!.id;
    const picture = drawnOf(whole, { kind: "node", id });
    const near = take(whole, choice, picture, "near");
    expect(new Set(near.nodes)).toEqual(picture.selected!.near);
    expect(near.nodes.length).toBeLessThan(picture.nodes.length);
    const all = take(whole, { ...choice, without: new Set(["place"]), least: 2 }, picture, "all");
    expect(all.nodes.some((node) => whole.nodes[node]!.type === "place")).toBe(false);
    expect(all.edges.every((edge) => whole.edges[edge]!.stories >= 2)).toBe(true);
    expect(all.edges.length).toBeGreaterThan(0);
  });

  it("of a window of days has the window's counts and no date outside of it", () => {
    const [from, to] = ["2025-01-20", "2025-02-20"];
    const model = sliceModel(whole, { from, to, papers: [] });
    const taken = take(model, choice, drawnOf(model), "all");
    const rows = edgeRowsOf(model, taken.edges);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.first_date! >= from && row.last_date! <= to, JSON.stringify(row)).toBe(true);
      expect(row.source < row.target).toBe(true);
    }
    const counts = taken.edges.map((edge) => model.edges[edge]!.stories).sort();
    expect(rows.map((row) => row.stories).sort()).toEqual(counts);
  });
});

describe("a table", () => {
  it("is byte for byte what the command line writes", () => {
    const cell = fc.option(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_NAMES)));
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell })), (rows) => {
        const columns = (["a", "b"] as const).map((name) => ({
          name,
          type: "string" as const,
          about: "",
          value: (row: (typeof rows)[number]) => row[name],
        }));
        const defused = (text: string | null): string | null =>
          text !== null && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
        const expected = formatCsv([["a", "b"], ...rows.map((row) => [defused(row.a), defused(row.b)])]);
        expect(toCsv(columns, rows)).toBe(`\ufeff${expected}`);
      }),
    );
  });
});

describe("an archive", () => {
  it("holds its files, with the checksum that ZIP wants", () => {
    // The standard's own check value.
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.uint8Array())), (entries) => {
        const unique = new Map(entries);
        const found = unzipBytes(zip([...unique].map(([name, bytes]) => ({ name, bytes }))));
        expect([...found.values()].map((bytes) => [...bytes])).toEqual([...unique.values()].map((bytes) => [...bytes]));
        expect(found.size).toBe(unique.size);
      }),
    );
  });
});

describe("a picture", () => {
  const color = [0, 0, 0] as const;
  const palette = { paper: color, ink: color, ink2: color, ink3: color, rule: color, accent: color, onAccent: color };
  const type = { city_cluster: color, agency: color, program: color, person: color, place: color };
  const hostile = '</text><script>alert("1")</script>\u0001\ud800&amp;';
  const capture = {
    free: { left: 0, top: 0, width: 900, height: 600 },
    camera: { x: 0.5, y: 0.5, ratio: 1 },
    palette: { ...palette, type, wash: color, song: '"Song", serif', hei: '"Hei", sans-serif' },
    grounds: [{ strokes: [[0, 0, 10, 10]], width: 30, color: "rgb(1, 2, 3)" }],
    ties: [{ x: 0, y: 0, toX: 10, toY: 10, width: 1, color: "rgb(0, 0, 0)", opacity: 0.3 }],
    marks: Object.keys(type).map((one, id) => ({ id, type: one, x: 5, y: 5, radius: 6, color: "rgb(0, 0, 0)" })),
    labels: HOSTILE_NAMES.map((name, id) => ({
      ...{ id, size: 0, place: 0, align: "left", left: 0, top: 0, right: 10, bottom: 10 },
      ...{ lines: [name], pixels: 12, weight: 400, serif: false, faint: false },
    })),
    regions: [{ left: 0, top: 0, right: 10, bottom: 10, text: hostile }],
    rings: [{ x: 1, y: 1, radius: 4 }],
    badges: [{ left: 0, top: 0, right: 30, bottom: 22, text: hostile }],
    gone: [{ x: 0, y: 0, toX: 4, toY: 4 }],
    ghosts: {
      marks: Object.keys(type).map((one, id) => {
        return {
          id,
          type: one,
          x: 9,
          y: 9,
          radius: 5,
          color: "rgb(9, 9, 9)",
          width: 1.3,
          dash: id === 0 ? [2, 3] : [],
        };
      }),
      ties: [{ x: 0, y: 0, toX: 9, toY: 9 }],
      dash: [1, 5],
      opacity: 0.4,
      dots: [{ x: 3, y: 3, radius: 2.6 }],
    },
    unit: 1,
  } as unknown as Capture;
  const surround: Surround = {
    title: `${hostile}${"长".repeat(10_000)}`,
    notes: [
      `期间：${"很长的一句，".repeat(100)}`,
      "a note in English that is longer than one line of a narrow picture ",
    ],
    legend: [{ type: "person", name: "人物" }],
    scale: [{ stories: 1, name: "1 稿" }],
    scaleNote: "面积",
    most: 9,
  };
  const measure = (text: string, pixels: number): number => [...text].length * pixels;
  const drawing = makeDrawing(capture, surround, measure);
  const svg = toSvg(drawing, surround.title);

  it("as SVG is well-formed, keeps text as text, and holds nothing that runs or loads", () => {
    strict(svg);
    const texts: string[] = [];
    const elements = new Set<string>();
    const parser = new SaxesParser({ xmlns: false });
    parser.on("opentag", ({ name, attributes }) => {
      elements.add(name);
      expect(Object.keys(attributes).join(" ")).not.toMatch(/\bon|href/);
    });
    parser.on("text", (text) => texts.push(text));
    parser.write(svg).close();
    expect([...elements].sort()).toEqual(["path", "rect", "svg", "text", "title"]);
    for (const name of ["人物", "1 稿", HOSTILE_NAMES[0]!]) expect(texts).toContain(name);
  });

  it("has title, legend, period, source and scale around it, none wider than itself", () => {
    const texts = drawing.around.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
    for (const { text, x, pixels } of texts) expect(x + measure(text, pixels)).toBeLessThanOrEqual(drawing.width);
    for (const { y } of texts) expect(y).toBeLessThan(drawing.height);
    expect(texts.map(({ text }) => text).join("")).toContain("期间");
  });

  it("breaks a line before a word, never before a closing mark, and loses no letter", () => {
    const text = fc.string({ unit: fc.constantFrom("字", "，", "a", " ", "”", "9", "𠮷") });
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 30 }), (words, most) => {
        const lines = wrap(words, most, (line) => line.length);
        expect(lines.join("").replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，”]/);
      }),
    );
  });
});

describe("citations", () => {
  const article = {
    article: "p#a1",
    page_id: "p",
    title: "a_b {c} \\d% `x` [y](z)\n",
    paper: "甲*报",
    date: "2025-08-09",
  };
  it("are lines of Markdown and entries of BibTeX, with nothing in them that either would read", () => {
    const markdown = toMarkdown("甲 # 乙", [
      { ...article, byline: null },
      { ...article, paper: null, date: null, byline: "记者" },
    ]);
    expect(markdown).toContain("- 《甲\\*报》2025年8月9日：“a\\_b \\{c\\} \\\\d% \\`x\\` \\[y\\]\\(z\\)”（p\\#a1）");
    expect(markdown).toContain("- 记者，报名不详，日期不详：");
    const bibtex = toBibtex([{ ...article, byline: "记者" }]);
    expect(bibtex).toContain("title = {{a\\_b \\{c\\} \\textbackslash{}d\\% `x` [y](z)}}");
    expect(bibtex).toContain("year = {2025}");
    const depth = [...bibtex.replace(/\\[{}]/g, "")].reduce(
      (sum, char) => sum + (char === "{" ? 1 : char === "}" ? -1 : 0),
      0,
    );
    expect(depth).toBe(0);
  });
});

describe("a file's name", () => {
  it("is one that every system takes", () => {
    for (const name of [...HOSTILE_NAMES, "../../etc/passwd", "甲/乙", "..."]) {
      const made = fileName(`wenmai-${name}.svg`);
      expect(made).toMatch(/^[^\\/:*?"<>|\s\p{C}]{1,70}\.svg$/u);
    }
  });
});
