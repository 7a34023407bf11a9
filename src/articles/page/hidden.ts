// Headlines that were taken for text: as broad as the column they stand in, bare on a page whose converter marked others, or
// between the lines of a text that a scan drew together.
//
//   …改进科技计划管理,加强     ┐ one block of lines
//   韩正会见美国             │  ◂ does not read on from above, sounds like a headline,
//   前运输部长               │  ◂ and the text below does not go on with it
//   6月17日,国家副主席韩正…    ┘

import { clip } from "../../lib/clip.ts";
import { weigh } from "../../lib/weigh.ts";
import { headOf, logRatio, tailOf, withoutBlanks } from "../../text/index.ts";
import { headlineScore, openingOf } from "../sense/opening-model.ts";
import type { SegmentModels } from "../types.ts";
import { stopsMidSentence, withLines } from "./blocks.ts";
import { HIDDEN_WEIGHTS } from "./hidden-weights.ts";
import type { Line } from "./lines.ts";
import { leadOf } from "./patterns.ts";
import { looksLikeHeading, type PageBlock } from "./roles.ts";

export type HiddenEvidence = Partial<Record<keyof typeof HIDDEN_WEIGHTS, number>>;

/** A printed line of a page, with what its block is. */
interface Row {
  readonly block: number;
  readonly line: Line;
  readonly words: string;
  readonly isText: boolean;
}

/** Lines [from, end) of a page that may be one headline. */
export interface HiddenRun {
  readonly from: number;
  readonly end: number;
  readonly evidence: HiddenEvidence;
}

/** A headline has hardly more lines, or characters. */
const MOST_LINES = 4;
const LONGEST = 60;
const SHORTEST = 4;
/** Log-ratios beyond which a line surely reads on, and so begins or ends no headline. */
const SURELY_ON = 5;
/** Characters of the text below that are looked at. */
const LEAD = 40;

const SENTENCE_MARK = /[。；;，,]/u;

export function rowsOf(blocks: readonly PageBlock[]): Row[] {
  return blocks.flatMap((block, k) =>
    block.lines.map((line) => ({
      block: k,
      line,
      words: withoutBlanks(line.text),
      isText: block.role === "text" && block.level === 0 && !block.item,
    })),
  );
}

/** Every run of lines within running text that may be a headline. Cost: two look-ups a line; what is left of them some µs. */
export function hiddenRuns(
  blocks: readonly PageBlock[],
  rows: readonly Row[],
  { characters, openings }: SegmentModels,
): HiddenRun[] {
  const hasMarks = blocks.filter(({ level }) => level > 0).length >= 2;
  const readings = new Float64Array(rows.length + 1).fill(Number.NaN);
  /** How well line `k` reads on from the one above. */
  const reading = (k: number): number => {
    if (Number.isNaN(readings[k]!))
      readings[k] = logRatio(characters, tailOf(characters, rows[k - 1]!.words), headOf(characters, rows[k]!.words));
    return readings[k]!;
  };
  const runs: HiddenRun[] = [];
  rows.forEach((first, from) => {
    if (!mayBegin(first, blocks)) return;
    const above = rows[from - 1];
    const open = above !== undefined && isRunning(above, blocks) && stopsMidSentence(above.words);
    if (open && reading(from) > SURELY_ON) return;
    let words = "";
    for (let end = from + 1; end <= rows.length && end - from <= MOST_LINES; end++) {
      const last = rows[end - 1]!;
      if (!last.isText || SENTENCE_MARK.test(last.words)) break;
      words += last.words;
      if (words.length > LONGEST) break;
      if (words.length < SHORTEST || !looksLikeHeading(words)) continue;
      const below = rows[end];
      const goesOn = below !== undefined && isRunning(below, blocks);
      if (goesOn && reading(end) > SURELY_ON) continue;
      const evidence: HiddenEvidence = { score: clip(headlineScore(openings, characters, words), -6, 8) };
      if (hasMarks) evidence.unmarked = 1;
      if (end - from > 1) evidence.several = 1;
      if (words.length < 8) evidence.short = 1;
      if (words.length > 24) evidence.long = 1;
      if (/[：:！!？?]/u.test(words)) evidence.crying = 1;
      addAbove(evidence, open ? reading(from) : null, above, first, blocks);
      if (below === undefined || !goesOn)
        evidence[below && blocks[below.block]!.role === "heading" ? "belowHeading" : "belowOther"] = 1;
      else {
        evidence.readsBelow = clip(reading(end), -5, 5);
        const opening = openingOf(openings, characters, textFrom(rows, end, blocks));
        evidence.opensBelow = clip(opening.article, -4, 4);
        evidence.cutBelow = clip(opening.inside, -4, 4);
        if (blocks[below.block]!.lead && below.line === blocks[below.block]!.lines[0]) evidence.leadBelow = 1;
        if (below.block === last.block) evidence.gluedBelow = 1;
      }
      runs.push({ from, end, evidence });
    }
  });
  return runs;
}

const mayBegin = (row: Row, blocks: readonly PageBlock[]): boolean => {
  if (!row.isText || SENTENCE_MARK.test(row.words)) return false;
  const { lead, lines } = blocks[row.block]!;
  return !lead || row.line !== lines[0];
};

const isRunning = (row: Row, blocks: readonly PageBlock[]): boolean =>
  row.isText || blocks[row.block]!.role === "numbered";

function addAbove(
  evidence: HiddenEvidence,
  reading: number | null,
  above: Row | undefined,
  first: Row,
  blocks: readonly PageBlock[],
): void {
  if (reading !== null) {
    evidence.openAbove = 1;
    evidence.readsAbove = clip(reading, -5, 5);
  } else if (above === undefined || !isRunning(above, blocks)) {
    const role = above && blocks[above.block]!.role;
    evidence[
      role === "heading" ? "headingAbove" : role === "label" || role === "picture-label" ? "labelAbove" : "otherAbove"
    ] = 1;
  }
  if (above?.block === first.block) evidence.gluedAbove = 1;
}

function textFrom(rows: readonly Row[], from: number, blocks: readonly PageBlock[]): string {
  let text = "";
  for (let k = from; k < rows.length && text.length < LEAD && isRunning(rows[k]!, blocks); k++) text += rows[k]!.words;
  return text.slice(0, LEAD);
}

/** What a run must reach. */
const ENOUGH = -0.7;

/** The same lines, hidden headlines made headings. */
export function partHidden(blocks: readonly PageBlock[], models: SegmentModels): readonly PageBlock[] {
  const rows = rowsOf(blocks);
  const runs = hiddenRuns(blocks, rows, models)
    .map((run) => ({ ...run, score: weigh(run.evidence, HIDDEN_WEIGHTS) }))
    .filter(({ score }) => score > ENOUGH)
    .sort((a, b) => b.score - a.score || a.from - b.from);
  if (runs.length === 0) return blocks;
  const heads = new Set<number>();
  const taken = new Set<number>();
  for (const { from, end } of runs) {
    const lines = Array.from({ length: end - from }, (_, k) => from + k);
    if (lines.some((k) => taken.has(k))) continue;
    for (const k of lines) {
      heads.add(k);
      taken.add(k);
    }
  }
  let row = 0;
  return blocks.flatMap((block) => {
    const first = row;
    row += block.lines.length;
    return block.lines.some((_, k) => heads.has(first + k)) ? partsOf(block, (k) => heads.has(first + k)) : [block];
  });
}

/** A block's lines, each headline line a heading by itself, those between them texts. */
function partsOf(block: PageBlock, isHead: (line: number) => boolean): PageBlock[] {
  const parts: PageBlock[] = [];
  let text: Line[] = [];
  const flush = (): void => {
    if (text.length > 0) parts.push(textPart(block, text));
    text = [];
  };
  block.lines.forEach((line, k) => {
    if (!isHead(k)) {
      text.push(line);
      return;
    }
    flush();
    parts.push({ ...withLines(block, [line]), role: "heading", lead: false, fillsColumn: false, ...NO_JUMP });
  });
  flush();
  return parts;
}

const NO_JUMP = { to: null, toIsPointer: false, from: null } as const;

function textPart(block: PageBlock, lines: readonly Line[]): PageBlock {
  const part = withLines(block, lines);
  const isFirst = lines[0] === block.lines[0];
  const isLast = lines.at(-1) === block.lines.at(-1);
  return {
    ...part,
    lead: isFirst ? block.lead : leadOf(part.squeezed.slice(0, 80)) !== "",
    fillsColumn: isLast && block.fillsColumn,
    ...(isLast ? {} : { to: null, toIsPointer: false }),
    ...(isFirst ? {} : { from: null }),
  };
}
