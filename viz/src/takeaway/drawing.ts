// A capture of the stage → a picture as a list of shapes, with title, legend, period, source and scale around it. Pure; SVG
// and canvas draw the same list, so that both pictures are one.
import type { EntityType } from "../data.ts";
import { radius } from "../looks.ts";
import type { Capture, CapturedMark } from "../map/capture.ts";
import { anchorOf, FOOT, HALO, LINE, ringOf } from "../map/names.ts";
import { PARTING } from "../map/regions.ts";
import { css, type Palette } from "../theme.ts";

export interface PathShape {
  readonly kind: "path";
  /** As SVG writes paths. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly opacity?: number;
  readonly dash?: readonly number[];
}

export interface TextShape {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Of the line's foot. */
  readonly y: number;
  readonly pixels: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly align: "left" | "center" | "right";
  readonly fill: string;
  /** Colour of the edge round the letters; none where there is no need. */
  readonly halo?: string;
}

/** `frame` shapes are the surround, `map` shapes are cut at the map's edge. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  /** Where the map begins, below the title; its size. */
  readonly map: { readonly top: number; readonly width: number; readonly height: number };
  readonly fonts: { readonly song: string; readonly hei: string };
  readonly inside: readonly Shape[];
  readonly around: readonly Shape[];
}

export type Shape = PathShape | TextShape;

/** What the surround says. */
export interface Surround {
  readonly title: string;
  /** Each is broken into lines as it needs: the period, the ledger's sentence, the source. */
  readonly notes: readonly string[];
  readonly legend: readonly { readonly type: EntityType; readonly name: string }[];
  /** Samples of the scale: stories and how that is said. */
  readonly scale: readonly { readonly stories: number; readonly name: string }[];
  /** What the scale is of: "mark's area and tie's width by stories". */
  readonly scaleNote: string;
  /** Most stories of a name: what radii are measured against. */
  readonly most: number;
}

export type Measure = (text: string, pixels: number, weight: number, serif: boolean) => number;

const SIDE = 24;
const NOTE = { pixels: 12, weight: 400, serif: false } as const;

const r = (value: number): string => String(Math.round(value * 100) / 100);
const at = (x: number, y: number): string => `${r(x)} ${r(y)}`;

export function makeDrawing(capture: Capture, surround: Surround, measure: Measure): Drawing {
  const { free, palette } = capture;
  const width = Math.max(free.width, 480);
  const top = 56;
  const footer = makeFooter(capture, surround, measure, width, top + free.height);
  return {
    width,
    height: footer.bottom,
    paper: css(palette.paper),
    map: { top, width, height: free.height },
    fonts: { song: palette.song, hei: palette.hei },
    inside: makeMap(capture),
    around: [...makeTitle(surround.title, palette, width, measure), ...footer.shapes],
  };
}

function makeMap(capture: Capture): Shape[] {
  const { palette, grounds, ties, marks, labels, regions, rings, badges, gone, ghosts } = capture;
  const paper = css(palette.paper);
  return [
    ...grounds.flatMap(({ strokes, width, color }): Shape[] => {
      const d = strokes.map(([x, y, toX, toY]) => `M${at(x, y)}L${at(toX, toY)}`).join("");
      return [
        { kind: "path", d, stroke: paper, width: width + PARTING },
        { kind: "path", d, stroke: color, width },
      ];
    }),
    ...(ghosts ? ghostShapes(ghosts, palette) : []),
    ...gone.map(({ x, y, toX, toY }): Shape => {
      const d = `M${at(x, y)}L${at(toX, toY)}`;
      return { kind: "path", d, stroke: css(palette.ink2), width: 1.6, dash: [1.5, 5] };
    }),
    ...ties.map(({ x, y, toX, toY, width, color, opacity }): Shape => {
      const d = `M${at(x, y)}L${at(toX, toY)}`;
      return { kind: "path", d, stroke: color, width, opacity };
    }),
    ...marks.flatMap((mark) => markShapes(mark, paper)),
    ...regions.flatMap(({ left, top, text }): Shape[] => [
      { kind: "path", d: box(left + 1, top + 4, 2, 11), fill: css(palette.ink3) },
      {
        kind: "text",
        ...NOTE,
        weight: 500,
        text,
        x: left + 9,
        y: top + 14,
        align: "left",
        fill: css(palette.ink3),
        halo: paper,
      },
    ]),
    ...labels.flatMap((label) =>
      label.lines.map((text, i): Shape => {
        const { pixels, weight, serif, align, faint } = label;
        const y = label.top + 1 + pixels * (FOOT + i * LINE);
        const fill = css(faint ? palette.ink3 : palette.ink);
        return { kind: "text", text, x: anchorOf(label), y, pixels, weight, serif, align, fill, halo: paper };
      }),
    ),
    ...rings.map(({ x, y, radius: size }): Shape => {
      return { kind: "path", d: circle(x, y, ringOf(size)), stroke: css(palette.accent), width: 2.5 };
    }),
    ...(ghosts?.dots ?? []).map(({ x, y, radius: size }): Shape => {
      return { kind: "path", d: circle(x, y, size), fill: css(palette.accent), stroke: paper, width: 1 };
    }),
    ...badges.flatMap(({ left, top, right, bottom, text }): Shape[] => {
      const middle = (top + bottom) / 2;
      const round = (bottom - top) / 2;
      const d = `M${at(left + round, middle)}L${at(right - round + 0.01, middle)}`;
      return [
        { kind: "path", d, stroke: css(palette.accent), width: bottom - top },
        {
          kind: "text",
          text,
          x: (left + right) / 2,
          y: middle + 4.5,
          pixels: 13,
          weight: 600,
          serif: false,
          align: "center",
          fill: css(palette.onAccent),
        },
      ];
    }),
  ];
}

/** Dotted ties, then hollow marks: paper within, so that no line shows through. */
function ghostShapes({ marks, ties, dash, opacity }: NonNullable<Capture["ghosts"]>, palette: Palette): Shape[] {
  const paper = css(palette.paper);
  return [
    ...ties.map(({ x, y, toX, toY }): Shape => {
      return { kind: "path", d: `M${at(x, y)}L${at(toX, toY)}`, stroke: css(palette.ink2), width: 1.2, dash, opacity };
    }),
    ...marks.map(({ type, x, y, radius: size, color, width, dash: own }): Shape => {
      const d = OUTLINE[type](x, y, size);
      return { kind: "path", d, fill: paper, stroke: color, width, ...(own.length > 0 && { dash: own }) };
    }),
  ];
}

export { HALO };

const box = (x: number, y: number, width: number, height: number): string =>
  `M${at(x, y)}h${r(width)}v${r(height)}h${r(-width)}Z`;

const circle = (x: number, y: number, size: number): string =>
  `M${at(x - size, y)}a${r(size)} ${r(size)} 0 1 0 ${r(2 * size)} 0a${r(size)} ${r(size)} 0 1 0 ${r(-2 * size)} 0Z`;

// The outlines of map/glyph-program.ts: equal areas, so that size means the same in each.
const OUTLINE: Record<EntityType, (x: number, y: number, size: number) => string> = {
  person: circle,
  agency: (x, y, size) => box(x - 0.886 * size, y - 0.886 * size, 1.772 * size, 1.772 * size),
  program: (x, y, size) =>
    `M${at(x, y - 1.253 * size)}L${at(x + 1.253 * size, y)}L${at(x, y + 1.253 * size)}L${at(x - 1.253 * size, y)}Z`,
  place: (x, y, size) =>
    `M${at(x, y - 1.45 * size)}L${at(x + 1.3 * size, y + 0.8 * size)}L${at(x - 1.3 * size, y + 0.8 * size)}Z`,
  city_cluster: (x, y, size) => circle(x, y, 1.23 * size),
};

function markShapes({ type, x, y, radius: size, color }: Omit<CapturedMark, "id">, paper: string): Shape[] {
  const outline: Shape = { kind: "path", d: OUTLINE[type](x, y, size), fill: color, stroke: paper, width: 2.4 };
  // The edge is painted under the mark, so that half of it shows.
  const whole: Shape[] = [outline, { kind: "path", d: outline.d, fill: color }];
  if (type !== "city_cluster") return whole;
  return [
    ...whole,
    { kind: "path", d: circle(x, y, 0.81 * size), fill: paper },
    { kind: "path", d: circle(x, y, 0.44 * size), fill: color },
  ];
}

function makeTitle(title: string, palette: Palette, width: number, measure: Measure): Shape[] {
  const style = { pixels: 18, weight: 700, serif: true } as const;
  const text = shorten(title, width - 2 * SIDE, (part) => measure(part, 18, 700, true));
  return [
    { kind: "text", ...style, text, x: SIDE, y: 36, align: "left", fill: css(palette.ink) },
    { kind: "path", d: `M${at(0, 54)}h${r(width)}`, stroke: css(palette.ink), width: 2 },
  ];
}

/** The longest head of a text that fits, with an ellipsis where it is cut. Never half a character. */
function shorten(text: string, most: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= most) return text;
  let kept = "";
  for (const char of text) {
    if (widthOf(`${kept}${char}…`) > most) break;
    kept += char;
  }
  return `${kept}…`;
}

function makeFooter(
  { palette, unit }: Capture,
  { legend, scale, scaleNote, notes, most }: Surround,
  measure: Measure,
  width: number,
  top: number,
): { shapes: Shape[]; bottom: number } {
  const ink = css(palette.ink);
  const shapes: Shape[] = [{ kind: "path", d: `M${at(0, top + 1)}h${r(width)}`, stroke: css(palette.rule), width: 1 }];
  const widthOf = (text: string): number => measure(text, NOTE.pixels, NOTE.weight, false);
  let [x, y] = [SIDE, top + 26];
  /** Makes room for so many pixels: on the next line where this one is full. */
  const room = (wanted: number): void => {
    if (x + wanted <= width - SIDE || x === SIDE) return;
    [x, y] = [SIDE, y + 26];
  };
  const say = (text: string, fill: string): void => {
    shapes.push({ kind: "text", ...NOTE, text, x, y: y + 4, align: "left", fill });
    x += widthOf(text);
  };
  for (const { type, name } of legend) {
    room(24 + widthOf(name));
    shapes.push(...markShapes({ type, x: x + 6, y, radius: 5.2, color: css(palette.type[type]) }, css(palette.paper)));
    x += 18;
    say(name, ink);
    x += 20;
  }
  const sizes = scale.map(({ stories }) => radius(stories, most) * unit);
  room(widthOf(scaleNote) + scale.reduce((sum, { name }, i) => sum + widthOf(name) + 2 * sizes[i]! + 20, 0));
  say(scaleNote, css(palette.ink2));
  scale.forEach(({ name }, i) => {
    const size = sizes[i]!;
    x += 12 + size;
    shapes.push({ kind: "path", d: circle(x, y, size), fill: css(palette.ink3) });
    x += size + 6;
    say(name, ink);
  });
  y += 22;
  for (const note of notes)
    for (const text of wrap(note, width - 2 * SIDE, widthOf)) {
      shapes.push({ kind: "text", ...NOTE, text, x: SIDE, y: y + 4, align: "left", fill: css(palette.ink2) });
      y += 19;
    }
  return { shapes, bottom: Math.ceil(y + 6) };
}

const NEVER_FIRST = /[”’）)》】、，。；：？！·…]/;

/** Lines no wider than `most`: cut before a Han character or after a blank, never before a closing mark. */
export function wrap(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[⺀-鿿豈-﫿＀-￯]|[^⺀-鿿豈-﫿＀-￯\s]+\s*|\s+/gu) ?? []) {
    if (line !== "" && !NEVER_FIRST.test(part[0]!) && widthOf(line + part.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}
