// The text of the graph as one JSON object, in three shapes: what the exporter streams, and whoever else writes one.
// Nothing here reads or writes.
//
//   graphology  as graphology imports it: {attributes, options, nodes: [{key, attributes}], edges: [{key, source, …}]}
//   nodeLink    as networkx (`node_link_graph(data, edges="links")`) and d3 read it: {nodes: [{id, …}], links: [{source, …}]}
//   cytoscape   as Cytoscape.js and Cytoscape open it: {elements: {nodes: [{data, position}], edges: [{data}]}}; networkx
//               (`cytoscape_graph`) asks besides for a node's `value` and keeps ties of one pair apart by their `key`
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from "../rows/attributes.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import { hexColourOf, sizeOf } from "../rows/looks.ts";

/** How a flavour puts the same facts. */
export interface Flavour {
  opening(layer: string): string;
  readonly between: string;
  readonly closing: string;
  node(row: NodeRow): object;
  edge(row: EdgeRow): object;
}

const fieldsOf = <Row>(attributes: readonly Attribute<Row>[], row: Row): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ name, value }) => [name, value(row)]));

const nodeFields = (row: NodeRow) => ({ label: row.name, ...fieldsOf(NODE_ATTRIBUTES, row) });
const edgeFields = (row: EdgeRow) => ({ ...fieldsOf(EDGE_ATTRIBUTES, row), weight: row.stories });
const looks = (row: NodeRow) => ({ color: hexColourOf(row), size: sizeOf(row) });
const place = ({ x, y }: NodeRow) => (x === null || y === null ? {} : { x, y });
const edgeId = ({ source, target, layer }: EdgeRow): string => `${source}|${target}|${layer}`;

export const graphology: Flavour = {
  opening: (layer) =>
    `{"attributes":${JSON.stringify({ generator: "wenmai", layer })},"options":${JSON.stringify({
      type: "undirected",
      multi: layer === "all",
      allowSelfLoops: false,
    })},"nodes":[`,
  between: '\n],"edges":[',
  closing: "\n]}\n",
  node: (row) => ({
    key: row.entity,
    attributes: { name: row.name, ...nodeFields(row), ...looks(row), ...place(row) },
  }),
  edge: (row) => ({ key: edgeId(row), source: row.source, target: row.target, attributes: edgeFields(row) }),
};

export const nodeLink: Flavour = {
  opening: (layer) =>
    `{"directed":false,"multigraph":${layer === "all"},"graph":${JSON.stringify({ generator: "wenmai", layer })},"nodes":[`,
  between: '\n],"links":[',
  closing: "\n]}\n",
  node: (row) => ({ id: row.entity, ...nodeFields(row), ...looks(row), ...place(row) }),
  // networkx tells the ties of a pair apart by `key`.
  edge: (row) => ({ source: row.source, target: row.target, key: row.layer, ...edgeFields(row) }),
};

export const cytoscape: Flavour = {
  opening: (layer) =>
    `{"format_version":"1.0","generated_by":"wenmai","directed":false,"multigraph":${layer === "all"},` +
    `"data":${JSON.stringify({ name: "wenmai", layer })},"elements":{"nodes":[`,
  between: '\n],"edges":[',
  closing: "\n]}}\n",
  node: (row) => ({
    data: { id: row.entity, value: row.entity, name: row.name, ...nodeFields(row), ...looks(row) },
    // Cytoscape's y points down; `+ 0` turns −0, which JSON writes as 0, into 0.
    ...(row.x === null || row.y === null ? {} : { position: { x: row.x, y: -row.y + 0 } }),
  }),
  edge: (row) => ({
    data: { id: edgeId(row), source: row.source, target: row.target, key: row.layer, ...edgeFields(row) },
  }),
};
