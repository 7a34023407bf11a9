// Counts of a part of the articles: a window of days, some papers. Pure.
//
// A pair counts in a text (an article with its continuation), in the layer of the less prominent of its two names there,
// as src/graph counts it. Which texts an edge rests on is worked out once (incidence.ts); then any part is one pass over
// flat arrays, so that figures run along under a brush. What the build caps (the tail of a text with very many names) is not
// known here: a recount never passes the count of the whole.
import type { SiteArticleEntry } from "./data.ts";
import type { Incidence } from "./incidence.ts";
import { finish, type Work } from "./work.ts";

/** What of the articles is looked at; `null` for no bound. */
export interface Scope {
  /** First and last day, ISO, both within. Articles without a date are outside of any window. */
  readonly from: string | null;
  readonly to: string | null;
  /** Papers, "" for those of unknown paper; empty for all. */
  readonly papers: readonly string[];
}

export const EVERYTHING: Scope = { from: null, to: null, papers: [] };

export const isEverything = (scope: Scope): boolean =>
  scope.from === null && scope.to === null && scope.papers.length === 0;

/** Whether an article is of the part. */
export function isWithin({ date, paper }: SiteArticleEntry, { from, to, papers }: Scope): boolean {
  if (papers.length > 0 && !papers.includes(paper ?? "")) return false;
  if (from === null && to === null) return true;
  return date !== null && (from === null || date >= from) && (to === null || date <= to);
}

/** 1 for every text whose first article lies in the part. */
export function textsOf(incidence: Incidence, articles: readonly SiteArticleEntry[], scope: Scope): Uint8Array {
  const { firstOf } = incidence;
  const mask = new Uint8Array(firstOf.length);
  for (let text = 0; text < mask.length; text++) if (isWithin(articles[firstOf[text]!]!, scope)) mask[text] = 1;
  return mask;
}

export interface EdgeCounts {
  readonly articles: Uint32Array;
  readonly texts: Uint32Array;
  readonly stories: Uint32Array;
  readonly papers: Uint32Array;
}

/** Counts of every edge among the texts of a mask. Cost: O(texts of all edges). */
export const countEdges = (incidence: Incidence, mask: Uint8Array): EdgeCounts => finish(edgeCounts(incidence, mask));

/** Edges between two breaths. */
const STRIDE = 8192;

/** `countEdges`, step by step. */
export function* edgeCounts(incidence: Incidence, mask: Uint8Array): Work<EdgeCounts> {
  const size = incidence.edgeTexts.start.length - 1;
  const count = edgeCounter(incidence, mask, size);
  for (let from = 0; from < size; from += STRIDE) {
    count.range(from, Math.min(size, from + STRIDE));
    yield;
  }
  return count.counts;
}

// Not in the generator itself: engines make little of a loop that may be left at any time.
function edgeCounter(incidence: Incidence, mask: Uint8Array, size: number) {
  const { edgeTexts, edgeArticles, textOf, storyOf, paperOf } = incidence;
  const articles = new Uint32Array(size);
  const texts = new Uint32Array(size);
  const stories = new Uint32Array(size);
  const papers = new Uint32Array(size);
  const seenStory = new Uint32Array(incidence.stories);
  const seenPaper = new Uint32Array(incidence.papers);
  function countTexts(edge: number, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const text = edgeTexts.items[at]!;
      if (!mask[text]) continue;
      texts[edge]!++;
      const story = storyOf[text]!;
      const paper = paperOf[text]!;
      if (seenStory[story] !== edge + 1) {
        seenStory[story] = edge + 1;
        stories[edge]!++;
      }
      if (seenPaper[paper] !== edge + 1) {
        seenPaper[paper] = edge + 1;
        papers[edge]!++;
      }
    }
  }
  function range(first: number, end: number): void {
    const { start, items } = edgeTexts;
    for (let edge = first; edge < end; edge++) {
      const from = start[edge]!;
      const to = start[edge + 1]!;
      // Most ties rest on one text: nothing is counted twice.
      if (to - from !== 1) countTexts(edge, from, to);
      else if (mask[items[from]!]) texts[edge] = stories[edge] = papers[edge] = 1;
      if (texts[edge] === 0) continue;
      for (let at = edgeArticles.start[edge]!; at < edgeArticles.start[edge + 1]!; at++)
        if (mask[textOf[edgeArticles.items[at]!]!]) articles[edge]!++;
    }
  }
  return { range, counts: { articles, texts, stories, papers } };
}

/** Articles and stories of a mask, the pages' furniture left out. */
export function totals(incidence: Incidence, mask: Uint8Array): { articles: number; stories: number } {
  const seen = new Uint8Array(incidence.stories);
  let articles = 0;
  let stories = 0;
  for (const text of incidence.textOf) {
    if (!mask[text] || !incidence.told[text]) continue;
    articles++;
    const story = incidence.storyOf[text]!;
    if (seen[story]) continue;
    seen[story] = 1;
    stories++;
  }
  return { articles, stories };
}
