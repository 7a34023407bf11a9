// Why an article is what it is, on a project made by hand: its pieces, its jump line, its reprints.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explanationLines } from "../../src/cli/explanation-lines.ts";
import { type ArticleExplanation, explain } from "../../src/query/index.ts";
import { createTables, Database } from "../../src/store/index.ts";
import { createLinkTables, linkArticles, linkableRow, shingleIds } from "../../src/stories/index.ts";

const BODY =
  "会议指出，要坚持以人民为中心，着力建设开放包容的现代化城市，推动绿色转型、文脉赓续、治理增效，走出一条新路子。" +
  "北京大学教授陈立群介绍，今年以来全市新开工项目二百余个，滨江生态廊道、老城更新等工程进展顺利，群众得到了实惠。";
const PAGES = { p1: "甲报", p2: "甲报", p3: "乙报", p4: null };
const ARTICLES = [
  { article: "p1#a1", page: "p1", text: BODY.slice(0, 60), text_id: "p1#a1", title: "城市更新" },
  { article: "p2#a1", page: "p2", text: BODY.slice(60), text_id: "p1#a1", title: "" },
  { article: "p3#a1", page: "p3", text: BODY, text_id: "p3#a1", title: "老城新路" },
  { article: "p4#a1", page: "p4", text: BODY, text_id: "p4#a1", title: "今日要闻" },
];
const LINKS = [
  { kind: "jump", source: "p1#a1", target: "p2#a1", score: 0.99, aligned: 0, joined: true, reason: "teaser −2.00" },
  { kind: "copy", source: "p1#a1", target: "p3#a1", score: 0.8, aligned: 0.9, joined: true, reason: "one headline" },
  {
    kind: "cut",
    source: "p1#a1",
    target: "p4#a1",
    score: 0.9,
    aligned: 0.9,
    joined: false,
    reason: "kept apart: a new one",
  },
];

let db: Database;
let first: ArticleExplanation;

beforeAll(async () => {
  db = await Database.open(":memory:", { threads: 1 });
  await createTables(db);
  await db.append(
    "pages",
    Object.entries(PAGES).map(([page, paper]) => ({ page, paper, date: "2025-08-29", text: BODY })),
  );
  const joins = JSON.stringify([{ end: 20, start: 24, score: 2, evidence: { reading: 1.5, oncePresent: 0.5 } }]);
  await db.append(
    "articles",
    ARTICLES.map((row) => ({
      ...row,
      kind: "report",
      story: "p1#a1",
      confidence: 0.9,
      pieces: "[[0,20],[24,40]]",
      joins,
    })),
  );
  await db.append(
    "links",
    LINKS.map((row) => ({ ...row, shared: 50 })),
  );
  first = await explain(db, "p1#a1");
});
afterAll(() => db.close());

const others = ({ links }: ArticleExplanation): string[] => links.map(({ kind, other }) => `${kind} ${other}`);
const lines = (answer: ArticleExplanation, language: "zh" | "en"): string =>
  explanationLines(answer, (zh, en) => (language === "zh" ? zh : en)).join("\n");

describe("an article's explanation", () => {
  it("tells its jump line and its text's reprints, kept and refused", async () => {
    expect(first).toMatchObject({ text_id: "p1#a1", story: "p1#a1" });
    expect(others(first)).toEqual(["jump p2#a1", "copy p3#a1", "cut p4#a1"]);
    expect(first.links[1]).toMatchObject({ paper: "乙报", title: "老城新路", joined: true });
    expect(first.links[2]).toMatchObject({ paper: null, joined: false, reason: "kept apart: a new one" });
  });

  it("gives the reprints of the whole text also for its second article, and the link from either end", async () => {
    expect(others(await explain(db, "p2#a1"))).toEqual(["jump p1#a1", "copy p3#a1", "cut p4#a1"]);
    expect(others(await explain(db, "p3#a1"))).toEqual(["copy p1#a1"]);
    expect(others(await explain(db, "p4#a1"))).toEqual(["cut p1#a1"]);
  });

  it("is told in both languages", async () => {
    const [zh, en] = [lines(first, "zh"), lines(first, "en")];
    expect(zh).toContain("下接 p2#a1  甲报  2025-08-29  （无题）  把握 99%");
    expect(zh).toContain("节自 p4#a1  ?  2025-08-29  今日要闻  把握 90%  未并为一稿");
    expect(en).toContain("printed also as p3#a1  乙报  2025-08-29  老城新路  80% sure\n      one headline");
    expect(en).toContain("a part of p4#a1  ?  2025-08-29  今日要闻  90% sure  not made one story");
    const [second, fourth] = [await explain(db, "p2#a1"), await explain(db, "p4#a1")];
    expect(lines(second, "zh")).toContain("上接 p1#a1");
    expect(lines(fourth, "en")).toContain("a part of it is p1#a1");
  });

  it("calls evidence that this version does not know by its bare name", () => {
    expect(lines(first, "zh")).toContain("字句读来相接 +1.5，oncePresent +0.5");
  });
});

it("says in Chinese every reason that linking gives", async () => {
  const linking = await Database.open(":memory:", { threads: 1 });
  const tail = `（上接第一版）${BODY.slice(70)}`;
  const rows = [
    { article: "p1#a1", page: "p1", title: "城市更新走新路", text: BODY.slice(0, 70), continued_to: "第二版" },
    { article: "p2#a1", page: "p2", title: "城市更新走新路", text: tail, continued_from: "第一版" },
    { article: "p3#a1", page: "p3", title: "", text: BODY, paper: "乙报" },
  ].map((row) => ({
    paper: "甲报",
    date: "2025-08-29",
    kind: "report",
    continued_from: null,
    continued_to: null,
    ...row,
  }));
  await createLinkTables(linking);
  await linking.append("linkable", rows.map(linkableRow));
  await linking.append(
    "shingles",
    rows.flatMap(({ article, text }) => shingleIds(text).map((shingle) => ({ article, shingle }))),
  );
  const { links } = await linkArticles(linking, { readsOn: () => 1 });
  linking.close();
  expect(links.map(({ kind }) => kind)).toEqual(["copy", "jump"]);
  const refusals = [
    "p1#a1 and p2#a1 of the two stories have too little in common",
    "p1#a1 holds it beside another story, as a round-up does",
  ];
  const reasons = [...links.map(({ reason }) => reason), ...refusals.map((one) => `kept apart: ${one}; 9 % disputed`)];
  const told = reasons.map((reason) => lines({ ...first, joins: [], links: [{ ...first.links[0]!, reason }] }, "zh"));
  for (const line of told)
    expect(
      line
        .split("\n")
        .at(-1)!
        .replace(/p\d#a1/gu, ""),
    ).not.toMatch(/[a-z]/iu);
});
