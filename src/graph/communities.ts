// Communities: groups of entities that are named with each other more than with the rest.
//
// Louvain (Blondel et al. 2008) on the drawn graph of the content layer. The method is greedy and its order of visits is
// random: from twenty seeds the partition of highest modularity is taken, so that one unlucky run decides nothing, and
// the other runs say how stable it is:
// - of a community: the mean, over the runs, of the best Jaccard overlap that the community finds there (Hennig 2007,
//   "Cluster-wise assessment of cluster stability");
// - of a node: the mean, over the runs, of the share of its community's other members that are with it there (item
//   consensus: Monti, Tamayo, Mesirov & Golub 2003, "Consensus clustering"). Low: it stands between communities.
import { grouped } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import { seededRandom } from "../lib/random.ts";
import { louvain, UndirectedGraph } from "./graphology.ts";

export interface WeightedTie {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

export interface Community {
  /** In the order of `nodes`. */
  readonly members: readonly string[];
  /** In [0, 1]; 1 when every run finds it. */
  readonly stability: number;
  /** Of each member, in their order, in [0, 1]; 1 when every run keeps all others with it. */
  readonly memberStability: readonly number[];
}

const SEEDS = 20;

/**
 * In:  nodes, most important first (ties between communities of one size are broken by it), and ties between them; any
 *      order of ties gives the same result. Nodes without ties belong to no community.
 * Out: communities, largest first.
 * Cost: twenty Louvain runs, about 80 ms each at 2,000 nodes and 12,000 ties.
 */
export function findCommunities(nodes: readonly string[], ties: readonly WeightedTie[]): Community[] {
  if (ties.length === 0) return [];
  const graph = new UndirectedGraph();
  const sorted = [...ties].sort(byEnds);
  const tied = new Set(sorted.flatMap(({ source, target }) => [source, target]));
  const members = nodes.filter((node) => tied.has(node));
  for (const node of members) graph.addNode(node);
  for (const { source, target, weight } of sorted) graph.addEdge(source, target, { weight });
  const runs = Array.from({ length: SEEDS }, (_, seed) =>
    louvain.detailed(graph, { rng: seededRandom(seed), getEdgeWeight: "weight" }),
  );
  const best = runs.reduce((a, b) => (b.modularity > a.modularity ? b : a));
  const partitions = runs.map((run) => groupsOf(members, run.communities));
  const chosen = partitions[runs.indexOf(best)]!;
  const others = partitions.filter((partition) => partition !== chosen).map(groupByMember);
  return chosen
    .map((group) => ({ members: group, ...stabilityOf(group, others) }))
    .sort((a, b) => b.members.length - a.members.length);
}

const byEnds = (a: WeightedTie, b: WeightedTie): number =>
  compareCodePoints(a.source, b.source) || compareCodePoints(a.target, b.target);

// Groups in the order of their first members, so that the numbers Louvain gives them do not matter.
const groupsOf = (members: readonly string[], communityOf: Readonly<Record<string, number>>): string[][] => [
  ...grouped(members, (node) => communityOf[node]!).values(),
];

const groupByMember = (partition: readonly string[][]): Map<string, readonly string[]> =>
  new Map(partition.flatMap((group) => group.map((node) => [node, group] as const)));

function stabilityOf(
  members: readonly string[],
  runs: readonly ReadonlyMap<string, readonly string[]>[],
): Pick<Community, "stability" | "memberStability"> {
  let overlaps = 0;
  const kept = members.map(() => 0);
  for (const groupOf of runs) {
    const groups = members.map((node) => groupOf.get(node)!);
    const shared = new Map<readonly string[], number>();
    for (const group of groups) shared.set(group, (shared.get(group) ?? 0) + 1);
    overlaps += Math.max(...[...shared].map(([group, both]) => both / (members.length + group.length - both)));
    // A community of one has no other members that could leave it.
    for (const [i, group] of groups.entries()) {
      kept[i]! += members.length === 1 ? 1 : (shared.get(group)! - 1) / (members.length - 1);
    }
  }
  return { stability: overlaps / runs.length, memberStability: kept.map((sum) => sum / runs.length) };
}

/**
 * The weight of a tie for communities and places: its stories, up to doubled by the share of its articles in which one
 * sentence names both. Stories and not articles, so that a reprint does not pull.
 */
export const tieWeight = (tie: { stories: number; articles: number; close: number }): number =>
  tie.stories * (1 + tie.close / Math.max(1, tie.articles));
