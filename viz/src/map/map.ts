// The map: Sigma for marks and ties, own canvases for grounds and names. Knows nothing of panels; tells what was
// pointed at and clicked, and is told how everything looks. `kill` gives back every listener and context.
import Sigma from "sigma";
import { type CameraPlace, extentOf, type Free, frame } from "../camera.ts";
import type { Point } from "../geometry.ts";
import type { Box, PlacedLabel } from "../labels.ts";
import type { Model } from "../model.ts";
import { edgeLook, type Hover, nodeLook, type View } from "../reducers.ts";
import { css, type Palette } from "../theme.ts";
import { GlyphProgram, glyphPaper } from "./glyph-program.ts";
import { buildGraph, type DrawnEdge, type DrawnNode } from "./graph.ts";
import { createNames, type DrawnMark } from "./names.ts";
import { paintBadge, paintRings } from "./overlay.ts";
import { pick } from "./pick.ts";
import { paintGrounds, paintRegionNames, type RegionName, regionsOf } from "./regions.ts";

export interface MapLook {
  readonly view: View;
  readonly palette: Palette;
  /** Text on the hot tie ("2 稿"), or null. */
  readonly badge: { readonly edge: number; readonly text: string } | null;
  readonly regionName: (index: number) => string;
  readonly motion: boolean;
}

export interface MapEvents {
  readonly onHover: (hover: Hover) => void;
  readonly onOpen: (
    target:
      | { kind: "node"; node: number }
      | { kind: "tie"; a: number; b: number }
      | { kind: "community"; index: number }
      | null,
  ) => void;
}

export interface WenmaiMap {
  look(next: MapLook): void;
  /** Room for the picture: what panels leave free of the stage. */
  setFree(free: Free): void;
  /** Flies to these nodes; null: back to where the reader was before the first of such flights. */
  focus(nodes: readonly number[] | null, motion: boolean): void;
  /** Shows all. */
  fit(): void;
  /** The picture at arrival, without a flight. */
  arrive(): void;
  zoom(factor: number): void;
  labels(): readonly (PlacedLabel & { readonly name: string })[];
  regions(): readonly RegionName[];
  /** Centre of a node's mark in the page's pixels. */
  position(node: number): Point;
  frameTime(): number;
  kill(): void;
}

const FLY = 600;
/** Narrower stages are phones. A name on a phone wants this many square pixels at arrival. */
const NARROW = 720;
const ROOM = 12_000;

export function createMap(container: HTMLElement, model: Model, first: MapLook, events: MapEvents): WenmaiMap {
  let look = first;
  let free: Free = { left: 0, top: 0, width: container.clientWidth, height: container.clientHeight };
  let home = 1;
  let drawn: DrawnMark[] = [];
  let placed: PlacedLabel[] = [];
  let regionNames: RegionName[] = [];
  let lastTouch = 0;
  let before: CameraPlace | null = null;
  let time = 0;
  glyphPaper.color = look.palette.paper;
  const grow = (ratio: number): number => Math.max(0.7, Math.min(1.45, Math.sqrt(home / ratio)));

  const sigma = new Sigma<DrawnNode, DrawnEdge>(buildGraph(model), container, {
    renderLabels: false,
    allowInvalidContainer: true,
    zIndex: true,
    minEdgeThickness: 1.2,
    antiAliasingFeather: 1,
    stagePadding: 0,
    defaultNodeType: "glyph",
    nodeProgramClasses: { glyph: GlyphProgram },
    defaultDrawNodeHover: () => {},
    minCameraRatio: 0.02,
    maxCameraRatio: 6,
    zoomingRatio: 1.5,
    doubleClickZoomingRatio: 1,
    // Marks grow and shrink less than the map does, and have their own size at the arrival's zoom.
    zoomToSizeRatioFunction: (ratio) => 1 / grow(ratio),
    nodeReducer: (node, data) => ({ ...data, ...nodeLook(model, look.view, look.palette, Number(node)) }),
    edgeReducer: (edge) => edgeLook(model, look.view, look.palette, Number(edge)),
  });

  sigma.createCanvasContext("grounds", { style: { pointerEvents: "none" } });
  sigma.createCanvasContext("names", { style: { pointerEvents: "none" } });
  const canvases = sigma.getCanvases();
  // Sigma adds a layer at the top; the grounds belong at the bottom, and the mouse needs no layer above its own.
  container.prepend(canvases.grounds!);
  container.insertBefore(canvases.names!, canvases.mouse!);
  const grounds = canvases.grounds!.getContext("2d")!;
  const names = canvases.names!.getContext("2d")!;
  const nameLayer = createNames(model, names);
  const spotOf = new Map<number, number>();
  sigma.resize(true);

  const at = (node: number): Point => {
    const data = sigma.getNodeDisplayData(String(node));
    return data ? sigma.framedGraphToViewport(data) : { x: -1e6, y: -1e6 };
  };

  function measure(): void {
    const { width, height } = sigma.getDimensions();
    const margin = 120;
    drawn = [];
    for (const node of model.ranked) {
      if (!look.view.nodeShown[node]) continue;
      const data = sigma.getNodeDisplayData(String(node));
      if (!data) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      const visible = x > -margin && y > -margin && x < width + margin && y < height + margin;
      drawn.push({ id: node, x, y, radius: sigma.scaleSize(data.size), visible });
    }
  }

  function paint(): void {
    const begun = performance.now();
    const { width, height } = sigma.getDimensions();
    measure();
    const markOf = new Map(drawn.map((mark) => [mark.id, mark]));
    const regions = regionsOf(model, look.view, markOf);
    grounds.clearRect(0, 0, width, height);
    names.clearRect(0, 0, width, height);
    const { ratio } = sigma.getCamera().getState();
    const scale = Math.max(0.5, Math.min(2.4, home / ratio));
    paintGrounds(grounds, regions, look.view, look.palette, scale);
    const bounds: Box = {
      left: free.left + 6,
      top: free.top + 2,
      right: free.left + free.width - 6,
      bottom: free.top + free.height - 2,
    };
    const taken: Box[] = [];
    const hubs = drawn.filter((mark) => look.view.focus?.hubs.has(mark.id));
    const badge = look.badge && paintBadge(names, model, look.badge, markOf, look.palette);
    if (badge) taken.push(badge);
    const visible = drawn.filter((mark) => mark.visible);
    const marks = visible.map(({ x, y, radius: r }) => ({
      left: x - r - 2,
      top: y - r - 2,
      right: x + r + 2,
      bottom: y + r + 2,
    }));
    // Regions are named before their members, or in a full map no region would be. While a selection is read, their
    // names would only be in the way.
    regionNames = look.view.focus?.hubs.size
      ? []
      : paintRegionNames(names, regions, look.regionName, marks, bounds, look.palette, scale, spotOf);
    taken.push(...regionNames);
    placed = nameLayer.draw(look.view, visible, look.palette, bounds, taken);
    paintRings(names, hubs, look.palette);
    time = performance.now() - begun;
  }
  sigma.on("afterRender", paint);

  const under = (point: Point): Hover => {
    const touched = performance.now() - lastTouch < 800;
    return pick({ model, view: look.view, marks: drawn, labels: placed, regions: regionNames }, point, touched);
  };

  let waiting = 0;
  let hoverKey = "";
  function point(next: Hover): void {
    const key = JSON.stringify(next);
    if (key === hoverKey) return;
    hoverKey = key;
    clearTimeout(waiting);
    container.style.cursor = next ? "pointer" : "";
    waiting = window.setTimeout(() => events.onHover(next), next ? 60 : 30);
  }
  const onClick = ({ event }: { event: Point }): void => {
    const target = under(event);
    clearTimeout(waiting);
    hoverKey = "null";
    events.onOpen(target && target.kind !== "type" ? target : null);
  };
  sigma.on("moveBody", ({ event }) => {
    if (performance.now() - lastTouch > 800) point(under(event));
  });
  sigma.on("clickStage", onClick);
  sigma.on("clickNode", onClick);
  const onTouch = (): void => {
    lastTouch = performance.now();
  };
  const onLeave = (): void => point(null);
  container.addEventListener("touchstart", onTouch, { passive: true });
  container.addEventListener("touchend", onTouch, { passive: true });
  container.addEventListener("mouseleave", onLeave);

  function placeFor(nodes: readonly number[] | null, nearest: number, within = free): CameraPlace | null {
    const shown = nodes ?? model.ranked.filter((node) => look.view.nodeShown[node]);
    const points = shown.flatMap((node) => sigma.getNodeDisplayData(String(node)) ?? []);
    const extent = extentOf(points);
    if (!extent) return null;
    const { width, height } = sigma.getDimensions();
    const still = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const origin = sigma.framedGraphToViewport({ x: 0, y: 0 }, { cameraState: still });
    const one = sigma.framedGraphToViewport({ x: 1, y: 0 }, { cameraState: still });
    const pad = Math.min(1, within.width / 700);
    const room: Free = {
      left: within.left + 64 * pad,
      top: within.top + 34,
      width: within.width - 128 * pad,
      height: within.height - 80,
    };
    return frame(extent, { width, height, unit: one.x - origin.x }, room, nearest);
  }

  function go(place: CameraPlace, motion: boolean): void {
    const camera = sigma.getCamera();
    const state = { ...place, angle: 0 };
    if (motion) void camera.animate(state, { duration: FLY, easing: "cubicOut" });
    else camera.setState(state);
  }

  /** The camera at arrival on the whole stage: what sizes and nearness are measured against, panel or not. */
  function measureHome(): CameraPlace | null {
    const { width, height } = sigma.getDimensions();
    const whole = placeFor(null, 0.02, { left: 0, top: 0, width, height });
    if (!whole) return null;
    home = whole.ratio;
    if (width >= NARROW) return whole;
    // On a phone all names at once are a heap: so near that each has some room, the most important in the middle.
    const shown = model.ranked.filter((node) => look.view.nodeShown[node]);
    home = Math.min(whole.ratio, Math.sqrt((width * height) / (shown.length * ROOM)) * whole.ratio);
    const centre = sigma.getNodeDisplayData(String(shown[0]));
    return centre ? { x: centre.x, y: centre.y, ratio: home } : whole;
  }

  function arrive(): void {
    before = null;
    const place = measureHome();
    if (place) go(place, false);
  }
  arrive();
  void document.fonts.ready.then(() => {
    nameLayer.forget();
    sigma.scheduleRender();
  });

  return {
    look(next) {
      if (next.palette !== look.palette) {
        glyphPaper.color = next.palette.paper;
        nameLayer.forget();
        container.style.background = css(next.palette.paper);
      }
      look = next;
      sigma.refresh({ skipIndexation: true });
    },
    setFree(next) {
      free = next;
      sigma.resize();
      sigma.scheduleRender();
    },
    focus(nodes, motion) {
      measureHome();
      const { x, y, ratio } = sigma.getCamera().getState();
      if (nodes) {
        // At most 1.9 times nearer than the whole map.
        const place = placeFor(nodes, home / 1.9);
        if (place) go(place, motion && look.motion);
        before ??= { x, y, ratio };
      } else if (before) {
        go(before, look.motion);
        before = null;
      }
    },
    fit() {
      before = null;
      const place = placeFor(null, 0.02);
      if (place) go(place, look.motion);
    },
    arrive,
    zoom(factor) {
      const camera = sigma.getCamera();
      const centre = { x: free.left + free.width / 2, y: free.top + free.height / 2 };
      const ratio = Math.max(0.02, Math.min(6, camera.ratio * factor));
      const state = sigma.getViewportZoomedState(centre, ratio);
      if (look.motion) void camera.animate(state, { duration: 200 });
      else camera.setState(state);
    },
    labels: () => placed.map((label) => ({ ...label, name: model.nodes[label.id]!.name })),
    regions: () => regionNames,
    position(node) {
      const { x, y } = at(node);
      const box = container.getBoundingClientRect();
      return { x: box.left + x, y: box.top + y };
    },
    frameTime: () => time,
    kill() {
      clearTimeout(waiting);
      container.removeEventListener("touchstart", onTouch);
      container.removeEventListener("touchend", onTouch);
      container.removeEventListener("mouseleave", onLeave);
      sigma.kill();
    },
  };
}

/** Whether this browser can draw with WebGL at all; asked before Sigma, which would fail with a null. */
export function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
