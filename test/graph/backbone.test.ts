import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BackboneTie,
  createBackbone,
  createSets,
  disparity,
  hasWitnesses,
  ownRule,
} from "../../src/graph/index.ts";

const SIZE = 12;

// Strongest first, as the counts hand them over.
const ties = fc
  .uniqueArray(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.integer({ min: 1, max: 4 })), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    maxLength: 40,
  })
  .map((list) =>
    list
      .filter(([a, b]) => a !== b)
      .sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
      .map(([source, target, stories]): BackboneTie => ({ source, target, stories, sentences: 0, q: null, alpha: 1 })),
  );

const setsOf = (list: readonly BackboneTie[]) => {
  const sets = createSets(SIZE);
  for (const { source, target } of list) sets.join(source, target);
  return Array.from({ length: SIZE }, (_, node) => sets.find(node));
};

describe("the backbone", () => {
  it("keeps connected what is connected", () => {
    fc.assert(
      fc.property(ties, (list) => {
        expect(setsOf(list.filter(createBackbone(SIZE, false)))).toEqual(setsOf(list));
      }),
    );
  });

  it("keeps each entity's two strongest ties, and every tie of two stories", () => {
    fc.assert(
      fc.property(ties, (list) => {
        const kept = new Set(list.filter(createBackbone(SIZE, false)));
        for (let node = 0; node < SIZE; node++) {
          for (const tie of list.filter(({ source, target }) => source === node || target === node).slice(0, 2)) {
            expect(kept.has(tie)).toBe(true);
          }
        }
        for (const tie of list) if (tie.stories >= 2) expect(kept.has(tie)).toBe(true);
      }),
    );
  });

  it("drops the weak ties of a large article", () => {
    const clique: BackboneTie[] = [];
    for (let source = 0; source < SIZE; source++)
      for (let target = source + 1; target < SIZE; target++)
        clique.push({ source, target, stories: 1, sentences: 1, q: null, alpha: 1 });
    const kept = clique.filter(createBackbone(SIZE, false));
    expect(kept.length).toBeLessThan(2 * SIZE);
  });

  it("asks for significance where the project is large enough to test", () => {
    const tie = (source: number, target: number, q: number | null): BackboneTie => ({
      source,
      target,
      stories: 5,
      sentences: 5,
      q,
      alpha: 1,
    });
    // Each entity's two strongest and the forest come first; the diagonals stand on their own.
    const list = [tie(0, 1, 0.9), tie(1, 2, 0.9), tie(2, 3, 0.9), tie(0, 3, 0.9), tie(0, 2, 0.01), tie(1, 3, 0.2)];
    expect(list.map(createBackbone(4, true))).toEqual([
      "company",
      "company",
      "company",
      "company",
      "significant",
      null,
    ]);
  });

  it("names the rule that keeps a tie: for itself, as company, or as the only way between two groups", () => {
    const tie = (source: number, target: number, stories: number): BackboneTie => ({
      source,
      target,
      stories,
      sentences: 1,
      q: null,
      alpha: 1,
    });
    const triangles = [tie(0, 1, 2), tie(0, 2, 1), tie(1, 2, 1), tie(3, 4, 1), tie(3, 5, 1), tie(4, 5, 1)];
    const list = [...triangles, tie(0, 3, 1), tie(1, 4, 1)];
    expect(list.map(createBackbone(6, false))).toEqual([
      "repeated",
      ...["company", "company", "company", "company", "company"],
      "bridge",
      null,
    ]);
  });
});

describe("the floor of evidence", () => {
  it("asks for two stories, or for three sentences of one text", () => {
    expect(hasWitnesses({ stories: 2, sentences: 0 })).toBe(true);
    expect(hasWitnesses({ stories: 1, sentences: 3 })).toBe(true);
    expect(hasWitnesses({ stories: 1, sentences: 2 })).toBe(false);
  });
});

describe("the disparity filter", () => {
  it("is what the formula gives by hand", () => {
    // 5 of 10 on one of 4 ties: (1 − ½)³
    expect(disparity(5, { ties: 4, strength: 10 })).toBeCloseTo(1 / 8, 12);
    expect(disparity(1, { ties: 1, strength: 1 })).toBe(1);
  });
  it("is the integral of the paper: 1 − (k − 1)·∫₀ʷ (1 − x)ᵏ⁻² dx", () => {
    const [ties, share] = [7, 0.3];
    const steps = 20_000;
    let area = 0;
    for (let i = 0; i < steps; i++) area += (1 - (share * (i + 0.5)) / steps) ** (ties - 2) * (share / steps);
    expect(disparity(3, { ties, strength: 10 })).toBeCloseTo(1 - (ties - 1) * area, 6);
  });
  it("keeps a hub's outstanding ties that chance would give as well, but never on a single witness", () => {
    const tie = { stories: 9, sentences: 1, q: 0.7, alpha: 0.001 };
    expect(ownRule(tie, true)).toBe("disparity");
    expect(ownRule({ ...tie, stories: 1, q: null }, true)).toBeNull();
    expect(ownRule({ ...tie, q: 0.01 }, true)).toBe("significant");
    expect(ownRule(tie, false)).toBe("repeated");
  });
});
