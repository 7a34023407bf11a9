import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BackboneTie, createBackbone, createSets } from "../../src/graph/index.ts";

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
      .map(
        ([source, target, stories]): BackboneTie => ({
          source,
          target,
          stories,
          articles: stories,
          sentences: 0,
          q: null,
        }),
      ),
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
        clique.push({ source, target, stories: 1, articles: 1, sentences: 1, q: null });
    const kept = clique.filter(createBackbone(SIZE, false));
    expect(kept.length).toBeLessThan(2 * SIZE);
  });

  it("asks for significance where the project is large enough to test", () => {
    const tie = (source: number, target: number, q: number | null): BackboneTie => ({
      source,
      target,
      stories: 5,
      articles: 5,
      sentences: 5,
      q,
    });
    // Each entity's two strongest and the forest come first; the diagonals stand on their own.
    const list = [tie(0, 1, 0.9), tie(1, 2, 0.9), tie(2, 3, 0.9), tie(0, 3, 0.9), tie(0, 2, 0.01), tie(1, 3, 0.2)];
    expect(list.filter(createBackbone(4, true))).toEqual(list.slice(0, 5));
  });
});
