// npm run bench:export: how long and in how much memory a large graph is written, each format in a process of its own.
// Fails where a format passes the memory that is promised for a million ties.
//
//   node test/bench/export.mjs [--entities 100000] [--edges 1000000] [--formats gexf,csv,parquet | all] [--project FOLDER]
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EXPORTERS, manifestPathOf } from "../../dist/export/index.js";
import { openProject } from "../../dist/store/index.js";
import { largeProject } from "./large-project.mjs";

/** Megabytes of resident memory that an export may take. */
const MOST = 1000;

const { values } = parseArgs({
  options: {
    entities: { type: "string", default: "100000" },
    edges: { type: "string", default: "1000000" },
    formats: { type: "string", default: "gexf,csv,parquet" },
    project: { type: "string", default: join(tmpdir(), "wenmai-bench-large") },
    // Set by the run itself: one format, in this process.
    out: { type: "string" },
  },
});

/** Writes one format and prints what it took. */
async function measure(format, out) {
  const { db } = await openProject(values.project);
  const begun = process.hrtime.bigint();
  const { files } = await EXPORTERS.find(({ name }) => name === format).write(db, out);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  db.close();
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const rows = files.reduce((sum, { rows: more }) => sum + more, 0);
  console.log(JSON.stringify({ rows, seconds, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1000 }));
}

/** Bytes of a file, or of a folder with all that lies in it. */
function sizeOf(path) {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** How many ties an export shows, as its manifest says; nothing for the page, which has none. */
function tiesIn(exporter, out) {
  const manifest = manifestPathOf(exporter, out);
  if (!existsSync(manifest)) return "";
  return `${JSON.parse(readFileSync(manifest, "utf8")).shown.edges.shown} ties, `;
}

async function run() {
  const size = { entities: Number(values.entities), edges: Number(values.edges) };
  await largeProject({ ...size, folder: values.project, note: console.error });
  const folder = mkdtempSync(join(tmpdir(), "wenmai-bench-export-"));
  let failed = false;
  const formats = values.formats === "all" ? EXPORTERS.map(({ name }) => name) : values.formats.split(",");
  for (const format of formats) {
    const exporter = EXPORTERS.find(({ name }) => name === format);
    const out = join(folder, exporter.extension ? `${format}.${exporter.extension}` : format);
    const args = [fileURLToPath(import.meta.url), "--formats", format, "--out", out, "--project", values.project];
    const taken = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
    const bytes = sizeOf(out);
    failed ||= taken.memory > MOST;
    console.log(
      `${format.padEnd(14)}${tiesIn(exporter, out)}${taken.rows} rows, ${(bytes / 1e6).toFixed(0)} MB  ` +
        `${taken.seconds.toFixed(1)} s (processor ${taken.processor.toFixed(1)} s)  ` +
        `${taken.memory.toFixed(0)} MB of memory${taken.memory > MOST ? `, more than ${MOST}` : ""}`,
    );
    rmSync(out, { recursive: true });
  }
  rmSync(folder, { recursive: true });
  return failed ? 1 : 0;
}

if (values.out) await measure(values.formats, values.out);
else process.exitCode = await run();
