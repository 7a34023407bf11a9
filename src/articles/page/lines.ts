// A page's text → its printed lines, with the marks that a converter put before headings taken apart from the words.

/** One printed line that is not blank. Offsets are page offsets. */
export interface Line {
  /** First and one past the last non-blank unit, heading marks included. */
  readonly start: number;
  readonly end: number;
  /** Where the words begin: `start`, or behind the heading marks. */
  readonly content: number;
  /** Number of `#` before a heading, 0 for none. */
  readonly level: number;
  /** The words as printed, blanks inside kept. */
  readonly text: string;
  /** In full-width characters, blanks not counted: a letter or a digit is half a character. */
  readonly width: number;
  /** Whether a blank line (or the page's edge) stands before it. */
  readonly gap: boolean;
  /** Whether the line begins with a blank: the first line of a paragraph or of a text box. */
  readonly indented: boolean;
}

const BREAK = /\r\n|[\n\r\v\f\u2028\u2029]/g;
const HEADING_MARKS = /^#{1,6}(?=\s*[^\s#])/;

const BLANK = /\s/u;

/** Whether a unit is white space. All blanks but one lie below the Chinese characters, which are told by that alone. */
export const isBlank = (char: string): boolean => (char <= "\u3000" || char === "\ufeff") && BLANK.test(char);

/** In reading order of the file. Every non-blank unit of the page is in exactly one line. Cost: O(length). */
export function pageLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  const add = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const body = raw.trim();
    if (body === "") {
      gap = true;
      return;
    }
    const lead = raw.length - raw.trimStart().length;
    lines.push(lineOf(text, from + lead, from + lead + body.length, gap, lead > 0));
    gap = false;
  };
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    add(start, match.index);
    start = match.index + match[0].length;
  }
  add(start, text.length);
  return lines;
}

function lineOf(text: string, start: number, end: number, gap: boolean, indented: boolean): Line {
  const body = text.slice(start, end);
  const level = HEADING_MARKS.exec(body)?.[0].length ?? 0;
  const words = body.slice(level).trimStart();
  return { start, end, content: end - words.length, level, text: words, width: textWidth(words), gap, indented };
}

/** The line's part before or behind `at` (an offset in its text), as a line of its own. */
export const splitLine = (line: Line, at: number): [Line, Line] => cutLine(line, [at]) as [Line, Line];

/** The line's parts as lines of their own, cut at ascending offsets of its text; at least one. Cost: O(length). */
export function cutLine(line: Line, cuts: readonly number[]): Line[] {
  if (cuts.length === 0) return [line];
  return [0, ...cuts].map((from, k) => {
    const isLast = k === cuts.length;
    const raw = isLast ? line.text.slice(from) : line.text.slice(from, cuts[k]).trimEnd();
    const text = k === 0 ? raw : raw.trimStart();
    const start = line.content + from + raw.length - text.length;
    const end = isLast ? line.end : start + text.length;
    const width = textWidth(text);
    if (k === 0) return { ...line, end, text, width };
    return { ...line, start, end, content: start, level: 0, text, width, gap: true };
  });
}

/** Width in full-width characters. */
export function textWidth(text: string): number {
  let halves = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x2000 && unit !== 0x3000) halves += unit >= 0xdc00 && unit <= 0xdfff ? 0 : 2;
    else if (unit > 0x20) halves += 1;
  }
  return halves / 2;
}
