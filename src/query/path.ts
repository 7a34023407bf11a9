// How two entities hang together: the best chains of ties between them.
//
// A hop costs 1 + 1/weight (tieWeight: stories, up to doubled by closeness), so between 1 and 2: fewer hops first, among
// equals the better attested. With `avoidHubs` a node on the way costs up to 2 more, by the logarithm of its degree: a
// chain through the paper's own city says little.
import type { Layer } from "../entities/index.ts";
import { type EdgeFacts, tieWeight } from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { bestPaths, type CostGraph } from "./best-paths.ts";
import { entitiesOf } from "./entity.ts";
import type { EntityName } from "./types.ts";

export interface PathOptions {
  /** Paths wanted, ≥ 1. */
  readonly k: number;
  /** Longest path, in hops. */
  readonly maxHops: number;
  readonly avoidHubs: boolean;
  readonly layer: Layer;
}

export const DEFAULT_PATH_OPTIONS: PathOptions = { k: 3, maxHops: 4, avoidHubs: false, layer: "content" };

export interface PathNode extends EntityName {
  /** Neighbours among the edges searched: how much of a hub it is. */
  readonly degree: number;
}

export interface Path {
  readonly cost: number;
  readonly nodes: readonly PathNode[];
  /** `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
  readonly edges: readonly EdgeFacts[];
}

export interface Paths {
  readonly from: EntityName;
  readonly to: EntityName;
  readonly options: PathOptions;
  readonly sort: string;
  /** Best first; fewer than `k` when there are no more within `maxHops`, none when the two are not connected. */
  readonly items: readonly Path[];
  /** Edges looked at, of how many the layer has: a very large project is searched along its strongest. */
  readonly searched: { readonly edges: number; readonly of: number };
}

/** What fits in memory beside a server: about 1 GB. */
const MAX_EDGES = 2_000_000;

/** The k best paths between two entities. Throws InputError for an unknown entity, or when both are one. */
export async function path(db: Database, from: string, to: string, options: Partial<PathOptions> = {}): Promise<Paths> {
  const all = { ...DEFAULT_PATH_OPTIONS, ...options };
  if (all.k < 1 || all.maxHops < 1) throw new InputError("query.path: k and maxHops are whole numbers from 1");
  const [source, target] = await entitiesOf(db, [from, to]);
  const graph = await graphOf(db, all.layer);
  const found = bestPaths(
    costGraph(graph, all.avoidHubs),
    graph.numbers.get(source!.entity)!,
    graph.numbers.get(target!.entity)!,
    all.k,
    all.maxHops,
  );
  const node = (number: number): PathNode => ({ ...graph.names[number]!, degree: graph.edges[number]!.size });
  return {
    from: nameOf(source!),
    to: nameOf(target!),
    options: all,
    sort: "cost, hops, ids on the way",
    items: found.map(({ nodes, cost }) => ({
      cost: Number(cost.toPrecision(6)),
      nodes: nodes.map(node),
      edges: nodes.slice(1).map((number, i) => graph.edges[nodes[i]!]!.get(number)!),
    })),
    searched: graph.searched,
  };
}

const nameOf = ({ entity, type, name }: EntityName): EntityName => ({ entity, type, name });

interface PathGraph {
  /** Entities by number, in code-point order of their ids. */
  readonly names: readonly EntityName[];
  readonly numbers: ReadonlyMap<string, number>;
  /** By node, by neighbour. */
  readonly edges: readonly ReadonlyMap<number, EdgeFacts>[];
  readonly neighbors: readonly (readonly number[])[];
  readonly searched: { readonly edges: number; readonly of: number };
}

function costGraph({ names, edges, neighbors }: PathGraph, avoidHubs: boolean): CostGraph {
  const scale = 2 / Math.log(1 + names.length);
  return {
    neighbors: (node) => neighbors[node]!,
    cost: (from, node, to) => {
      const hop = 1 + 1 / Math.max(1, tieWeight(edges[from]!.get(node)!));
      return avoidHubs && node !== to ? hop + scale * Math.log(1 + neighbors[node]!.length) : hop;
    },
  };
}

const graphs = new WeakMap<Database, Map<Layer, Promise<PathGraph>>>();

/** The layer's graph, read once for an open database. */
function graphOf(db: Database, layer: Layer): Promise<PathGraph> {
  const byLayer = graphs.get(db) ?? new Map<Layer, Promise<PathGraph>>();
  graphs.set(db, byLayer);
  let graph = byLayer.get(layer);
  if (!graph) {
    graph = readGraph(db, layer);
    byLayer.set(layer, graph);
    graph.catch(() => byLayer.delete(layer));
  }
  return graph;
}

async function readGraph(db: Database, layer: Layer): Promise<PathGraph> {
  const names = await db.rows<EntityName>(statement("query", "path-names"));
  const numbers = new Map(names.map(({ entity }, i) => [entity, i]));
  const rows = await db.rows<EdgeFacts & { source: string; target: string }>(statement("query", "path-edges"), {
    layer,
    max_edges: MAX_EDGES,
  });
  const of = (await db.rows<{ edges: number }>(statement("query", "layer-total"), { layer }))[0]!.edges;
  const edges = names.map(() => new Map<number, EdgeFacts>());
  for (const { source, target, ...edge } of rows) {
    const [a, b] = [numbers.get(source)!, numbers.get(target)!];
    edges[a]!.set(b, edge);
    edges[b]!.set(a, edge);
  }
  return {
    names,
    numbers,
    edges,
    neighbors: edges.map((map) => [...map.keys()]),
    searched: { edges: rows.length, of },
  };
}
