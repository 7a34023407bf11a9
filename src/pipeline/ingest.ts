// Input files → pages, spread by shard over the files of a temporary folder, so that no later step needs more than one
// shard in memory. Pages of a shard are in the order in which they were read.
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPages } from "../corpus/index.ts";
import type { Effects } from "../lib/effects.ts";
import { InputError } from "../lib/errors.ts";
import type { Issue } from "../lib/issue.ts";
import { compareCodePoints } from "../lib/order.ts";
import { shardOf } from "../store/index.ts";
import type { BuildOptions } from "./options.ts";
import type { IngestedPage } from "./tasks.ts";

export interface Ingested {
  /** Holds NN.jsonl, a line a page. The caller removes it. */
  readonly folder: string;
  /** Shards that hold a page, sorted. */
  readonly shards: readonly string[];
  /** UTF-16 units of all pages. */
  readonly chars: number;
  /** What belongs to no page that is kept: files skipped, empty, binary; rows of the table without a page. */
  readonly issues: readonly Issue[];
}

/** Where a build of this project puts its pages. One at a time builds a project, so what lies there is a killed build's. */
export const ingestFolder = (project: string): string => join(project, "shards", "ingested.tmp");

/** Reads all inputs once. Throws InputError where there is no page at all. Memory: the largest page. */
export async function ingest({ inputs, meta, out }: BuildOptions, effects: Effects): Promise<Ingested> {
  const folder = ingestFolder(out);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, number>();
  const issues: Issue[] = [];
  let pages = 0;
  let chars = 0;
  try {
    for await (const { page, issues: said } of readPages(inputs, meta ?? undefined)) {
      if (!page) {
        issues.push(...said);
        continue;
      }
      const shard = shardOf(page.page);
      const file = files.get(shard) ?? openSync(join(folder, `${shard}.jsonl`), "w");
      files.set(shard, file);
      const line: IngestedPage = { page, issues: said };
      writeFileSync(file, `${JSON.stringify(line)}\n`);
      chars += page.text.length;
      effects.progress({ stage: "读入 read", done: ++pages, total: 0 });
    }
  } finally {
    for (const file of files.values()) closeSync(file);
  }
  if (pages === 0) {
    const reasons = issues.map((issue) => issue.message).join("; ");
    throw new InputError(`build: no page in ${inputs.join(", ")}${reasons ? ` (${reasons})` : ""}`);
  }
  return { folder, shards: [...files.keys()].sort(compareCodePoints), chars, issues };
}
