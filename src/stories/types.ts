import type { Article } from "../articles/index.ts";

/** What belongs together before anything is counted: an article with its continuations on other pages, in reading order. */
export interface Text {
  /** The id of its first article. */
  readonly text_id: string;
  readonly articles: readonly Article[];
  readonly paper: string | null;
  readonly date: string | null;
  /** The paper's place as written or inferred ("拉萨", "云南省昭通市"), null when unknown: local short forms belong to it (rule 3). */
  readonly place: string | null;
}
