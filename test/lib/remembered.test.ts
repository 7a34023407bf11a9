// Functions that are asked the same thing again.
import { describe, expect, it } from "vitest";
import { rememberedOf } from "../../src/lib/remembered.ts";

describe("a function remembered of an object", () => {
  it("is called once for each object and key, for undefined and null too", () => {
    const asked: string[] = [];
    const find = rememberedOf(({ name }: { name: string }, key: string) => {
      asked.push(name + key);
      return key === "none" ? null : name;
    });
    const [one, other] = [{ name: "one" }, { name: "other" }];
    expect([find(one, "a"), find(one, "none"), find(other, "a"), find(one, "none")]).toEqual([
      "one",
      null,
      "other",
      null,
    ]);
    find(one, "a");
    expect(asked).toEqual(["onea", "onenone", "othera"]);
  });

  it("needs no key", () => {
    let calls = 0;
    const size = rememberedOf((list: readonly number[]) => {
      calls++;
      return list.length;
    });
    const list = [1, 2];
    expect([size(list), size(list), calls]).toEqual([2, 2, 1]);
  });
});
