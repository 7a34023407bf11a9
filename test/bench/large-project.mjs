// A project of any size, made by a seed: what the benches of questions, files and the page run on.
//
// Names, degrees and topics are made up, their numbers are not: entities are named by Zipf's law, three draws in four from
// the article's own region, so that the graph has hubs and communities; a seventh of the articles are reprints; some are
// signed, some state offices, some print a short form. Rows go in as resolved mentions; entities, edges, weights, backbone,
// communities and places are made of them by the build's own steps, so that what is measured is a true project.
//
//   const { folder, made, seconds } = await largeProject({ entities: 100_000, edges: 1_000_000, folder: "/tmp/x" });
//
// Needs dist/ (npx tsc -p tsconfig.json). Made once: a folder that holds the same project by the same code is taken as it is.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatLayout } from "../../dist/graph/index.js";
import { sha256 } from "../../dist/lib/hash.js";
import { seededRandom } from "../../dist/lib/random.js";
import { countResolved } from "../../dist/pipeline/count.js";
import { countingVersion } from "../../dist/pipeline/rules.js";
import { countRows } from "../../dist/pipeline/summary.js";
import { createTables, Database, PROJECT_FORMAT, writeManifest } from "../../dist/store/index.js";
import { createWriter } from "./large-articles.mjs";
import { createCast } from "./large-cast.mjs";

/** Articles written and appended at a time. */
const BATCH = 20_000;

/**
 * Makes the project, or finds it made. `entities` and `edges` (all layers) are lower bounds that are met within a batch
 * of a page; `seconds` is what each step took, by name, empty when nothing had to be made.
 */
export async function largeProject({ entities, edges, seed = 1, folder = defaultFolder(entities, edges, seed), note }) {
  const wanted = { entities, edges, seed, version: versionOf() };
  const ticket = join(folder, "bench.json");
  if (existsSync(ticket) && readFileSync(ticket, "utf8") === JSON.stringify(wanted)) {
    return { folder, made: false, seconds: {} };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const seconds = await make(folder, wanted, note ?? (() => {}));
  writeFileSync(ticket, JSON.stringify(wanted));
  return { folder, made: true, seconds };
}

const defaultFolder = (...key) => join(tmpdir(), `wenmai-large-${key.join("-")}`);

/** This generator and the steps that count. */
const versionOf = () =>
  sha256(
    [
      countingVersion(),
      ...["large-project.mjs", "large-articles.mjs", "large-cast.mjs"].map((file) =>
        readFileSync(new URL(file, import.meta.url), "utf8"),
      ),
    ].join("\n"),
  ).slice(0, 12);

async function make(folder, { entities, edges, seed }, note) {
  const seconds = {};
  let stage = "";
  let begun = process.hrtime.bigint();
  const step = (name) => {
    const now = process.hrtime.bigint();
    if (stage) seconds[stage] = Number(now - begun) / 1e9;
    [stage, begun] = [name, now];
    if (name) note(name);
  };
  const database = "graph-000000000000-1.duckdb";
  const db = await Database.open(join(folder, `${database}.tmp`));
  step("写作 write");
  await createTables(db);
  const random = seededRandom(seed);
  const writer = createWriter(createCast(entities, random), random);
  while (!writer.covers({ entities, edges })) {
    const tables = writer.write(BATCH, { entities, edges });
    for (const [table, rows] of Object.entries(tables)) await db.append(table, rows);
  }
  const layout = await countResolved(db, { layout: null, maxEntitiesPerText: 400 }, step);
  step("");
  const rows = await countRows(db);
  db.close();
  renameSync(join(folder, `${database}.tmp`), join(folder, database));
  const text = formatLayout(layout);
  writeFileSync(join(folder, "layout.json"), text);
  const manifest = { database, inputs: "0".repeat(64), layout: sha256(text), rules: "bench", rows };
  writeManifest(folder, { format: PROJECT_FORMAT, ...manifest });
  return seconds;
}
