// Zones of heading lines cut into titles, together.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutsOf, LONGEST, type Segment, type Table } from "../../src/articles/titles/title-cuts.ts";
import type { Zone } from "../../src/articles/titles/zones.ts";

/** A zone of lines none of which are of one title; `scores`: of each line for each article. */
function tableOf(scores: readonly (readonly number[])[]): Table {
  const choices: Segment[][] = scores.flatMap((line, from) => [
    [
      { from, end: from + 1, draft: -1, score: 0 },
      ...line.map((score, draft) => ({ from, end: from + 1, draft, score })),
    ].sort((a, b) => b.score - a.score),
    ...Array.from({ length: LONGEST - 1 }, () => []),
  ]);
  const zone = { lines: scores.map(() => ({})) } as unknown as Zone;
  return { zone, joined: scores.slice(1).map(() => 0), choices, dirty: false };
}

const drafts = (cuts: readonly (readonly Segment[])[]): number[] => cuts.flat().map(({ draft }) => draft);

describe("two headlines that want one article", () => {
  it("get one each when the likelier one has another choice", () => {
    expect(drafts(cutsOf([tableOf([[5, 4.9]]), tableOf([[4.5, -9]])], 2))).toEqual([1, 0]);
  });

  it("leave it to the likelier one when neither has", () => {
    expect(drafts(cutsOf([tableOf([[2]]), tableOf([[5]])], 1))).toEqual([-1, 0]);
  });
});

describe("any zones", () => {
  const zones = fc.array(
    fc.array(
      fc.array(
        fc.integer({ min: -30, max: 60 }).map((n) => n / 7),
        { minLength: 4, maxLength: 4 },
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    { minLength: 1, maxLength: 6 },
  );

  it("are cut so that every line is in one segment and every article has one title at most", () => {
    fc.assert(
      fc.property(zones, (scores) => {
        const cuts = cutsOf(scores.map(tableOf), 4);
        cuts.forEach((segments, k) => {
          expect(segments.map(({ from }) => from)).toEqual(scores[k]!.map((_, line) => line));
        });
        const owned = drafts(cuts).filter((draft) => draft >= 0);
        expect(new Set(owned).size).toBe(owned.length);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
