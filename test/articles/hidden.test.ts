// Headlines that look like running text or like a caption, and lines that look like headlines.
import { describe, expect, it } from "vitest";
import { type Article, readSegmentModels, segmentPage } from "../../src/articles/index.ts";

const models = readSegmentModels();

const articlesIn = (text: string): Article[] =>
  segmentPage({ page: "p", paper: null, place: null, date: null, source: "p", sha256: "", text }, models).articles;

const titleOf = (articles: readonly Article[], words: string): string | undefined =>
  articles.find(({ text }) => text.includes(words))?.title;

const FARM = "记者从市农业局获悉,今年全市小麦收割已过七成。\n各乡镇的农机服务队日夜在田头作业。";

describe("a headline hidden in text", () => {
  it("is found between the lines that a scan drew together", () => {
    const page = [
      "市水利局加强了对水库、河道",
      "的巡查,并在汛期前完成了所有",
      "堤防的检修。各县也组织了抢险",
      "队伍,备足了沙袋和水泵。",
      "全市小麦收割过七成",
      "本报讯(记者 王田)记者从",
      "市农业局获悉,今年全市小麦收",
      "割已过七成。各乡镇的农机服务",
      "队日夜在田头作业,确保颗粒归",
      "仓。",
    ].join("\n");
    expect(titleOf(articlesIn(page), "颗粒归仓")).toBe("全市小麦收割过七成");
  });
});

describe("a column of briefs", () => {
  it("keeps the headlines under triangles, which captions have too", () => {
    const page = [
      "▲东湖大桥昨日正式通车",
      "本报讯(记者 周青)东湖大桥3月8日正式通车,市民过河只需五分钟。",
      "▲柳林镇小麦收割过七成",
      `本报讯(记者 王田)${FARM.split("\n")[0]}`,
    ].join("\n\n");
    const articles = articlesIn(page);
    expect(titleOf(articles, "只需五分钟")).toBe("▲东湖大桥昨日正式通车");
    expect(titleOf(articles, "收割已过七成")).toBe("▲柳林镇小麦收割过七成");
  });

  it("keeps the first line of a headline under a square, which columns' names have too", () => {
    const page = `■我市新建小学\n今年秋季招生\n\n本报讯(记者 李原)我市新建小学今年秋季开始招生,共有教室三十间。\n`;
    expect(titleOf(articlesIn(page), "教室三十间")).toBe("■我市新建小学 今年秋季招生");
  });
});

describe("a blank beside a number", () => {
  it("parts no headline", () => {
    const page =
      "2025 年全市工业利润增长 6%\n\n本报讯(记者 李原)市统计局1月27日发布的数据显示,全市工业企业实现利润增长。\n";
    expect(titleOf(articlesIn(page), "市统计局")?.replace(/\s/gu, "")).toBe("2025年全市工业利润增长6%");
  });
});

describe("one of several", () => {
  it("is no number of a series", () => {
    const page =
      "油价上涨成为物价回升原因之一\n\n本报讯(记者 李原)市统计局发布的数据显示,油价上涨是物价回升的原因之一。\n";
    expect(titleOf(articlesIn(page), "市统计局")).toBe("油价上涨成为物价回升原因之一");
  });
});
