// What is taken away as files: the graph in a format, and the manifest that says what is in it. Pure.
import { GEXF_MIDDLE, GEXF_TAIL, gexfEdge, gexfHead, gexfNode } from "../../../src/export/formats/gexf-text.ts";
import { GRAPHML_TAIL, graphmlEdge, graphmlHead, graphmlNode } from "../../../src/export/formats/graphml-text.ts";
import { graphology } from "../../../src/export/formats/json-text.ts";
import { createEscape } from "../../../src/export/formats/xml.ts";
import {
  describeColumns,
  formatManifest,
  type ManifestFile,
  type ManifestInput,
} from "../../../src/export/manifest.ts";
import { type Attribute, EDGE_COLUMNS, NODE_COLUMNS } from "../../../src/export/rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../../../src/export/rows/graph-rows.ts";
import type { SiteProject } from "../data.ts";
import { toCsv } from "./csv.ts";

export const FORMATS = ["gexf", "graphml", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  /** Its columns, where it is a table: name → type and meaning. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** What the manifest tells of the project and the view beside what is in the files. */
export interface Facts extends Pick<ManifestInput, "version" | "filter" | "corrections" | "totals"> {
  /** Bylines and mastheads as well, or the content alone. */
  readonly layer: "content" | "all";
  readonly method: readonly string[];
  readonly view: ViewFacts;
}

/** What is looked at, beyond what the command line could be asked for. */
export interface ViewFacts {
  /** The address that opens the view again. */
  readonly view: string;
  readonly extent: string;
  /** Filters in use, in words. */
  readonly filters: readonly string[];
  /** The days that are counted; null where none are known. */
  readonly period: readonly [string, string] | null;
  readonly papers: readonly string[];
  readonly corpus: string;
  readonly counted: { readonly articles: number; readonly stories: number };
}

/** The graph's files and, last, the manifest. */
export function graphFiles(
  format: Format,
  nodes: readonly NodeRow[],
  edges: readonly EdgeRow[],
  { view, ...facts }: Facts,
): TextFile[] {
  const stripped = { count: 0 };
  const files = WRITERS[format](nodes, edges, facts.layer, stripped);
  const text = formatManifest(
    {
      ...facts,
      format,
      of: [],
      shown: { entities: nodes.length, edges: edges.length },
      files: files.map(manifestFile),
      stripped: stripped.count,
      notes: [],
    },
    view,
  );
  return [...files, { name: "manifest.json", text, rows: 1 }];
}

type Writer = (
  nodes: readonly NodeRow[],
  edges: readonly EdgeRow[],
  layer: Facts["layer"],
  stripped: { count: number },
) => TextFile[];

const counting = (stripped: { count: number }) =>
  createEscape((count) => {
    stripped.count += count;
  });

const WRITERS: Record<Format, Writer> = {
  gexf(nodes, edges, layer, stripped) {
    const escaped = counting(stripped);
    const text = [
      gexfHead(layer, false),
      ...nodes.map((row) => gexfNode(row, escaped, false)),
      GEXF_MIDDLE,
      ...edges.map((row) => gexfEdge(row, escaped, false)),
      GEXF_TAIL,
    ].join("");
    return [{ name: "graph.gexf", text, rows: nodes.length + edges.length }];
  },
  graphml(nodes, edges, _layer, stripped) {
    const escaped = counting(stripped);
    const text = [
      graphmlHead(),
      ...nodes.map((row) => graphmlNode(row, escaped)),
      ...edges.map((row) => graphmlEdge(row, escaped)),
      GRAPHML_TAIL,
    ].join("");
    return [{ name: "graph.graphml", text, rows: nodes.length + edges.length }];
  },
  csv: (nodes, edges) => [table("nodes.csv", NODE_COLUMNS, nodes), table("edges.csv", EDGE_COLUMNS, edges)],
  json(nodes, edges, layer) {
    const { opening, node, between, edge, closing } = graphology;
    const list = <Row>(rows: readonly Row[], format: (row: Row) => object): string =>
      rows.map((row) => `\n${JSON.stringify(format(row))}`).join(",");
    const text = opening(layer) + list(nodes, node) + between + list(edges, edge) + closing;
    return [{ name: "graph.json", text, rows: nodes.length + edges.length }];
  },
};

/** The project's corrections, then the reader's own; one that stands twice acts where it stands last. */
export const inForce = (built: readonly string[], own: readonly string[]): string[] => [
  ...built.filter((line) => !own.includes(line)),
  ...own,
];

/** Of how many a file shows: what the layer holds. */
export const totalsOf = (
  { counts, content, dates, rules }: SiteProject,
  layer: Facts["layer"],
): ManifestInput["totals"] => ({
  entities: (layer === "all" ? counts : content).entities,
  edges: (layer === "all" ? counts : content).edges,
  pages: counts.pages,
  newest_page: dates?.[1] ?? null,
  rules,
});

const table = <Row>(name: string, columns: readonly Attribute<Row>[], rows: readonly Row[]): TextFile => ({
  name,
  text: toCsv(columns, rows),
  rows: rows.length,
  columns: describeColumns(columns),
});

const manifestFile = ({ name, text, rows, columns }: TextFile): ManifestFile => ({
  file: name,
  rows,
  bytes: new TextEncoder().encode(text).length,
  ...(columns && { columns }),
});
