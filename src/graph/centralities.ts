// Centralities: how much of the drawn graph goes through or to a node, in the four ways that people ask for.
//
// The graph is that of the drawn entities and all their drawn ties of the content layer, not of the backbone alone.
// - degree           ties.
// - weighted degree  the stories of its ties, summed.
// - PageRank         Page, Brin, Motwani & Winograd 1999, "The PageRank citation ranking", damping 0.85, ties weighted by
//                    their stories; all nodes sum to 1.
// - betweenness      Freeman 1977, "A set of measures of centrality based on betweenness": the share of the shortest paths
//                    (fewest ties) between two others that lead through the node, in [0, 1], by Brandes 2001, "A faster
//                    algorithm for betweenness centrality". In a larger graph from some sources only, chosen at random
//                    with a seed and scaled up (Brandes & Pich 2007, "Centrality estimation in large networks": random
//                    pivots come out best); then the answer says from how many.
// The search from one source is graphology-shortest-path's. It counts paths in 32 bits, which a chain of large articles
// passes, so they are counted again in floats; graphology-metrics' own betweenness does not.
import { seededRandom } from "../lib/random.ts";
import type { WeightedTie } from "./communities.ts";
import { createUnweightedIndexedBrandes, pagerank, UndirectedGraph, weightedDegree } from "./graphology.ts";
import { rounded } from "./weights.ts";

/** Six significant digits each. */
export interface Centrality {
  readonly degree: number;
  readonly weighted_degree: number;
  readonly pagerank: number;
  readonly betweenness: number;
}

export interface Centralities {
  readonly byId: ReadonlyMap<string, Centrality>;
  /** Sources of the search for betweenness; fewer than nodes where it is sampled. */
  readonly pivots: number;
}

/** Up to so many nodes betweenness is exact. */
export const MAX_EXACT = 1_000;

/** Above, sources searched from. On generated graphs the twenty most central come out within a tenth on average; with 250 within 18 %. */
export const PIVOTS = 500;

const SEED = 20_250_829;

/**
 * In:  distinct nodes; ties between them, weighted by their stories. The same nodes and ties in the same order → the same figures.
 * Out: one row a node; a node without ties has 0 for all but PageRank.
 * Cost: 5,000 nodes with 100,000 ties 2 s, most of it betweenness (500 searches); 1,000 with 20,000 0.6 s; 300 with 5,000 0.2 s.
 */
export function centralities(nodes: readonly string[], ties: readonly WeightedTie[]): Centralities {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (const { source, target, weight } of ties) graph.addEdge(source, target, { weight });
  if (nodes.length === 0) return { byId: new Map(), pivots: 0 };
  const ranks = pagerank(graph, { getEdgeWeight: "weight", tolerance: 1e-12, maxIterations: 1_000 });
  const pivots = nodes.length <= MAX_EXACT ? nodes.map((_, i) => i) : sample(nodes.length, PIVOTS);
  const between = betweenness(graph, pivots);
  const byId = new Map(
    nodes.map((node, i) => [
      node,
      {
        degree: graph.degree(node),
        weighted_degree: weightedDegree(graph, node, "weight"),
        pagerank: rounded(ranks[node]!),
        betweenness: rounded(between[i]!),
      },
    ]),
  );
  return { byId, pivots: pivots.length };
}

/** `wanted` of the numbers below `size`, each set of them as likely as any other (Knuth's algorithm S), ascending. */
export function sample(size: number, wanted: number): number[] {
  const random = seededRandom(SEED);
  const chosen: number[] = [];
  for (let i = 0; i < size && chosen.length < wanted; i++) {
    if (random() * (size - i) < wanted - chosen.length) chosen.push(i);
  }
  return chosen;
}

/** Of each node, in the graph's order: the mean over the pivots, which stand for all nodes. */
export function betweenness(graph: UndirectedGraph, pivots: readonly number[]): Float64Array {
  const search = createUnweightedIndexedBrandes(graph);
  const sums = new Float64Array(graph.order);
  const paths = new Float64Array(graph.order);
  const shares = new Float64Array(graph.order);
  for (const pivot of pivots) {
    const [stack, predecessors] = search(pivot);
    const reached = stack.toArray() as Uint32Array;
    // The stack hands out what was reached last first.
    reached.reverse();
    stack.clear();
    for (const node of reached) {
      shares[node] = 0;
      paths[node] = node === pivot ? 1 : predecessors[node]!.reduce((sum, before) => sum + paths[before]!, 0);
    }
    for (let i = reached.length - 1; i > 0; i--) {
      const node = reached[i]!;
      const share = (1 + shares[node]!) / paths[node]!;
      for (const before of predecessors[node]!) shares[before]! += paths[before]! * share;
      sums[node]! += shares[node]!;
    }
  }
  const others = (graph.order - 1) * (graph.order - 2);
  const scale = others > 0 && pivots.length > 0 ? graph.order / pivots.length / others : 0;
  return sums.map((sum) => sum * scale);
}
