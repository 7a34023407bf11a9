// Segmented shards → links between articles. The tables it needs live in a database of their own, thrown away at the end.
import { join } from "node:path";
import { Database, type Row, readRows, removeDatabase } from "../store/index.ts";
import {
  type Collated,
  collateStories,
  createFluency,
  createLinkTables,
  createReadsOn,
  type LinkableArticle,
  type Links,
  linkArticles,
  linkableRow,
  printedPageNumber,
} from "../stories/index.ts";
import { readLanguageModel } from "../text/index.ts";

export interface Linked extends Collated {
  readonly links: Links;
}

/**
 * In: the folders of all segmented shards.
 * Cost: reads them once; memory is DuckDB's, which spills to disk, and one story's texts.
 */
export async function linkShards(project: string, folders: readonly string[]): Promise<Linked> {
  const path = join(project, `link-${process.pid}.duckdb.tmp`);
  removeDatabase(path);
  const db = await Database.open(path);
  try {
    await createLinkTables(db);
    await db.append("linkable", linkableRows(folders));
    await db.append("shingles", shingleRows(folders));
    const model = readLanguageModel();
    const links = await linkArticles(db, { readsOn: createReadsOn(model) });
    return { links, ...(await collateStories(db, links, createFluency(model))) };
  } finally {
    db.close();
    removeDatabase(path);
  }
}

function* linkableRows(folders: readonly string[]): Iterable<Row> {
  for (const folder of folders) {
    const pages = new Map([...readRows<Row>(folder, "pages")].map((page) => [page.page, page]));
    const articles = [...readRows<Row>(folder, "articles")] as unknown as StoredArticle[];
    const numbers = new Map(
      articles.filter(({ kind }) => kind === "masthead").map(({ page, text }) => [page, printedPageNumber(text)]),
    );
    for (const { article, page, kind, title, text, continued_from, continued_to } of articles) {
      // A page's furniture continues nothing and is nobody's reprint.
      if (kind === "masthead") continue;
      const { paper, date } = pages.get(page) as unknown as Pick<LinkableArticle, "paper" | "date">;
      const page_number = numbers.get(page) ?? null;
      yield linkableRow({ article, page, paper, date, page_number, kind, title, text, continued_from, continued_to });
    }
  }
}

type StoredArticle = Omit<LinkableArticle, "paper" | "date" | "page_number">;

function* shingleRows(folders: readonly string[]): Iterable<Row> {
  for (const folder of folders) yield* readRows<Row>(folder, "shingles");
}
