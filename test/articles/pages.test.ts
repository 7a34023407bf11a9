// Real pages: floors on the labelled ones, and what a reader of the others would say, in words.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Article, readSegmentModels, segmentPage } from "../../src/articles/index.ts";
import { type GoldPage, scoreSegmentation } from "../../src/eval/index.ts";

const models = readSegmentModels();

const folder = new URL("../../data/", import.meta.url);
const LASA = "000_2a8df9d1a5b17eec";
const XIANNING = "001_0974e2829616dbc9";
const TIANJIN = "002_e46a9e9e013c0c9d";
const HEBEI = "003_63554f8c481afa1f";
const ZHAOTONG = "004_e0d8ee1156db0dd0";

const textOf = (id: string): string => readFileSync(new URL(`pages/${id}.txt`, folder), "utf8").replace(/^\uFEFF/, "");
const goldOf = (id: string): GoldPage =>
  JSON.parse(readFileSync(new URL(`gold/${id}.json`, folder), "utf8")) as GoldPage;

function articlesOf(id: string): Article[] {
  const page = { page: id, paper: null, place: null, date: null, source: `${id}.txt`, sha256: "", text: textOf(id) };
  return segmentPage(page, models).articles;
}

/** The article whose text holds the words. */
function holding(articles: readonly Article[], words: string): Article {
  const found = articles.filter((article) => article.text.includes(words));
  expect(found, words).toHaveLength(1);
  return found[0]!;
}

/** Scans keep or lose the blank lines; the articles stay. */
describe("the same page with other line breaks", () => {
  const articlesIn = (text: string): number =>
    segmentPage({ page: "p", paper: null, place: null, date: null, source: "p", sha256: "", text }, models).articles
      .length;

  it.each([LASA, XIANNING, TIANJIN, HEBEI])("%s has as many articles", (id) => {
    const text = textOf(id);
    const wanted = articlesIn(text);
    expect(articlesIn(text.replace(/\n\s*\n/g, "\n"))).toBe(wanted);
    expect(articlesIn(text.replace(/\n/g, "\r\n"))).toBe(wanted);
  });
});

/** What a paper prints of itself at the page's edge is no article and stands in none. */
describe("a clean page with a masthead", () => {
  const articlesIn = (text: string, paper: string | null = null): Article[] =>
    segmentPage({ page: "p", paper, place: null, date: null, source: "p", sha256: "", text }, models).articles;
  const report = (place: string): string =>
    `# ${place}举行植树活动\n本报讯(记者 周青)3月8日,${place}组织居民开展植树活动。\n活动持续到傍晚。`;
  const body = `\n\n${report("东湖街道")}\n\n${report("西山社区")}\n`;

  it.each([
    "青河晚报",
    "# 青 河 晚 报",
    "青河晚报\n2026年3月10日 星期二 第 6620 期",
    "青河晚报 2026年3月10日 第四版",
    "2026年3月10日 青河晚报 A04版",
    "第四版 2026年3月10日 星期二 要闻 责编 张三、李四",
    "青河晚报\n2026年3月10日\n第四版",
  ])("keeps %j as its furniture", (head) => {
    const [masthead, ...reports] = articlesIn(head + body);
    expect(masthead).toMatchObject({ kind: "masthead", text: head.replace("# ", "") });
    expect(reports.map(({ title }) => title)).toEqual(["东湖街道举行植树活动", "西山社区举行植树活动"]);
    expect(reports.some(({ text }) => text.includes("晚报"))).toBe(false);
  });

  it("knows its own paper's name, whatever it ends in", () => {
    expect(articlesIn(`青河之声${body}`, "青河之声")[0]).toMatchObject({ kind: "masthead", text: "青河之声" });
  });

  it.each(["青河晚报社召开改版座谈会", "本报今日推出晚报", "做客青河晚报"])("takes %j for no masthead", (line) => {
    expect(articlesIn(line + body).every(({ kind }) => kind !== "masthead")).toBe(true);
  });

  it.each(["本报记者 刘斌 摄", "刘斌 摄", "本报全媒体记者 刘斌 通讯员 王五 文/图", "(刘斌 摄)", "通讯员 王 五 供图"])(
    "reads the photographer behind a caption: %s",
    (credit) => {
      const [article] = articlesIn(`图为3月9日,市民在江边赏花。${credit}\n`);
      expect(article!.byline_spans.map(([start, end]) => article!.text.slice(start, end))).toEqual([credit]);
    },
  );

  it("gives a picture to no article that shares but the day with it", () => {
    const text = `# 东湖街道开会\n本报讯(记者 周青)3月9日,街道开会。\n(下转第四版)\n\n${report("西山社区")}\n\n图为3月9日,市民在江汉关大楼前赏花。本报记者 刘斌 摄\n`;
    expect(holding(articlesIn(text), "赏花")).toMatchObject({ kind: "caption", title: "" });
  });
});

describe("labelled pages", () => {
  it.each([
    [LASA, { seg: 0.97, titles: 0.8 }],
    [HEBEI, { seg: 0.97, titles: 0.95 }],
  ])("%s keeps its floor", (id, floor) => {
    const gold = new Map([[id, goldOf(id)]]);
    const figures = scoreSegmentation(gold, new Map([[id, textOf(id)]]), articlesOf(id));
    expect(figures.seg.f1).toBeGreaterThan(floor.seg);
    expect(figures.titles).toBeGreaterThan(floor.titles);
    expect(figures).toMatchObject({ order: 1, jumps: 1, once: 1 });
  });
});

describe("a page with blanks where lines broke and marks before headings", () => {
  const articles = articlesOf(LASA);

  it("joins words over the blanks and over columns, and keeps marks out of text and title", () => {
    expect(holding(articles, "城市是现代化建设的重要载体、人民幸福生活").title).toBe(
      "中共中央 国务院 关于推动城市高质量发展的意见",
    );
    expect(articles.some((article) => article.text.includes("#"))).toBe(false);
    holding(articles, "让西藏的特色产品更好地走出去");
  });

  it("reads the byline over the break of a line", () => {
    expect(holding(articles, "今年暑运").byline).toBe("拉萨融媒讯(记者齐永昌通讯员武春燕、旦增旺姆)");
  });

  it("parts an essay without a headline from the report above it", () => {
    const essay = holding(articles, "思想火炬,照亮壮阔征程");
    expect(essay).toMatchObject({ kind: "essay", title: "" });
    expect(essay.text).not.toContain("拉萨火车站");
  });

  it("collects date line, slogans and imprint in the masthead", () => {
    const masthead = articles.find((article) => article.kind === "masthead")!;
    expect(masthead.text.split("\n")).toEqual(
      expect.arrayContaining(["第 2891期", "推进中华民族共同体建设", "□责任编辑:拉珍"]),
    );
  });
});

describe("a page whose articles interrupt each other", () => {
  const articles = articlesOf(XIANNING);
  const document = holding(articles, "(十六)提高城市公共卫生防控救治水平");

  it("leads the document over the interruption to its end", () => {
    expect(document.text).toContain("推进国家区域公共卫生中心建设");
    expect(document.text).toContain("重大事项及时按程序向党中央、国务院请示报告。");
    expect(document).toMatchObject({ kind: "document", dateline: "新华社北京8月28日电" });
    expect(document.text).not.toContain("平安电工");
  });

  it("joins the company's feature over the document", () => {
    expect(holding(articles, "组织200余名员工转型培训").text).toContain("责任答卷,仍在持续书写");
  });

  it("gives the sidebar its headline and its last column behind the agency's report", () => {
    const sidebar = holding(articles, "真正的马拉松才刚刚开始");
    expect(sidebar.title).toBe("上市是起点不是终点");
    expect(sidebar.text).toContain("这家深耕云母绝缘材料35年的企业");
  });

  it("ends the agency's report before that column", () => {
    const report = holding(articles, "26位外国国家元首和政府首脑将出席");
    expect(report.text.endsWith("夏林茂说。")).toBe(true);
  });
});

describe("a page with a continuation and a letter", () => {
  const articles = articlesOf(TIANJIN);

  it("takes the headline out of the middle of a sentence", () => {
    const document = holding(articles, "发挥债券市场、股票市场融资功能");
    expect(document).toMatchObject({
      title: "中共中央国务院关于推动城市高质量发展的意见",
      kind: "document",
      continued_from: "第1版",
    });
  });

  it("keeps the letter's short headings inside it, and its signature", () => {
    const letter = holding(articles, "亲爱的市民朋友们");
    expect(letter.kind).toBe("letter");
    for (const words of ["有序交通靠我们践行", "天津市精神文明建设办公室", "一封信"])
      expect(letter.text).toContain(words);
    expect(articles).toHaveLength(2);
  });
});

describe("a page with jump lines, teasers and headlines in the body", () => {
  const articles = articlesOf(HEBEI);

  it("joins a name that picture and column break have parted", () => {
    const report = holding(articles, "以下简称“中核华铀)办公区");
    expect(report.continued_to).toBe("第四版");
    expect(report.text).toContain("本报记者 李东宇摄");
  });

  it("gives each teaser of a guide the page reference that closes them all", () => {
    const teasers = articles.filter((article) => article.kind === "teaser");
    expect(teasers.map((teaser) => teaser.continued_to)).toEqual(["第三版", "第二版", "第二版"]);
  });

  it("keeps the columns' labels out of the titles and in the text", () => {
    const feature = holding(articles, "一把镢头传精神");
    expect(feature.title).toBe("一把镢头传精神 清漳河畔绘新图");
    expect(feature.text).toContain("太行!太行! ⑮");
    expect(feature.byline).toBe("本报记者 王思达");
  });
});

describe("a page of wrapped lines with headlines below the articles", () => {
  const articles = articlesOf(ZHAOTONG);

  it("finds each headline's article by its words", () => {
    expect(holding(articles, "鲁甸县卯家湾安置区居民").title).toBe("强化动态监测 精准帮扶 昭通守牢底线巩固脱贫成果");
    expect(holding(articles, "本报讯（记者 方 茜）").title).toBe("“昭通发布”微信公众号 粉丝量突破40万人");
    expect(holding(articles, "现提出如下意见").title).toBe("中共中央国务院关于推动 城市高质量发展的意见");
  });

  it("reads a feature through its headings", () => {
    const feature = holding(articles, "苦练成钢，锻造过硬本领");
    expect(feature.text).toContain("警铃就是命令，警笛就是希望。2023年");
    expect(feature.text).toContain("心系群众，彰显青春力量\n邹存涛所在的消防救援大队承担着昭阳主城区");
    expect(feature.title).toBe("橙色先锋 诠释“无悔青春”");
  });

  it("keeps the blanks inside names and joins a byline over a break", () => {
    expect(holding(articles, "市委书记苏永忠主持会议").byline).toBe("本报讯（记者 游 考 董建军 杨洋）");
    expect(holding(articles, "鲁甸县卯家湾安置区居民").byline).toBe("记者 黄庆波 游 考 单 虹 孙贵波");
  });

  it("makes a teaser of a headline that points to another page", () => {
    expect(articles.filter((article) => article.kind === "teaser").map((article) => article.continued_to)).toEqual([
      "第2版",
      "第2版",
      "第4版",
    ]);
  });
});
