// The evidence of a tie: which texts name both, and in which sentences. Pure.
//
// A pair counts in a text (an article and its continuation on another page), so both names may stand in different
// articles of one text; reprints of one story are folded under the first of them.
import type { SiteArticle, SiteMention, SiteNode, Span } from "./data.ts";
import { articlesOf, type Model } from "./model.ts";
import { isWithin } from "./recount.ts";

/** One story that names both, with all its printings. */
export interface Witness {
  readonly story: string;
  /** Articles of the first printing's text that name either, ascending. */
  readonly articles: readonly number[];
  /** First articles of the other printings. */
  readonly reprints: readonly number[];
}

/** Stories that name both nodes, by date, then in the order of the project's articles. */
export function witnesses(model: Model, a: SiteNode, b: SiteNode, bylines: boolean): Witness[] {
  const texts = (node: SiteNode): Map<string, number[]> => {
    const byText = new Map<string, number[]>();
    for (const i of articlesOf(node, bylines)) {
      const text = model.articles[i]!.text;
      byText.set(text, [...(byText.get(text) ?? []), i]);
    }
    return byText;
  };
  const inA = texts(a);
  const inB = texts(b);
  const stories = new Map<string, number[][]>();
  for (const [text, list] of inA) {
    const others = inB.get(text);
    if (!others) continue;
    const articles = [...new Set([...list, ...others])].sort((x, y) => x - y);
    const { story } = model.articles[articles[0]!]!;
    stories.set(story, [...(stories.get(story) ?? []), articles]);
  }
  const date = (i: number): string => model.articles[i]!.date ?? "9999";
  return [...stories]
    .map(([story, printings]) => {
      const sorted = printings.sort((x, y) =>
        date(x[0]!) < date(y[0]!) ? -1 : date(x[0]!) > date(y[0]!) ? 1 : x[0]! - y[0]!,
      );
      return { story, articles: sorted[0]!, reprints: sorted.slice(1).map((list) => list[0]!) };
    })
    .sort((x, y) => {
      const [p, q] = [date(x.articles[0]!), date(y.articles[0]!)];
      return p < q ? -1 : p > q ? 1 : x.articles[0]! - y.articles[0]!;
    });
}

/** A sentence to be shown, with the mentions of both names in it. */
export interface Quote {
  readonly article: SiteArticle;
  readonly span: Span;
  readonly mentions: readonly SiteMention[];
}

export interface Passage {
  /** Sentences that name both, at most `most`; or, where none does, one for each name with a gap between. */
  readonly quotes: readonly Quote[];
  readonly close: boolean;
  /** How many sentences name both. */
  readonly shared: number;
}

/** The words that show a tie in the articles of one text. Null where an article lacks a name its index promised. */
export function passage(
  articles: readonly SiteArticle[],
  a: string,
  b: string,
  bylines: boolean,
  most = 2,
): Passage | null {
  const shared: Quote[] = [];
  let onlyA: Quote | null = null;
  let onlyB: Quote | null = null;
  for (const article of articles) {
    article.sentences.forEach((span, sentence) => {
      const mentions = article.mentions.filter(
        (mention) =>
          mention.sentence === sentence &&
          (mention.entity === a || mention.entity === b) &&
          (bylines || mention.layer === "content"),
      );
      const hasA = mentions.some((mention) => mention.entity === a);
      const hasB = mentions.some((mention) => mention.entity === b);
      const quote = { article, span, mentions };
      if (hasA && hasB) shared.push(quote);
      else if (hasA) onlyA ??= quote;
      else if (hasB) onlyB ??= quote;
    });
  }
  if (shared.length > 0) return { quotes: shared.slice(0, most), close: true, shared: shared.length };
  if (!onlyA || !onlyB) return null;
  const first: Quote = onlyA;
  const second: Quote = onlyB;
  const order = (quote: Quote): number => articles.indexOf(quote.article) * 1e9 + quote.span[0];
  return { quotes: order(first) < order(second) ? [first, second] : [second, first], close: false, shared: 0 };
}

/** The articles in which both names of a tie stand, of the texts that the model's part counts; ascending. */
export function articlesOfTie(model: Model, edge: number): number[] {
  const { edgeArticles, textOf, firstOf } = model.incidence();
  const all = [...edgeArticles.items.subarray(edgeArticles.start[edge], edgeArticles.start[edge + 1])];
  const { scope } = model;
  const counted = scope ? all.filter((i) => isWithin(model.articles[firstOf[textOf[i]!]!]!, scope)) : all;
  return counted.sort((x, y) => x - y);
}

/** In how many of the articles a sentence names both: what `close` counts. */
export const countClose = (articles: readonly SiteArticle[], a: string, b: string, bylines: boolean): number =>
  articles.filter((article) => passage([article], a, b, bylines, 1)?.close).length;

/** What chance would give, in stories: two names of `a` and `b` among `total` that have nothing to do with each other. */
export const expected = (a: number, b: number, total: number): number => (total > 0 ? (a * b) / total : 0);

export type Verdict = "single" | "few" | "chance" | "hint" | "clear";

/**
 * One plain conclusion from the counts. "single": one story says nothing about a pattern. "clear" and "hint": q or p at
 * most 0.05. "few": the project is too small to be tested (p is null). Else "chance".
 */
export function verdict(stories: number, p: number | null, q: number | null): Verdict {
  if (stories <= 1) return "single";
  if (p === null) return "few";
  if (q !== null && q <= 0.05) return "clear";
  return p <= 0.05 ? "hint" : "chance";
}
