// One unit for a state: where it is a noun of its own, and which state it means.
import { describe, expect, it } from "vitest";
import { found } from "./helpers.ts";

describe("one unit for a state", () => {
  it("means the state that the text names in full", () => {
    const names = found("俄称击落无人机\n俄罗斯国防部1日称，乌总统将访俄。乌克兰方面称，对俄谈判仍在继续。");
    expect(names.filter((name) => /:[俄乌]=/.test(name))).toEqual([
      "place:俄=俄罗斯",
      "place:乌=乌克兰",
      "place:俄=俄罗斯",
      "place:俄=俄罗斯",
    ]);
  });

  it("is told of no date, no party and no pair of states", () => {
    expect(found("美国和日本代表20日称，澳大利亚没有表态，澳反对党表示欢迎。")).not.toContain("place:日=日本");
    expect(found("俄罗斯总理出席中俄总理定期会晤。").filter((name) => name.startsWith("place:俄="))).toEqual([]);
  });

  it("is China behind a verb of going", () => {
    expect(found("法国总统下周访华。")).toContain("place:华=中国");
  });

  it("leaves to the many what is no ministry: 应急管理部门", () => {
    expect(found("各地应急管理部门加强值守。")).toEqual([]);
  });
});

describe("what the tagger takes for one name", () => {
  it("ends where a known body ends, and is no row of provinces", () => {
    const names = found("国家发展改革委会同财政部印发通知。浙赣闽粤等地出现强降雨。");
    expect(names).toContain("agency:国家发展改革委");
    expect(names).not.toContain("place:浙赣闽粤");
  });
});
