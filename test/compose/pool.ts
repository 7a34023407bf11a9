// The pool: hands out clean articles, each once before any comes again.
import type { Chance } from "./chance.ts";
import { isRoundUp, itemsOf } from "./read.ts";
import type { CleanArticle } from "./types.ts";

export interface Pool {
  /** The day on which what it hands out is printed. */
  readonly date: string;
  /** An article; of some candidates the one whose length is nearest to `length`. */
  readonly next: (length?: number) => CleanArticle;
  /** Short items with short headlines. */
  readonly brief: (count: number) => CleanArticle[];
}

export interface Stock {
  readonly reports: readonly CleanArticle[];
  readonly briefs: readonly CleanArticle[];
}

/** Round-ups become briefs, the rest are reports (and briefs, when short). Sorted by date, then id. */
export function stockOf(articles: readonly CleanArticle[]): Stock {
  const sorted = [...articles].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const reports = sorted.filter((article) => !isRoundUp(article));
  const short = reports.filter(({ title, text }) => title.length <= 26 && text.length <= 320);
  return { reports, briefs: [...sorted.filter(isRoundUp).flatMap(itemsOf), ...short] };
}

const key = ({ date, id }: CleanArticle): string => `${date} ${id}`;

/** A pool for one issue: now and then of neighbouring days alone, so that its subjects are close. */
export function createPool(chance: Chance, { reports, briefs }: Stock): Pool {
  const window = reports.length > 400 && chance.is(0.5) ? 150 : reports.length;
  const start = chance.int(0, reports.length - window);
  const near = chance.shuffle(reports.slice(start, start + window));
  const short = chance.shuffle(briefs.length > 0 ? briefs : reports);
  const used = new Set<string>();
  const take = (list: CleanArticle[], length?: number): CleanArticle => {
    if (list.every(({ id }) => used.has(id))) for (const { id } of list) used.delete(id);
    const candidates = list.filter(({ id }) => !used.has(id)).slice(0, length === undefined ? 1 : 15);
    const apart = ({ text }: CleanArticle): number => Math.abs(text.length - (length ?? 0));
    const chosen = candidates.reduce((best, article) => (apart(article) < apart(best) ? article : best));
    used.add(chosen.id);
    return chosen;
  };
  return {
    date: near.reduce((last, { date }) => (date > last ? date : last), ""),
    next: (length) => take(near, length),
    brief: (count) => Array.from({ length: count }, () => take(short)),
  };
}
