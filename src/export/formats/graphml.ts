// The graph as GraphML, for networkx, igraph, yEd, Gephi, Cytoscape.
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import type { Exporter } from "../types.ts";
import { GRAPHML_TAIL, graphmlEdge, graphmlHead, graphmlNode } from "./graphml-text.ts";
import { createEscape } from "./xml.ts";

export const graphmlExporter: Exporter = createExporter({
  name: "graphml",
  summary: "GraphML 图文件 a graph file for networkx, igraph, yEd, Cytoscape",
  extension: "graphml",
  write: (writing) => writing.text("", (tally) => pieces(writing, tally)),
});

async function* pieces(writing: Writing, tally: Tally): AsyncIterable<string> {
  const escaped = createEscape(writing.strip);
  yield graphmlHead();
  for await (const row of writing.nodes()) {
    tally.rows++;
    yield graphmlNode(row, escaped);
  }
  for await (const row of writing.edges()) {
    tally.rows++;
    yield graphmlEdge(row, escaped);
  }
  yield GRAPHML_TAIL;
}
