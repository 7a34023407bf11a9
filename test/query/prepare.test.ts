// A large project's names are indexed while a server answers.
import { afterAll, beforeAll, expect, it } from "vitest";
import { countEntities, writeEvidence } from "../../src/graph/index.ts";
import { breathe } from "../../src/lib/slices.ts";
import { entity, prepareQuestions, search } from "../../src/query/index.ts";
import { createSearchIndex } from "../../src/query/search-index.ts";
import { createTables, Database, type Row } from "../../src/store/index.ts";
import { randomProject } from "../fixtures/graph/random-project.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const NAMES = 20_000;
const FAMILY = "赵钱孙李周吴郑王冯陈";
const GIVEN = "一二三四五六七八九十百千万天地";

/** Some thousand of them are called alike. */
function nameOf(i: number): string {
  const given = [GIVEN[i % GIVEN.length], GIVEN[Math.floor(i / GIVEN.length) % GIVEN.length]];
  return FAMILY[i % FAMILY.length]! + given.join("") + GIVEN[Math.floor(i / 300) % GIVEN.length]!;
}

let db: Database;
beforeAll(async () => {
  db = await Database.open(":memory:", { threads: 1 });
  await createTables(db);
  const counts = { mentions: 1, articles: 1, stories: 1, papers: 1 };
  await db.append(
    "entities",
    Array.from({ length: NAMES }, (_, i): Row => {
      const entity = `person:${nameOf(i)}(${i})`;
      return { entity, type: "person", name: nameOf(i), aliases: `["别名${i}"]`, number: i + 1, ...counts };
    }),
  );
});
afterAll(() => db.close());

it("answers others while names are indexed; a search waits for the index", async () => {
  let isReady = false;
  const ready = prepareQuestions(db).then(() => {
    isReady = true;
  });
  // Asked before there is an index: it waits and finds.
  const found = search(db, "别名17");
  const last = `person:${nameOf(NAMES - 1)}(${NAMES - 1})`;
  let answers = 0;
  let [longest, begun] = [0, process.hrtime.bigint()];
  const start = begun;
  const lap = (): number => Number(process.hrtime.bigint() - begun);
  while (!isReady) {
    expect((await entity(db, last)).entity).toBe(last);
    answers++;
    await breathe();
    longest = Math.max(longest, lap());
    begun = process.hrtime.bigint();
  }
  await ready;
  expect(answers).toBeGreaterThan(5);
  // In one piece the index would be most of the time.
  expect(longest).toBeLessThan(Number(process.hrtime.bigint() - start) / 2);
  const { total, items } = await found;
  expect(items[0]!.entity).toBe(`person:${nameOf(17)}(17)`);
  expect(total).toBeGreaterThan(1);
});

const form = (text: string) => ({ text, key: text, pinyin: "", letters: "", initials: "" });
const entries = (size: number) =>
  Array.from({ length: size }, (_, i) => ({
    entity: `place:${i}`,
    type: "place" as const,
    name: `名${i}`,
    stories: 1,
    mentions: 1,
    forms: [form(`名${i}`), form(`又名${i}`)],
  }));

it("an index of no names, of one, and of more than a slice finds what there is", async () => {
  for (const size of [0, 1, 8_000, 8_001]) {
    const ranks = (await createSearchIndex(entries(size))).direct(`名${size - 1}`);
    expect(ranks.length).toBe(size);
    if (size > 0) expect(ranks[size - 1]).toBe(0);
  }
});

it("lets others run dozens of times while an index is made", async () => {
  let turns = 0;
  let isReady = false;
  const tick = (): void => {
    turns++;
    if (!isReady) setImmediate(tick);
  };
  setImmediate(tick);
  await createSearchIndex(entries(20_000));
  isReady = true;
  expect(turns).toBeGreaterThan(20);
});

it("tells of a name the same from the tables and from memory, in every layer", async () => {
  const names = ["person:张三", "person:李四", "place:清河市"];
  const small = await openProjectOf(randomProject({ names, articles: 14, seed: 4 }));
  await countEntities(small);
  await writeEvidence(small);
  await small.append("redirects", [{ former: "person:张山", name: "张山", entity: "person:张三" }]);
  const ask = async (): Promise<string> => {
    const told: unknown[] = [];
    for (const of of [...names, "张三", "person:张山", "张山"])
      for (const layer of ["content", "byline", "masthead", "all"] as const) told.push(await entity(small, of, layer));
    for (const of of ["person:无", "无"]) told.push(await entity(small, of).catch(String));
    // As text: the order of the keys counts too.
    return JSON.stringify(told);
  };
  const read = await ask();
  expect(read).toContain('"first_date":null');
  await prepareQuestions(small);
  expect(await ask()).toBe(read);
  small.close();
});
