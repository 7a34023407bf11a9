// An article as its witnesses let it be read: damaged characters replaced, lost ones put in, doubled ones left out, with a
// way back from every unit to the printed text. Names are looked for in what is read; what is printed stays as it is.
//
//     printed   绿色转型、文脉磨续、治理增效        readings  [9, 10) 赓
//     read      绿色转型、文脉赓续、治理增效        starts, ends: printed offsets of each unit of the read text
import type { Article } from "../articles/index.ts";
import { compareCodePoints } from "../lib/order.ts";
import { overlap, type Span } from "../lib/span.ts";
import type { Reading, Witnesses } from "../stories/index.ts";
import { withoutBlanks } from "../text/index.ts";

export interface ReadArticle {
  /** What extractors see: text, title and byline spans are those of the read text. It has no map: nothing of it is printed. */
  readonly article: Article;
  /** Where each unit of the read text begins and ends in the printed text; a unit that was lost is empty. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The readings that were put in, with their places in the read text, by start. */
  readonly repairs: readonly { readonly start: number; readonly end: number; readonly reading: Reading }[];
}

/** In: readings that do not overlap; those of other articles and beyond the text's end are passed over. Cost: O(length). */
export function readArticle(article: Article, witnesses: Witnesses): ReadArticle {
  const { text } = article;
  const readings = witnesses
    .filter((one) => one.article === article.article && one.start <= one.end && one.end <= text.length)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const repairs: { start: number; end: number; reading: Reading }[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const reading of readings) {
    if (reading.start < at) continue;
    copyTo(reading.start);
    const { read, end } = reading;
    repairs.push({ start: starts.length, end: starts.length + read.length, reading });
    parts.push(read);
    for (let i = 0; i < read.length; i++) {
      starts.push(Math.min(at + i, end));
      ends.push(i === read.length - 1 ? end : Math.min(at + i + 1, end));
    }
    at = end;
  }
  copyTo(text.length);
  if (repairs.length === 0) return { article, starts: Int32Array.from(starts), ends: Int32Array.from(ends), repairs };
  return {
    article: rewritten(article, parts.join(""), starts),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    repairs,
  };
}

function rewritten(article: Article, text: string, starts: readonly number[]): Article {
  const toRead = (offset: number): number => {
    const at = starts.findIndex((start) => start >= offset);
    return at < 0 ? text.length : at;
  };
  const hasTitle = article.title !== "" && article.text.startsWith(`${article.title}\n`);
  return {
    ...article,
    text,
    title: hasTitle ? text.slice(0, text.indexOf("\n")) : article.title,
    byline_spans: article.byline_spans.map(([start, end]): Span => [toRead(start), toRead(end)]),
    map: [],
  };
}

/**
 * What a name is read as where its printed characters were repaired: `国务院办公厅 ← PAGE#a1, PAGE#a7`, the name as read,
 * then the articles that print it so; null where the name is printed as it is read.
 * In: the name's span in the read text.
 */
export function repairOf({ article, repairs }: ReadArticle, start: number, end: number): string | null {
  const inside = repairs.filter((one) =>
    one.start === one.end ? start < one.start && one.start < end : overlap([start, end], [one.start, one.end]),
  );
  if (inside.length === 0) return null;
  // Who bears out every repair of the name; if none does, all that bear out one of them.
  const all = [...new Set(inside.flatMap(({ reading }) => reading.from))].sort(compareCodePoints);
  const common = all.filter((id) => inside.every(({ reading }) => reading.from.includes(id)));
  return formatRepair(withoutBlanks(article.text.slice(start, end)), common.length > 0 ? common : all);
}

const ARROW = " ← ";

export const formatRepair = (read: string, from: readonly string[]): string => `${read}${ARROW}${from.join(", ")}`;

/** The parts of a `repair`. */
export function parseRepair(repair: string): { read: string; from: string[] } {
  const at = repair.indexOf(ARROW);
  return { read: repair.slice(0, at), from: repair.slice(at + ARROW.length).split(", ") };
}
