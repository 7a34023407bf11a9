import { describe, expect, it } from "vitest";
import { spellingOf } from "../../src/graph/index.ts";

describe("spellingOf", () => {
  it.each([
    ["重庆市", "chong qing shi"],
    ["长江三角洲", "chang jiang san jiao zhou"],
    ["厦门市", "xia men shi"],
    ["六安市", "lu an shi"],
    ["蚌埠", "beng bu"],
    ["浙江省乐清市", "zhe jiang sheng yue qing shi"],
    ["歙县", "she xian"],
    ["单县县委", "shan xian xian wei"],
    ["武汉市黄陂区", "wu han shi huang pi qu"],
    ["喀什地区", "ka shi di qu"],
    ["G20峰会", "g20 feng hui"],
    ["绿色长廊", "lv se chang lang"],
    ["NATO", ""],
    ["乐清constructor", "yue qing constructor"],
  ])("%s is %s", (name, pinyin) => {
    expect(spellingOf(name).pinyin).toBe(pinyin);
    expect(spellingOf(name).initials).toBe(pinyin.replace(/(\S)\S*\s?/g, "$1"));
  });

  it.each([
    ["单田芳", "shan tian fang"],
    ["曾国藩", "zeng guo fan"],
    ["任正非", "ren zheng fei"],
    ["尉迟恭", "yu chi gong"],
  ])("of the person %s is %s", (name, pinyin) => {
    expect(spellingOf(name, { isPerson: true }).pinyin).toBe(pinyin);
  });

  it("takes a place's reading only where a place may stand", () => {
    expect(spellingOf("快乐清单").pinyin).toBe("kuai le qing dan");
  });
});
