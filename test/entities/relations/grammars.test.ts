import { describe, expect, it } from "vitest";
import { stated } from "./helpers.ts";

describe("part_of", () => {
  const parts = (text: string, place: string | null = null) => stated("part_of", text, place);
  it("reads a unit in the name of a body", () => {
    expect(parts("绵阳市政协党组召开会议。")).toEqual(["绵阳市政协党组 → 绵阳市政协 | 绵阳市政协"]);
    expect(parts("市委宣传部负责。", "四川省绵阳市")).toEqual(["绵阳市委宣传部 → 绵阳市委 | 市委"]);
    expect(parts("中国银行业协会发布报告。")).toEqual([]);
  });
  it("reads 下属", () => {
    expect(parts("联合国下属的世界卫生组织发布报告。")).toContain("世界卫生组织 → 联合国 | 下属的");
  });
  it("reads a printed chain of places, confirmed by what is known", () => {
    expect(parts("记者来到河北省平山县西柏坡村。")).toEqual(["平山县西柏坡村 → 平山县 | 平山县"]);
    expect(parts("博览会在山东青岛举行。")).toEqual(["青岛市 → 山东省 | 山东"]);
    expect(parts("他从青岛出发。")).toEqual([]);
    expect(parts("印度尼西亚和罗马尼亚签约。")).toEqual([]);
  });
});

describe("located_in", () => {
  const seats = (text: string) => stated("located_in", text);
  it("reads the place in front of a body's or a building's name", () => {
    expect(seats("旅客来到青岛火车站。")).toEqual(["青岛火车站 → 青岛市 | 青岛"]);
    expect(seats("他在绵阳市第三人民医院工作。")).toEqual(["绵阳市第三人民医院 → 绵阳市 | 绵阳市"]);
  });
  it("does not place what is named after a place and is elsewhere", () => {
    expect(seats("上海合作组织秘书处和江苏省援疆前方指挥部致信。")).toEqual([]);
    expect(seats("罗马尼亚队到达。")).toEqual([]);
  });
  it("reads 位于 before and behind", () => {
    expect(seats("西柏坡村位于平山县中部。")).toContain("西柏坡村 → 平山县 | 位于");
    expect(seats("位于雄安新区北部的燕山大学今年招生。")).toContain("燕山大学 → 雄安新区 | 位于");
    expect(seats("该村紧邻长江，西柏坡村位于平山县和井陉县交界处。")).toEqual([]);
  });
});

describe("issued_by", () => {
  const issuers = (text: string) => stated("issued_by", text);
  it("reads the bodies before the verb", () => {
    expect(issuers("近日，中共中央办公厅、国务院办公厅印发《关于加强耕地保护的意见》。")).toEqual([
      "关于加强耕地保护的意见 → 中共中央办公厅 | 印发",
      "关于加强耕地保护的意见 → 国务院办公厅 | 印发",
    ]);
  });
  it("reads the passive and the letter-head", () => {
    expect(issuers("由教育部发布的《中小学读书行动计划》今日实施。")).toContain("中小学读书行动计划 → 教育部 | 发布");
    expect(issuers("国务院关于加强耕地保护的意见\n各省要落实。")).toEqual(["关于加强耕地保护的意见 → 国务院 | 关于"]);
  });
  it("is not misled by what follows the name", () => {
    expect(issuers("共青团中央发布“西部计划”工作指引。")).toEqual([]);
    expect(issuers("国务院总理李强强调要落实《城市供水条例》。")).toEqual([]);
  });
});

describe("held_in", () => {
  const venues = (text: string) => stated("held_in", text);
  it("reads the place and the verb on either side", () => {
    expect(venues("第五届世界茶业博览会将于5月18日在杭州举行。")).toEqual(["第五届世界茶业博览会 → 杭州市 | 举行"]);
    expect(venues("他出席在青岛举行的第五届世界茶业博览会。")).toEqual(["第五届世界茶业博览会 → 青岛市 | 举行"]);
  });
  it("reads the city in an event's name, not the name of who holds it", () => {
    expect(venues("2004年雅典奥运会令人难忘。")).toEqual(["雅典奥运会 → 雅典 | 雅典"]);
    expect(venues("上海合作组织峰会即将开幕。")).toEqual([]);
  });
  it("makes no venue of where one speaks of it", () => {
    expect(venues("他在杭州介绍第五届世界茶业博览会的情况。")).toEqual([]);
  });
});

describe("member_of", () => {
  const members = (text: string) => stated("member_of", text);
  it("reads lists beside the word", () => {
    expect(members("欧盟成员国德国、法国反对。")).toEqual(["德国 → 欧盟 | 成员国", "法国 → 欧盟 | 成员国"]);
    expect(members("德国、法国等欧盟成员国反对。")).toEqual(["德国 → 欧盟 | 成员国", "法国 → 欧盟 | 成员国"]);
    expect(members("东盟有泰国、印度尼西亚、新加坡等5个创始成员国。")).toHaveLength(3);
  });
  it("reads what states are or have become", () => {
    expect(members("德国、法国均为欧盟成员国。")).toHaveLength(2);
    expect(members("芬兰正式成为北约第31个成员国。")).toEqual(["芬兰 → 北约 | 成员国"]);
    expect(members("瑞士不是欧盟成员国。")).toEqual([]);
  });
  it("does not take those in who only wish to be", () => {
    expect(members("乌克兰希望成为欧盟成员国。")).toEqual([]);
  });
});
