// The stage as numbers and words: what of it is drawn where, how, and in which order. WebGL's own pixels are gone after
// the frame; of this, a picture of any size can be drawn again, and its text stays text.
import type { CameraPlace, Free } from "../camera.ts";
import type { EntityType } from "../data.ts";
import type { Box } from "../labels.ts";
import { edgeLook, nodeLook } from "../looks.ts";
import { css, mix, type Palette } from "../theme.ts";
import { DASH, type Dot, freshDots, GHOST_LINE, ghostColor, ghostEnds, ghostTieOpacity } from "./ghosts.ts";
import type { SetLabel } from "./names.ts";
import type { Scene } from "./painter.ts";
import { GROUND, regionsOf, type Stroke, strokesOf } from "./regions.ts";
import { LEAST_TIE, type Stage } from "./stage.ts";
import type { MapLook } from "./types.ts";

/** All places and sizes in CSS pixels of the stage; colours as CSS names them. Lists are in the order of drawing. */
export interface Capture {
  /** What of the stage no panel covers. */
  readonly free: Free;
  readonly camera: CameraPlace;
  readonly palette: Palette;
  readonly grounds: readonly { readonly strokes: readonly Stroke[]; readonly width: number; readonly color: string }[];
  readonly ties: readonly (Ends & { readonly width: number; readonly color: string; readonly opacity: number })[];
  readonly marks: readonly CapturedMark[];
  readonly labels: readonly SetLabel[];
  readonly regions: readonly (Box & { readonly text: string })[];
  readonly rings: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  /** Words and numbers on ties. */
  readonly badges: readonly (Box & { readonly text: string })[];
  /** Ties that are no more, in a comparison: dotted. */
  readonly gone: readonly Ends[];
  /** What a window leaves out: hollow marks, dotted ties. And dots on what is new in it. */
  readonly ghosts: {
    readonly marks: readonly (CapturedMark & { readonly width: number; readonly dash: readonly number[] })[];
    readonly ties: readonly Ends[];
    readonly dash: readonly number[];
    readonly opacity: number;
    readonly dots: readonly Dot[];
  } | null;
  /** Pixels of a mark's radius for each unit of size (looks.ts, radius). */
  readonly unit: number;
}

/** So much of a tie's width Sigma spends on a soft edge. */
const FEATHER = 0.6;

interface Ends {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

export interface CapturedMark {
  readonly id: number;
  readonly type: EntityType;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: string;
}

export function captureStage(stage: Stage, scene: Scene, look: MapLook, free: Free): Capture {
  const { view, palette, model } = look;
  const { x, y, ratio } = stage.sigma.getCamera().getState();
  const width = GROUND * scene.scale;
  const byLayer = <T extends { zIndex: number }>(a: T, b: T): number => a.zIndex - b.zIndex;
  return {
    free,
    camera: { x, y, ratio },
    palette,
    grounds: regionsOf(model, view, scene.markOf).map((region) => {
      const meant = !view.focus || region.nodes.some((mark) => view.focus?.near.has(mark.id));
      const color = css(meant ? palette.wash : mix(palette.wash, palette.paper, 0.5));
      return { strokes: strokesOf(region, width / 5), width, color };
    }),
    ties: view.picture.edges
      .flatMap((edge) => {
        const { source, target } = model.edges[edge]!;
        const [a, b] = [scene.markOf.get(source), scene.markOf.get(target)];
        if (!a || !b || !(a.visible || b.visible)) return [];
        const { color, size, zIndex } = edgeLook(model, view, palette, edge);
        const thick = Math.max(LEAST_TIE, stage.sigma.scaleSize(size)) - FEATHER;
        return [{ x: a.x, y: a.y, toX: b.x, toY: b.y, width: thick, zIndex, ...plain(color) }];
      })
      .sort(byLayer),
    marks: scene.marks
      .flatMap(({ id, x: markX, y: markY, radius, visible }) => {
        if (!visible) return [];
        const { color, zIndex } = nodeLook(model, view, palette, id);
        return [{ id, type: model.nodes[id]!.type, x: markX, y: markY, radius, color, zIndex }];
      })
      .sort(byLayer),
    labels: scene.labels,
    regions: scene.regions.map((box) => ({ ...box, text: look.regionName(box.index) })),
    rings: scene.marks.filter((mark) => view.focus?.hubs.has(mark.id)),
    badges: [
      ...(scene.badge && look.badge ? [{ ...scene.badge, text: look.badge.text }] : []),
      ...scene.numbers.map((box, i) => ({ ...box, text: String(i + 1) })),
    ],
    gone: goneEnds(scene, look),
    ghosts: ghostShapes(scene, look),
    unit: stage.sigma.scaleSize(1),
  };
}

function ghostShapes(scene: Scene, { ghosts, model, palette, view }: MapLook): Capture["ghosts"] {
  if (!ghosts) return null;
  const focused = view.focus !== null;
  return {
    marks: scene.ghosts.flatMap(({ id, x, y, radius, visible, when }) => {
      if (!visible) return [];
      const color = ghostColor(model, palette, id, focused);
      const dash = when === "after" ? DASH.after : [];
      return [{ id, type: model.nodes[id]!.type, x, y, radius, color, width: GHOST_LINE, dash }];
    }),
    ties: ghostEnds(model, ghosts, scene.ghosts, scene.markOf).map(([a, b]) => ({
      x: a.x,
      y: a.y,
      toX: b.x,
      toY: b.y,
    })),
    dash: DASH.tie,
    opacity: ghostTieOpacity(ghosts.ties.length, focused),
    dots: focused ? [] : freshDots(ghosts, scene.marks),
  };
}

function goneEnds(scene: Scene, { view, model }: MapLook): Ends[] {
  return [...(view.focus?.changes ?? [])].flatMap(([tie, change]) => {
    const { source, target } = model.edges[tie]!;
    const [a, b] = [scene.markOf.get(source), scene.markOf.get(target)];
    return change === "gone" && a && b ? [{ x: a.x, y: a.y, toX: b.x, toY: b.y }] : [];
  });
}

/** Sigma's colours are multiplied by their opacity: back to what a canvas and SVG understand. */
function plain(color: string): { color: string; opacity: number } {
  const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  const whole = (part: number): number => Math.min(255, Math.round(part / (a || 1)));
  return { color: css([whole(r), whole(g), whole(b)]), opacity: a };
}
