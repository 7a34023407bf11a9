// What the question `story` answers: the printings of a story side by side.
import type { EntityType } from "../entities/index.ts";
import type { Span } from "../lib/span.ts";
import type { Ground } from "../stories/index.ts";
import type { Listing } from "./types.ts";

export interface StoryArticle {
  readonly article: string;
  readonly page: string;
  readonly paper: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly title: string;
  readonly kind: string;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly text_id: string;
  readonly story: string;
  readonly continued_from: string | null;
  readonly continued_to: string | null;
  readonly chars: number;
}

/** One text of the story. */
export interface StoryPrinting {
  /** "A", "B", … in order of text id: what the differences call it. */
  readonly siglum: string;
  readonly text_id: string;
  readonly articles: readonly string[];
  readonly pages: readonly string[];
  readonly paper: string | null;
  readonly date: string | null;
  readonly title: string;
  /** Units of its normal form. */
  readonly chars: number;
  /** How many of them stand beside another printing's. */
  readonly compared: number;
  /** Share of the compared units that are taken as right, estimated, four decimals; null where nothing is compared. */
  readonly cleanness: number | null;
  /** Places that are read otherwise than they are printed. */
  readonly repaired: number;
}

/** A name that is read otherwise than it is printed. */
export interface StoryName {
  readonly siglum: string;
  readonly article: string;
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  readonly surface: string;
  readonly read: string;
  /** The articles that print it so, and the printings they belong to. */
  readonly from: readonly string[];
  readonly witnesses: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly page_spans: readonly Span[];
}

/** A place where printings differ. */
export interface StoryDifference {
  readonly before: string;
  readonly after: string;
  /** Most printed first; "" where nothing stands. `damaged` are those of the sigla that are read otherwise. */
  readonly readings: readonly {
    readonly text: string;
    readonly sigla: readonly string[];
    readonly damaged: readonly string[];
  }[];
  /** What is taken as right; null where that is undecided. */
  readonly read: string | null;
  readonly ground: Ground;
  /** How many printings have the likeliest reading, and how many have another. */
  readonly votes: readonly [number, number];
  /** Where it stands, in the articles' texts. */
  readonly at: readonly {
    readonly siglum: string;
    readonly article: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** A run of text that some printings lack. */
export interface StoryGap {
  readonly have: readonly string[];
  readonly lack: readonly string[];
  readonly chars: number;
  /** The whole run up to 24 units, else its first and last twelve with … between. */
  readonly text: string;
}

export interface Story extends Listing<StoryArticle> {
  readonly story: string;
  readonly texts: number;
  readonly printings: Listing<StoryPrinting>;
  readonly names: Listing<StoryName>;
  readonly differences: Listing<StoryDifference>;
  readonly gaps: Listing<StoryGap>;
  /** Differences that are not listed: of marks alone, and of spellings that stand for one another. */
  readonly aside: { readonly marks: number; readonly spellings: number };
  /** Printings beyond the most that are compared. */
  readonly uncompared: number;
}
