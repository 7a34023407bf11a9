// Why two names are one, or two: on a project made by hand.
import { afterAll, beforeAll, expect, it } from "vitest";
import { nameLines } from "../../src/cli/name-lines.ts";
import { countEntities, writeEvidence } from "../../src/graph/index.ts";
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
  await writeEvidence(db);
  const row = { type: "agency", page: null };
  await db.append("decisions", [
    {
      ...row,
      surface: "北京市教育委员会",
      entity: "agency:北京市教委",
      rule: "same-body",
      reason: "forms of one name",
    },
    { ...row, surface: "丙会", entity: "agency:丙协会", rule: "short-form", reason: "gazetteer: 丙会 → 丙协会" },
    {
      ...row,
      surface: "丙协会",
      entity: "agency:丙协会",
      rule: "person-hide",
      reason: "decisions, line 3: hide agency:丙协会",
    },
    { ...row, surface: "李晨", type: "person", entity: "person:李晨(泉州)", rule: "homonym", reason: "two posts" },
  ]);
  await db.append("redirects", [
    { former: "agency:北京市教育委员会", name: "北京市教育委员会", entity: "agency:北京市教委" },
    { former: "agency:丙协会", name: "丙协会", entity: null },
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

it("a name that a person hid comes with the line that hides it, asked by id, by name or by a form", async () => {
  for (const name of ["agency:丙协会", "丙协会", "丙会"]) {
    const lines = await told(name, "北京市教委");
    expect(lines).toContain(`${name}: hidden by a person's decision`);
    expect(lines).toContain("person-hide. decisions, line 3: hide agency:丙协会");
  }
  expect(await told("丙协会", "北京市教委", "zh")).toContain("由人工决定隐藏");
  expect(await told("丁协会", "北京市教委")).toContain("nothing is called 丁协会");
});

it("two people of one name come with what parted them", async () => {
  const lines = await told("person:李晨", "person:李晨(泉州)");
  expect(lines).toContain("are two");
  expect(lines).toContain("李晨: homonym. two posts");
});

it("every reason that the rules give is told in Chinese", () => {
  const near = ["its story, which has the full name", "its paper, which has the full name that day"];
  const reasons = [
    "forms of one name, 甲市教育委员会: place and organ in full, or as the gazetteer has a company",
    "one character differs, and both are named as 甲国 总理, which one person is at a time; but one text names both person:甲 and person:乙",
    "the next word's character: 甲国 总理 is 甲 in 12 articles",
    ...near.flatMap((by) => [`甲 is said to be short for 甲公司: by ${by}`, `甲村 is 乙县甲村: by ${by}`]),
    ...["the text, which names the county", "a paper of that county"].map((by) => `甲村 is 乙县甲村: by ${by}`),
    "a confusable character: 1 of the story's printings have 扬明, 2 杨明",
    "a confusable character, and the article names both as 甲市 市长, which one person is",
    "甲市 市长 (2025-08-29 1) and 乙市 局长 (2025-08-29 2) are posts that one person does not hold together",
    "decisions, line 3: 合并",
  ];
  for (const reason of reasons) {
    const decision = { surface: "甲", entity: "甲", rule: "homonym", reason, times: 1, page: null };
    const entities = [{ entity: "甲", stories: 1, decisions: [decision] }];
    const answer = { names: [{ name: "甲", entities, hidden: [] }], shared: [] } as unknown as Parameters<
      typeof nameLines
    >[0];
    expect(nameLines(answer, (zh) => zh).join("\n")).not.toMatch(/[a-z]/i);
  }
});

it("a form that is read in two ways is sometimes one; an unknown name is nobody", async () => {
  expect(await told("市委", "甲市委")).toContain("are sometimes one: agency:甲市委");
  expect(await told("市委", "丙市委")).toContain("nothing is called 丙市委");
});
