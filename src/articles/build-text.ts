// The building of an article's text together with its map to the page: which blanks stay, where pieces begin and end.
import { mergeSpans, type Span } from "../lib/span.ts";
import { isBlank, type Line } from "./page/lines.ts";
import type { PageBlock } from "./page/roles.ts";
import type { TextRun } from "./types.ts";

/** Builds text and map together, so that they cannot disagree. Units that are not printed are line feeds and joining blanks. */
export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #runs: [number, number, number][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends the page's units [start, end), which hold no blank. */
  print(page: string, start: number, end: number): void {
    if (start >= end) return;
    this.#parts.push(page.slice(start, end));
    const last = this.#runs.at(-1);
    if (last && last[0] + last[2] === this.#length && last[1] + last[2] === start) last[2] += end - start;
    else this.#runs.push([this.#length, start, end - start]);
    this.#length += end - start;
  }

  /** Appends a line feed or a blank that is not printed. */
  separate(mark: "\n" | " "): void {
    this.#parts.push(mark);
    this.#length++;
  }

  build(): { text: string; map: TextRun[] } {
    return { text: this.#parts.join(""), map: this.#runs };
  }
}

/**
 * What a blank inside a line means. "names": it parts names, also names spaced out to one length. "headline": it parts
 * kicker and headline. "text": running text. "wrapped": running text of a page that prints a blank where a line broke.
 */
export type BlankRule = "names" | "headline" | "text" | "wrapped";

const BLANK = /\s/u;
const BLANKS = /\s+/gu;

/** Appends a line's words; its blanks are dropped, or become one blank where they mean something. */
export function printLine(builder: TextBuilder, page: string, line: Line, rule: BlankRule): void {
  const blanks = BLANK.test(line.text) ? [...line.text.matchAll(BLANKS)] : [];
  const isSpaced = blanks.length > 0 && rule !== "names" && isLetterSpaced(line.text);
  let start = line.content;
  for (const { 0: blank, index } of blanks) {
    const end = line.content + index;
    const next = end + blank.length;
    builder.print(page, start, end);
    if (!isSpaced && keepsBlank(rule, page[end - 1]!, page[next]!)) builder.separate(" ");
    start = next;
  }
  builder.print(page, start, line.end);
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]/u;
const LATIN = /[A-Za-z]/;

/** Whether the blank between these two units is kept as one blank. */
function keepsBlank(rule: BlankRule, left: string, right: string): boolean {
  if (rule === "names" || rule === "headline") return true;
  if (LATIN.test(left) && LATIN.test(right)) return true;
  // "自 2020 年": typesetting air around numbers.
  if (!WIDE.test(left) || !WIDE.test(right)) return rule === "text" && /[.:,;!?]/.test(left);
  if (/[，。、；：！？“‘《（]/u.test(left) || /[，。、；：！？”’》）]/u.test(right)) return false;
  return rule === "text";
}

/** "城 市 高 质 量 发 展": a line set wide, most of its words one character (marks aside). */
function isLetterSpaced(text: string): boolean {
  const words = text.split(/\s+/u).map((word) => word.replace(/[，。、；：！？“”‘’]/gu, ""));
  return words.length >= 5 && words.filter((word) => word.length <= 1).length >= words.length * 0.7;
}

/** Page spans of blocks in the given order: touching neighbours (only blanks between) become one piece. */
export function piecesOf(page: string, lines: readonly Line[]): Span[] {
  const spans: [number, number][] = [];
  for (const { start, end } of lines) {
    const last = spans.at(-1);
    if (last && last[1] <= start && isAllBlank(page, last[1], start)) last[1] = end;
    else spans.push([start, end]);
  }
  return mergeSpans(spans);
}

function isAllBlank(page: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(page[i]!)) return false;
  return true;
}

export const linesOf = (blocks: readonly PageBlock[]): Line[] => blocks.flatMap((block) => block.lines);
