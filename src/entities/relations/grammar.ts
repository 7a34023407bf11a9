import type { Scene } from "./scene.ts";
import type { Predicate, Statement } from "./types.ts";

/** What states one predicate, as described data with one pure function of an article. */
export interface RelationGrammar {
  readonly predicate: Predicate;
  readonly summary: string;
  /** Statements in any order; of two that say the same in the same words one is kept. */
  readonly run: (scene: Scene) => Statement[];
}
