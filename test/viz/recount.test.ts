import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fisherTail as fisherOfGraph, logFactorials, npmi as npmiOfGraph } from "../../src/graph/weights.ts";
import { buildModel } from "../../viz/src/model.ts";
import { countEdges, EVERYTHING, type Scope, textsOf } from "../../viz/src/recount.ts";
import { sliceModel } from "../../viz/src/slice.ts";
import { fisherTail, npmi } from "../../viz/src/stats.ts";
import { countPairs, makeDatedSite, namingsOf } from "./fixture/dated.ts";

const site = makeDatedSite({ names: 60, articles: 220, each: 6, days: 90, papers: 4, seed: 3 });
const model = buildModel(site);
const namings = namingsOf(site);
const day = fc.integer({ min: 0, max: 95 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const scopes: fc.Arbitrary<Scope> = fc.record({
  from: fc.option(day),
  to: fc.option(day),
  papers: fc.subarray(["", "第1报", "第2报", "第3报"]),
});

const inScope = (scope: Scope, i: number): boolean => {
  const { date, paper } = site.articles[i]!;
  if (scope.papers.length > 0 && !scope.papers.includes(paper ?? "")) return false;
  if (!scope.from && !scope.to) return true;
  return date !== null && (!scope.from || date >= scope.from) && (!scope.to || date <= scope.to);
};

describe("a part of the articles", () => {
  test("counts every tie as a plain count over its articles does", () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        const plain = new Map(
          countPairs(site.articles, namings, Number.POSITIVE_INFINITY, (i) => inScope(scope, i)).map((edge) => [
            `${edge.source}/${edge.target}/${edge.layer}`,
            edge,
          ]),
        );
        sliceModel(model, scope).edges.forEach((tie) => {
          const edge = plain.get(`${tie.source}/${tie.target}/${tie.layer}`);
          expect([tie.articles, tie.texts, tie.stories, tie.papers]).toEqual(
            edge ? [edge.articles, edge.texts, edge.stories, edge.papers] : [0, 0, 0, 0],
          );
        });
      }),
      { numRuns: 25 },
    );
  });

  test("counts every name by the articles that are left to it", () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        sliceModel(model, scope).nodes.forEach((node, i) => {
          const kept = (model.nodes[i]!.in.content ?? []).filter((article) =>
            // A continued text belongs where it begins.
            inScope(
              scope,
              site.articles.findIndex((entry) => entry.text === site.articles[article]!.text),
            ),
          );
          if (kept.length > 0) expect(node.articles).toBe(kept.length);
          expect(node.in.content ?? []).toEqual(kept);
          expect([node.x, node.y, node.id]).toEqual([model.nodes[i]!.x, model.nodes[i]!.y, model.nodes[i]!.id]);
        });
      }),
      { numRuns: 25 },
    );
  });

  test("of everything is the whole, and so is a window that takes in all", () => {
    expect(sliceModel(model, EVERYTHING)).toBe(model);
    const mask = new Uint8Array(model.incidence().texts).fill(1);
    const counts = countEdges(model.incidence(), mask);
    expect([...counts.stories]).toEqual(model.edges.map((edge) => edge.stories));
    expect([...counts.articles]).toEqual(model.edges.map((edge) => edge.articles));
  });

  test("of no day holds nothing, and says so in its totals", () => {
    const none = sliceModel(model, { ...EVERYTHING, from: "2031-01-01" });
    expect(none.counted).toEqual({ articles: 0, stories: 0 });
    expect(none.nodes.every((node) => node.articles === 0 && !node.in.content)).toBe(true);
    expect([...textsOf(model.incidence(), site.articles, none.scope!)].some(Boolean)).toBe(false);
  });

  test("says in how many articles a sentence names both only where that is known", () => {
    for (const [i, tie] of sliceModel(model, { ...EVERYTHING, to: "2025-02-01" }).edges.entries()) {
      const whole = model.edges[i]!;
      if (tie.close === null) expect(tie.articles < whole.articles && whole.close! > 0).toBe(true);
      else expect(tie.close).toBeLessThanOrEqual(Math.min(tie.articles, whole.close!));
    }
  });

  test("is counted within 50 ms of processor time at 5,000 names and 40,000 ties", () => {
    const options = { names: 5000, articles: 9000, each: 4, days: 365, papers: 6, seed: 5, mostEdges: 40_000 };
    const large = buildModel(makeDatedSite(options));
    expect(large.edges.length).toBe(40_000);
    large.incidence();
    const times = ["2025-03", "2025-04", "2025-05", "2025-06", "2025-07"].map((month) => {
      const begun = process.cpuUsage();
      sliceModel(large, { ...EVERYTHING, from: `${month}-01`, to: `${month}-28` });
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    });
    // The least of five: the others share the processor with whatever else runs.
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

test("the page's measures are the graph's", () => {
  const tables = fc
    .record({ total: fc.integer({ min: 1, max: 300 }), a: fc.nat(), b: fc.nat(), both: fc.nat() })
    .map(({ total, a, b, both }) => {
      const [x, y] = [1 + (a % total), 1 + (b % total)];
      const least = Math.max(0, x + y - total);
      return { total, a: x, b: y, both: least + (both % (Math.min(x, y) - least + 1)) };
    });
  fc.assert(
    fc.property(tables, (table) => {
      expect(npmi(table)).toBe(npmiOfGraph(table));
      expect(fisherTail(table)).toBeCloseTo(fisherOfGraph(table, logFactorials(table.total)), 12);
    }),
  );
});
