// The end of a build: a new database is filled beside the old one and put in its place, with the layout and the manifest.
//
// Order matters for a build that is killed here: layout.json first (an input of the next build, which then keeps the very
// places that this one found) and the decisions, the manifest last (until then readers see the old project).
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { readResources } from "../entities/index.ts";
import { formatLayout, type Layout, parseLayout } from "../graph/index.ts";
import type { Effects } from "../lib/effects.ts";
import { ProjectError } from "../lib/errors.ts";
import { sha256 } from "../lib/hash.ts";
import type { Issue } from "../lib/issue.ts";
import {
  Database,
  type Manifest,
  PROJECT_FORMAT,
  readManifest,
  removeDatabase,
  removeOtherDatabases,
  writeFileAtomic,
  writeManifest,
} from "../store/index.ts";
import type { Links } from "../stories/index.ts";
import { COUNT_STAGES, countProject } from "./count.ts";
import { type KeptDecisions, writeDecisions } from "./decisions.ts";
import type { BuildOptions } from "./options.ts";
import { countRows } from "./summary.ts";

export interface SwapInput {
  /** Folders of the shards, sorted. */
  readonly segmented: readonly string[];
  readonly extracted: readonly string[];
  readonly links: Links;
  readonly issues: readonly Issue[];
  readonly inputs: string;
  readonly rules: string;
  readonly kept: KeptLayout | null;
  readonly decisions: KeptDecisions;
}

/** Fills a new database, then puts it in the place of the old one. */
export async function swapIn(options: BuildOptions, effects: Effects, input: SwapInput): Promise<void> {
  const database = freeName(options.out, input.inputs);
  const temporary = join(options.out, `${database}.tmp`);
  removeDatabase(temporary);
  const db = await Database.open(temporary);
  let layout: Layout;
  let rows: Record<string, number>;
  try {
    const stages = COUNT_STAGES.length;
    layout = await countProject(
      db,
      {
        segmented: input.segmented,
        extracted: input.extracted,
        links: input.links,
        issues: input.issues,
        layout: input.kept?.layout ?? null,
        maxEntitiesPerText: options.maxEntitiesPerText,
        decisions: input.decisions.list,
        resources: readResources(),
      },
      (stage) => effects.progress({ stage, done: COUNT_STAGES.indexOf(stage), total: stages }),
    );
    rows = await countRows(db);
  } catch (error) {
    db.close();
    removeDatabase(temporary);
    throw error;
  }
  db.close();
  renameSync(temporary, join(options.out, database));
  writeDecisions(options.out, input.decisions);
  const text = formatLayout(layout);
  writeFileAtomic(join(options.out, LAYOUT_FILE), text);
  writeManifest(options.out, {
    format: PROJECT_FORMAT,
    database,
    inputs: input.inputs,
    layout: sha256(text),
    rules: input.rules,
    rows,
  });
  removeOtherDatabases(options.out, database);
}

/** A file name that no database has: readers of the old one must not meet the new one under its name. */
function freeName(project: string, inputs: string): string {
  for (let n = 1; ; n++) {
    const name = `graph-${inputs.slice(0, 12)}-${n}.duckdb`;
    if (!existsSync(join(project, name))) return name;
  }
}

const LAYOUT_FILE = "layout.json";

export interface KeptLayout {
  readonly layout: Layout;
  readonly sha256: string;
}

/** Places are an input, like a person's decisions: what stands in layout.json is kept. */
export function readKeptLayout(project: string): KeptLayout | null {
  const path = join(project, LAYOUT_FILE);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  return { layout: parseLayout(text), sha256: sha256(text) };
}

/** Whether the project stands as a build of these inputs with these places would leave it. */
export function isUpToDate(project: string, inputs: string, kept: KeptLayout): boolean {
  const standing = standingManifest(project);
  if (standing?.inputs !== inputs || standing.layout !== kept.sha256) return false;
  return existsSync(join(project, standing.database));
}

/** A manifest that this version cannot read is none: the build that it asks for replaces it. */
function standingManifest(project: string): Manifest | null {
  try {
    return readManifest(project);
  } catch (error) {
    if (error instanceof ProjectError) return null;
    throw error;
  }
}
