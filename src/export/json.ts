// The graph as graphology writes and reads it (`graph.import(JSON.parse(text))`): {attributes, options, nodes, edges}.
// Written as a stream, not through a graph object, so that its size is bounded by the disk alone.

import type { Database } from "../store/index.ts";
import { edgeRows, nodeRows } from "./graph-rows.ts";
import { checkFile, writePieces } from "./output.ts";
import { DEFAULT_EXPORT_OPTIONS, type Exporter, type ExportOptions } from "./types.ts";

export const jsonExporter: Exporter = {
  name: "json",
  summary: "graphology 的 JSON 图文件 the graph as one JSON file, as graphology imports it",
  extension: "json",
  async write(db, path, options) {
    checkFile(path, "json");
    const { layer } = { ...DEFAULT_EXPORT_OPTIONS, ...options };
    const counts = { nodes: 0, edges: 0 };
    await writePieces(path, pieces(db, layer, counts));
    return { files: [{ file: "", rows: counts.nodes + counts.edges }], notes: [] };
  },
};

async function* pieces(
  db: Database,
  layer: ExportOptions["layer"],
  counts: { nodes: number; edges: number },
): AsyncIterable<string> {
  const options = { type: "undirected", multi: layer === "all", allowSelfLoops: false };
  yield `{"attributes":${JSON.stringify({ generator: "wenmai", layer })},"options":${JSON.stringify(options)},"nodes":[`;
  for await (const { entity, aliases, x, y, ...row } of nodeRows(db, layer)) {
    const place = x === null || y === null ? {} : { x, y };
    const attributes = { ...row, label: row.name, aliases: JSON.parse(aliases) as unknown, ...place };
    yield `${counts.nodes++ === 0 ? "\n" : ",\n"}${JSON.stringify({ key: entity, attributes })}`;
  }
  yield '\n],"edges":[';
  for await (const { source, target, ...row } of edgeRows(db, layer)) {
    const attributes = { ...row, weight: row.stories };
    const key = `${source}|${target}|${row.layer}`;
    yield `${counts.edges++ === 0 ? "\n" : ",\n"}${JSON.stringify({ key, source, target, attributes })}`;
  }
  yield "\n]}\n";
}
