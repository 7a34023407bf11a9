import type { Span } from "../../lib/span.ts";
import type { Mention } from "../types.ts";

export const PREDICATES = ["holds_office", "part_of", "located_in", "issued_by", "held_in", "member_of"] as const;
export type Predicate = (typeof PREDICATES)[number];

/**
 * One end of a relation: the entity as the article reads it, `TYPE:NAME`, and where in the article's text its mention
 * begins; null where the words name it without a mention of its own (拉萨市 inside 拉萨市委).
 */
export interface RelationEnd {
  readonly entity: string;
  readonly start: number | null;
}

/** What one sentence says of two entities. Identity is settled later (graph/relations.ts), so its ends are mentions. */
export interface Relation {
  readonly article: string;
  /** Ordinal of the sentence that prints the label. */
  readonly sentence: number;
  readonly predicate: Predicate;
  readonly subject: RelationEnd;
  readonly object: RelationEnd;
  /** The printed words that state it, without blanks: the title, for an office. */
  readonly label: string;
  /** Where the page prints them, in reading order; their characters without blanks are `label`. Never empty. */
  readonly page_spans: readonly Span[];
}

/** A mention of the content, in units of the context's text. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly type: Mention["type"];
  readonly name: string;
  /** Offset in the printed article's text. */
  readonly printed: number;
}

/** What a grammar finds: ends are mentions or `TYPE:NAME`, words are spans of the context's text, in reading order. */
export interface Statement {
  readonly subject: Named | string;
  readonly object: Named | string;
  readonly words: readonly Span[];
}
