import { InvalidArgumentError } from "commander";
import { expect, it } from "vitest";
import { once } from "../../src/cli/once.ts";

it("an option that stands twice is refused: the first would be forgotten in silence", () => {
  expect(once("type:agency")).toBe("type:agency");
  expect(() => once("stories:>=2", "type:agency")).toThrow(InvalidArgumentError);
});
