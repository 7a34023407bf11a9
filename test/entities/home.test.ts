import { describe, expect, it } from "vitest";
import { formatHome, inferPlace, levelName, parseHome } from "../../src/entities/index.ts";
import { articleOf, found, resources } from "./helpers.ts";

const infer = (...texts: string[]): string | null =>
  inferPlace(
    { text: texts.join("\n"), paper: null },
    texts.map((text) => articleOf(text)),
    resources,
  );

describe("parseHome", () => {
  it("reads names of papers and written places", () => {
    expect(parseHome("拉萨", resources)).toEqual({ province: "西藏自治区", city: "拉萨市" });
    expect(parseHome("河北日报", resources)).toEqual({ province: "河北省" });
    expect(parseHome("云南省昭通市", resources)).toEqual({ province: "云南省", city: "昭通市" });
    expect(parseHome("天津日报", resources)).toEqual({ province: "天津市" });
    expect(parseHome("光明日报", resources)).toEqual({});
    expect(parseHome(null, resources)).toEqual({});
  });
  it("goes back and forth with formatHome", () => {
    for (const chain of ["云南省昭通市", "西藏自治区拉萨市", "天津市"])
      expect(formatHome(parseHome(chain, resources))).toBe(chain);
  });
});

describe("levelName", () => {
  it("gives the region that a short form's head means", () => {
    const home = { province: "西藏自治区", city: "拉萨市" };
    expect(levelName(home, "市")).toBe("拉萨市");
    expect(levelName(home, "自治区")).toBe("西藏自治区");
    expect(levelName(home, "省")).toBeNull();
    expect(levelName({ province: "天津市" }, "市")).toBe("天津市");
  });
});

describe("inferPlace", () => {
  it("reads the paper's own name in its furniture", () => {
    const masthead = articleOf("绵阳日报社出版", { kind: "masthead" });
    expect(inferPlace({ text: masthead.text, paper: null }, [masthead], resources)).toBe("四川省绵阳市");
  });
  it("takes the city that the page's own reports are about", () => {
    expect(infer("本报讯 绵阳市民政局昨日在涪城区召开会议，绵阳市领导出席。")).toBe("四川省绵阳市");
  });
  it("gives a wire report no weight, and does not guess", () => {
    expect(infer("新华社成都8月28日电 成都市成都市成都市。")).toBeNull();
    expect(infer("今天天气很好。")).toBeNull();
  });
  const wuhan = "本报讯 武汉市民政局昨日在江岸区召开会议，武汉市领导出席，武汉市教育局参加。";
  const of = (paper: string, text: string): string | null => inferPlace({ text, paper }, [articleOf(text)], resources);
  it("believes a paper's name at once when it names a province or a city", () => {
    expect(of("河北日报", wuhan)).toBe("河北省");
    expect(of("绵阳日报", wuhan)).toBe("四川省绵阳市");
    expect(of("解放日报", "今天天气很好。")).toBe("上海市");
  });
  it("does not believe a county's short form against the content", () => {
    expect(of("江城日报", wuhan)).toBe("湖北省武汉市");
    expect(of("滨海晚报", "本报讯 青岛市昨日在崂山区召开会议，我市领导出席。青岛市教育局参加。")).toBe("山东省青岛市");
    expect(of("江城日报", "今天天气很好。")).toBeNull();
  });
  it("believes it with the county's full name in the text, or when the content is about its city", () => {
    expect(of("江城日报", "本报讯 江城区昨日召开会议。")).toBe("广东省阳江市江城区");
    expect(of("滨海日报", "本报讯 盐城市昨日开会，盐城市领导出席。")).toBe("江苏省盐城市滨海县");
  });
  it("reads no county from an unproved name when a text is extracted either", () => {
    expect(found("市委书记来了。", "江城日报")).toEqual(["agency:市委"]);
    expect(found("市委书记来了。", "绵阳日报")).toEqual(["agency:市委=绵阳市委"]);
  });
});
