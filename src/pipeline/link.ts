// Segmented shards → links between articles. The tables it needs live in a database of their own, thrown away at the end.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Database, type Row, readRows } from "../store/index.ts";
import { createLinkTables, type Links, linkArticles } from "../stories/index.ts";

/** In: the folders of all segmented shards. Cost: reads them once; memory is DuckDB's, which spills to disk. */
export async function linkShards(project: string, folders: readonly string[]): Promise<Links> {
  const path = join(project, `link-${process.pid}.duckdb.tmp`);
  const remove = (): void => {
    for (const ending of ["", ".wal"]) rmSync(path + ending, { force: true });
  };
  remove();
  const db = await Database.open(path);
  try {
    await createLinkTables(db);
    for (const folder of folders) await loadShard(db, folder);
    return await linkArticles(db);
  } finally {
    db.close();
    remove();
  }
}

async function loadShard(db: Database, folder: string): Promise<void> {
  const pages = new Map<string, Row>();
  for (const page of readRows<Row>(folder, "pages")) pages.set(String(page.page), page);
  const articles: Row[] = [];
  for (const row of readRows<Row>(folder, "articles")) {
    // A page's furniture continues nothing and is nobody's reprint.
    if (row.kind === "masthead") continue;
    const { article, page, kind, title, text, continued_from, continued_to } = row as Record<string, string | null>;
    const { paper, date } = (pages.get(page!) ?? {}) as Record<string, string | null>;
    articles.push({
      article: article!,
      page: page!,
      paper: paper ?? null,
      date: date ?? null,
      kind: kind!,
      title: title!,
      text: text!,
      continued_from: continued_from!,
      continued_to: continued_to!,
    });
  }
  await db.append("linkable", articles);
  const shingles: Row[] = [];
  for (const row of readRows<Row>(folder, "shingles")) shingles.push(row);
  await db.append("shingles", shingles);
}
