import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, beside, binsOf, countIn, daysIn, histogram } from "../../viz/src/histogram.ts";

const entry = (date: string | null, paper: string | null = "甲报", kind: "report" | "masthead" = "report") => ({
  date,
  paper,
  kind,
});

describe("the bars of time", () => {
  test("are absent where everything is of one day, or of none", () => {
    expect(histogram([])).toBeNull();
    expect(histogram([entry("2025-08-29"), entry("2025-08-29"), entry(null)])).toBeNull();
    expect(histogram([entry("2025-08-29"), entry("2025-08-30", "甲报", "masthead")])).toBeNull();
  });

  test("hold each dated article once, follow each other without gaps, and are few enough to take hold of", () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays("1950-01-01", n));
    fc.assert(
      fc.property(fc.array(fc.option(day), { maxLength: 60 }), (days) => {
        const bars = histogram(days.map((date) => entry(date)));
        const dated = days.filter((date) => date !== null).sort();
        if (new Set(dated).size < 2) return void expect(bars).toBeNull();
        const { bins, unit } = bars!;
        expect(bins.reduce((sum, bin) => sum + bin.articles, 0)).toBe(dated.length);
        expect([bins[0]!.from, bins.at(-1)!.to]).toEqual([dated[0], dated.at(-1)]);
        bins.slice(1).forEach((bin, i) => {
          expect(bin.from).toBe(addDays(bins[i]!.to, 1));
        });
        if (unit !== "year") expect(bins.length).toBeLessThanOrEqual(120);
        expect(
          countIn(
            bars!,
            days.map((date) => entry(date)),
          ),
        ).toEqual(bins.map(({ articles }) => articles));
        for (const bin of bins) {
          const inside = dated.filter((date) => date! >= bin.from && date! <= bin.to).length;
          expect(bin.articles).toBe(inside);
        }
      }),
    );
  });

  test("count the papers that are looked at, over the days of all", () => {
    const bars = histogram(
      [entry("2025-01-01"), entry("2025-01-03", "乙报"), entry("2025-01-02", null)],
      ["", "甲报"],
    )!;
    expect(bars.bins.map((bin) => bin.articles)).toEqual([1, 1, 0]);
  });

  test("count some of the articles as they count all; days before and after them are in none", () => {
    const bars = histogram([entry("2025-01-01"), entry("2025-01-03"), entry("2025-01-03")])!;
    expect(countIn(bars, [entry("2025-01-03"), entry(null), entry("2024-12-31"), entry("2025-01-04")])).toEqual([
      0, 0, 1,
    ]);
  });

  test("know which of them a window touches", () => {
    const bars = histogram([entry("2025-01-01"), entry("2025-01-10")])!;
    expect(binsOf(bars, null, null)).toEqual([0, 9]);
    expect(binsOf(bars, "2025-01-03", "2025-01-05")).toEqual([2, 4]);
    expect(binsOf(bars, "2024-01-01", "2025-01-02")).toEqual([0, 1]);
    expect(binsOf(bars, "2026-01-01", null)).toBeNull();
  });

  test("a window has one as long before it and after it", () => {
    expect(beside("2025-03-01", "2025-03-10", "before")).toEqual(["2025-02-19", "2025-02-28"]);
    expect(beside("2024-02-28", "2024-02-29", "after")).toEqual(["2024-03-01", "2024-03-02"]);
    expect(daysIn("2025-03-01", "2025-03-10")).toBe(10);
  });
});
