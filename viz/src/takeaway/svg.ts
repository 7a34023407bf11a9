// A drawing as SVG: text stays text, names are escaped, nothing is loaded from anywhere. Pure.
import { createEscape } from "../../../src/export/formats/xml.ts";
import { type Drawing, HALO, type Shape } from "./drawing.ts";

const ANCHOR = { left: "start", center: "middle", right: "end" } as const;

const escaped = createEscape(() => {});
const quoted = (name: string, value: string | number): string => ` ${name}="${escaped(String(value))}"`;

export function toSvg(drawing: Drawing, title: string): string {
  const { width, height, map } = drawing;
  const shape = (one: Shape): string => formatShape(one, drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}"${quoted("fill", drawing.paper)}/>`,
    `<svg y="${map.top}" width="${map.width}" height="${map.height}" overflow="hidden">`,
    ...drawing.inside.map(shape),
    "</svg>",
    ...drawing.around.map(shape),
    "</svg>\n",
  ].join("\n");
}

function formatShape(shape: Shape, { fonts }: Drawing): string {
  if (shape.kind === "text") {
    const { text, x, y, pixels, weight, serif, align, fill, halo } = shape;
    const edge = halo
      ? `${quoted("stroke", halo)} stroke-width="${HALO}" stroke-linejoin="round" paint-order="stroke"`
      : "";
    return (
      `<text x="${round(x)}" y="${round(y)}" font-size="${pixels}" font-weight="${weight}"` +
      `${quoted("font-family", serif ? fonts.song : fonts.hei)} text-anchor="${ANCHOR[align]}"${quoted("fill", fill)}${edge}>` +
      `${escaped(text)}</text>`
    );
  }
  const { d, fill, stroke, width, opacity, dash } = shape;
  const line = stroke
    ? `${quoted("stroke", stroke)} stroke-width="${round(width ?? 1)}" stroke-linecap="round" stroke-linejoin="round"`
    : "";
  return (
    `<path d="${d}"${quoted("fill", fill ?? "none")}${line}` +
    `${opacity === undefined ? "" : ` opacity="${round(opacity)}"`}${dash ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
