import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "../../src/filter/index.ts";
import { pathThrough, type Selection } from "../../viz/src/address.ts";
import { answer, meantBy, scopeOf } from "../../viz/src/asks/answer.ts";
import { findCommon } from "../../viz/src/asks/common.ts";
import { CHANGES, changeOf, compareScopes } from "../../viz/src/asks/compare.ts";
import { findGaps } from "../../viz/src/asks/gaps.ts";
import { findPaths, gapOf, hopCost } from "../../viz/src/asks/paths.ts";
import { type Choice, fits } from "../../viz/src/drawn.ts";
import { matchFilter } from "../../viz/src/filter-text.ts";
import { buildModel, type Model, otherEnd } from "../../viz/src/model.ts";
import { EVERYTHING, type Scope } from "../../viz/src/recount.ts";
import { sliceModel } from "../../viz/src/slice.ts";
import { makeDatedSite } from "./fixture/dated.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

const CHOICE: Choice = { without: new Set(), bylines: false, names: "all", allTies: true };
const small = buildModel(makeDatedSite({ names: 9, articles: 14, each: 1, days: 9, papers: 3, seed: 2 }));
const dated = buildModel(makeDatedSite({ names: 80, articles: 260, each: 4, days: 60, papers: 4, seed: 8 }));
const sample = buildModel(siteOf(makeSite()));

/** Every simple path between two names, by plain recursion, with its cost. */
function allPaths(model: Model, from: number, to: number, avoid: boolean): { nodes: number[]; cost: number }[] {
  const scale = 2 / Math.log(1 + model.nodes.length);
  const toll = (node: number): number =>
    avoid && node !== from && node !== to ? scale * Math.log(1 + model.edgesOf(node).length) : 0;
  const found: { nodes: number[]; cost: number }[] = [];
  const walk = (nodes: number[], cost: number): void => {
    const last = nodes.at(-1)!;
    if (last === to) return void found.push({ nodes, cost });
    for (const i of model.edgesOf(last)) {
      const tie = model.edges[i]!;
      const next = otherEnd(tie, last);
      if (tie.layer !== "content" || nodes.includes(next) || !model.nodes[next]!.in.content) continue;
      walk([...nodes, next], cost + hopCost(tie) + toll(next));
    }
  };
  walk([from], 0);
  return found.sort((a, b) => a.cost - b.cost);
}

describe("paths", () => {
  test("are the best of all there are, in order, each once", () => {
    const node = fc.nat(small.nodes.length - 1);
    fc.assert(
      fc.property(node, node, fc.boolean(), (from, to, avoid) => {
        fc.pre(from !== to && Boolean(small.nodes[from]!.in.content && small.nodes[to]!.in.content));
        const all = allPaths(small, from, to, avoid);
        const found = findPaths(small, CHOICE, [from, to], { k: 4, avoid, via: null, close: false });
        expect(found.length).toBe(Math.min(4, all.length));
        found.forEach((path, i) => {
          expect(path.cost).toBeCloseTo(all[i]!.cost, 9);
          expect([path.nodes[0], path.nodes.at(-1)]).toEqual([from, to]);
          expect(new Set(path.nodes).size).toBe(path.nodes.length);
          path.ties.forEach((tie, hop) => {
            const { source, target } = small.edges[tie]!;
            expect(new Set([source, target])).toEqual(new Set([path.nodes[hop], path.nodes[hop + 1]]));
          });
        });
        expect(new Set(found.map((path) => path.nodes.join())).size).toBe(found.length);
      }),
    );
  });

  test("through three names are the cheapest sums of their legs", () => {
    const named = small.nodes.flatMap((node, i) => (node.in.content ? [i] : []));
    const node = fc.constantFrom(...named);
    fc.assert(
      fc.property(fc.uniqueArray(node, { minLength: 3, maxLength: 3 }), (stops) => {
        const [a, b, c] = stops as [number, number, number];
        const [begun, ended] = [allPaths(small, a, b, false), allPaths(small, b, c, false)];
        const sums = begun.flatMap((head) => ended.map((tail) => head.cost + tail.cost)).sort((x, y) => x - y);
        const found = findPaths(small, CHOICE, stops, { k: 4, avoid: false, via: null, close: false });
        expect(found.length).toBe(Math.min(4, sums.length));
        found.forEach(({ nodes, ties, cost }, i) => {
          expect(cost).toBeCloseTo(sums[i]!, 9);
          expect([nodes[0], nodes.at(-1)]).toEqual([a, c]);
          expect(nodes.slice(1, -1)).toContain(b);
          ties.forEach((tie, hop) => {
            const { source, target } = small.edges[tie]!;
            expect(new Set([source, target])).toEqual(new Set([nodes[hop], nodes[hop + 1]]));
          });
        });
        const gap = gapOf(small, CHOICE, stops, { k: 4, avoid: false, via: null, close: false });
        expect(gap).toEqual(begun.length === 0 ? [a, b] : ended.length === 0 ? [b, c] : null);
      }),
      { numRuns: 40 },
    );
  });

  test("of the same sentence go over no other tie; where a window leaves that open, not over it either", () => {
    const part = sliceModel(dated, { ...EVERYTHING, from: "2025-01-10", to: "2025-02-10" });
    let found = 0;
    for (const model of [dated, part])
      for (const to of model.ranked.slice(1, 12)) {
        const options = { k: 3, avoid: false, via: null, close: true };
        for (const { ties } of findPaths(model, CHOICE, [model.ranked[0]!, to], options)) {
          found++;
          for (const tie of ties) expect(model.edges[tie]!.close).toBeGreaterThan(0);
        }
      }
    expect(found).toBeGreaterThan(20);
    expect(part.edges.some(({ close, stories }) => stories > 0 && close === null)).toBe(true);
  });

  test("go only through a type, only through what the filters leave, and never from a name to itself", () => {
    const [a, b] = [dated.ranked[0]!, dated.ranked.at(-1)!];
    for (const path of findPaths(dated, CHOICE, [a, b], { k: 3, avoid: false, via: "agency", close: false }))
      for (const node of path.nodes.slice(1, -1)) expect(dated.nodes[node]!.type).toBe("agency");
    const choice: Choice = { ...CHOICE, without: new Set(["agency"]), least: 2 };
    for (const path of findPaths(dated, choice, [a, b], { k: 3, avoid: true, via: null, close: false })) {
      for (const node of path.nodes.slice(1, -1)) expect(fits(dated, choice, node)).toBe(true);
      for (const tie of path.ties) expect(dated.edges[tie]!.stories).toBeGreaterThanOrEqual(2);
    }
    expect(findPaths(dated, CHOICE, [a, a], { k: 3, avoid: false, via: null, close: false })).toEqual([]);
  });

  test("of the sample lead from 林周县 to 长三角, with a hop fewer than round the hub", () => {
    const at = (name: string): number => sample.nodes.findIndex((node) => node.name === name);
    const [straight] = findPaths(sample, CHOICE, [at("林周县"), at("长三角")], {
      k: 1,
      avoid: false,
      via: null,
      close: false,
    });
    const [round] = findPaths(sample, CHOICE, [at("林周县"), at("长三角")], {
      k: 1,
      avoid: true,
      via: null,
      close: false,
    });
    expect(straight!.nodes.length).toBeGreaterThan(2);
    expect(round!.nodes.length).toBeGreaterThanOrEqual(straight!.nodes.length);
  });
});

describe("what names have in common", () => {
  test("is what a plain look at every name says", () => {
    const node = fc.nat(dated.nodes.length - 1);
    fc.assert(
      fc.property(fc.uniqueArray(node, { minLength: 2, maxLength: 4 }), (asked) => {
        const { shared, articles } = findCommon(dated, CHOICE, asked);
        const tied = (a: number, b: number): boolean =>
          dated.edges.some(
            (tie) =>
              tie.layer === "content" &&
              ((tie.source === a && tie.target === b) || (tie.source === b && tie.target === a)),
          );
        const plain = dated.nodes.flatMap((one, i) =>
          one.in.content && !asked.includes(i) && asked.every((other) => tied(i, other)) ? [i] : [],
        );
        expect(shared.map((one) => one.node).sort((a, b) => a - b)).toEqual(plain);
        for (const [i, one] of shared.entries())
          if (i > 0) expect(one.stories).toBeLessThanOrEqual(shared[i - 1]!.stories);
        const naming = dated.articles.flatMap((_, i) =>
          asked.every((one) => dated.nodes[one]!.in.content?.includes(i)) ? [i] : [],
        );
        expect(articles).toEqual(naming);
      }),
      { numRuns: 40 },
    );
  });
});

describe("two parts side by side", () => {
  const scope = (change: Partial<Scope>): Scope => ({ ...EVERYTHING, ...change });
  test("give the counts that each part alone gives, and every tie that changed once", () => {
    const pairs: [Scope, Scope][] = [
      [scope({ papers: ["第1报"] }), scope({ papers: ["第2报"] })],
      [scope({ to: "2025-01-20" }), scope({ from: "2025-01-21" })],
    ];
    for (const [left, right] of pairs) {
      const found = compareScopes(dated, CHOICE, left, right);
      const [a, b] = [sliceModel(dated, left), sliceModel(dated, right)];
      expect([found.left, found.right]).toEqual([a.counted, b.counted]);
      const seen = new Map(
        CHANGES.flatMap((change) => found.ties[change].map((one) => [one.index, { ...one, change }])),
      );
      dated.edges.forEach((tie, i) => {
        if (tie.layer !== "content") return;
        const [x, y] = [a.edges[i]!.stories, b.edges[i]!.stories];
        const change = changeOf(x, y, a.counted, b.counted);
        const one = seen.get(i);
        if (change) expect(one).toEqual({ index: i, left: x, right: y, change });
        else expect(one).toBeUndefined();
      });
      for (const change of CHANGES)
        for (const { index, left: x, right: y } of found.names[change])
          expect([x, y]).toEqual([a, b].map((m) => (m.nodes[index]!.in.content ? m.nodes[index]!.stories : 0)));
    }
  });

  test("a share decides, not a count", () => {
    const [few, many] = [
      { articles: 10, stories: 10 },
      { articles: 100, stories: 100 },
    ];
    expect(changeOf(2, 4, few, many)).toBe("shrank");
    expect(changeOf(2, 20, few, many)).toBeNull();
    expect(changeOf(0, 1, few, many)).toBe("new");
    expect(changeOf(1, 0, few, many)).toBe("gone");
    expect(changeOf(0, 0, few, many)).toBeNull();
  });
});

describe("an answer", () => {
  test("means names and ties of the map, the ends of each tie among them", () => {
    const ids = dated.ranked.slice(0, 3).map((node) => dated.nodes[node]!.id);
    const selections = [
      { ...pathThrough([ids[0]!, dated.nodes[dated.ranked[60]!]!.id]), avoid: true, nth: 1 },
      pathThrough(ids),
      { kind: "common", ids },
      { kind: "compare", by: "paper", left: "第1报", right: "" },
      { kind: "compare", by: "period", left: "2025-01-01..2025-01-31", right: "2025-02-01..2025-02-28" },
    ] satisfies Selection[];
    for (const selection of selections) {
      const given = answer(dated, dated, CHOICE, EVERYTHING, selection)!;
      const { near, ties } = meantBy(dated, given);
      expect(ties.length).toBeGreaterThan(0);
      for (const tie of ties) {
        expect(near).toContain(dated.edges[tie]!.source);
        expect(near).toContain(dated.edges[tie]!.target);
      }
    }
  });

  test("compares, in a window too, what a filter keeps of the ties of everything", () => {
    const scope = { ...EVERYTHING, from: "2025-01-05", to: "2025-02-20" };
    const part = sliceModel(dated, scope);
    const matchTies = matchFilter(dated, parseFilter("tie.stories:>=2"), false).ties;
    const selection = { kind: "compare", by: "paper", left: "第1报", right: "第2报" } satisfies Selection;
    const given = answer(part, dated, { ...CHOICE, matchTies }, scope, selection)!;
    const { ties } = meantBy(part, given);
    expect(ties.length).toBeGreaterThan(0);
    for (const tie of ties) expect(dated.edges[tie]!.stories).toBeGreaterThan(1);
    // Of the part the same ties are others.
    const ofPart = matchFilter(part, parseFilter("tie.stories:>=2"), false).ties;
    const kept = ties.filter((tie) => ofPart!.has(part.edges[tie]!));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every((tie) => !ofPart!.has(dated.edges[tie]!))).toBe(true);
  });

  test("of names that are not there, or a period that is none, is none", () => {
    const nobody = pathThrough([dated.nodes[0]!.id, "person:无", "person:此人"]);
    expect(answer(dated, dated, CHOICE, EVERYTHING, nobody)).toBeNull();
    expect(scopeOf("period", "yesterday", EVERYTHING)).toBeNull();
    expect(answer(dated, dated, CHOICE, EVERYTHING, { kind: "none" })).toBeNull();
  });
});

describe("gaps between communities", () => {
  const gaps = findGaps(dated, CHOICE, 100);
  const content = dated.edges.filter(({ layer }) => layer === "content");
  const communityOf = (node: number): number | null => dated.nodes[node]!.community;

  test("are pairs with fewer ties than expected, counted as a plain look at every tie counts, the largest first", () => {
    expect(gaps.length).toBeGreaterThan(0);
    for (const { pair, ties, expected } of gaps) {
      const [a, b] = pair;
      const between = content.filter(
        ({ source, target }) =>
          (communityOf(source) === a && communityOf(target) === b) ||
          (communityOf(source) === b && communityOf(target) === a),
      );
      expect(ties).toBe(between.length);
      const ends = (community: number): number =>
        content.flatMap(({ source, target }) => [source, target]).filter((node) => communityOf(node) === community)
          .length;
      expect(expected).toBeCloseTo((ends(a) * ends(b)) / (2 * content.length), 9);
      expect(expected).toBeGreaterThan(ties);
    }
    const short = gaps.map(({ ties, expected }) => expected - ties);
    expect(short).toEqual([...short].sort((x, y) => y - x));
  });

  test("are bridged by names with ties into both, by the side that they reach less", () => {
    for (const { pair, bridges } of gaps) {
      const less = bridges.map(({ node, ties }) => {
        pair.forEach((community, side) => {
          const own = content.filter(
            ({ source, target }) =>
              (source === node && communityOf(target) === community) ||
              (target === node && communityOf(source) === community),
          );
          expect(ties[side]).toBe(own.length);
          expect(own.length).toBeGreaterThan(0);
        });
        return Math.min(...ties);
      });
      expect(less).toEqual([...less].sort((x, y) => y - x));
    }
    expect(gaps.some(({ bridges }) => bridges.length > 0)).toBe(true);
  });

  test("are none where nothing is left", () => {
    expect(findGaps(dated, { ...CHOICE, known: 10_000 }, 5)).toEqual([]);
  });
});
