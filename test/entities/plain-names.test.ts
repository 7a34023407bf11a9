// What stands in front of a name and is no part of its canonical form.
import { describe, expect, it } from "vitest";
import { createContext } from "../../src/entities/context.ts";
import { divisionOf, plainBodyName, plainPlaceName } from "../../src/entities/plain-names.ts";
import { articleOf, resources } from "./helpers.ts";

const contextOf = (text: string) => createContext(articleOf(text), null, {}, { ...resources, tagger: null });
const place = (surface: string, text = surface): string => plainPlaceName(contextOf(text), surface);
const body = (surface: string): string => plainBodyName(contextOf(surface), surface);

describe("a place", () => {
  it("goes by its own name, a town or village with its county", () => {
    expect(place("北京玉渊潭公园")).toBe("玉渊潭公园");
    expect(place("甘肃兰州烈士陵园")).toBe("兰州烈士陵园");
    expect(place("安徽池州东至县胜利镇")).toBe("东至县胜利镇");
  });

  it("abroad goes by its own name, whatever state leads to it", () => {
    expect(place("哈尔科夫州丘古耶夫市")).toBe("丘古耶夫市");
    expect(place("俄奥伦堡州", "俄罗斯国防部称，俄奥伦堡州遭袭。")).toBe("奥伦堡州");
    expect(place("埃及国家博物馆")).toBe("埃及国家博物馆");
  });

  it("that is one county's short form is that county", () => {
    expect(divisionOf(contextOf("资兴"), "资兴")).toBe("资兴市");
    expect(divisionOf(contextOf("某地"), "某地")).toBeNull();
  });
});

describe("a body", () => {
  it("goes without the province before its city or county", () => {
    expect(body("江苏省仪征市人民法院")).toBe("仪征市人民法院");
    expect(body("上海市浦东新区区委")).toBe("上海市浦东新区区委");
  });

  it("goes without its state when it is known by itself", () => {
    expect(body("美国密歇根大学")).toBe("密歇根大学");
    expect(body("俄罗斯塔斯社")).toBe("塔斯社");
    expect(body("韩国海军")).toBe("韩国海军");
  });
});
