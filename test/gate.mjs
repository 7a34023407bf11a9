// The one gate, `npm test`: format and lint, build, types, tests with a browser. Each check counts as one, each test as
// one; the last line is "N passed, N failed", and the exit code is 0 only when nothing failed.
// `npm run test:long` runs the tests that take minutes, on what `npm test` or `npm run build` has built.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = `${root}test/reports`;
const long = process.argv.includes("--long");
const suite = long ? "long" : "quick";
const vitestReport = `${reports}/${suite}.json`;
const summary = `${reports}/${suite}.txt`;
mkdirSync(reports, { recursive: true });
for (const old of [vitestReport, summary]) rmSync(old, { force: true });

const CHECKS = [
  ["format and lint", "biome", ["ci", "."]],
  ["build", "tsc", ["-p", "tsconfig.json"]],
  ["build the page", "vite", ["build", "--logLevel", "warn", "viz"]],
  ["types of the tests", "tsc", ["-p", "test/tsconfig.json"]],
  ["types of the page", "tsc", ["-p", "viz/tsconfig.json"]],
];
const PROJECTS = long ? ["long"] : ["unit", "e2e"];
const VITEST = ["run", "--config", "test/vitest.config.ts", "--reporter=default", "--reporter=json"];

const failed = [];
let passed = 0;

// The programs of node_modules/.bin, through node itself, so that the same line works on every system.
function run(program, args) {
  const bin = JSON.parse(readFileSync(`${root}node_modules/${PACKAGES[program]}/package.json`, "utf8")).bin;
  const script = `${root}node_modules/${PACKAGES[program]}/${typeof bin === "string" ? bin : bin[program]}`;
  return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" }).status === 0;
}
const PACKAGES = { biome: "@biomejs/biome", tsc: "typescript", vite: "vite", vitest: "vitest" };

for (const [name, program, args] of long ? [] : CHECKS) {
  console.log(`\n— ${name}`);
  if (run(program, args)) passed++;
  else failed.push(name);
}

console.log("\n— tests");
const projects = PROJECTS.flatMap((name) => ["--project", name]);
const ok = run("vitest", [...VITEST, ...projects, `--outputFile=${vitestReport}`]);
const report = existsSync(vitestReport) ? JSON.parse(readFileSync(vitestReport, "utf8")) : null;
passed += report?.numPassedTests ?? 0;
const failedTests = report?.numFailedTests ?? 0;
// A file that could not be loaded fails without a failed test of its own.
if (!ok && failedTests === 0) failed.push("tests could not run");

const line = `${passed} passed, ${failed.length + failedTests} failed`;
writeFileSync(summary, `${line}\n`);
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
console.log(`\n${line}`);
process.exitCode = ok && failed.length === 0 ? 0 : 1;
