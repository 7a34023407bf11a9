// The best path and the shares of rivals, against all paths counted one by one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate } from "../../../src/entities/candidates.ts";
import { bestPath, shares } from "../../../src/entities/settle/lattice.ts";
import { type Rival, rivalsOf } from "../../../src/entities/settle/rivals.ts";
import { insideOf } from "../../../src/entities/settle/settle.ts";
import type { EntityType } from "../../../src/entities/types.ts";

const LENGTH = 9;

const candidate = (start: number, end: number, type: EntityType, over: Partial<Candidate> = {}): Candidate => ({
  start,
  end,
  type,
  name: null,
  score: 0.8,
  extractor: "patterns",
  rule: null,
  ...over,
});

const contests = fc
  .array(
    fc.record({
      start: fc.nat(LENGTH - 1),
      length: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom<EntityType>("place", "agency"),
      weight: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
    }),
    { maxLength: 8 },
  )
  .map((drawn) => {
    const rivals = rivalsOf(
      drawn.map(({ start, length, type }) => candidate(start, Math.min(LENGTH, start + length), type)),
    );
    return { rivals, weights: rivals.map((_, i) => drawn[i]!.weight) };
  });

/** Every set of disjoint rivals. */
function paths(rivals: readonly Rival[], from = 0): number[][] {
  const out: number[][] = [[]];
  rivals.forEach(({ start, end }, i) => {
    if (start >= from)
      for (const rest of paths(rivals, end).filter((path) => path.every((k) => k > i))) out.push([i, ...rest]);
  });
  return out;
}

const sumOf = (path: readonly number[], weights: readonly number[]): number =>
  path.reduce((sum, i) => sum + weights[i]!, 0);

describe("the lattice of rivals", () => {
  it("finds the path that weighs most of all", () => {
    fc.assert(
      fc.property(contests, ({ rivals, weights }) => {
        const best = Math.max(...paths(rivals).map((path) => sumOf(path, weights)));
        const found = bestPath(rivals, weights, LENGTH);
        expect(sumOf(found, weights)).toBeCloseTo(best, 9);
        for (let k = 1; k < found.length; k++)
          expect(rivals[found[k]!]!.start).toBeGreaterThanOrEqual(rivals[found[k - 1]!]!.end);
      }),
    );
  });

  it("gives each rival its share of all paths", () => {
    fc.assert(
      fc.property(contests, ({ rivals, weights }) => {
        const all = paths(rivals);
        const total = all.reduce((sum, path) => sum + Math.exp(sumOf(path, weights)), 0);
        const { shares: found, logSum } = shares(rivals, weights, LENGTH);
        expect(logSum).toBeCloseTo(Math.log(total), 9);
        rivals.forEach((_, i) => {
          const through = all.filter((path) => path.includes(i));
          const share = through.reduce((sum, path) => sum + Math.exp(sumOf(path, weights)), 0) / total;
          expect(found[i]).toBeCloseTo(share, 9);
        });
      }),
    );
  });

  it("keeps to the rivals that are open and the units that are free", () => {
    const rivals = rivalsOf([candidate(0, 2, "place"), candidate(0, 4, "agency"), candidate(4, 6, "place")]);
    const { shares: found } = shares(
      rivals,
      [1, 1, 1],
      LENGTH,
      (i) => i !== 0,
      (unit) => unit >= 4,
    );
    expect([...found].map((share) => Math.round(100 * share) / 100)).toEqual([0, 1, 0.73]);
  });

  it("weighs what lies inside a name by its best path", () => {
    fc.assert(
      fc.property(contests, ({ rivals, weights }) => {
        rivals.forEach((rival, i) => {
          const inner = rivals.flatMap((other, k) =>
            other.start >= rival.start && other.end <= rival.end && other.end - other.start < rival.end - rival.start
              ? [k]
              : [],
          );
          const best = Math.max(
            ...paths(inner.map((k) => rivals[k]!)).map((path) => path.reduce((sum, n) => sum + weights[inner[n]!]!, 0)),
          );
          expect(insideOf(rivals, weights, i)).toBeCloseTo(best, 9);
        });
      }),
    );
  });
});

describe("rivals", () => {
  it("gather what is said of one span and type, who knows a canonical name first", () => {
    const found = rivalsOf([
      candidate(2, 4, "place", { extractor: "tagger", score: 0.99 }),
      candidate(2, 4, "place", { extractor: "gazetteer", name: "天津市", score: 0.88 }),
      candidate(2, 4, "agency"),
      candidate(0, 1, "place"),
      candidate(3, 3, "place"),
    ]);
    expect(found.map(({ start, end, type }) => [start, end, type])).toEqual([
      [0, 1, "place"],
      [2, 4, "agency"],
      [2, 4, "place"],
    ]);
    expect(found[2]!.candidates.map(({ extractor }) => extractor)).toEqual(["gazetteer", "tagger"]);
  });
});
