// Which of many possible spans are taken for names.
import { describe, expect, it } from "vitest";
import { chosenSpans, withWholeMarks } from "../../../src/entities/tagger/choose.ts";
import type { RatedSpan } from "../../../src/entities/tagger/confidence.ts";

const span = (start: number, end: number, share: number, type: RatedSpan["type"] = "agency"): RatedSpan => ({
  start,
  end,
  type,
  share,
});
const units = (text: string): Uint16Array => Uint16Array.from(text, (char) => char.charCodeAt(0));

describe("the spans that are chosen", () => {
  it("do not overlap, and the most is expected of them", () => {
    const two = [span(0, 3, 0.6), span(3, 9, 0.7)];
    expect(chosenSpans([...two, span(0, 9, 0.75)], 9)).toEqual(two);
    expect(chosenSpans([...two, span(0, 9, 0.95)], 9)).toEqual([span(0, 9, 0.95)]);
    expect(chosenSpans([span(0, 3, 0.6), span(2, 5, 0.8), span(5, 6, 0.5)], 9)).toEqual([
      span(2, 5, 0.8),
      span(5, 6, 0.5),
    ]);
  });

  it("are likely enough by themselves", () => {
    expect(chosenSpans([span(0, 3, 0.3), span(4, 6, 0.2)], 6)).toEqual([]);
    expect(chosenSpans([], 0)).toEqual([]);
  });
});

describe("a name with a mark whose partner stands just outside", () => {
  it("takes it in", () => {
    const factory = "来到“明月”服装厂，";
    expect(withWholeMarks([span(3, 9, 0.5)], units(factory), factory.length)).toEqual([span(2, 9, 0.5)]);
    const paper = "英国《卫报》说";
    expect(withWholeMarks([span(0, 5, 0.9)], units(paper), paper.length)).toEqual([span(0, 6, 0.9)]);
  });

  it("adds up with the name as it is whole, in order", () => {
    const text = "英国《卫报》说";
    const spans = [span(0, 2, 0.1, "place"), span(0, 5, 0.5), span(0, 6, 0.25), span(3, 5, 0.1)];
    expect(withWholeMarks(spans, units(text), text.length)).toEqual([
      span(0, 2, 0.1, "place"),
      span(0, 6, 0.75),
      span(3, 5, 0.1),
    ]);
  });

  it("is left as it is where the partner stands elsewhere", () => {
    const text = "说“今天明月”服装厂";
    const spans = [span(4, 10, 0.5)];
    expect(withWholeMarks(spans, units(text), text.length)).toEqual(spans);
    expect(withWholeMarks([span(1, 3, 0.5)], units(text), text.length)).toEqual([span(1, 3, 0.5)]);
  });
});
