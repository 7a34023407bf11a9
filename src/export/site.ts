// The page as static files for any web host, and the same data one address at a time for the server.
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../lib/errors.ts";
import { PACKAGE_ROOT } from "../lib/package-root.ts";
import { type Database, writeFileAtomic } from "../store/index.ts";
import { prepareFolder, writePieces } from "./output.ts";
import { siteArticleEntries, siteArticles, sitePages } from "./site-articles.ts";
import { siteGraph, siteProject } from "./site-graph.ts";
import { DEFAULT_EXPORT_OPTIONS, type Exporter, type ExportOptions, type ExportSummary } from "./types.ts";

/** Articles or pages read at a time. */
const WINDOW = 500;

/** The object at one address of the site's data ("data/graph.json"); null for an address that does not exist. */
export async function siteFile(db: Database, path: string): Promise<object | null> {
  if (path === "data/project.json") return siteProject(db);
  if (path === "data/graph.json") return siteGraph(db);
  if (path === "data/articles.json") return siteArticleEntries(db);
  const match = /^data\/(article|page)\/(0|[1-9]\d{0,8})\.json$/.exec(path);
  if (!match) return null;
  const first_row = Number(match[2]);
  const window = { first_row, end_row: first_row + 1 };
  const files = match[1] === "article" ? await siteArticles(db, window) : await sitePages(db, window);
  return files[0] ?? null;
}

/** The built page. */
export const PAGE_FOLDER = join(PACKAGE_ROOT, "dist", "viz");

/**
 * Writes the site to a folder: the built page, then its data, project.json last, so that a page never finds a project
 * whose files are still to come. Articles and pages of a larger earlier export are removed.
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
  const files: { file: string; rows: number }[] = [];
  const write = async (file: string, value: object, rows: number): Promise<void> => {
    await writePieces(join(folder, file), [JSON.stringify(value)]);
    files.push({ file, rows });
  };
  const graph = await siteGraph(db);
  await write("data/graph.json", graph, graph.nodes.length + graph.edges.length);
  const entries = await siteArticleEntries(db);
  await write("data/articles.json", entries, entries.length);
  const articles = await writeWindows(folder, "article", (window) => siteArticles(db, window));
  const pages = await writeWindows(folder, "page", (window) => sitePages(db, window));
  files.push({ file: "data/article/", rows: articles }, { file: "data/page/", rows: pages });
  await write("data/project.json", await siteProject(db), 1);
  cpSync(page, folder, { recursive: true });
  return { files, notes: [] };
}

async function writeWindows(
  folder: string,
  kind: "article" | "page",
  read: (window: { first_row: number; end_row: number }) => Promise<readonly object[]>,
): Promise<number> {
  const path = (index: number): string => join(folder, "data", kind, `${index}.json`);
  mkdirSync(join(folder, "data", kind), { recursive: true });
  let count = 0;
  for (;;) {
    const values = await read({ first_row: count, end_row: count + WINDOW });
    for (const value of values) writeFileAtomic(path(count++), JSON.stringify(value));
    if (values.length < WINDOW) break;
  }
  for (let stale = count; existsSync(path(stale)); stale++) rmSync(path(stale));
  return count;
}

export const siteExporter: Exporter = {
  name: "site",
  summary: "网页（静态文件） the page and its data as static files for any web host",
  extension: null,
  honours: [],
  write: (db, path, options) => writeSite(db, path, options),
};
