// What of the picture lies under a point: a mark, a name, a region's name, or the nearest tie. Pure.
import { distanceToSegment, nearestWithin, type Point } from "../geometry.ts";
import type { Box } from "../labels.ts";
import type { Model } from "../model.ts";
import type { Hover, View } from "../reducers.ts";
import type { DrawnMark } from "./names.ts";
import type { Scene } from "./painter.ts";

/** How near, in pixels, a tie is hit; how far outside itself a mark is hit by a mouse, and by a finger. */
const TIE_REACH = 6;
const MARK_REACH = 3;
const TOUCH_REACH = 14;

const within = ({ x, y }: Point, box: Box): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;

/** `point` in the stage's pixels. Marks go before names, names before ghosts, ghosts before ties. Cost: O(drawn marks and ties). */
export function pick(model: Model, { picture }: View, scene: Scene, point: Point, touched: boolean): Hover {
  const outside = (mark: DrawnMark): number =>
    mark.visible ? Math.max(0, Math.hypot(mark.x - point.x, mark.y - point.y) - mark.radius) ** 2 : Infinity;
  const mark = nearestWithin(scene.marks, outside, touched ? TOUCH_REACH : MARK_REACH);
  if (mark) return { kind: "node", node: mark.id };
  const label = scene.labels.find((box) => within(point, box));
  if (label) return { kind: "node", node: label.id };
  const ghost = nearestWithin(scene.ghosts, outside, touched ? TOUCH_REACH : MARK_REACH);
  if (ghost) return { kind: "node", node: ghost.id };
  const region = scene.regions.find((box) => within(point, box));
  if (region) return { kind: "community", index: region.index };
  const toTie = (i: number): number => {
    const { source, target } = model.edges[i]!;
    const [a, b] = [scene.markOf.get(source), scene.markOf.get(target)];
    return a && b ? distanceToSegment(point, a, b) : Infinity;
  };
  const tie = nearestWithin(picture.edges, toTie, TIE_REACH);
  if (tie === null) return null;
  return { kind: "tie", a: model.edges[tie]!.source, b: model.edges[tie]!.target };
}
