// Blocks in page order → stretches: runs of text that certainly read on without a break. What stands between them is kept
// with its place, to be handed to an article once the stretches are joined.
//
//   heading  text text text|  caption  |text (jump)  heading  lead text …
//            └ stretch 0 ──┘           └ stretch 1 ┘           └ stretch 2
//                  open end ↔ open start: a place where the join search decides
import { stopsMidSentence } from "../page/blocks.ts";
import { AGENCY_TAIL } from "../page/patterns.ts";
import type { Role } from "../page/role.ts";
import type { PageBlock } from "../page/roles.ts";
import type { PageSense } from "../sense/sense.ts";
import { beginningOf, endOf, LAST, lastNumbersOf, nextEvidence, textEvidence, WINDOW } from "./evidence.ts";
import { AT, type EvidenceValues, logOdds, noEvidence } from "./weights.ts";

/** How a stretch begins: with signs of a new article, with "上接第1版", or with nothing that tells. */
export type StretchStart = "new" | "continued" | "open";

export interface Stretch {
  readonly index: number;
  /** Text, numbered headings and headings inside, in page order. */
  readonly blocks: PageBlock[];
  readonly start: StretchStart;
  /** A lead, a byline or a jump line begins it: it goes on from nothing. */
  readonly certain: boolean;
  /** What shows whether the text above it goes on in it; null where nothing above can. */
  readonly border: EvidenceValues | null;
  /** Bylines, labels, dates and jump lines that stand before it and belong to it. */
  readonly head: PageBlock[];
  /** Jump lines, agency lines, signatures and strays behind it. */
  readonly tail: PageBlock[];
  /** Nothing of this article follows: a jump line, an agency line or a signature ended it. */
  closed: boolean;
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

/** Log-odds above which two texts are one stretch before any other continuation is looked for. */
const SURE = 4;

/** Cost: O(length of the page). */
export function flowOf(blocks: readonly PageBlock[], sense: PageSense): Flow {
  const flow: Flow = { stretches: [], headings: [], media: [], furniture: [], loose: [] };
  let between: PageBlock[] = [];
  /** Text since the last certain border. */
  let above: PageBlock[] = [];
  for (const [place, block] of blocks.entries()) {
    if (block.role === "furniture" || block.role === "guide") flow.furniture.push(block);
    if (block.role !== "text" && block.role !== "numbered") {
      between.push(block);
      continue;
    }
    if (placeText(flow, between, above, blocks.slice(place, place + REACH), sense)) above = [];
    above.push(block);
    between = [];
  }
  const { head } = placeBetween(flow, between, null);
  (flow.stretches.at(-1)?.tail ?? flow.loose).push(...head);
  return flow;
}

/** A byline right below a headline: where the headline belongs elsewhere, so does the byline. */
const signsHeadline = ({ role, index }: PageBlock, groups: readonly HeadingGroup[]): boolean =>
  role === "byline" && groups.some(({ blocks }) => blocks.at(-1)!.index === index - 1);

/** Whether a byline stands above a text. */
export const isBylined = ({ head }: { readonly head: readonly PageBlock[] }): boolean =>
  head.some(({ role }) => role === "byline");

/** What stands at the head of an article. */
const BEGINS: readonly Role[] = ["byline", "sidebar-label", "document-date"];

/** Returns whether nothing above can go on here. */
function placeText(
  flow: Flow,
  between: readonly PageBlock[],
  above: readonly PageBlock[],
  below: readonly PageBlock[],
  sense: PageSense,
): boolean {
  const block = below[0]!;
  const previous = flow.stretches.at(-1);
  const placed = placeBetween(flow, between, block);
  const jumpedHere = placed.head.some((b) => b.role === "jump-from") || block.from !== null;
  const certain =
    jumpedHere ||
    block.lead ||
    block.item ||
    placed.head.some((b) => BEGINS.includes(b.role) && !signsHeadline(b, placed.groups)) ||
    (placed.groups.at(-1)?.dates.length ?? 0) > 0;
  const parted = certain || !previous || previous.closed;
  const border = parted ? null : borderEvidence(placed, between, { stretch: previous, above, below }, sense);
  const score = border ? logOdds(border) : Number.NEGATIVE_INFINITY;
  if (score > SURE && !stopsMidSentence(textEnd(above.at(-1)!))) {
    for (const group of placed.groups) {
      group.after = previous!.index;
      previous!.blocks.push(...group.blocks, ...group.dates);
    }
    previous!.blocks.push(...placed.head, block);
  } else {
    const isNew = certain || (placed.groups.length > 0 && score < 0);
    const start = jumpedHere ? "continued" : isNew ? "new" : "open";
    const index = flow.stretches.length;
    for (const group of placed.groups) group.after = index;
    flow.stretches.push({
      index,
      blocks: [block],
      start,
      certain,
      border,
      head: [...placed.head],
      tail: [],
      closed: false,
    });
  }
  if (block.to !== null || endsItem(block) || AGENCY_TAIL.test(block.squeezed.slice(-40)))
    flow.stretches.at(-1)!.closed = true;
  return parted;
}

/** A brief is one paragraph. */
const endsItem = (block: PageBlock): boolean => block.item && !stopsMidSentence(block.squeezed);

interface Border {
  readonly stretch: Stretch;
  /** Text blocks above that may be of the same article. */
  readonly above: readonly PageBlock[];
  /** The blocks from the border on. */
  readonly below: readonly PageBlock[];
}

/** What shows whether a text goes on below what stands between. */
function borderEvidence(
  placed: Placed,
  between: readonly PageBlock[],
  { stretch, above, below }: Border,
  sense: PageSense,
): EvidenceValues {
  // Words may be compared over doubtful borders; numbers of another text would mislead.
  const end = endOf(above.slice(-LAST), sense, lastNumbersOf(stretch.blocks));
  const start = beginningOf(textBelow(below), sense);
  const values = noEvidence();
  textEvidence(values, end, start, sense);
  if (isBylined(placed)) values[AT.bylined] = 1;
  const pictured = between.some(({ role }) => role === "caption" || role === "credit" || role === "note");
  nextEvidence(values, end, { block: below[0]!, window: start.window }, { headings: placed.groups, pictured }, sense);
  return values;
}

/** The text blocks of a run, up to a lead, a byline or a jump, as many as a window holds. */
function textBelow(blocks: readonly PageBlock[]): PageBlock[] {
  const below: PageBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length >= WINDOW || (below.length > 0 && (block.lead || block.role === "byline" || block.role === "agency")))
      break;
    if (block.role === "text" || block.role === "numbered") {
      below.push(block);
      length += block.squeezed.length;
    }
    if (block.to !== null) break;
  }
  return below;
}
/** As many blocks are looked through below a border. */
const REACH = 40;

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
