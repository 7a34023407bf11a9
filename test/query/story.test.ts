// A story's printings side by side, on a project of four printings made by hand.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storyLines } from "../../src/cli/story-lines.ts";
import { type Story, story } from "../../src/query/index.ts";
import { siglum } from "../../src/query/story.ts";
import { createTables, Database } from "../../src/store/index.ts";

const TEXT =
  "会议指出，要坚持以人民为中心，着力建设开放包容的现代化城市，推动绿色转型、文脉赓续、治理增效，走出一条新路子。" +
  "北京大学教授陈立群介绍，今年以来全市新开工项目二百余个，滨江生态廊道、老城更新等工程进展顺利，群众得到了实惠。";
const PRINTED: Readonly<Record<string, string>> = {
  "p1#a1": TEXT,
  "p2#a1": TEXT.replace("北京大学", "北亰大学").replace("教授", "教授、博导、院长"),
  "p3#a1": TEXT.slice(0, 80).replace("，要坚持", ",要坚持"),
  "p4#a1": `${TEXT}（本报有删节）`.replace("全市新开工", "全市续建"),
};

let db: Database;
let answer: Story;

beforeAll(async () => {
  db = await Database.open(":memory:", { threads: 1 });
  await createTables(db);
  const pages = Object.keys(PRINTED).map((article) => article.slice(0, 2));
  await db.append(
    "pages",
    pages.map((page) => ({ page, paper: `${page}日报`, date: "2025-08-29" })),
  );
  await db.append(
    "articles",
    Object.entries(PRINTED).map(([article, text]) => ({
      article,
      page: article.slice(0, 2),
      ordinal: 1,
      kind: "report",
      title: "",
      text,
      text_id: article,
      story: "p1#a1",
    })),
  );
  const start_at = PRINTED["p2#a1"]!.indexOf("北亰大学");
  await db.append("mentions", [
    {
      article: "p2#a1",
      sentence: 1,
      entity: "agency:北京大学",
      type: "agency",
      name: "北京大学",
      surface: "北亰大学",
      start_at,
      end_at: start_at + 4,
      page_spans: JSON.stringify([[start_at, start_at + 4]]),
      repair: "北京大学 ← p1#a1, p4#a1",
    },
  ]);
  answer = await story(db, "p3#a1");
});
afterAll(() => db.close());

describe("a story", () => {
  it("names its printings by letters, and tells how much of each stands beside another, and how clean it is", () => {
    expect(answer).toMatchObject({ story: "p1#a1", texts: 4, total: 4, uncompared: 0 });
    expect(answer.printings.items.map(({ siglum: sign, text_id, repaired }) => [sign, text_id, repaired])).toEqual([
      ["A", "p1#a1", 0],
      ["B", "p2#a1", 1],
      ["C", "p3#a1", 0],
      ["D", "p4#a1", 0],
    ]);
    for (const { compared, chars, cleanness } of answer.printings.items) {
      expect(compared <= chars && compared > 70).toBe(true);
      expect(cleanness! > 0.95 && cleanness! <= 1).toBe(true);
    }
    expect([0, 25, 26, 27, 702].map(siglum)).toEqual(["A", "Z", "AA", "AB", "AAA"]);
  });

  it("lists repaired names with the witnesses they come from", () => {
    expect(answer.names).toMatchObject({ total: 1, items: [{ siglum: "B", surface: "北亰大学", read: "北京大学" }] });
    expect(answer.names.items[0]!.witnesses).toEqual(["A", "D"]);
  });

  it("lists the places that differ, damage apart from another wording, and counts those of marks", () => {
    const [damage, wording] = answer.differences.items;
    expect(answer.differences.total).toBe(2);
    expect(damage).toMatchObject({ read: "京", ground: "majority", votes: [3, 1] });
    expect(damage!.readings).toEqual([
      { text: "京", sigla: ["A", "C", "D"], damaged: [] },
      { text: "亰", sigla: ["B"], damaged: ["B"] },
    ]);
    expect(wording!.readings.flatMap(({ damaged }) => damaged)).toEqual([]);
    for (const { readings, at } of answer.differences.items)
      for (const { siglum: sign, article, start, end } of at) {
        const own = readings.find(({ sigla }) => sigla.includes(sign))!.text;
        expect(PRINTED[article]!.slice(start, end)).toBe(own);
      }
    expect(answer.aside).toEqual({ marks: 0, spellings: 0 });
  });

  it("says what some have and others lack", () => {
    expect(answer.gaps.items.map(({ have, lack, chars }) => [have.join(""), lack.join(""), chars])).toEqual([
      ["B", "ACD", 6],
      ["ABD", "C", TEXT.length - 80],
      ["D", "ABC", 7],
    ]);
  });

  it("says of how many, wherever a limit cuts", async () => {
    const short = await story(db, "p1#a1", { limit: 1 });
    for (const list of [short, short.printings, short.differences, short.gaps]) {
      expect(list.items.length).toBe(1);
      expect(list.total).toBeGreaterThan(1);
    }
    const lines = storyLines(short, (_, english) => english);
    for (const said of ["1 of 4 printings", "1 of 1 names", "1 of 2 differences", "1 of 3 runs"])
      expect(lines).toContain(said);
  });

  it("reads well in a terminal", () => {
    const lines = storyLines(answer, (_, english) => english).join("\n");
    expect(lines).toContain("A  p1日报  2025-08-29  p1#a1");
    expect(lines).toContain("  B  北亰大学 → 北京大学  agency:北京大学  from A D");
    expect(lines).toContain("    京  A C D  = majority 3:1\n    亰  B  × B damaged, read as 京");
  });
});
