// Houses: how a paper sets its text and how its scanner gives it back. Drawn anew for every page (a paper keeps its
// habits of wording over an issue, but its pages may have gone through different hands).
import type { Chance } from "./chance.ts";

export interface Noise {
  /** Shares of characters that are taken for a similar one, lost, doubled; of marks that are lost or changed. */
  readonly confuse: number;
  readonly lose: number;
  readonly double: number;
  readonly marks: number;
}

export interface House {
  /** The style's name, for figures by style. */
  readonly style: Style;
  /** Characters a line; null: one line a paragraph. */
  readonly width: number | null;
  /** What the scanner puts where a line broke. */
  readonly lineBreak: "\n" | " ";
  /** Before a paragraph's first line. */
  readonly indent: string;
  readonly paragraphGap: string;
  readonly blockGap: string;
  /** Shares of gaps between paragraphs and between blocks that shrink to one line end; of block gaps that vanish. */
  readonly loseGap: number;
  readonly loseBlockGap: number;
  readonly glue: number;
  /** Markdown's number signs by role, or none. */
  readonly marks: Readonly<Record<"headline" | "kicker" | "sub" | "heading" | "label", string>> | null;
  /** Share of headlines that get their signs. */
  readonly markShare: number;
  readonly halfMarks: boolean;
  readonly quotes: "curly" | "straight" | "corner";
  readonly fullDigits: boolean;
  /** A blank between digits and Chinese characters. */
  readonly looseDigits: boolean;
  /** Names of two characters set wide in bylines. */
  readonly wideNames: boolean;
  /** Shares of headlines and of lines set wide ("城 市"). */
  readonly wideHeads: number;
  readonly wideLines: number;
  /** Share of headlines over several lines. */
  readonly wrapHeads: number;
  readonly newline: "\n" | "\r\n";
  /** Before a block's first character. */
  readonly lead: string;
  readonly noise: Noise;
}

export const STYLES = ["plain", "wrapped", "spaced", "markdown", "markdown-spaced", "dense"] as const;
export type Style = (typeof STYLES)[number];

const NO_MARKS = null;

export function drawHouse(chance: Chance): House {
  const style = chance.weighted<Style>([
    ["plain", 30],
    ["wrapped", 30],
    ["spaced", 8],
    ["markdown", 10],
    ["markdown-spaced", 10],
    ["dense", 12],
  ]);
  const wraps = style !== "plain" && style !== "markdown" && (style !== "dense" || chance.is(0.5));
  const gaps = gapsOf(chance, style, wraps);
  const dirty = chance.weighted([
    [0, 5],
    [0.3, 4],
    [1, 3],
    [2, 1],
  ]);
  return {
    style,
    width: wraps ? chance.int(12, 26) : null,
    lineBreak: style === "wrapped" || style === "dense" ? "\n" : " ",
    indent:
      style === "wrapped" || chance.is(0.2)
        ? chance.weighted([
            ["", 3],
            ["　　", 3],
            ["  ", 1],
            ["    ", 0.5],
          ])
        : "",
    ...gaps,
    loseGap: chance.weighted([
      [0, 4],
      [0.05, 3],
      [0.3, 1],
    ]),
    loseBlockGap: chance.weighted([
      [0, 4],
      [0.05, 3],
      [0.3, 1],
    ]),
    glue: chance.weighted([
      [0, 6],
      [0.015, 2],
    ]),
    marks: style.startsWith("markdown") ? signs(chance) : NO_MARKS,
    markShare: chance.weighted([
      [1, 3],
      [0.85, 2],
      [0.6, 1],
    ]),
    halfMarks: chance.is(0.4),
    quotes: chance.weighted([
      ["curly", 8],
      ["straight", 3],
      ["corner", 0.7],
    ]),
    fullDigits: chance.is(0.07),
    looseDigits: chance.is(0.15),
    wideNames: chance.is(0.4),
    wideHeads: chance.weighted([
      [0, 4],
      [0.2, 2],
      [0.6, 0.6],
    ]),
    wideLines: chance.weighted([
      [0, 4],
      [0.01, 2],
    ]),
    wrapHeads: wraps ? chance.pick([0.5, 0.7, 0.9]) : chance.pick([0, 0.2, 0.5]),
    newline: chance.is(0.12) ? "\r\n" : "\n",
    lead: chance.is(0.12) ? " " : "",
    noise: {
      confuse: 0.004 * dirty * chance.next(),
      lose: 0.0015 * dirty * chance.next(),
      double: 0.0008 * dirty * chance.next(),
      marks: 0.012 * dirty * chance.next(),
    },
  };
}

function gapsOf(chance: Chance, style: Style, wraps: boolean): Pick<House, "paragraphGap" | "blockGap"> {
  if (style === "dense") return { paragraphGap: "\n", blockGap: "\n" };
  if (style === "wrapped" && wraps) {
    return { paragraphGap: chance.is(0.4) ? "\n\n" : "\n", blockGap: chance.pick(["\n\n", "\n\n", "\n\n\n", "\n \n"]) };
  }
  return { paragraphGap: chance.is(0.85) ? "\n\n" : "\n", blockGap: chance.pick(["\n\n", "\n\n", "\n\n", "\n\n\n\n"]) };
}

function signs(chance: Chance): NonNullable<House["marks"]> {
  const level = chance.pick(["# ", "## ", "### "]);
  const lower = chance.pick(["### ", "#### ", level]);
  return {
    headline: level,
    kicker: chance.pick([lower, level, ""]),
    sub: chance.pick([lower, level, ""]),
    heading: chance.pick([lower, level, "**"]),
    label: chance.pick([lower, ""]),
  };
}
