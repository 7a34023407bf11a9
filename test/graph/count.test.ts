import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../src/entities/index.ts";
import { countEdges, countEntities, weighEdges } from "../../src/graph/index.ts";
import { compareCodePoints } from "../../src/lib/order.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { randomProject } from "../fixtures/graph/random-project.ts";
import { type ArticleSpec, openProjectOf, type ProjectSpec } from "../fixtures/graph/small-project.ts";

interface Edge {
  source: string;
  target: string;
  layer: Layer;
  articles: number;
  close: number;
  texts: number;
  stories: number;
  papers: number;
  first_date: string | null;
  last_date: string | null;
}

const COLUMNS = "source, target, layer, articles, close, texts, stories, papers, first_date, last_date";

async function edgesOf(spec: ProjectSpec, maxEntitiesPerText = 400) {
  const db = await openProjectOf(spec);
  await countEntities(db);
  const issues = await countEdges(db, { maxEntitiesPerText });
  await weighEdges(db);
  const edges = await select<Edge>(db, `SELECT ${COLUMNS} FROM edges`);
  db.close();
  return { issues, edges: edges.sort(byEnds) };
}

const select = <T>(db: Database, sql: string): Promise<T[]> => db.rows<T>(parseStatement("test", sql));

const byEnds = (a: Edge, b: Edge): number =>
  compareCodePoints(a.source, b.source) || compareCodePoints(a.target, b.target) || compareCodePoints(a.layer, b.layer);

const DEPTH: Record<Layer, number> = { content: 0, byline: 1, masthead: 2 };

/** The plain double loop: every pair of entities, every text, every article, every sentence. */
function plainEdges({ pages, articles }: ProjectSpec): Edge[] {
  const entities = [...new Set(articles.flatMap((a) => a.sentences.flat().map(([entity]) => entity)))];
  entities.sort(compareCodePoints);
  const depthIn = (list: readonly (readonly [string, Layer?, string?])[], entity: string): number =>
    Math.min(...list.filter(([name]) => name === entity).map(([, layer = "content"]) => DEPTH[layer]));
  const texts = new Set(articles.map(textOf));
  const edges: Edge[] = [];
  for (const source of entities) {
    for (const target of entities) {
      if (compareCodePoints(source, target) >= 0) continue;
      for (const layer of ["content", "byline", "masthead"] as const) {
        const at = (list: readonly (readonly [string, Layer?, string?])[]): number =>
          Math.max(depthIn(list, source), depthIn(list, target));
        const named = [...texts]
          .map((text) => articles.filter((article) => textOf(article) === text))
          .filter((parts) => at(parts.flatMap((part) => part.sentences.flat())) === DEPTH[layer]);
        if (named.length === 0) continue;
        const parts = named.flat();
        const pageOf = (part: ArticleSpec) => pages.find(({ page }) => page === part.page)!;
        const dates = parts.map((part) => pageOf(part).date ?? null).filter((date) => date !== null);
        dates.sort(compareCodePoints);
        const within = parts.filter((part) => at(part.sentences.flat()) === DEPTH[layer]);
        edges.push({
          source,
          target,
          layer,
          articles: within.length,
          close: parts.filter((part) => part.sentences.some((sentence) => at(sentence) === DEPTH[layer])).length,
          texts: named.length,
          stories: new Set(named.map(([first]) => first!.story ?? textOf(first!))).size,
          papers: new Set(named.map(([first]) => pageOf(first!).paper ?? `?${first!.page}`)).size,
          first_date: dates[0] ?? null,
          last_date: dates.at(-1) ?? null,
        });
      }
    }
  }
  return edges.sort(byEnds);
}

const textOf = (article: ArticleSpec): string => article.text_id ?? article.article;

// Two pages of one paper, one of another, two of unknown papers; a text lies on the pages of one paper, as continuations do.
const PAGES = [
  { page: "p0", paper: "甲报", date: "2025-08-29" },
  { page: "p1", paper: "甲报", date: "2025-08-30" },
  { page: "p2", paper: "乙报", date: null },
  { page: "p3", paper: null, date: "2025-09-01" },
  { page: "p4", paper: null, date: null },
];

const ENTITIES = [
  "person:习近平",
  "place:拉萨市",
  "agency:国务院",
  "program:𠮷田计划",
  "program:\uf900计划",
  "person:B",
];

const projects = fc
  .array(
    fc.record({
      page: fc.nat(4),
      text: fc.nat(3),
      story: fc.nat(2),
      sentences: fc.array(
        fc.array(
          fc.tuple(
            fc.constantFrom(...ENTITIES),
            fc.constantFrom<Layer>("content", "content", "content", "byline", "masthead"),
          ),
          { maxLength: 4 },
        ),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 9 },
  )
  .map((articles): ProjectSpec => {
    const continued = new Map<string, string>();
    return {
      pages: PAGES,
      articles: articles.map(({ page, text, story, sentences }, i) => {
        // Only the two pages of 甲报 share texts.
        const text_id = page < 2 ? `t${text}` : `t${i}x`;
        if (!continued.has(text_id)) continued.set(text_id, `s${story}`);
        return { article: `p${page}#a${i}`, page: `p${page}`, text_id, story: continued.get(text_id)!, sentences };
      }),
    };
  });

describe("countEdges", () => {
  it("agrees with a plain double loop on random mentions", async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (spec) => {
        expect((await edgesOf(spec)).edges).toEqual(plainEdges(spec));
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it("counts a wire text in three papers as three articles, one story, three papers", async () => {
    const sentences = [[["person:甲"], ["place:乙"]]] as const;
    const pages = ["a", "b", "c"].map((page) => ({ page, paper: `${page}报`, date: "2025-01-01" }));
    const articles = pages.map(({ page }) => ({ article: `${page}#a1`, page, story: "wire", sentences }));
    const { edges } = await edgesOf({ pages, articles });
    expect(edges).toMatchObject([{ articles: 3, close: 3, texts: 3, stories: 1, papers: 3 }]);
  });

  it("ties two that only the parts of one continued text name, with no article that names both", async () => {
    const { edges } = await edgesOf({
      pages: PAGES,
      articles: [
        { article: "p0#a1", page: "p0", text_id: "t", sentences: [[["person:甲"]]] },
        { article: "p1#a1", page: "p1", text_id: "t", sentences: [[["place:乙"]]] },
      ],
    });
    expect(edges).toMatchObject([
      { articles: 0, close: 0, texts: 1, papers: 1, first_date: "2025-08-29", last_date: "2025-08-30" },
    ]);
  });

  it("says how many pairs a capped text left out, and keeps the most often named", async () => {
    const { edges, issues } = await edgesOf(
      {
        pages: PAGES,
        articles: [
          { article: "p0#a1", page: "p0", sentences: [[["person:甲"], ["person:乙"], ["person:丙"]], [["person:丙"]]] },
        ],
      },
      2,
    );
    expect(edges.map(({ source, target }) => [source, target])).toEqual(
      [["person:丙", "person:乙"]].map((e) => e.sort(compareCodePoints)),
    );
    expect(issues).toMatchObject([{ page: "p0", article: "p0#a1", code: "pairs-capped", count: 2 }]);
  });

  it("makes nothing of an empty project", async () => {
    expect(await edgesOf({ pages: [], articles: [] })).toEqual({ edges: [], issues: [] });
  });
});

describe("countEntities", () => {
  it("keeps the counts of a layer under the numbers of the entities, in their order", async () => {
    const spec = randomProject({ names: ["person:张三", "place:清河市", "agency:清河市委"], articles: 12, seed: 3 });
    const db = await openProjectOf(spec);
    await countEntities(db);
    const rows = await db.rows<{ number: number; own: number }>(
      parseStatement(
        "t",
        "SELECT l.number, e.number AS own FROM layer_counts l JOIN entities e ON e.entity = l.entity",
      ),
    );
    const stored = await db.rows<{ number: number }>(parseStatement("t", "SELECT number FROM layer_counts"));
    expect(rows.length).toBeGreaterThan(3);
    for (const { number, own } of rows) expect(number).toBe(own);
    expect(stored).toEqual([...stored].sort((a, b) => a.number - b.number));
    db.close();
  });
  it("lists other printed forms as aliases, the commonest first", async () => {
    const db = await openProjectOf({
      pages: PAGES,
      articles: [
        {
          article: "p0#a1",
          page: "p0",
          sentences: [
            [
              ["agency:上海合作组织", "content", "上合组织"],
              ["agency:上海合作组织", "content", "上合"],
            ],
          ],
        },
        {
          article: "p3#a1",
          page: "p3",
          sentences: [[["agency:上海合作组织"], ["agency:上海合作组织", "byline", "上合组织"]]],
        },
      ],
    });
    await countEntities(db);
    expect(await select(db, "SELECT * FROM entities")).toEqual([
      {
        entity: "agency:上海合作组织",
        type: "agency",
        number: 1,
        subtype: null,
        name: "上海合作组织",
        aliases: '["上合组织","上合"]',
        mentions: 4,
        articles: 2,
        stories: 2,
        papers: 2,
        first_date: "2025-08-29",
        last_date: "2025-09-01",
      },
    ]);
    expect(await select(db, "SELECT * FROM spellings")).toEqual([
      {
        entity: "agency:上海合作组织",
        pinyin: "shang hai he zuo zu zhi",
        initials: "shhzzz",
        alias_pinyin: '["shang he zu zhi","shang he"]',
      },
    ]);
    expect(await select(db, "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'count%'")).toEqual([]);
    db.close();
  });
});

describe("weighEdges", () => {
  it("weighs ties of two stories and leaves p and q open in a small project", async () => {
    const pair = [[["person:甲"], ["place:乙"]]] as const;
    const db = await openProjectOf({
      pages: PAGES,
      articles: [
        { article: "p0#a1", page: "p0", sentences: pair },
        { article: "p0#a2", page: "p0", sentences: pair },
        { article: "p0#a3", page: "p0", sentences: [[["person:甲"], ["agency:丙"]]] },
        { article: "p0#a4", page: "p0", sentences: [[]] },
      ],
    });
    await countEntities(db);
    await countEdges(db);
    await weighEdges(db);
    const edges = await select(db, "SELECT source, npmi, g2, p, q, backbone FROM edges ORDER BY source");
    // both 2, a 3, b 2, total 4: ln((2·4)/(3·2)) / ln(2)
    expect(edges).toEqual([
      { source: "agency:丙", npmi: null, g2: null, p: null, q: null, backbone: true },
      { source: "person:甲", npmi: 0.415037, g2: 1.72609, p: null, q: null, backbone: true },
    ]);
    db.close();
  });

  it("takes no reprint for a witness, but a text that comes back to a pair", async () => {
    const names = (["甲", "乙", "丙", "丁", "戊", "己"] as const).map((name) => [`person:${name}`] as const);
    const printed = (page: string) => ({ article: `${page}#a1`, page, story: "p0#a1", sentences: [names] });
    const pair = [["place:东"], ["place:西"]] as const;
    const db = await openProjectOf({
      pages: PAGES,
      articles: [
        ...PAGES.map(({ page }) => printed(page)),
        { article: "p0#a2", page: "p0", sentences: [pair, pair, pair] },
      ],
    });
    await countEntities(db);
    await countEdges(db);
    await weighEdges(db);
    const rules = await select<{ articles: number; backbone: boolean; backbone_rule: string | null }>(
      db,
      "SELECT articles, backbone, backbone_rule FROM edges ORDER BY source, target",
    );
    expect(rules.slice(0, 15).every(({ articles }) => articles === PAGES.length)).toBe(true);
    expect(new Set(rules.slice(0, 15).map(({ backbone_rule }) => backbone_rule))).toEqual(new Set(["company", null]));
    expect(rules[15]).toEqual({ articles: 1, backbone: true, backbone_rule: "repeated" });
    expect(rules.every(({ backbone, backbone_rule }) => backbone === (backbone_rule !== null))).toBe(true);
    db.close();
  });

  it("tests ties in a project of two hundred stories", async () => {
    const articles = Array.from({ length: 200 }, (_, i) => ({
      article: `p0#a${i}`,
      page: "p0",
      sentences: i < 5 ? ([[["person:甲"], ["place:乙"]]] as const) : i < 8 ? ([[["person:甲"]]] as const) : [],
    }));
    const db = await openProjectOf({ pages: PAGES, articles });
    await countEntities(db);
    await countEdges(db);
    await weighEdges(db);
    const [edge] = await select<{ p: number; q: number; backbone: boolean }>(db, "SELECT p, q, backbone FROM edges");
    // All five of 乙's stories among 甲's eight: C(8,5)/C(200,5)
    expect(edge?.p).toBeCloseTo(56 / 2_535_650_040, 12);
    expect(edge?.q).toBe(edge?.p);
    expect(edge?.backbone).toBe(true);
    db.close();
  });
});
