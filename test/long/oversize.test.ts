// One line of 50 MB: read in pieces that cover it, and said so.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeHostileCorpus } from "../fixtures/corpus/make.ts";
import { freshFolder, removeFolders, succeed } from "../tools/program.ts";

/** 17 million Han characters are 50 MB of UTF-8. */
const LONG_LINE = 17_000_000;

afterAll(removeFolders);

it("a line of 50 MB is read in pieces that cover it, and the summary says so", async () => {
  const corpus = await makeHostileCorpus({ longLine: LONG_LINE });
  const out = freshFolder();
  try {
    const built = await succeed([
      "build",
      join(corpus.folder, "long-line.txt"),
      "--out",
      join(out, "project"),
      "--json",
    ]);
    const { issues } = JSON.parse(built.stdout) as { issues: { code: string }[] };
    expect(issues.map(({ code }) => code)).toContain("page-oversize");
    await succeed(["export", join(out, "project"), "--format", "jsonl", "--out", join(out, "tables")]);
    const covered = readFileSync(join(out, "tables", "articles.jsonl"), "utf8")
      .split("\n")
      .filter(Boolean)
      .flatMap((line) => (JSON.parse(line) as { pieces: [number, number][] }).pieces)
      .reduce((sum, [start, end]) => sum + end - start, 0);
    expect(covered).toBeGreaterThanOrEqual(LONG_LINE);
  } finally {
    await corpus.remove();
  }
}, 900_000);
