// Model → the graph that Sigma draws. `kind` and `shape` are ours: Sigma's own `type` names the render program.
import { MultiUndirectedGraph } from "graphology";
import type { Model } from "../model.ts";
import { radius } from "../reducers.ts";
import { SHAPE } from "./glyph-program.ts";

export interface DrawnNode {
  x: number;
  y: number;
  size: number;
  shape: number;
  color: string;
}

export interface DrawnEdge {
  size: number;
  color: string;
}

export type DrawnGraph = MultiUndirectedGraph<DrawnNode, DrawnEdge>;

/** Keys are the indexes of the model's nodes and edges, as strings. A pair with edges in two layers has both. */
export function buildGraph(model: Model): DrawnGraph {
  const graph: DrawnGraph = new MultiUndirectedGraph<DrawnNode, DrawnEdge>();
  const most = Math.max(1, ...model.nodes.map((node) => node.stories));
  model.nodes.forEach((node, i) => {
    graph.addNode(String(i), {
      x: node.x,
      y: node.y,
      size: radius(node.stories, most),
      shape: SHAPE[node.type] ?? 0,
      color: "#000000",
    });
  });
  model.edges.forEach((edge, i) => {
    graph.addUndirectedEdgeWithKey(String(i), String(edge.source), String(edge.target), { size: 1, color: "#000000" });
  });
  return graph;
}
