// Counts of a part of the articles: a window of days, some papers. Pure.
//
// A pair counts in a text (an article with its continuation), in the layer of the less prominent of its two names there,
// as src/graph counts it. Which texts an edge rests on is worked out once from the lists of articles that each name
// carries; then any part is one pass over flat arrays, so that figures run along under a brush. What the build caps
// (the tail of a text with very many names) is not known here: a recount never passes the count of the whole.
import type { Layer, SiteArticleEntry, SiteEdge, SiteNode } from "./data.ts";

/** One list for each of a number of things, in one array: list i is `items[start[i] … start[i + 1])`. */
export interface Lists {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

export interface Incidence {
  /** Text of an article. */
  readonly textOf: Uint32Array;
  /** Of a text: its first article, its story, its paper (each page of unknown paper is one of its own). */
  readonly firstOf: Uint32Array;
  readonly storyOf: Uint32Array;
  readonly paperOf: Uint32Array;
  readonly texts: number;
  readonly stories: number;
  readonly papers: number;
  /** Texts that are more than a page's furniture. */
  readonly told: Uint8Array;
  /** Of each edge the texts it rests on, and the articles in which both names stand. */
  readonly edgeTexts: Lists;
  readonly edgeArticles: Lists;
}

const DEPTH: Record<Layer, number> = { content: 0, byline: 1, masthead: 2 };

/** Cost: O(all lists of articles + shorter list of each edge · log of the longer). */
export function buildIncidence(
  nodes: readonly SiteNode[],
  edges: readonly Pick<SiteEdge, "source" | "target" | "layer">[],
  articles: readonly SiteArticleEntry[],
): Incidence {
  const [textOf, texts] = numbered(articles.map((entry) => entry.text));
  const [storyOfArticle, stories] = numbered(articles.map((entry) => entry.story));
  const [paperOfArticle, papers] = numbered(articles.map((entry) => entry.paper ?? `?${entry.page}`));
  const firstOf = new Uint32Array(texts);
  const told = new Uint8Array(texts);
  const members: number[][] = Array.from({ length: texts }, () => []);
  articles.forEach((entry, i) => {
    const text = textOf[i]!;
    members[text]!.push(i);
    if (entry.kind !== "masthead") told[text] = 1;
  });
  members.forEach((list, text) => {
    firstOf[text] = list[0]!;
  });
  const named = nodes.map((node) => depths(node, (article) => article));
  const inTexts = nodes.map((node) => depths(node, (article) => textOf[article]!));
  const sortedTexts = inTexts.map((map) => Uint32Array.from(map.keys()).sort());
  const shared = edges.map(({ source, target, layer }) => {
    const [a, b] = [inTexts[source]!, inTexts[target]!];
    return intersect(sortedTexts[source]!, sortedTexts[target]!).filter(
      (text) => Math.max(a.get(text)!, b.get(text)!) === DEPTH[layer],
    );
  });
  const both = edges.map(({ source, target, layer }, i) => {
    const [a, b] = [named[source]!, named[target]!];
    return shared[i]!.flatMap((text) =>
      members[text]!.filter((article) => Math.max(a.get(article) ?? 9, b.get(article) ?? 9) === DEPTH[layer]),
    );
  });
  return {
    textOf,
    firstOf,
    storyOf: firstOf.map((article) => storyOfArticle[article]!),
    paperOf: firstOf.map((article) => paperOfArticle[article]!),
    texts,
    stories,
    papers,
    told,
    edgeTexts: pack(shared),
    edgeArticles: pack(both),
  };
}

function numbered(keys: readonly string[]): [Uint32Array, number] {
  const numbers = new Map<string, number>();
  const of = Uint32Array.from(keys, (key) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
  return [of, numbers.size];
}

/** Where a name stands → how prominently at best. */
function depths(node: SiteNode, place: (article: number) => number): Map<number, number> {
  const found = new Map<number, number>();
  for (const layer of ["masthead", "byline", "content"] as const)
    for (const article of node.in[layer] ?? []) found.set(place(article), DEPTH[layer]);
  return found;
}

/** Numbers in both of two ascending lists. */
function intersect(a: Uint32Array, b: Uint32Array): number[] {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const found: number[] = [];
  let from = 0;
  for (const value of few) {
    let to = many.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (many[middle]! < value) from = middle + 1;
      else to = middle;
    }
    if (many[from] === value) found.push(value);
  }
  return found;
}

function pack(lists: readonly (readonly number[])[]): Lists {
  const start = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length;
  });
  const items = new Uint32Array(start[lists.length]!);
  lists.forEach((list, i) => {
    items.set(list, start[i]);
  });
  return { start, items };
}

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
  return Uint8Array.from(incidence.firstOf, (article) => (isWithin(articles[article]!, scope) ? 1 : 0));
}

export interface EdgeCounts {
  readonly articles: Uint32Array;
  readonly texts: Uint32Array;
  readonly stories: Uint32Array;
  readonly papers: Uint32Array;
}

/** Counts of every edge among the texts of a mask. Cost: O(texts of all edges). */
export function countEdges(incidence: Incidence, mask: Uint8Array): EdgeCounts {
  const { edgeTexts, edgeArticles, storyOf, paperOf, textOf } = incidence;
  const size = edgeTexts.start.length - 1;
  const seenStory = new Uint32Array(incidence.stories);
  const seenPaper = new Uint32Array(incidence.papers);
  const [articles, texts, stories, papers] = [0, 0, 0, 0].map(() => new Uint32Array(size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  for (let edge = 0; edge < size; edge++) {
    for (let at = edgeTexts.start[edge]!; at < edgeTexts.start[edge + 1]!; at++) {
      const text = edgeTexts.items[at]!;
      if (!mask[text]) continue;
      texts[edge]!++;
      const [story, paper] = [storyOf[text]!, paperOf[text]!];
      if (seenStory[story] !== edge + 1) {
        seenStory[story] = edge + 1;
        stories[edge]!++;
      }
      if (seenPaper[paper] !== edge + 1) {
        seenPaper[paper] = edge + 1;
        papers[edge]!++;
      }
    }
    for (let at = edgeArticles.start[edge]!; at < edgeArticles.start[edge + 1]!; at++)
      if (mask[textOf[edgeArticles.items[at]!]!]) articles[edge]!++;
  }
  return { articles, texts, stories, papers };
}

/** Articles and stories of a mask, the pages' furniture left out. */
export function totals(incidence: Incidence, mask: Uint8Array): { articles: number; stories: number } {
  const stories = new Set<number>();
  let articles = 0;
  incidence.textOf.forEach((text) => {
    if (!mask[text] || !incidence.told[text]) return;
    articles++;
    stories.add(incidence.storyOf[text]!);
  });
  return { articles, stories: stories.size };
}
