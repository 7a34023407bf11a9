import { describe, expect, it } from "vitest";
import { stated } from "./helpers.ts";

const offices = (text: string, place: string | null = null): string[] => stated("holds_office", text, place);

describe("titles before a name", () => {
  it("are offices of the body before them", () => {
    expect(offices("绵阳市委书记王强出席会议。")).toEqual(["王强 → 绵阳市委 | 书记"]);
    expect(offices("法国总统马克龙15日表示欢迎。")).toEqual(["马克龙 → 法国 | 总统"]);
    expect(offices("世界卫生组织总干事谭德塞表示。")).toEqual(["谭德塞 → 世界卫生组织 | 总干事"]);
  });
  it("carry the body on in a series", () => {
    expect(offices("市委副书记、市长王强主持会议。", "四川省绵阳市")).toEqual([
      "王强 → 绵阳市委 | 副书记",
      "王强 → 绵阳市 | 市长",
    ]);
    expect(offices("中共中央政治局常委、国务院副总理丁薛祥出席。")).toEqual([
      "丁薛祥 → 中共中央政治局 | 常委",
      "丁薛祥 → 国务院 | 副总理",
    ]);
  });
  it("leave a Party group for the body where it has no such office", () => {
    expect(offices("绵阳市教育局党组书记、局长李芳讲话。")).toEqual([
      "李芳 → 绵阳市教育局党组 | 书记",
      "李芳 → 绵阳市教育局 | 局长",
    ]);
  });
  it("leave a board for the company, a party for the state", () => {
    expect(offices("海东电子科技有限公司董事会主席王强出席。")).toEqual(["王强 → 海东电子科技有限公司 | 董事会主席"]);
    expect(offices("朝鲜劳动党总书记、国务委员长金正恩出席。")).toEqual(["金正恩 → 朝鲜劳动党 | 总书记"]);
    expect(offices("越共中央政治局委员、中央书记处书记、中组部部长王强出席。").slice(1)).toEqual([]);
    expect(offices("老挝国家主席通伦、陆军参谋长王强出席。")).toEqual(["通伦 → 老挝 | 国家主席"]);
  });
  it("take a unit that no mention covers into the label", () => {
    expect(offices("市委常委、组织部部长李芳讲话。", "四川省绵阳市")).toEqual([
      "李芳 → 绵阳市委 | 常委",
      "李芳 → 绵阳市委 | 组织部部长",
    ]);
    expect(offices("联合国秘书长发言人迪雅里克回答提问。")).toEqual(["迪雅里克 → 联合国 | 秘书长发言人"]);
  });
  it("share a unit with the body's name", () => {
    expect(offices("中共中央政治局委员、外交部长王毅出席。").at(-1)).toBe("王毅 → 外交部 | 外交部长");
    expect(offices("乌克兰国防部长乌梅罗夫抵达。")).toEqual(["乌梅罗夫 → 乌克兰国防部 | 部长"]);
  });
  it("say what is over or not yet", () => {
    expect(offices("原绵阳市委书记王强回到这里。")).toEqual(["王强 → 绵阳市委 | 原书记"]);
    expect(offices("原绵阳市教育局党委委员、副局长王强受审。")).toEqual([
      "王强 → 绵阳市教育局党委 | 原委员",
      "王强 → 绵阳市教育局 | 原副局长",
    ]);
    expect(offices("2003年，时任浙江省委书记的习近平来到这里。")).toEqual(["习近平 → 浙江省委 | 时任书记"]);
    expect(offices("英国前首相苏纳克发表文章。")).toEqual(["苏纳克 → 英国 | 前首相"]);
  });
  it("name an envoy's host in the title", () => {
    expect(offices("中国驻法国大使邓励到机场迎接。")).toEqual(["邓励 → 中国 | 驻法国大使"]);
  });
  it("give a ministry behind another country's name to that country", () => {
    expect(offices("18日外交部发言人林剑表示。")).toEqual(["林剑 → 外交部 | 发言人"]);
    expect(offices("伊朗司法部发言人贾汉吉尔表示。")).toEqual(["贾汉吉尔 → 伊朗司法部 | 发言人"]);
  });
  it("know the country that one unit stands for, once the article names it", () => {
    expect(offices("俄罗斯军队前进。俄总统普京7日表示。")).toEqual(["普京 → 俄罗斯 | 总统"]);
    expect(offices("俄总统普京7日表示。")).toEqual([]);
    expect(offices("乌克兰方面回应。乌陆军总司令瑟尔斯基表示。")).toEqual(["瑟尔斯基 → 乌陆军 | 总司令"]);
  });
  it("say nothing where no body is printed", () => {
    expect(offices("习近平总书记指出，马克龙总统访华。")).toEqual([]);
    expect(offices("总理李强出席。书记王强讲话。")).toEqual([]);
  });
  it("know the country of 国家主席 and the place of a local paper's 市长", () => {
    expect(offices("国家主席习近平会见来宾。")).toEqual(["习近平 → 中国 | 国家主席"]);
    expect(offices("古巴国家主席迪亚斯-卡内尔抵达。")).toEqual(["迪亚斯-卡内尔 → 古巴 | 国家主席"]);
    expect(offices("市长王强出席。", "四川省绵阳市")).toEqual(["王强 → 绵阳市 | 市长"]);
    expect(offices("市长王强出席。")).toEqual([]);
  });
  it("are none where they name no office", () => {
    expect(offices("新华社记者王强报道。八路军战士张明回忆。")).toEqual([]);
    expect(offices("北京大学学生王强说。")).toEqual([]);
  });
});

describe("lists", () => {
  it("bear a title that several hold", () => {
    expect(offices("绵阳市政协副主席王强、李芳、张明出席。")).toEqual([
      "王强 → 绵阳市政协 | 副主席",
      "李芳 → 绵阳市政协 | 副主席",
      "张明 → 绵阳市政协 | 副主席",
    ]);
  });
  it("do not bear a title that one holds", () => {
    expect(offices("绵阳市市长王强、李芳出席。")).toEqual(["王强 → 绵阳市 | 市长"]);
    expect(offices("国家主席习近平和马克龙举行会谈。")).toEqual(["习近平 → 中国 | 国家主席"]);
  });
  it("carry the body on to another title", () => {
    expect(offices("绵阳市政协副主席王强、李芳及秘书长张明出席。").at(-1)).toBe("张明 → 绵阳市政协 | 秘书长");
  });
});

describe("verbs of office", () => {
  it("join the name before and the body behind", () => {
    expect(offices("习近平致电祝贺米莱就任阿根廷总统。")).toEqual(["米莱 → 阿根廷 | 总统"]);
    expect(offices("会议选举王强为绵阳市人大常委会主任。")).toEqual(["王强 → 绵阳市人大常委会 | 主任"]);
    expect(offices("普京曾任俄罗斯总理。普京曾担任俄罗斯总理。")).toEqual([
      "普京 → 俄罗斯 | 曾任总理",
      "普京 → 俄罗斯 | 曾总理",
    ]);
    expect(offices("免去李芳的绵阳市副市长职务。")).toEqual(["李芳 → 绵阳市 | 免去副市长"]);
  });
  it("read a title to its end", () => {
    expect(offices("基辛格曾担任美国总统国家安全事务助理。")).toEqual(["基辛格 → 美国 | 曾总统国家安全事务助理"]);
  });
  it("do not count as facts what is only wished or doubted", () => {
    expect(offices("该党支持王强当选绵阳市市长。")).toEqual([]);
    expect(offices("王强任命李芳。")).toEqual([]);
  });
});

describe("apposition", () => {
  it("stands in brackets, between commas, in a curriculum", () => {
    expect(offices("专家组名单：王强（清华大学教授）。")).toEqual(["王强 → 清华大学 | 教授"]);
    expect(offices("王强，绵阳市委书记，昨日到任。")).toEqual(["王强 → 绵阳市委 | 书记"]);
    expect(offices("王强，男，汉族，1970年生，现任绵阳市委书记。")).toEqual(["王强 → 绵阳市委 | 书记"]);
  });
});
