import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOWHERE } from "../../viz/src/address.ts";
import { type Choice, chooseDrawn, chooseNames, type Drawn, MOST, zoomInto } from "../../viz/src/drawn.ts";
import { buildModel, type Model, otherEnd, TYPES } from "../../viz/src/model.ts";
import { computeView, pictureOf, withHover } from "../../viz/src/reducers.ts";
import { makeLargeSite } from "./fixture/large.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

const REST: Choice = { without: new Set(), bylines: false, names: "300", allTies: false };
const large = buildModel(siteOf(makeLargeSite()));
const small = buildModel(siteOf(makeSite()));

const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);

/** Numbers of connected parts among `nodes`, by the given edges. */
function parts(model: Model, nodes: Uint8Array, edges: readonly number[]): number {
  const next = new Map<number, number[]>();
  for (const i of edges) {
    const { source, target } = model.edges[i]!;
    next.set(source, [...(next.get(source) ?? []), target]);
    next.set(target, [...(next.get(target) ?? []), source]);
  }
  const seen = new Set<number>();
  let found = 0;
  nodes.forEach((flag, start) => {
    if (!flag || seen.has(start)) return;
    found++;
    const open = [start];
    while (open.length > 0) {
      const node = open.pop()!;
      if (seen.has(node)) continue;
      seen.add(node);
      open.push(...(next.get(node) ?? []));
    }
  });
  return found;
}

describe("a small project", () => {
  test("is drawn whole, with all ties of its backbone", () => {
    const drawn = chooseDrawn(small, REST);
    expect(drawn.names).toBe(small.nodes.filter((node) => node.in.content).length);
    expect(drawn.ties).toBe(small.edges.filter((edge) => edge.backbone).length);
    expect([drawn.thinned, drawn.possible]).toEqual([false, drawn.names]);
  });

  test("has nothing more to show where one looks closer", () => {
    const drawn = chooseDrawn(small, REST);
    const all = { left: -1e9, right: 1e9, bottom: -1e9, top: 1e9, most: 300 };
    expect(zoomInto(small, REST, drawn, all)).toBe(drawn);
  });
});

describe("a large project", () => {
  const drawn = chooseDrawn(large, REST);

  test("shows 300 names, the most important ones and some of every type", () => {
    expect(drawn.names).toBe(300);
    const shown = large.nodes.filter((_, i) => drawn.nodes[i]);
    for (const type of TYPES) {
      const all = large.nodes.filter((node) => node.type === type).length;
      expect(shown.filter((node) => node.type === type).length).toBeGreaterThanOrEqual(Math.min(all, 12));
    }
    expect(large.ranked.slice(0, 200).every((node) => drawn.nodes[node] === 1)).toBe(true);
  });

  test("shows more on request, and all", () => {
    expect(chooseDrawn(large, { ...REST, names: "1000" }).names).toBe(1000);
    expect(chooseDrawn(large, { ...REST, names: "all" }).names).toBe(large.nodes.length);
  });

  test("draws few ties to a name, and still holds together all that hangs together", () => {
    for (const names of ["300", "1000", "all"] as const) {
      const some = chooseDrawn(large, { ...REST, names });
      expect(some.ties).toBeLessThanOrEqual(3 * some.names);
      const among = large.edges.flatMap(({ source, target }, i) =>
        some.nodes[source] && some.nodes[target] ? [i] : [],
      );
      expect(parts(large, some.nodes, some.edges)).toBe(parts(large, some.nodes, among));
    }
  });

  test("draws every tie among the shown names when all are asked for", () => {
    const all = chooseDrawn(large, { ...REST, allTies: true });
    expect(all.ties).toBe(large.edges.filter(({ source, target }) => all.nodes[source] && all.nodes[target]).length);
  });

  test("fills the room of a hidden type with names of the others", () => {
    const people = chooseNames(large, { ...REST, without: new Set(["place", "agency", "program", "city_cluster"]) });
    expect(people.names.length).toBe(300);
    expect(people.names.every((node) => large.nodes[node]!.type === "person")).toBe(true);
  });

  test("what is counted is what is drawn, and both ends of a drawn tie are drawn", () => {
    const choices = fc.record({
      without: fc.subarray([...TYPES]).map((list) => new Set(list)),
      bylines: fc.boolean(),
      names: fc.constantFrom("300" as const, "1000" as const, "all" as const),
      allTies: fc.boolean(),
    });
    const parts = fc.option(
      fc.record({ x: fc.double({ min: -1, max: 1, noNaN: true }), most: fc.nat(400) }).map(({ x, most }) => ({
        left: x * 1000 - 300,
        right: x * 1000 + 300,
        bottom: -300,
        top: 300,
        most,
      })),
    );
    const selections = fc.oneof(
      fc.constant(NOWHERE),
      fc.nat(large.nodes.length - 1).map((i) => ({ kind: "node" as const, id: large.nodes[i]!.id })),
      fc.nat(12).map((index) => ({ kind: "community" as const, index })),
    );
    fc.assert(
      fc.property(choices, parts, selections, (choice, part, selection) => {
        const base = chooseDrawn(large, choice);
        const near: Drawn = zoomInto(large, choice, base, part);
        const picture = pictureOf(large, near, choice, selection);
        expect(count(near.nodes)).toBe(near.names + near.zoomed.names);
        expect(near.edges.length).toBe(near.ties + near.zoomed.ties);
        expect(picture.nodes.length).toBe(near.names + near.zoomed.names + picture.extra.names);
        expect(picture.edges.length).toBe(near.ties + near.zoomed.ties + picture.extra.ties);
        expect(base.names).toBeLessThanOrEqual(MOST[choice.names]);
        for (const i of picture.edges) {
          const { source, target } = large.edges[i]!;
          expect(picture.nodeShown[source]! + picture.nodeShown[target]!).toBe(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the same choice gives the same picture", () => {
    const again = chooseDrawn(buildModel(siteOf(makeLargeSite())), REST);
    expect([...again.edges]).toEqual([...drawn.edges]);
    expect([...again.nodes]).toEqual([...drawn.nodes]);
  });

  test("coming nearer adds names of that part, each tied to what is drawn", () => {
    const half = { left: -1e9, right: 0, bottom: -1e9, top: 1e9, most: 300 };
    const near = zoomInto(large, REST, drawn, half);
    expect(near.zoomed.names).toBeGreaterThan(50);
    large.nodes.forEach((node, i) => {
      if (!near.nodes[i] || drawn.nodes[i]) return;
      expect(node.x).toBeLessThanOrEqual(0);
      const tied = large.edgesOf(i).some((e) => near.nodes[otherEnd(large.edges[e]!, i)]);
      expect(large.edgesOf(i).some((e) => near.edges.includes(e))).toBe(tied);
    });
  });

  test("a selected name that is not drawn is drawn with its neighbours, and hovering draws nothing", () => {
    const hidden = large.ranked.at(-1)!;
    expect(drawn.nodes[hidden]).toBe(0);
    const view = computeView(large, {
      ...REST,
      selection: { kind: "node", id: large.nodes[hidden]!.id },
      hover: null,
    });
    expect(view.picture.nodeShown[hidden]).toBe(1);
    expect(view.focus!.near.size).toBe(
      new Set(large.edgesOf(hidden).map((i) => otherEnd(large.edges[i]!, hidden))).size + 1,
    );
    const { picture } = view;
    expect(withHover(large, picture, { kind: "node", node: large.ranked[0]! }).picture).toBe(picture);
  });
});
