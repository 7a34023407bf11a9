// A layer's ties in memory, for questions that walk them: neighbours, what several have in common, paths.
//
//   offsets    [0, 2, 5, …]             node i's entries stand in [offsets[i], offsets[i + 1])
//   neighbors  [3, 7, 0, 2, 9, …]       the other end, in ascending order within a node
//   edges      [0, 4, 0, 1, 5, …]       the tie's row in the columns
//
// Compressed sparse rows in typed arrays: a tie takes 16 bytes here and 49 in the columns, 32 more where it is tested, so
// that a million ties take 65 to 97 MB and are walked at memory speed. A recursive statement takes seconds.
// Nodes are the entities' numbers.
import { ENTITY_TYPES, type EntityType, type Layer } from "../entities/index.ts";
import { associationStrength, type EdgeFacts, jaccard, readTesting, tieWeight } from "../graph/index.ts";
import { inSlices } from "../lib/slices.ts";
import { type Database, statement } from "../store/index.ts";
import { dateOf } from "./days.ts";
import { readEntityIds } from "./entity-ids.ts";
import type { EntityName } from "./types.ts";

/** What memory holds beside a server: about 1 GB. A larger layer is walked along its strongest ties, and the answer says so. */
export const MAX_EDGES = 16_000_000;

/** Ties walked, of how many the layer has. */
export interface Searched {
  readonly edges: number;
  readonly of: number;
}

/** Weights that only some ties have, for those: `at[edge]` is the place in the columns, −1 for none. */
interface Tested {
  readonly at: Int32Array;
  readonly npmi: Float64Array;
  readonly g2: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
}

type EdgeCounts = Readonly<
  Record<
    "source" | "target" | "articles" | "close" | "texts" | "stories" | "papers" | "first_day" | "last_day",
    Int32Array
  >
>;

export interface Nodes {
  /** Index into ENTITY_TYPES; 255 where no entity has the number. */
  readonly types: Uint8Array;
  readonly stories: Int32Array;
  readonly mentions: Int32Array;
  readonly contentStories: Int32Array;
  readonly contentMentions: Int32Array;
}

export interface Adjacency {
  readonly layer: Layer;
  /** Node numbers are in [1, size). */
  readonly size: number;
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
  readonly edges: Int32Array;
  readonly counts: EdgeCounts;
  readonly backbone: Uint8Array;
  readonly tested: Tested;
  /** What a hop over each tie costs: 1 + 1/weight (tieWeight, at least 1), in (1, 2], in COST_UNITs. */
  readonly hops: Float64Array;
  /** The least of them; ∞ without ties. */
  readonly leastHop: number;
  readonly nodes: Nodes;
  /** By number. */
  readonly names: readonly (EntityName | undefined)[];
  /** Stories of the project: the sample of the 2×2 tables. */
  readonly stories: number;
  readonly searched: Searched;
}

const adjacencies = new WeakMap<Database, Map<Layer, Promise<Adjacency>>>();

/** The layer's ties where memory holds them, all of them; null otherwise: a single question need not read them. */
export async function loadedAdjacency(db: Database, layer: Layer): Promise<Adjacency | null> {
  const adjacency = await adjacencies.get(db)?.get(layer);
  return adjacency && adjacency.searched.edges === adjacency.searched.of ? adjacency : null;
}

/** The layer's ties, read once for an open database. Cost: 1 to 2 s for a million ties. */
export function adjacencyOf(db: Database, layer: Layer): Promise<Adjacency> {
  const byLayer = adjacencies.get(db) ?? new Map<Layer, Promise<Adjacency>>();
  adjacencies.set(db, byLayer);
  let adjacency = byLayer.get(layer);
  if (!adjacency) {
    adjacency = read(db, layer);
    byLayer.set(layer, adjacency);
    // A failed reading must not stay for ever.
    adjacency.catch(() => byLayer.delete(layer));
  }
  return adjacency;
}

/**
 * Costs are counted in such parts of 1, so that sums that are equal are so to the digit, in whatever order they are added: it
 * is divided by all numbers up to 20, of which the costs of most ties are fractions.
 */
export const COST_UNIT = 232_792_560;

/** Ties or nodes looked at before others are answered: some 5 ms. */
const SLICE = 100_000;

async function read(db: Database, layer: Layer): Promise<Adjacency> {
  const nodes = await readNodes(db);
  const size = nodes.types.length;
  const of = (await db.rows<{ edges: number }>(statement("query", "layer-total"), { layer }))[0]!.edges;
  const columns = await db.columns(statement("query", "adjacency-edges"), { layer, max_edges: MAX_EDGES });
  const { backbone, npmi, g2, p, q, ...rest } = columns;
  const counts = rest as EdgeCounts;
  const { articles, close, stories } = counts;
  const hops = new Float64Array(stories.length);
  let leastHop = Number.POSITIVE_INFINITY;
  await inSlices(hops.length, SLICE, (from, to) => {
    for (let i = from; i < to; i++) {
      const weight = tieWeight({ stories: stories[i]!, articles: articles[i]!, close: close[i]! });
      hops[i] = Math.round(COST_UNIT * (1 + 1 / Math.max(1, weight)));
      leastHop = Math.min(leastHop, hops[i]!);
    }
  });
  return {
    layer,
    size,
    ...(await compressed(size, counts.source, counts.target)),
    counts,
    backbone: Uint8Array.from(backbone!),
    tested: await packed({ npmi: npmi!, g2: g2!, p: p!, q: q! }),
    hops,
    leastHop,
    nodes,
    names: (await readEntityIds(db)).names,
    stories: (await readTesting(db)).stories,
    searched: { edges: stories.length, of },
  };
}

async function readNodes(db: Database): Promise<Nodes> {
  const { number, type, stories, mentions, content_stories, content_mentions } = await db.columns(
    statement("query", "adjacency-nodes"),
  );
  let size = 1;
  for (const one of number!) size = Math.max(size, one + 1);
  const nodes = {
    types: new Uint8Array(size).fill(255),
    stories: new Int32Array(size),
    mentions: new Int32Array(size),
    contentStories: new Int32Array(size),
    contentMentions: new Int32Array(size),
  };
  number!.forEach((one, row) => {
    nodes.types[one] = type![row]!;
    nodes.stories[one] = stories![row]!;
    nodes.mentions[one] = mentions![row]!;
    nodes.contentStories[one] = content_stories![row]!;
    nodes.contentMentions[one] = content_mentions![row]!;
  });
  return nodes;
}

/**
 * Both directions of each tie; entries of a node in ascending order of the other end. Cost: two passes in slices, no
 * comparison.
 */
export async function compressed(
  size: number,
  source: Int32Array,
  target: Int32Array,
): Promise<Pick<Adjacency, "offsets" | "neighbors" | "edges">> {
  const offsets = new Int32Array(size + 1);
  await inSlices(source.length, SLICE, (from, to) => {
    for (let edge = from; edge < to; edge++) {
      offsets[source[edge]! + 1]!++;
      offsets[target[edge]! + 1]!++;
    }
  });
  for (let node = 0; node < size; node++) offsets[node + 1]! += offsets[node]!;
  const [neighbors, edges] = [new Int32Array(source.length * 2), new Int32Array(source.length * 2)];
  const ends = offsets.slice();
  const enter = (node: number, other: number, edge: number): void => {
    neighbors[ends[node]!] = other;
    edges[ends[node]!++] = edge;
  };
  await inSlices(source.length, SLICE, (from, to) => {
    for (let edge = from; edge < to; edge++) {
      enter(source[edge]!, target[edge]!, edge);
      enter(target[edge]!, source[edge]!, edge);
    }
  });
  return { offsets, ...(await transposed(offsets, { neighbors, edges })) };
}

type Entries = Pick<Adjacency, "neighbors" | "edges">;

/** Read node by node and written at the other end, entries come out in the order of the nodes. */
async function transposed(offsets: Int32Array, entries: Entries): Promise<Entries> {
  const ends = offsets.slice();
  const [neighbors, edges] = [new Int32Array(entries.neighbors.length), new Int32Array(entries.edges.length)];
  let node = 0;
  await inSlices(neighbors.length, SLICE, (from, to) => {
    for (let at = from; at < to; at++) {
      while (at >= offsets[node + 1]!) node++;
      const place = ends[entries.neighbors[at]!]!++;
      neighbors[place] = node;
      edges[place] = entries.edges[at]!;
    }
  });
  return { neighbors, edges };
}

async function packed(
  columns: Readonly<Record<"npmi" | "g2" | "p" | "q", Float64Array | Int32Array>>,
): Promise<Tested> {
  const at = new Int32Array(columns.npmi.length).fill(-1);
  let size = 0;
  await inSlices(at.length, SLICE, (from, to) => {
    for (let edge = from; edge < to; edge++) if (!Number.isNaN(columns.npmi[edge]!)) at[edge] = size++;
  });
  const pack = async (column: Float64Array | Int32Array): Promise<Float64Array> => {
    const values = new Float64Array(size);
    await inSlices(at.length, SLICE, (from, to) => {
      for (let edge = from; edge < to; edge++) if (at[edge]! >= 0) values[at[edge]!] = column[edge]!;
    });
    return values;
  };
  const [npmi, g2] = [await pack(columns.npmi), await pack(columns.g2)];
  return { at, npmi, g2, p: await pack(columns.p), q: await pack(columns.q) };
}

/** How many neighbours a node has. */
export const degreeOf = ({ offsets }: Adjacency, node: number): number => offsets[node + 1]! - offsets[node]!;

export const typeOf = ({ nodes }: Adjacency, node: number): EntityType => ENTITY_TYPES[nodes.types[node]!]!;

/** The tie between two nodes; −1 for none. Cost: O(log degree). */
export function edgeBetween({ offsets, neighbors, edges }: Adjacency, a: number, b: number): number {
  let low = offsets[a]!;
  const end = offsets[a + 1]!;
  for (let high = end; low < high; ) {
    const middle = (low + high) >> 1;
    if (neighbors[middle]! < b) low = middle + 1;
    else high = middle;
  }
  return low < end && neighbors[low] === b ? edges[low]! : -1;
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** All that is known of a tie. */
export function edgeFacts({ layer, counts, backbone, tested }: Adjacency, edge: number): EdgeFacts {
  const at = tested.at[edge]!;
  return {
    layer,
    articles: counts.articles[edge]!,
    close: counts.close[edge]!,
    texts: counts.texts[edge]!,
    stories: counts.stories[edge]!,
    papers: counts.papers[edge]!,
    npmi: known(tested.npmi[at]),
    g2: known(tested.g2[at]),
    p: known(tested.p[at]),
    q: known(tested.q[at]),
    backbone: backbone[edge] === 1,
    first_date: dateOf(counts.first_day[edge]!),
    last_date: dateOf(counts.last_day[edge]!),
  };
}

export const TIE_SORTS = [
  "stories",
  "articles",
  "close",
  "texts",
  "papers",
  "npmi",
  "g2",
  "q",
  "jaccard",
  "association",
] as const;
export type TieSort = (typeof TIE_SORTS)[number];

/** A tie's value by a weight; null where it has none. jaccard and association are those of the content layer. */
export function weightOf(adjacency: Adjacency, edge: number, sort: TieSort): number | null {
  const { counts, tested } = adjacency;
  if (sort === "npmi" || sort === "g2" || sort === "q") return known(tested[sort][tested.at[edge]!]);
  if (sort === "jaccard" || sort === "association") {
    const table = tableOf(adjacency, edge);
    return table && Number((sort === "jaccard" ? jaccard : associationStrength)(table).toPrecision(6));
  }
  return counts[sort][edge]!;
}

/** The stronger the larger, −∞ for none: a small q is a strong tie. */
export function strengthOf(adjacency: Adjacency, edge: number, sort: TieSort): number {
  const value = weightOf(adjacency, edge, sort);
  if (value === null) return Number.NEGATIVE_INFINITY;
  return sort === "q" ? -value : value;
}

function tableOf({ layer, counts, nodes, stories }: Adjacency, edge: number) {
  if (layer !== "content") return null;
  return {
    both: counts.stories[edge]!,
    a: nodes.contentStories[counts.source[edge]!]!,
    b: nodes.contentStories[counts.target[edge]!]!,
    total: stories,
  };
}
