// The README is true: each of its commands runs here as it stands.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../tools/program.ts";

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) => block[1]!.trim().split("\n"));
const outputs = [
  "readme",
  "readme.gexf",
  "readme.gexf.manifest.json",
  "readme-export",
  "readme.html",
  "readme-tables",
  "readme-site",
  "sample",
  "labelled.jsonl",
].map((name) => join(ROOT, ".wenmai", name));
const removeOutputs = (): void => {
  for (const path of outputs) rmSync(path, { recursive: true, force: true });
};

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line in a shell; a server is asked for its page and then ended. */
function run(line: string): Promise<Ended> {
  const child = spawn("bash", ["-c", line], { cwd: ROOT, detached: true, env: { ...process.env, WENMAI_LANG: "en" } });
  const text = { stdout: "", stderr: "" };
  let answered = false;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text.stdout += chunk;
    const url = /^http:\/\/127\.0\.0\.1:\d+\/$/m.exec(text.stdout)?.[0];
    if (!url || answered) return;
    answered = true;
    void fetch(`${url}data/project.json`)
      .then(async (response) => {
        text.stdout += `\nserved ${response.status} ${JSON.stringify(await response.json())}`;
      })
      .finally(() => process.kill(-child.pid!, "SIGTERM"));
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text.stderr += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...text })));
}

beforeAll(removeOutputs);
afterAll(removeOutputs);

describe("the README", () => {
  it("opens with a sentence, a picture that exists and the two commands", () => {
    expect(existsSync(join(ROOT, /!\[[^\]]+\]\(([^)]+)\)/.exec(readme)![1]!))).toBe(true);
    expect(commands.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });

  it("leaves nothing to be filled in", () => {
    expect(readme.match(/^[A-Z_]{4,}$|\bTODO\b|\bTBD\b/m)).toBeNull();
  });

  it("links to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });

  it("starts the sample with npm start, and again at once", async () => {
    // npm ci has run, or this test would not; the second command is the run that this test is a part of.
    const first = await run("npm start");
    expect(first.stdout, first.stderr).toMatch(/served 200 .*"pages":5/);
    const again = await run("npm start");
    expect(again.stderr).toContain("is up to date");
    expect(again.stdout).toMatch(/served 200 .*"pages":5/);
  });

  it.each(commands.slice(2))("%s", async (line) => {
    const { code, stdout, stderr } = await run(line);
    if (line.includes(" serve ")) expect(stdout).toMatch(/served 200 .*"pages":5/);
    else expect(code, stderr).toBe(0);
    expect(stdout + stderr).not.toMatch(/"error"/);
  });
});
