import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, resolveOverlaps } from "../../src/entities/candidates.ts";
import { createFormIndex } from "../../src/entities/form-index.ts";

const candidate = (start: number, end: number, score: number, over: Partial<Candidate> = {}): Candidate => ({
  start,
  end,
  type: "place",
  name: null,
  score,
  extractor: "x",
  rule: null,
  ...over,
});

describe("resolveOverlaps", () => {
  it("keeps the longest, of equals the surer, and what is certain before both", () => {
    expect(resolveOverlaps([candidate(0, 2, 0.9), candidate(0, 4, 0.6)], 6)).toEqual([candidate(0, 4, 0.6)]);
    expect(resolveOverlaps([candidate(0, 2, 0.5), candidate(1, 3, 0.9)], 6)).toEqual([candidate(1, 3, 0.9)]);
    const certain = candidate(0, 2, 0.9, { certain: true });
    expect(resolveOverlaps([candidate(0, 3, 1), certain], 6)).toEqual([certain]);
  });
  it("does not depend on the order of its input, and leaves no overlap", () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom(0.5, 0.9))
        .map(([s, n, p]) => candidate(s, s + n, p)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (list) => {
        const kept = resolveOverlaps(list, 30);
        expect(resolveOverlaps([...list].reverse(), 30)).toEqual(kept);
        for (let i = 1; i < kept.length; i++) expect(kept[i]!.start).toBeGreaterThanOrEqual(kept[i - 1]!.end);
      }),
    );
  });
});

describe("createFormIndex", () => {
  it("finds what a plain scan finds", () => {
    const word = fc.string({ unit: fc.constantFrom("河", "北", "省", "市"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom("河", "北", "省", "市"), maxLength: 20 }),
        (forms, text) => {
          const index = createFormIndex(new Map(forms.map((form) => [form, [form]])));
          const expected: string[] = [];
          for (let start = 0; start < text.length; start++)
            for (let length = 4; length >= 1; length--)
              if (start + length <= text.length && forms.includes(text.slice(start, start + length)))
                expected.push(`${start}-${start + length}`);
          expect(index.all(text).map((m) => `${m.start}-${m.end}`)).toEqual(expected);
        },
      ),
    );
  });
});
