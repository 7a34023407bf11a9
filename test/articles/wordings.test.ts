// How newspapers word their small lines: each is known for what it is, wherever the house sets brackets, marks and blanks.
import { describe, expect, it } from "vitest";
import { partAtJumps } from "../../src/articles/asides/pointers.ts";
import { type Article, readSegmentModels, segmentPage } from "../../src/articles/index.ts";
import { pageBlocks } from "../../src/articles/page/blocks.ts";
import { pageLines } from "../../src/articles/page/lines.ts";
import { assignRoles, type PageBlock } from "../../src/articles/page/roles.ts";

const models = readSegmentModels();
const articlesOf = (text: string): Article[] =>
  segmentPage({ page: "p", paper: null, place: null, date: null, source: "p", sha256: "", text }, models).articles;

const TEXT =
  "市住建局昨日发布消息，老城区供水管网改造工程全面完工，惠及居民三万余户，水压不足的老问题得到解决。\n\n据介绍，下一步将对二次供水设施进行更新，让更多居民喝上放心水，今年年底前全部完成，群众纷纷点赞。";
const OTHER =
  "东湖街道组织居民开展植树活动，三百多名居民在湖边栽下银杏和香樟，活动持续到傍晚。\n\n街道还为每棵树苗挂上了认养牌，认养的家庭每月来浇一次水。";

/** The block of a line between two articles, under `above`. */
function blockOf(line: string, above = "", below = ""): PageBlock {
  const page = ["老城区供水管网改造全面完工", TEXT, above, line, below, OTHER].filter(Boolean).join("\n\n");
  const { blocks, wrapped } = pageBlocks(pageLines(page));
  return assignRoles(blocks, wrapped, null).find((block) => block.lines.some(({ text }) => line.includes(text)))!;
}
const HEADLINE = "市民广场今日开放迎客";

describe("the lines of newspapers", () => {
  it.each([
    ["（下转第二版）", "第二版"],
    ["►►下转2版", "2版"],
    ["（下转2、3版）", "2、3版"],
    ["（下转第6版▶）", "第6版"],
    ["下转＞＞2版", "2版"],
    ["（下转第02版〉", "第02版"],
    ["﹙下转第2版﹚", "第2版"],
    ["（下转今日第5版）", "第5版"],
    ["（未完，下转第3版）", "第3版"],
    ["（下转次版）", "次版"],
    ["（下转第二版）**", "第二版"],
    ["**（下转第二版）", "第二版"],
  ])("%s sends to another page", (line, page) => {
    expect(blockOf(line, "", HEADLINE)).toMatchObject({ role: "jump-to", to: page, toIsPointer: false });
  });

  it.each([
    ["（上接第一版）", "第一版"],
    ["◀上接第1版", "第1版"],
    ["◄◄上接1版", "1版"],
    ["（上接今日01版）", "01版"],
    ["（上接封面）", "封面"],
  ])("%s comes from another page", (line, page) => {
    expect(blockOf(line)).toMatchObject({ role: "jump-from", from: page });
  });

  it.each(["⇨2版", "全文刊2版", "（刊3版）", "＞＞＞4版", "☞见3版", "►详见A04"])("%s points to a page", (line) => {
    expect(blockOf(line, "我市出台二十条措施稳就业", HEADLINE)).toMatchObject({ role: "jump-to", toIsPointer: true });
  });

  it.each([
    "本报记者 王思达 文/图",
    "◎文/王思达 图/李晓",
    "撰文/王思达 摄影/李晓",
    "文图/记者 方茜",
    "整理/方茜",
    "采写/本报记者 方茜",
    "见习记者 方茜/文 李小明/图",
    "本报驻京记者 方茜",
    "（记者 方 茜 通讯员 张伟）",
    "央视记者 方茜",
  ])("%s names writers", (line) => {
    expect(blockOf(line, HEADLINE).role).toBe("byline");
  });

  it.each([
    "摄影/李东宇",
    "图/李东宇",
    "供图/李东宇",
    "图片由市住建局提供",
    "（受访者供图）",
    "人民视觉",
    "（无人机照片）",
    "漫画：李东宇",
    "本版图片均由李东宇摄。",
    "新华社记者 李刚摄（无人机照片）",
  ])("%s names photographers", (line) => {
    expect(blockOf(line).role).toBe("credit");
  });

  it.each([
    "左上图：改造后的泵房。",
    "图片说明：工人正在安装供水管道。",
    "工人正在安装供水管道 李东宇 摄",
    "↑工人正在安装供水管道。",
    "8月28日，工人在老城区安装供水管道。（图片来源：视觉中国）",
  ])("%s is a caption", (line) => {
    expect(blockOf(line, HEADLINE).role).toBe("caption");
  });

  it.each([
    "（新华社北京８月２８日电）",
    "（人民日报）",
    "（综合新华社电）",
    "新华社长沙8月28日专电",
    "（本报综合报道）",
  ])("%s names the agency", (line) => {
    expect(blockOf(line, "", HEADLINE).role).toBe("agency");
  });

  it.each([
    "编辑 张三 美编 李四",
    "责编/张三 版式/李四 校对/王五",
    "乙巳年七月初七",
    "代号17-1",
    "印刷：江城日报印刷厂",
    "中共江城市委主管主办",
    "今日天气：多云 18℃~27℃",
    "审校：王五",
  ])("%s is the paper's own", (line) => {
    expect(blockOf(line, "", HEADLINE).role).toBe("furniture");
  });

  it.each(["核心期刊第2版", "记者从生态环", "记者走基层", "编辑们的春天", "文明实践进社区", "图书馆延长开放时间"])(
    "%s is none of them",
    (line) => {
      expect(["text", "heading", "label"]).toContain(blockOf(line, HEADLINE).role);
    },
  );
});

describe("a jump line", () => {
  it("makes the line above it a text's last, not a teaser's headline", () => {
    const articles = articlesOf(
      `老城区供水管网改造全面完工\n\n${TEXT}\n\n市住建局相关负责人表示将继续改造\n\n（下转第二版）\n\n${HEADLINE}\n\n${OTHER}`,
    );
    const [first] = articles.filter(({ text }) => text.includes("继续改造"));
    expect(first).toMatchObject({ title: "老城区供水管网改造全面完工", continued_to: "第二版" });
  });

  it.each([
    ["（上接第一版）市民广场今日开放迎客", "上接"],
    ["市民广场今日开放迎客（上接第一版）", "behind"],
  ])("glued to its headline is no part of the title: %s", (line) => {
    const articles = articlesOf(`老城区供水管网改造全面完工\n\n${TEXT}\n\n${line}\n\n${OTHER}`);
    expect(articles.find(({ text }) => text.includes("东湖街道"))).toMatchObject({
      title: HEADLINE,
      continued_from: "第一版",
    });
  });

  it("in the middle of a line ends its text there", () => {
    const articles = articlesOf(
      `老城区供水管网改造全面完工\n\n${TEXT}（下转第二版）东湖街道居民植树\n\n本报讯（记者 周青）${OTHER}`,
    );
    expect(articles.find(({ text }) => text.includes("放心水"))?.continued_to).toBe("第二版");
    expect(articles.find(({ text }) => text.includes("认养牌"))?.title).toBe("东湖街道居民植树");
  });

  it("is cut from what stands behind it however many stand in one line", () => {
    const { blocks } = pageBlocks(pageLines("（转2版）民民".repeat(12_000)));
    const parts = partAtJumps(blocks);
    expect(parts).toHaveLength(12_001);
    expect(parts.map(({ squeezed }) => squeezed).join("")).toBe(blocks.map(({ squeezed }) => squeezed).join(""));
  });

  it("broken over two lines is one", () => {
    const lines = TEXT.replaceAll("\n", "")
      .match(/.{1,18}/gu)!
      .join("\n");
    const [article] = articlesOf(`老城区供水管网改造全面完工\n\n${lines}（下转第\n二版）\n\n${HEADLINE}\n\n${OTHER}`);
    expect(article?.continued_to).toBe("第二版");
  });

  it("says where a text goes on, whatever pointer stands below", () => {
    const [article] = articlesOf(`老城区供水管网改造全面完工\n\n${TEXT}（下转第三版）\n>>>见第1版\n`);
    expect(article?.continued_to).toBe("第三版");
  });
});

describe("lists and columns", () => {
  it("a chronicle under marks stays one article", () => {
    const list = ["●3月5日，工程开工建设。", "●4月8日，完成管网铺设工作。", "●6月1日，工程通过竣工验收。"].join("\n\n");
    const articles = articlesOf(`老城区供水管网改造全面完工\n\n${TEXT}\n\n${list}`);
    expect(articles).toHaveLength(1);
  });

  it("the headline's first line behind one mark is no column's name", () => {
    const caption = "图为3月9日，江滩公园花海盛开，市民在江滩公园花海中踏青赏花，享受春日时光。\n本报记者 刘斌 摄";
    const articles = articlesOf(`■江滩公园花海盛开\n\n${caption}\n\n${HEADLINE}\n\n${OTHER}`);
    expect(articles.find(({ text }) => text.includes("踏青赏花"))?.title).toBe("■江滩公园花海盛开");
  });

  it("a column's name in a guide is no teaser and no author", () => {
    const articles = articlesOf(
      `今日导读\n\n我市出台二十条措施稳就业\n\n●民生关注\n\n三条地铁新线年底开通运营\n\n（详见第4版）\n\n${HEADLINE}\n\n${OTHER}`,
    );
    expect(articles.filter(({ kind }) => kind === "teaser").map(({ title }) => title)).toEqual([
      "我市出台二十条措施稳就业",
      "三条地铁新线年底开通运营",
    ]);
  });
});
