// What lies over the marks: the ring round a selected mark and the badge on the tie that is read.
import type { Change } from "../asks/compare.ts";
import type { Box } from "../labels.ts";
import type { Model } from "../model.ts";
import { css, type Palette } from "../theme.ts";
import { type DrawnMark, ringOf } from "./names.ts";

export function paintRings(context: CanvasRenderingContext2D, hubs: readonly DrawnMark[], palette: Palette): void {
  context.lineWidth = 2.5;
  context.strokeStyle = css(palette.accent);
  for (const { x, y, radius } of hubs) {
    context.beginPath();
    context.arc(x, y, ringOf(radius), 0, 2 * Math.PI);
    context.stroke();
  }
}

/** More vermilion ties than these leave names no room beside them. */
const MOST_LINES = 12;
const STEP = 9;

/** Boxes along the ties that are read or walked: no name is to stand on them. */
export function lineBoxes(
  model: Model,
  hot: ReadonlySet<number> | undefined,
  markOf: ReadonlyMap<number, DrawnMark>,
): Box[] {
  if (!hot || hot.size > MOST_LINES) return [];
  return [...hot].flatMap((tie) => {
    const edge = model.edges[tie]!;
    const [a, b] = [markOf.get(edge.source), markOf.get(edge.target)];
    if (!a || !b) return [];
    const steps = Math.min(200, Math.floor(Math.hypot(a.x - b.x, a.y - b.y) / STEP));
    return Array.from({ length: Math.max(0, steps - 1) }, (_, i): Box => {
      const share = (i + 1) / steps;
      const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
      return { left: x - 2, top: y - 2, right: x + 2, bottom: y + 2 };
    });
  });
}

/** Draws the badge in the middle of the tie; its box, or null when the tie is not in the picture. */
export function paintBadge(
  context: CanvasRenderingContext2D,
  model: Model,
  badge: { readonly edge: number; readonly text: string },
  markOf: ReadonlyMap<number, DrawnMark>,
  palette: Palette,
): Box | null {
  const edge = model.edges[badge.edge];
  const a = edge && markOf.get(edge.source);
  const b = edge && markOf.get(edge.target);
  if (!a || !b || Math.hypot(a.x - b.x, a.y - b.y) < 110) return null;
  context.font = `600 13px ${palette.hei}`;
  const width = context.measureText(badge.text).width + 14;
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const box = { left: x - width / 2, top: y - 11, right: x + width / 2, bottom: y + 11 };
  context.beginPath();
  context.roundRect(box.left, box.top, width, 22, 11);
  context.fillStyle = css(palette.accent);
  context.fill();
  context.fillStyle = css(palette.onAccent);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(badge.text, x, y + 4.5);
  return box;
}

/** A number on each tie of a path, in their order; their boxes. */
export function paintNumbers(
  context: CanvasRenderingContext2D,
  model: Model,
  route: readonly number[],
  markOf: ReadonlyMap<number, DrawnMark>,
  palette: Palette,
): Box[] {
  const boxes: Box[] = [];
  context.font = `600 13px ${palette.hei}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  route.forEach((tie, i) => {
    const edge = model.edges[tie];
    const [a, b] = [edge && markOf.get(edge.source), edge && markOf.get(edge.target)];
    if (!a || !b || Math.hypot(a.x - b.x, a.y - b.y) < 60) return;
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    context.beginPath();
    context.arc(x, y, 10.5, 0, 2 * Math.PI);
    context.fillStyle = css(palette.accent);
    context.fill();
    context.fillStyle = css(palette.onAccent);
    context.fillText(String(i + 1), x, y + 4.5);
    boxes.push({ left: x - 11, top: y - 11, right: x + 11, bottom: y + 11 });
  });
  return boxes;
}

/** Ties that one of two compared parts no longer has: dotted, under the marks. */
export function paintGone(
  context: CanvasRenderingContext2D,
  model: Model,
  changes: ReadonlyMap<number, Change> | null,
  markOf: ReadonlyMap<number, DrawnMark>,
  palette: Palette,
): void {
  if (!changes) return;
  context.save();
  context.setLineDash([1.5, 5]);
  context.lineCap = "round";
  context.lineWidth = 1.6;
  context.strokeStyle = css(palette.ink2);
  for (const [tie, change] of changes) {
    if (change !== "gone") continue;
    const { source, target } = model.edges[tie]!;
    const [a, b] = [markOf.get(source), markOf.get(target)];
    if (!a || !b) continue;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.restore();
}
