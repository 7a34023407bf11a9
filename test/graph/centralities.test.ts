import fc from "fast-check";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import { describe, expect, it } from "vitest";
import { betweenness, centralities, MAX_EXACT, PIVOTS, sample } from "../../src/graph/centralities.ts";
import type { WeightedTie } from "../../src/graph/communities.ts";
import { UndirectedGraph } from "../../src/graph/graphology.ts";
import { seededRandom } from "../../src/lib/random.ts";

const tie = (source: string, target: string, weight = 1): WeightedTie => ({ source, target, weight });

const graphs = fc
  .uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}` })
  .map((pairs) => pairs.filter(([a, b]) => a !== b).map(([a, b]) => tie(`n${a}`, `n${b}`)));
const NODES = Array.from({ length: 10 }, (_, i) => `n${i}`);

/** For every pair, every shortest path written out; who stands inside gets its share. */
function plainBetweenness(nodes: readonly string[], ties: readonly WeightedTie[]): number[] {
  const near = (node: string): string[] =>
    nodes.filter((other) =>
      ties.some(({ source, target }) => (source === node && target === other) || (source === other && target === node)),
    );
  const between = new Map(nodes.map((node) => [node, 0]));
  for (const [i, from] of nodes.entries()) {
    for (const to of nodes.slice(i + 1)) {
      const seen = new Set([from]);
      let paths = [[from]];
      while (paths.length > 0 && !paths.some((path) => path.at(-1) === to)) {
        paths = paths.flatMap((path) => near(path.at(-1)!).map((next) => [...path, next]));
        paths = paths.filter((path) => !seen.has(path.at(-1)!));
        for (const path of paths) seen.add(path.at(-1)!);
      }
      const shortest = paths.filter((path) => path.at(-1) === to);
      for (const path of shortest)
        for (const node of path.slice(1, -1)) between.set(node, between.get(node)! + 1 / shortest.length);
    }
  }
  const pairs = ((nodes.length - 1) * (nodes.length - 2)) / 2;
  return nodes.map((node) => between.get(node)! / pairs);
}

function graphOf(nodes: readonly string[], ties: readonly WeightedTie[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (const { source, target } of ties) graph.addEdge(source, target);
  return graph;
}

const everyone = (nodes: readonly string[]): number[] => nodes.map((_, i) => i);

describe("centralities", () => {
  it("of a star are what they are by hand", () => {
    const { byId, pivots } = centralities(
      ["hub", "a", "b", "c"],
      [tie("hub", "a", 5), tie("hub", "b"), tie("hub", "c")],
    );
    expect(pivots).toBe(4);
    expect(byId.get("hub")).toMatchObject({ degree: 3, weighted_degree: 7, betweenness: 1 });
    expect(byId.get("a")).toMatchObject({ degree: 1, weighted_degree: 5, betweenness: 0 });
    // r(hub) = 0.0375 + 0.85·(1 − r(hub)); r(a) = 0.0375 + 0.85·r(hub)·5/7
    const hub = 0.8875 / 1.85;
    expect(byId.get("hub")!.pagerank).toBeCloseTo(hub, 5);
    expect(byId.get("a")!.pagerank).toBeCloseTo(0.0375 + (0.85 * hub * 5) / 7, 5);
  });

  it("are defined for no nodes, one, two, and those without ties", () => {
    expect(centralities([], []).byId.size).toBe(0);
    const none = { degree: 0, weighted_degree: 0, betweenness: 0 };
    expect(centralities(["a"], []).byId.get("a")).toEqual({ ...none, pagerank: 1 });
    expect(centralities(["a", "b"], []).byId.get("b")).toEqual({ ...none, pagerank: 0.5 });
    expect(centralities(["a", "b"], [tie("a", "b")]).byId.get("b")).toMatchObject({ degree: 1, betweenness: 0 });
  });
});

describe("betweenness", () => {
  it("agrees with all shortest paths written out, and with graphology-metrics", () => {
    const theirs = betweennessModule as unknown as typeof betweennessModule.default;
    fc.assert(
      fc.property(graphs, (ties) => {
        const graph = graphOf(NODES, ties);
        const found = [...betweenness(graph, everyone(NODES))];
        const plain = plainBetweenness(NODES, ties);
        const other = theirs(graph, { getEdgeWeight: null });
        for (const [i, node] of NODES.entries()) {
          expect(found[i]).toBeCloseTo(plain[i]!, 10);
          expect(found[i]).toBeCloseTo(other[node]!, 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("counts more paths than 32 bits hold", () => {
    // Twelve rows of ten, each tied to all of the next: 10¹⁰ shortest paths from end to end.
    const rows = Array.from({ length: 12 }, (_, r) => Array.from({ length: 10 }, (_, i) => `r${r} ${i}`));
    const nodes = ["start", ...rows.flat(), "end"];
    const ties = [
      ...rows.slice(1).flatMap((row, r) => row.flatMap((b) => rows[r]!.map((a) => tie(a, b)))),
      ...rows[0]!.map((a) => tie("start", a)),
      ...rows[11]!.map((a) => tie("end", a)),
    ];
    const found = betweenness(graphOf(nodes, ties), everyone(nodes));
    for (const row of rows.keys()) {
      const values = rows[row]!.map((node) => found[nodes.indexOf(node)]!);
      for (const value of values) expect(value).toBeCloseTo(values[0]!, 10);
      // A mirror image.
      expect(values[0]).toBeCloseTo(found[nodes.indexOf(rows[11 - row]![0]!)]!, 10);
    }
  });

  it("from a sample comes near to what all sources give, and finds the most central", () => {
    const random = seededRandom(7);
    const size = 1_200;
    const nodes = Array.from({ length: size }, (_, i) => `n${i}`);
    const pairs = new Set<number>();
    while (pairs.size < 3_000) {
      const [a, b] = [Math.floor(size * random() ** 3), Math.floor(size * random())];
      if (a !== b) pairs.add(Math.min(a, b) * size + Math.max(a, b));
    }
    const ties = [...pairs].map((pair) => tie(nodes[Math.floor(pair / size)]!, nodes[pair % size]!));
    const exact = betweenness(graphOf(nodes, ties), everyone(nodes));
    const { byId, pivots } = centralities(nodes, ties);
    expect(size).toBeGreaterThan(MAX_EXACT);
    expect(pivots).toBe(PIVOTS);
    const sampled = nodes.map((node) => byId.get(node)!.betweenness);
    const leaders = (values: ArrayLike<number>): number[] =>
      [...nodes.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, 20);
    const errors = leaders(exact).map((i) => sampled[i]! / exact[i]! - 1);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(errors.map(Math.abs))).toBeLessThan(0.15);
    expect(Math.abs(mean(errors))).toBeLessThan(0.05);
    const top = new Set(leaders(exact));
    expect(leaders(sampled).filter((i) => top.has(i)).length).toBeGreaterThanOrEqual(16);
  });
});

describe("sample", () => {
  it("takes as many as asked for, each once, ascending, from all over", () => {
    const chosen = sample(5_000, 250);
    expect(chosen).toHaveLength(250);
    expect([...new Set(chosen)].sort((a, b) => a - b)).toEqual(chosen);
    expect(chosen.filter((i) => i < 2_500).length).toBeGreaterThan(90);
    expect(chosen.filter((i) => i >= 2_500).length).toBeGreaterThan(90);
    expect(sample(3, 250)).toEqual([0, 1, 2]);
  });
});
