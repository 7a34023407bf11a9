// A task is one shard of one map, or a part of a large one: read what it needs, map the units that are new, take the others
// from the shard's earlier version, write the shard. The same functions run in this thread and in workers; a task and its
// answer are plain data.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../articles/index.ts";
import type { Page } from "../corpus/index.ts";
import { sha256 } from "../lib/hash.ts";
import type { Issue } from "../lib/issue.ts";
import { compareCodePoints } from "../lib/order.ts";
import {
  type Row,
  readEarlierUnits,
  readRows,
  readUnits,
  type ShardUnit,
  type StoredUnit,
  shardName,
  storedUnit,
  writeShard,
} from "../store/index.ts";
import { NO_WITNESSES, type Text, type Witnesses } from "../stories/index.ts";
import { articleOfRow, mapPage, mapText, pageKey, textKey } from "./maps.ts";
import { lazyKnowledge } from "./read.ts";

export interface SegmentTask {
  readonly kind: "segment";
  readonly shard: string;
  /** Folder of the shards of segmented pages. */
  readonly stage: string;
  /** Folder of the pages as read: a line a page in "NN.jsonl". */
  readonly ingested: string;
  readonly rules: string;
}

export interface ExtractTask {
  readonly kind: "extract";
  readonly shard: string;
  /** Folder of the shards of extracted texts. */
  readonly stage: string;
  /** The segmented shards that hold this shard's articles; the first one is its own. */
  readonly sources: readonly string[];
  /** Texts of more than one article that begin in this shard: text id → articles in reading order. */
  readonly joined: readonly (readonly [string, readonly string[]])[];
  /** Articles of this shard that continue another text and so are no text of their own. */
  readonly continuations: readonly string[];
  /** What other printings tell of this shard's texts: text id → readings. */
  readonly witnesses: readonly (readonly [string, Witnesses])[];
  /** Which of the shard's texts: those whose id's hash leaves the remainder `index`. */
  readonly part: { readonly index: number; readonly of: number };
  readonly rules: string;
}

export type Task = SegmentTask | ExtractTask;

export interface TaskResult {
  readonly shard: string;
  /** Folder name of the shard that now exists. */
  readonly name: string;
  /** Units in it, and how many of them had to be mapped. */
  readonly units: number;
  readonly mapped: number;
}

/** A page as read, with what was said about it on the way. */
export interface IngestedPage {
  readonly page: Page;
  readonly issues: readonly Issue[];
}

const knowledge = lazyKnowledge();

/** Runs one task. Throws only what the disk throws. */
export async function runTask(task: Task): Promise<TaskResult> {
  return task.kind === "segment" ? segmentShard(task) : extractShard(task);
}

interface Planned {
  readonly unit: string;
  readonly key: string;
  readonly map: () => ShardUnit;
}

async function segmentShard(task: SegmentTask): Promise<TaskResult> {
  const planned: Planned[] = [];
  for (const { page, issues } of readRows<IngestedPage>(task.ingested, task.shard)) {
    const map = (): ShardUnit => mapPage(page, issues, knowledge, task.rules);
    planned.push({ unit: page.page, key: pageKey(page, issues, task.rules), map });
  }
  return finishShard(task, planned);
}

/** An article as its line in the store, and the page it stands on. */
interface StoredArticle {
  readonly line: string;
  readonly page: Row;
  /** Whether it belongs to the task's own shard; others are only read as continuations. */
  readonly own: boolean;
}

async function extractShard(task: ExtractTask): Promise<TaskResult> {
  const stored = new Map<string, StoredArticle>();
  const wanted = new Set(task.joined.flatMap(([, articles]) => articles));
  for (const [index, folder] of task.sources.entries()) {
    for (const { lines } of readUnits(folder)) {
      const page = JSON.parse(lines.pages![0]!) as Row;
      for (const line of lines.articles ?? []) {
        const { article } = JSON.parse(line) as Article;
        const own = index === 0;
        if (own || wanted.has(article)) stored.set(article, { line, page, own });
      }
    }
  }
  return finishShard(task, plannedTexts(task, stored));
}

function plannedTexts(task: ExtractTask, stored: ReadonlyMap<string, StoredArticle>): Planned[] {
  const joined = new Map(task.joined);
  const continuations = new Set(task.continuations);
  const witnessed = new Map(task.witnesses);
  const planned: Planned[] = [];
  for (const [article, { own, page }] of stored) {
    if (!own || continuations.has(article) || partOf(article, task.part.of) !== task.part.index) continue;
    const lines = (joined.get(article) ?? [article]).map((id) => stored.get(id)!.line);
    const known = knownOf(page);
    const witnesses = witnessed.get(article) ?? NO_WITNESSES;
    const key = textKey(lines, known, witnesses, task.rules);
    const map = (): ShardUnit => {
      const articles = lines.map((line) => articleOfRow(JSON.parse(line) as Row));
      return mapText({ text_id: article, articles, ...known }, witnesses, key, knowledge.resources);
    };
    planned.push({ unit: article, key, map });
  }
  return planned;
}

const partOf = (text: string, parts: number): number =>
  parts === 1 ? 0 : Number.parseInt(sha256(text).slice(0, 8), 16) % parts;

function knownOf(page: Row): Pick<Text, "paper" | "place" | "date"> {
  const { paper, place, date } = page as Record<string, string | null>;
  return { paper: paper ?? null, place: place ?? null, date: date ?? null };
}

function finishShard(task: Task, planned: readonly Planned[]): TaskResult {
  const name = shardName(task.shard, planned);
  if (existsSync(join(task.stage, name))) return { shard: task.shard, name, units: planned.length, mapped: 0 };
  const earlier = readEarlierUnits(task.stage, task.shard, planned);
  let mapped = 0;
  const units: StoredUnit[] = [...planned]
    .sort((a, b) => compareCodePoints(a.unit, b.unit))
    .map(({ unit, map }) => {
      const old = earlier.get(unit);
      if (old) return old;
      mapped++;
      return storedUnit(map());
    });
  writeShard(task.stage, task.shard, units);
  return { shard: task.shard, name, units: units.length, mapped };
}
