import { describe, expect, it } from "vitest";
import { found, resources } from "./helpers.ts";

const clusters = (text: string): string[] => found(text).filter((m) => m.startsWith("city_cluster"));

describe("city clusters", () => {
  it.each([
    ["武汉市召开长江中游城市群会商会。", "长江中游城市群"],
    ["北京推进京津冀城市群建设。", "京津冀城市群=京津冀"],
    ["成都市对接成渝地区双城经济圈。", "成渝地区双城经济圈"],
    ["湖北省支持长江中游城市群发展。", "长江中游城市群"],
    ["上海市加快长三角城市群一体化。", "长三角城市群=长三角"],
    ["宜昌主动融入武汉都市圈。", "武汉都市圈"],
    ["河南打造郑州大都市圈。", "郑州大都市圈"],
  ])("keep the verb and the place before it out: %s", (text, name) => {
    expect(clusters(text)).toEqual([`city_cluster:${name}`]);
  });
  it.each([
    ["江苏沿江城市群发布规划。", "江苏沿江城市群"],
    ["湖南省会城市群发展快。", "湖南省会城市群"],
    ["西安—咸阳都市圈规划获批。", "西安—咸阳都市圈"],
    ["记者从宁镇扬都市圈获悉。", "宁镇扬都市圈"],
    ["绵阳都市圈正在成形。", "绵阳都市圈"],
  ])("are built from a place, or several, and a word that divides a region: %s", (text, name) => {
    expect(clusters(text)).toEqual([`city_cluster:${name}`]);
  });
  it("are not made of a verb alone, of a country or of words", () => {
    expect(clusters("全省支持现代城市群。中国建设城市群。绵阳培育都市圈。组合成都市圈层。")).toEqual([]);
  });
  it("do not merge an economic circle with a metropolitan area", () => {
    for (const form of ["胶东经济圈", "青岛都市圈", "长株潭都市圈", "皖江经济带"])
      expect(resources.forms.get(form)?.map((name) => name.name)).toEqual([form]);
  });
});

describe("open programs", () => {
  it("do not swallow the verb behind the body that acts", () => {
    expect(found("西海岸新区调研城市更新行动。")).toEqual(["place:西海岸新区"]);
    expect(found("青岛西海岸新区启动城市更新行动。").filter((m) => m.includes("启动"))).toEqual([]);
  });
  it("keep 建设 behind a place inside their names", () => {
    expect(found("印发海南自由贸易港建设总体方案。")).toEqual(["program:海南自由贸易港建设总体方案"]);
  });
});
