import { describe, expect, it } from "vitest";
import { createLineFilter, LINE_FILTERS } from "../../src/pipeline/index.ts";

const segment = createLineFilter(LINE_FILTERS.segment!);
const extract = createLineFilter(LINE_FILTERS.extract!);
const page = {
  page: "p1",
  text: "全市经济工作会议召开\n\n本报讯(记者 王明) 8月28日,市委书记李国强主持会议。\n",
  place: "云南省昭通市",
};

interface Extracted {
  readonly texts: string[];
  readonly mentions: { name: string; layer: string; article: string }[];
}

describe("the line filters", () => {
  it("take each other's lines, and name what a build names", () => {
    const { mentions, texts } = JSON.parse(extract(segment(JSON.stringify(page)))) as Extracted;
    expect(texts).toEqual(["p1#a1"]);
    expect(mentions.map(({ name, layer }) => `${name} ${layer}`)).toEqual(
      expect.arrayContaining(["王明 byline", "昭通市委 content", "李国强 content"]),
    );
  });

  it("answer one line a line, an error for what cannot be used", () => {
    for (const bad of ["", "{", "[]", '{"page":1}', '{"page":"p","text":7}', '{"articles":[]}']) {
      for (const filter of [segment, extract]) {
        const answer = filter(bad);
        expect(answer).not.toContain("\n");
        expect(JSON.parse(answer)).toHaveProperty("error");
      }
    }
  });

  it("give the same answer to the same line", () => {
    const line = JSON.stringify(page);
    expect(segment(line)).toBe(createLineFilter(LINE_FILTERS.segment!)(line));
  });
});
