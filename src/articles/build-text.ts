// The building of an article's text together with its map to the page: which blanks stay, where pieces begin and end.
import { mergeSpans, type Span } from "../lib/span.ts";
import { isBlank, type Line } from "./lines.ts";
import type { PageBlock } from "./roles.ts";
import type { TextRun } from "./types.ts";

/** How blanks inside a line are read. */
export interface BlankStyle {
  /** The page prints a blank where a line broke: between Chinese characters a blank means nothing. */
  readonly wraps: boolean;
}

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

/** Appends a line's words; its blanks are dropped, or become one blank where they mean something. */
export function printLine(builder: TextBuilder, page: string, line: Line, keepBlank: KeepBlank): void {
  let start = line.content;
  for (let i = line.content; i < line.end; i++) {
    if (!isBlank(page[i]!)) continue;
    builder.print(page, start, i);
    let next = i;
    while (isBlank(page[next]!)) next++;
    if (keepBlank(page, i, next)) builder.separate(" ");
    start = next;
    i = next - 1;
  }
  builder.print(page, start, line.end);
}

/** Whether the blank [from, to) of the page means something. */
export type KeepBlank = (page: string, from: number, to: number) => boolean;

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]/u;
const ASCII_WORD = /[A-Za-z]/;

/** Bylines: blanks part names. */
export const keepAlways: KeepBlank = () => true;

/** Headlines: blanks part kicker and headline; between spaced-out letters they are only typography. */
export const keepInLine: KeepBlank = (page, from, to) => !isLetterSpaced(page, from, to);

/** Running text: between Chinese characters a blank is kept unless the page prints one at every line's end. */
export function keepInText({ wraps }: BlankStyle): KeepBlank {
  return (page, from, to) => {
    const left = page[from - 1] ?? "";
    const right = page[to] ?? "";
    if (ASCII_WORD.test(left) && ASCII_WORD.test(right)) return true;
    // "自 2020 年": typesetting air around numbers.
    if (!WIDE.test(left) || !WIDE.test(right)) return !wraps && /[.:,;!?]/.test(left);
    if (/[，。、；：！？“‘《（]/u.test(left) || /[，。、；：！？”’》）]/u.test(right)) return false;
    return !wraps && !isLetterSpaced(page, from, to);
  };
}

/** "城 市 高 质 量": single characters in a row of at least five; two spaced-out names in a row are only four. */
function isLetterSpaced(page: string, from: number, to: number): boolean {
  let row = 0;
  for (let i = from; i > 0 && row < 5; row++) {
    if (isBlank(page[i - 1]!) || !(i - 2 < 0 || isBlank(page[i - 2]!))) break;
    i -= 1;
    while (i > 0 && isBlank(page[i - 1]!) && page[i - 1] !== "\n") i--;
    if (page[i - 1] === "\n" || i === 0) {
      row++;
      break;
    }
  }
  for (let i = to; i < page.length && row < 5; row++) {
    if (isBlank(page[i]!) || !(i + 1 >= page.length || isBlank(page[i + 1]!))) break;
    i += 1;
    while (i < page.length && isBlank(page[i]!) && page[i] !== "\n") i++;
    if (page[i] === "\n" || i >= page.length) {
      row++;
      break;
    }
  }
  return row >= 5;
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
