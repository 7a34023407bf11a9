import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDisjointSets } from "../../src/lib/disjoint-sets.ts";
import { compareCodePoints } from "../../src/lib/order.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { Database } from "../../src/store/index.ts";
import { containment, createLinkTables, isReprint, linkArticles, shingleIds } from "../../src/stories/index.ts";

const WIRE =
  "新华社北京8月28日电 国务院总理近日签署国务院令，公布修订后的条例，自2026年1月1日起施行。修订后的条例共六章四十二条，" +
  "明确各级人民政府应当把有关工作纳入国民经济和社会发展规划，建立健全协调机制，加强经费保障；规定任何单位和个人都有权举报违法行为，" +
  "有关部门应当自收到举报之日起十五个工作日内处理并答复。条例还细化了法律责任，加大了处罚力度，对屡犯不改的单位依法从重处理。";
const OTHER =
  "本报讯 8月28日，全市秋粮生产现场会在郊区召开。会议要求各县区抓住当前有利时机，加强田间管理，落实病虫害统防统治，" +
  "确保颗粒归仓；要组织农技人员下到田头，帮助农户解决实际困难，推广节水灌溉和秸秆还田，为明年春耕打好基础。";

interface Given {
  article: string;
  title?: string;
  text: string;
  paper?: string | null;
  date?: string;
  from?: string;
  to?: string;
}

async function linked(articles: readonly Given[]) {
  const db = await Database.open(":memory:");
  await createLinkTables(db);
  await db.append(
    "linkable",
    articles.map(({ article, title = "", text, paper = "甲报", date = "2025-08-29", from = null, to = null }) => ({
      article,
      page: article.slice(0, article.indexOf("#")),
      paper,
      date,
      kind: "report",
      title,
      text: title ? `${title}\n${text}` : text,
      continued_from: from,
      continued_to: to,
    })),
  );
  await db.append(
    "shingles",
    articles.flatMap(({ article, text }) => shingleIds(text).map((shingle) => ({ article, shingle }))),
  );
  const links = await linkArticles(db);
  db.close();
  return { texts: Object.fromEntries(links.texts), stories: Object.fromEntries(links.stories) };
}

describe("reprints", () => {
  it("make one story, whole, cut or with scanner's errors, in traditional characters too", async () => {
    const damaged = [...WIRE].map((char, i) => (i % 25 === 7 ? "某" : char)).join("");
    const { stories } = await linked([
      { article: "a#a1", text: WIRE },
      { article: "b#a2", text: WIRE.slice(0, 120), paper: "乙报" },
      { article: "c#a1", text: damaged, paper: "丙报" },
      { article: "d#a1", text: OTHER, paper: "丁报" },
    ]);
    expect(stories).toEqual({ "a#a1": "a#a1", "b#a2": "a#a1", "c#a1": "a#a1" });
    expect(
      isReprint("國務院關於推動城市高質量發展的意見".repeat(5), "国务院关于推动城市高质量发展的意见".repeat(5)),
    ).toBe(true);
  });

  it("do not run together in a page that prints them both", async () => {
    const { stories } = await linked([
      { article: "a#a1", text: WIRE },
      { article: "b#a1", text: OTHER, paper: "乙报" },
      { article: "c#a1", text: `${WIRE}${OTHER}`, paper: "丙报" },
    ]);
    expect(stories["a#a1"] ?? "a#a1").not.toBe(stories["b#a1"] ?? "b#a1");
  });

  it("are found where older texts share parts of them", async () => {
    const filler = (seed: number): string => {
      const random = seededRandom(seed);
      return Array.from({ length: 600 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 5000))).join("");
    };
    const parts = [filler(1), filler(2), filler(3)];
    const { stories } = await linked([
      { article: "a1#a1", text: parts[0]! + filler(4) + filler(5) },
      { article: "a2#a1", text: parts[1]! + filler(6) + filler(7) },
      { article: "b#a1", text: parts.join(""), paper: "乙报" },
      { article: "c#a1", text: parts.join(""), paper: "丙报" },
    ]);
    expect(stories["b#a1"]).toBe("b#a1");
    expect(stories["c#a1"]).toBe("b#a1");
  });

  it("name a story after its first text, not after a continuation of it", async () => {
    const { texts, stories } = await linked([
      { article: "z#a1", title: "国务院公布修订后的条例", text: WIRE.slice(0, 110), to: "第四版" },
      { article: "b#a1", title: "国务院公布修订后的条例", text: WIRE.slice(110), from: "第一版" },
    ]);
    expect(texts).toEqual({ "z#a1": ["z#a1", "b#a1"] });
    expect(Object.values(stories)).not.toContain("b#a1");
  });

  it("are not made of short texts nor of set phrases", () => {
    expect(isReprint("请勿酒后驾车", "请勿酒后驾车")).toBe(false);
    expect(isReprint(WIRE, OTHER)).toBe(false);
  });
});

describe("continued articles", () => {
  const head = { article: "p1#a1", title: "国务院公布修订后的条例", text: WIRE.slice(0, 100), to: "第四版" };
  const tail = { article: "p4#a2", title: "国务院公布修订后的条例", text: WIRE.slice(100), from: "第一版" };

  it("are one text, in reading order, named after their beginning", async () => {
    expect((await linked([tail, head])).texts).toEqual({ "p1#a1": ["p1#a1", "p4#a2"] });
  });

  it("are not joined across papers or dates, nor when the paper is unknown", async () => {
    expect((await linked([head, { ...tail, paper: "乙报" }])).texts).toEqual({});
    expect((await linked([head, { ...tail, date: "2025-08-30" }])).texts).toEqual({});
    expect(
      (
        await linked([
          { ...head, paper: null },
          { ...tail, paper: null },
        ])
      ).texts,
    ).toEqual({});
  });

  it("each take the tail that fits, not the first that stands there", async () => {
    const otherHead = { article: "p1#a2", title: "全市秋粮生产现场会召开", text: OTHER.slice(0, 60), to: "第四版" };
    const otherTail = { article: "p4#a1", title: "全市秋粮生产现场会召开", text: OTHER.slice(60), from: "第一版" };
    expect((await linked([head, tail, otherHead, otherTail])).texts).toEqual({
      "p1#a1": ["p1#a1", "p4#a2"],
      "p1#a2": ["p1#a2", "p4#a1"],
    });
  });
});

describe("shingles", () => {
  it("are the same for one text in other blanks, widths and scripts", () => {
    expect(shingleIds("國務院 關於推動城市\n高質量發展的意見")).toEqual(
      shingleIds("国务院关于推动城市高质量发展的意见"),
    );
  });

  it("contain a text wholly in itself and in what holds it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 20 }), fc.string(), (text, more) => {
        const whole = containment(text, text + more);
        expect(whole === 1 || whole === 0).toBe(true);
      }),
    );
  });
});

describe("disjoint sets", () => {
  it("are named by their first member, whatever the order of the joins", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => [`n${a}`, `n${b}`] as const)), (joins) => {
        const forward = createDisjointSets(compareCodePoints);
        const backward = createDisjointSets(compareCodePoints);
        for (const [a, b] of joins) forward.join(a, b);
        for (const [a, b] of joins.toReversed()) backward.join(b, a);
        expect(new Map([...forward.all()].sort())).toEqual(new Map([...backward.all()].sort()));
        for (const [member, name] of forward.all()) expect(compareCodePoints(name, member)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
