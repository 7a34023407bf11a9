// What an end of text and a beginning of text show of whether the one reads on in the other: named values, not yet weighed.
//
// Most telling at an open end is a character language model over the join, as a ratio: how much likelier the first
// characters are after this end than at the beginning of a sentence. At a finished end it is the words that both share.
import { remembered } from "../lib/remembered.ts";
import { type Head, headOf, type LanguageModel, logRatio, type Tail, tailOf } from "../text/index.ts";
import { Affinity, topicCosine, type Window } from "./affinity.ts";
import { stopsMidSentence } from "./blocks.ts";
import { type HeadingNumber, headingNumber, openMarks, unopenedMarks, type Vocabulary } from "./cohesion.ts";
import type { Line } from "./lines.ts";
import { type Opening, type OpeningModel, openingOf } from "./opening-model.ts";
import type { Role } from "./role.ts";
import type { PageBlock } from "./roles.ts";
import type { SegmentModels } from "./types.ts";
import { AT, type EvidenceValues } from "./weights.ts";

/** What the search for joins knows of a page and of other texts. */
export interface PageSense {
  readonly vocabulary: Vocabulary;
  readonly affinity: Affinity;
  readonly model: LanguageModel;
  readonly openings: OpeningModel;
  /** Text between two certain beginnings of articles, by the blocks' indexes: a number that grows. */
  readonly regions: ReadonlyMap<number, number>;
  /** Text blocks that headings speak of, by index: the heading's and how much of its words the text's beginning holds. */
  readonly anchors: ReadonlyMap<number, Anchor>;
  /** The lowest level of a marked heading; 0 when the page marks none. */
  readonly topLevel: number;
  /** Share of finished paragraphs behind which a blank line stands; null where nearly all or none do: then it says nothing. */
  readonly gapShare: number | null;
  /** What a block shows by itself, read once however often it is asked for. */
  readonly lastOf: (block: PageBlock) => LastBlock;
  readonly firstOf: (block: PageBlock) => FirstBlock;
}

export interface Anchor {
  readonly heading: number;
  readonly share: number;
}

/** Cost: O(length of the page). */
export function senseOf(
  blocks: readonly PageBlock[],
  vocabulary: Vocabulary,
  { characters, openings, topics }: SegmentModels,
): PageSense {
  const levels = blocks.filter(({ role, level }) => role === "heading" && level > 0).map(({ level }) => level);
  const affinity = new Affinity(blocks, vocabulary, topics);
  return {
    vocabulary,
    affinity,
    anchors: anchorsOf(blocks, affinity),
    model: characters,
    openings,
    regions: regionsOf(blocks),
    topLevel: levels.length > 0 ? Math.min(...levels) : 0,
    gapShare: gapShareOf(blocks),
    lastOf: remembered((block) => lastBlock(block, characters)),
    firstOf: remembered((block) => firstBlock(block, characters, openings)),
  };
}

/** For each heading the text whose beginning holds most of its words, if it holds many and clearly more than any other. */
function anchorsOf(blocks: readonly PageBlock[], affinity: Affinity): Map<number, Anchor> {
  const anchors = new Map<number, Anchor>();
  const texts = blocks.filter(({ role, squeezed }) => role === "text" && squeezed.length >= 30);
  for (const { role, index, to, squeezed } of blocks) {
    if (role !== "heading" || to !== null || squeezed.length < 6) continue;
    let best = -1;
    let [most, second] = [0, 0];
    for (const text of texts) {
      const share = affinity.heldBy(index, text.index);
      if (share > most) [best, most, second] = [text.index, share, most];
      else if (share > second) second = share;
    }
    if (most < ANCHORED || most < second * CLEARLY) continue;
    const known = anchors.get(best);
    if (!known || known.share < most) anchors.set(best, { heading: index, share: most });
  }
  return anchors;
}
const ANCHORED = 0.25;
const CLEARLY = 1.3;

/** Leads, bylines and jump lines show for certain where an article, or a part of one, begins and ends. */
function regionsOf(blocks: readonly PageBlock[]): Map<number, number> {
  let region = 0;
  let begins = false;
  const regions = new Map<number, number>();
  for (const { index, role, lead, from, to } of blocks) {
    if (BEGINS.includes(role)) begins = true;
    if (role === "text" || role === "numbered") {
      if (begins || lead || from !== null) region++;
      begins = to !== null;
    }
    regions.set(index, region);
  }
  return regions;
}
const BEGINS: readonly Role[] = ["byline", "sidebar-label", "document-date", "jump-from", "agency"];

function gapShareOf(blocks: readonly PageBlock[]): number | null {
  let [gaps, none] = [0, 0];
  blocks.forEach((block, k) => {
    const above = blocks[k - 1];
    if (block.role !== "text" || above?.role !== "text" || stopsMidSentence(above.squeezed)) return;
    if (block.lines[0]!.gap) gaps++;
    else none++;
  });
  return gaps >= 2 && none >= 2 ? gaps / (gaps + none) : null;
}

/** What the last block of an end of text shows. */
interface LastBlock {
  readonly midSentence: boolean;
  /** A name alone in brackets stands behind the last sentence: "。(王 明)". */
  readonly signed: boolean;
  /** A numbered heading, a colon or a semicolon: what it announces follows. */
  readonly announces: boolean;
  readonly tail: Tail;
  /** Marks left open. */
  readonly open: string;
  /** Whether commas are full-width; undefined where there is none. */
  readonly fullWidth: boolean | undefined;
  /** Column width in characters; 0 where lines do not show it. */
  readonly columnWidth: number;
}

/** An end of text. */
export interface End extends LastBlock {
  readonly window: Window;
  /** Its last passage. */
  readonly touch: Window;
  readonly topic: Float32Array;
  /** The last number of each series of headings. */
  readonly lastNumbers: ReadonlyMap<HeadingNumber["series"], number>;
}

/** What the first block of a beginning of text shows. */
interface FirstBlock {
  readonly head: Head;
  /** The character model's log-ratio after a full stop. */
  readonly fresh: number;
  /** Begins with a mark that no sentence begins with. */
  readonly beginsInside: boolean;
  /** Marks closed that nothing opened. */
  readonly unopened: string;
  readonly isLong: boolean;
  readonly opening: Opening;
  readonly fullWidth: boolean | undefined;
  readonly columnWidth: number;
}

/** A beginning of text. */
export interface Beginning extends FirstBlock {
  readonly window: Window;
  /** Its first passage. */
  readonly touch: Window;
  readonly topic: Float32Array;
  readonly firstNumber: HeadingNumber | null;
}

/** Characters on either side that are compared. */
const WINDOW = 600;
/** Characters from which on a window's words are taken for what they are. */
const ENOUGH = 200;
const SIGNED = /(?:^|[。！？!?”])[(（](?:记者|通讯员)?\p{Script=Han}{2,4}[)）]$/u;
const COMMA = /[，,]/u;

/**
 * `blocks`: the text that ends, in reading order; at least one. `lastNumbers`: those of its headings, where they are known.
 * Cost: O(WINDOW).
 */
export function endOf(
  blocks: readonly PageBlock[],
  { affinity, lastOf }: PageSense,
  lastNumbers: End["lastNumbers"] = lastNumbersOf(blocks),
): End {
  // Field by field, as below: a spread takes several times as long.
  const { midSentence, signed, announces, tail, open, fullWidth, columnWidth } = lastOf(blocks.at(-1)!);
  const window = affinity.tailOf(blocks, WINDOW);
  const touch = affinity.tailOf(blocks, 1);
  const topic = affinity.topicOf(window);
  return { midSentence, signed, announces, tail, open, fullWidth, columnWidth, window, touch, topic, lastNumbers };
}

/** `blocks`: the text that begins, in reading order; at least one. Cost: O(WINDOW). */
export function beginningOf(blocks: readonly PageBlock[], { affinity, firstOf }: PageSense): Beginning {
  const { head, fresh, beginsInside, unopened, isLong, opening, fullWidth, columnWidth } = firstOf(blocks[0]!);
  const window = affinity.headOf(blocks, WINDOW);
  const firstNumber = firstNumberOf(blocks);
  const touch = affinity.headOf(blocks, 1);
  const topic = affinity.topicOf(window);
  return {
    head,
    fresh,
    beginsInside,
    unopened,
    isLong,
    opening,
    fullWidth,
    columnWidth,
    window,
    touch,
    topic,
    firstNumber,
  };
}

function lastBlock({ role, squeezed, lines }: PageBlock, model: LanguageModel): LastBlock {
  const comma = COMMA.exec(squeezed.slice(-200));
  return {
    midSentence: role === "text" && stopsMidSentence(squeezed),
    signed: SIGNED.test(squeezed.slice(-12)),
    announces: role === "numbered" || /[；：;:]$|——$/u.test(squeezed.slice(-2)),
    tail: tailOf(model, squeezed),
    open: openMarks(squeezed.slice(-300)),
    fullWidth: comma ? comma[0] === "，" : undefined,
    columnWidth: columnWidth(lines),
  };
}

function firstBlock({ squeezed, lines }: PageBlock, model: LanguageModel, openings: OpeningModel): FirstBlock {
  const comma = COMMA.exec(squeezed.slice(0, 200));
  const head = headOf(model, squeezed);
  return {
    head,
    fresh: head.fresh,
    beginsInside: /^[，,、；;：:。．！？!?%％）)”’》」』]/u.test(squeezed),
    unopened: unopenedMarks(squeezed.slice(0, 300)),
    isLong: squeezed.length > 40,
    opening: openingOf(openings, model, squeezed),
    fullWidth: comma ? comma[0] === "，" : undefined,
    columnWidth: columnWidth(lines),
  };
}

function firstNumberOf(blocks: readonly PageBlock[]): HeadingNumber | null {
  for (const { squeezed } of blocks) {
    const number = headingNumber(squeezed);
    if (number) return number;
  }
  return null;
}

export function lastNumbersOf(blocks: readonly PageBlock[]): End["lastNumbers"] {
  const last = new Map<HeadingNumber["series"], number>();
  for (const { squeezed } of blocks) {
    const number = headingNumber(squeezed);
    if (number) last.set(number.series, number.value);
  }
  return last;
}

/** The median width of the lines but the last, of at least three. */
function columnWidth(lines: readonly Line[]): number {
  if (lines.length < 4) return 0;
  const widths = lines
    .slice(0, -1)
    .map(({ width }) => width)
    .sort((a, b) => a - b);
  return widths[widths.length >> 1]!;
}

/** Likelihood ratios beyond these say no more: a rare name in the head would drown everything else. */
const LEAST_RATIO = -4;
const LARGEST_RATIO = 12;
const clipped = (value: number, least: number, largest: number): number => Math.max(least, Math.min(largest, value));

/** Everything but the place, written into `values`, which are all 0. Cost: under a microsecond or two. */
export function textEvidence(
  values: EvidenceValues,
  left: End,
  right: Beginning,
  { affinity, model }: PageSense,
): void {
  if (left.midSentence) {
    values[AT.midSentence] = 1;
    values[AT.reading] = clipped(logRatio(model, left.tail, right.head), LEAST_RATIO, LARGEST_RATIO);
  } else {
    values[AT.fresh] = clipped(right.fresh, -2, 2);
    values[AT.opening] = clipped(right.opening.article + 1, 0, 5);
  }
  values[left.midSentence ? AT.insideOpen : AT.inside] = clipped(right.opening.inside - 0.5, 0, 4);
  if (left.signed) values[AT.signed] = 1;
  if (left.announces) values[AT.announces] = 1;
  addMarks(values, left, right);
  addNumbers(values, left, right);
  if (left.fullWidth !== undefined && right.fullWidth !== undefined && left.fullWidth !== right.fullWidth)
    values[AT.otherMarks] = 1;
  if (left.columnWidth > 0 && right.columnWidth > 0 && Math.abs(left.columnWidth - right.columnWidth) > 1.5)
    values[AT.otherWidth] = 1;
  const bond = clipped(affinity.bond(left.window, right.window), -3, 5);
  if (!left.midSentence)
    values[AT.wordsNear] = doubted(
      clipped(affinity.bond(left.touch, right.touch), -3, 5),
      USUAL_BOND,
      left.touch,
      right.touch,
    );
  values[left.midSentence ? AT.topicOpen : AT.topic] = doubted(
    topicCosine(left.topic, right.topic),
    USUAL_TOPIC,
    left.window,
    right.window,
  );
  values[left.midSentence ? AT.wordsOpen : AT.words] = doubted(bond, USUAL_BOND, left.window, right.window);
}

/** What short texts fail to share proves little: the value is drawn towards the usual one. */
function doubted(value: number, usual: number, left: Window, right: Window): number {
  const enough = Math.min(1, left.length / ENOUGH, right.length / ENOUGH);
  return value > usual ? value : usual + (value - usual) * enough;
}
const USUAL_BOND = 1;
const USUAL_TOPIC = 0.3;

/** Quotes and brackets that the left side leaves open should be closed on the right, and the other way round. */
function addMarks(values: EvidenceValues, left: End, right: Beginning): void {
  if (right.beginsInside) values[left.midSentence ? AT.beginsInside : AT.beginsInsideAfterEnd] = 1;
  if (right.unopened !== "") {
    if (left.open.endsWith(right.unopened[0]!)) values[AT.closes] = 1;
    // A scan may have lost the mark between: "(以下简称“中核华" + "铀)办公区".
    else if (left.open.includes(right.unopened[0]!)) values[AT.closesOuter] = 1;
    else values[AT.closesNothing] = 1;
  } else if (left.open !== "" && right.isLong) values[AT.leavesOpen] = 1;
}

function addNumbers(values: EvidenceValues, left: End, right: Beginning): void {
  const { firstNumber } = right;
  const last = firstNumber && left.lastNumbers.get(firstNumber.series);
  if (!firstNumber || last === undefined || last === null) return;
  if (firstNumber.value === last + 1) values[AT.nextNumber] = 1;
  else if (firstNumber.value !== 1) values[AT.otherNumber] = 1;
}

/** What stands between an end and the next beginning of the page. */
export interface Between {
  readonly headings: readonly { readonly blocks: readonly PageBlock[]; readonly pointer: PageBlock | null }[];
  readonly pictured: boolean;
}

/** The place of the page's next beginning: directly below, or below headings, pictures, teasers. */
export function nextEvidence(
  values: EvidenceValues,
  left: End,
  right: { readonly block: PageBlock; readonly window: Window },
  { headings, pictured }: Between,
  sense: PageSense,
): void {
  const own = headings.filter((group) => !group.pointer);
  values[left.midSentence ? AT.next : AT.nextParagraph] = 1;
  if (pictured) values[AT.pictured] = 1;
  const anchor = sense.anchors.get(right.block.index);
  if (anchor && !left.midSentence) {
    const above = own.some(({ blocks }) => blocks.some(({ index }) => index === anchor.heading));
    values[above ? AT.anchoredAbove : AT.anchored] = anchor.share;
  }
  if (!left.midSentence) {
    const preference = sense.affinity.preference(left.window, right.window, (block) => sense.regions.get(block)!);
    values[AT.preference] = doubted(clipped(preference, -2, 2), 0, left.window, right.window);
  }
  if (own.length < headings.length) values[AT.teased] = 1;
  if (own.length > 0)
    addHeadings(
      values,
      left,
      right.window,
      own.flatMap(({ blocks }) => blocks),
      sense,
    );
  if (sense.gapShare !== null && own.length === 0 && !pictured) {
    if (right.block.lines[0]!.gap) values[AT.gap] = 1 - sense.gapShare;
    else values[AT.noGap] = 1;
  }
}

const SHORT_HEADING = 12;

function addHeadings(
  values: EvidenceValues,
  left: End,
  window: Window,
  blocks: readonly PageBlock[],
  { affinity, topLevel }: PageSense,
): void {
  const level = Math.min(...blocks.map((block) => block.level));
  if (level > 0) values[level === topLevel ? AT.belowTopHeading : AT.belowLowHeading] = 1;
  else if (blocks.length === 1 && blocks[0]!.squeezed.length <= SHORT_HEADING) values[AT.belowShortHeading] = 1;
  else values[AT.belowHeading] = 1;
  if (blocks.length > 1) values[AT.belowLines] = 1;
  // A headline speaks of what follows; a heading within an article of what stands above too.
  const words = affinity.headOf(blocks, 200);
  values[AT.headingAbove] = clipped(affinity.cosine(left.window, words) * 10, 0, 2);
  values[AT.headingBelow] = clipped(affinity.cosine(words, window) * 10, 0, 2);
}
