// What of the picture lies under a point: a mark, a name, a region's name, or the nearest tie. Pure.
import { distanceToSegment, nearestWithin, type Point } from "../geometry.ts";
import type { Box, PlacedLabel } from "../labels.ts";
import type { Model } from "../model.ts";
import type { Hover, View } from "../reducers.ts";
import type { DrawnMark } from "./names.ts";
import type { RegionName } from "./regions.ts";

export interface Picture {
  readonly model: Model;
  readonly view: View;
  readonly marks: readonly DrawnMark[];
  readonly labels: readonly PlacedLabel[];
  readonly regions: readonly RegionName[];
}

/** How near, in pixels, a tie is hit; how far outside itself a mark is hit by a mouse, and by a finger. */
const TIE_REACH = 6;
const MARK_REACH = 3;
const TOUCH_REACH = 14;

const within = ({ x, y }: Point, box: Box): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;

/** `point` in the stage's pixels. Marks go before names, names before ties. Cost: O(marks + shown ties). */
export function pick({ model, view, marks, labels, regions }: Picture, point: Point, touched: boolean): Hover {
  const outside = (mark: DrawnMark): number =>
    Math.max(0, Math.hypot(mark.x - point.x, mark.y - point.y) - mark.radius) ** 2;
  const mark = nearestWithin(
    marks.filter((one) => one.visible),
    outside,
    touched ? TOUCH_REACH : MARK_REACH,
  );
  if (mark) return { kind: "node", node: mark.id };
  const label = labels.find((box) => within(point, box));
  if (label) return { kind: "node", node: label.id };
  const region = regions.find((box) => within(point, box));
  if (region) return { kind: "community", index: region.index };
  const markOf = new Map(marks.map((one) => [one.id, one]));
  const lines = model.edges.flatMap((edge, i) => {
    const a = view.edgeShown[i] ? markOf.get(edge.source) : undefined;
    const b = a && markOf.get(edge.target);
    return a && b ? [{ a, b }] : [];
  });
  const tie = nearestWithin(lines, ({ a, b }) => distanceToSegment(point, a, b), TIE_REACH);
  return tie ? { kind: "tie", a: tie.a.id, b: tie.b.id } : null;
}
