// Printed lines → blocks: a paragraph, a piece of one, or a line that stands by itself.
//
// Three habits of scans are met. One line a paragraph (or a column's piece of one): the lines are the blocks. Hard-wrapped
// lines as broad as the column: lines join while they fill the column. Blanks where the lines broke: see `wrapsByBlanks`.
// A headline set on end comes as one character a line: see vertical.ts.
import type { Span } from "../../lib/span.ts";
import { withoutBlanks } from "../../text/index.ts";
import { type Line, splitLine } from "./lines.ts";
import {
  BRIEFS_LABEL,
  bulletOf,
  CAPTION_LINE,
  FACT_LINE,
  isCredit,
  jumpFrom,
  jumpTo,
  leadOf,
  mayEndInJump,
  NUMBERED,
  PICTURE_LABEL,
  SIDEBAR_LABEL,
} from "./patterns.ts";
import { isVertical, verticalRuns } from "./vertical.ts";

export interface Block {
  readonly index: number;
  readonly lines: readonly Line[];
  /** The words without blanks; lines joined. */
  readonly squeezed: string;
  /** Heading marks before it, 0 for none. */
  readonly level: number;
  /** Blocks of one cluster stand without a blank line between them. */
  readonly cluster: number;
  /** Its last line is as broad as its wrapped column, indented or not: it belongs to a paragraph that a break cut off. */
  readonly fillsColumn: boolean;
}

/** The block with other lines, all else as it was. */
export const withLines = <B extends Block>(block: B, lines: readonly Line[], level = 0): B => ({
  ...block,
  lines,
  level,
  squeezed: lines.map((line) => withoutBlanks(line.text)).join(""),
});

/** Last units that end a sentence or a paragraph for certain. */
export const TERMINAL = /[。！？!?…][”’」』"'）)】》]*$|[。！？!?…”’」』）)】》]$/u;
/** Whether a text stops in the middle of a sentence. */
export const stopsMidSentence = (text: string): boolean =>
  !TERMINAL.test(text.slice(-CLOSING_MARKS)) &&
  !/[；：;:]$|——$/u.test(text.slice(-2)) &&
  !(text.length <= 40 && FACT_LINE.test(text));
/** More closing marks are not met behind one sentence. */
const CLOSING_MARKS = 8;
const isFinished = (line: Line): boolean => TERMINAL.test(line.text.slice(-CLOSING_MARKS));
const SENTENCE_MARK = /[。，；：！？,;]/u;
/** How much narrower than its column a line may be that still runs on: an indent of two and a mark pushed over. */
const SLACK = 3.5;

/** `wrapped`: most lines of the page break at the column's width. Cost: O(lines). */
export function pageBlocks(lines: readonly Line[]): { blocks: Block[]; wrapped: boolean } {
  const flat = gapsMeanNothing(lines) ? lines.map((line) => ({ ...line, gap: false })) : lines;
  const clusters = clustersAround(flat, verticalRuns(lines));
  const widths = columnWidths(clusters);
  const blocks: Block[] = [];
  clusters.forEach((cluster, k) => {
    const parts = unglue(cluster, widths[k]!);
    const local = widths[k]! > 0 ? localWidths(parts, widths[k]!) : parts.map(() => 0);
    let last = -1;
    for (const group of isVertical(cluster) ? [cluster] : joinLines(parts, local)) {
      last += group.length;
      const squeezed = group.map((line) => withoutBlanks(line.text)).join("");
      const fillsColumn = fills(parts[last]!, parts, local[last]!);
      blocks.push({ index: blocks.length, lines: group, squeezed, level: group[0]!.level, cluster: k, fillsColumn });
    }
  });
  return { blocks, wrapped: widths.length > 0 && widths.every((width) => width > 0) };
}

/** Whether a line of a text is as broad as its column. The last line may be spaced out and so fall shorter; others may be indented. */
function fills(line: Line, cluster: readonly Line[], width: number): boolean {
  // A line that stands alone is a headline rather than a column of one line.
  if (width === 0 || cluster.length === 1) return false;
  const below = line === cluster.at(-1) && cluster.some(({ text }) => SENTENCE_MARK.test(text));
  const spare = width - line.width;
  return spare >= -0.75 && spare <= (below ? 4.25 : 2.5);
}

/** Whether a blank line stands between the printed lines of one column: nearly all lines are apart, short, and unfinished. */
function gapsMeanNothing(lines: readonly Line[]): boolean {
  if (lines.length < 20) return false;
  const share = (test: (line: Line) => boolean): number => lines.filter(test).length / lines.length;
  return (
    share((line) => line.gap) >= 0.8 &&
    share((line) => line.width <= 45) >= 0.97 &&
    share((line) => line.width >= 9) >= 0.6 &&
    share((line) => !isFinished(line)) >= 0.5
  );
}

/** The clusters before, between and behind headlines on end, each of which is one by itself. */
function clustersAround(lines: readonly Line[], runs: readonly Span[]): Line[][] {
  if (runs.length === 0) return clustersOf(lines);
  const clusters: Line[][] = [];
  let done = 0;
  for (const [first, end] of runs) {
    clusters.push(...clustersOf(lines.slice(done, first)), lines.slice(first, end));
    done = end;
  }
  return [...clusters, ...clustersOf(lines.slice(done))];
}

/** Lines with no blank line between them; a heading or an indented line begins anew. */
function clustersOf(lines: readonly Line[]): Line[][] {
  const clusters: Line[][] = [];
  for (const line of lines) {
    const last = clusters.at(-1);
    if (!last || line.gap || line.indented || line.level > 0 || last.at(-1)!.level > 0) clusters.push([line]);
    else last.push(line);
  }
  return clusters;
}

/** For each cluster the width of its column, or 0 where lines are not wrapped. Small clusters take their neighbours' width. */
function columnWidths(clusters: readonly (readonly Line[])[]): number[] {
  const own = clusters.map(wrappedWidth);
  const wrappedLines = clusters.reduce((sum, cluster, k) => sum + (own[k]! > 0 ? cluster.length : 0), 0);
  const lines = clusters.reduce((sum, cluster) => sum + (isVertical(cluster) ? 0 : cluster.length), 0);
  if (wrappedLines * 2 < lines) return own;
  const before = nearest(own);
  const after = nearest([...own].reverse()).reverse();
  return own.map((width, k) => width || before[k] || after[k] || 0);
}

/** The last positive value so far. */
function nearest(values: readonly number[]): number[] {
  let last = 0;
  return values.map((value) => {
    if (value > 0) last = value;
    return last;
  });
}

/** Width of the (first) column if the cluster's lines fill columns, else 0. */
function wrappedWidth(cluster: readonly Line[]): number {
  if (cluster.length < 3) return 0;
  const typical = localWidths(cluster, 0);
  if (typical[0]! < 6 || typical[0]! > 60) return 0;
  const full = cluster.filter((line, k) => Math.abs(line.width - typical[k]!) <= 2).length;
  const broken = cluster.slice(0, -1).filter((line) => !isFinished(line)).length;
  return full >= (cluster.length - 1) * 0.5 && broken >= (cluster.length - 1) * 0.5 ? typical[0]! : 0;
}

/** Lines on both sides that show how broad the column is here: one cluster may run over columns of different widths. */
const AROUND = 4;

/** For each line the width of its column; `fallback` where the cluster is too small to show it. */
function localWidths(cluster: readonly Line[], fallback: number): number[] {
  if (cluster.length < 3) return cluster.map(() => fallback);
  // The widths of the lines around, ascending: from line to line one leaves and one comes.
  const around: number[] = [];
  const add = (line: Line): void => {
    const at = around.findIndex((width) => width > line.width);
    around.splice(at < 0 ? around.length : at, 0, line.width);
  };
  cluster.slice(0, AROUND).forEach(add);
  return cluster.map((_, k) => {
    if (k > AROUND) around.splice(around.indexOf(cluster[k - AROUND - 1]!.width), 1);
    if (k + AROUND < cluster.length) add(cluster[k + AROUND]!);
    return around[Math.floor(around.length * 0.6)]!;
  });
}

/** A lead, a byline's mark, a numbered heading or a jump line is never the middle of a paragraph. */
function startsAnew(line: Line): boolean {
  const head = withoutBlanks(line.text.slice(0, 60));
  return (
    bulletOf(head) !== "" ||
    NUMBERED.test(head) ||
    leadOf(head) !== "" ||
    jumpFrom(head) !== null ||
    isJumpLine(head) ||
    isLabelLine(head) ||
    CAPTION_LINE.test(head)
  );
}

/** A byline under its mark, a jump line, a photographer's line and the name of a box end where they end. */
function standsAlone(line: Line): boolean {
  const head = withoutBlanks(line.text.slice(0, 60));
  if (/^[□◆■●▲★◇].*(?:记者|通讯员)/u.test(line.text) && !SENTENCE_MARK.test(line.text)) return true;
  return endsInJump(line) || isLabelLine(head) || isCreditLine(head);
}

/** "…战略伙伴关系作贡献。(下转2版)": nothing of the text stands below, however full the line. */
function endsInJump({ text }: Line): boolean {
  if (!mayEndInJump(text)) return false;
  const tail = withoutBlanks(text.slice(-JUMP_TAIL));
  const jump = jumpTo(tail);
  return jump !== null && (jump.verb !== undefined || jump.length === tail.length);
}
const JUMP_TAIL = 40;

/** "(下转第" at a line's end and "三版)" alone on the next are one jump line. */
const breaksInJump = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && next.text.length <= 8 && JUMP_OPENS.test(line.text) && isJumpRest(line, next);
const JUMP_OPENS = /[转接见]\s*第?$|下$/u;
const isJumpRest = (line: Line, next: Line): boolean => {
  const rest = withoutBlanks(next.text);
  const jump = jumpTo(withoutBlanks(line.text.slice(-JUMP_TAIL)) + rest);
  return jump !== null && jump.length > rest.length;
};

const isLabelLine = (head: string): boolean => head.length <= 10 && BOX_LABELS.some((pattern) => pattern.test(head));
const BOX_LABELS = [SIDEBAR_LABEL, PICTURE_LABEL, BRIEFS_LABEL];
const isCreditLine = (head: string): boolean =>
  head.length <= 24 &&
  isCredit(head) &&
  /^(?:本报|新华社|中新社|记者|通讯员|[(（])/u.test(head) &&
  !SENTENCE_MARK.test(head);

const isJumpLine = (head: string): boolean => jumpTo(head)?.length === head.length;

function joinLines(cluster: readonly Line[], widths: readonly number[]): Line[][] {
  // A headline may hold a colon or cry out.
  const isBody = cluster.some((line) => /[，。；,;]/u.test(line.text));
  const groups: Line[][] = [];
  let runsOn = false;
  cluster.forEach((line, k) => {
    const width = widths[k]!;
    const jumps = k > 0 && breaksInJump(cluster[k - 1]!, line);
    if (jumps || (runsOn && !startsAnew(line))) groups.at(-1)!.push(line);
    else groups.push([line]);
    const next = cluster[k + 1];
    // A sentence that ends with a full line may end the paragraph too: a short line without a mark below is a heading.
    const heads = next !== undefined && next.width < width - SLACK && !SENTENCE_MARK.test(next.text);
    const ends = (): boolean =>
      jumps || (isFinished(line) && (line.width < width - 0.75 || heads)) || standsAlone(line);
    runsOn = isBody && width > 0 && line.width >= width - SLACK && line.width <= width + 4 && !ends();
  });
  return groups;
}

/** Parts a headline from the first line of the body that it was glued to: what is left must fill the column, indented or not. */
function unglue(cluster: readonly Line[], width: number): readonly Line[] {
  const first = cluster[0]!;
  if (cluster.length < 3 || width === 0 || first.width < width + 4 || first.width > width * 3) return cluster;
  for (let at = 4; at < first.text.length - 4; at++) {
    // A headline ends before a blank or behind a closing mark; elsewhere the place of the cut would be a guess.
    if (!/[\s”’」』》)）!！?？]/u.test(first.text[at - 1]!)) continue;
    const [head, tail] = splitLine(first, at);
    const indent = width - tail.width;
    if (indent < -0.75 || indent > 2.75 || SENTENCE_MARK.test(head.text)) continue;
    return [{ ...head }, ...[{ ...tail }], ...cluster.slice(1)];
  }
  return cluster;
}

/**
 * Whether the page prints a blank where a line broke ("重要载 体、人民"): most of its longer blocks hold blanks between
 * Chinese characters, at the distance of a column's width.
 */
export function wrapsByBlanks(blocks: readonly Block[]): boolean {
  let long = 0;
  let wrapped = 0;
  for (const block of blocks) {
    if (block.squeezed.length < 60) continue;
    long += block.squeezed.length;
    const inner = block.lines.reduce((sum, line) => sum + (line.text.match(/\s+/gu)?.length ?? 0), 0);
    if (inner > 0 && block.squeezed.length / (inner + 1) <= 32) wrapped += block.squeezed.length;
  }
  return long > 0 && wrapped * 2 >= long;
}
