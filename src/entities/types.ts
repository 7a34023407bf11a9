import type { Span } from "../lib/span.ts";

export const ENTITY_TYPES = ["city_cluster", "agency", "program", "person", "place"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export type Layer = "content" | "byline" | "masthead";

/** One occurrence of a name in an article, with the canonical name it was read as. */
export interface Mention {
  readonly article: string;
  /** Ordinal of its sentence in the article, from 0. */
  readonly sentence: number;
  readonly type: EntityType;
  /** The canonical name (rule 2 of the guide). */
  readonly name: string;
  /** As printed, blanks and breaks removed. */
  readonly surface: string;
  /** In the article's text. */
  readonly start: number;
  readonly end: number;
  /** The printed units, in reading order; their characters without blanks are `surface`. */
  readonly page_spans: readonly Span[];
  readonly layer: Layer;
  /** Name of the extractor that found it. */
  readonly extractor: string;
  /** Confidence in [0, 1]. */
  readonly score: number;
  /** Why `name` is not `surface`: "short-form", "local-short-form", "full-name-in-article", …; null when they agree. */
  readonly rule: string | null;
  /**
   * Where the printed characters are damaged: what was read instead, and the articles that print it so,
   * "NAME ← ARTICLE, ARTICLE" (repair.ts); null where the name was read as printed.
   */
  readonly repair: string | null;
}

export interface Sentence {
  readonly article: string;
  /** From 0. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly page_spans: readonly Span[];
}
