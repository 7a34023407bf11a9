// Why a tie is shown or hidden: by hand on a small project, and in agreement with what the build did on a large one.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEdges, countEntities, layoutGraph, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { seededRandom } from "../../src/lib/random.ts";
import {
  description,
  explainTie,
  prepareQuestions,
  QUESTIONS,
  type TieExplanation,
  top,
} from "../../src/query/index.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { type ArticleSpec, type Named, openProjectOf } from "../fixtures/graph/small-project.ts";

interface Limits {
  readonly maxEntitiesPerText?: number;
  /** 0 to draw nothing. */
  readonly maxDrawn?: number;
}

async function projectOf(articles: readonly ArticleSpec[], limits: Limits = {}): Promise<Database> {
  const db = await openProjectOf({ pages: [{ page: "p", paper: "甲报", date: "2025-08-29" }], articles });
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db, { maxEntitiesPerText: limits.maxEntitiesPerText ?? 400 });
  await weighEdges(db);
  if (limits.maxDrawn !== 0)
    await layoutGraph(db, null, { maxDrawn: limits.maxDrawn ?? 5_000, maxDrawnOthers: 10, maxDrawnEdges: 100_000 });
  return db;
}

const article = (n: number, ...sentences: Named[][]): ArticleSpec => ({ article: `p#a${n}`, page: "p", sentences });
const person = (...names: string[]): Named[] => names.map((name) => [`person:${name}`] as const);
const said = ({ words }: TieExplanation, language: "zh" | "en" = "en"): string =>
  words.map((one) => one[language]).join("\n");

describe("a tie in a project of few stories", () => {
  let db: Database;
  beforeAll(async () => {
    db = await projectOf([
      article(1, person("甲", "乙"), person("丙", "丁", "戊"), person("己", "庚")),
      article(2, person("甲", "乙")),
      article(3, person("丙", "丁")),
      article(4, person("戊"), [["person:记者", "byline"]]),
      article(5, person("辛")),
    ]);
  });
  afterAll(() => db.close());

  it("comes with its 2×2 table, measures and the fact that nothing is tested", async () => {
    const tie = await explainTie(db, ["甲", "乙"]);
    expect(tie.table).toEqual({ both: 2, a: 2, b: 2, total: 5 });
    // 2·2/5 by chance; 2 of 2; 2 / 0.8; ln(2.5)/ln(2.5)
    expect(tie.expected).toBe(0.8);
    expect(tie.measures).toMatchObject({ jaccard: 1, association_strength: 2.5, npmi: 1 });
    // 2·(2·ln(2.5) + 3·ln(5/3))
    expect(tie.measures.g2).toBeCloseTo(2 * (2 * Math.log(2.5) + 3 * Math.log(5 / 3)), 4);
    // 甲, 乙, 丙, 丁 and 戊 are in two stories each: ten pairs.
    expect(tie.test).toEqual({
      ...{ stories: 5, least: 200, tested: false, testable: 5, tests: 10 },
      ...{ p: null, q: null, method: null, untested: "too-few-stories" },
    });
    expect(tie.layers).toEqual([
      {
        ...{ layer: "content", articles: 2, close: 2, texts: 2, stories: 2, papers: 1 },
        ...{ first_date: "2025-08-29", last_date: "2025-08-29" },
      },
    ]);
    // 甲 has six ties that sum to seven stories, two of them here: (1 − 2/7)⁵
    expect(tie.ends[0]).toMatchObject({ ties: 6, strength: 7, place: 1, drawn: true });
    expect(tie.ends[0].alpha).toBeCloseTo((5 / 7) ** 5, 6);
    expect(tie).toMatchObject({ rule: "repeated", witnesses: true, map: { state: "drawn", why: "repeated" } });
    expect(said(tie)).toContain("Too few stories to test (5 < 200)");
    expect(said(tie, "zh")).toContain("稿数太少，未作检验（5 < 200）");
  });

  it("says of a hidden one why it is hidden and how to see it", async () => {
    const tie = await explainTie(db, ["己", "乙"]);
    expect(tie.rule).toBeNull();
    expect(tie.map).toEqual({ state: "on-request", why: "not-in-backbone" });
    expect(tie.measures).toMatchObject({ npmi: null, g2: null, jaccard: 0.5 });
    expect(tie.ends.every(({ place }) => place! > 2)).toBe(true);
    expect(said(tie)).toMatch(/not drawn at first; ask for all ties.*only 1 story names both/u);
  });

  it("answers for two that never meet, and counts whom both know", async () => {
    const tie = await explainTie(db, ["甲", "辛"]);
    expect(tie).toMatchObject({ layers: [], rule: null, alpha: null, common: 0, texts: 0 });
    expect(tie.map).toEqual({ state: "no-tie", why: "never-together" });
    expect(tie.table).toEqual({ both: 0, a: 2, b: 1, total: 5 });
    expect(tie.test.untested).toBe("never-together");
    expect(said(tie)).toContain("no text names both");
  });

  it("says that a byline is no content", async () => {
    const tie = await explainTie(db, ["记者", "戊"]);
    expect(tie.map).toEqual({ state: "on-request", why: "other-layer" });
    expect(tie.layers.map(({ layer }) => layer)).toEqual(["byline"]);
    expect(tie.ends[0]).toMatchObject({ stories: 0, rank: null });
    expect(said(tie, "zh")).toContain("署名");
  });

  it("is counted alike from memory and from the tables", async () => {
    const names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "记者"];
    const pairs = names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b]));
    const explain = async (of: Database) => {
      const ties: TieExplanation[] = [];
      for (const pair of pairs) ties.push(await explainTie(of, pair));
      return ties;
    };
    const fromTables = await explain(db);
    await prepareQuestions(db);
    expect(await explain(db)).toEqual(fromTables);
  });

  it("refuses one entity twice and names that nothing has; it is a question like the others", async () => {
    await expect(explainTie(db, ["甲", "甲"])).rejects.toThrow(InputError);
    await expect(explainTie(db, ["甲", "无此"])).rejects.toThrow(InputError);
    const question = QUESTIONS.find(({ name }) => name === "tie")!;
    expect(await question.ask(db, ["甲", "乙"], {})).toEqual(await explainTie(db, ["甲", "乙"]));
  });

  it("has community and centralities of who is drawn; the most central come first when asked for", async () => {
    const { graph } = await description(db, "戊");
    expect(graph).toMatchObject({ degree: 6, weighted_degree: 6, stability: 1, sampling: { nodes: 8, pivots: 8 } });
    const members = graph!.community_members.map(({ name }) => name);
    expect(members.slice(0, graph!.community_name.length)).toEqual(graph!.community_name);
    expect([members.length, members.includes("戊")]).toEqual([graph!.community_size, true]);
    expect((await description(db, "记者")).graph).toBeNull();
    const { items, sort } = await top(db, { sort: "weighted_degree", layer: "all" });
    expect(sort).toBe("weighted_degree, stories, mentions, id");
    expect(items.map(({ centrality }) => centrality?.weighted_degree ?? null)).toEqual([7, 7, 7, 7, 6, 6, 6, 0, null]);
  });
});

it("tells of a text whose pairs were capped, and of an end that is not drawn", async () => {
  const list = article(1, person("甲", "甲", "甲", "乙", "乙", "丙"), person("丙", "丁"));
  const capped = await projectOf([list], { maxEntitiesPerText: 3 });
  const tie = await explainTie(capped, ["甲", "丁"]);
  expect(tie).toMatchObject({ texts: 1, map: { state: "no-tie", why: "capped" } });
  capped.close();
  const small = await projectOf([list], { maxDrawn: 2 });
  const hidden = await explainTie(small, ["甲", "丁"]);
  expect(hidden.map).toEqual({ state: "not-drawn", why: "end-not-drawn" });
  expect(hidden.ends.map(({ rank, drawn }) => [rank, drawn])).toEqual([
    [1, true],
    [4, false],
  ]);
  expect(said(hidden)).toContain("丁 is number 4");
  small.close();
});

describe("every tie of a project large enough to test", () => {
  it("is explained by the rule that the build found", async () => {
    const random = seededRandom(3);
    // Two hubs that are everywhere, three pairs that keep together, and a crowd.
    const articles = Array.from({ length: 210 }, (_, n) => {
      const pair = ["子", "丑", "寅"][n % 3]!;
      const crowd = Array.from({ length: 3 }, () => `众${Math.floor(40 * random() ** 2)}`);
      const named = [
        ...(n % 2 === 0 ? ["枢一", "枢二"] : []),
        ...(n % 7 === 0 ? [`${pair}甲`, `${pair}乙`] : []),
        ...crowd,
      ];
      return article(n, person(...new Set(named)));
    });
    const db = await projectOf(articles, { maxDrawn: 0 });
    const pairs = await db.rows<{ source: string; target: string }>(
      parseStatement("test", "SELECT source, target FROM edges WHERE layer = 'content' ORDER BY source, target"),
    );
    const ties: TieExplanation[] = [];
    const sampled = pairs.filter((_, i) => i % 25 === 0 || pairs[i]!.source.includes("丑"));
    for (const { source, target } of sampled) ties.push(await explainTie(db, [source, target]));
    for (const { rule, test, alpha, witnesses, ends, table } of ties) {
      expect(test.tested).toBe(true);
      expect(test.untested).toBe(table.both < 2 ? "too-few-shared" : null);
      const isCompany = ends.some(({ place }) => place! <= 2);
      if (test.q !== null && test.q <= 0.05) expect(rule).toBe("significant");
      else if (alpha! <= 0.05 && witnesses) expect(rule).toBe("disparity");
      else if (isCompany) expect(rule).toBe("company");
      else expect([null, "bridge"]).toContain(rule);
    }
    const found = new Set(ties.map(({ rule }) => rule));
    for (const rule of ["significant", null] as const) expect(found).toContain(rule);
    const kept = await explainTie(db, ["丑甲", "丑乙"]);
    expect(kept).toMatchObject({ rule: "significant", test: { method: "fisher" } });
    expect(said(kept)).toContain("Fisher’s exact test: p = ");
    db.close();
  }, 20_000);
});
