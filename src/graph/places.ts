// Places on the map, computed afresh: a picture that can be read at 1440×800, labels and all.
//
// 1. Each component by itself: nodes start on a spiral of spirals, one a community, then ForceAtlas2 (Jacomy et al.
//    2014) pulls on the ties. Its own gravity would fling small components far out, so they are laid out apart.
// 2. The longest direction is laid level and the middle, which force layouts crowd, is spread: places move part of the way
//    to where they would fill the picture evenly, in their order from left to right and from top to bottom.
// 3. Boxes of labels that still overlap are pushed apart (apart.ts).
// 4. Components are packed, the largest in the middle, the others into the nearest free cells.

import { seededRandom } from "../lib/random.ts";
import { pushApart } from "./apart.ts";
import { createSets } from "./backbone.ts";
import type { WeightedTie } from "./communities.ts";
import { forceAtlas2, UndirectedGraph } from "./graphology.ts";
import { ASPECT, CELL_HEIGHT, CELL_WIDTH, CellGrid, type Place } from "./packing.ts";

/** A node to place; `community` gathers at the start what belongs together. */
export interface PlaceNode {
  readonly id: string;
  readonly community: number | null;
}

const SEED = 20_250_829;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * In:  nodes, most important first, and ties between them. Same nodes and ties in the same order → the same places.
 * Out: a place for every node, y upwards, a unit about a pixel of a picture that shows all; no two nodes in one cell.
 * Cost: about 0.3 s at 300 nodes, 15 s at 5,000.
 */
export function placeAll(nodes: readonly PlaceNode[], ties: readonly WeightedTie[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const grid = new CellGrid();
  for (const component of componentsOf(nodes, ties)) {
    const shape = placeComponent(component.nodes, component.ties);
    const settled = grid.settle(shape, [0, 0], component.nodes.length > 1);
    for (const [i, node] of component.nodes.entries()) places.set(node.id, settled[i]!);
  }
  return places;
}

interface Component {
  readonly nodes: PlaceNode[];
  readonly ties: WeightedTie[];
}

/** Connected components, largest first, then by their first node. */
export function componentsOf(nodes: readonly PlaceNode[], ties: readonly WeightedTie[]): Component[] {
  const indexes = new Map(nodes.map(({ id }, i) => [id, i]));
  const sets = createSets(nodes.length);
  for (const { source, target } of ties) sets.join(indexes.get(source)!, indexes.get(target)!);
  const components = new Map<number, Component>();
  for (const [i, node] of nodes.entries()) {
    const root = sets.find(i);
    const component = components.get(root);
    if (component) component.nodes.push(node);
    else components.set(root, { nodes: [node], ties: [] });
  }
  for (const tie of ties) components.get(sets.find(indexes.get(tie.source)!))!.ties.push(tie);
  return [...components.values()].sort((a, b) => b.nodes.length - a.nodes.length);
}

/** Places of one component around the origin, in the order of its nodes. */
export function placeComponent(nodes: readonly PlaceNode[], ties: readonly WeightedTie[]): Place[] {
  if (nodes.length === 1) return [[0, 0]];
  if (nodes.length === 2)
    return [
      [0, CELL_HEIGHT],
      [0, -CELL_HEIGHT],
    ];
  const forced = withForces(nodes, ties, startOf(nodes));
  return pushApart(spread(level(forced)), { width: CELL_WIDTH, height: CELL_HEIGHT });
}

// Communities on a spiral around the origin, largest in the middle; their members on a spiral around each.
function startOf(nodes: readonly PlaceNode[]): Place[] {
  const random = seededRandom(SEED);
  const jitter = (): number => (random() - 0.5) * 4;
  const order = new Map<number | null, number>();
  for (const { community } of nodes) if (!order.has(community)) order.set(community, order.size);
  const seen = new Map<number | null, number>();
  const gap = 30 * Math.sqrt(nodes.length);
  return nodes.map(({ community }) => {
    const centre = phyllotaxis(order.get(community)!, gap);
    const rank = seen.get(community) ?? 0;
    seen.set(community, rank + 1);
    const own = phyllotaxis(rank, 25);
    return [centre[0] + own[0] + jitter(), centre[1] + own[1] + jitter()];
  });
}

const phyllotaxis = (rank: number, gap: number): Place => [
  gap * Math.sqrt(rank) * Math.cos(rank * GOLDEN_ANGLE),
  gap * Math.sqrt(rank) * Math.sin(rank * GOLDEN_ANGLE),
];

function withForces(nodes: readonly PlaceNode[], ties: readonly WeightedTie[], start: readonly Place[]): Place[] {
  const graph = new UndirectedGraph();
  for (const [i, { id }] of nodes.entries()) graph.addNode(id, { x: start[i]![0], y: start[i]![1] });
  for (const { source, target, weight } of ties) graph.addEdge(source, target, { weight });
  const places = forceAtlas2(graph, {
    iterations: nodes.length < 1_000 ? 800 : 300,
    getEdgeWeight: "weight",
    settings: {
      barnesHutOptimize: nodes.length >= 800,
      edgeWeightInfluence: 0.4,
      gravity: 1,
      scalingRatio: 20,
      slowDown: 2 + Math.log(nodes.length),
    },
  });
  return nodes.map(({ id }) => [places[id]!.x, places[id]!.y]);
}

/** Turns the cloud so that its longest direction lies level, around its centre. */
function level(places: readonly Place[]): Place[] {
  const n = places.length;
  const cx = places.reduce((sum, [x]) => sum + x, 0) / n;
  const cy = places.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of places) {
    xx += (x - cx) ** 2;
    xy += (x - cx) * (y - cy);
    yy += (y - cy) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return places.map(([x, y]) => [(x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin]);
}

/** How far places move towards an even filling of the picture: 0 leaves the crowd in the middle, 1 shows no shape at all. */
const EVENNESS = 0.55;
/** Boxes a node gets on average; labels lie beside marks, so some air is needed to find a free side. */
const BOXES_PER_NODE = 1.7;

/** Fits the cloud into the picture: first the columns are evened out, then the heights among what stands near. */
function spread(places: readonly Place[]): Place[] {
  const height = Math.sqrt((places.length * CELL_WIDTH * CELL_HEIGHT * BOXES_PER_NODE) / ASPECT);
  const width = height * ASPECT;
  const xs = evened(
    places.map(([x]) => x),
    () => 1,
  );
  const ys = evened(
    places.map(([, y]) => y),
    (i, j) => Math.exp(-(((xs[i]! - xs[j]!) / NEAR) ** 2)),
  );
  return places.map((_, i) => [(xs[i]! - 0.5) * width, (ys[i]! - 0.5) * height]);
}

/** Share of the picture's width that counts as near. */
const NEAR = 0.12;

/** Values moved into [0, 1], between their own proportion and the share of (weighted) others that lie below. O(n²). */
function evened(values: readonly number[], weight: (i: number, j: number) => number): number[] {
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  return values.map((value, i) => {
    let [below, all] = [0, 0];
    for (let j = 0; j < values.length; j++) {
      const w = weight(i, j);
      all += w;
      if (values[j]! < value) below += w;
      else if (values[j] === value) below += w / 2;
    }
    return (1 - EVENNESS) * ((value - least) / range) + EVENNESS * (below / all);
  });
}
