// Articles by day, week, month or year: the bars under the map. Pure. Days are ISO dates, counted in UTC.
import type { SiteArticleEntry } from "./data.ts";

export type Unit = "day" | "week" | "month" | "year";

export interface Bin {
  /** First and last day, both within. */
  readonly from: string;
  readonly to: string;
  readonly articles: number;
}

export interface Histogram {
  readonly unit: Unit;
  readonly bins: readonly Bin[];
  /** Of the fullest bin. */
  readonly most: number;
}

/** As many bars as can be told apart and taken hold of. */
const MOST_BINS = 120;
const UNITS: readonly Unit[] = ["day", "week", "month", "year"];
const DAY = 86_400_000;

const time = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** `iso` some days later, or earlier. */
export const addDays = (day: string, days: number): string => iso(time(day) + days * DAY);
/** Days from one to another, both counted. */
export const daysIn = (from: string, to: string): number => Math.round((time(to) - time(from)) / DAY) + 1;

/** First day of the week (Monday), month or year that a day lies in. */
function floor(day: string, unit: Unit): string {
  if (unit === "day") return day;
  if (unit === "week") return addDays(day, -((new Date(time(day)).getUTCDay() + 6) % 7));
  return unit === "month" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

function after(start: string, unit: Unit): string {
  if (unit === "day") return addDays(start, 1);
  if (unit === "week") return addDays(start, 7);
  const date = new Date(time(start));
  return iso(
    Date.UTC(date.getUTCFullYear() + (unit === "year" ? 1 : 0), date.getUTCMonth() + (unit === "month" ? 1 : 0)),
  );
}

/**
 * Bars of the finest unit that needs at most 120; gaps are bars of no articles. Null when fewer than two days are known.
 * Furniture of pages is not counted, nor is an article without a date.
 */
export function histogram(
  articles: readonly Pick<SiteArticleEntry, "date" | "kind" | "paper">[],
  papers: readonly string[] = [],
): Histogram | null {
  const wanted = new Set(papers);
  const counted = articles.filter((entry) => entry.date !== null && entry.kind !== "masthead");
  let [first, last] = [counted[0]?.date, counted[0]?.date];
  for (const { date } of counted) {
    if (date! < first!) first = date;
    if (date! > last!) last = date;
  }
  if (!first || !last || first === last) return null;
  for (const unit of UNITS) {
    const bins = spans(first, last, unit);
    if (!bins) continue;
    const index = new Map(bins.map((bin, i) => [bin.start, i]));
    const counts = new Uint32Array(bins.length);
    for (const { date, paper } of counted)
      if (wanted.size === 0 || wanted.has(paper ?? "")) counts[index.get(floor(date!, unit))!]!++;
    return {
      unit,
      bins: bins.map(({ from, to }, i) => ({ from, to, articles: counts[i]! })),
      most: Math.max(1, ...counts),
    };
  }
  return null;
}

/** The units from the first day to the last, cut to these; null when they are too many. More years than bars are cut short. */
function spans(first: string, last: string, unit: Unit): { start: string; from: string; to: string }[] | null {
  const found: { start: string; from: string; to: string }[] = [];
  for (let start = floor(first, unit); start <= last; start = after(start, unit)) {
    if (found.length >= MOST_BINS && unit !== "year") return null;
    const end = addDays(after(start, unit), -1);
    found.push({ start, from: start < first ? first : start, to: end > last ? last : end });
  }
  return found;
}

/** How many of the articles lie in each bar; those without a date, or of days before or after all bars, in none. */
export function countIn({ bins }: Histogram, articles: readonly Pick<SiteArticleEntry, "date">[]): number[] {
  const counts = bins.map(() => 0);
  for (const { date } of articles) {
    if (date === null || bins.length === 0 || date < bins[0]!.from || date > bins.at(-1)!.to) continue;
    let [low, high] = [0, bins.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bins[middle]!.to < date) low = middle + 1;
      else high = middle;
    }
    counts[low]!++;
  }
  return counts;
}

/** The bins that a window touches, as `[first, last]`; the whole where it has no bounds. Null when it touches none. */
export function binsOf({ bins }: Histogram, from: string | null, to: string | null): readonly [number, number] | null {
  const first = bins.findIndex((bin) => from === null || bin.to >= from);
  const last = bins.findLastIndex((bin) => to === null || bin.from <= to);
  return first < 0 || last < 0 || first > last ? null : [first, last];
}

/** The window of as many days right before this one, or right after it. */
export function beside(from: string, to: string, side: "before" | "after"): readonly [string, string] {
  const days = daysIn(from, to);
  return side === "before" ? [addDays(from, -days), addDays(from, -1)] : [addDays(to, 1), addDays(to, days)];
}
