// The joins of a page chosen together, against a plain search through all choices.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestJoins, type Pair } from "../../src/articles/joins/assignment.ts";

const total = (pairs: readonly Pair[]): number => pairs.reduce((sum, { score }) => sum + score, 0);

function isAllowed(pairs: readonly Pair[]): boolean {
  const next = new Map(pairs.map(({ from, to }) => [from, to]));
  if (next.size < pairs.length || new Set(next.values()).size < pairs.length) return false;
  for (const [first] of next) {
    let at = next.get(first);
    for (; at !== undefined && at !== first; at = next.get(at));
    if (at === first) return false;
  }
  return true;
}

/** The largest sum of scores of any allowed choice; circles allowed or not. */
function largest(pairs: readonly Pair[], circles: boolean): number {
  let best = 0;
  for (let choice = 0; choice < 2 ** pairs.length; choice++) {
    const chosen = pairs.filter((_, k) => (choice >> k) & 1);
    const once =
      new Set(chosen.map(({ from }) => from)).size === chosen.length &&
      new Set(chosen.map(({ to }) => to)).size === chosen.length;
    if (once && (circles || isAllowed(chosen))) best = Math.max(best, total(chosen));
  }
  return best;
}

const pairs = fc.uniqueArray(
  fc.record({ from: fc.nat(4), to: fc.nat(4), score: fc.integer({ min: -5, max: 20 }) }).filter((p) => p.from !== p.to),
  { selector: ({ from, to }) => from * 10 + to, maxLength: 9 },
);

describe("the joins of a page", () => {
  it("leave each end and each beginning once, and no circle", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(isAllowed(bestJoins(given))).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it("have the largest sum wherever that makes no circle", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const best = largest(given, true);
        fc.pre(best === largest(given, false));
        const chosen = total(bestJoins(given));
        // Among equals the matching may take a circle, which is then opened.
        expect(chosen).toBeLessThanOrEqual(best);
        if (given.every(({ from, to }) => from < to)) expect(chosen).toBe(best);
      }),
      { seed: 2 },
    );
  });

  it("give up the best pair where two others are better together", () => {
    const given = [
      { from: 0, to: 2, score: 5 },
      { from: 0, to: 3, score: 4 },
      { from: 1, to: 2, score: 4 },
    ];
    expect(bestJoins(given)).toEqual([given[1], given[2]]);
  });

  it("go on nowhere where nothing speaks for it", () => {
    expect(bestJoins([{ from: 0, to: 1, score: 0 }])).toEqual([]);
    expect(bestJoins([])).toEqual([]);
  });

  it("open a circle at its weakest pair, also one of three", () => {
    const circle = [
      { from: 0, to: 1, score: 3 },
      { from: 1, to: 2, score: 1 },
      { from: 2, to: 0, score: 2 },
    ];
    expect(bestJoins(circle)).toEqual([circle[0], circle[2]]);
  });
});
