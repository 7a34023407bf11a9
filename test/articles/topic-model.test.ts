// The topic model's file.
import { describe, expect, it } from "vitest";
import { readSegmentModels } from "../../src/articles/index.ts";
import { parseTopicModel, topicRow } from "../../src/articles/sense/topic-model.ts";

describe("the topic model", () => {
  it("that ships holds a row for each of its pairs", () => {
    const { topics } = readSegmentModels();
    const rows = [...topics.rows].filter((row) => row >= 0).sort((a, b) => a - b);
    expect(rows).toEqual(Array.from({ length: topics.vectors.length / topics.dimensions }, (_, row) => row));
    const pair = (text: string) => (text.charCodeAt(0) << 16) | text.charCodeAt(1);
    expect(topicRow(topics, pair("导弹"))).toBeGreaterThanOrEqual(0);
    expect(topicRow(topics, pair("弹导"))).toBe(-1);
  });

  it.each([0, 7, 8, 100])("refuses a file of %i bytes", (length) => {
    expect(() => parseTopicModel(new Uint8Array(length))).toThrow(Error);
  });
});
