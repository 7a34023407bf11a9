// wenmai eval --sentences, with the gazetteer and the model that ship, on sentences of our own.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addEval } from "../../src/cli/commands/eval.ts";
import { createExaminer, createExtractor, EXTRACTOR_NAMES, EXTRACTORS } from "../../src/entities/index.ts";
import type { MentionReport } from "../../src/eval/index.ts";
import { SILENT_EFFECTS } from "../../src/lib/effects.ts";
import { InputError, UsageError } from "../../src/lib/errors.ts";
import { articleOf, resources } from "../entities/helpers.ts";

const TEXT = "大家都来看书\n法国总统马克龙在北京参观了清华大学。";
const at = (words: string, type: string): object => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, type };
};
const ENTITIES = [at("法国", "place"), at("马克龙", "person"), at("北京", "place")];
const WRONG = [at("法国总统", "place")];

let folder = "";
let file = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wenmai-"));
  file = join(folder, "mine.jsonl");
  const rows = [
    {
      id: "a",
      title: "大家都来看书",
      text: TEXT,
      entities: [...ENTITIES, { ...at("清华大学", "agency"), optional: true }],
    },
    { id: "b", text: TEXT, entities: WRONG },
  ];
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const program = new Command().exitOverride();
  addEval(program, {
    language: "en",
    out: async (line) => void lines.push(line),
    note() {},
    say: (_, en) => en,
    effects: SILENT_EFFECTS,
  });
  await program.parseAsync(["eval", ...args], { from: "user" });
  return lines;
}

const reportOf = async (...args: string[]): Promise<MentionReport> =>
  JSON.parse((await run("--sentences", file, "--json", ...args)).join("\n"));

describe("wenmai eval --sentences", () => {
  it("scores the names of labelled text", async () => {
    const { texts, all, errors } = await reportOf();
    expect(texts).toBe(2);
    expect(all).toMatchObject({ tp: 3, fn: 1 });
    expect(errors.filter(({ id }) => id === "a")).toEqual([]);
  });

  it("lists errors in their words by type", async () => {
    const lines = await run("--sentences", file, "--errors");
    expect(lines.slice(lines.indexOf("place: 1 missed, 2 false"))[1]).toBe(
      "- b 大家都来看书 【法国总统】马克龙在北京参观了清华大…  nobody proposed it",
    );
    expect(lines.some((line) => /^\+ b .*【北京】.* {2}gazetteer, tagger; [\d.]+$/.test(line))).toBe(true);
  });

  it("leaves out the extractors that it is told to", async () => {
    const { extractors, errors } = await reportOf("--without", "gazetteer");
    expect(Object.keys(extractors)).not.toContain("gazetteer");
    expect(errors.flatMap(({ voices }) => voices)).not.toContain("gazetteer");
    const alone = await reportOf("--without", EXTRACTOR_NAMES.join(","));
    expect(alone.all).toMatchObject({ tp: 0, fp: 0, fn: 4 });
  });

  it.each([
    ["neither pages nor sentences", []],
    ["a project and no gold", ["somewhere"]],
    ["gold and no project", ["--gold", "data/gold"]],
    ["both", ["somewhere", "--gold", "data/gold", "--sentences", "mine.jsonl"]],
    ["a project and sentences", ["somewhere", "--sentences", "mine.jsonl"]],
    ["extractors to leave out of a project that is built", ["somewhere", "--gold", "data/gold", "--without", "tagger"]],
  ])("refuses %s", async (_, args) => {
    await expect(run(...args)).rejects.toThrow(UsageError);
  });

  it("names the extractors that there are when it is told another", async () => {
    await expect(run("--sentences", file, "--without", "tager")).rejects.toThrow(UsageError);
    await expect(run("--sentences", file, "--without", "tager")).rejects.toThrow(EXTRACTOR_NAMES.join(", "));
  });

  it("says what file it cannot read", async () => {
    await expect(run("--sentences", join(folder, "none.jsonl"))).rejects.toThrow(InputError);
  });
});

describe("extraction without an extractor", () => {
  it("finds what the mentions of a build have, at the same places", () => {
    const text = { text_id: "p#a1", articles: [articleOf(TEXT)], paper: null, place: null, date: null };
    for (const without of [[], ["gazetteer"], ["tagger", "consistency"]]) {
      const { mentions } = createExtractor(resources, { without })(text, []);
      const { names } = createExaminer(resources, { without })({ id: "p", text: TEXT });
      expect(
        names.map(({ start, end, type, name, extractor, score }) => [start, end, type, name, extractor, score]),
      ).toEqual(
        mentions.map(({ start, end, type, name, extractor, score }) => [start, end, type, name, extractor, score]),
      );
      expect(mentions.some(({ extractor }) => without.includes(extractor))).toBe(false);
    }
  });

  it("knows all of the registry by name, each once", () => {
    expect(new Set(EXTRACTOR_NAMES).size).toBe(EXTRACTORS.length + 1);
    expect(() => createExtractor(resources, { without: ["nobody"] })).toThrow(InputError);
    expect(() => createExaminer(resources, { without: ["nobody"] })).toThrow(InputError);
  });
});
