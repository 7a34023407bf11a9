import { describe, expect, it } from "vitest";
import { imprintOf, inferImprint, placeOfPaper } from "../../src/corpus/index.ts";

const paperOf = (text: string): string | null => inferImprint(text, "a.txt").paper.value;
const dateOf = (text: string, source = "a.txt"): string | null => inferImprint(text, source).date.value;

describe("the paper of a page", () => {
  it.each([
    ["the imprint", "□青河日报社出版 □国内统一连续出版物号:CN 00-0000", "青河日报"],
    ["an imprint by label", "出版单位：青河日报社 地址：人民路1号", "青河日报"],
    ["the publisher's company", "青河晚报社有限公司出版", "青河晚报"],
    ["an imprint that opens with the masters", "中共青河市委主管主办 青河日报社出版", "青河日报"],
    ["a masthead with spaced characters", "# 青 河 日 报\n\n正文。", "青河日报"],
    ["a masthead beside the date", "青河日报 2025年8月29日 星期五 责任编辑 张三", "青河日报"],
    ["a masthead behind the date", "2025年8月29日 星期五 第3版 青河商报", "青河商报"],
    ["its channels", "青河日报客户端、微博、微信", "青河日报"],
    ["an invitation to its app", "扫码下载 青河日报客户端", "青河日报"],
    ["the opening of its reports", "青河日报讯(记者 李四)8月28日,会议召开。", "青河日报"],
    ["two reporters of its own", "青河日报记者 李四\n正文。\n青河日报记者 王五", "青河日报"],
    ["a national paper's masthead", "人民日报 2025年8月29日 星期五", "人民日报"],
    ["a running head", "青河日报 2025年8月29日 第四版", "青河日报"],
    ["a running head with its parts in another order", "第4版 青河日报 责编 张三", "青河日报"],
    ["Windows line ends", "标题\r\n青河日报社出版\r\n", "青河日报"],
  ])("is told by %s", (_, text, paper) => {
    expect(paperOf(text)).toBe(paper);
  });

  it.each([
    ["a source", "(据《青河日报》)"],
    ["a report that is cited", "退役军人就业案例被《人民日报》报道。"],
    ["a citation without marks", "据青河日报报道,会议召开。"],
    ["本报", "本报讯(记者 李四)8月28日,会议召开。\n本报记者 王五摄"],
    ["a wire", "新华社北京8月28日电 会议召开。"],
    ["one reporter of another paper", "青河日报记者 李四"],
    ["reporters of a national paper", "人民日报记者 李四\n正文。\n人民日报记者 王五"],
    ["a sentence about a paper", "会议由青河日报社等单位协办,来自各地的代表参加了会议,并就发展交换意见,气氛热烈友好。"],
    ["a publishing house of the name", "青河日报出版社 2025年8月第1版"],
    ["an attribution in brackets", "(青河日报客户端)"],
    ["a slogan", "海河儿女展风采"],
    ["a reprint", "来源:青河日报客户端"],
    ["words that end like a paper", "气象预报\n海报\n情报"],
    ["nothing", ""],
  ])("is not told by %s", (_, text) => {
    expect(paperOf(text)).toBeNull();
  });

  it("stays unknown where two papers have the same claim", () => {
    const { paper } = inferImprint("青河日报讯(记者 李四)\n白山日报讯(记者 王五)", "a.txt");
    expect(paper.value).toBeNull();
    expect(paper.evidence).toContain("白山日报");
  });

  it("goes by the stronger claim", () => {
    expect(paperOf("白山日报讯(记者 王五)会议召开。\n正文\n青河日报社出版")).toBe("青河日报");
  });

  it("is told by a folder of its name where the page is silent", () => {
    expect(inferImprint("正文。", "青河日报/2025-08-29/01.txt")).toMatchObject({
      paper: { value: "青河日报" },
      place: { value: "青河" },
      date: { value: "2025-08-29" },
    });
  });
});

describe("the place of a paper", () => {
  it.each([
    ["拉萨日报", "拉萨"],
    ["呼伦贝尔日报", "呼伦贝尔"],
    ["燕赵晚报", "石家庄"],
    ["解放日报", "上海"],
    ["北京青年报", "北京"],
    ["深圳特区报", null],
    ["人民日报", null],
    ["今日早报", null],
    ["经济晚报", null],
  ])("%s → %s", (paper, place) => {
    expect(placeOfPaper(paper)).toBe(place);
  });
});

describe("the date of a page", () => {
  it.each([
    ["with its weekday", "2025年8月29日 星期五", "2025-08-29"],
    ["with the lunar date", "2025年8月29日 今日8版 农历乙巳年七月初七", "2025-08-29"],
    ["with the issue's number", "2025年8月29日 第2891期", "2025-08-29"],
    ["in Chinese numerals", "二〇二五年八月二十九日 星期五", "2025-08-29"],
    ["in full-width digits", "２０２５年８月２９日　星期五", "2025-08-29"],
    ["with points", "2025.8.29 星期五 要闻", "2025-08-29"],
    ["over several lines", "2025年8月29日\n\n星期五\n正文。", "2025-08-29"],
    ["with the day set large", "29\n2025年8月\n星期五\n", "2025-08-29"],
    ["that is a running head", "青河日报 2025年8月29日 第四版", "2025-08-29"],
    ["that is a running head without a name", "2025年8月29日 A04版", "2025-08-29"],
    ["broken by blanks", "2025 年 8 月 29 日 星期五", "2025-08-29"],
    ["behind the paper's name", "青河日报 2025年8月29日 星期五 编辑 张三", "2025-08-29"],
    ["at the foot of the page", `${"一个句子。\n".repeat(40)}2025年8月29日 星期五`, "2025-08-29"],
  ])("is read from a date line %s", (_, text, date) => {
    expect(dateOf(text)).toBe(date);
  });

  it.each([
    ["a document's date", "(2025年8月15日)"],
    [
      "a paper and a day in the middle of a text",
      `${"一个句子。\n".repeat(20)}青河日报 2025年8月29日\n${"一个句子。\n".repeat(20)}`,
    ],
    ["a date in a sentence", "2025年8月15日,星期五,会议召开。"],
    ["a date alone", "2025年8月15日"],
    ["a notice", "活动时间:2025年8月30日 星期六"],
    ["a span of days", "2025年8月29日至31日 星期五"],
    ["a weekday that is not that day's", "2025年8月29日 星期三"],
    ["a day that does not exist", "2025年2月30日 星期五"],
    ["a dateline", "新华社北京8月28日电"],
    ["nothing", ""],
  ])("is not read from %s", (_, text) => {
    expect(dateOf(text)).toBeNull();
  });

  it("names the datelines as a hint where there is no date line", () => {
    expect(inferImprint("新华社北京8月28日电 会议召开。", "a.txt").date.evidence).toContain("8月28日");
  });

  it("prefers the masthead to an event's date line in the middle of the page", () => {
    const body = "一个句子。\n".repeat(20);
    expect(dateOf(`2025年8月29日 星期五 农历七月初七\n${body}2025年9月6日 星期六\n${body}`)).toBe("2025-08-29");
  });

  it("stays unknown where two date lines are alike", () => {
    expect(dateOf("2025年8月29日 星期五\n正文。\n2025年9月6日 星期六")).toBeNull();
  });

  it.each(["2025-08-29/000.txt", "20250829-A01.txt", "2025/08/29/1.txt", "青河/2025_08_29/1.txt", "2025年8月29日.txt"])(
    "comes from the path %s where the page is silent",
    (source) => {
      expect(dateOf("正文。", source)).toBe("2025-08-29");
    },
  );

  it.each(["000_2a20250829.txt", "13800138000.txt", "20259999.txt", "2025-08-29/2025-08-30.txt", "2025.txt"])(
    "does not come from the path %s",
    (source) => {
      expect(dateOf("正文。", source)).toBeNull();
    },
  );
});

describe("imprintOf", () => {
  const text = "青河日报 2025年8月29日 星期五";
  const codes = (result: { issues: readonly { code: string }[] }): string[] => result.issues.map((issue) => issue.code);

  it("gives a row with the evidence for everything inferred", () => {
    const result = imprintOf("a", text, "a.txt");
    expect(result.imprint).toEqual({ paper: "青河日报", place: "青河", date: "2025-08-29" });
    expect(codes(result)).toEqual(["paper-inferred", "place-inferred", "date-inferred"]);
    expect(result.issues[0]!.message).toContain("“青河日报 2025年8月29日 星期五”");
  });

  it("lets what is given win, and says where the page disagrees", () => {
    const given = { paper: "白山日报", place: "白山", date: "2025-08-30" };
    const result = imprintOf("a", text, "a.txt", given);
    expect(result.imprint).toEqual(given);
    expect(codes(result)).toEqual(["date-conflict"]);
  });

  it("says what stays unknown", () => {
    expect(codes(imprintOf("a", "正文。", "a.txt"))).toEqual(["paper-unknown", "date-unknown"]);
  });

  it("takes the page's date before the path's and says so", () => {
    const result = imprintOf("a", text, "2025-09-01/a.txt");
    expect(result.imprint.date).toBe("2025-08-29");
    expect(codes(result)).toContain("date-conflict");
  });
});
