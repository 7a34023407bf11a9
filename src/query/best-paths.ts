// The k best simple paths of a weighted graph (Yen 1971, "Finding the k shortest loopless paths in a network"), each found
// by Bellman–Ford in rounds, one hop a round, so that the number of hops can be bounded.
//
// A search goes from both ends at once, half of the hops each, and joins the halves where their sum is least: four hops
// from one end are a whole large graph, two from either are its corner. What the first hops of both find bounds the rest:
// as no hop is cheaper than the cheapest tie, between two hubs hardly anything is left to look at.
//
// Why not graphology-shortest-path: it knows neither a bound on hops nor the second best, and leaves ties to the order of
// insertion. Here ties go to fewer hops, then to the smaller numbers of the nodes on the way, the first of them first. That
// asks for costs in whole numbers: of sums of fractions, equal ones differ in their last digit.

/** Compressed sparse rows (adjacency.ts): node i's entries stand in [offsets[i], offsets[i + 1]). */
export interface CostGraph {
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
  /** The tie of each entry. */
  readonly edges: Int32Array;
  /** What a hop over a tie costs, a whole number > 0, by tie; ∞ where none may pass. */
  readonly hops: Float64Array;
  /** The least of them. */
  readonly leastHop: number;
  /** What passing a node costs besides, a whole number ≥ 0, for nodes on the way; null for nothing. */
  readonly tolls: Float64Array | null;
  /** Nodes that may be on the way, 1 or 0; null for all. The ends always may. */
  readonly open: Uint8Array | null;
}

export interface NumberPath {
  readonly nodes: readonly number[];
  /** Ties between them, one less. */
  readonly edges: readonly number[];
  readonly cost: number;
}

/** Finds the next best path each time it is called; null when there are no more. Cost: hops searches a path, `hops` rounds each. */
export function createPathFinder(
  graph: CostGraph,
  from: number,
  to: number,
  maxHops: number,
  closed: readonly number[] = [],
): () => NumberPath | null {
  const search = createSearch(graph, to, maxHops, closed);
  const found: NumberPath[] = [];
  const candidates = new Map<string, NumberPath>();
  const offer = (path: NumberPath | null): void => {
    if (path) candidates.set(path.nodes.join(" "), path);
  };
  return () => {
    const last = found.at(-1);
    if (!last && found.length === 0) offer(search([from], new Set()));
    for (let i = 0; last && i < last.nodes.length - 1; i++) {
      const root = last.nodes.slice(0, i + 1);
      const used = new Set(found.filter((path) => startsWith(path.nodes, root)).map((path) => path.nodes[i + 1]!));
      offer(search(root, used));
    }
    let next: NumberPath | null = null;
    for (const path of candidates.values()) if (!next || comparePaths(path, next) < 0) next = path;
    if (!next) return null;
    candidates.delete(next.nodes.join(" "));
    found.push(next);
    return next;
  };
}

/** Best first, at most `k`; fewer when there are no more. */
export function bestPaths(graph: CostGraph, from: number, to: number, k: number, maxHops: number): NumberPath[] {
  const next = createPathFinder(graph, from, to, maxHops);
  const found: NumberPath[] = [];
  for (let path = next(); path && found.push(path) < k; ) path = next();
  return found;
}

const startsWith = (nodes: readonly number[], root: readonly number[]): boolean =>
  root.every((node, i) => nodes[i] === node);

export function comparePaths(a: NumberPath, b: NumberPath): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const i = a.nodes.findIndex((node, at) => node !== b.nodes[at]);
  return i < 0 ? 0 : a.nodes[i]! - b.nodes[i]!;
}

type Search = (root: readonly number[], used: ReadonlySet<number>) => NumberPath | null;

/** A node is tried by the nodes that lead to it: hop by hop, what it costs at least and where that comes from. */
interface Reach {
  /** By hops: the least cost of reaching a node by exactly so many, where fewer do not reach it as cheaply; else ∞. */
  readonly cost: Float64Array[];
  /** By hops: the node before. */
  readonly before: Int32Array[];
  /** The least cost by any number of hops, and how many. */
  readonly best: Float64Array;
  readonly hop: Uint8Array;
  /** Nodes reached, each once. */
  readonly nodes: number[];
}

const createReach = (size: number): Reach => ({
  cost: [],
  before: [],
  best: new Float64Array(size),
  hop: new Uint8Array(size),
  nodes: [],
});

/**
 * A function that finds the best path that begins with `root`, does not go on to a node of `used`, passes no node of
 * `closed`, and has at most `maxHops` hops in all.
 */
function createSearch(graph: CostGraph, to: number, maxHops: number, closed: readonly number[]): Search {
  const size = graph.offsets.length - 1;
  const shut = new Uint8Array(size);
  const [forth, back] = [createReach(size), createReach(size)];
  return (root, used) => {
    const spur = root.at(-1)!;
    const left = maxHops - (root.length - 1);
    if (left < 1) return null;
    shut.fill(0);
    for (const node of [...root, ...closed]) shut[node] = 1;
    const there = begin(forth, { start: spur, goal: to, hops: Math.ceil(left / 2), shut, used, isBack: false });
    const here = begin(back, { start: to, goal: to, hops: Math.floor(left / 2), shut, used: NOBODY, isBack: true });
    goOn(graph, forth, there, 1);
    goOn(graph, back, here, 1);
    const near = meet(forth, back);
    const most = near < 0 ? Number.POSITIVE_INFINITY : forth.best[near]! + back.best[near]!;
    const whole = (meeting: number): NumberPath =>
      pathOf(graph, [...root.slice(0, -1), ...wayTo(forth, meeting).reverse(), ...wayTo(back, meeting).slice(1)]);
    // With three hops or more nothing is cheaper, and of equals fewer hops win.
    const found = near < 0 ? null : whole(near);
    if (3 * graph.leastHop >= most) return found;
    // Whoever goes on from here has two hops more.
    const limit = most - 2 * graph.leastHop;
    for (let hop = 2; hop <= there.hops; hop++) {
      goOn(graph, forth, there, hop, limit);
      goOn(graph, back, here, hop, limit);
    }
    const meeting = meet(forth, back);
    return meeting < 0 || forth.best[meeting]! + back.best[meeting]! >= most ? found : whole(meeting);
  };
}

const NOBODY: ReadonlySet<number> = new Set();

interface Walk {
  readonly start: number;
  readonly goal: number;
  readonly hops: number;
  /** Nodes that may not be reached. */
  readonly shut: Uint8Array;
  /** Nodes that the first hop may not reach. */
  readonly used: ReadonlySet<number>;
  /** Backwards a node's toll is paid when it is left, for the one that meets it has paid its own. */
  readonly isBack: boolean;
}

/** A walk under way: the nodes that its last round reached. */
type Under = Walk & { rim: number[] };

function begin({ best, hop, nodes }: Reach, from: Walk): Under {
  best.fill(Number.POSITIVE_INFINITY);
  best[from.start] = 0;
  hop[from.start] = 0;
  nodes.length = 0;
  nodes.push(from.start);
  return { ...from, rim: [from.start] };
}

/**
 * One round of Bellman–Ford from one end, over nodes that are open; none past the walk's own bound on hops. Nodes that cost
 * `limit` or more are not gone on from. Cost: the entries of the nodes reached by the last round.
 */
function goOn(graph: CostGraph, reach: Reach, from: Under, hop: number, limit = Number.POSITIVE_INFINITY): void {
  if (hop > from.hops) return;
  const { offsets, neighbors, edges, hops, tolls, open } = graph;
  const { goal, shut, used, isBack } = from;
  const { best, hop: fewest, nodes } = reach;
  reach.cost[hop] ??= new Float64Array(best.length);
  reach.before[hop] ??= new Int32Array(best.length);
  const [cost, before] = [reach.cost[hop]!.fill(Number.POSITIVE_INFINITY), reach.before[hop]!];
  const next: number[] = [];
  for (const node of from.rim) {
    const toll = isBack && tolls && node !== goal ? tolls[node]! : 0;
    const base = (hop === 1 ? 0 : reach.cost[hop - 1]![node]!) + toll;
    if (base >= limit) continue;
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const neighbor = neighbors[at]!;
      if (shut[neighbor] === 1 || (hop === 1 && used.has(neighbor))) continue;
      if (open && neighbor !== goal && open[neighbor] === 0) continue;
      const step = base + hops[edges[at]!]! + (!isBack && tolls && neighbor !== goal ? tolls[neighbor]! : 0);
      if (step >= best[neighbor]!) continue;
      const rival = cost[neighbor]!;
      if (step > rival) continue;
      if (step === rival && orderOfWays(reach, isBack ? 0 : hop - 1, node, before[neighbor]!) > 0) continue;
      if (rival === Number.POSITIVE_INFINITY) next.push(neighbor);
      cost[neighbor] = step;
      before[neighbor] = node;
    }
  }
  for (const node of next) {
    if (best[node] === Number.POSITIVE_INFINITY) nodes.push(node);
    best[node] = cost[node]!;
    fewest[node] = hop;
  }
  // Nobody goes on from the goal.
  from.rim = isBack ? next : next.filter((node) => node !== goal);
}

/**
 * Which of the ways to two nodes, both of so many hops, has the smaller number where they part first; < 0 for the first's. With
 * 0 hops the nodes themselves decide: going back, they are what comes first.
 */
function orderOfWays({ before }: Reach, hops: number, a: number, b: number): number {
  let [one, other, order] = [a, b, a - b];
  for (let hop = hops; hop > 1 && one !== other; hop--) {
    one = before[hop]![one]!;
    other = before[hop]![other]!;
    if (one !== other) order = one - other;
  }
  return order;
}

/**
 * The node at which the two halves make the cheapest whole; −1 for none. The cheapest walk passes no node twice, since
 * leaving out what lies between would be cheaper still: so it is a path. Of equals it is the one whose way from the start
 * comes first, as far as that was looked for: there all that are equal have a node.
 */
function meet(forth: Reach, back: Reach): number {
  const [few, many] = forth.nodes.length < back.nodes.length ? [forth, back] : [back, forth];
  let chosen = -1;
  let least = Number.POSITIVE_INFINITY;
  let hops = 0;
  for (const node of few.nodes) {
    const cost = few.best[node]! + many.best[node]!;
    if (cost > least || cost === Number.POSITIVE_INFINITY) continue;
    const own = few.hop[node]! + many.hop[node]!;
    if (cost === least) {
      const further = own - hops || (chosen < 0 ? 0 : forth.hop[chosen]! - forth.hop[node]!);
      if (further > 0 || (further === 0 && orderOfWays(forth, forth.hop[node]!, node, chosen) > 0)) continue;
    }
    [chosen, least, hops] = [node, cost, own];
  }
  return chosen;
}

/** From a node back to where the walk began. */
function wayTo({ before, hop }: Reach, node: number): number[] {
  const way = [node];
  for (let at = hop[node]!, one = node; at > 0; at--) {
    one = before[at]![one]!;
    way.push(one);
  }
  return way;
}

/** Its cost is summed from the start, so that one path has one cost however it was found. */
function pathOf({ offsets, neighbors, edges, hops, tolls }: CostGraph, nodes: readonly number[]): NumberPath {
  const ties: number[] = [];
  let cost = 0;
  for (let i = 1; i < nodes.length; i++) {
    const [from, to] = [nodes[i - 1]!, nodes[i]!];
    const tie = edges[neighbors.indexOf(to, offsets[from]!)]!;
    ties.push(tie);
    cost += hops[tie]! + (tolls && i < nodes.length - 1 ? tolls[to]! : 0);
  }
  return { nodes, edges: ties, cost };
}
