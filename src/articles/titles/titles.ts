// Headings → articles: which lines are one title, and whose.
//
// A zone (zones.ts) may hold the headlines of three articles in a row, their kickers, a column's name, a heading inside a text.
// All is decided together: each zone is cut into units by dynamic programming over its lines, where a unit is the title of
// an article, a teaser's, or nobody's; a unit earns the log-odds that its lines are parts of one title and that the article
// is its own (title-evidence.ts, title-lines.ts). The zones are cut together, so that no two units have one article
// (title-cuts.ts).
//
//     line   国务院印发《关于…      ┐                        words in article 2, stands above article 1
//     line   管理制度的意见》      ┘ title of article 2     reads on from the line above
//     line   创新故事              – nobody's
//     line   科协代表大会举行      – title of article 1     words in article 1, right above it

import type { Span } from "../../lib/span.ts";
import { weigh } from "../../lib/weigh.ts";
import type { Flow, HeadingGroup } from "../joins/flow.ts";
import { columnOf } from "../page/columns.ts";
import { distanceOf } from "../page/line-pairs.ts";
import type { PageBlock } from "../page/roles.ts";
import { topicCosine } from "../sense/affinity.ts";
import type { PageSense } from "../sense/sense.ts";
import type { Draft } from "./draft.ts";
import { ASKED, cutsOf, LONGEST, type Segment, type Table } from "./title-cuts.ts";
import {
  bareWords,
  hitsOf,
  isDropped,
  isParted,
  STRANGE,
  spanWords,
  type TitleScene,
  type TitleView,
  titleEvidence,
} from "./title-evidence.ts";
import { lineEvidence } from "./title-lines.ts";
import { LINE_WEIGHTS, TITLE_WEIGHTS } from "./title-weights.ts";
import { wordIndex, wordTable } from "./title-words.ts";
import { type Zone, zonesOf } from "./zones.ts";

/** Lines of a zone that are one title, or one heading that is no title. */
export interface TitleUnit {
  readonly zone: Zone;
  readonly blocks: readonly PageBlock[];
  /** Documents' dates below its last line. */
  readonly dates: readonly PageBlock[];
  /** Whose title it is; null where nobody's. */
  readonly draft: Draft | null;
  /** The page reference that makes it a teaser. */
  readonly pointer: PageBlock | null;
}

/** On long pages an article is looked for only so many stretches around. */
const REACH = 16;
const LONG = 48;
/** A line above a page reference, under a guide's label. */
const TEASER = 3;

/** Every heading line of the page is in exactly one unit; no article has two. In page order. Cost: O(heading lines × articles near). */
export function titleUnits(flow: Flow, drafts: readonly Draft[], sense: PageSense): TitleUnit[] {
  const { scene, zones } = titleScene(flow, drafts, sense);
  const views = zones.map((zone) => viewOf(scene, zone));
  const tables = views.map(tableOf);
  const cuts = cutsOf(tables, drafts.length);
  giveToUntitled(views, cuts);
  return cuts.flatMap((segments, k) => segments.map((segment) => unitOf(zones[k]!, segment, drafts)));
}

export function titleScene(
  flow: Flow,
  drafts: readonly Draft[],
  sense: PageSense,
): { scene: TitleScene; zones: Zone[] } {
  const zones = zonesOf(flow, isDropped);
  const lines = zones.flatMap((zone) => zone.lines);
  const home: number[] = flow.stretches.map(() => -1);
  drafts.forEach((draft, d) => {
    for (const { index } of draft.stretches) home[index] = d;
  });
  const distances = zones.flatMap((zone) => zone.lines.slice(1).map((line, k) => distanceOf(zone.lines[k]!, line)));
  const scene: TitleScene = {
    sense,
    drafts,
    topics: drafts.map((draft) => topicOfDraft(draft, sense)),
    home,
    stretches: flow.stretches,
    words: wordIndex(
      lines.map((line) => line.squeezed),
      drafts.map((draft) => draft.text),
    ),
    headed: new Set(zones.filter((zone) => zone.before < zone.after).map((zone) => zone.after)),
    bylines: bylinesOf(flow),
    onlyDisplay: onlyDisplays(zones, home, drafts.length),
    hasMarks: lines.filter(({ level }) => level > 0).length > 1,
    distances: distances.sort((a, b) => a - b),
    repeated: repeatedOf(lines.map((line) => bareWords(line.squeezed))),
  };
  return { scene, zones };
}

const bylinesOf = ({ stretches }: Flow): Set<number> =>
  new Set(
    stretches.flatMap(({ head, tail }) =>
      [...head, ...tail].filter(({ role }) => role === "byline").map(({ index }) => index),
    ),
  );

/** Characters of an article that say what it speaks of. */
const SPEAKING = 1500;

function topicOfDraft({ stretches }: Draft, { affinity }: PageSense): Float32Array {
  const texts = stretches.flatMap(({ blocks }) => blocks.filter(({ role }) => role === "text"));
  return affinity.topicOf(affinity.headOf(texts, SPEAKING));
}

/** What an article without a headline forgives. */
const WANTED = 3;
/** The same for a heading inside a text, which is its own as it stands. */
const WANTED_INSIDE = 3;

/** Headings that are nobody's go to articles that have none, where little speaks against it: few are printed without. */
function giveToUntitled(views: readonly TitleView[], cuts: Segment[][]): void {
  const titled = new Set(cuts.flat().map(({ draft }) => draft));
  const wishes: { readonly zone: number; readonly at: number; readonly segment: Segment }[] = [];
  cuts.forEach((segments, zone) => {
    segments.forEach(({ from, end, draft: owner }, at) => {
      if (owner !== -1) return;
      const view = views[zone]!;
      const span: Span = [from, end];
      const known = spanWords(view, span);
      const wanted = view.zone.before === view.zone.after ? WANTED_INSIDE : WANTED;
      view.near.forEach((draft, c) => {
        if (titled.has(draft) || !mayOwn(view, span, c)) return;
        const score = wanted + weigh(titleEvidence(view, span, c, known), TITLE_WEIGHTS);
        if (score > 0) wishes.push({ zone, at, segment: { from, end, draft, score } });
      });
    });
  });
  wishes.sort((a, b) => b.segment.score - a.segment.score || a.zone - b.zone || a.at - b.at);
  for (const { zone, at, segment } of wishes) {
    if (titled.has(segment.draft) || cuts[zone]![at]!.draft !== -1) continue;
    titled.add(segment.draft);
    cuts[zone]![at] = segment;
  }
}

/** For each article the one heading in two parts among three or more inside it. */
function onlyDisplays(zones: readonly Zone[], home: readonly number[], drafts: number): number[] {
  const inner = new Int32Array(drafts);
  const displays: number[][] = Array.from({ length: drafts }, () => []);
  for (const { before, after, dropped, lines, line } of zones) {
    const draft = home[before] === home[after] && !dropped ? (home[before] ?? -1) : -1;
    if (draft < 0) continue;
    inner[draft]!++;
    if (lines.length > 1 || isParted(lines[0]!)) displays[draft]!.push(line);
  }
  return displays.map((own, draft) => (inner[draft]! > 2 && own.length === 1 ? own[0]! : -1));
}

function repeatedOf(texts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => text !== "" && (seen.has(text) || !seen.add(text))));
}

/** The zone with the articles near: all of a short page. */
export function viewOf(scene: TitleScene, zone: Zone): TitleView {
  const near = nearDrafts(scene, zone);
  const { affinity, headlineOf } = scene.sense;
  const topics = zone.lines.map((line) => affinity.topicOf(affinity.headOf([line], 1)));
  return {
    scene,
    zone,
    near,
    words: wordTable(scene.words, zone.line, zone.lines.length, near),
    topics,
    cosines: Float64Array.from({ length: topics.length * near.length }, (_, k) =>
      topicCosine(topics[Math.floor(k / near.length)]!, scene.topics[near[k % near.length]!]!),
    ),
    headline: zone.lines.map(({ squeezed }) => headlineOf(squeezed)),
    columns: zone.lines.map(({ squeezed }) => columnOf(squeezed)),
  };
}

function nearDrafts({ drafts, stretches, home }: TitleScene, zone: Zone): number[] {
  if (stretches.length <= LONG) return drafts.map((_, d) => d);
  const near = new Set<number>();
  for (let k = Math.max(0, zone.before - REACH); k <= zone.after + REACH && k < stretches.length; k++)
    near.add(home[k]!);
  near.delete(-1);
  return [...near].sort((a, b) => a - b);
}

/** An article that shares no words with a heading can own it only where it stands. */
function mayOwn(view: TitleView, span: Span, c: number): boolean {
  const { scene, zone, near } = view;
  const touches = scene.home[zone.before] === near[c] || scene.home[zone.after] === near[c];
  return touches || hitsOf(view, span, c) >= STRANGE;
}

/** Log-odds below which no article makes one title of lines. */
const HOPELESS = -5;

function tableOf(view: TitleView): Table {
  const { zone } = view;
  const { lines, groups } = zone;
  const joined = lines.slice(1).map((_, k) => {
    if (groups[k]!.pointer && groups[k]!.pointer !== groups[k + 1]!.pointer) return Number.NEGATIVE_INFINITY;
    return weigh(lineEvidence(view, k), LINE_WEIGHTS);
  });
  const choices: Segment[][] = [];
  for (let from = 0; from < lines.length; from++) {
    let inside = 0;
    for (let n = 1; n <= LONGEST; n++) {
      if (n > 1) inside += joined[from + n - 2] ?? Number.NEGATIVE_INFINITY;
      choices.push(inside < HOPELESS ? [] : choicesOf(view, from, from + n));
    }
  }
  return { zone, joined, choices, dirty: false };
}

function choicesOf(view: TitleView, from: number, end: number): Segment[] {
  const { zone, near } = view;
  const pointer = zone.groups[end - 1]!.pointer;
  const next = zone.groups[end];
  // The line right above a page reference is a teaser's for certain.
  if (pointer && next?.pointer !== pointer) return [{ from, end, draft: -2, score: TEASER }];
  const known = spanWords(view, [from, end]);
  const choices: Segment[] = [{ from, end, draft: -1, score: 0 }];
  near.forEach((draft, c) => {
    if (!mayOwn(view, [from, end], c)) return;
    const score = weigh(titleEvidence(view, [from, end], c, known), TITLE_WEIGHTS);
    if (score > -ASKED) choices.push({ from, end, draft, score });
  });
  if (pointer && next && next !== zone.groups[end - 1]) choices.push({ from, end, draft: -2, score: TEASER });
  return choices.sort((a, b) => b.score - a.score || a.draft - b.draft);
}

function unitOf(zone: Zone, { from, end, draft }: Segment, drafts: readonly Draft[]): TitleUnit {
  const blocks = zone.lines.slice(from, end);
  const groups = new Set(zone.groups.slice(from, end));
  const dates = [...groups].flatMap((group: HeadingGroup) =>
    blocks.includes(group.blocks.at(-1)!) ? group.dates : [],
  );
  return {
    zone,
    blocks,
    dates,
    draft: drafts[draft] ?? null,
    pointer: draft === -2 ? zone.groups[end - 1]!.pointer : null,
  };
}
