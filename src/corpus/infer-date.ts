// On which day a page was printed, from its date line.
//
// In: the page's text. Out: an ISO date with the printed words that tell it, or the reason why none is sure.
// A page prints many days: of documents, events, wires. The day of the paper is the one that stands with its weekday, its
// lunar date, the number of pages or the number; where the weekday is printed and is not that day's, the line was
// misread. Datelines (新华社北京8月28日电) name the day before, the same day or an older one, and no year: they are given
// as a hint in the reason, never as the date.
import { isoDate, printedNumber, weekdayNumber, weekdayOf } from "./dates.ts";
import type { Inference } from "./infer-paper.ts";

const N = "[0-9〇○零一二三四五六七八九十]";
const DATE = new RegExp(`(${N}{4})(?:年|[-/.])(${N}{1,3})(?:月|[-/.])(${N}{1,3})[日号]?(?!${N})`, "u");
/** The day set large above or before its month: "29 2025年8月 星期五". */
const DAY_FIRST = new RegExp(`^(${N}{1,3})日?(${N}{4})年(${N}{1,2})月(?=星期|农历|[A-Z])`, "u");
const WEEKDAY = /(?:星期|礼拜|周)([一二三四五六日天])/u;
const OF_THE_PAPER =
  /星期[一二三四五六日天]|礼拜[一二三四五六日天]|农历|今日\d+版|总?第\d+期|国内统一|邮发代号|责任编辑|责编/u;
/** Longest date line, in units without blanks, and most lines that one may be broken into. */
const LONGEST = 80;
const MOST_LINES = 4;

/** Pure. Cost: O(length). */
export function inferDate(text: string): Inference {
  const lines = text.split(/\r\n|[\n\r\f]/u).flatMap((line) => {
    const compact = line.replace(/[\s#*|]+/gu, "").normalize("NFKC");
    return compact === "" ? [] : [compact];
  });
  const found = new Map<string, { evidence: string; sure: boolean }>();
  for (let i = 0; i < lines.length; i++) {
    const line = dateLineAt(lines, i);
    if (line && (!found.has(line.date) || line.sure)) found.set(line.date, line);
  }
  // A date with its own weekday outranks one that only stands near the paper's furniture.
  const sure = [...found].filter(([, line]) => line.sure);
  const candidates = sure.length > 0 ? sure : [...found];
  if (candidates.length === 1) return { value: candidates[0]![0], evidence: `“${candidates[0]![1].evidence}”` };
  if (candidates.length > 1)
    return {
      value: null,
      evidence: `several date lines: ${candidates
        .map(([date]) => date)
        .sort()
        .join(", ")}`,
    };
  return { value: null, evidence: `the page prints no date line${hintOf(lines)}` };
}

/** The date line that begins at line i, alone or broken over the next short lines. */
function dateLineAt(lines: readonly string[], i: number): { date: string; evidence: string; sure: boolean } | null {
  let joined = "";
  for (let j = i; j < Math.min(i + MOST_LINES, lines.length); j++) {
    joined += lines[j]!;
    if (joined.length > LONGEST) return null;
    const date = dateIn(joined);
    const weekday = WEEKDAY.exec(joined)?.[1];
    if (!date || !OF_THE_PAPER.test(joined)) continue;
    const agrees = weekday !== undefined && weekdayNumber(weekday) === weekdayOf(date);
    if (weekday !== undefined && !agrees) return null;
    // Over several lines only the weekday proves that they belong together.
    if (j > i && !agrees) continue;
    return { date, evidence: joined.slice(0, 40), sure: agrees };
  }
  return null;
}

function dateIn(line: string): string | null {
  const first = DAY_FIRST.exec(line);
  if (first) return isoDate(printedNumber(first[2]!), printedNumber(first[3]!), printedNumber(first[1]!));
  const match = DATE.exec(line);
  if (!match || isCitedDate(line, match.index)) return null;
  return isoDate(printedNumber(match[1]!), printedNumber(match[2]!), printedNumber(match[3]!));
}

/** A date in brackets is a document's, one inside a sentence an event's. */
const isCitedDate = (line: string, at: number): boolean =>
  line[at - 1] === "(" || /[。,;]/u.test(line.replace(/\d,\d/gu, ""));

function hintOf(lines: readonly string[]): string {
  const days = new Set<string>();
  for (const line of lines)
    for (const [, month, day] of line.matchAll(/(?:社[^。,]{0,12}?|讯(?:\([^)]*\))?)(\d{1,2})月(\d{1,2})日/gu))
      days.add(`${month}月${day}日`);
  return days.size === 0 ? "" : `; its datelines name ${[...days].slice(0, 5).join(", ")}, which is no date of issue`;
}
