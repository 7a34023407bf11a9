// Picture → the graph that Sigma draws: what is drawn and nothing else. `shape` is ours: Sigma's `type` names a program.
import { MultiUndirectedGraph } from "graphology";
import { extentOf } from "../camera.ts";
import type { Point } from "../geometry.ts";
import { radius } from "../looks.ts";
import type { Model } from "../model.ts";
import type { Picture } from "../reducers.ts";
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
export function buildGraph(model: Model, picture: Picture, sizes: Float64Array): DrawnGraph {
  const graph: DrawnGraph = new MultiUndirectedGraph<DrawnNode, DrawnEdge>();
  for (const i of picture.nodes) {
    const { x, y, type } = model.nodes[i]!;
    graph.addNode(String(i), { x, y, size: sizes[i]!, shape: SHAPE[type] ?? 0, color: "#000000" });
  }
  for (const i of picture.edges) {
    const { source, target } = model.edges[i]!;
    graph.addUndirectedEdgeWithKey(String(i), String(source), String(target), { size: 1, color: "#000000" });
  }
  return graph;
}

/** Radius of every node's mark at the arrival's zoom. */
export function sizesOf(model: Model): Float64Array {
  const most = model.nodes.reduce((top, node) => Math.max(top, node.stories), 1);
  return Float64Array.from(model.nodes, (node) => radius(node.stories, most));
}

/** The data's coordinates ↔ Sigma's framed units, in which all nodes, drawn or not, fill the unit square. */
export interface Frame {
  readonly box: { x: [number, number]; y: [number, number] };
  readonly place: (node: number) => Point;
  readonly back: (framed: Point) => Point;
}

/** `like`: an earlier frame of the same project, or places would move when a decision adds a name. */
export function frameOf(model: Model, like?: Frame): Frame {
  const { left, right, bottom, top } = like
    ? { left: like.box.x[0], right: like.box.x[1], bottom: like.box.y[0], top: like.box.y[1] }
    : (extentOf(model.nodes) ?? { left: 0, right: 1, bottom: 0, top: 1 });
  const ratio = Math.max(right - left, top - bottom) || 1;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const places = model.nodes.map((node) => ({ x: 0.5 + (node.x - x) / ratio, y: 0.5 + (node.y - y) / ratio }));
  return {
    box: { x: [left, right], y: [bottom, top] },
    place: (node) => places[node]!,
    back: (framed) => ({ x: x + (framed.x - 0.5) * ratio, y: y + (framed.y - 0.5) * ratio }),
  };
}
