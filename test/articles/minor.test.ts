// The small things of a page: teasers, guides, briefs, pictures, jump lines, the paper's own lines.
import { describe, expect, it } from "vitest";
import { type Article, readSegmentModels, segmentPage } from "../../src/articles/index.ts";
import { jumpFrom, jumpTo, pageAlone } from "../../src/articles/page/patterns.ts";

const models = readSegmentModels();

const articlesOf = (text: string): Article[] =>
  segmentPage({ page: "p", paper: null, place: null, date: null, source: "p", sha256: "", text }, models).articles;

/** The article whose text holds the words. */
function holding(articles: readonly Article[], words: string): Article {
  const found = articles.filter(({ text }) => text.includes(words));
  expect(found, words).toHaveLength(1);
  return found[0]!;
}

const REPORT =
  "东湖街道举行植树活动\n\n本报讯（记者 周青）3月8日，东湖街道组织居民开展植树活动，三百多名居民在湖边栽下银杏和香樟。\n\n活动持续到傍晚，街道还为每棵树苗挂上了认养牌。";
const OTHER =
  "西山社区办起老年食堂\n\n本报讯（记者 何敏）西山社区的老年食堂3月9日开张，六十岁以上的老人凭卡用餐，一荤两素只要八元。\n\n食堂的饭菜还能送到行动不便的老人家里。";

describe("a jump line", () => {
  it.each([
    ["…的重要作用。（下转第七版）", "第七版", "下转"],
    ["…的重要作用▶▶下转3版", "3版", "下转"],
    ["…的重要作用。（下转第二版①）", "第二版", "下转"],
    ["…的重要作用。（下转A03）", "A03", "下转"],
    ["…的重要作用。（紧接第四版）", "第四版", "紧接"],
    ["（全文见第2版）", "第2版", undefined],
    ["→4版", "4版", undefined],
    ["详见A05", "A05", undefined],
    ["——详见今日3版", "3版", undefined],
    ["（报道见二版、三版）", "二版、三版", undefined],
  ])("is read at the end of %j", (text, page, verb) => {
    expect(jumpTo(text)).toMatchObject({ page, verb });
  });

  it.each(["这本书共出了三版", "他把报纸翻到第3版", "编号A05", "本版责编见习版"])("is not read in %j", (text) => {
    expect(jumpTo(text)).toBeNull();
  });

  it.each([
    ["（上接第1版）新华社北京", "第1版"],
    ["▶上接A1版", "A1版"],
    ["（上接A01）记者", "A01"],
  ])("is read at the beginning of %j", (text, page) => {
    expect(jumpFrom(text)).toMatchObject({ page, index: 0 });
  });

  it("names a page alone", () => {
    expect(["03版", "（第4版）", "第A3版", "改版", "第三次出版"].map(pageAlone)).toEqual([
      "03版",
      "第4版",
      "第A3版",
      null,
      null,
    ]);
  });

  it.each([
    ["第1版 要闻", "continued_to"],
    ["第6版 要闻", "continued_from"],
  ] as const)("of “紧接” is told by the page's own number: %s", (head, field) => {
    const page = `${head}\n\n${REPORT}\n\n（紧接第4版）\n\n${OTHER}\n`;
    const found = articlesOf(page).filter((article) => article[field] !== null);
    expect(found.map((article) => article[field])).toEqual(["第4版"]);
  });

  it("above a headline is that article's, wherever its text stands", () => {
    const late = "老年食堂的饭菜还送到行动不便的老人家里，西山社区的志愿者每天送餐。";
    const articles = articlesOf(`${OTHER.split("\n")[0]}\n\n${late}\n\n（上接第1版）\n\n${REPORT}\n`);
    expect(holding(articles, "银杏和香樟").continued_from).toBe("第1版");
    expect(holding(articles, "每天送餐").continued_from).toBeNull();
  });

  it("is given with digits of one width", () => {
    expect(articlesOf(`${REPORT}（下转第０４版）\n`)[0]!.continued_to).toBe("第04版");
  });
});

describe("teasers", () => {
  const teasers = (text: string): (string | null)[][] =>
    articlesOf(text)
      .filter(({ kind }) => kind === "teaser")
      .map(({ title, continued_to }) => [title, continued_to]);

  it.each(["03版", "→3版", "（第3版）", "详见3版"])("take the page below the headline for theirs: %s", (pointer) => {
    const found = teasers(`${REPORT}\n\n全市中小学今日开学\n${pointer}\n\n${OTHER}\n`);
    expect(found).toEqual([["全市中小学今日开学", expect.stringMatching(/3版$/u)]]);
  });

  it("of a guide share the pointer under the last", () => {
    const guide = "今日导读\n\n全市中小学今日开学\n\n老城区供水管网改造完工\n\n春茶开采比去年早一周\n\n（详见第4版）";
    expect(teasers(`${guide}\n\n${REPORT}\n`)).toEqual([
      ["全市中小学今日开学", "第4版"],
      ["老城区供水管网改造完工", "第4版"],
      ["春茶开采比去年早一周", "第4版"],
    ]);
  });

  it("of a guide may have headlines of two lines, each with its pointer", () => {
    const guide = "导读\n\n全市中小学今日开学\n三十万学生返校\n>>>见二版\n\n老城区供水\n管网改造完工\n>>>见三版";
    expect(teasers(`${guide}\n\n${REPORT}\n`)).toEqual([
      ["全市中小学今日开学 三十万学生返校", "二版"],
      ["老城区供水 管网改造完工", "三版"],
    ]);
  });

  it.each(["A03 要闻\n%\nA05 民生\n%", "A03 %\nA05 %", "A03 要闻 %\nA05 民生 %", "A03 | %\n\nA05 | %"])(
    "may have their pages first: %j",
    (form) => {
      const heads = ["我市出台二十条措施支持民营经济", "老城区供水管网改造全部完工"];
      const box = heads.reduce((text, head) => text.replace("%", head), form);
      expect(teasers(`${REPORT}\n\n今日导读\n${box}\n\n${OTHER}\n`)).toEqual([
        [heads[0], "A03"],
        [heads[1], "A05"],
      ]);
    },
  );

  it("may have a text that a scan broke, one that opens with an agency, a column's name below the headline", () => {
    const broken = "春茶开采\n\n今年南坡茶园的春茶开采比\n\n去年早一周。\n\n（详见第4版）";
    const lead = "春茶开采\n\n本报讯 今年南坡茶园的春茶开采比去年早一周。\n\n（详见第4版）";
    const label = "春茶开采比去年早一周\n\n【民生关注】\n\n（详见第4版）";
    for (const [teaser, title] of [
      [broken, "春茶开采"],
      [lead, "春茶开采"],
      [label, "春茶开采比去年早一周"],
    ] as const)
      expect(teasers(`${REPORT}\n\n${teaser}\n\n${OTHER}\n`)).toEqual([[title, "第4版"]]);
  });

  it("of a guide keep headlines together that a line breaks within a word", () => {
    const guide = "今日导读\n老城区供水管网改\n造工程全部完工\n全市中小学今日开学迎来三十万学生\n（详见第4版）";
    expect(teasers(`${guide}\n\n${REPORT}\n`)).toEqual([
      ["老城区供水管网改 造工程全部完工", "第4版"],
      ["全市中小学今日开学迎来三十万学生", "第4版"],
    ]);
  });

  it("keep the words between headline and pointer", () => {
    const found = articlesOf(
      `${REPORT}\n\n春茶开采\n\n今年南坡茶园的春茶开采比去年早一周。\n\n（详见第4版）\n\n${OTHER}\n`,
    );
    expect(holding(found, "南坡茶园")).toMatchObject({ kind: "teaser", title: "春茶开采", continued_to: "第4版" });
  });

  it("are not made of the page's own number", () => {
    const [masthead, ...reports] = articlesOf(`第4版\n2026年3月10日 星期二\n\n${REPORT}\n\n${OTHER}\n`);
    expect(masthead!.kind).toBe("masthead");
    expect(reports.map(({ continued_to }) => continued_to)).toEqual([null, null]);
  });
});

describe("short items under marks", () => {
  const items = [
    "3月9日，连接两岸的城东新桥建成通车。",
    "市图书馆近日把开放时间延长到晚上九点。",
    "南坡茶园今年第一批春茶昨日采摘上市。",
  ];

  it("are articles of their own, the column's name the paper's", () => {
    const articles = articlesOf(`${REPORT}\n\n简讯\n\n${items.map((item) => `▲${item}`).join("\n\n")}\n\n${OTHER}\n`);
    for (const item of items) expect(holding(articles, item)).toMatchObject({ title: "", text: `▲${item}` });
    expect(holding(articles, "简讯").kind).toBe("masthead");
    expect(holding(articles, "西山社区的老年食堂").text).not.toContain("▲");
  });

  it("stay in their article below a colon", () => {
    const list = ["●建一座桥，修两条路。", "●种三千棵树，开一座公园。", "●办五件实事，给老人装扶手。"];
    const articles = articlesOf(`${REPORT}\n\n街道今年的打算是：\n\n${list.join("\n\n")}\n`);
    expect(holding(articles, "建一座桥").text).toContain("东湖街道组织居民");
  });

  it.each(["", "■"])("may have headlines: %j", (mark) => {
    const heads = ["城东新桥昨日建成通车了", "市图书馆延长夜间开放时间", "南坡茶园春茶提前一周开采"].map(
      (head) => mark + head,
    );
    const column = heads.map((head, k) => `${head}\n\n${items[k]}`).join("\n\n");
    const articles = articlesOf(`${REPORT}\n\n短讯\n\n${column}\n\n${OTHER}\n`);
    items.forEach((item, k) => {
      expect(holding(articles, item)).toMatchObject({ title: heads[k], text: `${heads[k]}\n${item}` });
    });
  });

  it("are none under marked headings with several paragraphs", () => {
    const part = (head: string): string => `■${head}\n\n3月9日，${head}的事有了结果。\n\n居民们都说${head}是一件好事。`;
    const parts = ["修路", "种树", "开湖"].map((word) => part(`${word}之后`));
    const articles = articlesOf(`${REPORT}\n\n${parts.join("\n\n")}\n`);
    expect(articles).toHaveLength(1);
  });

  it("are none where a line begins with a zero", () => {
    expect(articlesOf("二\n○二六年，全市再建十座公园。\n").every(({ text }) => !text.startsWith("○"))).toBe(true);
  });
});

describe("a picture", () => {
  it.each(["图片新闻\n\n", ""])("that is the news keeps its headline (%j)", (label) => {
    const picture = `${label}江滩花海迎来游客\n\n3月9日，市民在江滩花海赏花拍照。今年江滩花海新种郁金香二十万株，迎来游客六万人次。\n本报记者 刘斌 摄`;
    const articles = articlesOf(`${REPORT}\n\n${picture}\n\n${OTHER}\n`);
    expect(holding(articles, "郁金香")).toMatchObject({ kind: "caption", title: "江滩花海迎来游客" });
    expect(holding(articles, "银杏和香樟").title).toBe("东湖街道举行植树活动");
    expect(holding(articles, "老年食堂3月9日").title).toBe("西山社区办起老年食堂");
  });

  it("of an article goes to the one that holds its words", () => {
    const caption = "图为西山社区老年食堂的老人在用餐。\n本报记者 刘斌 摄";
    const articles = articlesOf(`${REPORT}\n\n${caption}\n\n${OTHER}\n`);
    expect(holding(articles, "图为西山社区").title).toBe("西山社区办起老年食堂");
  });
});

describe("the paper's own lines", () => {
  const paragraphs = "街道的干部说，今年要把湖边的空地都种上树，\n\n责任编辑：张三 校对：李四\n\n让居民出门就见到绿。";

  it("do not part what they stand between", () => {
    const articles = articlesOf(`${REPORT}\n\n${paragraphs}\n`);
    expect(holding(articles, "湖边的空地").text).toContain("都种上树，让居民出门就见到绿");
    expect(holding(articles, "责任编辑").kind).toBe("masthead");
  });

  it.each(["统筹推进城乡供水一体化", "周一见面的邻居们", "国际标准在这里诞生", "两国元首通电话", "编辑们的春天"])(
    "are not taken from headlines: %s",
    (headline) => {
      const articles = articlesOf(`${headline}\n\n本报讯（记者 何敏）消息传来，人们十分高兴。\n\n${REPORT}\n`);
      expect(holding(articles, headline).kind).not.toBe("masthead");
    },
  );

  it.each([
    "责任编辑 张三 版式 李四 新闻热线 6353985",
    "3版 综合",
    "邮发代号：67-35",
    "本报地址：青河市建设大道12号 邮编：430000",
    "节约用水人人有责",
    "青河日报社出版",
    "零售每份1元",
  ])("are known wherever they stand: %s", (line) => {
    const articles = articlesOf(`${REPORT}\n\n${line}\n\n${OTHER}\n`);
    expect(holding(articles, line.split(" ")[0]!).kind).toBe("masthead");
  });
});

describe("the paper's own lines below a late headline", () => {
  const IMPRINT = "责任编辑：周远\n\n校对：何敏\n\n新闻热线：2222351";
  const late = (headline: string): string =>
    `${OTHER}\n\n${REPORT.split("\n\n").slice(1).join("\n\n")}\n\n${headline}\n\n${IMPRINT}`;

  it("do not draw in the second line of a headline that a scan put above them", () => {
    const masthead = articlesOf(late("东湖岸边添新绿\n\n众手栽下百棵树")).find(({ kind }) => kind === "masthead")!;
    expect(masthead.text).not.toContain("众手栽下");
  });

  it("draw in a slogan of the stock, not a headline that only begins like one", () => {
    const own = (headline: string): boolean =>
      articlesOf(late(headline))
        .find(({ kind }) => kind === "masthead")!
        .text.includes(headline);
    expect(own("绿色出行 你我同行")).toBe(true);
    expect(own("绿色出行热度持续攀升 东湖街道栽下三百棵银杏")).toBe(false);
  });
});
