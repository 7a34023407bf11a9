import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createProjectReader } from "../../src/server/index.ts";
import { createTables, Database, PROJECT_FORMAT, writeManifest } from "../../src/store/index.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What a build leaves. */
async function writeProject(folder: string, database: string): Promise<void> {
  const db = await Database.open(join(folder, database));
  await createTables(db);
  db.close();
  const hash = "0".repeat(64);
  writeManifest(folder, {
    format: PROJECT_FORMAT,
    database,
    inputs: hash,
    layout: hash,
    rules: "test",
    rows: {} as never,
  });
}

async function readerOf() {
  const folder = mkdtempSync(join(tmpdir(), "wenmai-reader-"));
  folders.push(folder);
  await writeProject(folder, "graph-1.duckdb");
  return { folder, reader: await createProjectReader(folder) };
}

describe("createProjectReader", () => {
  it("prepares a database when nobody asks, and the one that a build puts in its place", async () => {
    const { folder, reader } = await readerOf();
    const prepared: Database[] = [];
    const failures: unknown[] = [];
    reader.prepare(
      async (db) => {
        prepared.push(db);
        if (prepared.length === 2) throw new Error("not this one");
      },
      (error) => failures.push(error),
    );
    const first = await reader.with(async (db) => {
      // A long question: what is prepared waits for it.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(prepared).toEqual([]);
      return db;
    });
    await vi.waitFor(() => expect(prepared).toEqual([first]), { timeout: 5_000 });
    await writeProject(folder, "graph-2.duckdb");
    const second = await reader.with(async (db) => db);
    expect(second).not.toBe(first);
    await vi.waitFor(() => expect(prepared).toEqual([first, second]), { timeout: 5_000 });
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    // A failed preparing is no reason not to answer.
    expect(await reader.with(async (_, version) => version)).toBe("graph-2.duckdb");
    reader.close();
  });

  it("prepares nothing after it was closed", async () => {
    const { reader } = await readerOf();
    const prepare = vi.fn(async () => {});
    reader.prepare(prepare, () => {});
    reader.close();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(prepare).not.toHaveBeenCalled();
  });
});
