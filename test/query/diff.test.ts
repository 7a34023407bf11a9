import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Layer } from "../../src/entities/index.ts";
import { countEdges, countEntities, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { byKey, compareCodePoints } from "../../src/lib/order.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { changesOf } from "../../src/query/diff-changes.ts";
import { type Diff, diff, diffProjects, QUESTIONS } from "../../src/query/index.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { type ArticleSpec, openProjectOf, type PageSpec, type ProjectSpec } from "../fixtures/graph/small-project.ts";

async function projectOf(spec: ProjectSpec, maxEntitiesPerText = 400): Promise<Database> {
  const db = await openProjectOf(spec);
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db, { maxEntitiesPerText });
  await weighEdges(db);
  return db;
}

const ALL = { limit: 10_000, layer: "all" } as const;
const select = <T>(db: Database, sql: string): Promise<T[]> => db.rows<T>(parseStatement("test", sql));
const DEPTH: Record<Layer, number> = { content: 0, byline: 1, masthead: 2 };
const LAYERS = Object.keys(DEPTH) as Layer[];
const ENTITIES = ["person:习近平", "place:拉萨市", "agency:国务院", "program:𠮷田计划", "person:B"];
// One paper's pages share texts, as continuations do.
const PAGES: readonly PageSpec[] = [
  { page: "p0", paper: "甲报", date: "2025-06-30" },
  { page: "p1", paper: "甲报", date: "2025-07-01" },
  { page: "p2", paper: "乙报", date: null },
  { page: "p3", paper: "乙报", date: "2024-12-31" },
];

const named = fc.tuple(
  fc.constantFrom(...ENTITIES),
  fc.constantFrom<Layer>("content", "content", "byline", "masthead"),
);
const projects = fc
  .array(
    fc.record({
      page: fc.nat(3),
      text: fc.nat(2),
      story: fc.nat(2),
      sentences: fc.array(fc.array(named, { maxLength: 4 }), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((articles): ProjectSpec => {
    const stories = new Map<string, string>();
    return {
      pages: PAGES,
      articles: articles.map(({ page, text, story, sentences }, i) => {
        const text_id = page < 2 ? `t${text}` : `t${i}x`;
        if (!stories.has(text_id)) stories.set(text_id, `s${story}`);
        return { article: `p${page}#a${i}`, page: `p${page}`, text_id, story: stories.get(text_id)!, sentences };
      }),
    };
  });

/** The texts of a part, each as its articles. */
function textsOf({ articles, pages }: ProjectSpec, isIn: (date: string | null, paper: string | null) => boolean) {
  const texts = [...new Set(articles.map(({ text_id }) => text_id!))].map((id) =>
    articles.filter(({ text_id }) => text_id === id),
  );
  return texts.filter((parts) => {
    const own = parts.map(({ page }) => pages.find((one) => one.page === page)!);
    const dates = own.flatMap(({ date }) => (date ? [date] : [])).sort(compareCodePoints);
    return isIn(dates[0] ?? null, own[0]!.paper ?? null);
  });
}

type Texts = readonly (readonly ArticleSpec[])[];

/** Counts of every tie by plain loops: every pair, text, article and sentence. */
function plainTies(texts: Texts): Map<string, Record<string, number>> {
  const ties = new Map<string, Record<string, number>>();
  const depthOf = (list: ArticleSpec["sentences"][number], ends: readonly string[]): number =>
    Math.max(
      ...ends.map((end) =>
        Math.min(...list.filter(([id]) => id === end).map(([, layer]) => DEPTH[layer ?? "content"])),
      ),
    );
  const sorted = [...ENTITIES].sort(compareCodePoints);
  const pairs = sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b] as const));
  for (const ends of pairs) {
    for (const layer of LAYERS) {
      const has = (list: ArticleSpec["sentences"][number]): boolean => depthOf(list, ends) === DEPTH[layer];
      const tied = texts.filter((parts) => has(parts.flatMap(({ sentences }) => sentences.flat())));
      if (tied.length === 0) continue;
      ties.set([...ends, layer].join(" "), {
        stories: new Set(tied.map(([first]) => first!.story)).size,
        close: tied.flat().filter(({ sentences }) => sentences.some(has)).length,
        articles: tied.flat().filter(({ sentences }) => has(sentences.flat())).length,
        texts: tied.length,
      });
    }
  }
  return ties;
}

/** Counts of every entity in the content, by plain loops. */
function plainEntities(texts: Texts): Map<string, Record<string, number>> {
  const counts = new Map<string, Record<string, number>>();
  for (const entity of ENTITIES) {
    const mentions = texts
      .flat()
      .flatMap((article) =>
        article.sentences.flat().flatMap(([id, layer]) => (id === entity && layer === "content" ? [article] : [])),
      );
    if (mentions.length === 0) continue;
    const [stories, articles] = [mentions.map(({ story }) => story), mentions.map(({ article }) => article)];
    counts.set(entity, {
      stories: new Set(stories).size,
      articles: new Set(articles).size,
      mentions: mentions.length,
    });
  }
  return counts;
}

type Counted = ReadonlyMap<string, Record<string, number>>;

/** What changed in stories, by name; what a side lacks has no counts. */
function plainChanges(before: Counted, after: Counted) {
  const rows = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [b, a] = [before.get(key), after.get(key)];
    if (b?.stories === a?.stories) return [];
    const change = !b ? "came" : !a ? "went" : a.stories! > b.stories! ? "grew" : "shrank";
    const none = Object.fromEntries(Object.keys((a ?? b)!).map((measure) => [measure, 0]));
    return [{ key, change, before: b ?? none, after: a ?? none }];
  });
  return rows.sort(byKey(({ key }) => key));
}

const edgeRows = ({ edges }: Pick<Diff, "edges">) =>
  edges.items
    .map(({ source, target, layer, ...rest }) => ({ key: `${source.entity} ${target.entity} ${layer}`, ...rest }))
    .sort(byKey(({ key }) => key));
const entityRows = ({ entities }: Pick<Diff, "entities">) =>
  entities.items
    .map(({ entity, type: _, name: __, ...rest }) => ({ key: entity, ...rest }))
    .sort(byKey(({ key }) => key));

describe("diff of two periods", () => {
  it("agrees with a plain recount of both parts, of all ties and of one entity's", async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (spec) => {
        const db = await projectOf(spec);
        const periods = { before: "2024-01..2025-06", after: "2025-06-30..", afterPaper: "甲报" };
        const before = textsOf(spec, (date) => date !== null && date >= "2024-01-01" && date <= "2025-06-30");
        const after = textsOf(spec, (date, paper) => date !== null && date >= "2025-06-30" && paper === "甲报");
        const answer = await diff(db, [], { ...ALL, ...periods });
        const ties = plainChanges(plainTies(before), plainTies(after));
        expect(edgeRows(answer)).toEqual(ties);
        expect([answer.before.texts, answer.after.texts]).toEqual([before.length, after.length]);
        expect(answer.undated).toBe(textsOf(spec, (date) => date === null).length);
        const content = await diff(db, [], { ...ALL, ...periods, layer: "content" });
        expect(entityRows(content)).toEqual(plainChanges(plainEntities(before), plainEntities(after)));
        if ((await select(db, "SELECT entity FROM entities WHERE entity = 'person:B'")).length > 0) {
          const one = await diff(db, ["person:B"], { ...ALL, ...periods });
          expect(edgeRows(one)).toEqual(ties.filter(({ key }) => key.split(" ").includes("person:B")));
        }
        db.close();
      }),
      { numRuns: 12 },
    );
  }, 30_000);

  it("counts a part that is the whole project as edges and layer_counts have it", async () => {
    await fc.assert(
      fc.asyncProperty(projects, fc.constantFrom(2, 3, 400), async (spec, cap) => {
        const db = await projectOf(spec, cap);
        // Nothing is before the year 1: all came.
        const { edges, entities } = await diff(db, [], { ...ALL, before: "0001", after: ".." });
        const stored = await select<{ key: string }>(
          db,
          "SELECT CONCAT(source, ' ', target, ' ', layer) AS key, stories, close, articles, texts FROM edges",
        );
        expect(edgeRows({ edges }).map(({ key, after }) => ({ key, ...after }))).toEqual(
          stored.sort(byKey(({ key }) => key)),
        );
        const counts = await select<{ key: string }>(
          db,
          "SELECT entity AS key, stories, articles, mentions FROM entities",
        );
        expect(entityRows({ entities }).map(({ key, after }) => ({ key, ...after }))).toEqual(
          counts.sort(byKey(({ key }) => key)),
        );
        db.close();
      }),
      { numRuns: 8 },
    );
  }, 30_000);
});

const article = (page: string, n: number, ...names: string[]): ArticleSpec => ({
  article: `${page}#a${n}`,
  page,
  sentences: [names.map((name) => [name] as const)],
});
const [XI, LHASA, COUNCIL] = ["person:习近平", "place:拉萨市", "agency:国务院"] as const;
const SPEC: ProjectSpec = {
  pages: PAGES,
  articles: [
    article("p3", 1, XI, LHASA),
    article("p0", 1, XI, COUNCIL),
    article("p1", 1, XI, COUNCIL),
    article("p1", 2, XI, COUNCIL),
    article("p1", 3, COUNCIL, LHASA),
    article("p2", 1, XI, LHASA),
  ],
};
const PERIODS = { before: "..2025-06", after: "2025-07.." };

describe("diff", () => {
  let db: Database;
  beforeAll(async () => {
    db = await projectOf(SPEC);
  });
  afterAll(() => db.close());

  const changes = ({ edges }: Pick<Diff, "edges">) =>
    edges.items.map(({ source, target, change }) => [source.name, target.name, change]);

  it("lists what changed, the biggest change first, and tallies what it does not list", async () => {
    const { edges, before, after } = await diff(db, [], { ...PERIODS, limit: 2 });
    expect(changes({ edges })).toEqual([
      ["国务院", "习近平", "grew"],
      ["国务院", "拉萨市", "came"],
    ]);
    expect(edges).toMatchObject({ total: 3, limit: 2, tally: { came: 1, went: 1, grew: 1, shrank: 0, same: 0 } });
    expect([before.to, after.from, before.texts, after.texts]).toEqual(["2025-06-30", "2025-07-01", 2, 3]);
    const rest = await diff(db, [], { ...PERIODS, limit: 2, offset: 2 });
    expect(changes(rest)).toEqual([["习近平", "拉萨市", "went"]]);
  });

  it("keeps to one kind of change, to types, and to an entity with whom it is tied", async () => {
    expect(changes(await diff(db, [], { ...PERIODS, change: "went" }))).toEqual([["习近平", "拉萨市", "went"]]);
    expect(changes(await diff(db, [], { ...PERIODS, types: ["agency", "person"] }))).toHaveLength(1);
    const { edges, entities } = await diff(db, ["拉萨市"], { ...PERIODS, types: ["agency"] });
    expect(changes({ edges })).toEqual([["国务院", "拉萨市", "came"]]);
    expect(entities.tally).toEqual({ came: 0, went: 0, grew: 0, shrank: 0, same: 1 });
  });

  it("lists the same parts of a long list as one sort of all", () => {
    const chance = seededRandom(5);
    const column = (): Int32Array => Int32Array.from({ length: 9_000 }, () => Math.floor(chance() * 4));
    const counts = {
      rows: 9_000,
      keys: { number: Int32Array.from({ length: 9_000 }, (_, i) => (i * 7_919) % 9_000) },
      before: { stories: column(), close: column() },
      after: { stories: column(), close: column() },
    };
    const ask = (offset: number, limit: number) =>
      changesOf(counts, {
        change: null,
        keys: ["number"],
        measures: ["stories", "close"],
        offset,
        limit,
        keep: () => true,
      });
    const all = ask(0, 9_000).items;
    for (const [offset, limit] of [
      [0, 3],
      [250, 20],
      [1_200, 500],
      [all.length - 1, 5],
      [all.length, 1],
    ] as const) {
      expect(ask(offset, limit).items).toEqual(all.slice(offset, offset + limit));
    }
  });

  it("compares two papers", async () => {
    const { before, after, edges } = await diff(db, [], { beforePaper: "乙报", afterPaper: "甲报" });
    expect([before.texts, after.texts, edges.tally]).toEqual([2, 4, { came: 2, went: 1, grew: 0, shrank: 0, same: 0 }]);
  });

  it.each([
    {},
    { before: "2025-13" },
    { before: "2025-02-30" },
    { before: "2025-00" },
    { beforePaper: "甲", afterPaper: "乙报" },
    { before: "" },
    { before: "2025-07..2025-06" },
    { before: "last year" },
    { before: "2024..2025..2026" },
  ])("refuses %o", async (options) => {
    await expect(diff(db, [], options)).rejects.toThrow(InputError);
  });

  it("has no option that names a folder: HTTP asks the same question", async () => {
    const question = QUESTIONS.find(({ name }) => name === "diff")!;
    await expect(question.ask(db, [], { ...PERIODS, with: "/" })).rejects.toThrow();
  });

  it("compares two projects by ids, whatever their numbers", async () => {
    const other = await projectOf({
      pages: PAGES,
      articles: [article("p0", 1, XI, COUNCIL), article("p1", 1, "agency:中国银行", LHASA, XI)],
    });
    const { edges, entities } = await diffProjects(db, other, []);
    expect(changes({ edges })).toEqual([
      ["国务院", "习近平", "shrank"],
      ["习近平", "拉萨市", "shrank"],
      ["中国银行", "习近平", "came"],
      ["中国银行", "拉萨市", "came"],
      ["国务院", "拉萨市", "went"],
    ]);
    expect(entities.tally).toEqual({ came: 1, went: 0, grew: 0, shrank: 3, same: 0 });
    expect((await diffProjects(other, db, [])).edges.tally).toMatchObject({ came: 1, went: 2, grew: 2 });
    const { of, ...one } = await diffProjects(db, other, ["中国银行"]);
    expect([of.map(({ name }) => name), one.edges.total, one.entities.total]).toEqual([["中国银行"], 2, 1]);
    expect((await diffProjects(db, db, [])).edges.total).toBe(0);
    await expect(diffProjects(db, other, ["无名"])).rejects.toThrow(InputError);
    other.close();
  });
});
