// What the questions answer. Everything is plain data, ready for JSON; every list says how much there is besides it.
import type { EntityType, Layer } from "../entities/index.ts";
import type { EntityCounts } from "../graph/index.ts";
import type { Span } from "../lib/span.ts";

/** A part of an ordered list. Nothing is ever cut in silence: `total` is the length of the whole. */
export interface Listing<T> {
  readonly total: number;
  readonly limit: number;
  /** What the items are ordered by, most important key first. */
  readonly sort: string;
  readonly items: readonly T[];
}

export interface ListOptions {
  /** Items wanted, ≥ 1. */
  readonly limit: number;
}

export const DEFAULT_LIMIT = 20;

/** Layers as the table `evidence` numbers them. */
export const DEPTHS: Readonly<Record<Layer, number>> = { content: 0, byline: 1, masthead: 2 };
export const LAYER_OF_DEPTH: readonly Layer[] = ["content", "byline", "masthead"];

export interface EntityFacts extends EntityCounts {
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface CountsOfLayer extends EntityCounts {
  readonly layer: Layer;
}

export type EntityName = Pick<EntityFacts, "entity" | "type" | "name">;

export interface Mark {
  readonly entity: string;
  readonly surface: string;
  /** In the passage's text. */
  readonly start: number;
  readonly end: number;
  readonly page_spans: readonly Span[];
  readonly layer: Layer;
}

/** A sentence with the names in question marked. */
export interface Passage {
  readonly article: string;
  readonly title: string;
  readonly kind: string;
  readonly page: string;
  readonly paper: string | null;
  readonly date: string | null;
  readonly sentence: number;
  readonly text: string;
  /** Of the sentence in the article's text. */
  readonly start: number;
  readonly end: number;
  readonly page_spans: readonly Span[];
  readonly marks: readonly Mark[];
}

export interface Evidence {
  /** Whether one sentence names all that was asked for. */
  readonly close: boolean;
  readonly text_id: string;
  /** Evidence of one story is one witness, however many papers print it. */
  readonly story: string;
  /** One passage; two where the two names stand in different sentences of one text. */
  readonly passages: readonly Passage[];
}
