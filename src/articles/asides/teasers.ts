// Teasers: a headline, perhaps a sentence, and the page to turn to. They are known by themselves and taken out before the
// running text is put together.
//
//   今日导读
//   我国首艘…交付              ◂ in a guide with one pointer for all, each headline is a teaser
//   五部门启动节能降碳行动
//   （详见第4版）

import { withoutBlanks } from "../../text/index.ts";
import { TERMINAL } from "../page/blocks.ts";
import { isFramedColumn, isKnownColumn } from "../page/columns.ts";
import { splitLine } from "../page/lines.ts";
import { COLUMN_LABEL, isSection, jumpTo, OPEN_LABEL, PAGE_BEFORE, pageAbove, pageAlone } from "../page/patterns.ts";
import type { PageBlock } from "../page/roles.ts";
import { type Draft, emptyDraft } from "../titles/draft.ts";
import type { HeadLines, Under } from "./head-lines.ts";

/** More headline lines than these belong to several articles. */
const MOST_LINES = 8;
/** A teaser's own words, if any. */
const LONGEST_TEXT = 160;
const MOST_BLOCKS = 3;

/** In page order, with `taken` the indexes of their blocks. Cost: O(blocks). */
export function takeTeasers(blocks: readonly PageBlock[], lines: HeadLines, taken: Set<number>): Draft[] {
  const drafts: Draft[] = [];
  const add = (teaser: Draft): void => {
    drafts.push(teaser);
    for (const { index } of blocksOf(teaser)) taken.add(index);
  };
  for (let k = 0; k < blocks.length; k++) {
    if (blocks[k]!.role !== "guide") continue;
    for (const teaser of boxBelow(blocks, lines, k)) add(teaser);
  }
  for (let k = 0; k < blocks.length; k++) {
    if (taken.has(k) || !points(blocks[k]!)) continue;
    const parts = partsAbove(blocks, lines, k, taken);
    if (parts) add(teaserOf(parts, blocks[k]!.to));
  }
  return drafts;
}

const blocksOf = ({ title, labels, media, pointer }: Draft): PageBlock[] => [
  ...title,
  ...labels,
  ...media,
  ...(pointer ? [pointer] : []),
];

const points = ({ role, toIsPointer }: PageBlock): boolean =>
  toIsPointer && (role === "jump-to" || role === "heading" || role === "text");

interface Parts {
  readonly heads: readonly PageBlock[];
  readonly texts: readonly PageBlock[];
  readonly pointer: PageBlock | null;
}

const isHead = ({ role }: PageBlock): boolean => role === "heading" || role === "label";

/** The headline and the words above the pointer of block `at`; null where no headline stands there. */
function partsAbove(
  blocks: readonly PageBlock[],
  lines: HeadLines,
  at: number,
  taken: ReadonlySet<number>,
): Parts | null {
  const last = blocks[at]!;
  if (last.role === "text" && isLineWithPointer(last)) return { heads: [last], texts: [], pointer: null };
  const pointer = last.role === "jump-to" ? last : null;
  let k = last.role === "heading" ? at : at - 1;
  const texts: PageBlock[] = last.role === "text" ? [last] : [];
  // Where blank lines part nothing, the end of a paragraph may be a block of its own.
  for (; texts.length < MOST_BLOCKS && !taken.has(k) && blocks[k]?.role === "text"; k--) {
    if (texts.length > 0 && TERMINAL.test(blocks[k]!.squeezed.slice(-8))) break;
    texts.unshift(blocks[k]!);
  }
  if (texts.reduce((length, { squeezed }) => length + squeezed.length, 0) > LONGEST_TEXT) return null;
  const heads: PageBlock[] = [];
  for (; k >= 0 && !taken.has(k) && isHead(blocks[k]!) && heads.length < MOST_LINES; k--) {
    const head = blocks[k]!;
    // Another teaser's end, or the line above a blank line that parts two headlines of several lines.
    if (k < at && head.to !== null) break;
    const onlyLabels = heads.every(({ role }) => role === "label");
    if (!onlyLabels && partsHeads(head, heads[0]!, lines)) break;
    heads.unshift(head);
  }
  return heads.some(({ role }) => role === "heading") ? { heads, texts, pointer } : null;
}

/** "●老城区供水管网改造完工 见3版": headline and pointer in one line. */
function isLineWithPointer({ squeezed, lead, lines }: PageBlock): boolean {
  const jump = jumpTo(squeezed);
  if (!jump || jump.index < 4 || jump.index > LONGEST_LINE || lead || lines.length > 2) return false;
  return !/[。；，,]/u.test(squeezed.slice(0, jump.index));
}
const LONGEST_LINE = 36;

/** Log-odds above which a line above is the teaser's too: it may be the headline of an article; hardly, if none shares its words. */
const SURE = 0.3;
const DOUBTED = -1;

/** Whether a heading or a label belongs to another headline than the one below. */
function partsHeads(above: PageBlock, below: PageBlock, lines: HeadLines): boolean {
  if (above.role === "label" || below.role === "label") return below.role === "label" && above.role !== "label";
  return lines.joins(above, below, "pointer") < (lines.isStranger(above) ? DOUBTED : SURE);
}

/** The teasers of the guide whose name is block `at`. */
function boxBelow(blocks: readonly PageBlock[], lines: HeadLines, at: number): Draft[] {
  const below = pagesAbove(blocks, at);
  if (below.length > 0) return below;
  const pointers: number[] = [];
  let k = at + 1;
  for (; k < blocks.length; k++) {
    const block = blocks[k]!;
    if (block.toIsPointer && points(block)) pointers.push(k);
    else if (!isLine(block) && !isWords(blocks, k) && block.role !== "furniture") break;
  }
  const last = pointers.at(-1);
  if (last === undefined) return [];
  if (pointers.length > 1) {
    const ends = pointers.map((pointer, i) => between(blocks, i === 0 ? at + 1 : pointers[i - 1]! + 1, pointer));
    return ends
      .filter((parts) => parts.heads.length > 0)
      .flatMap((parts) => teasersOf(parts, lines, parts.heads.length < SEVERAL ? "each" : "many"));
  }
  return teasersOf(between(blocks, at + 1, last), lines, "once");
}

/** Fewer lines above one of several pointers may be the kicker, the headline and the line below it of one teaser. */
const SEVERAL = 4;

/** One teaser a headline: the pointer is the last one's. */
function teasersOf(parts: Parts & { readonly to: string | null }, lines: HeadLines, under: Under): Draft[] {
  const { heads, texts, pointer, to } = parts;
  const groups = headlines(heads, lines, under);
  return groups.map((group, i) => {
    const isLast = i === groups.length - 1;
    return teaserOf({ heads: group, texts: isLast ? texts : [], pointer: isLast ? pointer : null }, to);
  });
}

/** Teasers whose pages stand above or before them: "A03 要闻", then the headlines; "2版 我市出台二十条措施". */
function pagesAbove(blocks: readonly PageBlock[], at: number): Draft[] {
  const drafts: Draft[] = [];
  let pointer: PageBlock | null = null;
  let page: string | null = null;
  let heads: PageBlock[] = [];
  const flush = (): void => {
    if (heads.length > 0) drafts.push(teaserOf({ heads, texts: [], pointer }, page));
    heads = [];
  };
  for (let k = at + 1; k < blocks.length && blocks[k]!.to === null; k++) {
    const block = blocks[k]!;
    const above = pageAbove(block.squeezed);
    const before = above === null && isLine(block) ? PAGE_BEFORE.exec(block.lines[0]!.text) : null;
    if (above === null && before === null && (page === null || !goesOn(blocks, k, heads.length))) break;
    if (above === null && before === null) {
      heads.push(block);
      continue;
    }
    flush();
    page = above ?? before![1]!;
    const [number, rest] = before ? splitLine(block.lines[0]!, before[0].length) : [null, null];
    pointer = number ? { ...block, lines: [number], squeezed: page, role: "jump-to", level: 0 } : block;
    if (rest) {
      const lines = [rest, ...block.lines.slice(1)];
      heads = [{ ...block, lines, squeezed: lines.map(({ text }) => withoutBlanks(text)).join("") }];
    }
  }
  flush();
  return drafts;
}

/** Whether block `k` is one more line of a headline: the first, one close below another, or one with a page again below. */
function goesOn(blocks: readonly PageBlock[], k: number, lines: number): boolean {
  if (!isText(blocks[k]!) || lines >= MOST_LINES) return false;
  if (lines === 0 || blocks[k]!.cluster === blocks[k - 1]!.cluster) return true;
  const end = k + MOST_LINES - lines + 1;
  for (let next = k + 1; next < end && next < blocks.length && isText(blocks[next]!); next++)
    if (pageAbove(blocks[next]!.squeezed) !== null) return true;
  return false;
}

const isText = ({ role, squeezed }: PageBlock): boolean =>
  role !== "jump-from" && role !== "guide" && role !== "byline" && squeezed.length <= 60 && !/[。；]/u.test(squeezed);

/** "●民生关注", "时事": above a teaser's headline a few characters under a mark are a column's name, no author's. */
const isName = ({ role, squeezed }: PageBlock): boolean =>
  // "■" and more words than a name has may be a headline's first line.
  (COLUMN_LABEL.test(squeezed) && !(OPEN_LABEL.test(squeezed) && squeezed.length > LONGEST_OPEN)) ||
  isSection(squeezed) ||
  isKnownColumn(squeezed) ||
  isFramedColumn(squeezed) ||
  ((role === "heading" || role === "text" || role === "byline") && COLUMN_NAME.test(squeezed));
const LONGEST_OPEN = 6;
const COLUMN_NAME = /^[□●■◆★○◎▲]\p{Script=Han}{2,5}$/u;

/** In a guide a short line without an end is of a headline, whatever it looks like elsewhere. */
const isLine = (block: PageBlock): boolean =>
  isHead(block) ||
  (block.role === "byline" && COLUMN_NAME.test(block.squeezed)) ||
  (block.role === "text" &&
    !block.lead &&
    !block.fillsColumn &&
    block.squeezed.length <= 30 &&
    !/[。，：；]/u.test(block.squeezed));

const isWords = (blocks: readonly PageBlock[], k: number): boolean => {
  const { role, lead, squeezed } = blocks[k]!;
  return role === "text" && !lead && squeezed.length <= LONGEST_TEXT && isLine(blocks[k - 1]!);
};

function between(blocks: readonly PageBlock[], from: number, at: number): Parts & { readonly to: string | null } {
  const run = blocks.slice(from, at + 1);
  const last = blocks[at]!;
  return {
    heads: run.filter(isLine).map((block): PageBlock => (isName(block) ? { ...block, role: "label" } : block)),
    texts: run.filter((block) => block.role === "text" && !isLine(block)),
    pointer: last.role === "jump-to" ? last : null,
    to: last.to,
  };
}

/** Log-odds above which two lines of a guide are one headline: most of its headlines have one line. */
const CERTAIN = 0.8;

/** The lines of each headline. A label goes with the headline below it. */
function headlines(heads: readonly PageBlock[], lines: HeadLines, under: Under): PageBlock[][] {
  const groups: PageBlock[][] = [];
  heads.forEach((head, k) => {
    const above = heads[k - 1];
    const joins =
      above && (above.role === "label" || (head.role !== "label" && lines.joins(above, head, under) > CERTAIN));
    if (joins || (above && !isFollowed(heads, k))) groups.at(-1)!.push(head);
    else groups.push([head]);
  });
  return groups;
}

/** Whether a headline stands below the labels from `at` on. */
const isFollowed = (heads: readonly PageBlock[], at: number): boolean =>
  heads.slice(at).some(({ role }) => role !== "label");

function teaserOf({ heads, texts, pointer }: Parts, to: string | null): Draft {
  const cut = pointer ? null : cutPointer(heads.at(-1)!);
  const lines = cut ? [...heads.slice(0, -1), cut.head] : heads;
  const named = lines.map((block) => block.role === "label" || isName(block));
  // One that has nothing else is its own headline.
  const isLabel = (_: PageBlock, k: number): boolean => named[k]! && (named.includes(false) || k < lines.length - 1);
  return {
    ...emptyDraft(),
    title: lines.filter((block, k) => !isLabel(block, k)),
    labels: lines.filter(isLabel),
    media: [...texts],
    pointer: pointer ?? cut?.pointer ?? null,
    to,
    text: lines.map((block) => block.squeezed).join(""),
  };
}

/** A headline's last line without the pointer at its end, and that pointer. */
function cutPointer(block: PageBlock): { head: PageBlock; pointer: PageBlock } | null {
  const line = block.lines.at(-1)!;
  if (block.to === null) return null;
  for (let at = 2; at < line.text.length; at++) {
    const tail = line.text.slice(at).replace(/\s+/gu, "");
    if (jumpTo(tail)?.length !== tail.length && (pageAlone(tail) === null || /^\d/u.test(tail))) continue;
    const [first, second] = splitLine(line, at);
    const squeezed = block.squeezed.slice(0, block.squeezed.length - tail.length);
    return {
      head: { ...block, lines: [...block.lines.slice(0, -1), first], squeezed, to: null, toIsPointer: false },
      pointer: { ...block, lines: [second], squeezed: tail, role: "jump-to", level: 0 },
    };
  }
  return null;
}
