// A drawing as PNG, drawn anew at any scale: WebGL's pixels are gone after their frame, and would be as coarse as the screen.
import { type Drawing, HALO, type Measure, type Shape } from "./drawing.ts";

/** Most pixels of a picture's side: what every browser's canvas holds. */
const LARGEST = 16_384;

/** How wide text is in this browser's fonts. */
export function createMeasure(fonts: Drawing["fonts"]): Measure {
  const context = document.createElement("canvas").getContext("2d")!;
  return (text, pixels, weight, serif) => {
    context.font = `${weight} ${pixels}px ${serif ? fonts.song : fonts.hei}`;
    return context.measureText(text).width;
  };
}

/** Rejects with an Error where the browser cannot hold a picture of this size. */
export async function toPng(drawing: Drawing, scale: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(drawing.width * scale), Math.round(drawing.height * scale)];
  const context = canvas.getContext("2d");
  if (!context || Math.max(canvas.width, canvas.height) > LARGEST) throw new Error("the picture is too large");
  context.scale(scale, scale);
  context.fillStyle = drawing.paper;
  context.fillRect(0, 0, drawing.width, drawing.height);
  context.lineCap = "round";
  context.lineJoin = "round";
  context.save();
  const { top, width, height } = drawing.map;
  context.translate(0, top);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  for (const shape of drawing.inside) draw(context, shape, drawing);
  context.restore();
  for (const shape of drawing.around) draw(context, shape, drawing);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the browser made no picture");
  return blob;
}

function draw(context: CanvasRenderingContext2D, shape: Shape, { fonts }: Drawing): void {
  if (shape.kind === "text") {
    context.font = `${shape.weight} ${shape.pixels}px ${shape.serif ? fonts.song : fonts.hei}`;
    context.textAlign = shape.align;
    if (shape.halo) {
      context.lineWidth = HALO;
      context.strokeStyle = shape.halo;
      context.strokeText(shape.text, shape.x, shape.y);
    }
    context.fillStyle = shape.fill;
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  const path = new Path2D(shape.d);
  context.globalAlpha = shape.opacity ?? 1;
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (shape.stroke) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width ?? 1;
    context.setLineDash([...(shape.dash ?? [])]);
    context.stroke(path);
  }
  context.globalAlpha = 1;
}
