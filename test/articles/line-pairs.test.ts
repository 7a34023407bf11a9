// What two lines one below the other show of being one headline.
import { describe, expect, it } from "vitest";
import { pageBlocks } from "../../src/articles/page/blocks.ts";
import { addDistance, addPairForms, type PairForm } from "../../src/articles/page/line-pairs.ts";
import { pageLines } from "../../src/articles/page/lines.ts";
import { assignRoles } from "../../src/articles/page/roles.ts";

function formsOf(above: string, below: string): PairForm[] {
  const { blocks, wrapped } = pageBlocks(pageLines(`${above}\n\n${below}`));
  const [upper, lower] = assignRoles(blocks, wrapped, null);
  const values: Partial<Record<PairForm, number>> = {};
  addPairForms(values, upper!, lower!);
  return Object.keys(values).sort() as PairForm[];
}

describe("two lines", () => {
  it("are no headline where one names a writer, and may be where it tells of a 记者招待会", () => {
    expect(formsOf("东湖大桥昨日通车", "本报记者 周青")).toContain("aside");
    expect(formsOf("东湖大桥举办首场记者招待会", "市民过河只需五分钟")).not.toContain("aside");
  });

  it("show open marks, dashes and marks of a list", () => {
    expect(formsOf("“东湖", "大桥”昨日通车")).toContain("leavesOpen");
    expect(formsOf("东湖大桥昨日通车", "——市民过河只需五分钟")).toContain("dash");
  });

  it("stand further apart than the share of pairs that stand nearer together", () => {
    const values: { further?: number; nearer?: number } = {};
    addDistance(values, [1, 1, 2, 4], 2);
    expect(values).toEqual({ further: 2 / 6, nearer: 1 / 6 });
  });
});
