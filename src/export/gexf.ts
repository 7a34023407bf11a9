// The graph as GEXF 1.3, for Gephi, Gephi Lite, networkx and whatever reads it.
//
// Written by hand as a stream rather than with graphology-gexf: that builds one string (536 million characters at most),
// writes control characters raw (a reader stops there, some in silence), joins lists by an unescaped "|", and in its
// default version a namespace under which networkx finds no colour, size or place. Here: lists joined by "; ", dates in
// ISO, colours as r, g, b without alpha (Gephi Lite ignores a colour with one), what XML cannot hold stripped and counted.
import type { EntityType } from "../entities/index.ts";
import type { Database } from "../store/index.ts";
import { type EdgeRow, edgeRows, type NodeRow, nodeRows } from "./graph-rows.ts";
import { checkFile, writePieces } from "./output.ts";
import { DEFAULT_EXPORT_OPTIONS, type Exporter, type ExportOptions } from "./types.ts";

type GexfType = "string" | "integer" | "double" | "boolean";
type Scalar = string | number | boolean | null;

interface Attribute<T> {
  readonly name: string;
  readonly type: GexfType;
  readonly value: (row: T) => Scalar;
}

const NODE_ATTRIBUTES: readonly Attribute<NodeRow>[] = [
  { name: "type", type: "string", value: (row) => row.type },
  { name: "aliases", type: "string", value: (row) => (JSON.parse(row.aliases) as string[]).join("; ") },
  { name: "mentions", type: "integer", value: (row) => row.mentions },
  { name: "articles", type: "integer", value: (row) => row.articles },
  { name: "stories", type: "integer", value: (row) => row.stories },
  { name: "papers", type: "integer", value: (row) => row.papers },
  { name: "first_date", type: "string", value: (row) => row.first_date },
  { name: "last_date", type: "string", value: (row) => row.last_date },
  { name: "community", type: "integer", value: (row) => row.community },
];

const EDGE_ATTRIBUTES: readonly Attribute<EdgeRow>[] = [
  { name: "layer", type: "string", value: (row) => row.layer },
  { name: "articles", type: "integer", value: (row) => row.articles },
  { name: "close", type: "integer", value: (row) => row.close },
  { name: "texts", type: "integer", value: (row) => row.texts },
  { name: "stories", type: "integer", value: (row) => row.stories },
  { name: "papers", type: "integer", value: (row) => row.papers },
  { name: "npmi", type: "double", value: (row) => row.npmi },
  { name: "g2", type: "double", value: (row) => row.g2 },
  { name: "p", type: "double", value: (row) => row.p },
  { name: "q", type: "double", value: (row) => row.q },
  { name: "backbone", type: "boolean", value: (row) => row.backbone },
  { name: "first_date", type: "string", value: (row) => row.first_date },
  { name: "last_date", type: "string", value: (row) => row.last_date },
];

/** The light palette of the page. */
const COLOURS: Readonly<Record<EntityType, readonly [number, number, number]>> = {
  city_cluster: [0x1e, 0x94, 0x84],
  agency: [0x0c, 0x4a, 0x94],
  program: [0xba, 0x78, 0x06],
  person: [0x9c, 0x50, 0xc8],
  place: [0x3b, 0x39, 0x2f],
};

export const gexfExporter: Exporter = {
  name: "gexf",
  summary: "GEXF 1.3 图文件 a graph file for Gephi and networkx, with colours, sizes and places",
  extension: "gexf",
  async write(db, path, options) {
    checkFile(path, "gexf");
    const { layer } = { ...DEFAULT_EXPORT_OPTIONS, ...options };
    const counts = { nodes: 0, edges: 0, stripped: 0 };
    await writePieces(path, pieces(db, layer, counts));
    const notes =
      counts.stripped > 0
        ? [
            `gexf: ${counts.stripped} characters that XML cannot hold (control characters, lone surrogates) were left out`,
          ]
        : [];
    return { files: [{ file: "", rows: counts.nodes + counts.edges }], notes };
  },
};

interface Counts {
  nodes: number;
  edges: number;
  stripped: number;
}

async function* pieces(db: Database, layer: ExportOptions["layer"], counts: Counts): AsyncIterable<string> {
  const quote = createQuote((stripped) => {
    counts.stripped += stripped;
  });
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta><creator>wenmai</creator><description>Entities named together in newspaper texts; layer: ${layer}</description></meta>\n`;
  yield '<graph mode="static" defaultedgetype="undirected">\n';
  yield declaration("node", NODE_ATTRIBUTES);
  yield declaration("edge", EDGE_ATTRIBUTES);
  yield "<nodes>\n";
  for await (const row of nodeRows(db, layer)) {
    counts.nodes++;
    yield formatNode(row, quote);
  }
  yield "</nodes>\n<edges>\n";
  for await (const row of edgeRows(db, layer)) {
    counts.edges++;
    yield formatEdge(row, quote);
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

type Quote = (text: string) => string;

function declaration<T>(kind: string, attributes: readonly Attribute<T>[]): string {
  const lines = attributes.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`);
  return `<attributes class="${kind}" mode="static">\n${lines.join("\n")}\n</attributes>\n`;
}

function formatNode(row: NodeRow, quote: Quote): string {
  const [r, g, b] = COLOURS[row.type] ?? [128, 128, 128];
  // Area, not width, grows with the number of mentions.
  const size = Math.round((4 + 2 * Math.sqrt(row.mentions)) * 100) / 100;
  const place = row.x === null || row.y === null ? "" : `<viz:position x="${row.x}" y="${row.y}" z="0"/>`;
  return (
    `<node id=${quote(row.entity)} label=${quote(row.name)}>${values(NODE_ATTRIBUTES, row, quote)}` +
    `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${size}"/>${place}</node>\n`
  );
}

const formatEdge = (row: EdgeRow, quote: Quote): string =>
  `<edge id=${quote(`${row.source}|${row.target}|${row.layer}`)} source=${quote(row.source)} target=${quote(row.target)} ` +
  `weight="${row.stories}">${values(EDGE_ATTRIBUTES, row, quote)}</edge>\n`;

function values<T>(attributes: readonly Attribute<T>[], row: T, quote: Quote): string {
  const filled = attributes.flatMap(({ name, value }) => {
    const found = value(row);
    return found === null || found === "" ? [] : [`<attvalue for="${name}" value=${quote(String(found))}/>`];
  });
  return `<attvalues>${filled.join("")}</attvalues>`;
}

// The characters of XML 1.0; with the u flag a lone surrogate is a code point of its own and falls out too.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** An attribute's value in quotation marks; tells how many characters had to be left out. */
function createQuote(onStripped: (count: number) => void): Quote {
  return (text) => {
    const held = text.replace(NOT_XML, "");
    if (held.length < text.length) onStripped([...text].length - [...held].length);
    return `"${held.replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char]!)}"`;
  };
}
