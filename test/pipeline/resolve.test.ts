// Names over a whole project, made by hand: what the rules join and part, what a person decides, what is refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecisions, readResources } from "../../src/entities/index.ts";
import type { Issue } from "../../src/lib/issue.ts";
import { createReadTables, resolveEntities } from "../../src/pipeline/resolve.ts";
import { createTables, Database, parseStatement, type Row } from "../../src/store/index.ts";
import { type ArticleSpec, type Named, type ProjectSpec, projectRows } from "../fixtures/graph/small-project.ts";

const resources = readResources();

interface Given extends ProjectSpec {
  /** article, person, body, title */
  readonly offices?: readonly (readonly [string, string, string, string])[];
  /** Entities whose short surfaces were declared in the text. */
  readonly declared?: readonly string[];
}

interface Outcome {
  /** "ARTICLE SURFACE → ENTITY", sorted. */
  readonly read: string[];
  readonly decisions: Row[];
  readonly redirects: Record<string, string>;
  readonly issues: Issue[];
}

/** Shuffles by a key, so that rows come in another order. */
const mixed = <T>(rows: readonly T[], seed: number): T[] =>
  rows
    .map((row, i) => [((i + 1) * (2 * seed + 1) * 7919) % 10_007, row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);

async function resolve(given: Given, decisions = "", seed = 0): Promise<Outcome> {
  const db = await Database.open(":memory:", { threads: 1 });
  await createTables(db);
  await createReadTables(db);
  const { mentions, ...rows } = projectRows(given);
  for (const [table, list] of Object.entries(rows)) await db.append(table, seed ? mixed(list, seed) : list);
  const read = mentions!.map((row) =>
    row.surface !== row.name && given.declared?.includes(String(row.entity))
      ? { ...row, rule: "full-name-in-article" }
      : row,
  );
  await db.append("read_mentions", seed ? mixed(read, seed) : read);
  const offices = (given.offices ?? []).map(([article, person, body, title]) => {
    const at = read.find((row) => row.article === article && row.entity === body)?.start_at ?? null;
    return { article, person, body, body_at: at, title };
  });
  await db.append("read_offices", seed ? mixed(offices, seed) : offices);
  const issues = await resolveEntities(db, parseDecisions(decisions, "f"), resources);
  const select = <T>(sql: string): Promise<T[]> => db.rows<T>(parseStatement("test", sql));
  const found = await select<{ line: string }>(
    "SELECT CONCAT(article, ' ', surface, ' → ', entity) AS line FROM mentions ORDER BY article, start_at, entity",
  );
  const redirects = await select<{ former: string; entity: string }>(
    "SELECT former, entity FROM redirects ORDER BY former",
  );
  const outcome = {
    read: found.map(({ line }) => line),
    decisions: await select<Row>("SELECT surface, page, entity, rule, reason FROM decisions ORDER BY ALL"),
    redirects: Object.fromEntries(redirects.map(({ former, entity }) => [former, entity])),
    issues,
  };
  db.close();
  return outcome;
}

const entities = ({ read }: Outcome): string[] => [...new Set(read.map((line) => line.split(" → ")[1]!))].sort();
const rulesOf = ({ decisions }: Outcome): unknown[] => decisions.map(({ rule, surface }) => `${rule} ${surface}`);

/** An article a page; each sentence names its names. */
const onePages = (...names: Named[][]): Given => ({
  pages: names.map((_, i) => ({ page: `p${i}`, paper: "甲报", date: `2025-08-${10 + i}` })),
  articles: names.map((own, i): ArticleSpec => ({ article: `p${i}#a1`, page: `p${i}`, sentences: [own] })),
});

describe("two names are one", () => {
  it("when a body's place and organ are the same in full", async () => {
    const outcome = await resolve(
      onePages(
        [["agency:北京市教委"], ["agency:北京市教委"]],
        [["agency:北京市教委"]],
        [["agency:北京市教育委员会"]],
        [["agency:河北省邯郸市涉县水利局"]],
        [["agency:涉县水利局"]],
      ),
    );
    expect(entities(outcome)).toEqual(["agency:北京市教委", "agency:涉县水利局"]);
    expect(outcome.redirects).toEqual({
      "agency:北京市教育委员会": "agency:北京市教委",
      "agency:河北省邯郸市涉县水利局": "agency:涉县水利局",
    });
    expect(rulesOf(outcome)).toEqual(["same-body 北京市教育委员会", "same-body 河北省邯郸市涉县水利局"]);
  });

  it("not when the place may be two, or the level is another", async () => {
    const names = ["agency:吉林委", "agency:吉林市委", "agency:吉林省委", "agency:重庆市委", "agency:重庆市渝中区委"];
    expect(entities(await resolve(onePages(names.map((name) => [name]))))).toEqual([...names].sort());
  });

  it("when a company has a country and a tail about a name of the gazetteer, and no organ of state has", async () => {
    const outcome = await resolve(
      onePages([["agency:美国高盛集团"]], [["agency:高盛"]], [["agency:美国国务院"]], [["agency:国务院"]]),
    );
    expect(entities(outcome)).toEqual(["agency:国务院", "agency:美国国务院", "agency:高盛"]);
  });

  it("when a text of the story, or the paper that day, declares the short form; elsewhere it stays as it is", async () => {
    const full = "agency:中核华铀科技发展有限公司";
    const given: Given = {
      pages: [
        { page: "p1", paper: "甲报", date: "2025-08-29" },
        { page: "p2", paper: "甲报", date: "2025-08-29" },
        { page: "p3", paper: "乙报", date: "2025-08-30" },
        { page: "p4", paper: "丙报", date: "2025-08-29" },
      ],
      articles: [
        { article: "p1#a1", page: "p1", story: "s", sentences: [[[full], [full, "content", "中核华铀"]]] },
        { article: "p2#a1", page: "p2", sentences: [[["agency:中核华铀"]]] },
        { article: "p3#a1", page: "p3", story: "s", sentences: [[["agency:中核华铀"]]] },
        { article: "p4#a1", page: "p4", sentences: [[["agency:中核华铀"]]] },
      ],
      declared: [full],
    };
    const outcome = await resolve(given);
    expect(outcome.read.filter((line) => line.includes(" 中核华铀 "))).toEqual([
      `p1#a1 中核华铀 → ${full}`,
      `p2#a1 中核华铀 → ${full}`,
      `p3#a1 中核华铀 → ${full}`,
      "p4#a1 中核华铀 → agency:中核华铀",
    ]);
    expect(outcome.redirects).toEqual({});
  });

  it("when a small place stands near its county, and only one county has it there", async () => {
    const given: Given = {
      pages: [
        { page: "p1", paper: "甲报", date: "2025-08-29" },
        { page: "p2", paper: "乙报", date: "2025-08-30", place: "河北省邯郸市涉县" },
        { page: "p3", paper: "丙报", date: "2025-08-30" },
      ],
      articles: [
        { article: "p1#a1", page: "p1", sentences: [[["place:涉县赤岸村"]]] },
        { article: "p1#a2", page: "p1", sentences: [[["place:涉县"], ["place:赤岸村"]]] },
        { article: "p2#a1", page: "p2", sentences: [[["place:赤岸村"]]] },
        { article: "p3#a1", page: "p3", sentences: [[["place:赤岸村"]]] },
      ],
    };
    const { read } = await resolve(given);
    expect(read.filter((line) => line.includes(" 赤岸村"))).toEqual([
      "p1#a2 赤岸村 → place:涉县赤岸村",
      "p2#a1 赤岸村 → place:涉县赤岸村",
      "p3#a1 赤岸村 → place:赤岸村",
    ]);
  });

  it("when a story names a body with its place and without", async () => {
    const given: Given = {
      pages: ["p1", "p2"].map((page) => ({ page, paper: "甲报", date: "2025-08-29", place: "河北省" })),
      articles: [
        { article: "p1#a1", page: "p1", sentences: [[["agency:德国莱茵气候研究社"], ["agency:莱茵气候研究社"]]] },
        { article: "p2#a1", page: "p2", sentences: [[["agency:莱茵气候研究社"]]] },
      ],
    };
    const { read } = await resolve(given);
    expect(read).toContain("p1#a1 莱茵气候研究社 → agency:德国莱茵气候研究社");
    expect(read).toContain("p2#a1 莱茵气候研究社 → agency:莱茵气候研究社");
  });

  it("when one office has two spellings of a foreign name; never by likeness alone", async () => {
    const given: Given = {
      ...onePages(
        [["person:帕什尼扬"]],
        [["person:帕什尼扬"], ["person:古特雷斯"]],
        [["person:帕希尼扬"], ["person:古铁雷斯"]],
        [["person:洪玛奈"], ["person:洪玛尼"]],
      ),
      offices: [
        ["p0#a1", "person:帕什尼扬", "place:亚美尼亚", "总理"],
        ["p2#a1", "person:帕希尼扬", "place:亚美尼亚", "总理"],
        ["p1#a1", "person:古特雷斯", "agency:联合国", "秘书长"],
        ["p2#a1", "person:古铁雷斯", "place:墨西哥", "众议长"],
      ],
    };
    const outcome = await resolve(given);
    expect(entities(outcome)).not.toContain("person:帕希尼扬");
    expect(entities(outcome)).toHaveLength(5);
  });

  it("not when one text names both holders of the office: then they are two", async () => {
    const given: Given = {
      ...onePages([["person:欧阳玛奈"], ["person:欧阳玛尼"]], [["person:欧阳玛奈"]]),
      offices: [
        ["p0#a1", "person:欧阳玛奈", "place:柬埔寨", "首相"],
        ["p0#a1", "person:欧阳玛尼", "place:柬埔寨", "首相"],
      ],
    };
    const outcome = await resolve(given);
    expect(entities(outcome)).toHaveLength(2);
    expect(rulesOf(outcome)).toEqual(["kept-apart 欧阳玛尼"]);
  });

  it("when fewer printings of a story have another, confusable character in its place", async () => {
    const given: Given = {
      pages: ["p1", "p2", "p3", "p4"].map((page) => ({ page, paper: page, date: "2025-08-29" })),
      articles: [
        { article: "p1#a1", page: "p1", story: "s", sentences: [[["person:杨明"], ["person:张伟"]]] },
        { article: "p2#a1", page: "p2", story: "s", sentences: [[["person:杨明"], ["person:张伟"]]] },
        { article: "p3#a1", page: "p3", story: "s", sentences: [[["person:扬明"], ["person:张三"]]] },
        { article: "p4#a1", page: "p4", sentences: [[["person:扬明"]]] },
      ],
    };
    const outcome = await resolve(given);
    expect(outcome.read).toContain("p3#a1 扬明 → person:杨明");
    expect(outcome.read).toContain("p4#a1 扬明 → person:扬明");
    expect(entities(outcome)).toEqual(["person:张三", "person:张伟", "person:扬明", "person:杨明"]);
  });
});

it("a name is damaged where one article gives its office to another that a scanner takes for it", async () => {
  const given: Given = {
    ...onePages([["person:杨明"], ["person:杨明"], ["person:扬明"], ["person:李明"]], [["person:扬明"]]),
    offices: [
      ["p0#a1", "person:杨明", "place:泉州市", "市长"],
      ["p0#a1", "person:扬明", "place:泉州市", "市长"],
      ["p0#a1", "person:李明", "place:泉州市", "市长"],
    ],
  };
  const outcome = await resolve(given);
  expect(outcome.read).toContain("p0#a1 扬明 → person:杨明");
  expect(outcome.read).toContain("p1#a1 扬明 → person:扬明");
  expect(entities(outcome)).toContain("person:李明");
});

const MAYORS: Given = {
  pages: [
    { page: "p1", paper: "泉州晚报", date: "2025-08-29", place: "福建省泉州市" },
    { page: "p2", paper: "燕赵都市报", date: "2025-08-29", place: "河北省石家庄市" },
    { page: "p3", paper: "甲报", date: "2025-08-30" },
    { page: "p4", paper: "燕赵都市报", date: "2025-09-01", place: "河北省石家庄市" },
    { page: "p5", paper: null, date: null },
  ],
  articles: [
    { article: "p1#a1", page: "p1", sentences: [[["agency:泉州市委"], ["person:李晨"]]] },
    { article: "p2#a1", page: "p2", sentences: [[["agency:石家庄市教育局"], ["person:李晨"]]] },
    { article: "p3#a1", page: "p3", sentences: [[["place:石家庄市"], ["person:李晨"]]] },
    { article: "p4#a1", page: "p4", sentences: [[["person:李晨"]]] },
    { article: "p5#a1", page: "p5", sentences: [[["person:李晨"]]] },
  ],
  offices: [
    ["p1#a1", "person:李晨", "agency:泉州市委", "副书记、市长"],
    ["p2#a1", "person:李晨", "agency:石家庄市教育局", "局长"],
  ],
};

describe("two people of one name", () => {
  it("are parted by posts that exclude each other; articles without one go with their city or paper", async () => {
    const outcome = await resolve(MAYORS);
    expect(outcome.read.filter((line) => line.includes(" 李晨 "))).toEqual([
      "p1#a1 李晨 → person:李晨",
      "p2#a1 李晨 → person:李晨(石家庄)",
      "p3#a1 李晨 → person:李晨(石家庄)",
      "p4#a1 李晨 → person:李晨(石家庄)",
      "p5#a1 李晨 → person:李晨",
    ]);
    expect(rulesOf(outcome)).toEqual(["homonym 李晨"]);
    expect(outcome.decisions[0]!.reason).toContain("泉州市委 副书记、市长 (2025-08-29 p1)");
  });

  it("stay one without evidence on both sides, and when one may have moved", async () => {
    const oneSided = { ...MAYORS, offices: MAYORS.offices!.slice(0, 1) };
    expect(entities(await resolve(oneSided)).filter((id) => id.startsWith("person:"))).toEqual(["person:李晨"]);
    const later = {
      ...MAYORS,
      pages: MAYORS.pages.map((page) => (page.page === "p2" ? { ...page, date: "2025-12-01" } : page)),
    };
    expect(entities(await resolve(later)).filter((id) => id.startsWith("person:"))).toEqual(["person:李晨"]);
  });

  it("stay one within a province when the days of the posts do not overlap", async () => {
    const offices: Given["offices"] = [
      ["p1#a1", "person:李晨", "agency:泉州市委", "书记"],
      ["p4#a1", "person:李晨", "place:福州市", "市长"],
    ];
    const articles = MAYORS.articles.map((one) => ({
      ...one,
      sentences: [...one.sentences, [["place:福州市"] as const]],
    }));
    expect(rulesOf(await resolve({ ...MAYORS, articles, offices }))).toEqual([]);
    const sameDay: Given["offices"] = [offices[0]!, ["p2#a1", "person:李晨", "place:福州市", "市长"]];
    expect(rulesOf(await resolve({ ...MAYORS, articles, offices: sameDay }))).toEqual(["homonym 李晨"]);
  });

  it("stay one when the offices are honours or national ones", async () => {
    const offices: Given["offices"] = [
      ["p1#a1", "person:李晨", "agency:泉州市政协", "委员"],
      ["p2#a1", "person:李晨", "agency:石家庄市教育局", "局长"],
      ["p3#a1", "person:李晨", "agency:国务院", "总理"],
    ];
    expect(rulesOf(await resolve({ ...MAYORS, offices }))).toEqual([]);
  });

  it("become one again by a merge, and a third is made by a split", async () => {
    const merged = await resolve(MAYORS, "merge person:李晨(石家庄) → person:李晨");
    expect(entities(merged).filter((id) => id.startsWith("person:"))).toEqual(["person:李晨"]);
    expect(merged.redirects["person:李晨(石家庄)"]).toBe("person:李晨");
    const split = await resolve(MAYORS, "split person:李晨 @ p5 → person:李晨(待考)");
    expect(split.read).toContain("p5#a1 李晨 → person:李晨(待考)");
  });
});

const BODIES = onePages(
  [["agency:北京市教委"], ["person:王甲"]],
  [["agency:北京市教委"], ["person:王乙"]],
  [["agency:北京市教育委员会"], ["person:王甲"], ["place:丙处"]],
);

describe("a person's decisions", () => {
  it("keep apart what a rule would join", async () => {
    const outcome = await resolve(BODIES, "apart agency:北京市教委 | agency:北京市教育委员会");
    expect(entities(outcome)).toContain("agency:北京市教育委员会");
    expect(rulesOf(outcome)).toEqual(["person-apart 北京市教委"]);
  });

  it("merge, rename, retype and hide; former ids lead to the new ones", async () => {
    const outcome = await resolve(
      BODIES,
      `merge person:王乙 → person:王甲
       rename agency:北京市教育委员会 → 首都教委    # a former id
       retype place:丙处 → agency
       rename person:王甲 → 王丙`,
    );
    expect(entities(outcome)).toEqual(["agency:丙处", "agency:首都教委", "person:王丙"]);
    expect(outcome.redirects).toEqual({
      "agency:北京市教委": "agency:首都教委",
      "agency:北京市教育委员会": "agency:首都教委",
      "person:王乙": "person:王丙",
      "person:王甲": "person:王丙",
      "place:丙处": "agency:丙处",
    });
    const hidden = await resolve(BODIES, "hide person:王甲");
    expect(entities(hidden)).not.toContain("person:王甲");
    expect(hidden.issues).toMatchObject([{ code: "entity-hidden", count: 2 }]);
  });

  it("that match nothing, or join an entity unasked, are rows of issues", async () => {
    const { issues } = await resolve(
      BODIES,
      "hide person:无此人\nsplit person:王甲 @ p9 → person:王甲(某)\nrename person:王乙 → 王甲\napart person:王甲 | person:谁",
    );
    expect(issues.map(({ code, message }) => [code, /line \d/.exec(message)?.[0]])).toEqual([
      ["decision-unmatched", "line 1"],
      ["decision-unmatched", "line 2"],
      ["decision-joined", "line 3"],
      ["decision-unmatched", "line 4"],
    ]);
  });

  it("taken back leave all as it was", async () => {
    const before = await resolve(MAYORS);
    await resolve(MAYORS, "merge person:李晨 → place:石家庄市");
    expect(await resolve(MAYORS)).toEqual(before);
  });
});

const NAMES = ["person:甲一", "person:甲二", "person:甲三", "agency:甲一", "place:北京市"];
const anyDecision = fc.oneof(
  fc
    .tuple(fc.constantFrom("merge", "apart"), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
    .filter(([, a, b]) => a !== b)
    .map(([kind, a, b]) => (kind === "merge" ? `merge ${a} → ${b}` : `apart ${a} | ${b}`)),
  fc
    .tuple(fc.constantFrom("甲一", "甲二", "甲三"), fc.constantFrom("甲一", "甲二", "甲三", "甲四"))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => `rename person:${a} → ${b}`),
  fc.constantFrom(...NAMES).map((a) => `hide ${a}`),
  fc
    .tuple(fc.constantFrom("甲一", "甲二"), fc.integer({ min: 0, max: 3 }))
    .map(([a, p]) => `split person:${a} @ p${p} → person:${a}(另)`),
);
const PEOPLE = onePages(
  [["person:甲一"], ["agency:甲一"]],
  [["person:甲二"], ["person:甲一"]],
  [["person:甲三"], ["place:北京市"]],
  [["person:甲二"], ["agency:甲一"]],
);

describe("any decisions", () => {
  it("written twice do what they do once, in whatever order the pages come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDecision, { maxLength: 6 }),
        fc.integer({ min: 1, max: 99 }),
        async (lines, seed) => {
          const once = await resolve(PEOPLE, lines.join("\n"));
          const twice = await resolve(PEOPLE, [...lines, ...lines].join("\n"), seed);
          expect(twice.read).toEqual(once.read);
          expect(twice.redirects).toEqual(once.redirects);
        },
      ),
      { numRuns: 5 },
    );
  });

  it("of the rules follow from the pages, not from their order", async () => {
    for (const given of [MAYORS, BODIES]) expect(await resolve(given, "", 5)).toEqual(await resolve(given));
  });
});
