// wenmai tag and wenmai train, the built program and the model that ships.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freshFolder, removeFolders, succeed, wenmai } from "../tools/program.ts";

afterAll(removeFolders);

interface Answer {
  readonly id: unknown;
  readonly error?: string;
  readonly entities?: readonly { start: number; end: number; type: string; name: string; score: number }[];
}

const answers = (stdout: string): Answer[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);

describe("wenmai tag", () => {
  const text = "法国总统马克龙在北京会见了清华大学校长，并参观了长三角的多家企业。";

  it("answers each line with the names in it, at their places in the text as given", async () => {
    const lines = [{ id: "a", text }, { id: 2, text: "" }, { id: "c" }].map((line) => JSON.stringify(line));
    const { stdout } = await succeed(["tag"], `${lines.join("\n")}\n{\n`);
    const [first, empty, wrong, broken] = answers(stdout);
    expect(first!.id).toBe("a");
    const names = first!.entities!.map(({ type, name }) => `${type}:${name}`);
    expect(names).toEqual(["place:法国", "person:马克龙", "place:北京", "agency:清华大学", "city_cluster:长三角"]);
    for (const { start, end, name, score } of first!.entities!) {
      expect(text.slice(start, end)).toBe(name);
      expect(score).toBeGreaterThan(0.5);
    }
    expect(empty).toEqual({ id: 2, entities: [] });
    expect(wrong!.error).toBeDefined();
    expect(broken!.error).toBeDefined();
  });

  it("labels as a corpus does where it is asked to, and refuses one that it does not know", async () => {
    const line = JSON.stringify({ id: "a", text: "中美两国代表在京会谈。" });
    const { stdout } = await succeed(["tag", "--convention", "msra"], line);
    expect(answers(stdout)[0]!.entities!.map(({ name }) => name)).toContain("美");
    expect((await wenmai(["tag", "--convention", "nobody"], line)).code).toBe(1);
  });
});

describe("wenmai train", () => {
  const line = (name: string): string =>
    JSON.stringify({ text: `昨天${name}来了。`, entities: [{ start: 2, end: 2 + name.length, type: "person" }] });

  it("writes a model that tag reads, and tells its figures", async () => {
    const folder = freshFolder();
    const people = [..."张王李赵"].flatMap((surname) => [..."小大明红军芳丽伟强"].map((given) => surname + given));
    writeFileSync(join(folder, "mine.jsonl"), people.map(line).join("\n"));
    const out = join(folder, "mine.bin");
    const trained = await succeed(["train", "--sources", folder, "--out", out, "--everything", "--json"]);
    const { figures, bytes } = JSON.parse(trained.stdout) as { figures: Record<string, unknown>; bytes: number };
    expect(Object.keys(figures)).toEqual(["guide", "mine"]);
    expect(readFileSync(out).length).toBe(bytes);
    const model = ["--model", out, "--convention", "mine"];
    const { stdout } = await succeed(["tag", ...model], JSON.stringify({ id: 1, text: "昨天陈明来了。" }));
    expect(answers(stdout)[0]!.entities!.map(({ name }) => name)).toEqual(["陈明"]);
  });

  it("says where a source is wrong", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "mine.jsonl"), `${line("王明")}\n{"text":"x"}\n`);
    const run = await wenmai(["train", "--sources", folder, "--out", join(folder, "a.bin")]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("mine.jsonl, line 2");
    expect((await wenmai(["train", "--sources", folder])).code).toBe(2);
  });
});
