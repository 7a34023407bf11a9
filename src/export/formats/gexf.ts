// The graph as GEXF 1.3, for Gephi, Gephi Lite, networkx and whatever reads it.
//
// Written by hand as a stream rather than with graphology-gexf: that builds one string (536 million characters at most),
// writes control characters raw (a reader stops there, some in silence), joins lists by an unescaped "|", knows no dates of
// nodes and edges, and in its default version writes a namespace under which networkx finds no colour, size or place. Here:
// lists joined by "; ", dates in ISO, colours as r, g, b without alpha (Gephi Lite ignores a colour with one).
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import { type Attribute, type AttributeType, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "../rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import { colourOf, sizeOf } from "../rows/looks.ts";
import type { Exporter } from "../types.ts";
import { cellText, createEscape, type Quote, tieToken, xmlToken } from "./xml.ts";

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

const GEXF_TYPES: Readonly<Record<AttributeType, string>> = {
  string: "string",
  integer: "long",
  double: "double",
  boolean: "boolean",
  date: "string",
  list: "string",
  spans: "string",
};

async function* pieces(writing: Writing, tally: Tally, dynamic: boolean): AsyncIterable<string> {
  const escaped = createEscape(writing.strip);
  const { layer } = writing.options;
  const mode = dynamic ? 'mode="dynamic" timerepresentation="interval" timeformat="date"' : 'mode="static"';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta><creator>wenmai</creator><description>Entities named together in newspaper texts; layer: ${layer}</description></meta>\n`;
  yield `<graph ${mode} defaultedgetype="undirected">\n`;
  yield declaration("node", NODE_ATTRIBUTES);
  yield declaration("edge", EDGE_ATTRIBUTES);
  yield "<nodes>\n";
  for await (const row of writing.nodes()) {
    tally.rows++;
    yield formatNode(row, escaped, dynamic);
  }
  yield "</nodes>\n<edges>\n";
  for await (const row of writing.edges()) {
    tally.rows++;
    yield formatEdge(row, escaped, dynamic);
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function declaration<T>(kind: string, attributes: readonly Attribute<T>[]): string {
  const lines = attributes.map(
    ({ name, type }) => `<attribute id="${name}" title="${name}" type="${GEXF_TYPES[type]}"/>`,
  );
  return `<attributes class="${kind}" mode="static">\n${lines.join("\n")}\n</attributes>\n`;
}

function formatNode(row: NodeRow, escaped: Quote, dynamic: boolean): string {
  const [r, g, b] = colourOf(row);
  const place = row.x === null || row.y === null ? "" : `<viz:position x="${row.x}" y="${row.y}" z="0"/>`;
  return (
    `<node id="${xmlToken(row.entity)}" label="${escaped(row.name)}"${interval(row, dynamic)}>` +
    `${values(NODE_ATTRIBUTES, row, escaped)}` +
    `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${sizeOf(row)}"/>${place}</node>\n`
  );
}

const formatEdge = (row: EdgeRow, escaped: Quote, dynamic: boolean): string =>
  `<edge id="${tieToken(row)}" source="${xmlToken(row.source)}" target="${xmlToken(row.target)}" ` +
  `weight="${row.stories}"${interval(row, dynamic)}>${values(EDGE_ATTRIBUTES, row, escaped)}</edge>\n`;

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
