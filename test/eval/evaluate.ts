// Composed pages through a segmenter → figures: over all, by kind of damage, by style, by reader; the worst articles to read.
import type { ArticleRow, GoldPage, SegmentationFigures, scoreSegmentation } from "../../src/eval/index.ts";
import type { ComposedPage, GoldArticle } from "../compose/index.ts";

/** A page → its articles. */
export type Segmenter = (page: ComposedPage) => readonly ArticleRow[];
export type Scorer = typeof scoreSegmentation;

/** Means of a group's members, in [0, 1]; null where no member has such a thing. */
export interface GroupFigures {
  readonly count: number;
  readonly seg: number;
  readonly order: number | null;
  readonly titles: number | null;
  readonly jumps: number | null;
}

export interface ScoredArticle {
  readonly page: ComposedPage;
  readonly article: GoldArticle;
  readonly figures: SegmentationFigures;
  readonly rows: readonly ArticleRow[];
}

export interface Evaluation {
  readonly all: SegmentationFigures;
  readonly articles: readonly ScoredArticle[];
  /** Pages by style and by reader. */
  readonly byStyle: ReadonlyMap<string, GroupFigures>;
  readonly byReader: ReadonlyMap<string, GroupFigures>;
  /** Articles by kind of damage. */
  readonly byKind: ReadonlyMap<string, GroupFigures>;
}

/** Scores every page, and every article on its own (its pieces as the only gold of the page). */
export function evaluate(pages: readonly ComposedPage[], segment: Segmenter, score: Scorer): Evaluation {
  const rowsByPage = new Map(pages.map((page) => [page, segment(page)]));
  const one = (page: ComposedPage, articles: readonly GoldArticle[]): SegmentationFigures =>
    score(
      new Map([[page.id, { ...page.gold, articles } as GoldPage]]),
      new Map([[page.id, page.text]]),
      rowsByPage.get(page)!,
    );
  const all = score(
    new Map(pages.map((page) => [page.id, page.gold as GoldPage])),
    new Map(pages.map((page) => [page.id, page.text])),
    [...rowsByPage.values()].flat(),
  );
  const articles = pages.flatMap((page) =>
    page.gold.articles
      .filter(({ id }) => id !== "masthead")
      .map((article) => ({ page, article, figures: one(page, [article]), rows: rowsByPage.get(page)! })),
  );
  const whole = pages.map((page) => ({ page, figures: one(page, page.gold.articles), articles: page.gold.articles }));
  return {
    all,
    articles,
    byStyle: groups(whole, ({ page }) => [page.style]),
    byReader: groups(whole, ({ page }) => [page.reader]),
    byKind: groups(
      articles.map((scored) => ({ ...scored, articles: [scored.article] })),
      ({ page, article }) => page.damages.get(article.id) ?? [],
    ),
  };
}

interface Scored {
  readonly figures: SegmentationFigures;
  readonly articles: readonly GoldArticle[];
}

function groups<T extends Scored>(
  members: readonly T[],
  keys: (member: T) => readonly string[],
): Map<string, GroupFigures> {
  const lists = new Map<string, T[]>();
  for (const member of members) {
    for (const key of keys(member)) lists.set(key, [...(lists.get(key) ?? []), member]);
  }
  return new Map([...lists].map(([key, list]) => [key, meanOf(list)]));
}

function meanOf(list: readonly Scored[]): GroupFigures {
  const mean = (values: readonly number[]): number | null =>
    values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  const real = ({ articles }: Scored): GoldArticle[] => articles.filter(({ id }) => id !== "masthead");
  const having = (test: (article: GoldArticle) => boolean): readonly Scored[] =>
    list.filter((member) => real(member).some(test));
  return {
    count: list.length,
    seg: mean(list.map(({ figures }) => figures.seg.f1))!,
    order: mean(having(({ pieces }) => pieces.length > 1).map(({ figures }) => figures.order)),
    titles: mean(having(({ title }) => title !== "").map(({ figures }) => figures.titles)),
    jumps: mean(having(({ continued }) => continued !== null).map(({ figures }) => figures.jumps)),
  };
}
