// How texts begin: what the model that ships has learned, on sentences of our own.
import { describe, expect, it } from "vitest";
import { readSegmentModels } from "../../src/articles/index.ts";
import { openingOf, parseOpeningModel } from "../../src/articles/sense/opening-model.ts";

const { characters, openings } = readSegmentModels();
const opening = (text: string) => openingOf(openings, characters, text);

describe("the opening model", () => {
  it.each([
    [
      "8月28日上午,全市水利工作会议在青河召开,总结去年工作,部署今年任务。",
      "他说,这些年最大的变化是路通了,菜也卖得出去了。",
    ],
    ["近日,记者从市交通局获悉,青石大桥将于年底通车。", "与此同时,各单位还要加强检查,发现问题及时整改。"],
  ])("hears in %j an article's beginning rather than in %j", (first, later) => {
    expect(opening(first).article).toBeGreaterThan(opening(later).article + 1);
  });

  it.each([
    ["的发展作出了新的贡献,群众也得到了实惠。", "村民们的生活越来越好,收入也年年增加。"],
    ["化建设取得明显进展,道路更宽了。", "今年以来,各县区抓项目、促投资。"],
  ])("hears in %j the middle of a sentence rather than in %j", (cut, whole) => {
    expect(opening(cut).inside).toBeGreaterThan(opening(whole).inside + 1);
  });

  it("says the same of scans that differ by width and blanks", () => {
    expect(opening("８月 28日上午，全市水利工作会议在青河召开。")).toEqual(
      opening("8月28日上午,全市水利工作会议在青河召开。"),
    );
  });

  it("takes an empty text", () => {
    expect(Number.isFinite(opening("").article)).toBe(true);
  });

  it("refuses a file of another size", () => {
    expect(() => parseOpeningModel(new Uint8Array(7))).toThrow(Error);
  });
});
