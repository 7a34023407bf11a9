// What is taken away as files: the graph in a format, and the manifest that says what is in it. Pure.
import { GEXF_MIDDLE, GEXF_TAIL, gexfEdge, gexfHead, gexfNode } from "../../../src/export/formats/gexf-text.ts";
import { GRAPHML_TAIL, graphmlEdge, graphmlHead, graphmlNode } from "../../../src/export/formats/graphml-text.ts";
import { graphology } from "../../../src/export/formats/json-text.ts";
import { createEscape } from "../../../src/export/formats/xml.ts";
import { METHOD } from "../../../src/export/method.ts";
import { EDGE_COLUMNS, NODE_COLUMNS } from "../../../src/export/rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../../../src/export/rows/graph-rows.ts";
import { toCsv } from "./csv.ts";

export const FORMATS = ["gexf", "graphml", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

/** What the manifest tells of the view. */
export interface ViewFacts {
  readonly version: string;
  /** The address that opens the view again. */
  readonly view: string;
  readonly extent: string;
  /** Bylines and mastheads as well, or the content alone. */
  readonly layer: "content" | "all";
  /** Filters in use, in words. */
  readonly filters: readonly string[];
  /** The filter that was typed; null for none. */
  readonly filter: string | null;
  /** The days that are counted; null where none are known. */
  readonly period: readonly [string, string] | null;
  readonly papers: readonly string[];
  readonly corpus: string;
  /** Totals of the project. */
  readonly of: { readonly entities: number; readonly edges: number };
  readonly counted: { readonly articles: number; readonly stories: number };
}

/** The graph's files and, last, the manifest. */
export function graphFiles(
  format: Format,
  nodes: readonly NodeRow[],
  edges: readonly EdgeRow[],
  facts: ViewFacts,
): TextFile[] {
  const stripped = { count: 0 };
  const files = WRITERS[format](nodes, edges, facts.layer, stripped);
  return [...files, manifestOf(format, files, nodes.length, edges.length, stripped.count, facts)];
}

type Writer = (
  nodes: readonly NodeRow[],
  edges: readonly EdgeRow[],
  layer: ViewFacts["layer"],
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
  csv: (nodes, edges) => [
    { name: "nodes.csv", text: toCsv(NODE_COLUMNS, nodes), rows: nodes.length },
    { name: "edges.csv", text: toCsv(EDGE_COLUMNS, edges), rows: edges.length },
  ],
  json(nodes, edges, layer) {
    const { opening, node, between, edge, closing } = graphology;
    const list = <Row>(rows: readonly Row[], format: (row: Row) => object): string =>
      rows.map((row) => `\n${JSON.stringify(format(row))}`).join(",");
    const text = opening(layer) + list(nodes, node) + between + list(edges, edge) + closing;
    return [{ name: "graph.json", text, rows: nodes.length + edges.length }];
  },
};

function manifestOf(
  format: Format,
  files: readonly TextFile[],
  entities: number,
  edges: number,
  stripped: number,
  { version, of, ...facts }: ViewFacts,
): TextFile {
  const manifest = {
    manifest: 1,
    format,
    program: { name: "wenmai", version },
    ...facts,
    shown: { entities: { shown: entities, of: of.entities }, edges: { shown: edges, of: of.edges } },
    files: files.map(({ name, rows }) => ({ file: name, rows })),
    stripped,
    method: METHOD,
  };
  return { name: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n`, rows: 1 };
}
