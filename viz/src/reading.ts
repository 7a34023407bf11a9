// Printed text → runs to be set: what is marked, what is plain. Pure; offsets are UTF-16 units of the article's text.
import type { SiteMention, Span } from "./data.ts";

export interface Run {
  readonly text: string;
  readonly mention: SiteMention | null;
}

/**
 * Cuts `[start, end)` of a text at the mentions in it. Mentions may come in any order; of two that overlap the one that
 * starts first, then the longer one, is marked. The runs joined are the text, letter by letter (typeset).
 */
export function runsOf(text: string, span: Span, mentions: readonly SiteMention[]): Run[] {
  const set = typeset(text);
  const [from, to] = span;
  const inside = mentions
    .filter((mention) => mention.start < to && mention.end > from)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  let at = from;
  for (const mention of inside) {
    if (mention.start < at) continue;
    if (mention.start > at) runs.push({ text: set.slice(at, mention.start), mention: null });
    const end = Math.min(mention.end, to);
    runs.push({ text: set.slice(mention.start, end), mention });
    at = end;
  }
  if (at < to) runs.push({ text: set.slice(at, to), mention: null });
  return runs;
}

const FULL: Record<string, string> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
const HAN = /[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef“”‘’]/;

/**
 * Reading text gets the full-width marks that a scan prints half-width, and curly quotation marks; unit for unit, so
 * that every offset still holds. Marks between Latin letters or digits (3,000; 10:30) stay.
 */
export function typeset(text: string): string {
  const out = text.split("");
  let open = false;
  for (let i = 0; i < out.length; i++) {
    const char = out[i]!;
    if (char === "\n") open = false;
    const full = FULL[char];
    if (full && (HAN.test(out[i - 1] ?? "") || HAN.test(out[i + 1] ?? "")) && !/\d/.test(between(out, i)))
      out[i] = full;
    else if (char === '"') {
      out[i] = open ? "”" : "“";
      open = !open;
    }
  }
  return out.join("");
}

// A colon or comma inside a number is no punctuation: both neighbours are digits.
const between = (out: readonly string[], i: number): string =>
  /\d/.test(out[i - 1] ?? "") && /\d/.test(out[i + 1] ?? "") ? "0" : "";

/** Paragraphs of an article's body as spans: the headline's own line, when the text opens with it, left out. */
export function paragraphs(text: string, title: string): Span[] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const bare = (value: string): string => value.replace(/\s/g, "");
    const heading = at === 0 && bare(line) === bare(title);
    if (line.trim() && !heading) spans.push([at, at + line.length]);
    at += line.length + 1;
  }
  return spans;
}
