// The grounds of the communities: a quiet wash under their marks, like counties on a map, each with its name.
// Neighbouring grounds are parted by a line of paper. No colour of their own: colour means type.
import type { Box } from "../labels.ts";
import { Grid } from "../labels.ts";
import type { Model } from "../model.ts";
import type { View } from "../reducers.ts";
import { css, mix, type Palette } from "../theme.ts";
import type { DrawnMark } from "./names.ts";

/** Fewer members make no region. */
const LEAST = 3;

/** Width of a ground round its marks and ties, in pixels at the arrival's zoom. */
export const GROUND = 54;
/** Line of paper between two grounds. */
export const PARTING = 5;

/** A region with more marks than this is painted from its marks alone, and coarsely. */
const FULL = 120;
/** Of a full map's marks so many are tried for a region's name. */
const SPOTS = 250;

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
  for (const i of view.picture.edges) {
    const edge = model.edges[i]!;
    const community = model.nodes[edge.source]!.community;
    if (!edge.backbone || community === null || community !== model.nodes[edge.target]!.community) continue;
    const a = markOf.get(edge.source);
    const b = markOf.get(edge.target);
    if (a && b) regions[community]?.links.push([a, b]);
  }
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
  const width = GROUND * scale;
  for (const region of regions) {
    const meant = !view.focus || region.nodes.some((mark) => view.focus?.near.has(mark.id));
    const strokes = strokesOf(region, width / 5);
    paintStrokes(context, strokes, width + PARTING, css(palette.paper));
    paintStrokes(context, strokes, width, css(meant ? palette.wash : mix(palette.wash, palette.paper, 0.5)));
  }
}

// One by one: as one path, all their edges are sorted against each other, which without a GPU took 20 times as long. The
// colours hide what lies under them, so nothing shows where two strokes meet.
function paintStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  width: number,
  color: string,
): void {
  context.lineWidth = width;
  context.strokeStyle = color;
  for (const [x, y, toX, toY] of strokes) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
  }
}

export type Stroke = readonly [x: number, y: number, toX: number, toY: number];

/**
 * The strokes whose width makes a region's ground, five times `cell`. Of a full region marks nearer than `cell` to another
 * are not told apart, nor are its ties; elsewhere ties so short that the grounds of their ends hide them are left out.
 */
export function strokesOf({ nodes, links }: Region, cell: number): Stroke[] {
  const strokes: Stroke[] = [];
  const full = nodes.length > FULL;
  const seen = new Set<number>();
  for (const { x, y } of nodes) {
    const key = Math.round(x / cell) * 65_536 + Math.round(y / cell);
    if (full && seen.has(key)) continue;
    seen.add(key);
    strokes.push([x, y, x + 0.01, y]);
  }
  if (full) return strokes;
  for (const [a, b] of links) if (Math.hypot(a.x - b.x, a.y - b.y) > 2 * cell) strokes.push([a.x, a.y, b.x, b.y]);
  return strokes;
}

export interface RegionName extends Box {
  readonly index: number;
}

/** Names of the regions above or below their marks, where nothing else stands. Returns their boxes.
 * `spotOf` remembers from picture to picture which spot each took. */
export function paintRegionNames(
  context: CanvasRenderingContext2D,
  regions: readonly Region[],
  nameOf: (index: number) => string,
  taken: readonly Box[],
  bounds: Box,
  palette: Palette,
  scale: number,
  spotOf: Map<number, number>,
): RegionName[] {
  const edge = (GROUND / 2) * scale + 2;
  context.font = `500 12px ${palette.hei}`;
  context.textAlign = "left";
  context.lineJoin = "round";
  const boxes = new Grid<Box>(bounds, 32);
  for (const box of taken) boxes.add(box);
  const placed: RegionName[] = [];
  for (const region of regions) {
    const text = nameOf(region.index);
    const width = context.measureText(text).width + 14;
    const list = spots(region, width, 18, edge);
    const fits = (spot: Box): boolean => inside(spot, bounds) && !boxes.some(spot, () => true);
    // Where it stood before, if it can: a region's name does not wander when other names come and go.
    const last = list[spotOf.get(region.index) ?? -1];
    const box = last && fits(last) ? last : list.find(fits);
    if (!box) continue;
    spotOf.set(region.index, list.indexOf(box));
    boxes.add(box);
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

// Above the highest marks and below the lowest, then beside the outermost: where the ground ends, so that it is plain
// which ground is meant.
function spots(region: Region, width: number, height: number, edge: number): Box[] {
  const nodes = largestPart(region);
  const byY = [...nodes].sort((a, b) => a.y - b.y || a.id - b.id);
  const byX = [...nodes].sort((a, b) => a.x - b.x || a.id - b.id);
  const at = (x: number, y: number): Box => ({ left: x, top: y, right: x + width, bottom: y + height });
  const above = byY.slice(0, 3).map((mark) => at(mark.x - width / 2, mark.y - edge - height - 1));
  const below = byY
    .slice(-3)
    .reverse()
    .map((mark) => at(mark.x - width / 2, mark.y + edge + 1));
  const beside = byX.slice(0, 2).map((mark) => at(mark.x - edge - width, mark.y - height / 2));
  const other = byX.slice(-2).map((mark) => at(mark.x + edge, mark.y - height / 2));
  const lower = byY.slice(-3).map((mark) => at(mark.x - width / 2, mark.y + edge + 14));
  // In a full map: under or over any of its marks, the outermost first.
  const any = byY
    .slice(0, SPOTS)
    .flatMap((mark) => [at(mark.x - width / 2, mark.y - 30), at(mark.x - width / 2, mark.y + 12)]);
  return [...above, ...below, ...other, ...beside, ...lower, ...any];
}

/** The marks of the largest piece of a region: a region in pieces is named at its largest. */
function largestPart({ nodes, links }: Region): readonly DrawnMark[] {
  const part = new Map(nodes.map((mark) => [mark.id, [mark]]));
  for (const [a, b] of links) {
    const [left, right] = [part.get(a.id)!, part.get(b.id)!];
    if (left === right) continue;
    const [more, less] = left.length >= right.length ? [left, right] : [right, left];
    for (const mark of less) {
      more.push(mark);
      part.set(mark.id, more);
    }
  }
  let largest: readonly DrawnMark[] = [];
  for (const list of part.values()) if (list.length > largest.length) largest = list;
  return largest;
}
