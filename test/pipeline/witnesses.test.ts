import { describe, expect, it } from "vitest";
import { createLineFilter, LINE_FILTERS } from "../../src/pipeline/index.ts";
import { textKey } from "../../src/pipeline/maps.ts";
import type { Reading } from "../../src/stories/index.ts";

const reading: Reading = { article: "p1#a1", start: 3, end: 4, read: "家", from: ["p2#a1"] };
const keyOf = (...witnesses: Reading[]): string =>
  textKey(["{}"], { paper: null, place: null, date: null }, witnesses, "rules");

describe("the witnesses of a text", () => {
  it("are part of what its mentions follow from: another reading, another witness, another key", () => {
    const keys = [
      keyOf(),
      keyOf(reading),
      keyOf({ ...reading, read: "冢" }),
      keyOf({ ...reading, end: 5 }),
      keyOf({ ...reading, from: ["p3#a1"] }),
      keyOf(reading, { ...reading, start: 9, end: 9 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({ ...reading })).toBe(keyOf(reading));
  });

  it("go through the line filter", () => {
    const text = "会议由国豕发展和改革委员会主办。\n";
    const { articles } = JSON.parse(
      createLineFilter(LINE_FILTERS.segment!)(JSON.stringify({ page: "p1", text: `会议召开\n\n${text}` })),
    ) as { articles: { article: string; text: string }[] };
    const own = articles.find((one) => one.text.includes("国豕"))!;
    const start = own.text.indexOf("豕");
    const line = { articles, witnesses: [{ ...reading, article: own.article, start, end: start + 1 }] };
    const { mentions } = JSON.parse(createLineFilter(LINE_FILTERS.extract!)(JSON.stringify(line))) as {
      mentions: { surface: string; repair: string | null }[];
    };
    expect(mentions.find(({ surface }) => surface.includes("豕"))?.repair).toBe("国家发展和改革委员会 ← p2#a1");
  });
});
