import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatPlace,
  isAwkward,
  LONGEST_QUERY,
  MOST_CHARACTERS,
  MOST_STOPS,
  NO_FILTERS,
  NOWHERE,
  type Place,
  parsePlace,
  pathThrough,
  sameSelection,
  shortId,
} from "../../viz/src/address.ts";
import { TYPES } from "../../viz/src/model.ts";

const PLAIN: Place = {
  selection: NOWHERE,
  article: null,
  lang: null,
  theme: null,
  names: "300",
  allTies: false,
  ghosts: true,
  filters: NO_FILTERS,
  time: false,
  table: false,
  camera: null,
};

// Text as a name may hold it, without what only a stand-in can carry.
const text = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
    fc.stringMatching(/^[一-龟]{1,12}$/),
    fc.constantFrom("a/b", "100%", "x?y&z=1", "a,b", "#", "%E0%A4%A", "习近平 (上)"),
  )
  .filter((id) => !/\p{Surrogate}/u.test(id) && !["article", "?"].includes(id));
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const type = fc.constantFrom(...TYPES);
const rounded = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 10_000, max: max * 10_000 }).map((n) => n / 10_000);

const selectionsOf = (ids: fc.Arbitrary<string>): fc.Arbitrary<Place["selection"]> =>
  fc.oneof(
    fc.constant(NOWHERE),
    fc.record({ kind: fc.constant("node" as const), id: ids }),
    fc.record({ kind: fc.constant("tie" as const), a: ids, b: ids }),
    fc.record({
      kind: fc.constant("path" as const),
      stops: fc.array(ids, { minLength: 2, maxLength: MOST_STOPS }),
      avoid: fc.boolean(),
      close: fc.boolean(),
      via: fc.option(type),
      nth: fc.nat(9),
    }),
    fc.record({ kind: fc.constant("common" as const), ids: fc.array(ids, { minLength: 2, maxLength: 5 }) }),
    fc.record({
      kind: fc.constant("compare" as const),
      by: fc.constantFrom("paper" as const, "period" as const),
      left: ids,
      right: ids,
    }),
    fc.record({ kind: fc.constant("community" as const), index: fc.nat(99) }),
    fc.record({ kind: fc.constantFrom("communities", "filters", "corrections") as fc.Arbitrary<"filters"> }),
  );

const placesOf = (ids: fc.Arbitrary<string>): fc.Arbitrary<Place> =>
  fc.record({
    selection: selectionsOf(ids),
    article: fc.option(ids),
    lang: fc.constantFrom("zh" as const, "en" as const, null),
    theme: fc.constantFrom("light" as const, "dark" as const, null),
    names: fc.constantFrom("300" as const, "1000" as const, "all" as const),
    allTies: fc.boolean(),
    ghosts: fc.boolean(),
    filters: fc.record({
      without: fc.subarray([...TYPES]),
      bylines: fc.boolean(),
      papers: fc.uniqueArray(fc.oneof(fc.constant(""), ids), { maxLength: 30 }),
      from: fc.option(day),
      to: fc.option(day),
      least: fc.integer({ min: 1, max: 500 }),
      known: fc.integer({ min: 1, max: 500 }),
      sure: fc.constantFrom("any" as const, "hint" as const, "clear" as const),
      query: fc.string({ maxLength: LONGEST_QUERY }).filter((query) => !/\p{Surrogate}/u.test(query)),
    }),
    time: fc.boolean(),
    table: fc.boolean(),
    camera: fc.option(fc.record({ x: rounded(-2, 2), y: rounded(-2, 2), ratio: rounded(1, 6) })),
  });

describe("the address", () => {
  test("what is written is read back, also after a browser has escaped it", () => {
    fc.assert(
      fc.property(placesOf(text), (place) => {
        const written = formatPlace(place);
        // A very full address carries stand-ins, which the next test looks at.
        fc.pre(!written.includes("~"));
        expect(parsePlace(written)).toEqual(place);
        expect(parsePlace(new URL(`http://x/${written}`).hash)).toEqual(place);
      }),
    );
  });

  test("never passes 2,000 characters as a browser sends it, whatever the names are", () => {
    const wild = fc.oneof(
      text,
      fc.string({ unit: "binary", minLength: 400, maxLength: 3000 }),
      fc.constant("\ud800x"),
      fc.constant("国".repeat(10_000)),
    );
    fc.assert(
      fc.property(placesOf(wild), (place) => {
        const written = formatPlace(place);
        expect(new URL(`http://x/${written}`).hash.length).toBeLessThanOrEqual(MOST_CHARACTERS);
        expect(formatPlace(parsePlace(written))).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  test("a name that is too long, or no proper text, stands as a short hash that differs from its neighbours'", () => {
    const ids = ["国".repeat(10_000), `${"国".repeat(9_999)}家`, "\ud800", "\udc00"];
    expect(ids.every(isAwkward)).toBe(true);
    expect(new Set(ids.map(shortId)).size).toBe(ids.length);
    for (const id of ids)
      expect(formatPlace({ ...PLAIN, selection: { kind: "node", id } })).toMatch(/^#\/node\/~\w{1,12}$/);
  });

  test("addresses without a version still open", () => {
    expect(
      parsePlace("#/tie/person:习近平/place:中国/article/p%23a1?lang=en&names=1000&bylines=1&without=place"),
    ).toEqual({
      ...PLAIN,
      selection: { kind: "tie", a: "person:习近平", b: "place:中国" },
      article: "p#a1",
      lang: "en",
      names: "1000",
      filters: { ...NO_FILTERS, bylines: true, without: ["place"] },
    });
  });

  test("a path of two names opens as ever, one of more keeps them, and one of too many its first", () => {
    expect(parsePlace("#/path/place:甲/place:乙?v=1&avoid=1&nth=2").selection).toEqual({
      ...pathThrough(["place:甲", "place:乙"]),
      avoid: true,
      nth: 1,
    });
    const open = parsePlace("#/path/a/b/c/article/p%23a1?v=1&close=1");
    expect(open).toMatchObject({ selection: { stops: ["a", "b", "c"], close: true }, article: "p#a1" });
    expect(parsePlace(`#/path/${"abcdefghij".split("").join("/")}`).selection).toEqual(pathThrough([..."abcdef"]));
  });

  test("anything can be read", () => {
    fc.assert(fc.property(fc.string(), (hash) => void parsePlace(hash)));
    fc.assert(fc.property(fc.string(), (query) => void parsePlace(`#/?v=1&${query}`)));
    expect(parsePlace("#/node/%E0%A4%A").selection).toEqual({ kind: "node", id: "%E0%A4%A" });
    expect(parsePlace("#/?at=1,x,3&from=yesterday&least=-2")).toEqual(PLAIN);
  });

  test("a tie is the same from both ends; a path is not", () => {
    expect(sameSelection({ kind: "tie", a: "a", b: "b" }, { kind: "tie", a: "b", b: "a" })).toBe(true);
    const path = pathThrough(["a", "b"]);
    expect(sameSelection(path, pathThrough(["b", "a"]))).toBe(false);
    expect(sameSelection(path, pathThrough(["a", "b", "c"]))).toBe(false);
    expect(sameSelection(path, { ...path, avoid: true })).toBe(false);
    expect(sameSelection(path, { ...path, close: true })).toBe(false);
  });
});
