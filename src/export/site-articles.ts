// data/articles.json, data/article/N.json, data/page/N.json: the printed words, in windows of the project's order.

import type { TextRun } from "../articles/index.ts";
import { parseRepair } from "../entities/index.ts";
import { grouped } from "../lib/group.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import type { SiteArticle, SiteArticleEntry, SiteMention, SitePage } from "./site-types.ts";

/** Rows [first_row, end_row) of the project's order of articles or pages. */
export interface Window {
  readonly [parameter: string]: number;
  readonly first_row: number;
  readonly end_row: number;
}

export const ALL_ROWS: Window = { first_row: 0, end_row: 2 ** 31 - 1 };

type EntryRow = Omit<SiteArticleEntry, "page" | "page_id" | "text"> & {
  readonly place: number;
  readonly place_of_page: number;
  readonly page: string;
  readonly text_id: string;
};

const entryRows = (db: Database, window: Window): Promise<EntryRow[]> =>
  db.rows<EntryRow>(statement("export", "site-articles"), window);

/** data/articles.json */
export async function siteArticleEntries(db: Database): Promise<SiteArticleEntry[]> {
  const rows = await entryRows(db, ALL_ROWS);
  return rows.map(({ place: _place, place_of_page, page, text_id, ...row }) => ({
    ...row,
    page: place_of_page,
    page_id: page,
    text: text_id,
  }));
}

interface MentionRow extends Omit<SiteMention, "page_spans" | "start" | "end" | "repair"> {
  readonly place: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly page_spans: string;
  readonly repair: string | null;
}

/** The files data/article/N.json of a window, in order. */
export async function siteArticles(db: Database, window: Window): Promise<SiteArticle[]> {
  const entries = await entryRows(db, window);
  const texts = await db.rows<{ text: string; map: string; pieces: string }>(statement("export", "site-texts"), window);
  const sentences = byPlace(
    await db.rows<{ place: number; start_at: number; end_at: number }>(statement("export", "site-sentences"), window),
  );
  const mentions = byPlace(await db.rows<MentionRow>(statement("export", "site-mentions"), window));
  return entries.map(({ place, place_of_page, page, ...row }, i) => ({
    ...row,
    page: place_of_page,
    page_id: page,
    text: texts[i]!.text,
    map: JSON.parse(texts[i]!.map) as TextRun[],
    pieces: JSON.parse(texts[i]!.pieces) as Span[],
    sentences: (sentences.get(place) ?? []).map(({ start_at, end_at }): Span => [start_at, end_at]),
    mentions: (mentions.get(place) ?? []).map(siteMention),
  }));
}

const siteMention = ({ place: _place, start_at, end_at, page_spans, repair, ...row }: MentionRow): SiteMention => ({
  ...row,
  start: start_at,
  end: end_at,
  page_spans: JSON.parse(page_spans) as Span[],
  repair: repair === null ? null : parseRepair(repair),
});

/** By place, in the order of the rows. */
export const byPlace = <T extends { readonly place: number }>(rows: readonly T[]): Map<number, T[]> =>
  grouped(rows, ({ place }) => place);

/** The files data/page/N.json of a window, in order. */
export const sitePages = (db: Database, window: Window): Promise<SitePage[]> =>
  db.rows<SitePage>(statement("export", "site-pages"), window);
