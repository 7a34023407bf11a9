// Gold: where each story stands on the printed page, in the shape of a gold file of the guide.
import type { Span } from "../../src/lib/span.ts";
import { TITLE_ROLES } from "./heads.ts";
import type { Printed } from "./print.ts";
import type { PrintedBlock, Story } from "./types.ts";

export interface GoldArticle {
  readonly id: string;
  /** As printed, "" when no headline is on the page. */
  readonly title: string;
  readonly continued: { readonly from?: string; readonly to?: string } | null;
  /** Page offsets in reading order. */
  readonly pieces: readonly Span[];
}

export interface GoldPage {
  /** The page file's name. */
  readonly page: string;
  readonly paper: string;
  readonly date: string;
  readonly articles: readonly GoldArticle[];
}

/** A story with its blocks, both in reading order and with their places in the order of print. */
export interface PrintedStory {
  readonly id: string;
  readonly story: Story;
  readonly blocks: readonly { readonly block: PrintedBlock; readonly place: number }[];
}

/** Stories in the order of first print: a1, a2, … */
export function storiesOf({ blocks }: Printed): PrintedStory[] {
  const places = new Map<Story, { block: PrintedBlock; place: number }[]>();
  blocks.forEach((block, place) => {
    if (block.story) places.set(block.story, [...(places.get(block.story) ?? []), { block, place }]);
  });
  return [...places].map(([story, list], k) => ({
    id: `a${k + 1}`,
    story,
    blocks: list.sort((a, b) => a.block.rank - b.block.rank),
  }));
}

/** Blocks that follow one another in reading and in print are one piece. */
export function piecesOf(blocks: PrintedStory["blocks"]): Span[] {
  const pieces: [number, number][] = [];
  blocks.forEach(({ block, place }, k) => {
    if (k > 0 && blocks[k - 1]!.place === place - 1) pieces.at(-1)![1] = block.span[1];
    else pieces.push([...block.span]);
  });
  return pieces;
}

/** The printed title: kicker, headline, sub-headline; breaks of lines taken out. */
export function printedTitle(text: string, blocks: PrintedStory["blocks"]): string {
  return blocks
    .flatMap(({ block }) => block.printed)
    .filter(({ role }) => TITLE_ROLES.includes(role))
    .map(({ span }) => text.slice(...span).replace(/\s*[\r\n]\s*/gu, ""))
    .join(" ");
}

export function goldOf(
  file: string,
  paper: string,
  date: string,
  printed: Printed,
  stories: readonly PrintedStory[],
): GoldPage {
  const furniture = printed.blocks.flatMap((block, place) => (block.story ? [] : [{ block, place }]));
  const masthead: GoldArticle[] =
    furniture.length > 0 ? [{ id: "masthead", title: "masthead", continued: null, pieces: piecesOf(furniture) }] : [];
  const articles = stories.map(({ id, story, blocks }) => ({
    id,
    title: printedTitle(printed.text, blocks),
    continued:
      story.from === null && story.to === null
        ? null
        : { ...(story.from === null ? {} : { from: story.from }), ...(story.to === null ? {} : { to: story.to }) },
    pieces: piecesOf(blocks),
  }));
  return { page: file, paper, date, articles: [...masthead, ...articles] };
}
