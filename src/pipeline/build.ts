// A build: pages → SEGMENT → LINK → EXTRACT → COUNT → a new database, swapped in at the end.
//
// Every step before the last writes only files that no reader looks at: shards under the name of their content, a database
// under a name of its own. Killed at any point, the next build finds the shards that were done and ends in the same place.
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Effects } from "../lib/effects.ts";
import { sha256 } from "../lib/hash.ts";
import { compareCodePoints } from "../lib/order.ts";
import { lockProject, removeOtherShards, shardOf } from "../store/index.ts";
import type { Witnesses } from "../stories/index.ts";
import { type KeptDecisions, readDecisions } from "./decisions.ts";
import { type Ingested, ingest, ingestFolder } from "./ingest.ts";
import { type Linked, linkShards } from "./link.ts";
import { type BuildOptions, workersFor } from "./options.ts";
import { createPool, type Pool } from "./pool.ts";
import { countingVersion, rulesVersion } from "./rules.ts";
import { type BuildSummary, summarize } from "./summary.ts";
import { isUpToDate, readKeptLayout, swapIn } from "./swap.ts";
import type { ExtractTask, SegmentTask, Task, TaskResult } from "./tasks.ts";

/**
 * Builds or updates a project. Throws InputError for inputs that cannot be used and for a project that another process
 * builds; bad pages become rows of `issues`. The exports follow from inputs, options and layout.json alone.
 */
export async function buildProject(options: BuildOptions, effects: Effects): Promise<BuildSummary> {
  const release = lockProject(options.out);
  try {
    // First of all: a line that cannot be read must not cost a build.
    const decisions = readDecisions(options);
    const ingested = await ingest(options, effects);
    const pool = createPool(workersFor(options, ingested.chars));
    try {
      return await buildFrom(ingested, decisions, options, pool, effects);
    } finally {
      await pool.close();
    }
  } finally {
    rmSync(ingestFolder(options.out), { recursive: true, force: true });
    release();
  }
}

interface Shards {
  /** Folder names, sorted. */
  readonly names: readonly string[];
  readonly folders: readonly string[];
  /** Units that were new or changed. */
  readonly mapped: number;
}

async function buildFrom(
  ingested: Ingested,
  decisions: KeptDecisions,
  options: BuildOptions,
  pool: Pool,
  effects: Effects,
): Promise<BuildSummary> {
  const rules = rulesVersion();
  const shards = join(options.out, "shards");
  const segmented = await segment(join(shards, "segmented"), ingested, rules, pool, effects);
  const inputs = sha256(
    JSON.stringify([
      rules,
      countingVersion(),
      segmented.names,
      ingested.issues,
      options.maxEntitiesPerText,
      decisions.text,
    ]),
  );
  const kept = options.relayout ? null : readKeptLayout(options.out);
  if (kept && isUpToDate(options.out, inputs, kept)) return summarize(options.out, { unchanged: true, mapped: 0 });
  effects.progress({ stage: "连接 link", done: 0, total: 1 });
  const linked = await linkShards(options.out, segmented.folders);
  const extracted = await extract(join(shards, "extracted"), segmented, linked, rules, pool, effects);
  await swapIn(options, effects, {
    segmented: segmented.folders,
    extracted: extracted.folders,
    links: linked.links,
    issues: [...ingested.issues, ...linked.issues],
    inputs,
    rules,
    kept,
    decisions,
  });
  removeOtherShards(join(shards, "segmented"), new Set(segmented.names));
  removeOtherShards(join(shards, "extracted"), new Set(extracted.names));
  return summarize(options.out, { unchanged: false, mapped: segmented.mapped });
}

async function segment(
  stage: string,
  { folder, shards }: Ingested,
  rules: string,
  pool: Pool,
  effects: Effects,
): Promise<Shards> {
  const tasks = shards.map((shard): SegmentTask => ({ kind: "segment", shard, stage, ingested: folder, rules }));
  return runAll(stage, tasks, "分篇 segment", pool, effects);
}

async function extract(
  stage: string,
  segmented: Shards,
  linked: Linked,
  rules: string,
  pool: Pool,
  effects: Effects,
): Promise<Shards> {
  const folders = new Map(segmented.folders.map((folder, index) => [segmented.names[index]!.slice(0, 2), folder]));
  const plan = planTexts(linked);
  const tasks = [...folders].flatMap(([shard, folder]): ExtractTask[] => {
    const { joined = [], continuations = [], witnesses = [], shards = new Set<string>() } = plan.get(shard) ?? {};
    const others = [...shards].filter((other) => other !== shard).map((other) => folders.get(other)!);
    const sources = [folder, ...others];
    const of = partsOf(folder);
    return Array.from({ length: of }, (_, index): ExtractTask => {
      const part = { index, of };
      return { kind: "extract", shard, stage, sources, joined, continuations, witnesses, part, rules };
    });
  });
  return runAll(stage, tasks, "抽取 extract", pool, effects);
}

/** Articles of so many bytes are extracted as one task: some 20 seconds of work, and 100 MB of rows in memory. */
const PART_BYTES = 16_000_000;

/** In how many parts a shard is extracted. It follows from its articles alone, as the names of the parts do. */
function partsOf(segmented: string): number {
  const articles = join(segmented, "articles.jsonl");
  return existsSync(articles) ? Math.max(1, Math.ceil(statSync(articles).size / PART_BYTES)) : 1;
}

interface TextPlan {
  readonly joined: [string, readonly string[]][];
  readonly continuations: string[];
  readonly witnesses: [string, Witnesses][];
  /** Shards that hold parts of the shard's texts. */
  readonly shards: Set<string>;
}

/**
 * Which texts of several articles begin in a shard, which of its articles belong to a text that began elsewhere, and what
 * other printings tell of its texts.
 */
function planTexts({ links, witnesses }: Linked): Map<string, TextPlan> {
  const plans = new Map<string, TextPlan>();
  const planOf = (article: string): TextPlan => {
    const shard = shardOf(pageOf(article));
    const plan = plans.get(shard) ?? { joined: [], continuations: [], witnesses: [], shards: new Set() };
    plans.set(shard, plan);
    return plan;
  };
  for (const [text, articles] of links.texts) {
    planOf(text).joined.push([text, articles]);
    for (const article of articles.slice(1)) {
      planOf(article).continuations.push(article);
      planOf(text).shards.add(shardOf(pageOf(article)));
    }
  }
  for (const [text, readings] of witnesses) planOf(text).witnesses.push([text, readings]);
  return plans;
}

const pageOf = (article: string): string => article.slice(0, article.lastIndexOf("#"));

async function runAll(
  stage: string,
  tasks: readonly Task[],
  name: string,
  pool: Pool,
  effects: Effects,
): Promise<Shards> {
  let done = 0;
  effects.progress({ stage: name, done, total: tasks.length });
  const results = await pool.run(tasks, () => effects.progress({ stage: name, done: ++done, total: tasks.length }));
  // Two parts without a text have one name.
  const names = [...new Set(results.map((result: TaskResult) => result.name))].sort(compareCodePoints);
  const mapped = results.reduce((sum, result) => sum + result.mapped, 0);
  return { names, folders: names.map((folder) => join(stage, folder)), mapped };
}
