import { describe, expect, it } from "vitest";
import { comparableName } from "../../src/filter/index.ts";
import { comparable } from "../../src/text/index.ts";

describe("the form in which filters compare names", () => {
  it("is that of text/, for every unit there is", () => {
    const differing: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const char = String.fromCharCode(unit);
      if (comparableName(char) !== comparable(char).toLowerCase()) differing.push(char);
    }
    // New ones belong into src/filter/simplified.ts, with what text/ makes of them.
    expect(differing.map((char) => [char, comparable(char)])).toEqual([]);
  });

  it("drops blanks and marks, folds width, case and traditional characters", () => {
    expect(comparableName("「國務院」 辦公廳（Ｇ２０）")).toBe("国务院办公厅(g20)");
  });
});
