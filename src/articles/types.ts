import { firstIndex } from "../lib/search.ts";
import type { Span } from "../lib/span.ts";
import type { LanguageModel } from "../text/index.ts";
import type { OpeningModel } from "./sense/opening-model.ts";
import type { TopicModel } from "./sense/topic-model.ts";

/** What segmentation has learned from other texts. */
export interface SegmentModels {
  /** How well a text goes on after another. */
  readonly characters: LanguageModel;
  /** How articles begin. */
  readonly openings: OpeningModel;
  /** What texts speak of. */
  readonly topics: TopicModel;
}

export type ArticleKind = "report" | "document" | "letter" | "essay" | "caption" | "teaser" | "masthead";

/** A run of an article's text that stands on the page unbroken: `length` units from `text` offset come from `page` offset. */
export type TextRun = readonly [text: number, page: number, length: number];

/** Why two stretches of an article were joined. */
export interface PieceJoin {
  /** Page offset where the earlier stretch ends, and where the later one begins. */
  readonly end: number;
  readonly start: number;
  /** Log-odds that the one reads on in the other, in nats. */
  readonly score: number;
  /** What spoke for and against it: parts of the score by the names of `JOIN_WEIGHTS`. */
  readonly evidence: Readonly<Record<string, number>>;
}

/** One text with its headline, as a page prints it (rule 8 of the guide). Column names are those of the exported table. */
export interface Article {
  /** `PAGE#a3`; ordinals count from 1 in the order of first print. */
  readonly article: string;
  readonly page: string;
  readonly ordinal: number;
  readonly kind: ArticleKind;
  /** Kicker, headline and sub-headline in reading order, joined by a blank; "" when none is printed; "masthead" for furniture. */
  readonly title: string;
  /** The printed byline, blanks kept: "记者 王思达", "本报讯(记者 方 茜)"; null when none. */
  readonly byline: string | null;
  /** "新华社北京8月28日电"; null when none. */
  readonly dateline: string | null;
  /**
   * Title, a line feed, then the body: breaks of the scan taken out, real paragraphs kept as line feeds, at most one
   * blank where the page prints blanks inside a line. The title's own line is left out when it is "" or the masthead's.
   */
  readonly text: string;
  /** How `text` came from the page: sorted by text offset, disjoint; units in no run (line feeds, joining blanks) are not printed. */
  readonly map: readonly TextRun[];
  /** Parts of `text` that name the writers, photographers and the agency: mentions in them are of the byline layer. */
  readonly byline_spans: readonly Span[];
  /** Page offsets in reading order. Over all articles of a page they cover every non-blank unit exactly once. */
  readonly pieces: readonly Span[];
  /** The printed jump target ("第七版", "第1版"), null when none. */
  readonly continued_from: string | null;
  readonly continued_to: string | null;
  /** How sure the borders are, in [0, 1]. */
  readonly confidence: number;
  /** In reading order; empty for an article that the page prints without a break. */
  readonly joins: readonly PieceJoin[];
}

/** Page offsets of a span of an article's text, in reading order, merged; empty where nothing of it is printed. Cost: O(log runs + runs in the span). */
export function pageSpans(article: Pick<Article, "map">, start: number, end: number): Span[] {
  const spans: [number, number][] = [];
  for (let i = firstIndex(article.map, ([text, , length]) => text + length > start); i < article.map.length; i++) {
    const [text, page, length] = article.map[i]!;
    if (text >= end) break;
    const from = Math.max(start, text);
    const to = Math.min(end, text + length);
    if (from >= to) continue;
    const first = page + (from - text);
    const last = spans.at(-1);
    if (last && last[1] === first) last[1] = first + (to - from);
    else spans.push([first, first + (to - from)]);
  }
  return spans;
}
