// What evaluation needs from the disk: gold files, and those rows of a project that concern their pages.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError, messageOf } from "../lib/errors.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import { type LabelledText, parseLabelledTexts } from "./labelled.ts";
import type { ScoreInput } from "./score.ts";
import type { ArticleRow, EdgeRow, EntityRow, GoldPage, MentionRow } from "./types.ts";

/** Gold pages (PAGE.json) of a folder by page id. Throws InputError for a folder without any, and for broken JSON. */
export function readGold(folder: string): Map<string, GoldPage> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  if (names.length === 0) throw new InputError(`eval: no gold file (PAGE.json) in "${folder}"`);
  return new Map(
    names.map((name) => {
      try {
        return [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8")) as GoldPage];
      } catch (error) {
        throw new InputError(`eval: "${join(folder, name)}" is not JSON (${messageOf(error)})`);
      }
    }),
  );
}

/** Labelled texts of a file of JSON lines (labelled.ts). Throws InputError for a missing file and for a line that is none. */
export function readLabelledTexts(file: string): LabelledText[] {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`eval: cannot read "${file}" (${messageOf(error)})`);
  }
  return parseLabelledTexts(content, file);
}

/** The rows that the measures read, streamed: of a large project only those of the gold pages are kept. */
export async function readScoreInput(db: Database, gold: ReadonlyMap<string, GoldPage>): Promise<ScoreInput> {
  const isGold = (page: string): boolean => gold.has(page) || gold.has(basename(page));
  const pages = new Map<string, string>();
  for await (const row of rowsOf<{ page: string; text: string }>(db, "pages")) {
    if (isGold(row.page)) pages.set(gold.has(row.page) ? row.page : basename(row.page), row.text);
  }
  const articles: ArticleRow[] = [];
  for await (const row of rowsOf<Omit<ArticleRow, "pieces"> & { pieces: string }>(db, "articles")) {
    if (isGold(row.page)) articles.push({ ...row, pieces: JSON.parse(row.pieces) as Span[] });
  }
  const ids = new Set(articles.map(({ article }) => article));
  const mentions: MentionRow[] = [];
  for await (const row of rowsOf<Omit<MentionRow, "page_spans"> & { page_spans: string }>(db, "mentions")) {
    if (ids.has(row.article)) mentions.push({ ...row, page_spans: JSON.parse(row.page_spans) as Span[] });
  }
  const named = new Set(mentions.map(({ entity }) => entity));
  const entities: EntityRow[] = [];
  for await (const row of rowsOf<EntityRow>(db, "entities")) if (named.has(row.entity)) entities.push(row);
  const edges: EdgeRow[] = [];
  for await (const row of rowsOf<EdgeRow>(db, "edges")) {
    if (named.has(row.source) && named.has(row.target)) edges.push(row);
  }
  return { gold, pages, tables: { articles, entities, mentions, edges } };
}

async function* rowsOf<T>(db: Database, name: string): AsyncIterable<T> {
  for await (const batch of db.batches<T>(statement("eval", name))) yield* batch;
}
