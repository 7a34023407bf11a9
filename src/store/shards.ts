// Shards: what the maps made, kept between builds as files of JSON lines, so that a page that did not change is not read again.
//
//   shards/STAGE/NN-DIGEST/units.jsonl      {"unit", "key", "rows": {TABLE: n, …}}   one line a unit (a page, a text), sorted
//                          TABLE.jsonl      the units' rows, in the units' order
//
// NN is the first two hex digits of the SHA-256 of the page's id, so that a unit stays in its shard whatever else comes
// or goes; a large shard is stored in parts, a folder each. DIGEST names the content: it is taken over the (unit, key) pairs, and a key is a hash of all that the unit's
// rows follow from. So a folder that exists is right and whole (it is written under another name and renamed), two
// builds that race write the same bytes, and a build that was killed goes on where it stopped.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sha256 } from "../lib/hash.ts";
import { compareCodePoints } from "../lib/order.ts";
import type { Row } from "./database.ts";

/** A unit and the rows that were made of it. */
export interface ShardUnit {
  readonly unit: string;
  readonly key: string;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

/** A unit whose rows are still JSON text: how unchanged units travel from an old shard to a new one. */
export interface StoredUnit {
  readonly unit: string;
  readonly key: string;
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/** "00" … "ff", by the unit's id alone. */
export const shardOf = (unit: string): string => sha256(unit).slice(0, 2);

/** The folder name of a shard that holds exactly these units. */
export function shardName(shard: string, units: readonly { unit: string; key: string }[]): string {
  const lines = units.map(({ unit, key }) => `${unit}\t${key}\n`).sort(compareCodePoints);
  return `${shard}-${sha256(lines.join("")).slice(0, 16)}`;
}

/** Of the wanted units those that the shard's other versions hold under the same key, by unit id. These are in memory. */
export function readEarlierUnits(
  stage: string,
  shard: string,
  wanted: readonly { unit: string; key: string }[],
): Map<string, StoredUnit> {
  const units = new Map<string, StoredUnit>();
  if (!existsSync(stage)) return units;
  const keys = new Map(wanted.map(({ unit, key }) => [unit, key]));
  for (const name of readdirSync(stage).sort(compareCodePoints)) {
    if (!name.startsWith(`${shard}-`) || !holdsOneOf(join(stage, name), keys)) continue;
    for (const unit of readUnits(join(stage, name))) if (keys.get(unit.unit) === unit.key) units.set(unit.unit, unit);
  }
  return units;
}

/** Whether a shard folder has a unit under the key that is asked for; the rows are not read. */
function holdsOneOf(folder: string, keys: ReadonlyMap<string, string>): boolean {
  for (const line of linesOf(join(folder, "units.jsonl"))) {
    const { unit, key } = JSON.parse(line) as UnitLine;
    if (keys.get(unit) === key) return true;
  }
  return false;
}

interface UnitLine {
  readonly unit: string;
  readonly key: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** The units of one shard folder, in order, one in memory at a time. */
export function* readUnits(folder: string): Iterable<StoredUnit> {
  const tables = new Map<string, Generator<string>>();
  try {
    for (const line of linesOf(join(folder, "units.jsonl"))) {
      const { unit, key, rows } = JSON.parse(line) as UnitLine;
      const taken = Object.entries(rows).map(([table, count]) => {
        const lines = tables.get(table) ?? linesOf(join(folder, `${table}.jsonl`));
        tables.set(table, lines);
        return [table, Array.from({ length: count }, () => lines.next().value as string)];
      });
      yield { unit, key, lines: Object.fromEntries(taken) };
    }
  } finally {
    for (const lines of tables.values()) lines.return(undefined);
  }
}

const CHUNK = 1 << 20;

/** The lines of a file, each ended by a line feed. Read in chunks: a shard may be longer than the engine's longest string. */
function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let begun: Buffer[] = [];
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const end = chunk.subarray(0, size).lastIndexOf("\n");
      if (end >= 0) {
        // Not readline: it also breaks lines at U+2028, which JSON leaves inside strings.
        yield* Buffer.concat([...begun, chunk.subarray(0, end)])
          .toString("utf8")
          .split("\n");
        begun = [];
      }
      begun.push(Buffer.from(chunk.subarray(end + 1, size)));
    }
  } finally {
    closeSync(file);
  }
}

/** The rows of a freshly mapped unit as JSON text. */
export function storedUnit({ unit, key, rows }: ShardUnit): StoredUnit {
  const lines = Object.entries(rows).map(([table, list]) => [table, list.map((row) => JSON.stringify(row))]);
  return { unit, key, lines: Object.fromEntries(lines) };
}

/** Writes a shard under a temporary name and renames it. Units may come in any order. Throws what the disk throws. */
export function writeShard(stage: string, shard: string, units: readonly StoredUnit[]): string {
  const sorted = [...units].sort((a, b) => compareCodePoints(a.unit, b.unit));
  const name = shardName(shard, sorted);
  const temporary = join(stage, `.${name}-${process.pid}.tmp`);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const tables = [...new Set(sorted.flatMap((unit) => Object.keys(unit.lines)))].sort(compareCodePoints);
  writeLines(join(temporary, "units.jsonl"), sorted.map(unitLine));
  for (const table of tables) {
    writeLines(
      join(temporary, `${table}.jsonl`),
      sorted.flatMap((unit) => unit.lines[table] ?? []),
    );
  }
  try {
    renameSync(temporary, join(stage, name));
  } catch (error) {
    // Another build was faster; what it wrote has the same name, so it has the same content.
    if (!existsSync(join(stage, name))) throw error;
    rmSync(temporary, { recursive: true, force: true });
  }
  return name;
}

function unitLine({ unit, key, lines }: StoredUnit): string {
  const rows = Object.entries(lines).map(([table, list]) => [table, list.length]);
  return JSON.stringify({ unit, key, rows: Object.fromEntries(rows) });
}

// Joined into chunks: one string of a whole shard could pass the engine's longest string.
function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    let chunk: string[] = [];
    let size = 0;
    const flush = (): void => {
      writeFileSync(file, chunk.join(""));
      chunk = [];
      size = 0;
    };
    for (const line of lines) {
      chunk.push(line, "\n");
      size += line.length;
      if (size > 1 << 20) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
}

/** The rows of a table in a shard folder, parsed one at a time; none where the shard has no such table. */
export function* readRows<T>(folder: string, table: string): Iterable<T> {
  const path = join(folder, `${table}.jsonl`);
  if (!existsSync(path)) return;
  for (const line of linesOf(path)) yield JSON.parse(line) as T;
}

/** Removes the shard folders of a stage that are not among `kept`, and what killed builds left. */
export function removeOtherShards(stage: string, kept: ReadonlySet<string>): void {
  if (!existsSync(stage)) return;
  for (const name of readdirSync(stage)) {
    if (kept.has(name)) continue;
    // Under its own name a folder is believed to be whole, so it loses that name before it loses its files.
    const doomed = join(stage, name.startsWith(".") ? name : `.${name}.tmp`);
    if (doomed !== join(stage, name)) {
      rmSync(doomed, { recursive: true, force: true });
      renameSync(join(stage, name), doomed);
    }
    rmSync(doomed, { recursive: true, force: true });
  }
}
