// On which day a page was printed, from its date line.
//
// In: the page's text. Out: an ISO date with the printed words that tell it, or the reason why none is sure.
// A page prints many days: of documents, events, wires. The day of the paper is the one that stands with its weekday, its
// lunar date, the number of pages or the number, at the head or foot of the page; where the weekday is printed and
// is not that day's, the line was misread. Datelines (新华社北京8月28日电) name the day before, the same day or an older
// one, and no year: they are given as a hint in the reason, never as the date.
import { isoDate, printedNumber, weekdayNumber, weekdayOf } from "./dates.ts";
import { runningHead } from "./infer-head.ts";
import type { Inference } from "./infer-paper.ts";

const N = "[0-9〇○零一二三四五六七八九十]";
const DATE = new RegExp(`(?<!${N})(${N}{4})(?:年|[-/.])(${N}{1,3})(?:月|[-/.])(${N}{1,3})[日号]?(?!${N})`, "u");
/** The day set large above or before its month: "29 2025年8月 星期五". */
const DAY_FIRST = new RegExp(`^(${N}{1,3})日?(${N}{4})年(${N}{1,2})月(?=星期|农历|[A-Z])`, "u");
const NUMERAL = new RegExp(N, "u");
const WEEKDAY = /(?:星期|礼拜)([一二三四五六日天])|周([一二三四五六日])(?!\p{Script=Han})/u;
const OF_THE_PAPER = /农历|今日\d+版|总?第\d+期|国内统一|邮发代号|责任编辑|责编|值班|版面?编辑/u;
/** What makes a date an event's or a document's: it opens with a label, or stands in a sentence or in brackets. */
const OF_AN_EVENT = /时间|地点|截至|截止|日期[:：]|开幕|举行|召开|日[-—~至到]\d/u;
/** Longest date line, in units without blanks; most lines that one may be broken into; lines at the page's head and foot. */
const LONGEST = 80;
const MOST_LINES = 4;
const EDGE_LINES = 8;

interface DateLine {
  readonly date: string;
  readonly evidence: string;
  readonly weight: number;
}

/** Pure. Cost: O(length). */
export function inferDate(text: string): Inference {
  const lines = text.split(/\r\n|[\n\r\f]/u).flatMap((line) => {
    const compact = line
      .slice(0, 400)
      .replace(/[\s#*|]+/gu, "")
      .normalize("NFKC");
    return compact === "" ? [] : [compact];
  });
  const found = new Map<string, DateLine>();
  for (let i = 0; i < lines.length; i++) {
    const line = dateLineAt(lines, i);
    if (line && line.weight > (found.get(line.date)?.weight ?? 0)) found.set(line.date, line);
  }
  const most = [...found.values()].reduce((max, line) => Math.max(max, line.weight), 0);
  const best = [...found.values()].filter((line) => line.weight === most);
  if (best.length === 1) return { value: best[0]!.date, evidence: `“${best[0]!.evidence}”` };
  if (best.length === 0) return { value: null, evidence: `the page prints no date line${hintOf(lines)}` };
  const dates = best.map((line) => line.date).sort();
  return { value: null, evidence: `the page prints several date lines: ${dates.join(", ")}` };
}

/** The date line that begins at line i, alone or broken over the next short lines. */
function dateLineAt(lines: readonly string[], i: number): DateLine | null {
  const edge = i < EDGE_LINES || i >= lines.length - EDGE_LINES ? 1 : 0;
  if (!NUMERAL.test(lines[i]!)) return null;
  let joined = "";
  for (let j = i; j < Math.min(i + MOST_LINES, lines.length); j++) {
    joined += lines[j]!;
    if (joined.length > LONGEST) return null;
    const date = dateIn(joined);
    if (!date) continue;
    const weekday = WEEKDAY.exec(joined);
    const agrees = weekday !== null && weekdayNumber(weekday[1] ?? weekday[2]!) === weekdayOf(date);
    if (weekday && !agrees) return null;
    const furniture = OF_THE_PAPER.test(joined) || (edge > 0 && j === i && isRunningHead(joined));
    // Over several lines only the weekday proves that they belong together.
    if (agrees || (furniture && j === i))
      return { date, evidence: joined.slice(0, 40), weight: (agrees ? 2 : 0) + (furniture ? 2 : 0) + edge };
  }
  return null;
}

/** A date beside nothing but the paper's name or the number of its page. */
function isRunningHead(line: string): boolean {
  const head = runningHead(line);
  return head !== null && head.date !== null && (head.paper ?? head.page) !== null;
}

function dateIn(line: string): string | null {
  if (OF_AN_EVENT.test(line)) return null;
  const first = DAY_FIRST.exec(line);
  if (first) return isoDate(printedNumber(first[2]!), printedNumber(first[3]!), printedNumber(first[1]!));
  const match = DATE.exec(line);
  if (!match || line[match.index - 1] === "(" || /[。,;]/u.test(line)) return null;
  return isoDate(printedNumber(match[1]!), printedNumber(match[2]!), printedNumber(match[3]!));
}

function hintOf(lines: readonly string[]): string {
  const days = new Set<string>();
  for (const line of lines)
    for (const [, month, day] of line.matchAll(/(?:社[^。,]{0,12}?|讯(?:\([^)]*\))?)(\d{1,2})月(\d{1,2})日/gu))
      days.add(`${month}月${day}日`);
  return days.size === 0 ? "" : `; its datelines name ${[...days].slice(0, 5).join(", ")}, which is no date of issue`;
}
