// Blocks in page order → stretches: runs of text that certainly read on without a break. What stands between them is kept
// with its place, to be handed to an article once the stretches are joined.
//
//   heading  text text text|  caption  |text (jump)  heading  lead text …
//            └ stretch 0 ──┘           └ stretch 1 ┘           └ stretch 2
//                  open end ↔ open start: a place where the join search decides
import { TERMINAL } from "./blocks.ts";
import type { Vocabulary } from "./cohesion.ts";
import { AGENCY_TAIL, FACT_LINE } from "./patterns.ts";
import type { PageBlock } from "./roles.ts";

/** How a stretch begins: with signs of a new article, with "上接第1版", or with nothing that tells. */
export type StretchStart = "new" | "continued" | "open";

export interface Stretch {
  readonly index: number;
  /** Text, numbered headings and headings inside, in page order. */
  readonly blocks: PageBlock[];
  readonly start: StretchStart;
  /** Bylines, labels, dates and jump lines that stand before it and belong to it. */
  readonly head: PageBlock[];
  /** Jump lines, agency lines, signatures and strays behind it. */
  readonly tail: PageBlock[];
  /** Nothing of this article follows: a jump line, an agency line or a signature ended it. */
  closed: boolean;
  /** The stretch that it goes on by its words, where words alone parted it from the one above. */
  readonly likely?: number;
}

/** Neighbouring headings: kicker, headline, sub-headline; or one heading inside an article. */
export interface HeadingGroup {
  readonly blocks: readonly PageBlock[];
  /** The stretches between which it stands; -1 before the first; equal when it stands inside one. */
  before: number;
  after: number;
  /** The page reference that makes it a teaser. */
  readonly pointer: PageBlock | null;
  /** A document's date under its headline. */
  readonly dates: PageBlock[];
}

/** A picture's caption, its photographer, its scan code. */
export interface MediaGroup {
  readonly blocks: PageBlock[];
  readonly before: number;
}

export interface Flow {
  readonly stretches: Stretch[];
  readonly headings: HeadingGroup[];
  readonly media: MediaGroup[];
  readonly furniture: PageBlock[];
  /** Blocks before any stretch that found no place: only on a page without text. */
  readonly loose: PageBlock[];
}

/** Whether a text stops in the middle of a sentence. */
export const stopsMidSentence = (text: string): boolean =>
  !TERMINAL.test(text.slice(-8)) && !/[；：;:]$|——$/u.test(text) && !(text.length <= 40 && FACT_LINE.test(text));
const wantsMore = (text: string): boolean => !TERMINAL.test(text.slice(-8)) || /[：:]$/u.test(text);

const WINDOW = 500;

/** Cost: O(length of the page). */
export function flowOf(blocks: readonly PageBlock[], vocabulary: Vocabulary): Flow {
  const flow: Flow = { stretches: [], headings: [], media: [], furniture: [], loose: [] };
  let between: PageBlock[] = [];
  blocks.forEach((block) => {
    if (block.role === "furniture" || block.role === "guide") flow.furniture.push(block);
    if (block.role !== "text" && block.role !== "numbered") {
      between.push(block);
      return;
    }
    placeText(flow, between, blocks, block, vocabulary);
    between = [];
  });
  const { head } = placeBetween(flow, between, null);
  (flow.stretches.at(-1)?.tail ?? flow.loose).push(...head);
  return flow;
}

function placeText(
  flow: Flow,
  between: readonly PageBlock[],
  blocks: readonly PageBlock[],
  block: PageBlock,
  vocabulary: Vocabulary,
): void {
  const previous = flow.stretches.at(-1);
  const last = previous?.blocks.at(-1);
  const placed = placeBetween(flow, between, block);
  const jumpedHere = placed.head.some((b) => b.role === "jump-from") || block.from !== null;
  const begins =
    block.lead ||
    placed.head.some((b) => b.role === "byline" || b.role === "sidebar-label") ||
    (placed.groups.at(-1)?.dates.length ?? 0) > 0 ||
    (placed.groups.length > 0 && (!last || previous!.closed));
  const isNew = begins || placed.groups.some((group) => isHeadline(group, flow, blocks, block, vocabulary));
  if (previous && last && !previous.closed && !isNew && !jumpedHere && !stopsMidSentence(textEnd(last))) {
    for (const group of placed.groups) {
      group.after = previous.index;
      previous.blocks.push(...group.blocks, ...group.dates);
    }
    previous.blocks.push(...placed.head, block);
  } else {
    const start = jumpedHere ? "continued" : isNew ? "new" : "open";
    const index = flow.stretches.length;
    for (const group of placed.groups) group.after = index;
    flow.stretches.push({ index, blocks: [block], start, head: [...placed.head], tail: [], closed: false });
  }
  if (block.to !== null || endsItem(block) || AGENCY_TAIL.test(block.squeezed.slice(-40)))
    flow.stretches.at(-1)!.closed = true;
}

/** A brief is one paragraph. */
const endsItem = (block: PageBlock): boolean => block.item && !stopsMidSentence(block.squeezed);

/** A numbered heading ends where its line ends. */
const textEnd = (block: PageBlock): string => (block.role === "numbered" ? "。" : block.squeezed);

interface Placed {
  readonly head: PageBlock[];
  readonly groups: HeadingGroup[];
}

/** Hands the blocks between two texts to what they belong to; `block` is the text that follows, null at the page's end. */
function placeBetween(flow: Flow, between: readonly PageBlock[], block: PageBlock | null): Placed {
  const placed: Placed = { head: [], groups: [] };
  const previous = flow.stretches.at(-1);
  const before = flow.stretches.length - 1;
  let run: PageBlock[] = [];
  let guide = false;
  const flush = (pointer: PageBlock | null): void => {
    if (run.length === 0) return;
    // Under "今日导读" every line is a teaser of its own; elsewhere neighbouring lines are one headline.
    const parts = pointer && guide ? run.map((b) => [b]) : [run];
    for (const part of parts) {
      const group: HeadingGroup = { blocks: part, before, after: before + 1, pointer, dates: [] };
      flow.headings.push(group);
      if (!pointer) placed.groups.push(group);
    }
    run = [];
  };
  between.forEach((b, k) => {
    if (b.role === "heading") {
      if (run.length > 0 && startsGroup(run, b)) flush(null);
      run.push(b);
      if (b.to !== null) flush(b);
      return;
    }
    if (b.role === "jump-to" && run.length > 0) {
      flush(b);
      return;
    }
    if (b.role === "label" && run.length > 0) {
      placed.head.push(b);
      return;
    }
    flush(null);
    const group = placed.groups.at(-1);
    if (b.role === "guide") guide = true;
    else if (group && isDateOf(b, group)) group.dates.push(b);
    else placeMinor(flow, placed, b, { previous, before, block, next: between[k + 1] });
  });
  flush(null);
  return placed;
}

/** On pages that set lines without blank lines between, a blank line parts two headlines of several lines. */
const startsGroup = (run: readonly PageBlock[], below: PageBlock): boolean => {
  const above = run.at(-1)!;
  if (!above.wrapped || above.cluster === below.cluster) return false;
  return run.length > 1 && run.at(-2)!.cluster === above.cluster;
};

const isDateOf = (block: PageBlock, group: HeadingGroup): boolean =>
  block.role === "document-date" && group.blocks.at(-1)?.index === block.index - 1;

interface Place {
  readonly previous: Stretch | undefined;
  readonly before: number;
  readonly block: PageBlock | null;
  readonly next: PageBlock | undefined;
}

function placeMinor(flow: Flow, placed: Placed, b: PageBlock, { previous, before, block, next }: Place): void {
  const toNext = (): unknown => (block ? placed.head.push(b) : (previous?.tail ?? flow.loose).push(b));
  const toPrevious = (closes: boolean): void => {
    if (!previous) {
      toNext();
      return;
    }
    previous.tail.push(b);
    if (closes) previous.closed = true;
  };
  switch (b.role) {
    case "furniture":
      return;
    case "caption":
    case "credit":
    case "note": {
      const last = flow.media.at(-1);
      const neighbour = last?.blocks.at(-1)?.index === b.index - 1 && !(last.blocks.length > 0 && b.role === "caption");
      if (neighbour) last!.blocks.push(b);
      else flow.media.push({ blocks: [b], before });
      return;
    }
    case "byline":
      // Nobody signs an unfinished sentence, or a text that has ended above.
      if (block && (!previous || previous.closed || stopsMidSentence(textEnd(previous.blocks.at(-1)!)))) toNext();
      // A writers' line that nothing but a lead or a heading follows closes the text above it.
      else if (!next && block && !block.lead) toNext();
      else if (next && ["label", "document-date"].includes(next.role)) toNext();
      else if (placed.groups.length > 0) toNext();
      else toPrevious(true);
      return;
    case "jump-to":
    case "agency":
    case "signature":
      toPrevious(true);
      return;
    case "stray":
      toPrevious(false);
      return;
    default:
      toNext();
  }
}

/** Whether a heading between two texts opens an article, where neither a lead nor a byline tells. */
function isHeadline(
  group: HeadingGroup,
  flow: Flow,
  blocks: readonly PageBlock[],
  block: PageBlock,
  vocabulary: Vocabulary,
): boolean {
  const last = flow.stretches.at(-1)?.blocks.at(-1);
  if (!last) return true;
  const level = Math.min(...group.blocks.map((b) => b.level));
  if (level > 0) return level <= 3;
  if (wantsMore(textEnd(last))) return false;
  const long = group.blocks.length > 1 || group.blocks[0]!.squeezed.length >= 17;
  const left = vocabulary.grams(textAbove(flow.stretches));
  const right = vocabulary.grams(textBelow(blocks, blocks.indexOf(block)));
  return vocabulary.similarity(left, right) < (long ? STRANGE_LONG : STRANGE_SHORT);
}

/** Below this the texts on both sides of a heading are strangers; a short heading is rarely an article's. */
const STRANGE_LONG = 0.03;
const STRANGE_SHORT = 0.008;

/** The last words of the text that flows down to here. */
function textAbove(stretches: readonly Stretch[]): string {
  let text = "";
  for (let k = stretches.length - 1; k >= 0; k--) {
    const { blocks, start } = stretches[k]!;
    for (let i = blocks.length - 1; i >= 0 && text.length < WINDOW; i--) text = blocks[i]!.squeezed + text;
    if (start !== "open" || text.length >= WINDOW) break;
  }
  return text.slice(-WINDOW);
}

/** The first words from a block on, given its place among the blocks, up to a lead or a jump. */
function textBelow(blocks: readonly PageBlock[], first: number): string {
  let text = "";
  for (let k = first; k < blocks.length && text.length < WINDOW; k++) {
    if (k > first && (blocks[k]!.lead || blocks[k]!.role === "byline" || blocks[k]!.role === "agency")) break;
    if (blocks[k]!.role === "text") text += blocks[k]!.squeezed;
    if (blocks[k]!.to !== null) break;
  }
  return text.slice(0, WINDOW);
}
