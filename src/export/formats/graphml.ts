// The graph as GraphML, for networkx, igraph, yEd, Gephi, Cytoscape. Places, colours and sizes are plain attributes: x, y,
// r, g, b and size are the names under which Gephi knows them.
//
// Our own writer: graphology-graphml only parses.
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import {
  type Attribute,
  type AttributeType,
  EDGE_ATTRIBUTES,
  NODE_ATTRIBUTES,
  PLACE_ATTRIBUTES,
} from "../rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import { colourOf, sizeOf } from "../rows/looks.ts";
import type { Exporter } from "../types.ts";
import { cellText, createEscape, type Quote, tieToken, xmlToken } from "./xml.ts";

export const graphmlExporter: Exporter = createExporter({
  name: "graphml",
  summary: "GraphML 图文件 a graph file for networkx, igraph, yEd, Cytoscape",
  extension: "graphml",
  write: (writing) => writing.text("", (tally) => pieces(writing, tally)),
});

const GRAPHML_TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  integer: "long",
  double: "double",
  boolean: "boolean",
  date: "string",
  list: "string",
  spans: "string",
};

const NODE_KEYS: readonly Attribute<NodeRow>[] = [
  { name: "label", type: "string", about: "canonical name", value: (row) => row.name },
  ...NODE_ATTRIBUTES,
  ...PLACE_ATTRIBUTES,
  { name: "r", type: "integer", about: "colour of the type", value: (row) => colourOf(row)[0] },
  { name: "g", type: "integer", about: "", value: (row) => colourOf(row)[1] },
  { name: "b", type: "integer", about: "", value: (row) => colourOf(row)[2] },
  { name: "size", type: "double", about: "size on the map", value: sizeOf },
];

const EDGE_KEYS: readonly Attribute<EdgeRow>[] = [
  { name: "weight", type: "double", about: "the stories", value: (row) => row.stories },
  ...EDGE_ATTRIBUTES,
];

async function* pieces(writing: Writing, tally: Tally): AsyncIterable<string> {
  const escaped = createEscape(writing.strip);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield declaration("node", NODE_KEYS);
  yield declaration("edge", EDGE_KEYS);
  yield '<graph id="wenmai" edgedefault="undirected">\n';
  for await (const row of writing.nodes()) {
    tally.rows++;
    yield `<node id="${xmlToken(row.entity)}">${values("node", NODE_KEYS, row, escaped)}</node>\n`;
  }
  for await (const row of writing.edges()) {
    tally.rows++;
    yield `<edge id="${tieToken(row)}" source="${xmlToken(row.source)}" target="${xmlToken(row.target)}">` +
      `${values("edge", EDGE_KEYS, row, escaped)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

// Keys of nodes and of edges share one space of ids, names do not.
const keyOf = (kind: string, name: string): string => `${kind}-${name}`;

const declaration = <T>(kind: string, attributes: readonly Attribute<T>[]): string =>
  attributes
    .map(
      ({ name, type }) =>
        `<key id="${keyOf(kind, name)}" for="${kind}" attr.name="${name}" attr.type="${GRAPHML_TYPES[type]}"/>\n`,
    )
    .join("");

function values<T>(kind: string, attributes: readonly Attribute<T>[], row: T, escaped: Quote): string {
  let filled = "";
  for (const { name, value } of attributes) {
    const text = cellText(value(row));
    if (text !== null) filled += `<data key="${keyOf(kind, name)}">${escaped(text)}</data>`;
  }
  return filled;
}
