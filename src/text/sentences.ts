// Text → sentences. A sentence ends at 。！？ (or their half-width forms) with the closing marks behind it, or at a line
// feed: an article's text has a line feed only where a paragraph or the headline ends.
import type { Span } from "../lib/span.ts";

const END = /[。！？!?]+[”’」』"'）)》】]*|\n/g;

/**
 * Spans of the sentences, in order, without surrounding blanks, none empty; together they cover every non-blank unit.
 * A half-width full stop does not end a sentence (3.5, No.1), nor does a semicolon.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    if (from < to) spans.push([from, to]);
    start = end;
  };
  for (const match of text.matchAll(END)) push(match.index + match[0].length);
  push(text.length);
  return spans;
}
