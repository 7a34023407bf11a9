// What evaluation reads: gold files as the guide shapes them, and the rows of an export that the measures need.
import type { Span } from "../lib/span.ts";

export interface GoldEntity {
  readonly type: string;
  readonly name: string;
  /** The forms as printed, without blanks. */
  readonly surfaces: readonly string[];
  /** Counts neither when found nor when missed (rule 7). */
  readonly optional?: boolean;
}

/** First and last words of a piece as printed, or its page offsets. */
export type GoldPiece = readonly [string, string] | readonly [number, number];

export interface GoldArticle {
  readonly id: string;
  readonly title: string;
  readonly continued?: { readonly from?: string; readonly to?: string } | null;
  readonly pieces: readonly GoldPiece[];
  /** Absent when the page is labelled for its articles alone. */
  readonly entities?: readonly GoldEntity[];
}

/** One gold file; `page` is the page file's name. */
export interface GoldPage {
  readonly page: string;
  readonly articles: readonly GoldArticle[];
}

export interface ArticleRow {
  readonly article: string;
  readonly page: string;
  readonly kind?: string;
  readonly title: string;
  readonly pieces: readonly Span[];
  readonly continued_from: string | null;
  readonly continued_to: string | null;
}

export interface EntityRow {
  readonly entity: string;
  readonly type: string;
  readonly name: string;
}

export interface MentionRow {
  readonly article: string;
  readonly entity: string;
  readonly surface: string;
  readonly layer?: string;
  readonly page_spans: readonly Span[];
  readonly repair?: unknown;
}

export interface EdgeRow {
  readonly source: string;
  readonly target: string;
}

/** The exported tables, or those rows of them that concern the gold pages. */
export interface Tables {
  readonly articles: readonly ArticleRow[];
  readonly entities: readonly EntityRow[];
  readonly mentions: readonly MentionRow[];
  readonly edges: readonly EdgeRow[];
}
