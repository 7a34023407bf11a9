// The text of GraphML: what the exporter streams, and whoever else writes one. Nothing here reads or writes.
//
// Places, colours and sizes are plain attributes: x, y, r, g, b and size are the names under which Gephi knows them.
// Our own writer: graphology-graphml only parses.
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES, PLACE_ATTRIBUTES } from "../rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import { colourOf, sizeOf } from "../rows/looks.ts";
import { cellText, type Quote, tieToken, XML_TYPES, xmlToken } from "./xml.ts";

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

/** Everything before the first node. */
export const graphmlHead = (): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
  `${declaration("node", NODE_KEYS)}${declaration("edge", EDGE_KEYS)}<graph id="wenmai" edgedefault="undirected">\n`;

export const GRAPHML_TAIL = "</graph>\n</graphml>\n";

export const graphmlNode = (row: NodeRow, escaped: Quote): string =>
  `<node id="${xmlToken(row.entity)}">${values("node", NODE_KEYS, row, escaped)}</node>\n`;

export const graphmlEdge = (row: EdgeRow, escaped: Quote): string =>
  `<edge id="${tieToken(row)}" source="${xmlToken(row.source)}" target="${xmlToken(row.target)}">` +
  `${values("edge", EDGE_KEYS, row, escaped)}</edge>\n`;

// Keys of nodes and of edges share one space of ids, names do not.
const keyOf = (kind: string, name: string): string => `${kind}-${name}`;

const declaration = <T>(kind: string, attributes: readonly Attribute<T>[]): string =>
  attributes
    .map(
      ({ name, type }) =>
        `<key id="${keyOf(kind, name)}" for="${kind}" attr.name="${name}" attr.type="${XML_TYPES[type]}"/>\n`,
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
