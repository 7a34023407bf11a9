// Bodies by the frame they stand in: sources of a report, shares' codes, rows of names of one kind.
import { describe, expect, it } from "vitest";
import { found } from "./helpers.ts";

const agencies = (text: string): string[] => found(text).filter((name) => name.startsWith("agency:"));

describe("a report's source", () => {
  it("stands whole in front of 讯 and 电, with place and date between", () => {
    expect(found("青禾都市网衡水电(记者李雷)近日，当地降雪。").slice(0, 2)).toEqual([
      "agency:青禾都市网",
      "place:衡水=衡水市",
    ]);
    expect(agencies("赣江在线9月7日讯 今天上午天气晴朗。")).toEqual(["agency:赣江在线"]);
    expect(agencies("腾讯体育1月14日北京讯(记者韩梅)比赛结束。")).toEqual(["agency:腾讯体育"]);
  });

  it("is named behind 据 and 来源, and by its reporter", () => {
    expect(agencies("据扬帆新闻网报道，大桥已经通车。")).toEqual(["agency:扬帆新闻网"]);
    expect(agencies("大桥已经通车。(来源:每日青禾新闻)")).toEqual(["agency:每日青禾新闻"]);
    expect(agencies("(青禾日报记者韩梅)大桥已经通车。")).toEqual(["agency:青禾日报"]);
  });

  it("is none where no one is named", () => {
    expect(agencies("互联网消息，据有关电视台报道，据该网报道，大桥已经通车。")).toEqual([]);
  });

  it("stands in book marks before what a medium does", () => {
    expect(agencies("《青年观察》杂志日前报道称，价格上涨。")).toEqual(["agency:青年观察"]);
    expect(agencies("《财务公开条例》发表后，价格上涨。")).toEqual([]);
  });

  it("is the paper itself in every dateline, with a day in front too", () => {
    expect(found("本报福州1月6日电", "青禾日报")).toContain("agency:本报=青禾日报");
    expect(found("（本报石家庄电）", "青禾日报")).toContain("agency:本报=青禾日报");
    expect(found("本报驻印度记者韩梅", "青禾日报")).toContain("agency:本报=青禾日报");
    expect(found("赣江在线9月7日讯 大桥通车。\n本网记者曾报道此事。")).toContain("agency:本网=本报(p)");
    expect(found("青禾网9月7日讯 大桥通车。\n本网记者曾报道此事。")).toContain("agency:本网=青禾网");
    expect(found("8日本网曾报道此事。", "青禾日报")).toContain("agency:本网=青禾日报");
    expect(found("一本报告和样本报送两份。", "青禾日报")).toEqual([]);
  });
});

describe("a local body", () => {
  it("is the one that the text names in full", () => {
    expect(found("宁海县民政局通报了情况。居民可以向县民政局举报。", "丽水日报", "丽水")).toContain(
      "agency:县民政局=宁海县民政局",
    );
  });

  it("has its county's full name, however short it is printed", () => {
    expect(found("资兴公安局通报案情。")).toEqual(["agency:资兴公安局=资兴市公安局"]);
    expect(found("上海交通大学和吉林法院。")).not.toContain("agency:吉林法院=吉林市法院");
  });

  it("leaves to a place what is a word behind it", () => {
    expect(found("宁海警方通报案情。")).toEqual(["place:宁海=宁海县"]);
  });
});

describe("whom a body sends", () => {
  it("is no part of its name", () => {
    expect(agencies("越南共产党代表团访问北京。")).toEqual(["agency:越南共产党"]);
    expect(agencies("国家防总工作组抵达重庆。")).toEqual(["agency:国家防总"]);
  });

  it("has a name of its own where all send it", () => {
    expect(agencies("全国少数民族参观团来到北京。中央慰问组到达拉萨。")).toEqual([
      "agency:全国少数民族参观团",
      "agency:中央慰问组",
    ]);
  });

  it("leaves a body and its short form in brackets one name", () => {
    expect(agencies("石油输出国组织（欧佩克）发布报告。")).toEqual(["agency:石油输出国组织（欧佩克）=欧佩克"]);
  });

  it("are organs of a state by one unit, not of two", () => {
    expect(agencies("哥外交部提出抗议。哥伦比亚总统表示遗憾。")).toEqual(["agency:哥外交部=哥伦比亚外交部"]);
    expect(agencies("泰国总理表示，泰国会同邻国协商。").some((name) => name.includes("国会"))).toBe(false);
    expect(agencies("中俄议会合作委员会在俄罗斯举行会议。")).not.toContain("agency:俄议会=俄罗斯议会");
  });

  it("lends an association's short form to the text", () => {
    expect(agencies("泳联主席讲话。国际泳联发表声明。")).toEqual(["agency:泳联=国际泳联", "agency:国际泳联"]);
  });
});

describe("a company", () => {
  it("stands before its share's code", () => {
    expect(agencies("受益的股票还有青禾工程(600583,股吧)、赣江石油(000554)。")).toEqual([
      "agency:青禾工程",
      "agency:赣江石油",
    ]);
    expect(agencies("青禾发展(000001,股吧)银行公布年报。")).toEqual(["agency:青禾发展(000001,股吧)银行=青禾发展银行"]);
  });

  it("is a Latin word whose share or office is spoken of, unless it is a kind of things", () => {
    expect(agencies("Zorkum股价下跌，Qebble首席执行官辞职，LED股价不论。")).toEqual(["agency:Zorkum", "agency:Qebble"]);
  });
});

describe("a row", () => {
  it("makes all its members bodies where one is known", () => {
    expect(agencies("县里的中国石化、青禾电器、建禾建筑等企业捐了款。")).toEqual([
      "agency:中国石化",
      "agency:青禾电器",
      "agency:建禾建筑",
    ]);
  });

  it("says nothing of members that are a phrase", () => {
    expect(agencies("生态环境部会同公安部、有关单位等部门开展检查。")).toEqual(["agency:生态环境部", "agency:公安部"]);
  });
});
