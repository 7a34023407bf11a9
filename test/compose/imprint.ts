// A paper's own lines: name, date, issue, numbers, page name, staff, telephones, slogans.
import type { Chance } from "./chance.ts";
import { whole } from "./heads.ts";
import type { Line } from "./types.ts";
import { person, SLOGANS } from "./words.ts";

export interface Paper {
  readonly paper: string;
  readonly place: string;
  readonly date: string;
}

const WEEK = "日一二三四五六";
/** Names of pages. */
export const SECTIONS = [
  "要闻",
  "综合",
  "国内新闻",
  "国际新闻",
  "时事",
  "经济",
  "民生",
  "文化",
  "副刊",
  "体育",
  "理论",
  "社会",
];

const pick = (chance: Chance, lines: readonly string[], low: number, high: number): Line[] =>
  chance
    .shuffle(lines.map((text, k) => ({ text, k })))
    .slice(0, chance.int(low, high))
    .sort((a, b) => a.k - b.k)
    .map(({ text }) => whole("furniture", text));

/** Date and weekday, in one of the usual forms. */
function dateLines(chance: Chance, date: string): string[] {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const weekday = WEEK[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  const printed = `${year}年${month}月${day}日`;
  return chance.pick([
    [`${printed} 星期${weekday}`],
    [`${printed}　星期${weekday}　今日${chance.pick([4, 8, 12, 16])}版`],
    [printed, `星期${weekday}`],
    [
      `${printed} 星期${weekday} 农历丙午年${"腊正二三四五六七八九十冬"[month - 1]}月${chance.pick(["初一", "初七", "十五", "廿三"])}`,
    ],
  ]);
}

/** What stands at the head of a page. */
export function headLines(chance: Chance, { paper, date }: Paper, page: number): Line[] {
  const section = chance.pick(SECTIONS);
  const issue = chance.int(900, 29999);
  if (page === 1) {
    return pick(
      chance,
      [
        paper,
        ...dateLines(chance, date),
        `第${issue}期`,
        `国内统一连续出版物号：CN ${chance.int(11, 65)}-00${chance.int(10, 99)}`,
        `邮发代号：${chance.int(1, 80)}-${chance.int(1, 99)}`,
        `${paper}客户端、微博、微信`,
      ],
      2,
      6,
    );
  }
  const number = chance.pick([`第${page}版`, `${page}`, `0${page}`, `A${page}`, `${page}版`]);
  return chance.is(0.5)
    ? pick(chance, [`${number} ${section}`, paper, ...dateLines(chance, date)], 1, 4)
    : [whole("furniture", `${paper} ${dateLines(chance, date).join(" ")} ${number} ${section}`)];
}

/** What stands at the foot of a page. */
export function footLines(chance: Chance, { paper, place }: Paper): Line[] {
  const colon = chance.pick(["：", ":", " "]);
  const phone = (): string => `${chance.int(2, 8)}${String(chance.int(0, 999999)).padStart(6, "0")}`;
  const staff = [
    `责任编辑${colon}${person(chance)}`,
    `美编${colon}${person(chance)}`,
    `校对${colon}${person(chance)} ${person(chance)}`,
    `版式${colon}${person(chance)}`,
  ];
  const desk = [
    `新闻热线${colon}${phone()}`,
    `广告热线${colon}${phone()}`,
    `发行热线${colon}${phone()}`,
    `${paper}社出版`,
    `社址${colon}${place}市人民路${chance.int(2, 300)}号`,
    `本报地址：${place}市建设大道${chance.int(2, 300)}号　邮编：${chance.int(100000, 899999)}`,
    "零售每份1元",
  ];
  const lines = [...pick(chance, staff, 1, 4), ...pick(chance, desk, 0, 4)];
  return chance.is(0.3) ? [whole("furniture", lines.map(({ text }) => text).join(chance.pick(["　", " "])))] : lines;
}

export const sloganLines = (chance: Chance): Line[] => {
  const slogan = chance.pick(SLOGANS);
  return [
    whole("furniture", slogan),
    ...(chance.is(0.3) ? [whole("furniture", chance.pick(["公益广告", `——${slogan.slice(0, 4)}公益广告`]))] : []),
  ];
};
