// Paints what Sigma does not: grounds under the marks, names and badge over them. Keeps the last picture for picking.
import type { Free } from "../camera.ts";
import type { Box } from "../labels.ts";
import type { Model } from "../model.ts";
import type { Picture } from "../reducers.ts";
import { crowd, type Home } from "./flight.ts";
import { freshDots, type GhostMark, ghostMarks, NAMED_GHOSTS, paintDots, paintGhosts } from "./ghosts.ts";
import { createNames, type DrawnMark, type SetLabel } from "./names.ts";
import { lineBoxes, paintBadge, paintGone, paintNumbers, paintRings } from "./overlay.ts";
import { paintGrounds, paintRegionNames, type RegionName, regionsOf } from "./regions.ts";
import type { Stage } from "./stage.ts";
import type { MapLook } from "./types.ts";

/** How far outside the stage a mark still counts: its name may reach in. */
const MARGIN = 120;

export interface Scene {
  /** Drawn marks, the most important first. */
  readonly marks: readonly DrawnMark[];
  readonly markOf: ReadonlyMap<number, DrawnMark>;
  /** Of what a window leaves out, the most important first. */
  readonly ghosts: readonly GhostMark[];
  readonly labels: readonly SetLabel[];
  readonly regions: readonly RegionName[];
  readonly badge: Box | null;
  /** Of the numbers along a path. */
  readonly numbers: readonly Box[];
  /** How wide the grounds are, against their width at arrival. */
  readonly scale: number;
  /** Milliseconds: all, and the names alone. */
  readonly time: number;
  readonly labelTime: number;
}

const NOTHING: Scene = {
  marks: [],
  markOf: new Map(),
  ghosts: [],
  labels: [],
  regions: [],
  badge: null,
  numbers: [],
  scale: 1,
  time: 0,
  labelTime: 0,
};

export function createPainter(modelNow: () => Model, stage: Stage, home: Home) {
  const { sigma, grounds, names } = stage;
  const nameLayer = createNames(modelNow, names);
  const spotOf = new Map<number, number>();
  let order: readonly number[] = [];
  let ordered: Picture | null = null;
  let scene = NOTHING;
  const clock = { now: () => performance.now() };

  function measure(picture: Picture): DrawnMark[] {
    const model = modelNow();
    if (ordered !== picture) {
      ordered = picture;
      order = [...picture.nodes].sort((a, b) => model.rank[a]! - model.rank[b]!);
    }
    const { width, height } = sigma.getDimensions();
    const unit = sigma.scaleSize(1);
    return order.map((id) => {
      const { x, y } = stage.at(id);
      const visible = x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN;
      return { id, x, y, radius: stage.sizes[id]! * unit, visible };
    });
  }

  function paint(look: MapLook, free: Free): void {
    const begun = clock.now();
    const { view, palette, model } = look;
    const { width, height } = sigma.getDimensions();
    const { ratio } = sigma.getCamera().getState();
    const marks = measure(view.picture);
    const markOf = new Map(marks.map((mark) => [mark.id, mark]));
    const regions = regionsOf(model, view, markOf);
    grounds.clearRect(0, 0, width, height);
    names.clearRect(0, 0, width, height);
    const scale = Math.max(0.5, Math.min(2.4, home.ratio / ratio)) * crowd(home, ratio);
    paintGrounds(grounds, regions, view, palette, scale);
    const bounds = inner(free);
    const ghosts = look.ghosts ? ghostMarks(look.ghosts, stage, MARGIN) : [];
    if (look.ghosts) paintGhosts(grounds, model, look.ghosts, ghosts, markOf, palette, view.focus !== null);
    paintGone(grounds, model, view.focus?.changes ?? null, markOf, palette);
    const badge = look.badge && paintBadge(names, model, look.badge, markOf, palette);
    const numbers = paintNumbers(names, model, view.focus?.route ?? [], markOf, palette);
    const visible = marks.filter((mark) => mark.visible);
    // Regions are named before their members, or in a full map no region would be. While a selection is read, their
    // names would only be in the way.
    const regionNames = view.focus?.hubs.size
      ? []
      : paintRegionNames(names, regions, look.regionName, visible.map(boxOf), bounds, palette, scale, spotOf);
    const beforeNames = clock.now();
    const named = ghosts.length > 0 ? [...visible, ...ghosts.slice(0, NAMED_GHOSTS)] : visible;
    const taken = [...(badge ? [badge] : []), ...numbers, ...regionNames];
    const lines = lineBoxes(model, view.picture.selected?.hot, markOf);
    const labels = nameLayer.draw(view, named, palette, bounds, taken, lines);
    const end = clock.now();
    const hubs = marks.filter((mark) => view.focus?.hubs.has(mark.id));
    paintRings(names, hubs, palette);
    if (look.ghosts && !view.focus) paintDots(names, freshDots(look.ghosts, marks), palette);
    scene = {
      marks,
      markOf,
      ghosts,
      labels,
      regions: regionNames,
      badge,
      numbers,
      scale,
      time: end - begun,
      labelTime: end - beforeNames,
    };
  }

  return { paint, scene: () => scene, forget: nameLayer.forget, clock };
}

const inner = ({ left, top, width, height }: Free): Box => ({
  left: left + 6,
  top: top + 2,
  right: left + width - 6,
  bottom: top + height - 2,
});

const boxOf = ({ x, y, radius }: DrawnMark): Box => ({
  left: x - radius - 2,
  top: y - radius - 2,
  right: x + radius + 2,
  bottom: y + radius + 2,
});
