import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEdges, countEntities, spellingOf, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { search } from "../../src/query/index.ts";
import { createSearchIndex, NONE } from "../../src/query/search-index.ts";
import { type Entry, type Form, isOneOff, MATCHES, matchOf } from "../../src/query/search-matches.ts";
import type { Database } from "../../src/store/index.ts";
import { type Named, openProjectOf } from "../fixtures/graph/small-project.ts";

const NAMES: readonly (readonly [entity: string, ...aliases: string[]])[] = [
  ["agency:国务院办公厅", "国办"],
  ["agency:国家发展和改革委员会", "国家发改委", "发改委"],
  ["agency:上海合作组织", "上合组织"],
  ["agency:中国人民政治协商会议西藏自治区委员会", "西藏自治区政协"],
  ["agency:拉萨市委", "市委"],
  ["agency:新华社"],
  ["agency:昭通市公安局", "市公安局"],
  ["agency:云南省交通运输厅", "省交通运输厅"],
  ["agency:国际热核聚变实验堆组织", "ITER"],
  ["city_cluster:京津冀", "京津冀城市群"],
  ["city_cluster:长江三角洲城市群", "长三角"],
  ["person:习近平"],
  ["person:王明"],
  ["person:李晨"],
  ["person:单田芳"],
  ["person:曾庆红"],
  ["person:尼古拉斯·马杜罗", "马杜罗"],
  ["person:米尔济约耶夫"],
  ["place:重庆市", "重庆"],
  ["place:厦门市", "厦门"],
  ["place:长沙市", "长沙"],
  ["place:六安市", "六安"],
  ["place:乐清市"],
  ["place:天津市", "天津"],
  ["place:石家庄市", "石家庄"],
  ["place:刚果共和国", "刚果(布)"],
  ["place:巴音郭楞蒙古自治州", "巴州"],
  ["place:吕梁市", "吕梁"],
  ["program:“一带一路”", "一带一路倡议"],
  ["program:中国制造2025"],
  ["program:G20峰会"],
  ["program:中国人民抗日战争暨世界反法西斯战争胜利80周年纪念活动", "抗战胜利80周年纪念活动"],
];

let db: Database;

beforeAll(async () => {
  const named = NAMES.map(([entity, ...aliases]): Named[] => [
    [entity],
    ...aliases.map((alias): Named => [entity, "content", alias]),
  ]);
  db = await openProjectOf({
    pages: [{ page: "p" }],
    articles: named.map((mentions, i) => ({ article: `p#a${i}`, page: "p", sentences: [mentions] })),
  });
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db);
  await weighEdges(db);
});

afterAll(() => db.close());

const nameOf = (entity: string): string => entity.slice(entity.indexOf(":") + 1);

describe("search", () => {
  const asked = NAMES.flatMap(([entity, ...aliases]) => {
    const name = nameOf(entity);
    const middle = Math.floor(name.length / 2) - 1;
    const { pinyin, initials } = spellingOf(name, { isPerson: entity.startsWith("person:") });
    const words = [name, name.slice(middle, middle + 2), pinyin, pinyin.replaceAll(" ", ""), initials, ...aliases];
    return words.filter((word) => word !== "").map((word) => [entity, word] as const);
  });

  it.each(asked)("finds %s by %s among the first three", async (entity, word) => {
    const { items } = await search(db, word, { limit: 3 });
    expect(items.map((item) => item.entity)).toContain(entity);
  });

  it.each([
    ["習近平", "person:习近平", "name"],
    ["「一帶一路」", "program:“一带一路”", "name"],
    ["guoban", "agency:国务院办公厅", "alias-pinyin"],
    ["fgw", "agency:国家发展和改革委员会", "alias-initials"],
    ["fagai", "agency:国家发展和改革委员会", "alias-pinyin-start"],
    ["chongqing", "place:重庆市", "alias-pinyin"],
    ["lvliang", "place:吕梁市", "alias-pinyin"],
    ["lüliang", "place:吕梁市", "alias-pinyin"],
    ["iter", "agency:国际热核聚变实验堆组织", "alias"],
    ["发革委", "agency:国家发展和改革委员会", "letters-in-order"],
    ["西进平", "person:习近平", "same-sound"],
    ["善田方", "person:单田芳", "same-sound"],
    ["石家壮", "place:石家庄市", "same-sound"],
    ["京津翼", "city_cluster:京津冀", "one-letter-off"],
    ["新华杜", "agency:新华社", "one-letter-off"],
    ["马罗杜", "person:尼古拉斯·马杜罗", "one-letter-off"],
    ["xijinpin g", "person:习近平", "pinyin"],
    ["xijingping", "person:习近平", "one-letter-off"],
    ["国家发展规划委员会", "agency:国家发展和改革委员会", "near"],
    ["tianjinwei", "place:天津市", "near"],
  ])("finds for %s first %s, by %s", async (query, entity, matched) => {
    const { items } = await search(db, query);
    expect(items[0]).toMatchObject({ entity, matched });
  });

  it("says what it found where it found only something like it", async () => {
    expect((await search(db, "西进平")).items[0]!.form).toBe("习近平");
    expect((await search(db, "马罗杜")).items[0]!.form).toBe("马杜罗");
  });

  it("keeps to types and filters, and tries on when those take all that was found", async () => {
    const all = (await search(db, "市")).total;
    const places = await search(db, "市", { types: ["place"] });
    const filtered = await search(db, "市", { filter: "类型:地点" });
    expect(places.total).toBeLessThan(all);
    expect(filtered).toEqual(places);
    expect((await search(db, "xinhuashe", { types: ["person"] })).items).toEqual([]);
  });

  it("counts all it found, and finds nothing for nothing", async () => {
    const { total, items } = await search(db, "市", { limit: 2 });
    expect(items).toHaveLength(2);
    expect(total).toBeGreaterThan(8);
    for (const empty of ["", " ", "《》", "💡", "zzzz"]) expect((await search(db, empty)).total).toBe(0);
  });
});

describe("the index", () => {
  const form = (text: string): Form => {
    const { pinyin, initials } = spellingOf(text);
    return { text, key: text.toLowerCase(), pinyin, letters: pinyin.replaceAll(" ", ""), initials };
  };
  const text = fc.stringMatching(/^[国中市a上海shan长2]{1,6}$/);
  const entries = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 12 }).map((lists) =>
    lists.map(
      (forms, i): Entry => ({
        entity: `agency:${i}`,
        type: "agency",
        name: forms[0]!,
        stories: 1,
        mentions: 1,
        forms: forms.map(form),
      }),
    ),
  );

  it("answers as the plain comparison of every form does", async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.oneof(text, fc.stringMatching(/^[shangziou]{1,4}$/)), async (all, asked) => {
        const ranks = (await createSearchIndex(all)).direct(asked.toLowerCase());
        const plain = all.map((entry) => matchOf(entry, asked.toLowerCase())?.matched ?? null);
        expect([...ranks].map((rank) => (rank === NONE ? null : MATCHES[rank]))).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });

  it("knows one wrong letter from two, as the table of edit distances does", () => {
    const letters = fc.stringMatching(/^[甲乙丙]{0,5}$/);
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(isOneOff(a, b)).toBe(distance(a, b) === 1);
      }),
      { numRuns: 500 },
    );
  });
});

/** Optimal string alignment: changes, additions, losses, and neighbours changed about. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1);
      best = Math.min(best, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}
