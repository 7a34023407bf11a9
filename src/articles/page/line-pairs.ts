// What two lines set one below the other show of whether they are parts of one headline, whosever it is.
import { firstIndex } from "../../lib/search.ts";
import type { Values } from "../../lib/weigh.ts";
import { openMarks } from "../sense/cohesion.ts";
import { HEAD_MARK } from "./patterns.ts";
import type { PageBlock } from "./roles.ts";
import { isVertical } from "./vertical.ts";

/** What holds of a pair is 1. */
export type PairForm =
  | "oneUpright"
  | "bothUpright"
  | "sameLevel"
  | "otherLevel"
  | "unmarkedBelow"
  | "markedBelow"
  | "sameLength"
  | "otherLength"
  | "otherSpacing"
  | "shortAbove"
  | "longAbove"
  | "longBelow"
  | "aside"
  | "leavesOpen"
  | "dash"
  | "bullet"
  | "bulletAbove"
  | "ends";

/** Words of writers, days and pages: in no headline. A 记者招待会 is none. */
export const ASIDE =
  /^[（(]|^文[/／]|记者(?!招待|会|站|节|团|问|提问)|通讯员|本报讯|[版页][）)]$|^\d{4}年\d{1,2}月\d{1,2}日|[电讯][）)]$/u;

/** Blanks between two lines: a line's end is one, a blank line two or more. */
export const distanceOf = (above: PageBlock, below: PageBlock): number =>
  below.lines[0]!.start - above.lines.at(-1)!.end;

/**
 * How far apart two lines stand, as the page sets its lines: the share of its pairs that stand nearer together than they
 * (`further`), and further apart (`nearer`). `distances`: of the page's pairs, ascending. Cost: O(log pairs).
 */
export function addDistance(
  values: { further?: number; nearer?: number },
  distances: readonly number[],
  distance: number,
): void {
  const all = distances.length + 2;
  values.further = below(distances, distance) / all;
  values.nearer = (distances.length - below(distances, distance + 1)) / all;
}

/** How many of the ascending numbers are less. */
const below = (numbers: readonly number[], limit: number): number => firstIndex(numbers, (number) => number >= limit);

/** Not written where it does not hold. */
export function addPairForms(values: Values<PairForm>, above: PageBlock, below: PageBlock): void {
  const [upper, lower] = [isVertical(above.lines), isVertical(below.lines)];
  if (upper !== lower) values.oneUpright = 1;
  else if (upper) values.bothUpright = 1;
  if (above.level > 0 && below.level > 0) values[above.level === below.level ? "sameLevel" : "otherLevel"] = 1;
  else if (above.level > 0) values.unmarkedBelow = 1;
  else if (below.level > 0) values.markedBelow = 1;
  const [words, others] = [above.squeezed, below.squeezed];
  const difference = Math.abs(words.length - others.length);
  if (difference <= 1) values.sameLength = 1;
  else if (difference > 8) values.otherLength = 1;
  if (isSpaced(above) !== isSpaced(below)) values.otherSpacing = 1;
  if (words.length <= 8) values.shortAbove = 1;
  if (words.length >= 18) values.longAbove = 1;
  if (others.length >= 18) values.longBelow = 1;
  if (ASIDE.test(words) || ASIDE.test(others)) values.aside = 1;
  if (openMarks(words) !== "") values.leavesOpen = 1;
  if (/^——/u.test(others)) values.dash = 1;
  if (HEAD_MARK.test(others)) values.bullet = 1;
  else if (HEAD_MARK.test(words)) values.bulletAbove = 1;
  if (/[！？!?”]$/u.test(words)) values.ends = 1;
}

/** "城 市 高 质 量": letters set wide. */
const isSpaced = ({ lines }: PageBlock): boolean => lines.every(({ text }) => /^\S(?:\s+\S)+$/u.test(text));

/** Names of columns above and below, each as `columnOf` tells it. */
export function addColumns(
  values: Values<"knownAbove" | "columnAbove" | "knownBelow" | "columnBelow">,
  above: number,
  below: number,
): void {
  if (above === 2) values.knownAbove = 1;
  else if (above === 1) values.columnAbove = 1;
  if (below === 2) values.knownBelow = 1;
  else if (below === 1) values.columnBelow = 1;
}
