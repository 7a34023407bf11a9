// Relations between mentions become relations between entities, whatever identity was settled.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countEntities, settleRelations } from "../../src/graph/index.ts";
import { type Database, parseStatement, type Row } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const SPEC = {
  pages: [{ page: "p1", paper: "甲报", date: "2025-08-29" }],
  articles: [
    {
      article: "p1#a1",
      page: "p1",
      sentences: [[["agency:拉萨市委", "content", "市委"], ["person:王强"]], [["place:拉萨市"]]],
    },
    { article: "p1#a2", page: "p1", sentences: [[["place:城关区(兰州)"], ["place:城关区(拉萨)"]]] },
  ],
} as const;

const row = (over: Row): Row => ({
  predicate: "holds_office",
  subject: "person:王强",
  subject_at: 3,
  object: "agency:拉萨市委",
  object_at: 0,
  label: "书记",
  article: "p1#a1",
  sentence: 0,
  page_spans: "[[9,11]]",
  ...over,
});

let db: Database;

beforeEach(async () => {
  db = await openProjectOf(SPEC);
});
afterEach(() => db.close());

async function settled(...rows: Row[]): Promise<string[]> {
  await countEntities(db);
  await db.append("stated", rows);
  await settleRelations(db);
  const all = await db.rows<{ subject: string; object: string }>(
    parseStatement("t", "SELECT subject, object FROM relations ORDER BY subject, object"),
  );
  return all.map(({ subject, object }) => `${subject} → ${object}`);
}

describe("settleRelations", () => {
  it("follows the mentions to their entities", async () => {
    await db.run(parseStatement("t", "UPDATE mentions SET entity = 'person:王强(拉萨)' WHERE entity = 'person:王强'"));
    expect(await settled(row({}))).toEqual(["person:王强(拉萨) → agency:拉萨市委"]);
  });
  it("finds an end without a mention by its name, also where that was renamed", async () => {
    await db.run(parseStatement("t", "UPDATE mentions SET entity = 'place:拉萨' WHERE entity = 'place:拉萨市'"));
    expect(await settled(row({ object: "place:拉萨市", object_at: null }))).toEqual(["person:王强 → place:拉萨"]);
  });
  it("follows an id that leads to another entity now", async () => {
    await db.run(
      parseStatement("t", "UPDATE mentions SET entity = 'place:拉萨', name = '拉萨' WHERE entity = 'place:拉萨市'"),
    );
    await db.append("redirects", [{ former: "place:拉萨市", name: "拉萨市", entity: "place:拉萨" }]);
    expect(await settled(row({ object: "place:拉萨市", object_at: null }))).toEqual(["person:王强 → place:拉萨"]);
  });
  it("leaves out what is no entity of the project, and a name that several have", async () => {
    const absent = row({ object: "place:日喀则市", object_at: null });
    const shared = row({ object: "place:城关区", object_at: null });
    expect(await settled(absent, shared)).toEqual([]);
  });
  it("leaves out what is hidden, and what became one", async () => {
    await db.run(parseStatement("t", "UPDATE mentions SET entity = 'place:拉萨市' WHERE entity = 'agency:拉萨市委'"));
    const itself = row({ subject: "agency:拉萨市委", subject_at: 0, object: "place:拉萨市", object_at: null });
    expect(await settled(itself)).toEqual([]);
  });
  it("leaves out what an end of another type cannot be", async () => {
    await db.run(
      parseStatement("t", "UPDATE mentions SET entity = 'agency:王强', type = 'agency' WHERE entity = 'person:王强'"),
    );
    expect(await settled(row({}))).toEqual([]);
  });
  it("keeps one of two that are the same", async () => {
    expect(await settled(row({}), row({}))).toHaveLength(1);
  });
});
