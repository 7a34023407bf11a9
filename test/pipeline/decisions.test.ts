// A person's decisions through whole builds: kept, replayed, taken back to the byte.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORTERS, type ExportManifest } from "../../src/export/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { type BuildSummary, buildProject, DEFAULT_BUILD_OPTIONS } from "../../src/pipeline/index.ts";
import { entity } from "../../src/query/index.ts";
import { openProject } from "../../src/store/index.ts";

const folder = mkdtempSync(join(tmpdir(), "wenmai-decisions-"));
const project = join(folder, "project");
const silent = { log: () => {}, progress: () => {} };

beforeAll(() => {
  mkdirSync(join(folder, "pages"));
  const write = (name: string, text: string): void => writeFileSync(join(folder, "pages", name), text);
  write(
    "p1.txt",
    "上海市政府与北京大学签署协议\n\n8月28日，上海市政府与北京大学在上海签署合作协议。北京大学校长龚旗煌出席签约仪式，清华大学派代表参加。\n",
  );
  write(
    "p2.txt",
    "上海市人民政府发布通知\n\n8月29日，上海市人民政府发布通知，浦东新区、黄浦区和北京大学深圳研究生院共同推进。龚旗煌表示，清华大学将参加。\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Builds with a file of these lines, or with what the project keeps. */
async function build(lines?: string): Promise<BuildSummary> {
  const decisions = lines === undefined ? null : join(folder, "given.txt");
  if (decisions !== null) writeFileSync(decisions, lines!);
  const inputs = [join(folder, "pages")];
  return buildProject({ ...DEFAULT_BUILD_OPTIONS, inputs, out: project, workers: 1, decisions }, silent);
}

/** All tables and the graph with its places, as text. */
async function exported(): Promise<Record<string, string>> {
  const { db } = await openProject(project);
  const out = mkdtempSync(join(folder, "out-"));
  for (const [format, path] of [
    ["jsonl", "tables"],
    ["gexf", "graph.gexf"],
  ] as const) {
    await EXPORTERS.find(({ name }) => name === format)!.write(db, join(out, path), { layer: "all", force: false });
  }
  db.close();
  const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

async function idOf(reference: string): Promise<string> {
  const { db } = await openProject(project);
  try {
    return (await entity(db, reference)).entity;
  } finally {
    db.close();
  }
}

const places = (): Record<string, unknown> =>
  (JSON.parse(readFileSync(join(project, "layout.json"), "utf8")) as { places: Record<string, unknown> }).places;

describe("decisions", () => {
  it("are kept, replayed, and taken back by deleting their lines", async () => {
    await build();
    const before = await exported();
    const stood = places();
    expect(await idOf("agency:上海市人民政府")).toBe(await idOf("agency:上海市政府"));

    const lines =
      "改名 agency:清华大学 → 清华\nmerge place:浦东新区 → place:黄浦区\nhide person:龚旗煌\nhide person:无此人\n";
    const summary = await build(lines);
    expect(summary.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["decision-unmatched", "entity-hidden"]),
    );
    expect(readFileSync(join(project, "decisions"), "utf8")).toBe(lines);
    expect(await idOf("agency:清华大学")).toBe("agency:清华");
    expect(places()["agency:清华"]).toEqual(stood["agency:清华大学"]);
    const decided = await exported();
    expect(decided["graph.gexf"]).not.toContain("龚旗煌");
    // In the words that the page would write them in.
    const correctionsIn = (files: Record<string, string>): readonly string[] =>
      (JSON.parse(files["graph.gexf.manifest.json"]!) as ExportManifest).corrections;
    expect(correctionsIn(before)).toEqual([]);
    expect(correctionsIn(decided)).toEqual([
      "rename agency:清华大学 → agency:清华",
      "merge place:浦东新区 → place:黄浦区",
      "hide person:龚旗煌",
      "hide person:无此人",
    ]);

    // Without the option: what is kept, also when a person edits it in the project.
    expect((await build()).unchanged).toBe(true);
    writeFileSync(join(project, "decisions"), "# nothing is decided\n");
    expect((await build()).unchanged).toBe(false);
    expect(await exported()).toEqual(before);
  });

  it("that cannot be read stop a build before it begins, with line and file", async () => {
    await expect(build("hide person:甲乙\nunite a b")).rejects.toThrow(/given\.txt, line 2: "unite" is no decision/);
    await expect(build("merge x → y")).rejects.toThrow(InputError);
    expect(readFileSync(join(project, "decisions"), "utf8")).toBe("# nothing is decided\n");
  });
});
