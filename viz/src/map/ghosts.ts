// Hollow marks and dotted ties of what a window leaves out, under all that is drawn; a dot on what is new in it.
import type { Ghosts, When } from "../ghosts.ts";
import type { Model } from "../model.ts";
import { css, mix, type Palette } from "../theme.ts";
import { outline } from "./flat.ts";
import { SHAPE } from "./glyph-program.ts";
import type { DrawnMark } from "./names.ts";
import type { Stage } from "./stage.ts";

/** So many of them are named, where there is room. */
export const NAMED_GHOSTS = 40;
/** From so many dotted lines on, each is fainter the more there are; more than these are not even dotted. */
const CROWD = 150;
const MANY_TIES = 1500;
/** Share of its type's colour in a ghost's outline. */
const FAINT = 0.6;
/** Of a ghost that is yet to come, and of ties. */
export const DASH = { after: [2.2, 2.6], tie: [1.2, 4.6] } as const;
export const GHOST_LINE = 1.3;
const FRESH = 2.6;

export interface GhostMark extends DrawnMark {
  readonly ghost: true;
  readonly when: When;
}

/** Their marks on the stage, the most important first. */
export function ghostMarks(ghosts: Ghosts, stage: Stage, margin: number): GhostMark[] {
  const { width, height } = stage.sigma.getDimensions();
  const unit = stage.sigma.scaleSize(1);
  return ghosts.names.map(({ node: id, when, size }) => {
    const { x, y } = stage.at(id);
    const visible = x > -margin && y > -margin && x < width + margin && y < height + margin;
    return { id, x, y, radius: size * unit * 0.92, visible, ghost: true, when };
  });
}

/** The outline's colour; fainter beside something that is meant. */
export const ghostColor = (model: Model, palette: Palette, node: number, focused: boolean): string =>
  css(mix(palette.type[model.nodes[node]!.type], palette.paper, focused ? FAINT / 3 : FAINT));

export const ghostTieOpacity = (ties: number, focused: boolean): number =>
  0.4 * Math.min(1, Math.sqrt(CROWD / Math.max(1, ties))) * (focused ? 0.35 : 1);

export function paintGhosts(
  context: CanvasRenderingContext2D,
  model: Model,
  ghosts: Ghosts,
  marks: readonly GhostMark[],
  markOf: ReadonlyMap<number, DrawnMark>,
  palette: Palette,
  focused: boolean,
): void {
  context.save();
  context.lineCap = "round";
  context.globalAlpha = ghostTieOpacity(ghosts.ties.length, focused);
  context.strokeStyle = css(palette.ink2);
  context.lineWidth = 1.2;
  if (ghosts.ties.length <= MANY_TIES) context.setLineDash([...DASH.tie]);
  context.beginPath();
  for (const [a, b] of ghostEnds(model, ghosts, marks, markOf)) {
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
  }
  context.stroke();
  context.globalAlpha = 1;
  context.lineWidth = GHOST_LINE;
  context.fillStyle = css(palette.paper);
  for (const { id, x, y, radius, visible, when } of marks) {
    if (!visible) continue;
    context.setLineDash(when === "after" ? [...DASH.after] : []);
    context.beginPath();
    outline(context, SHAPE[model.nodes[id]!.type], x, y, radius);
    context.fill();
    context.strokeStyle = ghostColor(model, palette, id, focused);
    context.stroke();
  }
  context.restore();
}

/** Where the ties of ghosts begin and end; those that lie nowhere on the stage are left out. */
export function ghostEnds(
  model: Model,
  ghosts: Ghosts,
  marks: readonly GhostMark[],
  markOf: ReadonlyMap<number, DrawnMark>,
): (readonly [DrawnMark, DrawnMark])[] {
  const own = new Map(marks.map((mark) => [mark.id, mark]));
  return ghosts.ties.flatMap(({ edge }) => {
    const { source, target } = model.edges[edge]!;
    const [a, b] = [source, target].map((node) => own.get(node) ?? markOf.get(node));
    return a && b && (a.visible || b.visible) ? [[a, b] as const] : [];
  });
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A dot at the upper right of every mark that is new. */
export const freshDots = (ghosts: Ghosts, marks: readonly DrawnMark[]): Dot[] =>
  marks
    .filter(({ id, visible }) => visible && ghosts.fresh.has(id))
    .map(({ x, y, radius }) => ({ x: x + 0.85 * radius, y: y - 0.85 * radius, radius: FRESH }));

export function paintDots(context: CanvasRenderingContext2D, dots: readonly Dot[], palette: Palette): void {
  context.beginPath();
  for (const { x, y, radius } of dots) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.lineWidth = 2;
  context.strokeStyle = css(palette.paper);
  context.stroke();
  context.fillStyle = css(palette.accent);
  context.fill();
}
