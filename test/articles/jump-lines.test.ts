import { expect, it } from "vitest";
import { withoutJumpLines } from "../../src/articles/index.ts";

it.each([
  ["(上接第一版)会议指出,要加强统筹。(下转第五版)", "会议指出,要加强统筹。"],
  ["▶紧接A03版会议指出,要加强统筹。下接第5版", "会议指出,要加强统筹。"],
  ["会议指出,要加强统筹。(下转第五版)", "会议指出,要加强统筹。"],
  ["制造业由此转向2.0版", "制造业由此转向2.0版"],
  ["有人把(下转第五版)写在句中。", "有人把(下转第五版)写在句中。"],
  ["(上接第一版)(下转第五版)", ""],
  ["", ""],
])("%s has nothing but its own words left: %s", (text, bare) => {
  expect(withoutJumpLines(text)).toBe(bare);
  const long = "会议指出,".repeat(50);
  expect(withoutJumpLines(`${long}${text}`).startsWith(long)).toBe(true);
});
