// Segmented shards → links between articles. The tables it needs live in a database of their own, thrown away at the end.
import { join } from "node:path";
import { Database, type Row, readRows, removeDatabase, type Value } from "../store/index.ts";
import { createLinkTables, type Links, linkArticles } from "../stories/index.ts";

/** In: the folders of all segmented shards. Cost: reads them once; memory is DuckDB's, which spills to disk. */
export async function linkShards(project: string, folders: readonly string[]): Promise<Links> {
  const path = join(project, `link-${process.pid}.duckdb.tmp`);
  removeDatabase(path);
  const db = await Database.open(path);
  try {
    await createLinkTables(db);
    await db.append("linkable", linkableRows(folders));
    await db.append("shingles", shingleRows(folders));
    return await linkArticles(db);
  } finally {
    db.close();
    removeDatabase(path);
  }
}

function* linkableRows(folders: readonly string[]): Iterable<Row> {
  for (const folder of folders) {
    const pages = new Map([...readRows<Row>(folder, "pages")].map((page) => [page.page, page]));
    for (const row of readRows<Row>(folder, "articles")) {
      // A page's furniture continues nothing and is nobody's reprint.
      if (row.kind === "masthead") continue;
      const { article, page, kind, title, text, continued_from, continued_to } = row as Record<string, Value>;
      const { paper, date } = pages.get(page!) as Record<string, Value>;
      const known = { article, page, paper, date, kind, title, text, continued_from, continued_to };
      yield known as Row;
    }
  }
}

function* shingleRows(folders: readonly string[]): Iterable<Row> {
  for (const folder of folders) yield* readRows<Row>(folder, "shingles");
}
