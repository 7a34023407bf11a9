import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDisjointSets } from "../../src/lib/disjoint-sets.ts";
import { compareCodePoints } from "../../src/lib/order.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { Database } from "../../src/store/index.ts";
import {
  clusterReprints,
  containment,
  createLinkTables,
  judgeReprint,
  type LinkText,
  linkArticles,
  linkableRow,
  pageNumbers,
  printedPageNumber,
  type Reprint,
  shingleIds,
} from "../../src/stories/index.ts";
import { normalized } from "../../src/text/index.ts";

const WIRE =
  "新华社北京8月28日电 国务院总理近日签署国务院令，公布修订后的条例，自2026年1月1日起施行。修订后的条例共六章四十二条，" +
  "明确各级人民政府应当把有关工作纳入国民经济和社会发展规划，建立健全协调机制，加强经费保障；规定任何单位和个人都有权举报违法行为，" +
  "有关部门应当自收到举报之日起十五个工作日内处理并答复。条例还细化了法律责任，加大了处罚力度，对屡犯不改的单位依法从重处理。";
const OTHER =
  "本报讯 8月28日，全市秋粮生产现场会在郊区召开。会议要求各县区抓住当前有利时机，加强田间管理，落实病虫害统防统治，" +
  "确保颗粒归仓；要组织农技人员下到田头，帮助农户解决实际困难，推广节水灌溉和秸秆还田，为明年春耕打好基础。";

const textOf = (text_id: string, body: string, title = ""): LinkText => ({
  text_id,
  title,
  body: normalized(body),
  isPart: false,
});
const areReprints = (a: string, b: string): boolean => judgeReprint(textOf("a", a), textOf("b", b)) !== null;

interface Given {
  article: string;
  title?: string;
  text: string;
  paper?: string | null;
  date?: string | null;
  number?: string;
  from?: string;
  to?: string;
}

async function linked(articles: readonly Given[]) {
  const db = await Database.open(":memory:");
  await createLinkTables(db);
  await db.append(
    "linkable",
    articles.map(
      ({ article, title = "", text, paper = "甲报", date = "2025-08-29", number = null, from = null, to = null }) =>
        linkableRow({
          article,
          page: article.slice(0, article.indexOf("#")),
          paper,
          date,
          page_number: number,
          kind: "report",
          title,
          text: title ? `${title}\n${text}` : text,
          continued_from: from,
          continued_to: to,
        }),
    ),
  );
  await db.append(
    "shingles",
    articles.flatMap(({ article, text }) => shingleIds(text).map((shingle) => ({ article, shingle }))),
  );
  const links = await linkArticles(db);
  db.close();
  return { texts: Object.fromEntries(links.texts), stories: Object.fromEntries(links.stories), links: links.links };
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
      areReprints("國務院關於推動城市高質量發展的意見".repeat(5), "国务院关于推动城市高质量发展的意见".repeat(5)),
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
    expect(areReprints("请勿酒后驾车", "请勿酒后驾车")).toBe(false);
    expect(areReprints(WIRE, OTHER)).toBe(false);
  });

  it.each([
    [
      "bulletins of figures",
      "据市卫健委今日通报，11月28日0至24时，全市新增确诊病例3624例，其中境外输入63例，本土3561例；新增无症状感染者35021例。截至当日24时，现有确诊病例33967例，累计报告接种疫苗344345万剂次。",
      "据市卫健委今日通报，11月12日0至24时，全市新增确诊病例1372例，其中境外输入50例，本土1322例；新增无症状感染者1252例。截至当日24时，现有确诊病例4397例，累计报告接种疫苗343785万剂次。",
    ],
    [
      "the weather of two days",
      "市气象台预计，今天夜间到明天白天，我市多云间晴，北部山区有分散阵雨，偏南风3到4级，城区最高气温32℃，最低气温21℃，相对湿度40%到75%，森林火险气象等级2级，请市民外出注意防晒补水。",
      "市气象台预计，今天夜间到明天白天，我市小雨转阴，东部坝区有零星雷雨，偏北风5到6级，城区最高气温19℃，最低气温13℃，相对湿度65%到95%，森林火险气象等级1级，请市民外出注意添衣保暖。",
    ],
    [
      "the market of two days",
      "截至收盘，上证指数报3843.60点，涨幅1.14%；深证成指报12571.37点，涨幅2.25%；创业板指报2827.17点，涨幅3.82%。两市成交额29708亿元，较上一交易日缩量1948亿元，半导体、通信板块涨幅居前。",
      "截至收盘，上证指数报3800.35点，跌幅1.76%；深证成指报12295.07点，跌幅1.43%；创业板指报2723.20点，跌幅0.69%。两市成交额31656亿元，较上一交易日放量4864亿元，煤炭、银行板块跌幅居前。",
    ],
    [
      "two visits of one protocol",
      "23日下午，市长李明在市政府办公楼前举行仪式，欢迎友好城市代表团团长黄国华一行来访。市政府秘书长吴建等出席欢迎仪式。军乐团奏曲。随后，李明陪同黄国华检阅了青少年仪仗队，并向代表团赠送了纪念品。",
      "20日下午，市长李明在市政府办公楼前举行仪式，欢迎友好城市代表团团长拉赫曼一行来访。市政府秘书长吴建等出席欢迎仪式。军乐团奏曲。随后，李明陪同拉赫曼检阅了青少年仪仗队，并向代表团赠送了纪念品。",
    ],
    [
      "one event written twice",
      "8月28日，全市秋粮生产现场会在郊区红旗镇召开。会议强调，“要抓住当前有利时机，加强田间管理，落实病虫害统防统治，确保颗粒归仓”。副市长王强出席并讲话，各县区分管负责人观摩了三个示范点，农技专家现场讲解了绿色防控。",
      "初秋的红旗镇稻浪翻滚，昨天这里迎来一场特殊的田间课堂。“要抓住当前有利时机，加强田间管理，落实病虫害统防统治，确保颗粒归仓”，全市秋粮生产现场会提出这样的要求。种粮大户刘德胜一边听一边记，他今年种了三百亩水稻。",
    ],
    [
      "notices with one boilerplate",
      "为规范矿产资源管理，现将红山铁矿采矿权出让结果公示如下，公示期十个工作日。凡对公示内容有异议的，请在公示期内以书面形式向我局反映，单位反映的应加盖公章，个人反映的应署真实姓名并留联系方式，逾期不予受理。联系地址：人民路18号三楼。",
      "根据教育事业发展需要，现对拟表彰的优秀班主任名单予以公示，接受社会监督。凡对公示内容有异议的，请在公示期内以书面形式向我局反映，单位反映的应加盖公章，个人反映的应署真实姓名并留联系方式，逾期不予受理。监督部门为局人事科。",
    ],
  ])("are not made of %s", async (_, one, other) => {
    expect(areReprints(one, other)).toBe(false);
    const { stories } = await linked([
      { article: "a#a1", text: one },
      { article: "b#a1", text: other, date: "2025-08-30" },
    ]);
    expect(stories).toEqual({});
  });

  it("are found on pages without a date, and not years apart", async () => {
    const { stories } = await linked([
      { article: "a#a1", text: WIRE, date: "2025-08-29" },
      { article: "b#a1", text: WIRE.slice(0, 150), paper: null, date: null },
      { article: "c#a1", text: OTHER, date: "2023-08-29" },
      { article: "d#a1", text: OTHER, date: "2025-08-29", paper: "乙报" },
    ]);
    expect(stories).toEqual({ "a#a1": "a#a1", "b#a1": "a#a1" });
  });

  it("are found between a text that is whole and one that goes on on another page", async () => {
    const { texts, stories } = await linked([
      { article: "a#a1", title: "修订后的条例公布", text: WIRE, paper: "乙报" },
      { article: "b1#a1", title: "国务院公布修订后的条例", text: WIRE.slice(0, 90), to: "第四版" },
      { article: "b4#a1", title: "国务院公布修订后的条例", text: WIRE.slice(90), from: "第一版" },
    ]);
    expect(texts).toEqual({ "b1#a1": ["b1#a1", "b4#a1"] });
    expect(stories).toEqual({ "a#a1": "a#a1", "b1#a1": "a#a1" });
  });

  it("are kept with their reason and figures", async () => {
    const { links } = await linked([
      { article: "a#a1", text: WIRE },
      { article: "b#a1", text: WIRE.slice(0, 100), paper: "乙报" },
    ]);
    expect(links).toMatchObject(
      [{ kind: "cut", source: "b#a1", target: "a#a1", score: 1, aligned: 1, joined: true, reason: /100 %/ }].map(
        (link) => ({ ...link, reason: expect.stringMatching(link.reason) }),
      ),
    );
  });
});

describe("clusters of reprints", () => {
  const filler = (seed: number, length = 300): string => {
    const random = seededRandom(seed);
    return `${Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 5000))).join("")}。`;
  };
  const clustered = (texts: readonly LinkText[]) => {
    const reprints: Reprint[] = [];
    for (const [i, one] of texts.entries())
      for (const other of texts.slice(i + 1)) {
        const reprint = judgeReprint(one, other);
        if (reprint) reprints.push(reprint);
      }
    return clusterReprints(reprints, new Map(texts.map((text) => [text.text_id, text])));
  };
  const [a, c] = [filler(1), filler(2, 250)];

  it("refuse what only a round-up connects, and say so, even when it is printed twice", () => {
    const { stories, refused } = clustered([
      textOf("a", a),
      textOf("a2", a),
      textOf("c", c),
      textOf("c2", c),
      textOf("round-up", a + c),
      textOf("round-up2", a + c),
    ]);
    expect(stories.get("a")).toBe(stories.get("a2"));
    expect(stories.get("c")).toBe(stories.get("c2"));
    expect(stories.get("a")).not.toBe(stories.get("c"));
    expect(stories.get("round-up")).toBe("a");
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.reason).toMatch(/round-up/);
  });

  it("refuse a chain: A like B, B like C, A and C strangers", () => {
    const [p, q, r, s, t] = [3, 4, 5, 6, 7].map((seed) => filler(seed, 190)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const { stories, refused } = clustered([textOf("a", p + q + r), textOf("b", q + r + s), textOf("c", r + s + t)]);
    expect(stories.get("a")).toBe(stories.get("b"));
    expect(stories.get("c")).toBeUndefined();
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringMatching(/too little in common/)]);
  });

  it("keep pieces of one text together that have nothing in common", () => {
    const whole = filler(7, 900);
    const head = { ...textOf("head", whole.slice(0, 300)), isPart: true };
    const tail = { ...textOf("tail", whole.slice(500)), isPart: true };
    const { stories } = clustered([head, tail, textOf("whole", whole)]);
    expect(new Set(stories.values()).size).toBe(1);
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

describe("jump lines", () => {
  const parts = (text: string): [string, string] => [text.slice(0, 70), text.slice(70)];
  it("are followed by the printed page numbers where neither headlines nor words tell", async () => {
    const [wire, wireTail] = parts(WIRE);
    const [other, otherTail] = parts(OTHER);
    const { texts, links } = await linked([
      { article: "p1#a1", title: "条例公布", text: wire, to: "第七版", number: "第1版" },
      { article: "p1#a2", title: "秋收", text: other, to: "第三版", number: "第1版" },
      { article: "p3#a1", text: otherTail, from: "第一版", number: "3版" },
      { article: "p7#a1", text: wireTail, from: "第1版", number: "A7版".slice(1) },
    ]);
    expect(texts).toEqual({ "p1#a1": ["p1#a1", "p7#a1"], "p1#a2": ["p1#a2", "p3#a1"] });
    expect(links.map(({ kind, source, target }) => [kind, source, target])).toEqual([
      ["jump", "p1#a1", "p7#a1"],
      ["jump", "p1#a2", "p3#a1"],
    ]);
  });

  it("are solved together: each beginning and each end once, by the best sum", async () => {
    const title = "全市秋粮生产现场会召开";
    const { texts } = await linked([
      { article: "p1#a1", title, text: `${OTHER.slice(0, 60)}(一)抓紧。`, to: "第二版" },
      { article: "p1#a2", title: `${title}侧记`, text: `${WIRE.slice(0, 60)}(四)落实`, to: "第二版" },
      { article: "p2#a1", title, text: `(二)抢收。${OTHER.slice(60)}`, from: "第一版" },
      { article: "p2#a2", title, text: `(五)督查。${WIRE.slice(60)}`, from: "第一版" },
    ]);
    expect(texts).toEqual({ "p1#a1": ["p1#a1", "p2#a1"], "p1#a2": ["p1#a2", "p2#a2"] });
  });

  it("of very many articles of one issue are followed in time that grows with their number", async () => {
    const random = seededRandom(11);
    const body = (): string =>
      Array.from({ length: 300 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 5000))).join("");
    const many = Array.from({ length: 400 }, (_, k) => {
      const words = body();
      return [
        { article: `p1#a${k}`, text: words.slice(0, 200), to: "第二版" },
        { article: `p2#a${k}`, text: words.slice(150), from: "第一版" },
      ];
    }).flat();
    const begun = performance.now();
    const { texts } = await linked(many);
    expect(Object.keys(texts)).toHaveLength(400);
    for (const [head, articles] of Object.entries(texts)) expect(articles).toEqual([head, head.replace("p1", "p2")]);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it("name pages in any figures", () => {
    expect(pageNumbers("第十二版")).toEqual(["12"]);
    expect(pageNumbers("A03版")).toEqual(["A3"]);
    expect(pageNumbers("第5、6版")).toEqual(["5", "6"]);
    expect(pageNumbers("二十")).toEqual(["20"]);
    expect(pageNumbers("第一〇二版")).toEqual(["102"]);
    expect(pageNumbers("第十二三版")).toEqual([]);
    expect(pageNumbers(null)).toEqual([]);
    expect(printedPageNumber("昭通日报 2025年8月29日 星期五 第四版\n责任编辑 张三")).toBe("第四版");
    expect(printedPageNumber("今日8版")).toBeNull();
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
