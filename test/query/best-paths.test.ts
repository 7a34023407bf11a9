import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestPaths, type CostGraph } from "../../src/query/best-paths.ts";

function graphOf(size: number, edges: readonly (readonly [number, number, number])[]): CostGraph {
  const costs = new Map<string, number>();
  for (const [a, b, cost] of edges) {
    if (a === b) continue;
    costs.set(`${a} ${b}`, cost);
    costs.set(`${b} ${a}`, cost);
  }
  const neighbors = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => b).filter((b) => costs.has(`${a} ${b}`)),
  );
  return { neighbors: (node) => neighbors[node]!, cost: (from, to) => costs.get(`${from} ${to}`)! };
}

/** Every simple path, by cost. */
function allPaths(graph: CostGraph, from: number, to: number, maxHops: number): { nodes: number[]; cost: number }[] {
  const found: { nodes: number[]; cost: number }[] = [];
  const walk = (nodes: number[], cost: number): void => {
    const last = nodes.at(-1)!;
    if (last === to) found.push({ nodes, cost });
    else if (nodes.length <= maxHops)
      for (const next of graph.neighbors(last))
        if (!nodes.includes(next)) walk([...nodes, next], cost + graph.cost(last, next, to));
  };
  walk([from], 0);
  return found.sort((a, b) => a.cost - b.cost || a.nodes.length - b.nodes.length);
}

describe("bestPaths", () => {
  it("finds what trying all simple paths finds", () => {
    const edges = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 5 })), { maxLength: 18 });
    fc.assert(
      fc.property(edges, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), (list, k, maxHops) => {
        const graph = graphOf(7, list);
        const found = bestPaths(graph, 0, 6, k, maxHops);
        const wanted = allPaths(graph, 0, 6, maxHops).slice(0, k);
        expect(found.map(({ cost }) => cost)).toEqual(wanted.map(({ cost }) => cost));
        for (const { nodes } of found) expect(new Set(nodes).size).toBe(nodes.length);
        expect(new Set(found.map(({ nodes }) => nodes.join(" "))).size).toBe(found.length);
      }),
      { numRuns: 500 },
    );
  });
  it("finds nothing between two that are not connected", () => {
    expect(bestPaths(graphOf(3, [[0, 1, 1]]), 0, 2, 3, 4)).toEqual([]);
  });
});
