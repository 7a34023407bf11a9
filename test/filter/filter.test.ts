import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EntityToFilter,
  FIELDS,
  FilterError,
  type FilterProblem,
  parseFilter,
  type TieToFilter,
} from "../../src/filter/index.ts";

const entity = (facts: Partial<EntityToFilter> = {}): EntityToFilter => ({
  entity: "agency:国务院办公厅",
  type: "agency",
  name: "国务院办公厅",
  aliases: ["国办"],
  mentions: 9,
  articles: 4,
  stories: 3,
  papers: 2,
  first_date: "2025-08-03",
  last_date: "2025-08-29",
  community: 1,
  in_papers: ["昭通日报", "河北日报"],
  in_places: ["云南省昭通市"],
  in_dates: ["2025-08-03", "2025-08-29"],
  ...facts,
});

const tie = (facts: Partial<TieToFilter> = {}): TieToFilter => ({
  layer: "content",
  articles: 4,
  close: 1,
  texts: 4,
  stories: 3,
  papers: 2,
  npmi: 0.25,
  g2: 9.1,
  p: null,
  q: 0.004,
  backbone: true,
  first_date: "2025-08-03",
  last_date: "2025-08-29",
  in_papers: ["昭通日报"],
  in_dates: ["2025-08-29"],
  ...facts,
});

const faultOf = (text: string): FilterError => {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
  throw new Error(`"${text}" was read`);
};

describe("what can be typed, and its canonical words", () => {
  it.each([
    ["", ""],
    // Names that every object has are words like others.
    ["constructor __proto__", "constructor AND __proto__"],
    ["name:constructor", "name:constructor"],
    ["date:[ 2025-08-01\tTO  2025-08-31 ] x", "date:[2025-08-01 TO 2025-08-31] AND x"],
    [
      "type:agency AND paper:昭通日报 AND articles:>=2 NOT name:新华社",
      "type:agency AND paper:昭通日报 AND articles:>=2 AND NOT name:新华社",
    ],
    ["类型:机构", "type:agency"],
    ["类型：机构", "type:agency"],
    ["類型:機構 並且 聯繫.稿數:>1", "type:agency AND tie.stories:>1"],
    ['type:"City Cluster"', "type:city_cluster"],
    ["name:刚果(布)", 'name:"刚果(布)"'],
    ["名称：刚果（布）", 'name:"刚果（布）"'],
    ["date:[2025-08-01 TO 2025-08-31]", "date:[2025-08-01 TO 2025-08-31]"],
    ["日期：［2025年8月1日 至 2025年8月31日］", "date:[2025-08-01 TO 2025-08-31]"],
    ["date:2025-08", "date:[2025-08-01 TO 2025-08-31]"],
    ["date:2024-02", "date:[2024-02-01 TO 2024-02-29]"],
    ["date:2025-08-01..2025-08-31", "date:[2025-08-01 TO 2025-08-31]"],
    ["date:{2025-08 TO *]", "date:>2025-08-31"],
    ["日期≥2025", "date:>=2025-01-01"],
    ["stories：>=2", "stories:>=2"],
    ["stories：＞＝２", "stories:>=2"],
    ["稿数 >= 1,200", "stories:>=1200"],
    ['name:"国务院 办公厅"', 'name:"国务院 办公厅"'],
    ["name:「国务院 办公厅」", 'name:"国务院 办公厅"'],
    ["name:“国务院 办公厅”", 'name:"国务院 办公厅"'],
    ["name:国务院\\ 办公厅", 'name:"国务院 办公厅"'],
    ["name:*大学", "name:*大学"],
    ["name：＊大学", "name:*大学"],
    ["name:a\\*b?", "name:a\\*b?"],
    ["新华社", "新华社"],
    ["昭通 NOT 云南", "昭通 AND NOT 云南"],
    ["a OR b c", "a OR b AND c"],
    ["(a OR b) c", "(a OR b) AND c"],
    ["(a OR b) AND (c OR NOT d)", "(a OR b) AND (c OR NOT d)"],
    ["+a -b !c", "a AND NOT b AND NOT c"],
    ["NOT(a b)", "NOT (a AND b)"],
    ["－（a 或 b）", "NOT (a OR b)"],
    ["not not a", "a"],
    ["甲 且 乙 或 非 丙", "甲 AND 乙 OR NOT 丙"],
    ["并且行", "并且行"],
    ["类型:(机构 OR 人物)", "type:agency OR type:person"],
    ["articles:(>=2 <5)", "articles:>=2 AND articles:<5"],
    ["层:内容 骨干:是", "tie.layer:content AND tie.backbone:true"],
    ["tie.stories:>2 类型:机构", "type:agency AND tie.stories:>2"],
    ["联系.稿数:>2", "tie.stories:>2"],
    ["stories:>2 q:<1e-3", "stories:>2 AND tie.q:<0.001"],
    ["community:*", "community:*"],
    ["id:person:李晨(泉州)", 'id:"person:李晨(泉州)"'],
    ['"或"', '"或"'],
  ])("%s", (typed, canonical) => {
    expect(parseFilter(typed).text).toBe(canonical);
    expect(parseFilter(canonical).text).toBe(canonical);
  });

  it("takes every field by each of its names", () => {
    const sample = { text: "甲", count: "3", number: "0.5", date: "2025-08-29" };
    for (const { name, scope, words, ...kind } of FIELDS) {
      const value = kind.kind === "choice" ? Object.keys(kind.choices)[0]! : sample[kind.kind];
      const canonical = `${scope === "tie" ? "tie." : ""}${name}:${value}`;
      const prefixes = scope === "tie" ? ["tie.", "联系.", "Tie."] : [""];
      for (const prefix of prefixes)
        for (const word of [name, ...words]) expect(parseFilter(`${prefix}${word}：${value}`).text).toBe(canonical);
      if (kind.kind !== "choice") continue;
      for (const [choice, others] of Object.entries(kind.choices))
        for (const word of others)
          expect(parseFilter(`${scope === "tie" ? "tie." : ""}${name}:${word}`).text).toBe(
            canonical.replace(value, choice),
          );
    }
  });

  it("says which facets it needs", () => {
    expect([...parseFilter("paper:甲 date:2025 tie.paper:甲 stories:>1").needs].sort()).toEqual([
      "date",
      "paper",
      "tie.paper",
    ]);
  });
});

describe("what is kept", () => {
  it.each([
    ["类型:机构", true],
    ["type:person", false],
    ["国务院", true],
    ["国办", true],
    ["國務院", true],
    ["务院 办公", true],
    ["务院?公", true],
    ["务院办公 -国办", false],
    ["name:国务院", false],
    ["name:国务院*", true],
    ["name:*办公厅", true],
    ["name:国?院*厅", true],
    ["name:国办", false],
    ["alias:国办", true],
    ["id:agency:*", true],
    ["paper:昭通日报", true],
    ["paper:昭通*", true],
    ["paper:甲报", false],
    ["date:[2025-08-04 TO 2025-08-28]", false],
    ["date:[2025-08-04 TO 2025-08-29]", true],
    ["date:{2025-08-04 TO 2025-08-29}", false],
    ["first_date:<2025-08-04", true],
    ["last_date:>2025-08-29", false],
    ["articles:4", true],
    ["articles:>4", false],
    ["articles:[4 TO 5]", true],
    ["articles:{4 TO 5]", false],
    ["community:1", true],
    ["degree:>=0", false],
    ["NOT degree:>=0", true],
    ["subtype:*", false],
    ["place:*昭通*", true],
  ])("%s → %s", (text, kept) => {
    expect(parseFilter(text).entity(entity())).toBe(kept);
  });

  it.each([
    ["层:内容", true],
    ["layer:byline", false],
    ["backbone:否", false],
    ["tie.stories:3", true],
    ["npmi:>0.2", true],
    ["npmi:<-0.2", false],
    ["p:<1", false],
    ["q:<0.01", true],
    ["close:>=1 tie.papers:2", true],
    ["tie.paper:河北日报", false],
    ["tie.date:2025-08", true],
  ])("of ties: %s → %s", (text, kept) => {
    expect(parseFilter(text).tie(tie())).toBe(kept);
    expect(parseFilter(text).entity(entity())).toBe(true);
  });

  it("takes no time for patterns that make regular expressions explode", () => {
    const test = parseFilter(`name:${"*a".repeat(60)}*b`);
    const before = process.cpuUsage();
    expect(test.entity(entity({ name: "a".repeat(2_000) }))).toBe(false);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
  });
});

describe("what cannot be read", () => {
  it("is refused in no time, however many blanks it has", () => {
    const before = process.cpuUsage();
    const blanks = " ".repeat(1_000);
    expect(() => parseFilter(`date:[2025${blanks}TO${blanks}TO${blanks}2026`)).toThrow(FilterError);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
  });

  const FAULTS: readonly [text: string, problem: FilterProblem, column: number][] = [
    ["tie.g2:<1e999", "bad-number", 9],
    ["date:[2025 TO ]", "bad-date", 15],
    ["constructor:x", "unknown-field", 1],
    ["pape:昭通日报", "unknown-field", 1],
    ["类型:机构 人名字:甲", "unknown-field", 7],
    ["类型：机够", "unknown-value", 4],
    ["𠮷 类型：机够", "unknown-value", 6],
    ["articles:x", "bad-number", 10],
    ["稿数：1.5", "bad-number", 4],
    ["date:2025-13-01", "bad-date", 6],
    ["date:2025-02-29", "bad-date", 6],
    ["date:[2025-08-31 TO 2025-08-01]", "bad-range", 7],
    ["date:[2025-08-31 2025-08-01]", "bad-range", 6],
    ["type:>=agency", "bad-range", 8],
    ["name:", "value-missing", 6],
    ["name: AND a", "value-missing", 7],
    ["name:《》", "value-missing", 6],
    ["甲 AND", "syntax", 6],
    ["AND 甲", "syntax", 1],
    ["甲 OR AND 乙", "syntax", 6],
    ["甲 ()", "syntax", 4],
    ["甲 - 乙", "syntax", 3],
    ["甲)", "syntax", 2],
    ["(甲", "unclosed", 1],
    ["name:刚果(布", "unclosed", 8],
    ["甲 “乙", "unclosed", 3],
    ["name:/甲+/", "no-regex", 6],
    ["甲 (类型:机构 OR 层:内容)", "mixed", 13],
    ["NOT (类型:机构 层:内容)", "mixed", 12],
    ["甲".repeat(4_001), "too-long", 4_001],
    [Array.from({ length: 201 }, () => "甲").join(" "), "too-long", 401],
    ["(".repeat(21), "too-long", 21],
  ];
  // The longest have thousands of characters: a title has the first.
  const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : text);
  it.each(FAULTS.map(([text, ...rest]) => [short(text), ...rest, text] as const))(
    "%s: %s at column %i",
    (_, problem, column, text) => {
      const fault = faultOf(text);
      expect([fault.problem, fault.column]).toEqual([problem, column]);
      expect(fault.message).not.toContain("\n");
    },
  );

  it("names the nearest fields, the types, and how an id is written", () => {
    expect(faultOf("pape:甲").expected[0]).toBe("paper");
    expect(faultOf("类行:机构").expected).toContain("类型");
    // Nothing of it is a field: "p" is as far from it as from any other word.
    expect(faultOf("foo:1").expected).toEqual([]);
    expect(faultOf("foo:1").message).toMatch(/no field "foo"; there are type, .*name, .*tie\.stories/);
    expect(faultOf("type:甲").message).toContain("agency (机构)");
    expect(faultOf("person:习近平").message).toContain("id:person:");
  });

  it("shows the place under wide and narrow characters", () => {
    expect(faultOf("甲 type：机够").place()).toBe("甲 type：机够\n\u3000     \u3000^");
  });
});

describe("any filter", () => {
  const word = fc.stringMatching(/^[甲乙丙丁a-c0-9()（）“"\\*?:：<\->=[\]{}+ 且或非.TO]{1,12}$/);

  it("is read, or refused with a column inside of it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(word, fc.constantFrom("type:", "date:", " ", "AND", "OR", "NOT ")), maxLength: 12 }),
        (text) => {
          try {
            const { text: canonical } = parseFilter(text);
            expect(parseFilter(canonical).text).toBe(canonical);
          } catch (error) {
            expect(error).toBeInstanceOf(FilterError);
            expect((error as FilterError).offset).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  type Tree = string | { readonly not: Tree } | { readonly and: readonly Tree[] } | { readonly or: readonly Tree[] };
  const { tree } = fc.letrec<{ tree: Tree }>((self) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("type:agency", "stories:>2", "甲", "name:乙*", "articles:[1 TO 3]"),
      fc.record({ not: self("tree") }),
      fc.record({ and: fc.array(self("tree"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ or: fc.array(self("tree"), { minLength: 1, maxLength: 3 }) }),
    ),
  }));
  const written = (of: Tree): string => {
    if (typeof of === "string") return of;
    if ("not" in of) return `NOT (${written(of.not)})`;
    return "and" in of
      ? of.and.map((one) => `(${written(one)})`).join(" ")
      : of.or.map((one) => `(${written(one)})`).join(" 或 ");
  };
  const holds = (of: Tree, facts: EntityToFilter): boolean => {
    if (typeof of === "string") return parseFilter(of).entity(facts);
    if ("not" in of) return !holds(of.not, facts);
    return "and" in of ? of.and.every((one) => holds(one, facts)) : of.or.some((one) => holds(one, facts));
  };
  const facts = fc
    .record({
      type: fc.constantFrom("agency" as const, "person" as const),
      stories: fc.nat(5),
      articles: fc.nat(5),
      name: fc.constantFrom("甲", "乙丙", "丙"),
    })
    .map(entity);

  it("means what its parts mean, before and after it is put into canonical words", () => {
    fc.assert(
      fc.property(tree, facts, (of, given) => {
        const filter = parseFilter(written(of));
        expect(filter.entity(given)).toBe(holds(of, given));
        expect(parseFilter(filter.text).entity(given)).toBe(holds(of, given));
      }),
      { numRuns: 100 },
    );
  });
});
