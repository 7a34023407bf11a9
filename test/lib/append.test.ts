import { describe, expect, it } from "vitest";
import { append } from "../../src/lib/append.ts";

describe("append", () => {
  it("adds in order, also more than a call takes arguments", () => {
    const list = [-1];
    append(
      list,
      Array.from({ length: 300_000 }, (_, i) => i),
    );
    expect([list.length, list[0], list[1], list.at(-1)]).toEqual([300_001, -1, 0, 299_999]);
  });
});
