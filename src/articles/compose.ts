// A draft → an Article: its text with the map to the page, its pieces, and the fields read from its words.
import type { Span } from "../lib/span.ts";
import { withoutBlanks } from "../text/index.ts";
import { type BlankRule, linesOf, piecesOf, printLine, TextBuilder } from "./build-text.ts";
import type { Stretch } from "./joins/flow.ts";
import type { Join } from "./joins/joins.ts";
import { stopsMidSentence } from "./page/blocks.ts";
import {
  agencyTail,
  creditTail,
  DATELINE,
  DOCUMENT_TITLE,
  LETTER_TITLE,
  leadOf,
  WRITERS_IN_TEXT,
  writersTail,
} from "./page/patterns.ts";
import type { PageBlock } from "./page/roles.ts";
import { isVertical } from "./page/vertical.ts";
import type { Draft } from "./titles/draft.ts";
import type { Article, ArticleKind, PieceJoin } from "./types.ts";

/** An article without its place in the page's order. */
export type Body = Omit<Article, "article" | "page" | "ordinal">;

/** In: the page's text; how blanks in its running text are read. Cost: O(length of the draft). */
export function composeArticle(page: string, draft: Draft, running: BlankRule): Body {
  const writer = new Writer(page, running);
  const title = writer.title(draft.title);
  const { inner, outer } = bodyOrder(draft);
  writer.body(inner);
  for (const block of outer) writer.block(block, "\n");
  const { text, map } = writer.builder.build();
  const blocks = [...draft.title, ...inner.flat(), ...outer];
  const spans = bylineSpans(text, title.length, writer.offsets);
  return {
    kind: kindOf(draft, title, text),
    title,
    byline: bylineOf(text, spans),
    dateline: datelineOf(blocks),
    text,
    map,
    byline_spans: spans,
    pieces: piecesOf(page, linesOf(blocks)),
    continued_from: pageName(fromOf(blocks)),
    continued_to: pageName(draft.to ?? toOf(blocks)),
    confidence: confidenceOf(draft),
    joins: joinsOf(draft)
      .filter(({ left, right }) => !isUnbroken(left, right))
      .map(({ join, left, right }) => joinRow(join, left, right)),
  };
}

/** Of two jump lines above a text the lower one is its own. */
function fromOf(blocks: readonly PageBlock[]): string | null {
  const first = blocks.findIndex((block) => block.role === "text");
  const head = blocks.slice(0, first + 1).findLast((block) => block.from !== null);
  return (head ?? blocks.find((block) => block.from !== null))?.from ?? null;
}

/** A text goes on where "下转" says; a pointer ("见第二版") counts only where nothing else does. */
const toOf = (blocks: readonly PageBlock[]): string | null =>
  (blocks.findLast(({ to, toIsPointer }) => to !== null && !toIsPointer) ?? blocks.findLast(({ to }) => to !== null))
    ?.to ?? null;

/** Digits of either width are one number. */
const pageName = (printed: string | null): string | null => printed?.normalize("NFKC") ?? null;

/** The joins of a draft with what they join. */
const joinsOf = ({ joins, stretches }: Draft): { join: Join; left: Stretch; right: Stretch }[] =>
  joins.map((join, k) => ({ join, left: stretches[k]!, right: stretches[k + 1]! }));

/** Whether the one stands right below the other, which ends with a paragraph: the page prints them without a break. */
function isUnbroken(left: Stretch, right: Stretch): boolean {
  const last = left.blocks.at(-1)!;
  return right.blocks[0]!.index === last.index + 1 && !stopsMidSentence(last.squeezed);
}

/** A join by the page offsets where the one stretch ends and the other begins. */
const joinRow = ({ score, evidence }: Join, left: Stretch, right: Stretch): PieceJoin => ({
  end: left.blocks.at(-1)!.lines.at(-1)!.end,
  start: right.blocks[0]!.lines[0]!.start,
  score: Math.round(score * 100) / 100,
  evidence,
});

/** All furniture of a page as one article. */
export function composeMasthead(page: string, blocks: readonly PageBlock[], running: BlankRule): Body {
  const writer = new Writer(page, running);
  for (const block of blocks) writer.block(block, "\n");
  const { text, map } = writer.builder.build();
  return {
    kind: "masthead",
    title: "masthead",
    byline: null,
    dateline: null,
    text,
    map,
    byline_spans: [],
    pieces: piecesOf(page, linesOf(blocks)),
    continued_from: null,
    continued_to: null,
    confidence: 1,
    joins: [],
  };
}

/**
 * Reading order behind the title. `inner`: runs of blocks whose neighbours are joined as one flow, one run a stretch.
 * `outer`: what would cut a sentence in two if it stood at its printed place: pictures, tails of stretches that go on.
 */
function bodyOrder(draft: Draft): { inner: PageBlock[][]; outer: PageBlock[] } {
  const outer: PageBlock[] = [];
  const inner = draft.stretches.map((stretch, k) => {
    const isFirst = k === 0;
    const isLast = k === draft.stretches.length - 1;
    if (!isFirst) outer.push(...stretch.head);
    if (!isLast) outer.push(...stretch.tail);
    return [...(isFirst ? [...draft.labels, ...stretch.head] : []), ...stretch.blocks, ...(isLast ? stretch.tail : [])];
  });
  if (inner.length === 0) outer.push(...draft.labels);
  return { inner, outer: [...outer, ...draft.media, ...(draft.pointer ? [draft.pointer] : [])] };
}

/** Writes blocks one after another and remembers where each began. */
class Writer {
  readonly builder = new TextBuilder();
  /** Blocks written below the title, with their spans in the text. */
  readonly offsets: { readonly block: PageBlock; readonly span: Span }[] = [];
  readonly #page: string;
  readonly #running: BlankRule;

  constructor(page: string, running: BlankRule) {
    this.#page = page;
    this.#running = running;
  }

  /** Writes the title's lines, parted by blanks, those set on end without; returns the title. */
  title(blocks: readonly PageBlock[]): string {
    for (const { lines } of blocks) {
      const upright = isVertical(lines);
      lines.forEach((line, k) => {
        if (this.builder.length > 0 && !(upright && k > 0)) this.builder.separate(" ");
        printLine(this.builder, this.#page, line, "headline");
      });
    }
    return this.builder.build().text;
  }

  body(runs: readonly (readonly PageBlock[])[]): void {
    let above: PageBlock | undefined;
    for (const run of runs) {
      run.forEach((block, k) => {
        const goesOn = k === 0 && above?.role === "text" && block.role === "text" && stopsMidSentence(above.squeezed);
        const joint = goesOn && isLatinJoint(above!.squeezed, block.squeezed) ? " " : "";
        this.block(block, goesOn ? joint : "\n");
        above = block;
      });
    }
  }

  block(block: PageBlock, joint: "\n" | " " | ""): void {
    if (joint !== "" && this.builder.length > 0) this.builder.separate(joint);
    const start = this.builder.length;
    const rule = ruleOf(block, this.#running);
    block.lines.forEach((line, k) => {
      const above = block.lines[k - 1];
      if (above && isLatinJoint(above.text, line.text)) this.builder.separate(" ");
      printLine(this.builder, this.#page, line, rule);
    });
    this.offsets.push({ block, span: [start, this.builder.length] });
  }
}

/** A break between two Latin words stands for a blank. */
const isLatinJoint = (above: string, below: string): boolean => isLatin(above.at(-1)) && isLatin(below[0]);
const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char);

function ruleOf(block: PageBlock, running: BlankRule): BlankRule {
  if (block.role === "text") return running;
  return block.role === "byline" || block.role === "credit" || block.role === "furniture" ? "names" : "headline";
}

const HEAD = 120;
const TAIL = 120;

/** Parts of the text that name writers, photographers and the agency; sorted, disjoint. */
function bylineSpans(text: string, titleEnd: number, offsets: Writer["offsets"]): Span[] {
  const spans: Span[] = [];
  for (const { block, span } of offsets) {
    if (block.role === "byline" || block.role === "credit" || block.role === "agency") spans.push(span);
    else if (block.role === "text" || block.role === "caption") spans.push(...spansInText(text, block, span));
  }
  return spans.filter(([start, end]) => start >= titleEnd && start < end);
}

/** The lead's head ("本报讯(记者 方 茜)"), brackets with writers, the agency behind the last sentence. */
function spansInText(text: string, block: PageBlock, [start, end]: Span): Span[] {
  const spans: [number, number][] = [];
  const add = (from: number, to: number): void => {
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  };
  // A column may break inside the brackets: the head is read on over the block's end.
  const head = text.slice(start, start + HEAD);
  const lead = block.lead ? leadOf(withoutBlanks(head)) : "";
  if (lead !== "") add(start, start + printedLength(head, lead.length));
  if (/[(（]/u.test(head))
    for (const match of head.matchAll(WRITERS_IN_TEXT))
      if (start + match.index < end) add(start + match.index, start + match.index + match[0].length);
  const tailStart = Math.max(start, end - TAIL);
  const tail = text.slice(tailStart, end);
  const agency = agencyTail(tail) ?? writersTail(tail);
  if (agency) add(tailStart + agency.index, end);
  const credit = creditTail(tail);
  if (credit) add(tailStart + credit.index + credit[1]!.length, end);
  return spans;
}

/** Length of the text's head that holds so many non-blank units. */
function printedLength(head: string, units: number): number {
  let at = 0;
  for (let left = units; left > 0 && at < head.length; at++) if (!/\s/u.test(head[at]!)) left--;
  return at;
}

/** The first that names writers or photographers, without the mark that opens it; an agency alone is no byline. */
function bylineOf(text: string, spans: readonly Span[]): string | null {
  const printed = spans.map(([start, end]) => text.slice(start, end).replace(/^[□◆■●◎○▲★◇△☆⊙]\s*/u, ""));
  return printed.find((line) => WRITTEN_BY.test(line)) ?? null;
}

const WRITTEN_BY = /记者|通讯员|评论员|作者|撰稿|摄|文\s*[/／]|^[\p{Script=Han}·\s]{2,12}$/u;

function datelineOf(blocks: readonly PageBlock[]): string | null {
  for (const { role, lead, squeezed } of blocks) {
    if (role !== "agency" && role !== "text") continue;
    const match =
      (lead || role === "agency" ? DATELINE.exec(squeezed.slice(0, 60)) : null) ??
      DATELINE.exec(agencyTail(squeezed.slice(-60))?.[0] ?? "");
    if (match) return match[0];
  }
  return null;
}

function kindOf(draft: Draft, title: string, text: string): ArticleKind {
  const blocks = draft.stretches.flatMap((stretch) => [...stretch.head, ...stretch.blocks, ...stretch.tail]);
  const isPicture = draft.title.length === 0 || draft.media.some(({ role }) => role === "caption");
  if (blocks.length === 0) return draft.media.length > 0 && isPicture ? "caption" : "teaser";
  const plainTitle = title.replace(/\s+/gu, "");
  if (LETTER_TITLE.test(plainTitle) || blocks.some((block) => block.role === "signature")) return "letter";
  if (blocks.some((block) => block.toIsPointer) && text.length < 240) return "teaser";
  if (blocks.some((block) => block.lead || block.role === "byline")) return "report";
  const numbered = blocks.filter(
    (block) => block.role === "numbered" || /^[(（][一二三四五六七八九十]/u.test(block.squeezed),
  );
  const dated = blocks.some((block) => block.role === "document-date");
  if (dated || (DOCUMENT_TITLE.test(plainTitle) && numbered.length > 0) || numbered.length >= 4) return "document";
  if (blocks.some((block) => /[(（](?:据|原载|转自|摘自)/u.test(block.squeezed.slice(-40)))) return "essay";
  return /评论员|编者/u.test(text.slice(0, 120)) ? "essay" : "report";
}

/** The probability that every join is right (scores are log-odds), and whether anything shows where the article begins. */
function confidenceOf(draft: Draft): number {
  // Breaks may each go wrong; of what is printed without a break the weakest place tells.
  let [joined, weakest] = [0.97, 1];
  for (const { join, left, right } of joinsOf(draft)) {
    const sure = 1 / (1 + Math.exp(-join.score));
    if (isUnbroken(left, right)) weakest = Math.min(weakest, sure);
    else joined *= sure;
  }
  const first = draft.stretches[0];
  const border = first?.start !== "open" || draft.title.length > 0 ? 0.95 : first.index === 0 ? 0.8 : 0.45;
  return Math.round(Math.min(joined, weakest, border) * 1000) / 1000;
}
