// What a filter asks of an entity and of a tie. Whoever holds the data (tables, exports, the page) fills these.
import type { EntityType } from "../entities/index.ts";
import type { EdgeFacts, EntityCounts } from "../graph/index.ts";

/**
 * What is known of an entity. What a filter does not need (`Filter.needs`) may be left out; what is null or left out fulfils
 * no condition. Counts are the caller's, of one layer or of all.
 */
export interface EntityToFilter extends EntityCounts {
  readonly entity: string;
  readonly type: EntityType;
  readonly subtype?: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly community?: number | null;
  /** Entities that it is tied to in the whole layer, drawn or not. */
  readonly degree?: number | null;
  readonly pagerank?: number | null;
  /** Papers, places of issue and dates of the pages that name it: facets "paper", "place", "date". */
  readonly in_papers?: readonly string[];
  readonly in_places?: readonly string[];
  readonly in_dates?: readonly string[];
}

/** What is known of a tie beside its ends. */
export interface TieToFilter
  extends Omit<EdgeFacts, "first_date" | "last_date">,
    Partial<Pick<EdgeFacts, "first_date" | "last_date">> {
  /** Papers and dates of the texts that name both ends in this layer: facets "tie.paper", "tie.date". */
  readonly in_papers?: readonly string[];
  readonly in_dates?: readonly string[];
}

/** What costs more than a row of its table to know. */
export const FACETS = ["paper", "place", "date", "community", "degree", "pagerank", "tie.paper", "tie.date"] as const;
export type Facet = (typeof FACETS)[number];
