// A text too long to be a newspaper page: cut at line or sentence ends into documents of bounded length.
import type { Page } from "../corpus/index.ts";
import type { Issue } from "../lib/issue.ts";
import type { Body } from "./compose.ts";
import { isBlank } from "./page/lines.ts";
import type { Article, TextRun } from "./types.ts";

/** A broadsheet page holds some 10,000 characters. */
const PAGE_LIMIT = 100_000;
const PART_LIMIT = 20_000;
/** How far back from the limit an end is looked for, line ends first. */
const BACK = 20_000;

export const isOversize = (text: string): boolean => text.length > PAGE_LIMIT;

/** Cost: O(length). */
export function segmentOversize({ page, text }: Page): { articles: Article[]; issues: Issue[] } {
  const articles: Article[] = [];
  for (let start = 0; start < text.length; ) {
    const end = cutAt(text, start);
    const body = documentOf(text, start, end);
    const ordinal = articles.length + 1;
    if (body) articles.push({ article: `${page}#a${ordinal}`, page, ordinal, ...body });
    start = end;
  }
  const message = `${page} has ${text.length} units, more than a newspaper page can hold; it was cut into ${articles.length} documents without a search for articles.`;
  return { articles, issues: [{ page, article: null, code: "page-oversize", message, count: 1 }] };
}

/** Where the part that begins at `start` ends. Never between the halves of a surrogate pair. */
function cutAt(text: string, start: number): number {
  const limit = start + PART_LIMIT;
  if (limit >= text.length) return text.length;
  const window = text.slice(limit - BACK, limit);
  const line = window.lastIndexOf("\n");
  if (line >= 0) return limit - BACK + line + 1;
  const sentence = Math.max(window.lastIndexOf("。"), window.lastIndexOf("！"), window.lastIndexOf("？"));
  if (sentence >= 0) return limit - BACK + sentence + 1;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit;
}

/** The part as one text: its line feeds kept, other blanks one blank. Null when it is blank. */
function documentOf(page: string, start: number, end: number): Body | null {
  const parts: string[] = [];
  const map: TextRun[] = [];
  let length = 0;
  let first = -1;
  let last = start;
  for (let i = start; i < end; ) {
    let next = i;
    while (next < end && !isBlank(page[next]!)) next++;
    if (next > i) {
      if (first < 0) first = i;
      else {
        parts.push(page.slice(last, i).includes("\n") ? "\n" : " ");
        length++;
      }
      parts.push(page.slice(i, next));
      map.push([length, i, next - i]);
      length += next - i;
      last = next;
    }
    i = next + 1;
  }
  if (first < 0) return null;
  return {
    kind: "document",
    title: "",
    byline: null,
    dateline: null,
    text: parts.join(""),
    map,
    byline_spans: [],
    pieces: [[first, last]],
    continued_from: null,
    continued_to: null,
    confidence: 0.1,
    joins: [],
  };
}
