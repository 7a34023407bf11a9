// What an end of text and a beginning of text show of whether the one reads on in the other: named values, not yet weighed.
//
// Most telling at an open end is a character language model over the join, as a ratio: how much likelier the first
// characters are after this end than at the beginning of a sentence. At a finished end it is the words that both share.
import { clip } from "../../lib/clip.ts";
import { logRatio } from "../../text/index.ts";
import type { PageBlock } from "../page/roles.ts";
import { topicCosine, type Window } from "../sense/affinity.ts";
import { type HeadingNumber, headingNumber } from "../sense/cohesion.ts";
import type { FirstBlock, LastBlock, PageSense } from "../sense/sense.ts";
import { AT, type EvidenceValues } from "./weights.ts";

/** An end of text. */
export interface End extends LastBlock {
  readonly window: Window;
  /** Its last passage. */
  readonly touch: Window;
  readonly topic: Float32Array;
  readonly touchTopic: Float32Array;
  /** The last number of each series of headings. */
  readonly lastNumbers: ReadonlyMap<HeadingNumber["series"], number>;
}

/** A beginning of text. */
export interface Beginning extends FirstBlock {
  readonly window: Window;
  /** Its first passage. */
  readonly touch: Window;
  readonly topic: Float32Array;
  readonly touchTopic: Float32Array;
  readonly firstNumber: HeadingNumber | null;
}

/** Characters on either side that are compared. */
export const WINDOW = 600;
/** As many blocks of a text are looked at from where it ends or begins. */
export const LAST = 12;
/** Characters from which on a window's words are taken for what they are. */
const ENOUGH = 200;

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
  const touchTopic = affinity.topicOf(touch);
  return {
    midSentence,
    signed,
    announces,
    tail,
    open,
    fullWidth,
    columnWidth,
    window,
    touch,
    topic,
    touchTopic,
    lastNumbers,
  };
}

/** `blocks`: the text that begins, in reading order; at least one. Cost: O(WINDOW). */
export function beginningOf(blocks: readonly PageBlock[], { affinity, firstOf }: PageSense): Beginning {
  const { head, beginsInside, unopened, isLong, opening, fullWidth, columnWidth } = firstOf(blocks[0]!);
  const window = affinity.headOf(blocks, WINDOW);
  const firstNumber = firstNumberOf(blocks);
  const touch = affinity.headOf(blocks, 1);
  const topic = affinity.topicOf(window);
  const touchTopic = affinity.topicOf(touch);
  return {
    head,
    beginsInside,
    unopened,
    isLong,
    opening,
    fullWidth,
    columnWidth,
    window,
    touch,
    topic,
    touchTopic,
    firstNumber,
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

/** Likelihood ratios beyond these say no more: a rare name in the head would drown everything else. */
const LEAST_RATIO = -4;
const LARGEST_RATIO = 12;

/** Everything but the place, written into `values`, which are all 0. Cost: under a microsecond or two. */
export function textEvidence(
  values: EvidenceValues,
  left: End,
  right: Beginning,
  { affinity, model }: PageSense,
): void {
  if (left.midSentence) {
    values[AT.midSentence] = 1;
    values[AT.reading] = clip(logRatio(model, left.tail, right.head), LEAST_RATIO, LARGEST_RATIO);
  } else {
    values[AT.fresh] = clip(right.head.fresh, -2, 2);
    values[AT.opening] = clip(right.opening.article + 1, 0, 5);
  }
  values[left.midSentence ? AT.insideOpen : AT.inside] = clip(right.opening.inside - 0.5, 0, 4);
  if (left.signed) values[AT.signed] = 1;
  if (left.announces) values[AT.announces] = 1;
  addMarks(values, left, right);
  addNumbers(values, left, right);
  if (left.fullWidth !== undefined && right.fullWidth !== undefined && left.fullWidth !== right.fullWidth)
    values[AT.otherMarks] = 1;
  if (left.columnWidth > 0 && right.columnWidth > 0 && Math.abs(left.columnWidth - right.columnWidth) > 1.5)
    values[AT.otherWidth] = 1;
  const bond = clip(affinity.bond(left.window, right.window), -3, 5);
  if (!left.midSentence)
    values[AT.wordsNear] = doubted(
      clip(affinity.bond(left.touch, right.touch), -3, 5),
      USUAL_BOND,
      left.touch,
      right.touch,
    );
  addTopics(values, left, right);
  values[left.midSentence ? AT.wordsOpen : AT.words] = doubted(bond, USUAL_BOND, left.window, right.window);
}

/** What short texts fail to share proves little: the value is drawn towards the usual one. */
function doubted(value: number, usual: number, left: Window, right: Window): number {
  const enough = Math.min(1, left.length / ENOUGH, right.length / ENOUGH);
  return value > usual ? value : usual + (value - usual) * enough;
}
const USUAL_BOND = 1;
const USUAL_TOPIC = 0.3;

/** Whether both speak of one matter: the passages that touch, and the whole windows. */
function addTopics(values: EvidenceValues, left: End, right: Beginning): void {
  const [near, apart, whole] = left.midSentence ? OPEN_TOPICS : TOPICS;
  const touching = doubted(nearness(left.touchTopic, right.touchTopic), USUAL_TOPIC, left.touch, right.touch);
  values[near] = touching;
  values[apart] = Math.max(0, APART - touching);
  // Past a point it tells no more: an article may turn to another side of its matter.
  values[whole] = Math.min(
    doubted(nearness(left.topic, right.topic), USUAL_TOPIC, left.window, right.window),
    USUAL_TOPIC,
  );
}
/** On short pages nothing can be said of topics: then they are neither near nor apart, and no join is dearer for it. */
const nearness = (left: Float32Array, right: Float32Array): number =>
  isSilent(left) || isSilent(right) ? APART : topicCosine(left, right);
const isSilent = (topic: Float32Array): boolean => topic.every((value) => value === 0);
const TOPICS = [AT.topicNear, AT.topicApart, AT.topic] as const;
const OPEN_TOPICS = [AT.topicNearOpen, AT.topicApartOpen, AT.topicOpen] as const;
/** Below this cosine texts speak of different matters. */
const APART = 0.2;

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
  if (!left.midSentence) values[AT.orderly] = sense.orderly;
  if (pictured) values[AT.pictured] = 1;
  const anchor = sense.anchors.get(right.block.index);
  if (anchor && !left.midSentence) {
    const above = own.some(({ blocks }) => blocks.some(({ index }) => index === anchor.heading));
    values[above ? AT.anchoredAbove : AT.anchored] = anchor.share;
  }
  if (!left.midSentence) {
    const preference = sense.affinity.preference(left.window, right.window, (block) => sense.regions.get(block)!);
    values[AT.preference] = doubted(clip(preference, -2, 2), 0, left.window, right.window);
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
  values[AT.headingAbove] = clip(affinity.cosine(left.window, words) * 10, 0, 2);
  values[AT.headingBelow] = clip(affinity.cosine(words, window) * 10, 0, 2);
}
