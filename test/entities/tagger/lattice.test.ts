// The lattice against every path written out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Confidence } from "../../../src/entities/tagger/confidence.ts";
import { addSteps, createLattice, marginals, reserve } from "../../../src/entities/tagger/lattice.ts";
import { STEPS_A_NAT } from "../../../src/entities/tagger/model.ts";
import { MARGIN } from "../../../src/entities/tagger/table.ts";
import {
  isOpening,
  mayBegin,
  mayEnd,
  mayFollow,
  OUTSIDE,
  stepsAmong,
  TAGGED_TYPES,
  TAGS,
  type TaggedSpan,
  tagCount,
  tagsOf,
  typeOfTag,
} from "../../../src/entities/tagger/tags.ts";

/** Every chain of tags that is allowed. */
function paths(tags: number, length: number): number[][] {
  let found: number[][] = [];
  for (let tag = 0; tag < tags; tag++) if (mayBegin(tag)) found.push([tag]);
  for (let t = 1; t < length; t++)
    found = found.flatMap((path) =>
      Array.from({ length: tags }, (_, tag) => tag)
        .filter((tag) => mayFollow(path.at(-1)!, tag))
        .map((tag) => [...path, tag]),
    );
  return found.filter((path) => mayEnd(path.at(-1)!));
}

/** A chain of tags → its spans, by start. */
function spansOf(tags: ArrayLike<number>, length: number): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let start = 0;
  for (let i = 0; i < length; i++) {
    const tag = tags[i]!;
    if (isOpening(tag)) start = i;
    if (tag !== OUTSIDE && mayEnd(tag)) spans.push({ start, end: i + 1, type: TAGGED_TYPES[typeOfTag(tag)]! });
  }
  return spans;
}

const TYPES = 2;
const WIDTH = tagCount(TYPES);
const STEPS = stepsAmong(WIDTH);
const stepIndex = (from: number, to: number): number =>
  STEPS.from.findIndex((tag, s) => tag === from && STEPS.to[s] === to);

const lattices = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    nodes: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: length * WIDTH, maxLength: length * WIDTH }),
    steps: fc.array(fc.integer({ min: -40, max: 40 }), {
      minLength: STEPS.from.length,
      maxLength: STEPS.from.length,
    }),
  }),
);

const UNIT = 16;
const scoreOf = (path: readonly number[], nodes: readonly number[], steps: readonly number[]): number =>
  path.reduce((sum, tag, t) => sum + nodes[t * WIDTH + tag]! + (t === 0 ? 0 : steps[stepIndex(path[t - 1]!, tag)]!), 0);

describe("the lattice", () => {
  it("shares one among all paths: nodes and steps have their part of the sum", () => {
    fc.assert(
      fc.property(lattices, ({ length, nodes, steps }) => {
        const lattice = createLattice(WIDTH);
        lattice.emissions.set(nodes.map((node) => node / UNIT));
        const exp = Float64Array.from(steps, (step) => Math.exp(step / UNIT));
        const all = paths(WIDTH, length);
        const weights = all.map((path) => Math.exp(scoreOf(path, nodes, steps) / UNIT));
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(marginals(lattice, exp, length)).toBeCloseTo(Math.log(sum), 4);
        const share = (holds: (path: number[]) => boolean): number =>
          all.reduce((total, path, i) => total + (holds(path) ? weights[i]! / sum : 0), 0);
        for (let t = 0; t < length; t++) {
          let column = 0;
          for (let tag = 0; tag < WIDTH; tag++) {
            column += lattice.nodes[t * WIDTH + tag]!;
            expect(lattice.nodes[t * WIDTH + tag]).toBeCloseTo(
              share((path) => path[t] === tag),
              5,
            );
          }
          expect(column).toBeCloseTo(1, 8);
        }
        const sums = new Float64Array(steps.length);
        addSteps(lattice, exp, length, 1, sums);
        expect(sums.reduce((a, b) => a + b, 0)).toBeCloseTo(length - 1, 6);
      }),
      { numRuns: 40 },
    );
  });

  it("gives every span that is likely enough the share of the paths that spell it", () => {
    fc.assert(
      fc.property(lattices, ({ length, nodes, steps }) => {
        const scores = new Int32Array((length + 2 * MARGIN) * TAGS);
        for (let t = 0; t < length; t++)
          for (let tag = 0; tag < WIDTH; tag++) scores[(MARGIN + t) * TAGS + tag] = nodes[t * WIDTH + tag]!;
        const all = paths(WIDTH, length);
        const weights = all.map((path) => Math.exp(scoreOf(path, nodes, steps) / STEPS_A_NAT));
        const sum = weights.reduce((a, b) => a + b, 0);
        const shares = new Map<string, number>();
        all.forEach((path, i) => {
          for (const { start, end, type } of spansOf(path, length)) {
            const key = `${start} ${end} ${type}`;
            shares.set(key, (shares.get(key) ?? 0) + weights[i]! / sum);
          }
        });
        const confidence = new Confidence(WIDTH, (from, to) => steps[stepIndex(from, to)]!);
        const found = confidence.atLeast(0.05, scores, length);
        for (const { start, end, type, share } of found)
          expect(share).toBeCloseTo(shares.get(`${start} ${end} ${type}`)!, 4);
        expect(found.length).toBe([...shares.values()].filter((share) => share >= 0.05).length);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps its probabilities over texts of any length", () => {
    const lattice = createLattice(WIDTH);
    reserve(lattice, 20_000);
    lattice.emissions.fill(9);
    marginals(lattice, new Float64Array(STEPS.from.length).fill(1), 20_000);
    const last = lattice.nodes.subarray(19_999 * WIDTH, 20_000 * WIDTH);
    expect(last.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  });
});

describe("tags", () => {
  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...TAGGED_TYPES)))
    .map((list) => {
      let at = 0;
      return list.map(([gap, length, type]): TaggedSpan => {
        const start = at + gap;
        at = start + length;
        return { start, end: at, type };
      });
    });

  it("spell names and are read back to them", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 3 }), (names, rest) => {
        const length = (names.at(-1)?.end ?? 0) + rest;
        const tags = tagsOf(names, length);
        expect(spansOf(tags, length)).toEqual(names);
        for (let t = 1; t < length; t++) expect(mayFollow(tags[t - 1]!, tags[t]!)).toBe(true);
      }),
    );
  });
});
