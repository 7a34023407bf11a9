import type { Layer } from "../entities/index.ts";

/** What is known of an edge beside its ends (DESIGN: data): its counts, weights and dates. */
export interface EdgeFacts {
  readonly layer: Layer;
  /** Articles that name both; 0 where only the parts of a continued text together do. */
  readonly articles: number;
  /** Articles with a sentence that names both. */
  readonly close: number;
  readonly texts: number;
  /** Reprints count once. */
  readonly stories: number;
  /** Each page of unknown paper is a paper of its own. */
  readonly papers: number;
  /** Null under two stories. */
  readonly npmi: number | null;
  readonly g2: number | null;
  /** Null in a project of too few stories to test. */
  readonly p: number | null;
  readonly q: number | null;
  readonly backbone: boolean;
  readonly first_date: string | null;
  readonly last_date: string | null;
}
