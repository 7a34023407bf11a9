// The graph as one JSON object, in three shapes (json-text.ts). Written as a stream, not through a graph object, so that its
// size is bounded by the disk alone.
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import type { Exporter } from "../types.ts";
import { cytoscape, type Flavour, graphology, nodeLink } from "./json-text.ts";

const jsonFormat = (name: string, summary: string, flavour: Flavour): Exporter =>
  createExporter({
    name,
    summary,
    extension: "json",
    write: (writing) => writing.text("", (tally) => pieces(writing, tally, flavour)),
  });

export const jsonExporter = jsonFormat(
  "json",
  "graphology 的 JSON 图文件 the graph as one JSON file, as graphology imports it",
  graphology,
);
export const nodeLinkExporter = jsonFormat(
  "node-link",
  "networkx、d3 的 JSON as networkx (node_link_graph) and d3 read it",
  nodeLink,
);
export const cytoscapeExporter = jsonFormat("cytoscape", "Cytoscape.js 的 JSON as Cytoscape.js reads it", cytoscape);

async function* pieces(writing: Writing, tally: Tally, flavour: Flavour): AsyncIterable<string> {
  yield flavour.opening(writing.options.layer);
  yield* listed(writing.nodes(), flavour.node, tally);
  yield flavour.between;
  yield* listed(writing.edges(), flavour.edge, tally);
  yield flavour.closing;
}

async function* listed<Row>(
  rows: AsyncIterable<Row>,
  format: (row: Row) => object,
  tally: Tally,
): AsyncIterable<string> {
  let separator = "\n";
  for await (const row of rows) {
    tally.rows++;
    yield separator + JSON.stringify(format(row));
    separator = ",\n";
  }
}
