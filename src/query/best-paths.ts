// The k best simple paths of a weighted graph (Yen 1971, "Finding the k shortest loopless paths in a network"), each found
// by Bellman–Ford in rounds, one hop a round, so that the number of hops can be bounded.
//
// Why not graphology-shortest-path: it knows neither a bound on hops nor the second best, and leaves ties to the order of
// insertion. Here ties go to fewer hops, then to the smaller numbers of the nodes on the way.

/** Neighbours of each node by number; costs are > 0. */
export interface CostGraph {
  neighbors(node: number): readonly number[];
  /** Of stepping from a node to a neighbour, on the way to `to`. */
  cost(from: number, neighbor: number, to: number): number;
}

export interface NumberPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** Best first, at most `k`; fewer when there are no more. Cost: k · hops rounds over the edges. */
export function bestPaths(graph: CostGraph, from: number, to: number, k: number, maxHops: number): NumberPath[] {
  const first = bestPath(graph, [from], to, maxHops, new Set());
  if (!first) return [];
  const found = [first];
  const candidates = new Map<string, NumberPath>();
  while (found.length < k) {
    const last = found.at(-1)!;
    for (let i = 0; i < last.nodes.length - 1; i++) {
      const root = last.nodes.slice(0, i + 1);
      const used = new Set(found.filter((path) => startsWith(path.nodes, root)).map((path) => path.nodes[i + 1]!));
      const path = bestPath(graph, root, to, maxHops, used);
      if (path) candidates.set(path.nodes.join(" "), path);
    }
    const next = [...candidates.values()].sort(comparePaths)[0];
    if (!next) break;
    candidates.delete(next.nodes.join(" "));
    found.push(next);
  }
  return found;
}

const startsWith = (nodes: readonly number[], root: readonly number[]): boolean =>
  root.every((node, i) => nodes[i] === node);

function comparePaths(a: NumberPath, b: NumberPath): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const i = a.nodes.findIndex((node, at) => node !== b.nodes[at]);
  return i < 0 ? 0 : a.nodes[i]! - b.nodes[i]!;
}

interface Step {
  readonly cost: number;
  readonly before: number;
}

/** The best path that begins with `root`, does not go on to a node of `used`, and has at most `maxHops` hops in all. */
function bestPath(
  graph: CostGraph,
  root: readonly number[],
  to: number,
  maxHops: number,
  used: ReadonlySet<number>,
): NumberPath | null {
  const spur = root.at(-1)!;
  const closed = new Set(root);
  const best = new Map<number, number>([[spur, 0]]);
  // rounds[h] holds the nodes that h hops reach better than fewer hops do, with the node before.
  const rounds: Map<number, Step>[] = [new Map([[spur, { cost: 0, before: spur }]])];
  let reached: { cost: number; round: number } | null = null;
  for (let hop = 1; hop <= maxHops - (root.length - 1); hop++) {
    const round = new Map<number, Step>();
    for (const [node, step] of rounds[hop - 1]!) {
      if (node === to) continue;
      for (const neighbor of graph.neighbors(node)) {
        if (closed.has(neighbor) || (hop === 1 && used.has(neighbor))) continue;
        const cost = step.cost + graph.cost(node, neighbor, to);
        const known = Math.min(
          best.get(neighbor) ?? Number.POSITIVE_INFINITY,
          reached?.cost ?? Number.POSITIVE_INFINITY,
        );
        const rival = round.get(neighbor);
        if (rival ? cost < rival.cost || (cost === rival.cost && node < rival.before) : cost < known) {
          round.set(neighbor, { cost, before: node });
        }
      }
    }
    for (const [node, { cost }] of round) best.set(node, cost);
    const arrival = round.get(to);
    if (arrival) reached = { cost: arrival.cost, round: hop };
    rounds.push(round);
    if (round.size === 0) break;
  }
  if (!reached) return null;
  const way: number[] = [];
  for (let node = to, hop = reached.round; hop > 0; hop--) {
    way.push(node);
    node = rounds[hop]!.get(node)!.before;
  }
  const nodes = [...root, ...way.reverse()];
  return { nodes, cost: costOf(graph, nodes, to) };
}

// Summed from the start, so that one path has one cost however it was found.
function costOf(graph: CostGraph, nodes: readonly number[], to: number): number {
  let cost = 0;
  for (let i = 1; i < nodes.length; i++) cost += graph.cost(nodes[i - 1]!, nodes[i]!, to);
  return cost;
}
