import { describe, expect, it } from "vitest";
import { createContext } from "../../src/entities/context.ts";
import { farPlaces } from "../../src/entities/extractors/far-places.ts";
import { gazetteerExtractor } from "../../src/entities/extractors/gazetteer.ts";
import { parseHome } from "../../src/entities/home.ts";
import { articleOf, found, resources } from "./helpers.ts";

/** What the rules propose, "form" or "form=name". */
function far(text: string): string[] {
  const context = createContext(articleOf(text), null, parseHome(null, resources), resources);
  return farPlaces(context, gazetteerExtractor.run(context, [])).map(
    ({ start, end, name }) => `${context.text.slice(start, end)}${name === null ? "" : `=${name}`}`,
  );
}

const places = (text: string): string[] =>
  found(text)
    .filter((mention) => mention.startsWith("place:"))
    .map((mention) => mention.slice(6));

describe("lines between towns", () => {
  it("are known by two towns and their kind", () => {
    expect(far("合武高铁预计明年建成，与格库铁路衔接。")).toEqual(["合武高铁", "格库铁路"]);
  });
  it("reach from town to town", () => {
    expect(far("金华至建德高速铁路今天合龙。")).toEqual(["金华至建德高速铁路"]);
  });
  it("are no common words", () => {
    expect(far("各地建成铁路，新建高铁加快推进。")).toEqual([]);
  });
});

describe("divisions abroad", () => {
  it("stand behind their state or its division", () => {
    expect(far("美国蒙大拿州阿纳康达市发生枪击。")).toEqual(["蒙大拿州", "阿纳康达市"]);
    expect(far("美国宾夕法尼亚州匹兹堡市居民表示。")).toEqual(["宾夕法尼亚州", "匹兹堡市=匹兹堡"]);
  });
  it("are no words of the language", () => {
    expect(far("美国城市居民抗议。德国各州州长会面。")).toEqual([]);
  });
});

describe("short names", () => {
  it("are places in a row of places, and no part of a quoted word", () => {
    expect(places("台风“桦加沙”影响深圳、中山、珠海。")).toEqual(["深圳=深圳市", "中山=中山市", "珠海=珠海市"]);
  });
  it("prove each other in a chain however the words are cut", () => {
    expect(places("湖南岳阳：新村的新春佳节")).toEqual(["湖南岳阳=岳阳市"]);
  });
});
