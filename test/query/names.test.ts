// Why two names are one, or two: on a project made by hand.
import { afterAll, beforeAll, expect, it } from "vitest";
import { nameLines } from "../../src/cli/name-lines.ts";
import { countEntities } from "../../src/graph/index.ts";
import { entity, explainNames } from "../../src/query/index.ts";
import type { Database } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

let db: Database;

beforeAll(async () => {
  db = await openProjectOf({
    pages: [{ page: "p1" }, { page: "p2" }],
    articles: [
      {
        article: "p1#a1",
        page: "p1",
        sentences: [[["agency:北京市教委"], ["person:李晨"], ["agency:甲市委", "content", "市委"]]],
      },
      { article: "p2#a1", page: "p2", sentences: [[["person:李晨(泉州)"], ["agency:乙市委", "content", "市委"]]] },
    ],
  });
  await countEntities(db);
  const row = { type: "agency", page: null };
  await db.append("decisions", [
    {
      ...row,
      surface: "北京市教育委员会",
      entity: "agency:北京市教委",
      rule: "same-body",
      reason: "forms of one name",
    },
    { ...row, surface: "李晨", type: "person", entity: "person:李晨(泉州)", rule: "homonym", reason: "two posts" },
  ]);
  await db.append("redirects", [
    { former: "agency:北京市教育委员会", name: "北京市教育委员会", entity: "agency:北京市教委" },
    { former: "agency:无", name: "无", entity: "agency:已隐藏" },
  ]);
});
afterAll(() => db.close());

const told = async (a: string, b: string, language: "zh" | "en" = "en"): Promise<string> =>
  nameLines(await explainNames(db, [a, b]), (zh, en) => (language === "zh" ? zh : en)).join("\n");

it("a former id, and a name that nobody prints, lead to who they became", async () => {
  expect((await entity(db, "agency:北京市教育委员会")).entity).toBe("agency:北京市教委");
  expect((await entity(db, "北京市教育委员会")).entity).toBe("agency:北京市教委");
  await expect(entity(db, "agency:无")).rejects.toThrow("no entity is named");
});

it("two names of one entity come with the rule and its reason", async () => {
  const lines = await told("北京市教委", "agency:北京市教育委员会");
  expect(lines).toContain("are one: agency:北京市教委");
  expect(lines).toContain("北京市教育委员会: same-body. forms of one name");
  expect(await told("北京市教委", "北京市教育委员会", "zh")).toContain("同一机构。");
});

it("two people of one name come with what parted them", async () => {
  const lines = await told("person:李晨", "person:李晨(泉州)");
  expect(lines).toContain("are two");
  expect(lines).toContain("李晨: homonym. two posts");
});

it("a form that is read in two ways is sometimes one; an unknown name is nobody", async () => {
  expect(await told("市委", "甲市委")).toContain("are sometimes one: agency:甲市委");
  expect(await told("市委", "丙市委")).toContain("nothing is called 丙市委");
});
