import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  associationStrength,
  chance,
  checkTable,
  erfc,
  expectedStories,
  falseDiscovery,
  fisherTail,
  gSquared,
  jaccard,
  logFactorials,
  npmi,
} from "../../src/graph/weights.ts";
import { InputError } from "../../src/lib/errors.ts";

const tables = fc
  .record({ both: fc.nat(30), onlyA: fc.nat(60), onlyB: fc.nat(60), neither: fc.nat(400) })
  .filter(({ both, onlyA, onlyB, neither }) => both > 0 && onlyA + onlyB + neither > 0)
  .map(({ both, onlyA, onlyB, neither }) => ({
    both,
    a: both + onlyA,
    b: both + onlyB,
    total: both + onlyA + onlyB + neither,
  }));

describe("npmi", () => {
  it("is what the formula gives by hand", () => {
    // p(ab) = 2/16, p(a) = p(b) = 4/16: ln(2) / ln(8) = 1/3
    expect(npmi({ both: 2, a: 4, b: 4, total: 16 })).toBeCloseTo(1 / 3, 12);
  });
  it("is 0 at chance and 1 for two that are never apart", () => {
    expect(npmi({ both: 1, a: 4, b: 4, total: 16 })).toBeCloseTo(0, 12);
    expect(npmi({ both: 3, a: 3, b: 3, total: 100 })).toBeCloseTo(1, 12);
  });
  it("is 0 where every story names both, −1 where none does", () => {
    expect(npmi({ both: 9, a: 9, b: 9, total: 9 })).toBe(0);
    expect(npmi({ both: 0, a: 3, b: 3, total: 9 })).toBe(-1);
  });
  it("stays in [−1, 1] and is symmetric", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const value = npmi(table);
        expect(value).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(npmi({ ...table, a: table.b, b: table.a })).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe("gSquared", () => {
  it("is finite for one named in every story, whom one of them names apart from the other", () => {
    // Of 13 stories 13 name a, 3 name b, 2 both: the text that names them apart has more names than are paired.
    const shared = 2 * Math.log((2 * 13) / (13 * 3)) + 11 * Math.log((11 * 13) / (13 * 10));
    expect(gSquared({ both: 2, a: 13, b: 3, total: 13 })).toBeCloseTo(Math.max(0, 2 * shared), 12);
  });

  it("is what the formula gives by hand", () => {
    // cells 10 20 / 30 40, expectations 12 18 28 42
    const byHand =
      2 * (10 * Math.log(10 / 12) + 20 * Math.log(20 / 18) + 30 * Math.log(30 / 28) + 40 * Math.log(40 / 42));
    expect(gSquared({ both: 10, a: 30, b: 40, total: 100 })).toBeCloseTo(byHand, 10);
  });
  it("is 0 at chance and never negative", () => {
    expect(gSquared({ both: 1, a: 10, b: 10, total: 100 })).toBeCloseTo(0, 12);
    fc.assert(
      fc.property(tables, (table) => {
        expect(gSquared(table)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("jaccard", () => {
  it("is what the formula gives by hand", () => {
    // 3 stories of 5 + 7 − 3 = 9 that name either
    expect(jaccard({ both: 3, a: 5, b: 7, total: 40 })).toBeCloseTo(1 / 3, 12);
  });
  it("is 1 for two that are never apart, 0 for two that never meet, and 0 where nobody is", () => {
    expect(jaccard({ both: 4, a: 4, b: 4, total: 9 })).toBe(1);
    expect(jaccard({ both: 0, a: 4, b: 4, total: 9 })).toBe(0);
    expect(jaccard({ both: 0, a: 0, b: 0, total: 9 })).toBe(0);
  });
});

describe("associationStrength", () => {
  it("is observed over expected, by hand", () => {
    // 6 · 5 / 60 = half a story by chance; 3 shared
    expect(associationStrength({ both: 3, a: 6, b: 5, total: 60 })).toBeCloseTo(6, 12);
    expect(associationStrength({ both: 0, a: 0, b: 5, total: 60 })).toBe(0);
  });
  it("is observed over expected for any table, and above 1 just where npmi is above 0", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const strength = associationStrength(table);
        expect(strength * expectedStories(table)).toBeCloseTo(table.both, 9);
        if (table.both < table.total && Math.abs(strength - 1) > 1e-9) expect(npmi(table) > 0).toBe(strength > 1);
      }),
    );
  });
});

describe("fisherTail", () => {
  it("is Fisher's lady tasting tea: 17/70 for three of four cups right, 1/70 for all", () => {
    const logs = logFactorials(8);
    expect(fisherTail({ both: 3, a: 4, b: 4, total: 8 }, logs)).toBeCloseTo(17 / 70, 12);
    expect(fisherTail({ both: 4, a: 4, b: 4, total: 8 }, logs)).toBeCloseTo(1 / 70, 12);
  });
  it("is 1 for no shared story", () => {
    expect(fisherTail({ both: 0, a: 3, b: 2, total: 50 }, logFactorials(50))).toBeCloseTo(1, 12);
  });
});

describe("chance", () => {
  it("falls as more stories are shared", () => {
    const logs = logFactorials(1000);
    const values = [10, 15, 20, 30].map((both) => chance({ both, a: 100, b: 100, total: 1000 }, logs));
    expect(values).toEqual([...values].sort((x, y) => y - x));
    expect(values[0]).toBeCloseTo(0.5, 6);
  });
  it("agrees with the exact test where both may be used", () => {
    const table = { both: 36, a: 200, b: 250, total: 2000 };
    const exact = fisherTail(table, logFactorials(2000));
    expect(Math.abs(Math.log10(chance(table, logFactorials(2000)) / exact))).toBeLessThan(0.35);
  });
  it("is a probability", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const p = chance(table, logFactorials(table.total));
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("erfc", () => {
  it.each([
    [0, 1],
    [0.5, 0.4795001222],
    [1, 0.1572992071],
    [-1, 1.8427007929],
    [3, 2.209049699858544e-5],
  ])("of %d is %d", (x, value) => expect(erfc(x) / value).toBeCloseTo(1, 6));
});

describe("falseDiscovery", () => {
  it("is what Benjamini and Hochberg give by hand", () => {
    const values = [0.01, 0.04, 0.03, 0.5].map((p) => ({ p, count: 1 }));
    const q = falseDiscovery(values, 4);
    expect(q.get(0.01)).toBeCloseTo(0.04, 12);
    expect(q.get(0.03)).toBeCloseTo(0.16 / 3, 12);
    expect(q.get(0.04)).toBeCloseTo(0.16 / 3, 12);
    expect(q.get(0.5)).toBeCloseTo(0.5, 12);
  });
  it("counts equal p values together", () => {
    expect(falseDiscovery([{ p: 0.02, count: 2 }], 2).get(0.02)).toBeCloseTo(0.02, 12);
    expect(falseDiscovery([{ p: 0.02, count: 2 }], 100).get(0.02)).toBe(1);
  });
});

it("expects a·b/total stories by chance", () => expect(expectedStories({ both: 0, a: 6, b: 5, total: 10 })).toBe(3));

it("refuses four numbers that are no table", () => {
  expect(() => checkTable({ both: 3, a: 2, b: 5, total: 9 })).toThrow(InputError);
  expect(() => checkTable({ both: 0, a: 10, b: 5, total: 9 })).toThrow(InputError);
});
