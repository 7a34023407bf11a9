import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameBefore, nameBehind, namesIn, type Scene, sentenceAround } from "../../../src/entities/relations/scene.ts";
import type { Named } from "../../../src/entities/relations/types.ts";

/** A row of disjoint names, from pairs of a gap and a length. */
function sceneOf(text: string, steps: readonly (readonly [gap: number, length: number])[]): Scene {
  const names: Named[] = [];
  let at = 0;
  for (const [gap, length] of steps) {
    names.push({ start: at + gap, end: at + gap + length, type: "agency", name: "局", printed: at + gap });
    at += gap + length;
  }
  const stops = [...text].flatMap((unit, i) => (unit === "。" ? [i] : []));
  return { text, names, stops } as unknown as Scene;
}

const STEPS = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 4 })), { maxLength: 12 });

describe("a scene", () => {
  it("tells names in, before and behind a span as a look at each of them does", () => {
    fc.assert(
      fc.property(STEPS, fc.nat(60), fc.nat(12), (steps, at, length) => {
        const scene = sceneOf("", steps);
        const { names } = scene;
        expect(namesIn(scene, at, at + length)).toEqual(names.filter((n) => n.start < at + length && n.end > at));
        expect(nameBefore(scene, at)).toBe(names.filter((n) => n.end <= at).at(-1));
        expect(nameBefore(scene, at, at - length)).toBe(
          names.filter((n) => n.end <= at && n.end >= at - length).at(-1),
        );
        expect(nameBehind(scene, at)).toBe(names.find((n) => n.start >= at));
      }),
    );
  });
  it("gives the sentence around a unit without the mark that ends it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("市", "长", "。"), { maxLength: 20 }), fc.nat(20), (units, place) => {
        const text = units.join("");
        const at = Math.min(place, text.length);
        const [start, end] = sentenceAround(sceneOf(text, []), at);
        expect(start <= at && at <= end).toBe(true);
        expect(text.slice(start, end)).not.toContain("。");
        expect(start === 0 || text[start - 1] === "。").toBe(true);
        expect(end === text.length || text[end] === "。").toBe(true);
      }),
    );
  });
});
