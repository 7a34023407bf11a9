import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compressed } from "../../src/query/adjacency.ts";
import { bestPaths, type CostGraph } from "../../src/query/best-paths.ts";
import { chainedPaths } from "../../src/query/chained-paths.ts";

type Tie = readonly [a: number, b: number, cost: number];

interface Limits {
  readonly tolls?: readonly number[];
  readonly open?: readonly boolean[];
}

/** One tie a pair: the last one given. */
function tiesOf(list: readonly Tie[]): Tie[] {
  const byPair = new Map<string, Tie>();
  for (const [a, b, cost] of list) if (a !== b) byPair.set(a < b ? `${a} ${b}` : `${b} ${a}`, [a, b, cost]);
  return [...byPair.values()];
}

const graphOf = async (size: number, ties: readonly Tie[], { tolls, open }: Limits = {}): Promise<CostGraph> => ({
  ...(await compressed(
    size,
    Int32Array.from(ties, ([a]) => a),
    Int32Array.from(ties, ([, b]) => b),
  )),
  hops: Float64Array.from(ties, ([, , cost]) => cost),
  leastHop: Math.min(...ties.map(([, , cost]) => cost)),
  tolls: tolls ? Float64Array.from(tolls) : null,
  open: open ? Uint8Array.from(open, Number) : null,
});

/** Every simple path over the plain list of ties, by cost, hops, and nodes from the first on. */
function allPaths(ties: readonly Tie[], from: number, to: number, maxHops: number, { tolls, open }: Limits = {}) {
  const found: { nodes: number[]; cost: number }[] = [];
  const walk = (nodes: number[], cost: number): void => {
    const last = nodes.at(-1)!;
    if (last === to) found.push({ nodes, cost });
    else if (nodes.length <= maxHops)
      for (const [a, b, hop] of ties) {
        if (a !== last && b !== last) continue;
        const next = a === last ? b : a;
        if (nodes.includes(next) || (next !== to && open && !open[next])) continue;
        walk([...nodes, next], cost + hop + (next !== to && tolls ? tolls[next]! : 0));
      }
  };
  walk([from], 0);
  const order = (a: readonly number[], b: readonly number[]): number => {
    const i = a.findIndex((node, at) => node !== b[at]);
    return i < 0 ? 0 : a[i]! - b[i]!;
  };
  return found.sort((a, b) => a.cost - b.cost || a.nodes.length - b.nodes.length || order(a.nodes, b.nodes));
}

const SIZE = 8;
const graphs = fc.record({
  list: fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.integer({ min: 1, max: 5 })), { maxLength: 22 }),
  tolls: fc.option(fc.array(fc.nat(3), { minLength: SIZE, maxLength: SIZE }), { nil: undefined }),
  open: fc.option(fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }), { nil: undefined }),
  k: fc.integer({ min: 1, max: 6 }),
  maxHops: fc.integer({ min: 1, max: 6 }),
});

const isSimple = ({ nodes }: { nodes: readonly number[] }): boolean => new Set(nodes).size === nodes.length;

describe("bestPaths", () => {
  it("finds what trying all simple paths finds, past tolls and closed nodes", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async ({ list, tolls, open, k, maxHops }) => {
        const ties = tiesOf(list);
        const limits = { ...(tolls && { tolls }), ...(open && { open }) };
        const found = bestPaths(await graphOf(SIZE, ties, limits), 0, SIZE - 1, k, maxHops);
        const wanted = allPaths(ties, 0, SIZE - 1, maxHops, limits).slice(0, k);
        expect(found.map(({ cost, nodes }) => ({ cost, nodes }))).toEqual(
          wanted.map(({ cost, nodes }) => ({ cost, nodes })),
        );
        expect(found.every(isSimple)).toBe(true);
        expect(new Set(found.map(({ nodes }) => nodes.join(" "))).size).toBe(found.length);
        for (const { nodes, edges } of found) {
          const ends = edges.map((tie) => ties[tie]!.slice(0, 2).sort());
          expect(ends).toEqual(edges.map((_, i) => [nodes[i], nodes[i + 1]].sort()));
        }
      }),
      { numRuns: 500 },
    );
  });
  it("of many that cost the same, takes those whose nodes come first, the first of them first", async () => {
    const ties: Tie[] = [
      [0, 5, 1],
      [5, 1, 1],
      [1, 7, 1],
      [0, 2, 1],
      [2, 6, 1],
      [6, 7, 1],
    ];
    // The smallest node of both stands on the way that comes second.
    expect(bestPaths(await graphOf(SIZE, ties), 0, 7, 2, 4).map(({ nodes }) => nodes)).toEqual([
      [0, 2, 6, 7],
      [0, 5, 1, 7],
    ]);
    const alike = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.constantFrom(2, 3)), {
      minLength: 15,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(alike, fc.integer({ min: 2, max: 7 }), async (list, maxHops) => {
        const tied = tiesOf(list.filter(([a, b]) => a + b !== SIZE - 1));
        const found = bestPaths(await graphOf(SIZE, tied), 0, SIZE - 1, 20, maxHops);
        const wanted = allPaths(tied, 0, SIZE - 1, maxHops).slice(0, 20);
        expect(found.map(({ nodes }) => nodes)).toEqual(wanted.map(({ nodes }) => nodes));
      }),
      { numRuns: 200 },
    );
  });

  it("finds nothing between two that are not connected", async () => {
    expect(bestPaths(await graphOf(3, [[0, 1, 1]]), 0, 2, 3, 4)).toEqual([]);
  });
});

describe("chainedPaths", () => {
  it("finds of all simple paths the best that pass the stops in their order", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.shuffledSubarray([1, 2, 3], { minLength: 1, maxLength: 2 }), async (graph, stops) => {
        const ties = tiesOf(graph.list);
        const maxHops = Math.max(graph.maxHops, stops.length + 1);
        const { paths, complete } = chainedPaths(await graphOf(SIZE, ties), [0, ...stops, SIZE - 1], graph.k, maxHops);
        const passes = ({ nodes }: { nodes: readonly number[] }): boolean => {
          const places = stops.map((stop) => nodes.indexOf(stop));
          return places.every((place, i) => place > 0 && (i === 0 || place > places[i - 1]!));
        };
        const wanted = allPaths(ties, 0, SIZE - 1, maxHops)
          .filter(passes)
          .slice(0, graph.k);
        expect(complete).toBe(true);
        expect(paths.map(({ cost, nodes }) => ({ cost, nodes }))).toEqual(
          wanted.map(({ cost, nodes }) => ({ cost, nodes })),
        );
        expect(paths.every((one) => isSimple(one) && passes(one))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("compressed", () => {
  it("lists each tie at both ends, neighbours in ascending order", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async ({ list }) => {
        const ties = tiesOf(list);
        const { offsets, neighbors, edges } = await graphOf(SIZE, ties);
        for (let node = 0; node < SIZE; node++) {
          const own = [...neighbors.subarray(offsets[node], offsets[node + 1])];
          const wanted = ties.filter(([a, b]) => a === node || b === node).map(([a, b]) => (a === node ? b : a));
          expect(own).toEqual(wanted.sort((a, b) => a - b));
          const tied = own.map((_, i) => ties[edges[offsets[node]! + i]!]!);
          expect(tied.every((tie, i) => tie.slice(0, 2).includes(own[i]!) && tie.slice(0, 2).includes(node))).toBe(
            true,
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
