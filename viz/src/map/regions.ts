// The grounds of the communities: a quiet wash under their marks, like counties on a map, each with its name.
// Neighbouring grounds are parted by a line of paper. No colour of their own: colour means type.
import type { Box } from "../labels.ts";
import { touches } from "../labels.ts";
import type { Model } from "../model.ts";
import type { View } from "../reducers.ts";
import { css, mix, type Palette } from "../theme.ts";
import type { DrawnMark } from "./names.ts";

/** Fewer members make no region. */
const LEAST = 3;

export interface Region {
  readonly index: number;
  readonly nodes: readonly DrawnMark[];
  readonly links: readonly (readonly [DrawnMark, DrawnMark])[];
}

/** Communities with their drawn marks and ties, the largest first (that is the order of the data). */
export function regionsOf(model: Model, view: View, markOf: ReadonlyMap<number, DrawnMark>): Region[] {
  const regions = model.communities.map((_, index) => ({
    index,
    nodes: [] as DrawnMark[],
    links: [] as [DrawnMark, DrawnMark][],
  }));
  for (const [node, mark] of markOf) {
    const community = model.nodes[node]!.community;
    if (community !== null) regions[community]?.nodes.push(mark);
  }
  model.edges.forEach((edge, i) => {
    if (!view.edgeShown[i] || !edge.backbone) return;
    const community = model.nodes[edge.source]!.community;
    if (community === null || community !== model.nodes[edge.target]!.community) return;
    const a = markOf.get(edge.source);
    const b = markOf.get(edge.target);
    if (a && b) regions[community]?.links.push([a, b]);
  });
  return regions.filter((region) => region.nodes.length >= LEAST);
}

export function paintGrounds(
  context: CanvasRenderingContext2D,
  regions: readonly Region[],
  view: View,
  palette: Palette,
  scale: number,
): void {
  context.lineCap = "round";
  context.lineJoin = "round";
  const width = 54 * scale;
  for (const region of regions) {
    const meant = !view.focus || region.nodes.some((mark) => view.focus?.near.has(mark.id));
    const path = new Path2D();
    for (const mark of region.nodes) {
      path.moveTo(mark.x, mark.y);
      path.lineTo(mark.x + 0.01, mark.y);
    }
    for (const [a, b] of region.links) {
      path.moveTo(a.x, a.y);
      path.lineTo(b.x, b.y);
    }
    context.lineWidth = width + 5;
    context.strokeStyle = css(palette.paper);
    context.stroke(path);
    context.lineWidth = width;
    context.strokeStyle = css(meant ? palette.wash : mix(palette.wash, palette.paper, 0.5));
    context.stroke(path);
  }
}

export interface RegionName extends Box {
  readonly index: number;
}

/** Names of the regions above or below their marks, where nothing else stands. Returns their boxes. */
export function paintRegionNames(
  context: CanvasRenderingContext2D,
  regions: readonly Region[],
  nameOf: (index: number) => string,
  taken: readonly Box[],
  bounds: Box,
  palette: Palette,
): RegionName[] {
  context.font = `500 12px ${palette.hei}`;
  context.textAlign = "left";
  context.lineJoin = "round";
  const boxes: Box[] = [...taken];
  const placed: RegionName[] = [];
  for (const region of regions) {
    const text = nameOf(region.index);
    const width = context.measureText(text).width + 14;
    const box = spots(region, width, 18).find(
      (spot) => inside(spot, bounds) && !boxes.some((other) => touches(spot, other)),
    );
    if (!box) continue;
    boxes.push(box);
    placed.push({ ...box, index: region.index });
    context.fillStyle = css(palette.ink3);
    context.fillRect(box.left + 1, box.top + 4, 2, 11);
    context.strokeStyle = css(palette.paper);
    context.lineWidth = 3.5;
    context.strokeText(text, box.left + 9, box.top + 14);
    context.fillText(text, box.left + 9, box.top + 14);
  }
  return placed;
}

const inside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left && box.top >= bounds.top && box.right <= bounds.right && box.bottom <= bounds.bottom;

function spots({ nodes }: Region, width: number, height: number): Box[] {
  const left = Math.min(...nodes.map((mark) => mark.x));
  const right = Math.max(...nodes.map((mark) => mark.x));
  const top = Math.min(...nodes.map((mark) => mark.y));
  const bottom = Math.max(...nodes.map((mark) => mark.y));
  const middle = (left + right) / 2 - width / 2;
  const xs = [middle, left, right - width, middle - 40, middle + 40];
  const ys = [top - 30, top - 44, bottom + 30, bottom + 46, top - 60, (top + bottom) / 2 - 9];
  return ys.flatMap((y) => xs.map((x) => ({ left: x, top: y, right: x + width, bottom: y + height })));
}
