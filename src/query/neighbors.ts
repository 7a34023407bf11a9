// Who is named with an entity, and who with all of several.

import { ENTITY_TYPES, type EntityType, type Layer } from "../entities/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import type { Database } from "../store/index.ts";
import {
  type Adjacency,
  adjacencyOf,
  edgeBetween,
  edgeFacts,
  type Searched,
  strengthOf,
  type TieSort,
  weightOf,
} from "./adjacency.ts";
import { locate, locateAll } from "./entity.ts";
import { type Selection, select } from "./selection.ts";
import { DEFAULT_LIMIT, type EntityFacts, type EntityName, type Listing, type ListOptions } from "./types.ts";

export interface NeighborOptions extends ListOptions {
  /** Items to pass over, for the next part of a long list. */
  readonly offset: number;
  readonly layer: Layer;
  /** Only neighbours of these types; empty for all. */
  readonly types: readonly EntityType[];
  readonly sort: TieSort;
  /** Only neighbours that a filter keeps, by ties that it keeps; null for all. */
  readonly filter: string | null;
}

const DEFAULTS: NeighborOptions = {
  limit: DEFAULT_LIMIT,
  offset: 0,
  layer: "content",
  types: [],
  sort: "stories",
  filter: null,
};

export interface Tie extends EdgeFacts {
  /** Share of the stories of either that name both, and how many times as many as by chance; null outside the content. */
  readonly jaccard: number | null;
  readonly association: number | null;
}

export interface Neighbor extends EntityName, Tie {}

export interface Neighbors extends Listing<Neighbor> {
  /** Counted in the layer, as the ties are. */
  readonly of: EntityFacts;
  readonly offset: number;
  readonly searched: Searched;
}

/** Strongest first by `sort`, who has no such weight last; then stories, close, articles, and how known the neighbour is. */
export async function neighbors(
  db: Database,
  reference: string,
  options: Partial<NeighborOptions> = {},
): Promise<Neighbors> {
  const { limit, offset, layer, types, sort, filter } = { ...DEFAULTS, ...options };
  const { facts, number } = await locate(db, reference, layer);
  const adjacency = await adjacencyOf(db, layer);
  const selection = filter ? await select(db, { filter, layer }) : null;
  const ranked = candidates(adjacency, number, types).flatMap((at) => {
    const [node, edge] = [adjacency.neighbors[at]!, adjacency.edges[at]!];
    return isKept(selection, adjacency, number, node, edge) ? [rankedOf(adjacency, node, [edge], sort)] : [];
  });
  const shown = best(ranked, offset, limit);
  return {
    of: facts,
    total: ranked.length,
    limit,
    offset,
    sort: sortOf(sort, "neighbour"),
    searched: adjacency.searched,
    items: shown.map(({ node, edges }) => ({ ...adjacency.names[node]!, ...tieOf(adjacency, edges[0]!) })),
  };
}

const sortOf = (sort: TieSort, of: string): string =>
  [...new Set([sort, "stories", "close", "articles", `stories of the ${of}`, `mentions of the ${of}`, "id"])].join(
    ", ",
  );

const isKept = (selection: Selection | null, adjacency: Adjacency, from: number, node: number, edge: number): boolean =>
  selection === null || (selection.hasNumber(node) && selection.hasTie(from, node, edgeFacts(adjacency, edge)));

/** Places of a node's entries whose other end is of the types. */
function candidates({ offsets, neighbors: others, nodes }: Adjacency, node: number, types: readonly EntityType[]) {
  const wanted = types.map((type) => ENTITY_TYPES.indexOf(type));
  const places: number[] = [];
  for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
    if (wanted.length === 0 || wanted.includes(nodes.types[others[at]!]!)) places.push(at);
  }
  return places;
}

const tieOf = (adjacency: Adjacency, edge: number): Tie => ({
  ...edgeFacts(adjacency, edge),
  jaccard: weightOf(adjacency, edge, "jaccard"),
  association: weightOf(adjacency, edge, "association"),
});

interface Ranked {
  readonly node: number;
  readonly edges: readonly number[];
  /** Compared from the first, larger before smaller; the node's number decides last. */
  readonly keys: readonly number[];
}

/** Of several ties the weakest counts, then their sum: who is tied to all beats who is tied to one. */
function rankedOf(adjacency: Adjacency, node: number, edges: readonly number[], sort: TieSort): Ranked {
  const { counts, nodes } = adjacency;
  const strengths = edges.map((edge) => strengthOf(adjacency, edge, sort));
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const sumOf = (column: Int32Array): number => sum(edges.map((edge) => column[edge]!));
  const keys = [
    Math.min(...strengths),
    sum(strengths),
    sumOf(counts.stories),
    sumOf(counts.close),
    sumOf(counts.articles),
    nodes.stories[node]!,
    nodes.mentions[node]!,
  ];
  return { node, edges, keys };
}

function compareRanked(a: Ranked, b: Ranked): number {
  for (let i = 0; i < a.keys.length; i++) {
    if (a.keys[i] !== b.keys[i]) return b.keys[i]! > a.keys[i]! ? 1 : -1;
  }
  return a.node - b.node;
}

/** A part of the ranked list. What cannot come into it by its first key is not sorted: a hub has tens of thousands. */
function best(ranked: readonly Ranked[], offset: number, limit: number): Ranked[] {
  const wanted = offset + limit;
  let list = ranked;
  if (ranked.length > wanted) {
    const firsts = Float64Array.from(ranked, ({ keys }) => -keys[0]!).sort();
    const least = -firsts[wanted - 1]!;
    list = ranked.filter(({ keys }) => keys[0]! >= least);
  }
  return [...list].sort(compareRanked).slice(offset, wanted);
}

export interface CommonNeighbor extends EntityName {
  /** The weakest of its ties to those asked for. */
  readonly stories: number;
  /** Its tie to each of those asked for, in their order. */
  readonly ties: readonly Tie[];
}

export interface CommonNeighbors extends Listing<CommonNeighbor> {
  readonly of: readonly EntityFacts[];
  readonly offset: number;
  readonly searched: Searched;
}

/** What two or more have in common: who is named with each of them; the strongest weakest tie first. */
export async function common(
  db: Database,
  references: readonly string[],
  options: Partial<NeighborOptions> = {},
): Promise<CommonNeighbors> {
  const { limit, offset, layer, types, sort, filter } = { ...DEFAULTS, ...options };
  if (references.length < 2) throw new InputError("query.common: name two entities or more");
  const of = await locateAll(db, references, layer);
  const adjacency = await adjacencyOf(db, layer);
  const degree = (node: number): number => adjacency.offsets[node + 1]! - adjacency.offsets[node]!;
  const selection = filter ? await select(db, { filter, layer }) : null;
  const numbers = of.map(({ number }) => number);
  const fewest = numbers.reduce((a, b) => (degree(b) < degree(a) ? b : a));
  const ranked = candidates(adjacency, fewest, types).flatMap((at) => {
    const node = adjacency.neighbors[at]!;
    const edges = numbers.map((number) => edgeBetween(adjacency, number, node));
    const isCommon =
      !edges.includes(-1) && edges.every((edge, i) => isKept(selection, adjacency, numbers[i]!, node, edge));
    return isCommon ? [rankedOf(adjacency, node, edges, sort)] : [];
  });
  const shown = best(ranked, offset, limit);
  return {
    of: of.map(({ facts }) => facts),
    total: ranked.length,
    limit,
    offset,
    sort: `${sort} of the weakest tie, of all ties, ${sortOf("stories", "neighbour")}`,
    searched: adjacency.searched,
    items: shown.map(({ node, edges }) => {
      const ties = edges.map((edge) => tieOf(adjacency, edge));
      return { ...adjacency.names[node]!, stories: Math.min(...ties.map(({ stories }) => stories)), ties };
    }),
  };
}
