// The topic model's file.
import { describe, expect, it } from "vitest";
import { readSegmentModels } from "../../src/articles/index.ts";
import { parseTopicModel } from "../../src/articles/topic-model.ts";

describe("the topic model", () => {
  it("that ships holds a row for each of its pairs", () => {
    const { dimensions, rowOf, vectors } = readSegmentModels().topics;
    expect(vectors.length).toBe(rowOf.size * dimensions);
    expect(rowOf.has(("导".charCodeAt(0) << 16) | "弹".charCodeAt(0))).toBe(true);
  });

  it.each([0, 7, 8, 100])("refuses a file of %i bytes", (length) => {
    expect(() => parseTopicModel(new Uint8Array(length))).toThrow(Error);
  });
});
