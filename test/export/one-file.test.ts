import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA_MARK, dataBlock, splitTemplate } from "../../src/export/one-file.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("</script>", "<!--", "<script>", "\u2028", "\ud800", "\0", "]]>", '"', "\\u003c", "$&", "<"),
);

describe("a block of data", () => {
  it("holds any JSON, and nothing in it that HTML would read", () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const block = dataBlock("data/graph.json", JSON.stringify(value));
        const inside = /^<script type="application\/json" id="data\/graph\.json">(.*)<\/script>\n$/s.exec(block)![1]!;
        expect(inside).not.toContain("<");
        expect(JSON.stringify(JSON.parse(inside))).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe("a template", () => {
  it("is cut where the data belongs", () => {
    expect(splitTemplate(`a${DATA_MARK}b`)).toEqual(["a", "b"]);
    expect(() => splitTemplate("a")).toThrow(RangeError);
  });
});
