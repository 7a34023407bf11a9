// What is typed → options, and what is wrong with it in words.
import { expect, it } from "vitest";
import { AskingError, checkSubjects, QUESTIONS, readOptions } from "../../src/query/index.ts";

const question = (name: string) => QUESTIONS.find((one) => one.name === name)!;
const read = (name: string, given: Readonly<Record<string, unknown>>) => readOptions(question(name).options, given);
const wrong = (name: string, given: Readonly<Record<string, unknown>>): string => {
  try {
    read(name, given);
  } catch (error) {
    if (error instanceof AskingError) return error.message;
    throw error;
  }
  return "";
};

it("numbers are digits: what JavaScript takes for one besides is none", () => {
  expect(read("neighbors", { limit: "7", offset: "0" })).toMatchObject({ limit: 7, offset: 0 });
  for (const limit of ["", " ", "0", "-1", "1e1", "0x10", " 5 ", "1.5", "NaN", "true", "１", "10001", "9".repeat(30)])
    expect(wrong("neighbors", { limit }), limit).toBe(`limit is a whole number from 1 to 10000, given "${limit}"`);
  for (const offset of ["", "-1", "1.0"])
    expect(wrong("evidence", { offset })).toBe(`offset is a whole number from 0, given "${offset}"`);
  expect(wrong("path", { maxHops: "9" })).toBe('max-hops is a whole number from 1 to 8, given "9"');
});

it("choices may be Chinese, with blanks and either comma between", () => {
  expect(read("neighbors", { types: "机构, person，城市群" })).toMatchObject({
    types: ["agency", "person", "city_cluster"],
  });
  expect(read("top", { type: "项目", layer: "署名" })).toMatchObject({ type: "program", layer: "byline" });
  expect(read("path", { through: ["person"], avoidHubs: true })).toMatchObject({
    through: ["person"],
    avoidHubs: true,
  });
});

it("says what may stand there, by the name that is typed", () => {
  const types = "city_cluster, agency, program, person, place";
  expect(wrong("neighbors", { types: "agency," })).toBe(`types is some of ${types}, joined by commas, given "agency,"`);
  expect(wrong("top", { type: "agency,person" })).toBe(`type is one of ${types}, given "agency,person"`);
  expect(wrong("timeline", { unit: "week" })).toBe('unit is one of day, month, year, given "week"');
  expect(wrong("path", { avoidHubs: "yes" })).toBe('avoid-hubs is true or false, given "yes"');
  expect(wrong("diff", { beforePaper: "" })).toBe('before-paper is a text of 1 to 400 characters, given ""');
  expect(wrong("path", { via: "x".repeat(401) })).toMatch(/^via is a text of 0 to 400 characters, given "x{60}…"$/);
});

it("names the options that a question has when it is given another", () => {
  expect(wrong("timeline", { maxHops: "3" })).toMatch(/^no option "max-hops"; the question has unit, layer/);
  expect(wrong("entity", { limit: "3" })).toBe('no option "limit"; the question has no options');
  for (const name of ["__proto__", "constructor", "toString"])
    expect(wrong("top", Object.fromEntries([[name, "1"]]))).toMatch(`no option "${name.replace("S", "-s")}"`);
});

it("a question is asked of as many as it can be, none of them longer than a name is", async () => {
  const asked = (name: string, subjects: readonly string[]) => () => checkSubjects(question(name).subjects, subjects);
  expect(asked("common", ["a"])).toThrow("asked of 2 to 8 entities, given 1");
  expect(asked("entity", [])).toThrow("asked of 1 entity, given 0");
  expect(asked("top", ["a"])).toThrow("asked of nothing, given 1");
  expect(asked("search", ["国".repeat(1_001)])).toThrow(/^"国{20}…" has 1001 characters; a text has at most 1000$/);
  expect(asked("search", ["国".repeat(1_000)])).not.toThrow();
  await expect(question("entity").ask(null as never, ["a", "b"], {})).rejects.toThrow(AskingError);
});
