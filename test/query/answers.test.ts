// The answers' schemas against real answers, on a project made by hand that has something of everything.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import {
  countEdges,
  countEntities,
  layoutGraph,
  weighEdges,
  writeEvidence,
  writeRelationEnds,
} from "../../src/graph/index.ts";
import { described, type Same } from "../../src/query/answer-parts.ts";
import { ANSWERS } from "../../src/query/answer-schemas.ts";
import { type EntityFacts, type EntityName, QUESTIONS } from "../../src/query/index.ts";
import type { Database } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const [ZHANG, LI, BODY, CITY] = ["person:张三", "person:李四", "agency:清河市委", "place:清河市"];
const sentences = [[[ZHANG], [CITY]], [[BODY]], [[ZHANG], [BODY], [LI, "byline"]]] as const;
let db: Database;

beforeAll(async () => {
  db = await openProjectOf({
    pages: [
      { page: "p", paper: "清河日报", date: "2024-08-29" },
      { page: "q", paper: "乙报", date: "2025-08-29" },
      { page: "r" },
    ],
    articles: [
      { article: "p#a1", page: "p", story: "s", sentences },
      { article: "q#a1", page: "q", story: "s", sentences: [...sentences, [[CITY]]] },
      { article: "r#a1", page: "r", sentences: [[[ZHANG], [LI]]] },
      { article: "q#a2", page: "q", story: "t", sentences: [[[ZHANG], [CITY]]] },
    ] as never,
  });
  const office = { subject: ZHANG, predicate: "holds_office", object: BODY, label: "书记", sentence: 0 };
  const page_spans = "[[1,3]]";
  await db.append("relations", [
    { ...office, article: "p#a1", page_spans },
    { ...office, article: "r#a1", page_spans },
  ]);
  const decision = { type: "person", page: "p", surface: "张三", entity: ZHANG, rule: "same-body", reason: "one" };
  await db.append("decisions", [decision, { ...decision, page: null, surface: "老张" }]);
  await db.append("issues", [
    { page: "p", article: null, code: "place-inferred", message: "p: inferred", count: 2 },
    { page: null, article: "p#a1", code: "x", message: "x", count: 1 },
  ]);
  const link = { kind: "copy", source: "p#a1", score: 0.8, shared: 50, aligned: 0.9, reason: "one headline" };
  await db.append("links", [
    { ...link, target: "q#a1", joined: true },
    { ...link, kind: "cut", target: "r#a1", joined: false },
  ]);
  await countEntities(db);
  await writeRelationEnds(db);
  await writeEvidence(db);
  await countEdges(db, { maxEntitiesPerText: 400 });
  await weighEdges(db);
  await layoutGraph(db, null);
});
afterAll(() => db.close());

const all = [ZHANG, LI, BODY, CITY] as string[];
const pairs = all.flatMap((a) => all.filter((b) => b !== a).map((b) => [a, b]));
const ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ...Object.fromEntries(["entity", "neighbors", "offices", "relations"].map((name) => [name, all.map((one) => [one])])),
  ...Object.fromEntries(["common", "path", "tie"].map((name) => [name, pairs])),
  ...Object.fromEntries(["evidence", "timeline"].map((name) => [name, [...all.map((one) => [one]), ...pairs]])),
  search: [["张"], ["qing"], ["zs"], ["nothing at all"]],
  names: [[ZHANG, "老张"] as string[], ["无此人", "张三"]],
  diff: [[], [CITY] as string[]],
  top: [[]],
  issues: [[]],
  explain: [["p#a1"], ["r#a1"]],
  story: [["p#a1"], ["r#a1"]],
};
const OPTIONS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  diff: ["content", "all"].map((layer) => ({ before: "2024", after: "2025", layer })),
  top: [{}, { layer: "all", sort: "pagerank" }],
  neighbors: [{}, { layer: "byline" }],
  evidence: [{}, { layer: "all" }],
};

it.each(QUESTIONS.map((question) => [question.name, question] as const))(
  "%s answers just what its schema says, whether asked here or over JSON",
  async (name, question) => {
    expect(question.answers).toBe(ANSWERS[name as keyof typeof ANSWERS]);
    for (const subjects of ASKED[name]!) {
      for (const options of OPTIONS[name] ?? [{}]) {
        const answer = await question.ask(db, subjects, options);
        expect(question.answers.parse(answer), `${name} ${subjects}`).toEqual(answer);
        expect(question.answers.safeParse(JSON.parse(JSON.stringify(answer))).success).toBe(true);
        expect(question.answers.safeParse({ ...answer, more: 1 }).success).toBe(false);
        for (const key of Object.keys(answer)) {
          const { [key]: _, ...less } = answer as Record<string, unknown>;
          expect(question.answers.safeParse(less).success, `${name} without ${key}`).toBe(false);
        }
      }
    }
  },
);

it("the project has something of everything that is asked", async () => {
  const ask = (name: string, subjects: readonly string[], options = OPTIONS[name]?.[0] ?? {}) =>
    QUESTIONS.find((question) => question.name === name)!.ask(db, subjects, options);
  const some = expect.arrayContaining([expect.anything()]);
  for (const name of ["search", "neighbors", "common", "path", "evidence", "offices", "relations", "top", "issues"])
    expect(await ask(name, name === "common" ? [ZHANG!, BODY!] : ASKED[name]![0]!, {}), name).toMatchObject({
      items: some,
    });
  expect(await ask("explain", ["p#a1"])).toMatchObject({ pieces: some, links: some });
  expect(await ask("entity", [ZHANG!])).toMatchObject({ layers: some, timeline: { points: some } });
  expect(await ask("names", [ZHANG!, "老张"])).toMatchObject({ names: [{ entities: [{ decisions: some }] }, {}] });
  expect(await ask("diff", [])).toMatchObject({ edges: { items: some }, entities: { items: some } });
});

it("a schema that is wider or narrower than its type does not compile", () => {
  const one = true as const satisfies Same<EntityName, Pick<EntityFacts, "entity" | "type" | "name">>;
  const less = false as const satisfies Same<EntityName, EntityFacts>;
  const looser = false as const satisfies Same<{ a: string }, { a: string | null }>;
  const maybe = false as const satisfies Same<{ a: string }, { a?: string }>;
  const listed = false as const satisfies Same<{ a: { b: number }[] }, { readonly a: readonly { b: string }[] }>;
  const frozen = true as const satisfies Same<
    { a: { b: number }[] },
    { readonly a: readonly { readonly b: number }[] }
  >;
  expect([one, less, looser, maybe, listed, frozen]).toEqual([true, false, false, false, false, true]);
  const name = described<EntityName>();
  const wrong = (schema: z.ZodType<EntityFacts>): void => {
    // @ts-expect-error: facts are more than a name.
    name("EntityName", schema);
  };
  expect(wrong).toBeTypeOf("function");
});
