import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOWHERE } from "../../viz/src/address.ts";
import { type Choice, chooseDrawn } from "../../viz/src/drawn.ts";
import { ghostsOf } from "../../viz/src/ghosts.ts";
import { buildModel } from "../../viz/src/model.ts";
import { EVERYTHING, isWithin, type Scope } from "../../viz/src/recount.ts";
import { pictureOf } from "../../viz/src/reducers.ts";
import { sliceModel } from "../../viz/src/slice.ts";
import { makeDatedSite } from "./fixture/dated.ts";

const whole = buildModel(makeDatedSite({ names: 60, articles: 220, each: 4, days: 40, papers: 3, seed: 12 }));
const CHOICE: Choice = { without: new Set(), bylines: false, names: "300", allTies: false };
const day = fc.integer({ min: 1, max: 40 }).map((n) => new Date(Date.UTC(2025, 0, n)).toISOString().slice(0, 10));

function lookAt(scope: Scope, choice: Choice = CHOICE, selection: Parameters<typeof pictureOf>[3] = NOWHERE) {
  const part = sliceModel(whole, scope);
  const picture = pictureOf(part, chooseDrawn(part, choice), choice, selection);
  const drawn = chooseDrawn(whole, choice);
  return { part, picture, drawn, ghosts: ghostsOf(whole, drawn, part, picture, choice.bylines) };
}

/** Days of the articles that name one, by plain reading; of a pair those of the texts that begin in them. */
const daysOf = (node: number): string[] =>
  (whole.nodes[node]!.in.content ?? []).flatMap((i) => whole.articles[i]!.date ?? []);

describe("ghosts of a window", () => {
  test("are the names of the whole map that no article of the window names; each says on which side of it it stands", () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const scope = { ...EVERYTHING, from: one < other ? one : other, to: one < other ? other : one };
        const { ghosts, drawn, part } = lookAt(scope);
        const inside = new Set(
          part.incidence().firstOf.map((article, text) => (isWithin(whole.articles[article]!, scope) ? text : -1)),
        );
        const expected = whole.nodes.flatMap((node, i) => {
          const named = (node.in.content ?? []).some((article) => inside.has(whole.incidence().textOf[article]!));
          return drawn.nodes[i] && !named ? [i] : [];
        });
        expect(ghosts.names.map(({ node }) => node).sort((a, b) => a - b)).toEqual(expected);
        for (const { node, when, size } of ghosts.names) {
          const days = daysOf(node).sort();
          const side = days.at(-1)! < scope.from ? "before" : days[0]! > scope.to ? "after" : "elsewhere";
          expect(when).toBe(days.length > 0 ? side : "elsewhere");
          expect(size).toBeGreaterThan(4);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("their ties have no story there, and end at what is drawn or at ghosts", () => {
    const { ghosts, part, picture, drawn } = lookAt({ ...EVERYTHING, from: "2025-01-10", to: "2025-01-14" });
    const seen = new Set([...picture.nodes, ...ghosts.names.map(({ node }) => node)]);
    expect(ghosts.ties.length).toBeGreaterThan(0);
    for (const { edge } of ghosts.ties) {
      const { source, target, stories } = part.edges[edge]!;
      expect(stories).toBe(0);
      expect(seen.has(source) && seen.has(target)).toBe(true);
      expect(drawn.edges).toContain(edge);
      expect(picture.edgeShown[edge]).toBe(0);
    }
  });

  test("what is new is in nothing older than the window; at the very beginning nothing is called new", () => {
    const { ghosts, picture } = lookAt({ ...EVERYTHING, from: "2025-01-15", to: "2025-01-30" });
    expect(ghosts.fresh.size).toBeGreaterThan(0);
    for (const node of picture.nodes)
      expect(ghosts.fresh.has(node)).toBe(daysOf(node).every((date) => date >= "2025-01-15"));
    expect(ghosts.freshTies).toBeGreaterThan(0);
    const start = lookAt({ ...EVERYTHING, from: whole.project.dates![0], to: "2025-01-20" }).ghosts;
    expect([start.fresh.size, start.freshTies]).toEqual([0, 0]);
    expect(start.names.some(({ when }) => when === "before")).toBe(false);
  });

  test("of papers: what the others alone print is elsewhere, unless it has another time too", () => {
    const { ghosts } = lookAt({ ...EVERYTHING, papers: ["第1报"] });
    expect(ghosts.names.length).toBeGreaterThan(0);
    for (const { when } of [...ghosts.names, ...ghosts.ties]) expect(when).toBe("elsewhere");
    expect(ghosts.fresh.size).toBe(0);
  });

  test("a hidden type has no ghosts, and a ghost that is opened is one no longer", () => {
    const scope = { ...EVERYTHING, from: "2025-01-10", to: "2025-01-12" };
    for (const { node } of lookAt(scope, { ...CHOICE, without: new Set(["place"]) }).ghosts.names)
      expect(whole.nodes[node]!.type).not.toBe("place");
    const { ghosts } = lookAt(scope);
    const { node } = ghosts.names[0]!;
    const opened = lookAt(scope, CHOICE, { kind: "node", id: whole.nodes[node]!.id });
    expect(opened.ghosts.names.length).toBe(ghosts.names.length - 1);
    expect(opened.ghosts.names.some((one) => one.node === node)).toBe(false);
  });
});
