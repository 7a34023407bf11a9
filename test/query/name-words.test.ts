// The reasons for names in words, and that every rule that the sample's project decides by has some.
import { expect, it } from "vitest";
import { nameReason, ruleInWords } from "../../src/query/name-words.ts";

it("says a rule with who read the form, and not again what the form leads to", () => {
  expect(nameReason({ rule: "short-form", reason: "gazetteer: 上合 → 上海合作组织" })).toEqual({
    zh: "简称，据名录",
    en: "short form, by the gazetteer",
  });
  expect(nameReason({ rule: "short-form", reason: "elsewhere: 上合 → 上海合作组织" }).zh).toBe("简称");
});

it("says a reason of its own in both languages", () => {
  const reason = "the next word's character: 王建军在 is 王建军 in 3 articles";
  expect(nameReason({ rule: "name-overrun", reason })).toEqual({
    zh: "误带下字：末字属下一词：有 3 篇称王建军在为王建军",
    en: `read one character too far: ${reason}`,
  });
});

it("calls a rule that it does not know by its code", () => {
  expect(ruleInWords("new-rule")).toEqual({ zh: "new-rule", en: "new-rule" });
});
