// The map where WebGL is missing: Sigma with its camera, pointer and order as ever, its marks and ties drawn on plain canvases.
//
// Sigma asks its layers for a WebGL context and hands it to programs, which alone know how to draw. Here the layers answer with
// a stand-in that draws nothing, and the programs draw on the layer's 2D context. What lies under the pointer is worked out
// from places (pick.ts), never from pixels. Slower than WebGL: while the camera moves, ties are left out, the faintest first,
// as many as are needed; where it rests all are drawn.
import Sigma from "sigma";
import type { EdgeProgramType, NodeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { css } from "../theme.ts";
import { glyphPaper, SHAPE } from "./glyph-program.ts";
import type { DrawnEdge, DrawnNode } from "./graph.ts";

/** Width of the thinnest tie in pixels. */
const LEAST = 1.2;
/** Milliseconds of a frame that ties may take while the camera moves. */
const FRAME = 16;
/** The camera rests when nothing was drawn for so many milliseconds. */
const REST = 140;
const LEAST_TIES = 200;

const LAYERS: ReadonlySet<string> = new Set(["edges", "nodes", "hoverNodes"]);
const nothing = (): void => {};
const anything = (): object => ({});

/** What Sigma itself calls of a context, its programs aside. */
const standIn = (canvas: HTMLCanvasElement): object => ({
  canvas,
  drawingBufferHeight: 0,
  blendFunc: nothing,
  createFramebuffer: anything,
  createTexture: anything,
  deleteTexture: nothing,
  bindFramebuffer: nothing,
  bindTexture: nothing,
  texImage2D: nothing,
  framebufferTexture2D: nothing,
  viewport: nothing,
  clear: nothing,
  readPixels: nothing,
  getExtension: () => null,
});

const contexts = new WeakMap<HTMLCanvasElement, CanvasRenderingContext2D>();

export class FlatSigma extends Sigma<DrawnNode, DrawnEdge> {
  override createCanvas(...[id, options]: Parameters<Sigma["createCanvas"]>): HTMLCanvasElement {
    const canvas = super.createCanvas(id, options);
    if (LAYERS.has(id)) {
      contexts.set(canvas, canvas.getContext("2d")!);
      Object.assign(canvas, { getContext: () => standIn(canvas) });
    }
    return canvas;
  }
}

interface Ground {
  readonly context: CanvasRenderingContext2D;
  /** Framed units → pixels of the stage: x' = left + x · wide, y' = top + y · high. */
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly high: number;
  /** Pixels of one unit of size. */
  readonly unit: number;
}

/** A layer wiped and ready, in the stage's pixels. */
function groundOf(canvas: HTMLCanvasElement, sigma: Sigma, { pixelRatio }: RenderParams): Ground {
  const context = contexts.get(canvas)!;
  const { x: left, y: top } = sigma.framedGraphToViewport({ x: 0, y: 0 });
  const { x: right, y: bottom } = sigma.framedGraphToViewport({ x: 1, y: 1 });
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  return { context, left, top, wide: right - left, high: bottom - top, unit: sigma.scaleSize(1) };
}

/** One program draws a layer; those that Sigma registers beside it stay idle, or they would wipe what it drew. */
abstract class FlatProgram<T> {
  protected readonly items: (T | undefined)[] = [];
  private readonly canvas: HTMLCanvasElement;
  protected readonly sigma: Sigma;
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, sigma: Sigma) {
    this.canvas = gl.canvas as HTMLCanvasElement;
    this.sigma = sigma;
  }
  kill(): void {}
  reallocate(capacity: number): void {
    this.items.length = capacity;
  }
  render(params: RenderParams): void {
    this.draw(groundOf(this.canvas, this.sigma, params));
  }
  protected abstract draw(ground: Ground): void;
}

type FlatNode = NodeDisplayData & { readonly shape?: number };

class FlatMarks extends FlatProgram<FlatNode> {
  process(_index: number, offset: number, data: FlatNode): void {
    this.items[offset] = data;
  }

  protected draw({ context, left, top, wide, high, unit }: Ground): void {
    const paper = css(glyphPaper.color);
    context.lineJoin = "round";
    for (const item of this.items) {
      if (!item || item.hidden) continue;
      const [x, y, r] = [left + item.x * wide, top + item.y * high, item.size * unit];
      context.beginPath();
      outline(context, item.shape ?? 0, x, y, r);
      context.lineWidth = 2.4;
      context.strokeStyle = paper;
      context.stroke();
      context.fillStyle = item.color;
      context.fill();
      if (item.shape !== SHAPE.city_cluster) continue;
      disc(context, x, y, 0.81 * r, paper);
      disc(context, x, y, 0.44 * r, item.color);
    }
  }
}

/** The outlines of glyph-program.ts: equal areas, so that size means the same in each. */
export function outline(context: CanvasRenderingContext2D, shape: number, x: number, y: number, r: number): void {
  if (shape === SHAPE.agency) context.rect(x - 0.886 * r, y - 0.886 * r, 1.772 * r, 1.772 * r);
  else if (shape === SHAPE.program) polygon(context, x, y, [0, -1.253 * r, 1.253 * r, 0, 0, 1.253 * r, -1.253 * r, 0]);
  else if (shape === SHAPE.place) polygon(context, x, y, [0, -1.45 * r, 1.3 * r, 0.8 * r, -1.3 * r, 0.8 * r]);
  else context.arc(x, y, shape === SHAPE.city_cluster ? 1.23 * r : r, 0, 2 * Math.PI);
}

function polygon(context: CanvasRenderingContext2D, x: number, y: number, corners: readonly number[]): void {
  for (let i = 0; i < corners.length; i += 2) context.lineTo(x + corners[i]!, y + corners[i + 1]!);
  context.closePath();
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, r: number, color: string): void {
  context.beginPath();
  context.arc(x, y, r, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

interface FlatTie {
  readonly from: NodeDisplayData;
  readonly to: NodeDisplayData;
  readonly size: number;
  readonly color: string;
}

class FlatTies extends FlatProgram<FlatTie> {
  private last = Number.NEGATIVE_INFINITY;
  private most = Number.POSITIVE_INFINITY;
  private rest = 0;

  override kill(): void {
    clearTimeout(this.rest);
  }

  process(_index: number, offset: number, from: NodeDisplayData, to: NodeDisplayData, tie: EdgeDisplayData): void {
    this.items[offset] = { from, to, size: tie.size, color: tie.color };
  }

  protected draw(ground: Ground): void {
    const begun = performance.now();
    const moving = begun - this.last < REST;
    const { length } = this.items;
    // Sigma hands the ties over in the order of drawing: what is meant comes last.
    const first = moving ? Math.max(0, length - this.most) : 0;
    strokeTies(this.items.slice(first), ground);
    this.last = performance.now();
    // As many as the last frame had time for.
    const speed = (length - first) / Math.max(0.5, this.last - begun);
    this.most = Math.max(LEAST_TIES, Math.round(speed * FRAME));
    clearTimeout(this.rest);
    if (first > 0) this.rest = window.setTimeout(() => this.sigma.scheduleRender(), REST + 20);
  }
}

/** Neighbours in order that look alike are one stroke. */
function strokeTies(ties: readonly (FlatTie | undefined)[], { context, left, top, wide, high, unit }: Ground): void {
  let look = "";
  context.beginPath();
  for (const tie of ties) {
    if (!tie) continue;
    const { from, to, size, color } = tie;
    if (look !== `${color} ${size}`) {
      if (look !== "") context.stroke();
      look = `${color} ${size}`;
      context.beginPath();
      context.strokeStyle = plainColor(color);
      context.lineWidth = Math.max(LEAST, size * unit);
    }
    context.moveTo(left + from.x * wide, top + from.y * high);
    context.lineTo(left + to.x * wide, top + to.y * high);
  }
  if (look !== "") context.stroke();
}

const plainColors = new Map<string, string>();

/** Sigma's colours are multiplied by their opacity; a canvas wants them as they are. */
export function plainColor(color: string): string {
  let plain = plainColors.get(color);
  if (plain === undefined) {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    const whole = (part: number): number => Math.min(255, Math.round(part / (a || 1)));
    plain = `rgba(${whole(r)}, ${whole(g)}, ${whole(b)}, ${a})`;
    plainColors.set(color, plain);
  }
  return plain;
}

/** Sigma registers programs of its own beside these, which would ask for shaders: ours stand in their places. */
class Idle extends FlatProgram<never> {
  process(): void {}
  override render(): void {}
  protected draw(): void {}
}

export const FLAT_PROGRAMS = {
  nodeProgramClasses: { glyph: FlatMarks, circle: Idle } as unknown as Record<
    string,
    NodeProgramType<DrawnNode, DrawnEdge>
  >,
  edgeProgramClasses: { line: FlatTies, arrow: Idle } as unknown as Record<
    string,
    EdgeProgramType<DrawnNode, DrawnEdge>
  >,
};
