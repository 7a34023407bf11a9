// What speaks for heading lines' being the title of an article.
import { clip } from "../../lib/clip.ts";
import type { Span } from "../../lib/span.ts";
import type { Values } from "../../lib/weigh.ts";
import type { Stretch } from "../joins/flow.ts";
import { ASIDE } from "../page/line-pairs.ts";
import type { PageBlock } from "../page/roles.ts";
import { isVertical } from "../page/vertical.ts";
import { topicCosine } from "../sense/affinity.ts";
import { openMarks, unopenedMarks } from "../sense/cohesion.ts";
import type { PageSense } from "../sense/sense.ts";
import type { Draft } from "./draft.ts";
import type { LINE_WEIGHTS, TITLE_WEIGHTS } from "./title-weights.ts";
import type { WordIndex, WordTable } from "./title-words.ts";
import type { Zone } from "./zones.ts";

export type TitleEvidence = keyof typeof TITLE_WEIGHTS;
export type LineEvidence = keyof typeof LINE_WEIGHTS;

/** What the headings of a page are compared with, computed once. */
export interface TitleScene {
  readonly sense: PageSense;
  /** What each article speaks of. */
  readonly topics: readonly Float32Array[];
  readonly drafts: readonly Draft[];
  /** Position in `drafts` of each stretch's article. */
  readonly home: readonly number[];
  readonly stretches: readonly Stretch[];
  readonly words: WordIndex;
  /** Stretches right below a heading. */
  readonly headed: ReadonlySet<number>;
  /** For each article the line that alone among the headings inside it has two parts; -1 where none or several have. */
  readonly onlyDisplay: readonly number[];
  /** Indexes of the writers' lines. */
  readonly bylines: ReadonlySet<number>;
  /** The converter put marks before headings. */
  readonly hasMarks: boolean;
  /** Units between neighbouring heading lines, of all zones, ascending: how far apart the page sets its lines. */
  readonly distances: readonly number[];
  /** Headings that the page prints more than once, without marks: labels. */
  readonly repeated: ReadonlySet<string>;
}

/** A zone and the articles that may own its lines. */
export interface TitleView {
  readonly scene: TitleScene;
  readonly zone: Zone;
  /** Positions in the scene's drafts, ascending. */
  readonly near: readonly number[];
  /** The zone's lines × `near`. */
  readonly words: WordTable;
  /** What each line speaks of; how near that lies to each article's topic, lines × `near`. */
  readonly topics: readonly Float32Array[];
  readonly cosines: Float64Array;
  /** How much each line sounds like a headline, in nats. */
  readonly headline: readonly number[];
  /** See `columnOf`. */
  readonly columns: readonly number[];
}

/** What a span of lines shows whosever title it is. */
export interface SpanWords {
  /** Sums of the words' evidence for each article near, and the two largest. */
  readonly sums: Float64Array;
  readonly largest: number;
  readonly second: number;
  /** How near each article's topic lies, a cosine, and the two nearest. */
  readonly topics: Float64Array;
  readonly nearest: number;
  readonly nextNearest: number;
  /** What holds of its form. */
  readonly form: readonly TitleEvidence[];
}

export function spanWords(view: TitleView, span: Span): SpanWords {
  const { near, words } = view;
  const [from, end] = span;
  const sums = new Float64Array(near.length);
  let [largest, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let c = 0; c < near.length; c++) {
    let sum = 0;
    for (let k = from; k < end; k++) sum += words.body[k * near.length + c]!;
    sums[c] = sum;
    if (sum > largest) [largest, second] = [sum, largest];
    else if (sum > second) second = sum;
  }
  const [topics, nearest, nextNearest] = spanTopics(view, span);
  return { sums, largest, second, topics, nearest, nextNearest, form: formOf(view, span) };
}

function spanTopics(view: TitleView, [from, end]: Span): [Float64Array, number, number] {
  const { scene, zone, near, cosines } = view;
  const topics = new Float64Array(near.length);
  if (end === from + 1) topics.set(cosines.subarray(from * near.length, end * near.length));
  else {
    const { affinity } = scene.sense;
    const topic = affinity.topicOf(affinity.headOf(zone.lines.slice(from, end), Number.POSITIVE_INFINITY));
    for (let c = 0; c < near.length; c++) topics[c] = topicCosine(topic, scene.topics[near[c]!]!);
  }
  let [nearest, next] = [-1, -1];
  for (const cosine of topics) {
    if (cosine > nearest) [nearest, next] = [cosine, nearest];
    else if (cosine > next) next = cosine;
  }
  return [topics, nearest, next];
}

/** The lines of a zone's span as the title of the `c`th article near. */
export function titleEvidence(view: TitleView, span: Span, c: number, known: SpanWords): Values<TitleEvidence> {
  const values: Values<TitleEvidence> = {};
  const { scene, zone, near } = view;
  addWords(values, view, span, c, known);
  const topic = known.topics[c]!;
  values.topic = topic;
  if (near.length > 1) values.topicRival = topic - (topic === known.nearest ? known.nextNearest : known.nearest);
  let headline = 0;
  for (let k = span[0]; k < span[1]; k++) headline += clip(view.headline[k]!, -4, 5);
  values.headline = headline / (span[1] - span[0]);
  addPlace(values, scene, zone, span, near[c]!);
  for (const name of known.form) values[name] = 1;
  return values;
}

/** How many pairs of characters of the span the article holds. */
export function hitsOf({ near, words }: TitleView, [from, end]: Span, c: number): number {
  let hits = 0;
  for (let k = from; k < end; k++) hits += words.hits[k * near.length + c]!;
  return hits;
}

function addWords(
  values: Values<TitleEvidence>,
  view: TitleView,
  span: Span,
  c: number,
  { sums, largest, second }: SpanWords,
): void {
  const { near, words } = view;
  const [from, end] = span;
  const own = sums[c]!;
  const rival = own === largest ? second : largest;
  const hits = hitsOf(view, span, c);
  let [lead, pairs] = [0, 0];
  for (let k = from; k < end; k++) {
    lead += words.lead[k * near.length + c]!;
    pairs += words.pairs[k]!;
  }
  values.words = Math.tanh(own / 8);
  values.lead = Math.tanh(lead / 6);
  values.wordsMore = clip(own, 0, 80) / 20;
  if (near.length > 1) {
    values.rival = Math.tanh((own - rival) / 8);
    values.rivalMore = clip(own - rival, -60, 60) / 20;
  }
  values.share = hits / (pairs + 1);
  if (hits < STRANGE) values.strange = 1;
}

/** Fewer pairs in common are chance. */
export const STRANGE = 2;

function addPlace(values: Values<TitleEvidence>, scene: TitleScene, zone: Zone, [from, end]: Span, d: number): void {
  const draft = scene.drafts[d]!;
  const first = draft.stretches[0]!;
  const last = draft.stretches.at(-1)!;
  const holdsBefore = scene.home[zone.before] === d;
  const holdsAfter = scene.home[zone.after] === d;
  const below = zone.lines.length - end;
  if (zone.before === zone.after && zone.before >= 0) {
    values[holdsBefore ? "inside" : "insideOther"] = 1;
    if (holdsBefore && zone.dropped) values.insideDropped = 1;
  } else if (holdsBefore && holdsAfter) {
    values.between = 1;
    if (zone.dropped) values.betweenDropped = 1;
  } else if (zone.after === first.index) {
    values.above = 1;
    values.aboveOthers = Math.min(3, below);
    if (first.start === "open") values.aboveOpen = 1;
    if (zone.before < 0) values.aboveFirst = 1;
  } else if (zone.before === last.index) {
    values.below = 1;
    values.belowOthers = Math.min(3, from);
    if (last.closed) values.belowClosed = 1;
  } else if (holdsBefore || holdsAfter) values.beside = 1;
  else if (first.index <= zone.before && last.index >= zone.after) values.amid = 1;
  else if (first.index > zone.after) values.ahead = Math.log2(Math.max(0, first.index - zone.after) + 1);
  else values.behind = Math.log2(Math.max(0, zone.before - last.index) + 1);
  if (holdsBefore && holdsAfter && scene.onlyDisplay[d] === zone.line + from && first.start === "new")
    values.insideOnly = 1;
  if (!values.above && scene.headed.has(first.index)) values.headed = 1;
  if (first.blocks[0]!.lead || first.head.some((block) => block.role === "byline")) values.begins = 1;
  else if (first.start === "open" && !values.above) values.open = 1;
  if (draft.text.length < 60) values.tiny = 1;
}

function formOf(view: TitleView, [from, end]: Span): TitleEvidence[] {
  const { lines, before, after } = view.zone;
  const unit = lines.slice(from, end);
  const form: TitleEvidence[] = [];
  if (unit.length === 1 && isLabelLike(view, from)) form.push("labelLike");
  const length = unit.reduce((sum, { squeezed }) => sum + squeezed.length, 0);
  if (length < 9) form.push("short");
  if (unit.some(({ squeezed }) => /[，,]/u.test(squeezed))) form.push("comma");
  if (unit.some(({ squeezed }) => ASIDE.test(squeezed))) form.push("aside");
  if (length > 45) form.push("long");
  const whole = unit.map(({ squeezed }) => squeezed).join("");
  if (openMarks(whole) !== "" || unopenedMarks(whole) !== "") form.push("unbalanced");
  const column = unit.length === 1 ? view.columns[from]! : 0;
  if (column > 0) form.push(column === 2 ? "columnKnown" : "column");
  if (before === after && length < 14) form.push("insideShort");
  if (unit.every(({ lines: printed }) => isVertical(printed))) form.push("upright");
  else if (unit.length > 1 || isParted(unit[0]!)) form.push(before === after ? "insideDisplay" : "display");
  if (view.scene.hasMarks) form.push(unit.some(({ level }) => level > 0) ? "marked" : "unmarked");
  return form;
}

/** Fewer characters may be the rest of the writers' names. */
export const NAME = 8;

/** Two parts with a blank between: headline and sub-headline on one line. */
export const isParted = ({ lines }: PageBlock): boolean => lines.some(({ text }) => /\S{4}\s+\S{4}/u.test(text));

/** The words of a line without the marks and numbers that labels carry. */
export const bareWords = (text: string): string => text.replace(/[^\p{L}\p{N}]|[①-⑳]/gu, "");

const LABEL_LIKE =
  /^[●■◆▌▍｜·•【〖［[]\s*\p{Script=Han}{2,16}[】〗］\]·•]?$|[①-⑳]$|^\p{Script=Han}{2,10}·\p{Script=Han}{2,6}$/u;
/** Looks like a column's name, and no article near holds most of its words. */
export function isLabelLike({ scene, zone, near, words }: TitleView, k: number): boolean {
  const { squeezed } = zone.lines[k]!;
  if (scene.repeated.has(bareWords(squeezed))) return true;
  if (squeezed.length > 20 || !LABEL_LIKE.test(squeezed)) return false;
  const most = words.pairs[k]! / 2;
  return !OPEN_MARK.test(squeezed) || near.every((_, c) => words.hits[k * near.length + c]! <= most);
}
/** Headlines of briefs stand under one mark too. */
const OPEN_MARK = /^[●■◆][^】〗〕\]·•]*$/u;

/** Whether a text stops without the end of a sentence: a heading below it was only put there. */
export const isDropped = (above: PageBlock | undefined): boolean =>
  above?.role === "text" && /[^。！？!?”’）)…：:]$/u.test(above.squeezed);
