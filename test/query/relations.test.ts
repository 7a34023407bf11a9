import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEntities, writeRelationEnds } from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { description, offices, QUESTIONS, relations } from "../../src/query/index.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const names = [["person:王强"], ["person:李芳"], ["agency:拉萨市委"], ["place:拉萨市"]] as const;
const article = (id: string, page: string, story: string) => ({
  article: id,
  page,
  story,
  title: id,
  sentences: [names],
});

let db: Database;

beforeAll(async () => {
  db = await openProjectOf({
    pages: [
      { page: "p1", paper: "甲报", date: "2025-08-29" },
      { page: "p2", paper: "乙报", date: "2025-03-01" },
      { page: "p3" },
    ],
    articles: [article("p1#a1", "p1", "s1"), article("p2#a1", "p2", "s1"), article("p3#a1", "p3", "s2")],
  });
  await countEntities(db);
  const row = (subject: string, predicate: string, object: string, label: string, id: string) => ({
    subject,
    predicate,
    object,
    label,
    article: id,
    sentence: 0,
    page_spans: "[[1,3]]",
  });
  await db.append("relations", [
    row("person:王强", "holds_office", "agency:拉萨市委", "书记", "p1#a1"),
    row("person:王强", "holds_office", "agency:拉萨市委", "书记", "p2#a1"),
    row("person:王强", "holds_office", "agency:拉萨市委", "书记", "p3#a1"),
    row("person:王强", "holds_office", "place:拉萨市", "原市长", "p1#a1"),
    row("person:李芳", "holds_office", "agency:拉萨市委", "副书记", "p3#a1"),
    row("agency:拉萨市委", "located_in", "place:拉萨市", "拉萨", "p1#a1"),
  ]);
  await writeRelationEnds(db);
});
afterAll(() => db.close());

describe("offices", () => {
  it("are a person's posts in the order of their first prints", async () => {
    const { of, total, items } = await offices(db, "王强");
    expect(of.entity).toBe("person:王强");
    expect(total).toBe(2);
    expect(
      items.map((row) => [row.label, row.object.name, row.first_date, row.last_date, row.articles, row.stories]),
    ).toEqual([
      ["书记", "拉萨市委", "2025-03-01", "2025-08-29", 3, 2],
      ["原市长", "拉萨市", "2025-08-29", "2025-08-29", 1, 1],
    ]);
    expect(items[0]!.first).toEqual({
      article: "p2#a1",
      title: "p2#a1",
      page: "p2",
      paper: "乙报",
      date: "2025-03-01",
      sentence: 0,
      page_spans: [[1, 3]],
    });
    expect(items[0]!.last.article).toBe("p1#a1");
  });
  it("are who holds a body's, the undated last", async () => {
    const { items } = await offices(db, "拉萨市委");
    expect(items.map((row) => [row.subject.name, row.first_date])).toEqual([
      ["王强", "2025-03-01"],
      ["李芳", null],
    ]);
  });
  it("say how many there are besides", async () => {
    const { items, total } = await offices(db, "王强", { limit: 1 });
    expect([items.length, total]).toEqual([1, 2]);
  });
  it("refuse a name that nobody has", async () => {
    await expect(offices(db, "孙悟空")).rejects.toThrow(InputError);
  });
});

describe("relations", () => {
  it("tell of both ends and of one predicate", async () => {
    expect((await relations(db, "拉萨市")).items.map(({ predicate }) => predicate)).toEqual([
      "holds_office",
      "located_in",
    ]);
    expect((await relations(db, "拉萨市", { predicate: "located_in" })).total).toBe(1);
  });
  it("are of each entity what joining the tables gives, in that order", async () => {
    // What the table of ends was made to spare: a look through all relations, articles and pages.
    const joined = parseStatement(
      "test/relations",
      `SELECT r.predicate, r.subject, r.object, r.label, r.article, a.title, a.story, p.paper, p.date
       FROM relations r JOIN articles a ON a.article = r.article LEFT JOIN pages p ON p.page = a.page
       WHERE r.subject = :entity OR r.object = :entity
       ORDER BY p.date NULLS LAST, a.page, a.ordinal, r.article, r.sentence, r.page_spans, r.predicate, r.subject, r.object`,
    );
    const ends = parseStatement(
      "test/ends",
      `SELECT predicate, subject, object, label, article, title, story, paper, date FROM relation_ends
       WHERE number = (SELECT number FROM entities WHERE entity = :entity) ORDER BY place`,
    );
    for (const [entity] of names) {
      const rows = await db.rows(joined, { entity });
      expect(rows.length).toBeGreaterThan(0);
      expect(await db.rows(ends, { entity })).toEqual(rows);
    }
  });
  it("stand in an entity's description", async () => {
    const told = await description(db, "王强");
    expect(told.name).toBe("王强");
    expect(told.relations.items.map(({ label }) => label)).toEqual(["书记", "原市长"]);
  });
  it("are asked as questions, with checked options", async () => {
    const question = QUESTIONS.find(({ name }) => name === "relations")!;
    await expect(async () => question.ask(db, ["王强"], { predicate: "likes" })).rejects.toThrow("predicate");
    expect(await question.ask(db, ["王强"], { predicate: "holds_office", limit: "1" })).toMatchObject({ total: 2 });
  });
});
