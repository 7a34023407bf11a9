// What wins where names lie over each other, with the worths that ship: one case for each thing that speaks for a name.
import { describe, expect, it } from "vitest";
import { createContext } from "../../../src/entities/context.ts";
import { candidatesOf } from "../../../src/entities/extract.ts";
import { nameText } from "../../../src/entities/index.ts";
import { contestsOf } from "../../../src/entities/settle/settle.ts";
import { articleOf, found, resources } from "../helpers.ts";

describe("names that overlap", () => {
  it("go to the longest that is a name at all", () => {
    expect(found("上海合作组织妇女论坛在青岛举行。")).toEqual(["program:上海合作组织妇女论坛", "place:青岛=青岛市"]);
    expect(found("长江中游城市群联动发展。")).toEqual(["city_cluster:长江中游城市群"]);
  });
  it("are two where each is known and nothing is between them", () => {
    expect(found("中共中央国务院印发通知。")).toEqual(["agency:中共中央", "agency:国务院"]);
  });
  it("are the body that a title begins with", () => {
    expect(found("乌克兰国防部长访问波兰。")).toEqual(["agency:乌克兰国防部", "place:波兰"]);
  });
  it("take a country and the place behind it for one place, called by its own name", () => {
    expect(found("美国新泽西州发生枪击事件。")).toEqual(["place:美国新泽西州=新泽西州"]);
  });
});

describe("a name that no list holds", () => {
  it("is found by its surroundings", () => {
    expect(found("据新任董事长易满堂介绍，项目由贝塔普勒机器人公司承建。")).toEqual([
      "person:易满堂",
      "agency:贝塔普勒机器人公司",
    ]);
  });
  it("of any length is taken between a title and a verb of saying", () => {
    expect(found("自治州主席阿吉别克·吐尔逊主持会议。")).toContain("person:阿吉别克·吐尔逊");
  });
  it("is found again where it is less plain", () => {
    const names = found("校长魏潘生说，学校要办好。家长都认得魏潘生。").filter((name) => name.startsWith("person"));
    expect(names).toEqual(["person:魏潘生", "person:魏潘生"]);
  });
});

describe("a name that comes again and again", () => {
  const sentence = "邵协桂的目标坚定。";
  const together = (times: number): number => {
    const context = createContext(articleOf(sentence.repeat(times)), null, {}, resources);
    const [contest] = contestsOf([context], [candidatesOf(context)]);
    const at = contest!.rivals.findIndex(({ start, end, type }) => start === 0 && end === 3 && type === "person");
    return new Map(contest!.votes[at]).get("person:tagged-together") ?? 0;
  };
  it("has in each place what the tagger thinks of the others, summed", () => {
    expect(together(1)).toBe(0);
    expect(together(4)).toBeGreaterThan(0);
    expect(together(8)).toBeGreaterThan(together(4));
  });
});

describe("a word for many", () => {
  it("is no name, though it ends like one", () => {
    expect(found("各地建设美丽河湖，推进城中村改造，业委会成立了。")).toEqual([]);
    expect(found("浙赣闽粤四省联合行动。")).toEqual([]);
    expect(found("省政协和市县政协联动。", "云南日报")).toEqual(["agency:省政协=云南省政协"]);
  });
});

describe("a short form", () => {
  it("of a foreign name leads to the full name in its text, unless two share it", () => {
    const text = "新任总统安东尼奥·若泽·塞古罗发表讲话。塞古罗说，合作很重要。";
    expect(found(text).filter((name) => name.startsWith("person"))).toEqual([
      "person:安东尼奥·若泽·塞古罗",
      "person:塞古罗=安东尼奥·若泽·塞古罗",
    ]);
    const two = "安东尼奥·塞古罗会见马丁·塞古罗。塞古罗说，合作很重要。";
    expect(found(two).some((name) => name.startsWith("person:塞古罗="))).toBe(false);
  });
});

describe("names in clean text", () => {
  it("have their offsets in the text as given, blanks and full width included", () => {
    const text = "法国总统 马克龙　在北京会见了清华大学校长。";
    const names = nameText(text, resources);
    expect(names.map(({ type, name }) => `${type}:${name}`)).toEqual([
      "place:法国",
      "person:马克龙",
      "place:北京",
      "agency:清华大学",
    ]);
    for (const { start, end, name, score } of names) {
      expect(text.slice(start, end)).toBe(name);
      expect(score).toBeGreaterThan(0.5);
    }
    expect(nameText("", resources)).toEqual([]);
  });
});
