import { describe, expect, it } from "vitest";
import { lessonsOf } from "../../../src/entities/tagger/fit.ts";
import { joinedNames, toGuide, withGovernments } from "../../../src/entities/tagger/recode.ts";
import { GUIDE, type TaggedSpan, type TaggedType } from "../../../src/entities/tagger/tags.ts";
import { resources } from "../helpers.ts";

/** "乐安县:place 流舍村:place": spans of the text that the names make, other characters in ().*/
function parse(marked: string): { text: string; spans: TaggedSpan[] } {
  let text = "";
  const spans: TaggedSpan[] = [];
  for (const part of marked.split(" ")) {
    const [name, type] = part.split(":") as [string, TaggedType | undefined];
    if (type) spans.push({ start: text.length, end: text.length + name.length, type });
    text += name;
  }
  return { text, spans };
}

const shown = (text: string, spans: readonly TaggedSpan[]): string =>
  spans.map(({ start, end, type }) => `${text.slice(start, end)}:${type}`).join(" ");

const joined = (marked: string): string => {
  const { text, spans } = parse(marked);
  return shown(text, joinedNames(text, spans, resources));
};

describe("labels of corpora, by the guide", () => {
  it.each([
    ["乐安县:place 流舍村:place", "乐安县流舍村:place"],
    ["湖南省:place 衡山县:place 白果镇:place", "湖南省衡山县白果镇:place"],
    ["北京:place 人民大会堂:place", "北京人民大会堂:place"],
    ["西藏自治区:place 商务厅:agency", "西藏自治区商务厅:agency"],
    ["中国:place 西藏:place", "中国西藏:place"],
  ])("%s is one name", (marked, one) => {
    expect(joined(marked)).toBe(one);
  });

  it.each([
    "美国:place 中东:place",
    "日本:place 东京:place",
    "北京:place 、 上海:place",
    "纽约:place 联合国:agency",
    "新华社:agency 北京:place",
    "王明:person 李红:person",
  ])("%s stays as it is", (marked) => {
    expect(joined(marked)).toBe(marked.replace(" 、", ""));
  });

  it("drops names of one character", () => {
    expect(joined("中:place 美:place 两国 北京:place")).toBe("北京:place");
  });

  it("makes a place and its government one agency, but not a government's army", () => {
    const recoded = (marked: string): string => {
      const { text, spans } = parse(marked);
      return shown(text, withGovernments(text, spans));
    };
    expect(recoded("中国:place 政府和人民")).toBe("中国政府:agency");
    expect(recoded("昭通市:place 人民政府")).toBe("昭通市人民政府:agency");
    expect(recoded("缅甸:place 政府军")).toBe("缅甸:place");
  });

  it("adds agencies that a corpus leaves out, where no other name is", () => {
    const { text, spans } = parse("本报讯市委、市政府和 安理会:agency 都欢迎北约");
    expect(shown(text, toGuide(text, spans, resources))).toBe(
      "本报:agency 市委:agency 市政府:agency 安理会:agency 北约:agency",
    );
  });

  it("adds programs that their marks make sure, and lets them swallow what is inside", () => {
    const { text, spans } = parse("全国人大:agency 通过《 中国:place 中小企业促进法》");
    expect(shown(text, toGuide(text, spans, resources))).toBe("全国人大:agency 中国中小企业促进法:program");
  });

  it("are learned before the corpora's own, from all their texts", () => {
    const { text, spans } = parse("北京:place 人民大会堂:place");
    const texts = Array.from({ length: 20 }, () => ({ text, spans, doc: null }));
    const sources = ["alpha", "beta"].map((convention) => ({ convention, file: `${convention}.jsonl`, texts }));
    const lessons = lessonsOf(sources, resources, true);
    expect(lessons.map(({ convention, learn, held }) => [convention, learn.length, held.length])).toEqual([
      [GUIDE, 36, 4],
      ["alpha", 18, 2],
      ["beta", 18, 2],
    ]);
    expect(shown(text, lessons[0]!.held[0]!.spans)).toBe("北京人民大会堂:place");
    expect(lessons[1]!.held[0]!.spans).toEqual(spans);
  });
});
