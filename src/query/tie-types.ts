// What is told of the tie between two entities (explain-tie.ts). Plain data, ready for JSON.
import type { BackboneRule, EdgeFacts, StoryTable, Testing } from "../graph/index.ts";
import type { EntityName } from "./types.ts";

/** One of the two, in the content layer. */
export interface TieEnd extends EntityName {
  readonly stories: number;
  /** Its ties, and the stories that these sum to. */
  readonly ties: number;
  readonly strength: number;
  /** The tie's share of that strength, and how probable as much or more is at random (graph/backbone.ts); null without a tie. */
  readonly share: number | null;
  readonly alpha: number | null;
  /** The tie's place among its ties, the strongest first; null without a tie. */
  readonly place: number | null;
  /** Its own place among the entities, the most named first; null for who is in no content. */
  readonly rank: number | null;
  readonly drawn: boolean;
}

export type LayerCounts = Omit<EdgeFacts, "npmi" | "g2" | "p" | "q" | "backbone">;

/** Why there is no p and no q. */
export type Untested = "never-together" | "too-few-stories" | "too-few-shared";

export type TieState =
  /** On the map at first sight. */
  | { readonly state: "drawn"; readonly why: BackboneRule }
  /** On the map once more is asked for: all ties, or the other layers. */
  | { readonly state: "on-request"; readonly why: "not-in-backbone" | "other-layer" }
  /** Not on the map: an end of it is not, or there are too many ties before it. */
  | { readonly state: "not-drawn"; readonly why: "end-not-drawn" | "beyond-cap" }
  /** No tie: no text names both, or only texts of so many names that their pairs were capped. */
  | { readonly state: "no-tie"; readonly why: "never-together" | "capped" };

/** One statement in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export interface TieExplanation {
  /** In the order asked. */
  readonly ends: readonly [TieEnd, TieEnd];
  /** Counts in each layer in which they meet, content first. */
  readonly layers: readonly LayerCounts[];
  /** Texts that name both in any layer. */
  readonly texts: number;
  /** The most sentences of one text that name both in its content. */
  readonly sentences: number;
  /** Entities that are named with both. */
  readonly common: number;
  /** Stories of the content layer that name both, the first, the second; of all. */
  readonly table: StoryTable;
  /** Shared stories that chance would give. */
  readonly expected: number;
  /** Formulas and sources: graph/weights.ts. npmi and g2 are null under two shared stories. */
  readonly measures: {
    readonly npmi: number | null;
    readonly g2: number | null;
    readonly jaccard: number;
    readonly association_strength: number;
  };
  readonly test:
    | (Testing & { readonly p: number; readonly q: number; readonly method: "fisher" | "g2"; readonly untested: null })
    | (Testing & { readonly p: null; readonly q: null; readonly method: null; readonly untested: Untested });
  /** Of the disparity filter: the smaller of the two ends'; null without a tie. */
  readonly alpha: number | null;
  /** Whether it has what the disparity filter, or a project too small to test, asks for at the least. */
  readonly witnesses: boolean;
  /** Why it is of the backbone; null where it is not. */
  readonly rule: BackboneRule | null;
  readonly map: TieState;
  /** The whole in plain words, Chinese and English. */
  readonly words: readonly Sentence[];
}
