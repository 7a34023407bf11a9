import { describe, expect, test } from "vitest";
import { NOWHERE } from "../../viz/src/address.ts";
import { extentOf, frame } from "../../viz/src/camera.ts";
import { distanceToSegment, nearestWithin } from "../../viz/src/geometry.ts";
import { buildModel, edgesBetween } from "../../viz/src/model.ts";
import { computeView, type Look } from "../../viz/src/reducers.ts";
import { mix, parseHex, premultiplied } from "../../viz/src/theme.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

const model = buildModel(siteOf(makeSite()));
const REST: Look = {
  selection: NOWHERE,
  hover: null,
  without: new Set(),
  bylines: false,
  names: "300",
  allTies: false,
};
const ties = (look: Look): number => computeView(model, look).picture.edges.length;

describe("what is drawn", () => {
  test("at arrival: content names and backbone ties, nothing faded", () => {
    const view = computeView(model, REST);
    expect(view.picture.nodes.length).toBe(model.nodes.filter((node) => node.in.content).length);
    expect(view.picture.edges.length).toBe(model.edges.filter((edge) => edge.backbone).length);
    expect(view.focus).toBeNull();
  });

  test("all ties are all ties of the content layer; bylines add theirs", () => {
    expect(ties({ ...REST, allTies: true })).toBe(model.project.content.edges);
    expect(ties({ ...REST, allTies: true, bylines: true })).toBe(model.project.counts.edges);
  });

  test("a name that stands in bylines alone keeps two ties when bylines are shown", () => {
    const view = computeView(model, { ...REST, bylines: true });
    const lone = model.nodes.findIndex((node) => !node.in.content);
    expect(model.edgesOf(lone).filter((i) => view.picture.edgeShown[i]).length).toBeGreaterThan(0);
  });

  test("a hidden type takes its names and their ties away", () => {
    const view = computeView(model, { ...REST, without: new Set(["place"]) });
    model.nodes.forEach((node, i) => {
      if (node.type === "place") expect(view.picture.nodeShown[i]).toBe(0);
    });
    model.edges.forEach((edge, i) => {
      if (view.picture.edgeShown[i]) expect(model.nodes[edge.source]!.type === "place").toBe(false);
    });
  });

  test("a selected name draws all its ties, counted as extra, and means its neighbours", () => {
    const id = "agency:拉萨市委";
    const view = computeView(model, { ...REST, selection: { kind: "node", id } });
    const ties = model.edgesOf(model.indexById.get(id)!).filter((i) => model.edges[i]!.layer === "content");
    expect(view.focus!.near.size).toBe(ties.length + 1);
    expect(view.picture.extra.ties).toBe(ties.filter((i) => !model.edges[i]!.backbone).length);
  });

  test("a selected tie is hot and its ends are hubs", () => {
    const [a, b] = ["person:习近平", "agency:西藏自治区党委"] as const;
    const view = computeView(model, { ...REST, selection: { kind: "tie", a, b } });
    expect(view.focus!.hubs).toEqual(new Set([model.indexById.get(a), model.indexById.get(b)]));
    expect(view.focus!.hot.size).toBe(1);
    expect(edgesBetween(model, model.indexById.get(a)!, model.indexById.get(b)!)[0]!.layer).toBe("content");
  });

  test("an address of another project selects nothing and breaks nothing", () => {
    expect(computeView(model, { ...REST, selection: { kind: "node", id: "person:无此人" } }).focus).toBeNull();
    expect(computeView(model, { ...REST, selection: { kind: "tie", a: "x", b: "y" } }).focus).toBeNull();
    expect(computeView(model, { ...REST, selection: { kind: "community", index: 99 } }).focus!.near.size).toBe(0);
  });
});

describe("small geometry", () => {
  test("the camera shows an extent in the middle of what a panel leaves free", () => {
    const viewport = { width: 1000, height: 500, unit: 500 };
    const free = { left: 0, top: 0, width: 600, height: 500 };
    const camera = frame({ left: 0.4, right: 0.6, bottom: 0.45, top: 0.55 }, viewport, free);
    // Where the extent's middle comes to stand, in pixels.
    expect(500 + ((0.5 - camera.x) * viewport.unit) / camera.ratio).toBeCloseTo(300);
    expect(250 - ((0.5 - camera.y) * viewport.unit) / camera.ratio).toBeCloseTo(250);
    expect((0.2 * viewport.unit) / camera.ratio).toBeLessThanOrEqual(600.001);
  });

  test("no points have no extent", () => {
    expect(extentOf([])).toBeNull();
    expect(extentOf([{ x: 1, y: 2 }])).toEqual({ left: 1, right: 1, bottom: 2, top: 2 });
  });

  test("distance to a segment and the nearest within reach", () => {
    expect(distanceToSegment({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(9);
    expect(distanceToSegment({ x: 13, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(25);
    expect(distanceToSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(25);
    expect(nearestWithin([9, 3, 5], (d) => d * d, 6)).toBe(3);
    expect(nearestWithin([9], (d) => d * d, 6)).toBeNull();
  });

  test("colours", () => {
    expect(parseHex("#1B1A17")).toEqual([27, 26, 23]);
    expect(parseHex("#abc")).toEqual([170, 187, 204]);
    expect(mix([0, 0, 0], [255, 255, 255], 0.2)).toEqual([204, 204, 204]);
    expect(premultiplied([255, 255, 255], 0.5)).toBe("rgba(128, 128, 128, 0.500)");
  });
});
