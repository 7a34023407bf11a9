import { describe, expect, it } from "vitest";
import type { Examination, ExaminedName } from "../../src/entities/index.ts";
import { type LabelledName, type LabelledText, scoreMentions } from "../../src/eval/index.ts";
import { parseLabelledTexts } from "../../src/eval/labelled.ts";
import { InputError } from "../../src/lib/errors.ts";

const TEXT = "柳树乡的何小满在清河县文化馆看展览。";

const label = (words: string, type: LabelledName["type"], over: Partial<LabelledName> = {}): LabelledName => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, type, optional: false, ...over };
};
const find = (words: string, type: LabelledName["type"], over: Partial<ExaminedName> = {}): ExaminedName => {
  const { start, end } = label(words, type);
  return { start, end, type, name: words, extractor: "patterns", voices: ["patterns"], score: 0.9, ...over };
};

const textOf = (entities: readonly LabelledName[]): LabelledText => ({ id: "a", text: TEXT, entities });
const score = (entities: readonly LabelledName[], found: Partial<Examination>) =>
  scoreMentions([textOf(entities)], () => ({ names: [], proposed: [], ...found }));

const PLACE = label("柳树乡", "place");
const PERSON = label("何小满", "person");
const BODY = label("清河县文化馆", "agency");

describe("mention figures", () => {
  it("count exact spans of the right type alone", () => {
    const names = [find("柳树乡", "place"), find("何小", "person"), find("清河县文化馆", "place")];
    const { all, types } = score([PLACE, PERSON, BODY], { names });
    expect(all).toMatchObject({ tp: 1, fp: 2, fn: 2 });
    expect(all.f1).toBeCloseTo(1 / 3);
    expect(types.place).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(types.person).toMatchObject({ tp: 0, fp: 1, fn: 1 });
    expect(types.agency).toMatchObject({ tp: 0, fp: 0, fn: 1 });
    expect(types.program).toBeUndefined();
  });

  it("pass over what is optional, and whatever overlaps it", () => {
    const entities = [PLACE, label("清河县文化馆", "agency", { optional: true })];
    const found = [find("柳树乡", "place"), find("清河县", "place")];
    expect(score(entities, { names: found }).all).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(score(entities, { names: [find("柳树乡", "place")] }).all).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(score(entities, { names: found }).extractors.patterns!.found).toBe(1);
  });

  it("count a required name inside an optional one", () => {
    const entities = [label("清河县文化馆", "agency", { optional: true }), label("清河县", "place")];
    expect(score(entities, { names: [find("清河县", "place")] }).all).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(score(entities, { names: [find("清河县文化馆", "agency")] }).all).toMatchObject({ tp: 0, fp: 0, fn: 1 });
  });

  it("tell what stands on each extractor, and what it alone proposed", () => {
    const names = [
      find("柳树乡", "place", { extractor: "gazetteer", voices: ["gazetteer", "tagger"] }),
      find("何小满", "person", { extractor: "tagger", voices: ["tagger"] }),
      find("展览", "program", { extractor: "tagger", voices: ["tagger"] }),
    ];
    expect(score([PLACE, PERSON], { names }).extractors).toEqual({
      tagger: { found: 2, right: 1, foundAlone: 2, rightAlone: 1 },
      gazetteer: { found: 1, right: 1, foundAlone: 0, rightAlone: 0 },
    });
  });

  it("list errors by type with their words, who proposed what was missed, and who found what is false", () => {
    const { errors } = score([PLACE, BODY], {
      names: [find("清河县", "place", { score: 0.6 })],
      proposed: [find("清河县", "place"), find("清河县文化馆", "agency", { voices: ["tagger"] })],
    });
    expect(errors.map(({ kind, type, surface, voices }) => [kind, type, surface, voices])).toEqual([
      ["missed", "agency", "清河县文化馆", ["tagger"]],
      ["missed", "place", "柳树乡", []],
      ["false", "place", "清河县", ["patterns"]],
    ]);
    expect(errors[2]).toMatchObject({ before: "柳树乡的何小满在", behind: "文化馆看展览。", found: { score: 0.6 } });
  });

  it("tell which right names are called otherwise than their labels say", () => {
    const entities = [
      label("柳树乡", "place", { name: "清河县柳树乡" }),
      label("何小满", "person", { name: "何小满" }),
      BODY,
    ];
    const names = [find("柳树乡", "place"), find("何小满", "person"), find("清河县文化馆", "agency")];
    const { all, named, errors } = score(entities, { names });
    expect(all.f1).toBe(1);
    expect(named).toEqual({ share: 0.5, of: 2 });
    expect(errors).toMatchObject([{ kind: "named", wanted: "清河县柳树乡", found: { name: "柳树乡" } }]);
  });

  it("are those of a perfect run where nothing is labelled and nothing found", () => {
    expect(score([], {}).all).toMatchObject({ p: 1, r: 1, f1: 1 });
  });
});

describe("labelled texts", () => {
  const line = (entities: unknown, over: object = {}): string =>
    JSON.stringify({ id: "a", text: TEXT, entities, ...over });
  const { start, end } = BODY;

  it("are read with what is known of them, names by start, blank lines passed over", () => {
    const body = { start, end, type: "agency", optional: true };
    const rows = `${line([body, { start: 0, end: 3, type: "place", name: "清河县柳树乡" }], { paper: "清河报" })}\n\n${line([], { id: 7 })}\n`;
    expect(parseLabelledTexts(rows, "f")).toEqual([
      {
        id: "a",
        text: TEXT,
        paper: "清河报",
        entities: [
          { ...PLACE, name: "清河县柳树乡" },
          { ...BODY, optional: true },
        ],
      },
      { id: "7", text: TEXT, entities: [] },
    ]);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no id", line([], { id: undefined })],
    ["no text", line([], { text: 1 })],
    ["no list of entities", line(undefined)],
    ["a span beyond the text", line([{ start: 0, end: 99, type: "place" }])],
    ["an empty span", line([{ start: 3, end: 3, type: "place" }])],
    ["an unknown type", line([{ start, end, type: "org" }])],
    ["names that overlap", line([BODY, label("清河县", "place")])],
    ["a title that is no string", line([], { title: 3 })],
    ["an id that stands twice", line([], { id: "first" })],
  ])("are refused with the line's number for %s", (_, bad) => {
    const rows = `${line([], { id: "first" })}\n\n${bad}\n`;
    expect(() => parseLabelledTexts(rows, "mine.jsonl")).toThrow(InputError);
    expect(() => parseLabelledTexts(rows, "mine.jsonl")).toThrow('"mine.jsonl", line 3');
  });

  it("are refused where there are none", () => {
    expect(() => parseLabelledTexts("\n", "f")).toThrow(InputError);
  });
});
