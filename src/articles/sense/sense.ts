// What is known of a page before its texts are joined: which passages speak of the same, where articles begin for certain,
// what headings speak of, and what each block shows by itself.
import { remembered } from "../../lib/remembered.ts";
import { type Head, headOf, type LanguageModel, logRatio, type Tail, tailOf } from "../../text/index.ts";
import { stopsMidSentence } from "../page/blocks.ts";
import type { Line } from "../page/lines.ts";
import type { Role } from "../page/role.ts";
import type { PageBlock } from "../page/roles.ts";
import type { SegmentModels } from "../types.ts";
import { Affinity } from "./affinity.ts";
import { openMarks, unopenedMarks, type Vocabulary } from "./cohesion.ts";
import { headlineScore, type Opening, type OpeningModel, openingOf } from "./opening-model.ts";

/** What the search for joins knows of a page and of other texts. */
export interface PageSense {
  readonly vocabulary: Vocabulary;
  readonly affinity: Affinity;
  readonly model: LanguageModel;
  /** Log-odds that a short line is of a headline, in nats. Cost: about 3 µs. */
  readonly headlineOf: (line: string) => number;
  /** Text between two certain beginnings of articles, by the blocks' indexes: a number that grows. */
  readonly regions: ReadonlyMap<number, number>;
  /** Text blocks that headings speak of, by index: the heading's and how much of its words the text's beginning holds. */
  readonly anchors: ReadonlyMap<number, Anchor>;
  /** The lowest level of a marked heading; 0 when the page marks none. */
  readonly topLevel: number;
  /** Share of finished paragraphs behind which a blank line stands; null where nearly all or none do: then it says nothing. */
  readonly gapShare: number | null;
  /** How surely text stopped in mid-sentence reads on in the page's next text, from -1 (never) to 1 (wherever it was looked for). */
  readonly orderly: number;
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
  const lastOf = remembered((block: PageBlock) => lastBlock(block, characters));
  const firstOf = remembered((block: PageBlock) => firstBlock(block, characters, openings));
  return {
    vocabulary,
    affinity,
    anchors: anchorsOf(blocks, affinity),
    model: characters,
    headlineOf: (line) => headlineScore(openings, characters, line),
    regions: regionsOf(blocks),
    topLevel: levels.length > 0 ? Math.min(...levels) : 0,
    gapShare: gapShareOf(blocks),
    orderly: orderlinessOf(blocks, characters, lastOf, firstOf),
    lastOf,
    firstOf,
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

/** See `PageSense.gapShare`. */
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

/** See `PageSense.orderly`. */
function orderlinessOf(
  blocks: readonly PageBlock[],
  model: LanguageModel,
  lastOf: PageSense["lastOf"],
  firstOf: PageSense["firstOf"],
): number {
  const texts = blocks.filter(({ role }) => role === "text");
  let [next, elsewhere] = [0, 0];
  for (let k = 0; k + 1 < texts.length; k++) {
    const { midSentence, tail } = lastOf(texts[k]!);
    if (!midSentence) continue;
    if (logRatio(model, tail, firstOf(texts[k + 1]!).head) > READS_ON) next++;
    else elsewhere++;
  }
  return (next - elsewhere) / (next + elsewhere + DOUBT);
}
const READS_ON = 1;
const DOUBT = 2;

/** What the last block of an end of text shows. */
export interface LastBlock {
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

/** What the first block of a beginning of text shows. */
export interface FirstBlock {
  readonly head: Head;
  /** Begins with a mark that no sentence begins with. */
  readonly beginsInside: boolean;
  /** Marks closed that nothing opened. */
  readonly unopened: string;
  readonly isLong: boolean;
  readonly opening: Opening;
  readonly fullWidth: boolean | undefined;
  readonly columnWidth: number;
}

const SIGNED = /(?:^|[。！？!?”])[(（](?:记者|通讯员)?\p{Script=Han}{2,4}[)）]$/u;
const COMMA = /[，,]/u;

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
  return {
    head: headOf(model, squeezed),
    beginsInside: /^[，,、；;：:。．！？!?%％）)”’》」』]/u.test(squeezed),
    unopened: unopenedMarks(squeezed.slice(0, 300)),
    isLong: squeezed.length > 40,
    opening: openingOf(openings, model, squeezed),
    fullWidth: comma ? comma[0] === "，" : undefined,
    columnWidth: columnWidth(lines),
  };
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
