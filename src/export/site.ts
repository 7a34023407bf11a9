// The page as static files for any web host, and the same data one address at a time for the server.
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../lib/errors.ts";
import { PACKAGE_ROOT } from "../lib/package-root.ts";
import { type Database, writeFileAtomic } from "../store/index.ts";
import { prepareFolder, writePieces } from "./output.ts";
import { siteArticleEntries, siteArticles, sitePages } from "./site-articles.ts";
import { siteEntities } from "./site-entities.ts";
import { siteGraph, siteProject } from "./site-graph.ts";
import type { SiteGraph } from "./site-types.ts";
import { DEFAULT_EXPORT_OPTIONS, type Exporter, type ExportOptions, type ExportSummary } from "./types.ts";

/** Numbered files: a file an article, a page, an entity. */
const READERS = { article: siteArticles, page: sitePages, entity: siteEntities } as const;
type Kind = keyof typeof READERS;
const KINDS: readonly Kind[] = ["article", "page", "entity"];

/** Numbered files read at a time. */
const WINDOW = 500;

/** The object at one address of the site's data ("data/graph.json"); null for an address that does not exist. */
export async function siteFile(db: Database, path: string): Promise<object | null> {
  if (path === "data/project.json") return siteProject(db);
  if (path === "data/graph.json") return siteGraph(db);
  if (path === "data/articles.json") return siteArticleEntries(db);
  const match = /^data\/(article|page|entity)\/(0|[1-9]\d{0,8})\.json$/.exec(path);
  if (!match) return null;
  const first_row = Number(match[2]);
  const window = { first_row, end_row: first_row + 1 };
  return (await READERS[match[1] as Kind](db, window))[0] ?? null;
}

/** Every file of the site's data, project.json last. Numbered files are read by the hundred. */
export async function* siteFiles(db: Database): AsyncIterable<{ path: string; value: object }> {
  yield { path: "data/graph.json", value: await siteGraph(db) };
  yield { path: "data/articles.json", value: await siteArticleEntries(db) };
  for (const kind of KINDS) yield* windows(db, kind);
  yield { path: "data/project.json", value: await siteProject(db) };
}

async function* windows(db: Database, kind: Kind): AsyncIterable<{ path: string; value: object }> {
  for (let first_row = 0; ; first_row += WINDOW) {
    const values = await READERS[kind](db, { first_row, end_row: first_row + WINDOW });
    for (const [i, value] of values.entries()) yield { path: `data/${kind}/${first_row + i}.json`, value };
    if (values.length < WINDOW) return;
  }
}

/** The built page. */
export const PAGE_FOLDER = join(PACKAGE_ROOT, "dist", "viz");

/**
 * Writes the site to a folder: the built page, then its data, project.json last, so that a page never finds a project
 * whose files are still to come. Numbered files of a larger earlier export are removed.
 * Throws InputError when the page was not built.
 */
export async function writeSite(
  db: Database,
  folder: string,
  options?: Partial<ExportOptions>,
  page: string = PAGE_FOLDER,
): Promise<ExportSummary> {
  const { force } = { ...DEFAULT_EXPORT_OPTIONS, ...options };
  if (!existsSync(join(page, "index.html"))) {
    throw new InputError(`site: the page is not built ("${page}" has no index.html). Run: npm run build`);
  }
  prepareFolder(folder, (names) => names.includes("data") && existsSync(join(folder, "data/project.json")), force);
  const rows = { graph: 0, articles: 0, project: 1, article: 0, page: 0, entity: 0 };
  for await (const { path, value } of siteFiles(db)) {
    const kind = path.split(/[/.]/)[1] as keyof typeof rows;
    if (kind === "article" || kind === "page" || kind === "entity") {
      if (rows[kind]++ === 0) mkdirSync(join(folder, "data", kind), { recursive: true });
      writeFileAtomic(join(folder, path), JSON.stringify(value));
      continue;
    }
    await writePieces(join(folder, path), [JSON.stringify(value)]);
    if (kind === "graph") rows.graph = (value as SiteGraph).nodes.length + (value as SiteGraph).edges.length;
    if (kind === "articles") rows.articles = (value as unknown[]).length;
  }
  for (const kind of KINDS) removeFrom(folder, kind, rows[kind]);
  cpSync(page, folder, { recursive: true });
  const files = [
    { file: "data/graph.json", rows: rows.graph },
    { file: "data/articles.json", rows: rows.articles },
    { file: "data/article/", rows: rows.article },
    { file: "data/page/", rows: rows.page },
    { file: "data/entity/", rows: rows.entity },
    { file: "data/project.json", rows: rows.project },
  ];
  return { files, notes: [] };
}

/** Files of a larger earlier export. */
function removeFrom(folder: string, kind: Kind, count: number): void {
  const path = (index: number): string => join(folder, "data", kind, `${index}.json`);
  for (let stale = count; existsSync(path(stale)); stale++) rmSync(path(stale));
}

export const siteExporter: Exporter = {
  name: "site",
  summary: "网页（静态文件） the page and its data as static files for any web host",
  extension: null,
  honours: [],
  write: (db, path, options) => writeSite(db, path, options),
};
