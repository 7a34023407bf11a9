// The page with all its data as one HTML file.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../lib/errors.ts";
import type { Database } from "../store/index.ts";
import { dataBlock, splitTemplate } from "./one-file.ts";
import { checkFile, writePieces } from "./output.ts";
import { PAGE_FOLDER, siteFiles } from "./site.ts";
import type { ExportSummary } from "./types.ts";

const MEGABYTE = 1_000_000;

/** Browsers open a file of this size in seconds on a small machine, and hold several times as much in memory. */
export const ONE_FILE_LIMIT = 100 * MEGABYTE;

export interface OneFileSummary extends ExportSummary {
  readonly bytes: number;
}

/**
 * Writes the file. Throws InputError when the page was not built, and when the file would pass `limit` bytes: then nothing
 * is left of it, and an earlier file stands as it was. Memory: some hundred articles at a time.
 */
export async function writeOneFile(
  db: Database,
  path: string,
  { limit = ONE_FILE_LIMIT, page = PAGE_FOLDER }: { limit?: number; page?: string } = {},
): Promise<OneFileSummary> {
  checkFile(path, "html");
  const template = join(page, "offline.html");
  if (!existsSync(template)) throw new InputError(`site: the page is not built (no "${template}"). Run: npm run build`);
  const [head, tail] = splitTemplate(readFileSync(template, "utf8"));
  let bytes = 0;
  let blocks = 0;
  const counted = (piece: string): string => {
    bytes += Buffer.byteLength(piece);
    if (bytes > limit) {
      const most = limit / MEGABYTE;
      throw new InputError(
        `site: in one file this project is larger than ${most} MB, too large for a browser to open. Write a folder instead ` +
          "(without --single-file), or raise the limit with --limit",
      );
    }
    return piece;
  };
  async function* pieces(): AsyncIterable<string> {
    yield counted(head);
    for await (const { path: file, value } of siteFiles(db)) {
      blocks++;
      yield counted(dataBlock(file, JSON.stringify(value)));
    }
    yield counted(tail);
  }
  await writePieces(path, pieces());
  return { files: [{ file: "", rows: blocks }], notes: [], bytes };
}
