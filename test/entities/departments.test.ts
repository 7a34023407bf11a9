import { describe, expect, it } from "vitest";
import { departmentEnd } from "../../src/entities/extractors/departments.ts";
import { found } from "./helpers.ts";

describe("departments", () => {
  it.each([
    "住房和城乡建设局",
    "园林和林业局",
    "水务和湖泊局",
    "自然资源和规划局",
    "政务服务和大数据管理局",
    "应急管理局",
    "农业农村局",
    "城管执法委",
  ])("of a city belong to the paper's place: 市%s", (name) => {
    expect(found(`昨日，记者从市${name}获悉。`, null, "湖北省武汉市")).toEqual([`agency:市${name}=武汉市${name}`]);
    expect(found(`昨日，武汉市${name}发布通知。`)).toEqual([`agency:武汉市${name}`]);
  });
  it("of a province, a county and an autonomous region are found where nothing is known", () => {
    expect(found("省住房和城乡建设厅、县卫健局、自治区住房和城乡建设厅。")).toEqual([
      "agency:省住房和城乡建设厅",
      "agency:县卫健局",
      "agency:自治区住房和城乡建设厅",
    ]);
  });
  it("are not seen in other words", () => {
    const text = "全市各局开会，市民办理业务，市场监管局面好，市委员，城市管理办法，建设局面打开。";
    expect(found(text, null, "湖北省武汉市")).toEqual([]);
    for (const words of ["建设局面", "教育委员", "城市管理办法", "工作办", "文化", "局"])
      expect(departmentEnd(words, 0)).toBeNull();
  });
});
