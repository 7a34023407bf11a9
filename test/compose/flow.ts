// Runs paragraphs through columns: where a column is full, the paragraph goes on in the next one.
import { sentencesOf } from "./sentences.ts";
import type { BreakStyle, Line, Role } from "./types.ts";

const NO_START = /[。，、；：？！”’」』）》〉…—]/u;
const MIN = 5;
/** Lines that stay under the text they close, however full the column is. */
const CLOSING: readonly Role[] = ["pointer", "tail", "byline"];
/** What a compositor does not part: opening marks from the next character, the digits of a number. */
const UNIT = /[“‘「『（《〈【]*(?:[\dA-Za-z][\d.,A-Za-z%]{0,9}|[\s\S])/gu;

/** Lines by column. The last column takes what is left. Joined, the parts of a paragraph are the paragraph. */
export function flowText(
  lines: readonly Line[],
  capacities: readonly number[],
  width: number,
  breaks: BreakStyle,
): Line[][] {
  const columns: Line[][] = [[]];
  let left = capacities[0] ?? 0;
  const isLast = (): boolean => columns.length >= capacities.length;
  const next = (): void => {
    left = capacities[columns.length] ?? 0;
    columns.push([]);
  };
  for (const line of lines) {
    let rest: Line | null = line;
    while (rest) {
      const need = wrapText(rest.text, width, rest.opens).length;
      if (need <= left || isLast() || CLOSING.includes(rest.role)) {
        columns.at(-1)!.push(rest);
        left -= need;
        rest = null;
      } else {
        const at = cutAt(rest, Math.floor(left), width, breaks);
        if (at > 0) {
          const head: Line = { ...rest, text: rest.text.slice(0, at), closes: at >= rest.text.length && rest.closes };
          columns.at(-1)!.push(head);
          rest = at >= rest.text.length ? null : { ...rest, text: rest.text.slice(at), opens: false };
        }
        next();
      }
    }
  }
  return columns;
}

/** How much of a paragraph stays in a column with room for so many lines: 0 none, its length all. */
function cutAt({ text, opens, role }: Line, room: number, width: number, breaks: BreakStyle): number {
  const at = wrapText(text, width, opens)
    .slice(0, room)
    .reduce((sum, line) => sum + line.length, 0);
  if (role !== "body" || at < MIN) return 0;
  if (breaks === "paragraph") return at > text.length / 2 ? text.length : 0;
  if (breaks === "anywhere") return text.length - at < MIN ? text.length : at;
  let end = 0;
  for (const sentence of sentencesOf(text)) {
    if (end + sentence.length > at) break;
    end += sentence.length;
  }
  return end;
}

/** The printed lines of a paragraph: digits and letters are half as wide, a closing mark hangs behind a full line. */
export function wrapText(text: string, width: number, opens: boolean): string[] {
  const lines: string[] = [];
  let line = "";
  let left = opens ? width - 2 : width;
  for (const [unit] of text.matchAll(UNIT)) {
    const wide = [...unit].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
    if (left < wide && line !== "" && !NO_START.test(unit)) {
      lines.push(line);
      line = "";
      left = width;
    }
    line += unit;
    left -= wide;
  }
  if (line) lines.push(line);
  return lines;
}
