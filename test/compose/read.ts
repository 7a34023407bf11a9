// Clean articles from JSON lines ({id, date, title, text}; also .gz).
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { CleanArticle } from "./types.ts";

export interface ReadFilter {
  /** First date that is taken, "2026-01-01". */
  readonly from?: string | undefined;
  /** First date that is not taken any more. */
  readonly before?: string | undefined;
}

/** Articles in the file's order, tidied; those without title or with less than 60 characters are left out. */
export function readArticles(path: string, { from, before }: ReadFilter = {}): CleanArticle[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => tidy(JSON.parse(line) as CleanArticle))
    .filter(({ date, title, text }) => title !== "" && text.length >= 60 && inRange(date, from, before));
}

const inRange = (date: string, from: string | undefined, before: string | undefined): boolean =>
  (from === undefined || date >= from) && (before === undefined || date < before);

/** What a paper would not print: "今天（3月15日）", marks of updates, blanks at the ends of lines, characters beyond the common plane. */
export function tidy({ id, date, title, text }: CleanArticle): CleanArticle {
  const body = plane(text)
    .replace(/\r/gu, "")
    .replace(/\n-{3,}[\s\S]*$/u, "")
    .replace(/(?:今天|昨天|昨日|今日)（((?:\d{1,2}月)?\d{1,2}日)）/gu, "$1")
    .replace(/今天(?=上午|下午|在|，)/gu, "当天")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
  return { id, date, title: plane(title).replace(/\s+/gu, " ").trim(), text: body };
}

const plane = (text: string): string => text.replace(/[\u{10000}-\u{10FFFF}\uFEFF\u200B]/gu, "");

/** Round-ups of several items, their headlines as lines between the bodies. */
export const isRoundUp = ({ title }: CleanArticle): boolean => /联播快讯$/u.test(title);

/** The items of a round-up, each with its headline. */
export function itemsOf({ id, date, text }: CleanArticle): CleanArticle[] {
  const items: { title: string; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    if (/[。！？”…）]$/u.test(line)) items.at(-1)?.lines.push(line);
    else items.push({ title: line, lines: [] });
  }
  return items
    .filter(({ lines, title }) => lines.length > 0 && title.length <= 40)
    .map(({ title, lines }, k) => ({ id: `${id}/${k + 1}`, date, title, text: lines.join("\n") }));
}
