// The file of decisions: what is read, what is refused and how it is said, what the page writes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, formatChoice, parseDecisions } from "../../../src/entities/index.ts";

const choices = (text: string): Choice[] => parseDecisions(text, "f").map(({ choice }) => choice);
const by = (type: string, name: string) => ({ id: `${type}:${name}`, type, name });

describe("the file of decisions", () => {
  it("reads English and Chinese keywords, types and arrows alike", () => {
    const english =
      "merge agency:市教委 -> agency:北京市教育委员会\nretype place:百团大战纪念馆 => agency\nhide agency:有限公司";
    const chinese = "合并 机构:市教委 → 机构:北京市教育委员会\n改类 地点:百团大战纪念馆 → 机构\n隐藏 机构:有限公司";
    expect(choices(chinese)).toEqual(choices(english));
    expect(choices(english)[0]).toEqual({
      kind: "merge",
      of: by("agency", "市教委"),
      to: by("agency", "北京市教育委员会"),
    });
  });

  it("passes over comments, empty lines, a byte-order mark, and what stands behind a blank and #", () => {
    expect(parseDecisions("\ufeff# one\r\n\r\nhide person:甲乙 # 误识\n", "f")).toEqual([
      { line: 3, choice: { kind: "hide", of: by("person", "甲乙") } },
    ]);
  });

  it("reads where a split holds: pages, articles, papers", () => {
    const [split] = choices("拆分 人物:李晨 @ 2025/p 3 @ p4#a12 @ 报纸:泉州晚报 → 人物:李晨(泉州)");
    expect(split).toMatchObject({
      scopes: [
        { kind: "page", id: "2025/p 3" },
        { kind: "article", id: "p4#a12" },
        { kind: "paper", id: "泉州晚报" },
      ],
      to: { id: "person:李晨(泉州)" },
    });
  });

  it("takes a bare new name, and one with its type", () => {
    expect(choices("rename person:李辰 → 李晨")).toEqual(choices("改名 person:李辰 → person:李晨"));
  });

  it("counts a line that stands twice once, where it stands last", () => {
    const twice = parseDecisions("hide person:甲乙\nhide person:丙丁\n隐藏 人物:甲乙", "f");
    expect(twice.map(({ line }) => line)).toEqual([2, 3]);
  });

  it.each([
    ["unite person:甲乙 → person:丙丁", /line 1: "unite" is no decision; expected one of merge, 合并/],
    ["merge person:甲乙", /expected: merge TYPE:NAME → TYPE:NAME/],
    ["merge person:甲乙 → ", /expected: merge/],
    ["merge 甲乙 → person:丙丁", /"甲乙" is no entity; expected TYPE:NAME/],
    ["hide person:", /"person:" is no entity/],
    ["hide planet:火星", /"planet:火星" is no entity/],
    ["split person:甲乙 → person:甲乙(泉州)", /expected: split TYPE:NAME @ PAGE → TYPE:NAME/],
    ["retype place:X → planet", /"planet" is no type; expected one of city_cluster/],
    ["rename place:X → agency:Y", /rename keeps the type, "place"/],
    ["merge person:甲乙 → person:甲乙", /both sides are person:甲乙/],
    ['hide "person:甲', /"person:甲" is no entity|"planet|is no/],
    ["apart person:甲乙 person:丙丁", /expected: apart TYPE:NAME \| TYPE:NAME/],
  ])("says what is wrong with %s", (line, message) => {
    expect(() => parseDecisions(line, "my-file")).toThrow(message);
    expect(() => parseDecisions(line, "my-file")).toThrow("my-file, line 1");
  });

  it("reads back whatever it writes, whatever the names hold", () => {
    const name = fc
      .string({ unit: fc.constantFrom("甲", "→", "|", "@", "#", '"', " ", "\\", "(", "a", "->"), minLength: 1 })
      .map((text) => `甲${text}乙`);
    const entity = fc.tuple(fc.constantFrom("person", "agency"), name).map(([type, own]) => by(type, own));
    const choice = fc.oneof(
      entity.map((of) => ({ kind: "hide", of })),
      fc.record({ kind: fc.constantFrom("merge", "apart"), of: entity, to: entity }),
      fc.record({
        kind: fc.constant("split"),
        of: entity,
        to: entity,
        scopes: fc.array(fc.record({ kind: fc.constant("page"), id: name }), { minLength: 1, maxLength: 3 }),
      }),
    ) as fc.Arbitrary<Choice>;
    fc.assert(
      fc.property(choice, (one) => {
        fc.pre(!("to" in one) || (one.of.id !== one.to.id && (one.kind !== "split" || one.of.type === one.to.type)));
        expect(choices(formatChoice(one))).toEqual([one]);
      }),
    );
  });
});
