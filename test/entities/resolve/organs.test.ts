// When two names of a body are written in full alike, and when they must not be.
import { describe, expect, it } from "vitest";
import { nameKeys, readResources } from "../../../src/entities/index.ts";
import { organKey } from "../../../src/entities/resolve/organs.ts";

const resources = readResources();
const keysOf = (type: string, name: string, kind: string): string[] =>
  nameKeys(type, name, resources)
    .filter((key) => key.kind === kind)
    .map(({ name_key }) => name_key);
const key = (name: string): string => keysOf("agency", name, "body")[0]!;

describe("the key of a body", () => {
  it.each([
    ["山东省政府", "山东省人民政府"],
    ["北京市教委", "北京教育委员会"],
    ["北京市发改委", "北京市发展改革委"],
    ["广西水利厅", "广西壮族自治区水利厅"],
    ["宁夏文旅厅", "宁夏回族自治区文化和旅游厅"],
    ["内蒙古党委", "内蒙古自治区党委"],
    ["中共安徽省委", "安徽省委"],
    ["中共北京市委宣传部", "北京市委宣传部"],
    ["政协泉州市委员会", "泉州市政协"],
    ["三都县人民医院", "三都水族自治县人民医院"],
    ["河南省漯河市郾城区人民法院", "郾城区法院"],
    ["安徽阜阳市太和县第一中学", "安徽省太和县第一中学"],
    ["中国驻卡塔尔使馆", "中国驻卡塔尔大使馆"],
    ["美国高盛集团", "高盛"],
    ["国家电网公司", "国家电网"],
  ])("is one for %s and %s", (a, b) => expect(key(a)).toBe(key(b)));

  it.each([
    ["吉林省委", "吉林市委"],
    ["吉林大学", "吉林省大学"],
    ["北京市委", "北京市政府"],
    ["重庆市委", "重庆市委员会"],
    ["浙江省高级人民法院", "浙江省中级人民法院"],
    ["美国国务院", "国务院"],
    ["汇丰集团", "汇丰银行"],
    ["朝阳区人民法院", "北京市朝阳区人民法院"],
    ["美国银行", "中国银行"],
    ["民建中央", "民盟中央"],
  ])("is another for %s and %s", (a, b) => expect(key(a)).not.toBe(key(b)));

  it("is none where no one place stands at the head", () => {
    for (const name of ["新华社", "国务院", "吉林大学", "朝阳区教委"]) expect(organKey(name, resources)).toBeNull();
  });
});

describe("the name without its place", () => {
  it("is that of a small place without its county; others have none", () => {
    expect(keysOf("place", "涉县赤岸村", "small-place")).toEqual(["赤岸村"]);
    expect(keysOf("place", "赤岸村", "small-place")).toEqual(["赤岸村"]);
    expect(nameKeys("place", "涉县", resources)).toEqual([]);
    expect(nameKeys("person", "赤岸村", resources)).toEqual([]);
  });

  it.each([
    ["德国莱茵气候研究社", ["莱茵气候研究社"]],
    ["河北塞罕坝机械林场", ["塞罕坝机械林场"]],
    ["美国国务院", []],
    ["中国美国商会", []],
    ["中国驻美国大使馆", []],
    ["英国国家统计局", []],
    ["北京总部", []],
  ])("of the body %s is %s", (name, keys) => expect(keysOf("agency", name, "placed-body")).toEqual(keys));
});
