// A page as evaluation sees it: its non-blank units, and which gold article and which article of the system each lies in.
import { InputError } from "../lib/errors.ts";
import type { Span } from "../lib/span.ts";
import { squeeze } from "./names.ts";
import type { ArticleRow, GoldArticle, GoldPiece } from "./types.ts";

export interface PrintedPage {
  /** The page's text as decoded. */
  readonly raw: string;
  /** `raw` without blanks; `at[i]` is the offset in `raw` of its unit i. */
  readonly text: string;
  readonly at: readonly number[];
}

const BLANK = /\s/u;

export function printedPage(source: string): PrintedPage {
  const raw = source.replace(/^\uFEFF/, "");
  const at: number[] = [];
  let text = "";
  for (let i = 0; i < raw.length; i++) {
    if (BLANK.test(raw[i]!)) continue;
    text += raw[i];
    at.push(i);
  }
  return { raw, text, at };
}

/**
 * Page offsets of a gold piece, given as such or by its first and last words (their first occurrence is meant).
 * Throws InputError if the words are not on the page.
 */
export function locatePiece(page: PrintedPage, [head, tail]: GoldPiece): Span {
  if (typeof head === "number" || typeof tail === "number") return [Number(head), Number(tail)];
  const first = squeeze(head);
  const last = squeeze(tail);
  const from = page.text.indexOf(first);
  if (from < 0) throw new InputError(`gold piece not on the page: ${head}`);
  // A short piece's first and last words may overlap.
  const to = page.text.indexOf(last, Math.max(from, from + first.length - last.length));
  if (to < 0) throw new InputError(`end of gold piece not on the page: ${tail}`);
  return [page.at[from]!, page.at[to + last.length - 1]! + 1];
}

/** For each unit of the page: the index of its article (-1: none), its place in that article's reading order, and how many pieces cover it. */
export interface Labels {
  readonly article: Int32Array;
  readonly rank: Int32Array;
  readonly cover: Uint8Array;
}

/** Cost: O(page + units of all pieces). */
export function labelUnits(length: number, piecesByArticle: readonly (readonly Span[])[]): Labels {
  const article = new Int32Array(length).fill(-1);
  const rank = new Int32Array(length);
  const cover = new Uint8Array(length);
  piecesByArticle.forEach((pieces, index) => {
    let next = 0;
    for (const [start, end] of pieces) {
      for (let i = start; i < end; i++) {
        article[i] = index;
        rank[i] = next++;
        cover[i] = Math.min(2, cover[i]! + 1);
      }
    }
  });
  return { article, rank, cover };
}

export const isMasthead = (article: GoldArticle | ArticleRow): boolean =>
  ("id" in article && article.id === "masthead") ||
  article.title === "masthead" ||
  ("kind" in article && article.kind === "masthead");
