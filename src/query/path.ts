// How entities hang together: the best chains of ties between them, each hop with its counts and a sentence that proves it.
//
// A hop costs 1 + 1/weight (tieWeight: stories, up to doubled by closeness), so between 1 and 2: fewer hops first, among
// equals the better attested. With `avoidHubs` a node on the way costs up to 2 more, by the logarithm of its degree: a
// chain through the paper's own city says little.
import { ENTITY_TYPES, type EntityType, type Layer } from "../entities/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import { inSlices } from "../lib/slices.ts";
import type { Database } from "../store/index.ts";
import { type Adjacency, adjacencyOf, COST_UNIT, degreeOf, edgeFacts, type Searched } from "./adjacency.ts";
import { type CostGraph, createPathFinder, type NumberPath } from "./best-paths.ts";
import { type ChainedPaths, chainedPaths } from "./chained-paths.ts";
import { locateAll } from "./entity.ts";
import { firstEvidence } from "./evidence.ts";
import { type Selection, select } from "./selection.ts";
import type { EntityName, Evidence } from "./types.ts";

export interface PathOptions {
  /** Paths wanted, ≥ 1. */
  readonly k: number;
  /** Longest path, in hops. */
  readonly maxHops: number;
  readonly avoidHubs: boolean;
  /** Only entities of these types on the way; empty for all. The ends may be of any. */
  readonly through: readonly EntityType[];
  /** An entity that the path must pass; null for none. */
  readonly via: string | null;
  readonly layer: Layer;
  /** Only ties that a filter keeps, and on the way only entities that it keeps; null for all. Who is asked for may be any. */
  readonly filter: string | null;
}

export const DEFAULT_PATH_OPTIONS: PathOptions = {
  k: 3,
  maxHops: 4,
  avoidHubs: false,
  through: [],
  via: null,
  layer: "content",
  filter: null,
};

export interface PathNode extends EntityName {
  /** Neighbours among the edges searched: how much of a hub it is. */
  readonly degree: number;
}

/** A tie on the way, with the first sentence that shows it: one that names both, if there is any. */
export interface PathEdge extends EdgeFacts {
  readonly evidence: Evidence | null;
}

export interface Path {
  readonly cost: number;
  readonly nodes: readonly PathNode[];
  /** `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
  readonly edges: readonly PathEdge[];
}

export interface Paths {
  readonly from: EntityName;
  readonly to: EntityName;
  /** What every path passes, in this order. */
  readonly via: readonly EntityName[];
  readonly options: Omit<PathOptions, "via">;
  readonly sort: string;
  /** Best first; fewer than `k` when there are no more within `maxHops`, none when the two are not connected. */
  readonly items: readonly Path[];
  /** False when the search through given entities was given up before it had seen all. */
  readonly complete: boolean;
  /** Edges looked at, of how many the layer has: a very large project is searched along its strongest. */
  readonly searched: Searched;
}

/**
 * The k best paths from the first of the entities to the last, through those between in their order, and through
 * `via` behind the first. Throws FilterError, and InputError for an unknown entity, when two are one, and when `maxHops`
 * cannot pass them all.
 */
export async function path(
  db: Database,
  references: readonly string[],
  options: Partial<PathOptions> = {},
): Promise<Paths> {
  const { via, ...all } = { ...DEFAULT_PATH_OPTIONS, ...options };
  const [first, ...rest] = references;
  if (first === undefined || rest.length === 0) throw new InputError("query.path: name two entities or more");
  if (all.k < 1 || all.maxHops < 1) throw new InputError("query.path: k and maxHops are whole numbers from 1");
  const stops = await locateAll(db, [first, ...(via === null ? [] : [via]), ...rest]);
  if (all.maxHops < stops.length - 1) {
    throw new InputError(
      `query.path: ${stops.length} entities in a row are ${stops.length - 1} hops; maxHops is ${all.maxHops}`,
    );
  }
  const adjacency = await adjacencyOf(db, all.layer);
  const numbers = stops.map(({ number }) => number);
  const selection = all.filter ? await select(db, { filter: all.filter, layer: all.layer }) : null;
  const { paths, complete } = find(await costGraph(adjacency, all, selection), numbers, all);
  const name = (number: number): EntityName => adjacency.names[number]!;
  return {
    from: name(numbers[0]!),
    to: name(numbers.at(-1)!),
    via: numbers.slice(1, -1).map(name),
    options: all,
    sort: "cost, hops, ids on the way",
    items: await shown(db, adjacency, paths),
    complete,
    searched: adjacency.searched,
  };
}

function find(
  graph: CostGraph,
  stops: readonly number[],
  { k, maxHops }: { k: number; maxHops: number },
): ChainedPaths {
  if (stops.length > 2) return chainedPaths(graph, stops, k, maxHops);
  const next = createPathFinder(graph, stops[0]!, stops[1]!, maxHops);
  const paths: NumberPath[] = [];
  for (let found = next(); found && paths.push(found) < k; ) found = next();
  return { paths, complete: true };
}

async function shown(db: Database, adjacency: Adjacency, paths: readonly NumberPath[]): Promise<Path[]> {
  const ends = (edge: number) => [adjacency.counts.source[edge]!, adjacency.counts.target[edge]!] as const;
  const ties = [...new Set(paths.flatMap(({ edges }) => edges))];
  const proofs = await firstEvidence(db, ties.map(ends), (node) => adjacency.names[node]!.entity, adjacency.layer);
  const evidence = new Map(ties.map((tie, i) => [tie, proofs[i]!]));
  return paths.map(({ nodes, edges, cost }) => ({
    cost: Number((cost / COST_UNIT).toPrecision(6)),
    nodes: nodes.map((node) => ({ ...adjacency.names[node]!, degree: degreeOf(adjacency, node) })),
    edges: edges.map((edge) => ({ ...edgeFacts(adjacency, edge), evidence: evidence.get(edge) ?? null })),
  }));
}

async function costGraph(
  adjacency: Adjacency,
  { avoidHubs, through }: Pick<PathOptions, "avoidHubs" | "through">,
  selection: Selection | null,
): Promise<CostGraph> {
  const { size, offsets, neighbors, edges, leastHop, nodes } = adjacency;
  const scale = (2 * COST_UNIT) / Math.log(1 + size);
  const wanted = through.map((type) => ENTITY_TYPES.indexOf(type));
  const isOpen = (type: number, node: number): boolean =>
    (wanted.length === 0 || wanted.includes(type)) && (selection?.hasNumber(node) ?? true);
  const hops = selection?.hasTieConditions ? await hopsKept(adjacency, selection) : adjacency.hops;
  return {
    offsets,
    neighbors,
    edges,
    hops,
    leastHop,
    tolls: avoidHubs
      ? Float64Array.from({ length: size }, (_, node) => Math.round(scale * Math.log(1 + degreeOf(adjacency, node))))
      : null,
    open: wanted.length > 0 || selection ? nodes.types.map((type, node) => (isOpen(type, node) ? 1 : 0)) : null,
  };
}

/** Ties asked of a filter before others are answered: some 10 ms. */
const SLICE = 10_000;

/** Kept as long as the selection, which is remembered for the same question: all ties of a large layer take a second. */
const keptHops = new WeakMap<Selection, Promise<Float64Array>>();

/** What a hop over each tie costs; ∞, which no path pays, where the selection does not keep the tie. */
function hopsKept(adjacency: Adjacency, selection: Selection): Promise<Float64Array> {
  const known = keptHops.get(selection);
  if (known) return known;
  const making = (async () => {
    const { source, target } = adjacency.counts;
    const hops = adjacency.hops.slice();
    await inSlices(hops.length, SLICE, (from, to) => {
      for (let edge = from; edge < to; edge++)
        if (!selection.hasTie(source[edge]!, target[edge]!, edgeFacts(adjacency, edge)))
          hops[edge] = Number.POSITIVE_INFINITY;
    });
    return hops;
  })();
  keptHops.set(selection, making);
  making.catch(() => keptHops.delete(selection));
  return making;
}
