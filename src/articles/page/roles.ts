// What each block is on the page, by its own looks and its neighbours: words of an article, a heading, a byline, furniture.

import { markJumps, markPointers, partAtJumps } from "../asides/pointers.ts";
import type { Block } from "./blocks.ts";
import { isImprint, markBeside, markRunningHeads, markSlogans } from "./furniture.ts";
import { markItems } from "./items.ts";
import {
  AGENCY,
  BYLINE_WORDS,
  bracketCredit,
  bulletOf,
  CAPTION_HEAD,
  CAPTION_WORDS,
  COLUMN_LABEL,
  CREDIT_OF_ALL,
  creditTail,
  DATE_ALONE,
  DAY_HEAD,
  DOCUMENT_DATE,
  FACT_LINE,
  GUIDE_LABEL,
  isCredit,
  type Jump,
  jumpFrom,
  jumpTo,
  leadOf,
  NUMBERED,
  opensByline,
  PICTURE_LABEL,
  pageAlone,
  SCAN_CODE,
  SERIES_LABEL,
  SIDEBAR_LABEL,
} from "./patterns.ts";
import type { Role } from "./role.ts";

export interface PageBlock extends Block {
  readonly role: Role;
  /** The page's lines are wrapped at the column's width. */
  readonly wrapped: boolean;
  /** The block begins with a lead: "本报讯(记者…". */
  readonly lead: boolean;
  /** A short item under its mark, among others: "▲10日,…"; an article without a headline. */
  readonly item: boolean;
  /** Jump target printed inside a text block or standing alone; "第七版". */
  readonly to: string | null;
  /** The jump is of the kind "见第2版", which teasers have. */
  readonly toIsPointer: boolean;
  readonly from: string | null;
}

const HEAD = 80;
const HEADLINE_LIMIT = 72;

/** `paper`: the page's paper, null when unknown. */
export function assignRoles(printed: readonly Block[], wrapped: boolean, paper: string | null): PageBlock[] {
  const blocks = partAtJumps(printed);
  const marked = blocks.filter((block) => block.level > 0).length >= 2;
  const roles = blocks.map((block) => roleOf(block, marked));
  markCaptions(blocks, roles);
  markBeside(blocks, roles);
  markSignatures(blocks, roles);
  markAuthors(blocks, roles);
  markSlogans(blocks, roles);
  markPointers(blocks, roles);
  markRunningHeads(blocks, roles, paper);
  markJumps(blocks, roles);
  const items = markItems(blocks, roles);
  return blocks.map((block, k) => withCues(block, roles[k]!, wrapped, items.has(k)));
}

function withCues(block: Block, role: Role, wrapped: boolean, item: boolean): PageBlock {
  const head = block.squeezed.slice(0, HEAD);
  const to = role === "jump-from" ? null : pointerOf(block, role);
  const from = role === "jump-to" ? null : jumpFrom(head);
  const lead = role === "text" && (item || leadOf(head) !== "");
  // Field by field: to spread so many of them would take longer than all the patterns above.
  const { index, lines, squeezed, level, cluster, fillsColumn } = block;
  return {
    index,
    lines,
    squeezed,
    level,
    cluster,
    fillsColumn,
    role,
    wrapped,
    lead,
    item,
    to: to?.page ?? null,
    toIsPointer: to !== null && to.verb === undefined,
    from: from?.page ?? null,
  };
}

/** A bare page number points there where it stands as a pointer; elsewhere it is the page's own. */
function pointerOf({ squeezed }: Block, role: Role): Pick<Jump, "page" | "verb"> | null {
  const page = role === "jump-to" ? pageAlone(squeezed) : null;
  return jumpTo(squeezed) ?? (page === null ? null : { page, verb: undefined });
}

/** The role that the block's own words show. `marked`: headings of this page carry marks, so a bare line is rarely one. */
function roleOf(block: Block, marked: boolean): Role {
  const text = block.squeezed;
  const special = text.length <= HEADLINE_LIMIT ? shortRole(text, block) : null;
  if (special) return special;
  if (block.level > 0) return NUMBERED.test(text) ? "numbered" : "heading";
  if (NUMBERED.test(text) && text.length <= 40 && !/[。；]|[，、：]$/u.test(text)) return "numbered";
  // Wrapped lines that joined, and a line that fills its column, are running text.
  if (marked || isJumpTail(text) || block.lines.length > 1 || block.fillsColumn) return "text";
  if (looksLikeHeading(text)) return "heading";
  const jump = jumpTo(text);
  const words = jump?.index ?? 0;
  return jump !== null && looksLikeHeading(text.slice(0, words)) ? "heading" : "text";
}

/** "…(下转第五版)": the last words of a text that goes on, however short. */
const isJumpTail = (text: string): boolean => jumpTo(text)?.verb !== undefined;

function shortRole(text: string, block: Block): Role | null {
  if (jumpFrom(text)?.length === text.length) return "jump-from";
  if (jumpTo(text)?.length === text.length) return "jump-to";
  if (isImprint(text) && block.level === 0) return "furniture";
  if (GUIDE_LABEL.test(text)) return "guide";
  if (PICTURE_LABEL.test(text)) return "picture-label";
  if (SIDEBAR_LABEL.test(text)) return "sidebar-label";
  if (DOCUMENT_DATE.test(text)) return "document-date";
  if (CREDIT_OF_ALL.test(text)) return "credit";
  if (text.length <= 24 && isCredit(text) && !/[。，]/u.test(text)) return isCreditAlone(text) ? "credit" : "caption";
  if (isByline(block)) return "byline";
  if (text.length <= 34 && (AGENCY.test(text) || leadOf(text).length === text.length)) return "agency";
  if (SCAN_CODE.test(text)) return "note";
  if (text.length <= 2 && block.level === 0) return "stray";
  if (text.length <= 20 && SERIES_LABEL.test(text) && !ONE_OF.test(text)) return "label";
  return null;
}

/** "工人正在安装管道 张三 摄" holds the picture's words, too. */
const isCreditAlone = (text: string): boolean =>
  text.length <= 12 ||
  !/摄[)）]?$/u.test(text) ||
  opensByline(text) ||
  /^[(（]|^(?:本报|新华社|摄影|图|均|本)/u.test(text);

/** "原因之一" is one of several, "系列报道之一" the first of a series. */
const ONE_OF = /(?<![·—…]|系列|报道|述评|综述|调查|观察|访谈|评论|[(（])之一$/u;

/** "记者从生态环" is the beginning of a sentence. */
const SENTENCE_BEGINS = /^(?:本报)?记者(?:从|在|了解|获悉|看到|来到|近日|昨[日天]|今[日天])/u;

/** A writers' word and nothing but names, or a mark that opens bylines and names. */
function isByline(block: Block): boolean {
  const text = block.squeezed;
  if (text.length > 50 || !opensByline(text) || COLUMN_LABEL.test(text) || SENTENCE_BEGINS.test(text)) return false;
  const spaced = block.lines.map((line) => line.text).join(" ");
  const names = spaced.replace(BYLINE_WORDS, " ").replace(/[()（）:：/／]/gu, " ");
  return names
    .split(/[\s、]+/u)
    .filter(Boolean)
    .every((name) => /^[\p{Script=Han}·]{1,4}$|^[\p{Script=Han}]{1,6}·[\p{Script=Han}]{1,6}$/u.test(name));
}

/** A line without a sentence's end, not too long, brackets and quotes paired. */
export function looksLikeHeading(text: string): boolean {
  if (text.length < 4 || text.length > HEADLINE_LIMIT) return false;
  // A dash or a colon at the end leads over to the text below; a quotation alone on a line is speech.
  if (/(?:[。；，、：,;:]|——)$/u.test(text) || /[。;；]|……/u.test(text) || !balanced(text)) return false;
  if (/^“[^”]*”$/u.test(text) && text.length > 20) return false;
  if (FACT_LINE.test(text) || DAY_HEAD.test(text) || leadOf(text) !== "" || !/\p{Script=Han}{2}/u.test(text))
    return false;
  const cries = text.match(/[！!？?]+/gu)?.length ?? 0;
  if (cries > 0 && text.length > 30) return false;
  const commas = text.match(/[，,]/gu)?.length ?? 0;
  return commas <= 2 && (commas === 0 || text.length / commas >= 9);
}

/** A row for each kind of mark: what opens and what closes it. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["‘", "’"],
  ["《", "》"],
  ["「", "」"],
  ["『", "』"],
  ["(（", ")）"],
];
const ANY_OF_PAIRS = new RegExp(`[${PAIRS.flat().join("")}]`, "gu");

/** Whether as many quotation marks, book marks and brackets of each kind open as close. */
export function balanced(text: string): boolean {
  const marks = text.match(ANY_OF_PAIRS);
  if (marks === null) return true;
  const count = (chars: string): number => marks.filter((mark) => chars.includes(mark)).length;
  return PAIRS.every(([open, close]) => count(open) === count(close));
}

/** A short text before a photographer's line, or one that says so, is a caption; a longer one where no text is above it. */
function markCaptions(blocks: readonly Block[], roles: Role[]): void {
  blocks.forEach((block, k) => {
    if (roles[k] !== "text" && roles[k] !== "heading") return;
    const text = block.squeezed;
    if (text.length > LONGEST_CAPTION || block.level > 0) return;
    // "▶上接第2版…" points to a page, not to a picture.
    const opens = CAPTION_HEAD.test(text) && jumpFrom(text.slice(0, HEAD)) === null && !isBriefsHead(blocks, roles, k);
    const apart = roles[k - 1] !== "text" && bulletOf(text) === "" && leadOf(text.slice(0, HEAD)) === "";
    const credited = roles[k + 1] === "credit" && text.length <= (apart ? LONGEST_CAPTION : 100);
    const closed = ownCredit(text) && text.length <= (apart || opens ? LONGEST_CAPTION : 140);
    if (credited || closed || (opens && text.length <= 160)) roles[k] = "caption";
  });
}
/** A triangle points to a picture, or opens the headline of a brief: one that a text below follows, without a mark at its end. */
function isBriefsHead(blocks: readonly Block[], roles: readonly Role[], k: number): boolean {
  const { squeezed } = blocks[k]!;
  if (bulletOf(squeezed) === "" || !looksLikeHeading(squeezed) || squeezed.length > 40) return false;
  for (let below = k + 1; below < blocks.length && below <= k + 3; below++) {
    const text = blocks[below]!.squeezed;
    if (roles[below] === "text" && text.length > squeezed.length)
      return heldShare(squeezed.slice(1), text.slice(0, 160)) >= HELD;
    if (roles[below] !== "text" && roles[below] !== "heading") return false;
  }
  return false;
}
/** Share of a headline's character pairs that the text right below it holds. */
export const HELD = 0.45;

/** Share of a line's pairs of characters that a text holds. */
export function heldShare(words: string, text: string): number {
  let held = 0;
  for (let i = 0; i + 1 < words.length; i++) if (text.includes(words.slice(i, i + 2))) held++;
  return held / (words.length - 1);
}

/** In characters; a picture that is the news has some sentences. */
const LONGEST_CAPTION = 260;

/** The photographer behind the last sentence, or a picture's words and its source. */
const ownCredit = (text: string): boolean =>
  isCredit(text) &&
  (bracketCredit(text) ||
    (creditTail(text) !== null && !/[文图]$/u.test(text)) ||
    CAPTION_HEAD.test(text) ||
    CAPTION_WORDS.test(text));

/** One to three short lines that name who signs, and a date alone, below a text. */
function markSignatures(blocks: readonly Block[], roles: Role[]): void {
  blocks.forEach((block, k) => {
    if (block.level > 0 || !DATE_ALONE.test(block.squeezed) || roles[k] === "furniture") return;
    let first = k;
    while (first > 0 && k - first < 3 && isSigner(blocks[first - 1]!, roles[first - 1]!)) first--;
    if (first === k) return;
    for (let i = first; i <= k; i++) roles[i] = "signature";
  });
}

const isSigner = (block: Block, role: Role): boolean =>
  (role === "heading" || role === "text") && block.squeezed.length <= 40 && !/[。，！？]/u.test(block.squeezed);

/** A bare name between a heading and the text is its author: "□ 张三", "张 三". */
function markAuthors(blocks: readonly Block[], roles: Role[]): void {
  blocks.forEach((block, k) => {
    const text = block.squeezed;
    // "(记者 张三)" in brackets closes the text above it.
    if (roles[k] === "byline" && /^[(（]/u.test(text) && roles[k - 1] === "text") roles[k] = "agency";
    // Four characters of a name behind the mark; those beyond the first plane are two units each.
    if (block.level > 0 || text.length > 9) return;
    // Four characters behind any mark but the writers' own are a heading rather, unless it stands between headline and text.
    const marked =
      /^[□◆■●◎○▲★◇△☆⊙]\p{Script=Han}{2,3}$/u.test(text) ||
      (/^[□◆■●◎○▲★◇△☆⊙]\p{Script=Han}{4}$/u.test(text) &&
        (text[0] === "□" || (roles[k - 1] === "heading" && roles[k + 1] === "text")));
    const bare = /^\p{Script=Han}{2,3}$/u.test(text) && roles[k - 1] === "heading" && roles[k + 1] === "text";
    const free = roles[k] === "text" || roles[k] === "heading" || roles[k] === "stray";
    if (free && (marked || bare)) roles[k] = "byline";
  });
}
