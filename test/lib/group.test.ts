import { expect, it } from "vitest";
import { addTo, grouped } from "../../src/lib/group.ts";

it("groups come in the order of their first rows, rows in theirs", () => {
  const groups = grouped(["b1", "a1", "b2"], (row) => row[0]!);
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
  addTo(groups, "a", "a2");
  addTo(groups, "c", "c1");
  expect([...groups.keys()]).toEqual(["b", "a", "c"]);
  expect(groups.get("a")).toEqual(["a1", "a2"]);
  expect(grouped([], String).size).toBe(0);
});
