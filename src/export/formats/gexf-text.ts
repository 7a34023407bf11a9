// The text of GEXF 1.3: what the exporter streams, and whoever else writes one. Nothing here reads or writes.
//
// Written by hand rather than with graphology-gexf: that builds one string (536 million characters at most), writes control
// characters raw (a reader stops there, some in silence), joins lists by an unescaped "|", knows no dates of nodes and
// edges, and in its default version writes a namespace under which networkx finds no colour, size or place. Here: lists
// joined by "; ", dates in ISO, colours as r, g, b without alpha (Gephi Lite ignores a colour with one).
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "../rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import { colourOf, sizeOf } from "../rows/looks.ts";
import { cellText, type Quote, tieToken, XML_TYPES, xmlToken } from "./xml.ts";

/** Everything before the first node. Dynamic: nodes and edges have first and last dates. */
export function gexfHead(layer: string, dynamic: boolean): string {
  const mode = dynamic ? 'mode="dynamic" timerepresentation="interval" timeformat="date"' : 'mode="static"';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n' +
    `<meta><creator>wenmai</creator><description>Entities named together in newspaper texts; layer: ${layer}</description></meta>\n` +
    `<graph ${mode} defaultedgetype="undirected">\n` +
    `${declaration("node", NODE_ATTRIBUTES)}${declaration("edge", EDGE_ATTRIBUTES)}<nodes>\n`
  );
}

/** Between the last node and the first edge. */
export const GEXF_MIDDLE = "</nodes>\n<edges>\n";

export const GEXF_TAIL = "</edges>\n</graph>\n</gexf>\n";

function declaration<T>(kind: string, attributes: readonly Attribute<T>[]): string {
  const lines = attributes.map(
    ({ name, type }) => `<attribute id="${name}" title="${name}" type="${XML_TYPES[type]}"/>`,
  );
  return `<attributes class="${kind}" mode="static">\n${lines.join("\n")}\n</attributes>\n`;
}

export function gexfNode(row: NodeRow, escaped: Quote, dynamic: boolean): string {
  const [r, g, b] = colourOf(row);
  const place = row.x === null || row.y === null ? "" : `<viz:position x="${row.x}" y="${row.y}" z="0"/>`;
  return (
    `<node id="${xmlToken(row.entity)}" label="${escaped(row.name)}"${interval(row, dynamic)}>` +
    `${values(NODE_ATTRIBUTES, row, escaped)}` +
    `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${sizeOf(row)}"/>${place}</node>\n`
  );
}

/** Its layer is its kind, by which Gephi keeps the ties of one pair in several layers apart. */
export const gexfEdge = (row: EdgeRow, escaped: Quote, dynamic: boolean): string =>
  `<edge id="${tieToken(row)}" source="${xmlToken(row.source)}" target="${xmlToken(row.target)}" ` +
  `kind="${row.layer}" weight="${row.stories}"${interval(row, dynamic)}>${values(EDGE_ATTRIBUTES, row, escaped)}</edge>\n`;

/** Both ends belong to it (GEXF 1.3); what is undated is always there. */
function interval(row: { first_date: string | null; last_date: string | null }, dynamic: boolean): string {
  if (!dynamic || row.first_date === null || row.last_date === null) return "";
  return ` start="${row.first_date}" end="${row.last_date}"`;
}

function values<T>(attributes: readonly Attribute<T>[], row: T, escaped: Quote): string {
  let filled = "";
  for (const { name, value } of attributes) {
    const text = cellText(value(row));
    if (text !== null) filled += `<attvalue for="${name}" value="${escaped(text)}"/>`;
  }
  return `<attvalues>${filled}</attvalues>`;
}
