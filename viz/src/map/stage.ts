// Sigma with the page's programs, and the canvases under and over it.
import Sigma from "sigma";
import type { Point } from "../geometry.ts";
import { edgeLook, nodeLook } from "../looks.ts";
import type { Model } from "../model.ts";
import { FLAT_PROGRAMS, FlatSigma } from "./flat.ts";
import { GlyphProgram } from "./glyph-program.ts";
import { buildGraph, type DrawnEdge, type DrawnNode, frameOf, sizesOf } from "./graph.ts";
import type { MapLook } from "./types.ts";

export type Stage = ReturnType<typeof createStage>;

export const NEAREST = 0.02;
export const FARTHEST = 6;
/** Width of the thinnest tie in pixels. */
export const LEAST_TIE = 1.2;

/** `look` is asked again at every refresh; `scale` says how large marks and ties are at a camera ratio. */
export function createStage(container: HTMLElement, look: () => MapLook, scale: (ratio: number) => number) {
  let { model } = look();
  let frame = frameOf(model);
  let sizes = sizesOf(model);
  let shown = look().view.picture;
  const flat = !hasWebGL();
  const Renderer = flat ? FlatSigma : Sigma<DrawnNode, DrawnEdge>;
  const sigma = new Renderer(buildGraph(model, shown, sizes), container, {
    renderLabels: false,
    allowInvalidContainer: true,
    zIndex: true,
    minEdgeThickness: LEAST_TIE,
    antiAliasingFeather: 1,
    stagePadding: 0,
    defaultNodeType: "glyph",
    ...(flat ? FLAT_PROGRAMS : { nodeProgramClasses: { glyph: GlyphProgram } }),
    defaultDrawNodeHover: () => {},
    minCameraRatio: NEAREST,
    maxCameraRatio: FARTHEST,
    zoomingRatio: 1.5,
    doubleClickZoomingRatio: 1,
    // Marks grow and shrink less than the map does, and have their own size at the arrival's zoom.
    zoomToSizeRatioFunction: (ratio) => 1 / scale(ratio),
    nodeReducer: (node, data) => ({ ...data, ...nodeLook(look().model, look().view, look().palette, Number(node)) }),
    edgeReducer: (edge) => edgeLook(look().model, look().view, look().palette, Number(edge)),
  });
  // Of the whole project, or places would move when other names are drawn.
  sigma.setCustomBBox(frame.box);
  const { grounds, names } = addCanvases(sigma, container);
  sigma.resize(true);
  sigma.refresh();
  return {
    sigma,
    get frame() {
      return frame;
    },
    get sizes() {
      return sizes;
    },
    grounds,
    names,
    /** A node's place in the stage's pixels. */
    at: (node: number): Point => sigma.framedGraphToViewport(frame.place(node)),
    /** Draws what the look says now. */
    refresh(): void {
      const { picture } = look().view;
      if (look().model !== model) {
        const moved = look().model.nodes !== model.nodes && !samePlaces(model, look().model);
        model = look().model;
        sizes = sizesOf(model);
        if (moved) frame = frameOf(model, frame);
      }
      if (picture === shown) sigma.refresh({ skipIndexation: true });
      else {
        shown = picture;
        sigma.setGraph(buildGraph(model, picture, sizes));
      }
    },
  };
}

const samePlaces = (a: Model, b: Model): boolean =>
  a.nodes.length === b.nodes.length && a.nodes.every(({ x, y }, i) => x === b.nodes[i]!.x && y === b.nodes[i]!.y);

function addCanvases(sigma: Sigma<DrawnNode, DrawnEdge>, container: HTMLElement) {
  sigma.createCanvasContext("grounds", { style: { pointerEvents: "none" } });
  sigma.createCanvasContext("names", { style: { pointerEvents: "none" } });
  const canvases = sigma.getCanvases();
  // Sigma adds a layer at the top; the grounds belong at the bottom, and the mouse needs no layer above its own.
  container.prepend(canvases.grounds!);
  container.insertBefore(canvases.names!, canvases.mouse!);
  return { grounds: canvases.grounds!.getContext("2d")!, names: canvases.names!.getContext("2d")! };
}

/** Whether this browser can draw with WebGL at all; asked before Sigma, which would fail with a null. */
export function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
