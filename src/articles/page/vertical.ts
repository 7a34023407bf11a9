// Headlines set on end: the scanner gives one character a line, with or without blank lines between.
import type { Span } from "../../lib/span.ts";
import type { Line } from "./lines.ts";

/** Fewer characters are strays. */
const LEAST = 3;
const ONE_CHARACTER = /^(?:[\s\S]|[\ud800-\udbff][\udc00-\udfff])$/u;
const HAN = /\p{Script=Han}/u;

const isSingle = (line: Line): boolean => line.text.length <= 2 && line.level === 0 && ONE_CHARACTER.test(line.text);

/** Whether lines are one headline set on end. */
export const isVertical = (lines: readonly Line[]): boolean => lines.length >= LEAST && lines.every(isSingle);

/** Indexes [first, end) of runs of lines that are one headline each, in page order. Cost: O(lines). */
export function verticalRuns(lines: readonly Line[]): Span[] {
  const runs: Span[] = [];
  for (let first = 0; first < lines.length; ) {
    let end = first;
    while (end < lines.length && isSingle(lines[end]!)) end++;
    if (end - first >= LEAST) runs.push(...headlinesOf(lines, first, end));
    first = Math.max(end, first + 1);
  }
  return runs;
}

/** Two headlines on end beside each other: further apart than their characters. Marks and digits alone are none. */
function headlinesOf(lines: readonly Line[], first: number, end: number): Span[] {
  const away = (k: number): number => lines[k]!.start - lines[k - 1]!.end;
  let usual = Number.POSITIVE_INFINITY;
  for (let k = first + 1; k < end; k++) usual = Math.min(usual, away(k));
  const cuts = [first];
  for (let k = first + 1; k < end; k++)
    if (away(k) > usual && k - cuts.at(-1)! >= LEAST && end - k >= LEAST) cuts.push(k);
  return cuts
    .map((cut, k): Span => [cut, cuts[k + 1] ?? end])
    .filter(([from, to]) => lines.slice(from, to).filter((line) => HAN.test(line.text)).length * 2 >= to - from);
}
