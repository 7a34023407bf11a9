// Paths through given nodes in their order: the best ways of each stretch, put together cheapest first.
//
// Each stretch's paths come in the order of their costs, so the sums are visited in order too, from (0, 0, …) on: a
// combination is taken from a heap, its successors (one stretch a path further) are put in. One whose stretches meet is no
// simple path and is passed over. Exact, as long as `MAX_TRIED` combinations suffice; the answer says when they did not.
import { type CostGraph, comparePaths, createPathFinder, type NumberPath } from "./best-paths.ts";

/** Combinations looked at for one question. */
const MAX_TRIED = 2_000;

export interface ChainedPaths {
  readonly paths: NumberPath[];
  /** False when the search was given up before it had found `k` or all. */
  readonly complete: boolean;
}

/** In: two stops or more. Out: the k best simple paths that pass the stops in their order, with at most `maxHops` hops. */
export function chainedPaths(graph: CostGraph, stops: readonly number[], k: number, maxHops: number): ChainedPaths {
  const stretches = stops.slice(1).map((to, i) => {
    const others = stops.filter((_, at) => at !== i && at !== i + 1);
    const next = createPathFinder(graph, stops[i]!, to, maxHops - (stops.length - 2), others);
    return remembered(next);
  });
  const first = combined(
    stretches,
    stops.slice(1).map(() => 0),
  );
  const queue = first ? [first] : [];
  const seen = new Set(queue.map(({ at }) => at.join(" ")));
  const paths: NumberPath[] = [];
  let tried = 0;
  while (queue.length > 0 && paths.length < k && tried < MAX_TRIED) {
    // A queue of some hundreds: a scan costs less than it would to keep a heap right.
    const least = queue.reduce((a, b, i) => (comparePaths(b.path, queue[a]!.path) < 0 ? i : a), 0);
    const [{ at, path }] = queue.splice(least, 1) as [Combination];
    tried++;
    if (path.nodes.length - 1 <= maxHops && new Set(path.nodes).size === path.nodes.length) paths.push(path);
    for (let i = 0; i < at.length; i++) {
      const further = at.map((index, stretch) => (stretch === i ? index + 1 : index));
      if (seen.has(further.join(" "))) continue;
      seen.add(further.join(" "));
      const next = combined(stretches, further);
      if (next) queue.push(next);
    }
  }
  return { paths, complete: paths.length === k || queue.length === 0 };
}

interface Combination {
  readonly at: readonly number[];
  readonly path: NumberPath;
}

type Stretch = (index: number) => NumberPath | null;

/** The paths of a finder by index, each found once. */
function remembered(next: () => NumberPath | null): Stretch {
  const found: (NumberPath | null)[] = [];
  return (index) => {
    while (found.length <= index && found.at(-1) !== null) found.push(next());
    return found[index] ?? null;
  };
}

function combined(stretches: readonly Stretch[], at: readonly number[]): Combination | null {
  const parts = at.map((index, i) => stretches[i]!(index));
  if (parts.includes(null)) return null;
  const paths = parts as NumberPath[];
  return {
    at,
    path: {
      nodes: paths.flatMap(({ nodes }, i) => (i === 0 ? nodes : nodes.slice(1))),
      edges: paths.flatMap(({ edges }) => edges),
      cost: paths.reduce((sum, { cost }) => sum + cost, 0),
    },
  };
}
