// A folder of everything that can be wrong with input: the build ends with a clear summary, each thing is read right or has
// a row in `issues`, nothing is lost.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostileCorpus, makeHostileCorpus } from "../fixtures/corpus/make.ts";
import { freshFolder, type Run, removeFolders, succeed, wenmai } from "../tools/program.ts";

interface Issue {
  page: string | null;
  code: string;
  message: string;
}

/** Far more than a page holds; 50 MB are read in long/oversize.test.ts. */
const LONG_LINE = 300_000;

let corpus: HostileCorpus;
let run: Run;
let out: string;
const rows = <T>(table: string): T[] =>
  readFileSync(join(out, "tables", `${table}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

beforeAll(async () => {
  out = freshFolder();
  corpus = await makeHostileCorpus({ longLine: LONG_LINE });
  run = await wenmai(["build", corpus.folder, "--out", join(out, "project"), "--json"]);
  if (run.code === 0)
    await succeed(["export", join(out, "project"), "--format", "jsonl", "--out", join(out, "tables")]);
}, 600_000);
afterAll(async () => {
  await corpus.remove();
  removeFolders();
});

describe("a folder with every kind of bad input", () => {
  it("builds, and says in numbers what it met", () => {
    expect(run.code, run.stderr).toBe(0);
    const summary = JSON.parse(run.stdout) as { issues: Issue[] };
    expect(summary.issues.map(({ code }) => code)).toEqual(expect.arrayContaining([...corpus.codes]));
  });

  it("keeps every page that can be read", () => {
    expect(rows<{ page: string }>("pages").map(({ page }) => page)).toEqual(expect.arrayContaining([...corpus.pages]));
  });

  it("reads the long line in pieces that cover it, and says so", () => {
    const long = rows<{ page: string; chars: number }>("pages").find(({ chars }) => chars >= LONG_LINE)!;
    const pieces = rows<{ page: string; pieces: [number, number][] }>("articles")
      .filter(({ page }) => page === long.page)
      .flatMap((article) => article.pieces);
    expect(pieces.reduce((sum, [start, end]) => sum + end - start, 0)).toBeGreaterThanOrEqual(LONG_LINE);
    const summary = JSON.parse(run.stdout) as { issues: Issue[] };
    expect(summary.issues.map(({ code }) => code)).toContain("page-oversize");
  });

  it("fails under --strict, with the reason", async () => {
    const strict = await wenmai(["build", corpus.folder, "--out", join(out, "project"), "--strict"]);
    expect(strict.code).toBe(1);
    expect(strict.stderr).toContain("file-binary");
  });
});

describe("wrong use", () => {
  it("exits 2 for a call that does not exist, 1 for an input that does not, each with a sentence", async () => {
    expect(await wenmai(["bild"])).toMatchObject({ code: 2 });
    expect(await wenmai(["build", "data/pages"])).toMatchObject({ code: 2 });
    const missing = await wenmai(["build", "no/such/folder", "--out", join(out, "none")]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("no/such/folder");
    expect(await wenmai(["serve", join(out, "none")])).toMatchObject({ code: 1 });
  });
});
