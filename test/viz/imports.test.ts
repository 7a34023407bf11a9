// What the page runs of src/ is on a list, and needs nothing that a browser lacks.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ALLOWED =
  /^src\/(filter\/|entities\/(types|resolve\/decisions)\.ts|query\/(name-words|tie-reasons)\.ts|lib\/(order|errors)\.ts|export\/(site-types|one-file|method|manifest)\.ts|export\/formats\/(xml|formula|\w+-text)\.ts|export\/rows\/(attributes|looks)\.ts)/;
const PACKAGES = /^(liqe|preact|@preact\/|sigma|graphology)/;

/** Imports that run: those of types are gone when they are compiled. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)";|\bimport\("([^"]+)"\)/gms)]
    .filter((match) => !/^(?:import|export)\s*\{(\s*type\s[^,}]+,?)+\s*\}/.test(match[0]))
    .map((match) => (match[1] ?? match[2])!);
}

const within = (from: string, target: string): string => relative(ROOT, resolve(ROOT, dirname(from), target));

it("the page runs nothing of src/ but what is on the list, and that nothing of Node", () => {
  const todo = readdirSync(join(ROOT, "viz/src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join("viz/src", path));
  const seen = new Set(todo);
  const wrong: string[] = [];
  for (const file of todo)
    for (const target of importsOf(file)) {
      if (!target.startsWith(".")) {
        if (!PACKAGES.test(target)) wrong.push(`${file}: ${target}`);
        continue;
      }
      const path = within(file, target);
      if (path.startsWith("src/") && !ALLOWED.test(path)) wrong.push(`${file}: ${path}`);
      if (path.startsWith("src/") && !seen.has(path)) {
        seen.add(path);
        todo.push(path);
      }
    }
  expect(wrong).toEqual([]);
  // The list is not idle.
  expect(seen.has("src/export/formats/xml.ts") && seen.has("src/filter/index.ts")).toBe(true);
});
