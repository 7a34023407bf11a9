// Bodies: paragraphs of a clean article with what papers put around and between them.
import type { Chance } from "./chance.ts";
import type { Damage } from "./damages.ts";
import { whole } from "./heads.ts";
import { clausesOf, isClosed, sentencesOf } from "./sentences.ts";
import type { Line } from "./types.ts";
import { city } from "./words.ts";

/** Paragraphs within about `budget` characters, cut at a paragraph's end; the first one is always there. */
export function paragraphsOf(text: string, budget: number): Line[] {
  const lines: Line[] = [];
  let length = 0;
  for (const text_ of text.split("\n")) {
    if (lines.length > 0 && length + text_.length > budget) break;
    length += text_.length;
    lines.push(whole(isClosed(text_) || text_.length > 30 || lines.length === 0 ? "body" : "heading", text_));
  }
  while (lines.at(-1)?.role === "heading") lines.pop();
  return lines.map((line) =>
    line.role === "body" && !isClosed(line.text) ? { ...line, text: `${line.text}。` } : line,
  );
}

/** Sets headings before some paragraphs of a long text: clauses of the paragraph itself, plain, numbered or marked. */
export function withHeadings(chance: Chance, lines: readonly Line[]): Line[] {
  const form = chance.weighted<(text: string, k: number) => string>([
    [(text) => text, 5],
    [(text, k) => `${"一二三四五六七八九"[k]}、${text}`, 2],
    [(text) => `■${text}`, 1],
    [(text) => `——${text}——`, 0.5],
    [(text, k) => `（${"一二三四五六七八九"[k]}）${text}`, 1],
    [(text, k) => `${k + 1}.${text}`, 0.5],
  ]);
  let count = 0;
  let since = 0;
  return lines.flatMap((line) => {
    since++;
    const clauses = clausesOf(line.text);
    if (since < 3 || line.role !== "body" || clauses.length < 2 || count > 6) return [line];
    since = 0;
    return [whole("heading", form(chance.pick(clauses.slice(1)), count++)), line];
  });
}

/** A document: "一、" headings, "（一）" sections that open with a clause of their own. */
export function numbered(chance: Chance, lines: readonly Line[]): Line[] {
  const sentences = lines.filter(({ role }) => role === "body").flatMap(({ text }) => sentencesOf(text));
  const sections: Line[] = [];
  const hans = "一二三四五六七八九十".split("");
  const groups = chunk(sentences.slice(1), chance.int(2, 3)).slice(0, 16);
  groups.forEach((group, k) => {
    const clause = clausesOf(group.join(""))[0] ?? group[0]!.replace(/[，。].*$/u, "");
    if (k % 4 === 0 && clause)
      sections.push(whole("heading", `${hans[k / 4]}、${clausesOf(group.join("")).at(-1) ?? clause}`));
    sections.push(whole("body", `（${k < 10 ? hans[k] : `十${hans[k - 10]}`}）${clause}。${group.join("")}`));
  });
  const date = chance.is(0.5) ? [whole("body", `（2026年${chance.int(1, 12)}月${chance.int(1, 28)}日）`)] : [];
  return [...date, whole("body", sentences[0] ?? ""), ...sections];
}

function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, k) => list.slice(k * size, (k + 1) * size));
}

/** A letter: greeting, paragraphs, who signs, when. */
export function asLetter(chance: Chance, lines: readonly Line[], date: string): Line[] {
  const town = city(chance);
  const greeting = chance.pick([
    "亲爱的市民朋友们：",
    "广大市民朋友：",
    "各位家长：",
    "全市广大职工朋友们：",
    "尊敬的读者：",
  ]);
  const sender = chance.pick([`${town}市文明办`, `${town}市教育局`, `${town}市总工会`, `${town}市志愿者协会`]);
  const [year, month, day] = date.split("-").map(Number);
  const when = chance.is(0.7) ? `${year}年${month}月${day}日` : `${year}年${month}月`;
  return [whole("body", greeting), ...lines, whole("tail", sender), whole("tail", when)];
}

/** Speech, plans and figures: no picture shows them. */
const UNSEEN = /[“”「」（）]|表示|指出|强调|认为|要求|必须|应当|愿同|总书记|将|亿|同比|？/u;

/** Takes one sentence out of the body, as the words under a picture. */
export function liftCaption(chance: Chance, lines: readonly Line[]): { words: string; rest: Line[] } | null {
  const places = lines.flatMap((line, k) => {
    const sentences = sentencesOf(line.text);
    if (k === 0 || line.role !== "body" || sentences.length < 3) return [];
    return sentences.flatMap((sentence, s) =>
      s > 0 && sentence.length >= 14 && sentence.length <= 60 && !UNSEEN.test(sentence) ? [{ k, s, sentence }] : [],
    );
  });
  if (places.length === 0) return null;
  const { k, s, sentence } = chance.pick(places);
  const kept = sentencesOf(lines[k]!.text)
    .filter((_, index) => index !== s)
    .join("");
  const head = chance.weighted([
    ["图为", 4],
    ["", 4],
    ["▲", 1],
    ["上图：", 0.7],
    ["图①：", 0.4],
    ["资料图：", 0.3],
  ]);
  return { words: head + sentence, rest: lines.map((line, index) => (index === k ? { ...line, text: kept } : line)) };
}

/** Damages that a body carries by its kind. */
export const bodyDamages = (lines: readonly Line[]): Damage[] =>
  lines.some(({ role }) => role === "heading") ? ["headings"] : [];
