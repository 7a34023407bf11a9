// Where an export may be written, and what is said where it may not.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkFile, prepareFolder, writePieces } from "../../src/export/output.ts";
import { InputError } from "../../src/lib/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "wenmai-output-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "file"), "kept");
mkdirSync(join(folder, "folder"));

const refusal = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return "taken";
};
const ofFile = (path: string): string => refusal(() => checkFile(path, "gexf"));
const ofFolder = (path: string): string => refusal(() => prepareFolder(path, () => true, false));

describe("an output that cannot be", () => {
  it("is refused in words before anything is written", () => {
    expect(ofFile("")).toMatch(/no name; name a file/);
    expect(ofFolder("")).toMatch(/no name; name a folder/);
    expect(ofFile(join(folder, "folder"))).toMatch(/is a folder; this format writes one file/);
    expect(ofFile(`${join(folder, "new")}/`)).toMatch(/is a folder/);
    expect(ofFile(join(folder, "file"))).toMatch(/is no \.gexf file/);
    expect(ofFolder(join(folder, "file"))).toMatch(/is a file; this format writes a folder/);
    expect(ofFile(join(folder, "file/a/y.gexf"))).toMatch(/file" is a file; no folder can be made below it/);
    expect(ofFolder(join(folder, "file/a"))).toMatch(/file" is a file; no folder can be made below it/);
    expect(ofFile(join(folder, `${"x".repeat(300)}.gexf`))).toMatch(/cannot be written \(ENAMETOOLONG\)/);
    expect(ofFolder(join(folder, "x".repeat(300)))).toMatch(/no folder can be made .* \(ENAMETOOLONG\)/);
    expect(readdirSync(folder).sort()).toEqual(["file", "folder"]);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept");
  });

  it.runIf(process.platform === "linux")("is refused at once where the system makes no folders", () => {
    expect(ofFile("/proc/none/y.gexf")).toMatch(/no folder can be made at "\/proc\/none"/);
    expect(ofFolder("/proc/none/y")).toMatch(/no folder can be made at "\/proc\/none"/);
    expect(ofFile("/proc/y.gexf")).toMatch(/cannot be written/);
  });
});

it("folders above an output are made", async () => {
  const path = join(folder, "a/b/c/y.gexf");
  checkFile(path, "gexf");
  expect((await writePieces(path, ["x"])).bytes).toBe(1);
  expect(ofFolder(join(folder, "d/e"))).toBe("taken");
  expect(readdirSync(join(folder, "a/b/c"))).toEqual(["y.gexf"]);
});
