// What passes between the steps of the composer:
//
//   clean articles ─► stories (drafts) ─► blocks on a grid (layout) ─► order of a scanner (readers) ─► text (print) ─► gold
import type { Span } from "../../src/lib/span.ts";
import type { Damage } from "./damages.ts";

/** One clean article: paragraphs are the lines of `text`. */
export interface CleanArticle {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** What a line is to its story. Kicker, headline and sub-headline make the title. */
export type Role =
  | "label"
  | "kicker"
  | "headline"
  | "sub"
  | "byline"
  | "body"
  | "heading"
  | "caption"
  | "tail"
  | "pointer"
  | "furniture";

/** A paragraph, or the part of one that a column holds; a line of a headline group; a byline. */
export interface Line {
  readonly role: Role;
  readonly text: string;
  /** Whether the paragraph begins, and ends, with this part of it. */
  readonly opens: boolean;
  readonly closes: boolean;
}

export type HeadPlace = "top" | "side" | "late" | "middle" | "after" | "missing";

/** How a story's text is cut at the foot of a column. */
export type BreakStyle = "anywhere" | "sentence" | "paragraph";

/** An article as the paper wants it printed, before any layout. */
export interface Story {
  /** The clean article's id; furniture has none. */
  readonly source: string;
  /** Label, kicker, headline, sub-headline, byline in the order of print; empty when there is no headline. */
  readonly head: readonly Line[];
  readonly headPlace: HeadPlace;
  /** One character a line. */
  readonly vertical: boolean;
  readonly body: readonly Line[];
  /** Pictures of the story: each one caption of one or two lines. */
  readonly captions: readonly (readonly Line[])[];
  readonly breaks: BreakStyle;
  /** Printed page references: "第1版", "A3版"; null when it is whole. */
  readonly from: string | null;
  readonly to: string | null;
  /** Parts of one text on several pages of an issue carry the same name. */
  readonly text: string | null;
  readonly damages: Set<Damage>;
}

/** Stories that stand under one another in one frame, perhaps under a label: one report, a column of briefs, a guide. */
export interface Item {
  readonly stories: readonly Story[];
  readonly label: string | null;
  /** A small item printed within this one. */
  readonly guest: Item | null;
}

/** Columns and lines of the page's grid. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type BlockKind = "head" | "column" | "caption" | "furniture";

/** What a scanner finds as one field of text. */
export interface Block {
  readonly kind: BlockKind;
  /** null: the paper's own furniture. */
  readonly story: Story | null;
  /** Reading order within the story: head, columns, captions. */
  readonly rank: number;
  readonly lines: readonly Line[];
  readonly frame: Frame;
}

export interface PrintedLine {
  readonly role: Role;
  readonly span: Span;
}

/** A block with its place in the printed page; the span begins and ends with a character that is not blank. */
export interface PrintedBlock extends Block {
  readonly span: Span;
  readonly printed: readonly PrintedLine[];
}
