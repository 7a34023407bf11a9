// The graph as GEXF 1.3, for Gephi, Gephi Lite, networkx and whatever reads it.
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import type { Exporter } from "../types.ts";
import { GEXF_MIDDLE, GEXF_TAIL, gexfEdge, gexfHead, gexfNode } from "./gexf-text.ts";
import { createEscape } from "./xml.ts";

export const gexfExporter: Exporter = createExporter({
  name: "gexf",
  summary: "GEXF 1.3 图文件 a graph file for Gephi and networkx, with colours, sizes and places",
  extension: "gexf",
  write: (writing) => writing.text("", (tally) => pieces(writing, tally, false)),
});

export const dynamicGexfExporter: Exporter = createExporter({
  name: "gexf-dynamic",
  summary: "带时间的 GEXF the same with first and last dates, for Gephi's timeline",
  extension: "gexf",
  write: (writing) => writing.text("", (tally) => pieces(writing, tally, true)),
});

async function* pieces(writing: Writing, tally: Tally, dynamic: boolean): AsyncIterable<string> {
  const escaped = createEscape(writing.strip);
  yield gexfHead(writing.options.layer, dynamic);
  for await (const row of writing.nodes()) {
    tally.rows++;
    yield gexfNode(row, escaped, dynamic);
  }
  yield GEXF_MIDDLE;
  for await (const row of writing.edges()) {
    tally.rows++;
    yield gexfEdge(row, escaped, dynamic);
  }
  yield GEXF_TAIL;
}
