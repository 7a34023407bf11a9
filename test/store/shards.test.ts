import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/lib/errors.ts";
import {
  lockProject,
  readEarlierUnits,
  readRows,
  readUnits,
  removeOtherDatabases,
  removeOtherShards,
  type ShardUnit,
  shardName,
  shardOf,
  storedUnit,
  writeShard,
} from "../../src/store/index.ts";

let stage: string;
beforeEach(() => {
  stage = mkdtempSync(join(tmpdir(), "wenmai-shards-"));
});
afterEach(() => rmSync(stage, { recursive: true, force: true }));

const units = fc.uniqueArray(
  fc.record({
    unit: fc.string({ unit: "grapheme", minLength: 1 }),
    key: fc.stringMatching(/^[0-9a-f]{4}$/),
    rows: fc.dictionary(
      fc.constantFrom("articles", "mentions"),
      fc.array(fc.record({ text: fc.string({ unit: "grapheme" }), n: fc.integer() })),
    ),
  }),
  { selector: ({ unit }) => unit, maxLength: 8 },
);

describe("a shard", () => {
  it("gives back the units it was made of, whatever their order, under the same name", () => {
    fc.assert(
      fc.property(units, (made: ShardUnit[]) => {
        const name = writeShard(stage, "0a", made.map(storedUnit));
        expect(writeShard(stage, "0a", made.toReversed().map(storedUnit))).toBe(name);
        expect(name).toBe(shardName("0a", made));
        const read = new Map([...readUnits(join(stage, name))].map((unit) => [unit.unit, unit]));
        expect(read.size).toBe(made.length);
        for (const { unit, key, rows } of made) {
          expect(read.get(unit)!.key).toBe(key);
          for (const [table, list] of Object.entries(rows)) {
            expect((read.get(unit)!.lines[table] ?? []).map((line) => JSON.parse(line) as unknown)).toEqual(list);
          }
        }
        rmSync(join(stage, name), { recursive: true });
      }),
      { numRuns: 50 },
    );
  });

  it("gives back lines that are longer than what is read at once", () => {
    const rows = ["市".repeat(1 << 20), "a", "𠮷".repeat(1 << 19), ""].map((text) => ({ text }));
    const name = writeShard(stage, "0a", [storedUnit({ unit: "p", key: "k", rows: { articles: rows } })]);
    expect([...readRows(join(stage, name), "articles")]).toEqual(rows);
    const [unit] = readUnits(join(stage, name));
    expect(unit!.lines.articles!.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });

  it("offers its earlier units to the next build, and what a killed build left to nobody", () => {
    const unit = { unit: "p", key: "k", rows: { articles: [{ article: "p#a1", title: "题\u2028目" }] } };
    const name = writeShard(stage, shardOf("p"), [storedUnit(unit)]);
    mkdirSync(join(stage, `.${name}-99.tmp`));
    expect([...readEarlierUnits(stage, shardOf("p"), [unit]).keys()]).toEqual(["p"]);
    expect([...readEarlierUnits(stage, shardOf("p"), [{ unit: "p", key: "another" }])]).toEqual([]);
    expect([...readRows(join(stage, name), "articles")]).toEqual(unit.rows.articles);
    removeOtherShards(stage, new Set([name]));
    expect(readdirSync(stage)).toEqual([name]);
  });
});

describe("the project's lock", () => {
  it("refuses a folder that holds somebody's own files", () => {
    writeFileSync(join(stage, "thesis.duckdb"), "");
    expect(() => lockProject(stage)).toThrow(InputError);
    writeFileSync(join(stage, "manifest.json"), "{}");
    lockProject(stage)();
    removeOtherDatabases(stage, "graph-0123456789ab-2.duckdb");
    writeFileSync(join(stage, "graph-0123456789ab-1.duckdb"), "");
    removeOtherDatabases(stage, "graph-0123456789ab-2.duckdb");
    expect(readdirSync(stage).sort()).toEqual(["manifest.json", "thesis.duckdb"]);
  });

  it("keeps a second build out while the first lives", () => {
    const release = lockProject(stage);
    expect(() => lockProject(stage)).toThrow(InputError);
    release();
    lockProject(stage)();
    expect(readdirSync(stage)).toEqual([]);
  });

  it.runIf(existsSync("/proc/1/stat"))("keeps a build out while another process has it", () => {
    const stat = readFileSync("/proc/1/stat", "utf8");
    const begun = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    writeFileSync(join(stage, "build.lock"), `1 ${begun}`);
    expect(() => lockProject(stage)).toThrow(InputError);
    // The same number, begun at another time, is another process: the one that had the lock is gone.
    writeFileSync(join(stage, "build.lock"), "1 1");
    lockProject(stage)();
  });

  it("is taken over from a process that is gone, and from half a lock", () => {
    // Above the largest process id that Linux gives.
    for (const left of ["4194305", ""]) {
      writeFileSync(join(stage, "build.lock"), left);
      lockProject(stage)();
      expect(existsSync(join(stage, "build.lock"))).toBe(false);
    }
  });
});
