// Light and dark: the tokens as numbers, for what is drawn on canvas. tokens.css is the only place that sets a value.
import type { EntityType } from "./data.ts";

export type Rgb = readonly [red: number, green: number, blue: number];

export interface Palette {
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly ink2: Rgb;
  readonly ink3: Rgb;
  readonly rule: Rgb;
  readonly accent: Rgb;
  readonly onAccent: Rgb;
  readonly wash: Rgb;
  readonly type: Record<EntityType, Rgb>;
  readonly song: string;
  readonly hei: string;
}

/** One letter a type, as the tokens and the classes name it. */
export const TYPE_LETTER: Record<EntityType, string> = {
  city_cluster: "c",
  agency: "a",
  program: "g",
  person: "p",
  place: "l",
};

export function readPalette(root: Element = document.documentElement): Palette {
  const style = getComputedStyle(root);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const rgb = (name: string): Rgb => parseHex(value(name));
  return {
    paper: rgb("--paper"),
    ink: rgb("--ink"),
    ink2: rgb("--ink2"),
    ink3: rgb("--ink3"),
    rule: rgb("--rule"),
    accent: rgb("--accent"),
    onAccent: rgb("--on-accent"),
    wash: rgb("--region"),
    type: {
      city_cluster: rgb("--c"),
      agency: rgb("--a"),
      program: rgb("--g"),
      person: rgb("--p"),
      place: rgb("--l"),
    },
    song: value("--song"),
    hei: value("--hei"),
  };
}

/** "#1B1A17" or "#abc" → numbers; black for anything else. */
export function parseHex(hex: string): Rgb {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return [0, 0, 0];
  const full = digits.length === 3 ? [...digits].map((d) => d + d).join("") : digits;
  const number = Number.parseInt(full, 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

export const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`;

/** A colour seen through `share` of another, opaque: what `color` at this opacity looks like on `under`. */
export const mix = (color: Rgb, under: Rgb, opacity: number): Rgb => [
  Math.round(color[0] * opacity + under[0] * (1 - opacity)),
  Math.round(color[1] * opacity + under[1] * (1 - opacity)),
  Math.round(color[2] * opacity + under[2] * (1 - opacity)),
];

/**
 * A see-through colour as Sigma's WebGL wants it: it blends with ONE, ONE_MINUS_SRC_ALPHA, that is, colours multiplied
 * by their opacity beforehand. Unmultiplied, a faint white line on black paper would come out as full white.
 */
export function premultiplied(color: Rgb, opacity: number): string {
  const [r, g, b] = color.map((c) => Math.round(c * opacity)) as [number, number, number];
  return `rgba(${r}, ${g}, ${b}, ${opacity.toFixed(3)})`;
}
