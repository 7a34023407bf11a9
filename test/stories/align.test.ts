import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/lib/random.ts";
import { type Alignment, alignTexts, editsOf, stretchesOf } from "../../src/stories/index.ts";

const TEXT =
  "国务院总理近日签署国务院令，公布修订后的条例，自2026年1月1日起施行。修订后的条例共六章四十二条，" +
  "明确各级人民政府应当把有关工作纳入国民经济和社会发展规划，建立健全协调机制，加强经费保障；规定任何单位和个人都有权举报违法行为，" +
  "有关部门应当自收到举报之日起十五个工作日内处理并答复。条例还细化了法律责任，加大了处罚力度，对屡犯不改的单位依法从重处理。";

/** Text that nothing else holds. */
function noise(length: number, seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 5000))).join("");
}

/** Every unit damaged with a chance: replaced, lost, or another one put before it. */
function damaged(text: string, chance: number, seed: number): string {
  const random = seededRandom(seed);
  return [...text]
    .map((unit) => {
      if (random() >= chance) return unit;
      const kind = random();
      return kind < 0.7 ? noise(1, Math.floor(random() * 1e6)) : kind < 0.85 ? "" : `${unit}丁`;
    })
    .join("");
}

function expectSound({ runs, matched }: Alignment, a: string, b: string): void {
  let [aAt, bAt, sum] = [0, 0, 0];
  for (const run of runs) {
    expect(run.length).toBeGreaterThan(0);
    expect(run.a >= aAt && run.b >= bAt).toBe(true);
    expect(sum > 0 && run.a === aAt && run.b === bAt).toBe(false);
    expect(a.slice(run.a, run.a + run.length)).toBe(b.slice(run.b, run.b + run.length));
    [aAt, bAt] = [run.a + run.length, run.b + run.length];
    sum += run.length;
  }
  expect(matched).toBe(sum);
  const edits = editsOf({ runs, matched }, a.length, b.length);
  expect(edits.map((edit) => a.slice(...edit.a)).join("")).toBe(a);
  expect(edits.map((edit) => b.slice(...edit.b)).join("")).toBe(b);
}

describe("an alignment", () => {
  it("of a text with itself is one run, of strangers nothing to speak of", () => {
    expect(alignTexts(TEXT, TEXT).runs).toEqual([{ a: 0, b: 0, length: TEXT.length }]);
    expect(alignTexts("", TEXT)).toEqual({ runs: [], matched: 0 });
    expect(alignTexts(noise(900, 1), noise(900, 2)).matched).toBeLessThan(10);
  });

  it("tells a damaged character from a lost one and from one too many", () => {
    const b = TEXT.replace("近日签署", "近曰签署").replace("四十二条", "四二条").replace("协调机制", "协调的机制");
    const edits = editsOf(alignTexts(TEXT, b), TEXT.length, b.length).filter(({ kind }) => kind !== "same");
    expect(edits.map(({ kind, a, b: other }) => [kind, TEXT.slice(...a), b.slice(...other)])).toEqual([
      ["changed", "日", "曰"],
      ["a", "十", ""],
      ["b", "", "的"],
    ]);
  });

  it("finds a cut in the middle of a long text, damaged in both", () => {
    const whole = noise(1500, 3) + TEXT.repeat(1) + noise(1500, 4);
    const [a, b] = [damaged(whole, 0.05, 5), damaged(whole.slice(1400, 1800), 0.05, 6)];
    const alignment = alignTexts(a, b);
    expectSound(alignment, a, b);
    expect(alignment.matched).toBeGreaterThan(0.86 * b.length);
    expect(stretchesOf(alignment).filter(({ matched }) => matched > 30)).toHaveLength(1);
  });

  it("passes over a piece that one of them has more, whole on either side", () => {
    const more = noise(700, 7);
    const at = 120;
    const b = TEXT.slice(0, at) + more + TEXT.slice(at);
    expect(alignTexts(TEXT, b).runs).toEqual([
      { a: 0, b: 0, length: at },
      { a: at, b: at + more.length, length: TEXT.length - at },
    ]);
  });

  it("holds in texts that repeat themselves", () => {
    const a = "国务院关于推动城市高质量发展的意见".repeat(60);
    const b = damaged(a, 0.03, 8);
    const alignment = alignTexts(a, b);
    expectSound(alignment, a, b);
    expect(alignment.matched).toBeGreaterThan(0.8 * a.length);
  });

  it.each([0.01, 0.03, 0.05, 0.1])("finds nearly every sound unit with a share of %f damaged in both", (chance) => {
    const whole = noise(2000, 9);
    const [a, b] = [damaged(whole, chance, 10), damaged(whole, chance, 11)];
    const alignment = alignTexts(a, b);
    expectSound(alignment, a, b);
    expect(alignment.matched).toBeGreaterThan((1 - 2.2 * chance) * whole.length);
  });

  it("is sound for any two texts", () => {
    const text = fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊"), maxLength: 300 });
    fc.assert(fc.property(text, text, (a, b) => expectSound(alignTexts(a, b), a, b)));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => expectSound(alignTexts(a + b + c, b + a + c), a + b + c, b + a + c)),
    );
  });

  it("never matches less than the longest common subsequence of short texts scored alike would", () => {
    // The oracle: the plain three-table recursion of the scores said in align-gap.ts.
    const short = fc.string({ unit: fc.constantFrom(..."甲乙丙"), maxLength: 12 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        const { runs } = alignTexts(`${a}一`, `一${b}`);
        expect(scoreOf(runs, a.length + 1, b.length + 1)).toBe(bestScore(`${a}一`, `一${b}`));
      }),
      { numRuns: 300 },
    );
  });
});

/** Score of an alignment by its runs, unpaired units between them placed as is best. */
function scoreOf(runs: Alignment["runs"], aLength: number, bLength: number): number {
  let [score, aAt, bAt] = [0, 0, 0];
  for (const { a, b, length } of [...runs, { a: aLength, b: bLength, length: 0 }]) {
    score += length + gapScore(a - aAt, b - bAt);
    [aAt, bAt] = [a + length, b + length];
  }
  return score;
}

function gapScore(m: number, n: number): number {
  const pairs = Math.min(m, n);
  const apart = (m > 0 ? -2 : 0) + (n > 0 ? -2 : 0);
  return Math.max(apart, -pairs + (m === n ? 0 : -2));
}

function bestScore(a: string, b: string): number {
  const memo = new Map<string, number>();
  const best = (i: number, j: number, kind: number): number => {
    if (i === 0 && j === 0) return 0;
    const key = `${i},${j},${kind}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const options = [Number.NEGATIVE_INFINITY];
    if (i > 0 && j > 0) options.push(best(i - 1, j - 1, 0) + (a[i - 1] === b[j - 1] ? 1 : -1));
    if (i > 0) options.push(best(i - 1, j, 1) + (kind === 1 ? 0 : -2));
    if (j > 0) options.push(best(i, j - 1, 2) + (kind === 2 ? 0 : -2));
    memo.set(key, Math.max(...options));
    return Math.max(...options);
  };
  return best(a.length, b.length, 0);
}
