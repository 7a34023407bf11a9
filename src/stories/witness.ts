// What a text's other printings tell of its damaged characters: the witnesses' way into extraction. Plain data, integers
// and strings, so that it can be part of a shard's key and travel as JSON.

/** One place of an article that its witnesses read otherwise. */
export interface Reading {
  readonly article: string;
  /** In the article's text, half-open; start = end where a character was lost. */
  readonly start: number;
  readonly end: number;
  /** What stands there in the witnesses, in normal form; "" where the print has a character too many. */
  readonly read: string;
  /** Ids of the articles that print it so, sorted. */
  readonly from: readonly string[];
}

/** The readings of one text, by article and start; they do not overlap. */
export type Witnesses = readonly Reading[];

export const NO_WITNESSES: Witnesses = [];
