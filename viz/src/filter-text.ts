// A filter in words (`type:机构 AND stories:>=2`) → which names and ties it leaves in. Pure; the language itself is that of the
// command line and the API, and is fetched when a filter is first typed.
import type { EntityToFilter, Filter, TieToFilter } from "../../src/filter/index.ts";
import type { SiteArticleEntry, SiteNode } from "./data.ts";
import { articlesOf, type Model, type Tie } from "./model.ts";

export interface Matched {
  /** 1 for every name that is left in. */
  readonly names: Uint8Array;
  /** The ties that are left in; null where the filter asks nothing of ties. */
  readonly ties: ReadonlySet<Tie> | null;
}

/** Facts are those of what is counted: in a window of days, of that window. Cost: O(names + their articles, where asked for). */
export function matchFilter(model: Model, filter: Filter, bylines: boolean): Matched {
  const { needs } = filter;
  const placeOf = new Map(model.project.papers.map(({ paper, place }) => [paper, place]));
  const names = Uint8Array.from(model.nodes, (node, i) => {
    const articles = (): SiteArticleEntry[] => articlesOf(node, bylines).map((at) => model.articles[at]!);
    const facts: EntityToFilter = {
      ...factsOf(node),
      ...(needs.has("degree") && { degree: contentTies(model, i) }),
      ...(needs.has("paper") && { in_papers: some(articles(), ({ paper }) => paper) }),
      ...(needs.has("place") && { in_places: some(articles(), ({ paper }) => placeOf.get(paper)) }),
      ...(needs.has("date") && { in_dates: some(articles(), ({ date }) => date) }),
    };
    return filter.entity(facts) ? 1 : 0;
  });
  if (!filter.hasTieConditions) return { names, ties: null };
  const articlesAt = needs.has("tie.paper") || needs.has("tie.date") ? tieArticles(model) : () => [];
  const ties = model.edges.filter((tie, i) => {
    const articles = articlesAt(i);
    const facts: TieToFilter = {
      ...tie,
      // Not known in this part: fulfils no condition.
      close: tie.close ?? Number.NaN,
      in_papers: some(articles, ({ paper }) => paper),
      in_dates: some(articles, ({ date }) => date),
    };
    return filter.tie(facts);
  });
  return { names, ties: new Set(ties) };
}

const factsOf = ({ id, type, name, aliases, ...counts }: SiteNode): EntityToFilter => ({
  entity: id,
  type,
  name,
  aliases,
  mentions: counts.mentions,
  articles: counts.articles,
  stories: counts.stories,
  papers: counts.papers,
  first_date: counts.first_date,
  last_date: counts.last_date,
  community: counts.community,
  pagerank: counts.centrality?.pagerank ?? null,
});

const contentTies = (model: Model, node: number): number =>
  model.edgesOf(node).filter((i) => model.edges[i]!.layer === "content").length;

const some = (
  articles: readonly SiteArticleEntry[],
  read: (entry: SiteArticleEntry) => string | null | undefined,
): string[] => [...new Set(articles.flatMap((entry) => read(entry) ?? []))];

function tieArticles(model: Model): (tie: number) => SiteArticleEntry[] {
  const { edgeTexts, firstOf } = model.incidence();
  const inScope = (entry: SiteArticleEntry): boolean => {
    const { scope } = model;
    if (!scope) return true;
    const { from, to, papers } = scope;
    if (papers.length > 0 && !papers.includes(entry.paper ?? "")) return false;
    return (
      (from === null && to === null) ||
      (entry.date !== null && (!from || entry.date >= from) && (!to || entry.date <= to))
    );
  };
  return (tie) =>
    [...edgeTexts.items.subarray(edgeTexts.start[tie], edgeTexts.start[tie + 1])]
      .map((text) => model.articles[firstOf[text]!]!)
      .filter(inScope);
}
