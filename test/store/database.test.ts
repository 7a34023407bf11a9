import { describe, expect, it } from "vitest";
import { ProjectError } from "../../src/lib/errors.ts";
import { createTables, Database, parseStatement } from "../../src/store/index.ts";

const select = parseStatement(
  "test",
  "SELECT entity, mentions, aliases FROM entities WHERE type = :type ORDER BY entity",
);

async function withTables<T>(use: (db: Database) => Promise<T>): Promise<T> {
  const db = await Database.open(":memory:");
  try {
    await createTables(db);
    return await use(db);
  } finally {
    db.close();
  }
}

describe("statements", () => {
  it("rewrite parameters, but not in strings, comments or casts", () => {
    const parsed = parseStatement("t", "SELECT ':a', x -- :b\nFROM t WHERE y = :c AND z = :c");
    expect(parsed.parameters).toEqual(["c"]);
    expect(parsed.sql).toBe("SELECT ':a', x -- :b\nFROM t WHERE y = $c AND z = $c");
  });
});

describe("the database", () => {
  it("gives back what was appended, integers as numbers, missing columns as null", async () => {
    await withTables(async (db) => {
      await db.append("entities", [{ entity: "person:李雷", type: "person", mentions: 3 }]);
      expect(await db.rows(select, { type: "person" })).toEqual([
        { entity: "person:李雷", mentions: 3, aliases: null },
      ]);
    });
  });

  it("keeps NUL and supplementary characters", async () => {
    await withTables(async (db) => {
      await db.append("entities", [{ entity: "a\u0000b𠮷", type: "x" }]);
      expect(await db.rows(select, { type: "x" })).toEqual([{ entity: "a\u0000b𠮷", mentions: null, aliases: null }]);
    });
  });

  it("refuses an unknown column, a forgotten and an unknown parameter", async () => {
    await withTables(async (db) => {
      await expect(db.append("entities", [{ nme: "x" }])).rejects.toThrow(ProjectError);
      await expect(db.rows(select)).rejects.toThrow(ProjectError);
      await expect(db.rows(select, { type: "x", kind: "y" })).rejects.toThrow(ProjectError);
    });
  });

  it("takes integers of any sign and size, other numbers, text and lists alike", async () => {
    const db = await Database.open(":memory:");
    const mixed = parseStatement("t", "SELECT 1-:a AS a, :b AS b, :c AS c, :d AS d, 3 IN (:e) AS e, :a_b AS a_b");
    const given = { a: -1, b: 5_000_000_000, c: 0.5, d: "$a", e: [2, 3], a_b: 7 };
    expect(await db.rows(mixed, given)).toEqual([{ a: 2, b: 5_000_000_000, c: 0.5, d: "$a", e: true, a_b: 7 }]);
    expect(await db.rows(parseStatement("t", "SELECT :a AS a"), { a: 1 })).toEqual([{ a: 1 }]);
    db.close();
  });

  it("streams to the end while other statements and streams run", async () => {
    await withTables(async (db) => {
      const rows = Array.from({ length: 50_000 }, (_, i) => ({ entity: `e${i}`, type: "t", mentions: i }));
      await db.append("entities", rows);
      const streamed = async (): Promise<number> => {
        let sum = 0;
        for await (const [mentions] of db.numbers(select, ["mentions"], { type: "t" })) sum += mentions!.length;
        for await (const batch of db.batches(select, { type: "t" })) sum += batch.length;
        return sum;
      };
      const asked = async (): Promise<number> => {
        for (let i = 0; i < 10; i++) await db.rows(select, { type: "none" });
        return 0;
      };
      expect(await Promise.all([streamed(), asked(), streamed()])).toEqual([100_000, 0, 100_000]);
    });
  });

  it("streams in batches what it reads at once", async () => {
    await withTables(async (db) => {
      await db.append(
        "entities",
        Array.from({ length: 5000 }, (_, i) => ({ entity: `e${String(i).padStart(5, "0")}`, type: "t", mentions: i })),
      );
      const streamed: unknown[] = [];
      let batches = 0;
      for await (const rows of db.batches(select, { type: "t" })) {
        streamed.push(...rows);
        batches++;
      }
      expect(batches).toBeGreaterThan(1);
      expect(streamed).toEqual(await db.rows(select, { type: "t" }));
    });
  });
});
