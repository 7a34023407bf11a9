// What lies over the marks: the ring round a selected mark and the badge on the tie that is read.
import type { Box } from "../labels.ts";
import type { Model } from "../model.ts";
import { css, type Palette } from "../theme.ts";
import type { DrawnMark } from "./names.ts";

export function paintRings(context: CanvasRenderingContext2D, hubs: readonly DrawnMark[], palette: Palette): void {
  context.lineWidth = 2.5;
  context.strokeStyle = css(palette.accent);
  for (const { x, y, radius } of hubs) {
    context.beginPath();
    context.arc(x, y, radius * 1.25 + 5, 0, 2 * Math.PI);
    context.stroke();
  }
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
