// The real program in a fresh folder: dist/cli/main.js as a child process.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const PROGRAM = join(ROOT, "dist", "cli", "main.js");
export const SAMPLE_PAGES = join(ROOT, "data", "pages");
export const SAMPLE_META = join(ROOT, "data", "pages.csv");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env: { ...process.env, WENMAI_LANG: "en" } });
}

/** Runs the program to its end. */
export function wenmai(args: readonly string[], input = ""): Promise<Run> {
  const child = start(args);
  const text = { stdout: "", stderr: "" };
  child.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr!.setEncoding("utf8").on("data", (chunk: string) => {
    text.stderr += chunk;
  });
  child.stdin!.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...text })));
}

/** Runs the program; throws with what it said when it failed. */
export async function succeed(args: readonly string[], input = ""): Promise<Run> {
  const run = await wenmai(args, input);
  if (run.code !== 0) throw new Error(`wenmai ${args.join(" ")}: exit ${run.code}\n${run.stderr}`);
  return run;
}

const folders: string[] = [];

/** A fresh folder; `removeFolders` removes all of them. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wenmai-"));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** SHA-256 of each file of a folder, by relative path. */
export function digest(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

/** Exports a project as tables and as a graph with places, and takes the digest of all of it. */
export async function exported(project: string): Promise<Record<string, string>> {
  const out = freshFolder();
  await succeed(["export", project, "--format", "jsonl", "--out", join(out, "tables")]);
  await succeed(["export", project, "--format", "gexf", "--out", join(out, "graph.gexf")]);
  return digest(out);
}

/** File names of the sample's pages, sorted. */
export const SAMPLE_NAMES: readonly string[] = readdirSync(SAMPLE_PAGES).sort();

/** The arguments of a build of sample pages. */
export const buildArgs = (inputs: readonly string[], out: string, ...more: string[]): string[] => [
  "build",
  ...inputs,
  "--meta",
  SAMPLE_META,
  "--out",
  out,
  ...more,
];

/** A fresh folder of some of the sample's pages. */
export function folderOf(names: readonly string[]): string {
  const folder = join(freshFolder(), "pages");
  mkdirSync(folder);
  for (const name of names) copyFileSync(join(SAMPLE_PAGES, name), join(folder, name));
  return folder;
}
