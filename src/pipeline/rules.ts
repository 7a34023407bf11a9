// The version of everything that can change a map's result: sources of the rooms that map, their data, their libraries.
// A hash, not a number to be remembered: whoever edits a rule gets new maps without a thought. It is taken of the code that
// runs (dist/ or src/), so that a rule that was edited and not yet compiled does not lend its name to what the old one made.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../lib/hash.ts";
import { compareCodePoints } from "../lib/order.ts";
import { PACKAGE_ROOT } from "../lib/package-root.ts";

/** The folder of the rooms as they run. */
const CODE = fileURLToPath(new URL("../", import.meta.url));
const ROOMS = ["lib", "text", "corpus", "articles", "stories", "entities", "pipeline"].map((room) => join(CODE, room));
const PARTS = [
  ...ROOMS,
  join(PACKAGE_ROOT, "src", "stories"),
  ...["gazetteer", "model"].map((part) => join(PACKAGE_ROOT, "data", part)),
];
const LIBRARIES = ["nodejieba", "opencc-js", "node-html-parser"];

/** What the tables and the map follow from besides: counts, weights, places. */
// Statements are read from src/, whatever runs.
const COUNTING_PARTS = ["store", "graph", "pipeline"].flatMap((room) => [
  join(CODE, room),
  join(PACKAGE_ROOT, "src", room),
]);
const COUNTING_LIBRARIES = [
  "@duckdb/node-api",
  "pinyin-pro",
  "pure-rand",
  "graphology",
  "graphology-communities-louvain",
  "graphology-layout-forceatlas2",
  "graphology-metrics",
  "graphology-shortest-path",
];

let version: string | undefined;

/** Twelve hex digits. Cost: reads about 3 MB once. */
export function rulesVersion(): string {
  version ??= sha256([...PARTS.flatMap(hashesOf), ...LIBRARIES.map(installed)].join("\n")).slice(0, 12);
  return version;
}

/** The like for what is made of the maps' results: a project counted by another version is counted again. */
export function countingVersion(): string {
  return sha256([...COUNTING_PARTS.flatMap(hashesOf), ...COUNTING_LIBRARIES.map(installed)].join("\n")).slice(0, 12);
}

function hashesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareCodePoints)
    .map((path) => `${path.slice(PACKAGE_ROOT.length).split(sep).join("/")} ${sha256(readFileSync(path))}`);
}

function installed(library: string): string {
  const path = join(PACKAGE_ROOT, "node_modules", library, "package.json");
  // A package installed beside this one (as a dependency of another) is not found here; its range in package.json then holds.
  return existsSync(path)
    ? `${library} ${(JSON.parse(readFileSync(path, "utf8")) as { version: string }).version}`
    : library;
}
