// How newspapers word jump lines, pointers, bylines, leads, credits and agency lines.
import type { Chance } from "./chance.ts";
import { agencyCity, city, pageNumber, people, person } from "./words.ts";

export interface Worded {
  /** The words as printed. */
  readonly text: string;
  /** The page reference in them: "第七版", "A3版". */
  readonly page: string;
}

const reference = (chance: Chance, page: number): string =>
  `${chance.is(0.8) ? "第" : ""}${pageNumber(chance, page)}${chance.is(0.97) ? "版" : "页"}`;

/** "（下转第七版）": where a text goes on. */
export function jumpTo(chance: Chance, page: number): Worded {
  const to = reference(chance, page);
  const verb = chance.weighted([
    ["下转", 12],
    ["转", 3],
    ["紧接", 1],
    ["续转", 0.4],
    ["下接", 0.3],
  ]);
  return { text: dressed(chance, `${verb}${to}`), page: to };
}

/** "（上接第1版）": where a text began. */
export function jumpFrom(chance: Chance, page: number): Worded {
  const from = reference(chance, page);
  return { text: dressed(chance, `${chance.is(0.9) ? "上接" : chance.is(0.6) ? "紧接" : "接"}${from}`), page: from };
}

const dressed = (chance: Chance, words: string): string =>
  chance.weighted([
    [`（${words}）`, 12],
    [`▶${words}`, 1],
    [`→${words}`, 1],
    [words, 2],
    [`【${words}】`, 0.7],
    [`●${words}`, 0.3],
  ]);

/** ">>>见第三版", "（全文见第2版）": where a teaser points. */
export function pointer(chance: Chance, page: number): Worded {
  const to = reference(chance, page);
  const text = chance.weighted([
    [`（全文见${to}）`, 2],
    [`>>>见${to}`, 2],
    [`（详见${to}）`, 2],
    [`——详见${to}`, 1.5],
    [`→${to}`, 1],
    [`（见${to}）`, 1.5],
    [`▶详见${to}`, 1],
    [`（报道见${to}）`, 0.7],
    [`（相关报道见${to}）`, 0.5],
    [`详见${to}`, 1],
    [to, 0.5],
  ]);
  return { text, page: to };
}

const MARKS = ["", "", "", "□", "◆", "●", "■", "○", "◎"];

/** A writers' line that stands alone: "□本报记者 王五 通讯员 赵六". */
export function bylineLine(chance: Chance, paper: string, wide: boolean): string {
  const media = chance.weighted([
    ["本报", 8],
    ["", 3],
    [`${paper.replace(/日报$|晚报$/u, "")}融媒`, 1],
    [`${paper}全媒体`, 1],
  ]);
  const writers = people(
    chance,
    chance.weighted([
      [1, 5],
      [2, 4],
      [3, 1],
    ]),
    wide,
    chance.is(0.8) ? " " : "、",
  );
  const kind = chance.weighted([
    ["记者", 9],
    ["见习记者", 1],
    ["通讯员", 1],
    ["评论员", 0.6],
  ]);
  const helper = chance.is(0.25) ? ` 通讯员 ${people(chance, chance.int(1, 2), wide)}` : "";
  const ending = chance.weighted([
    ["", 8],
    [" 文/图", 1.2],
    [" 报道", 0.4],
    [" 摄影报道", 0.4],
  ]);
  return `${chance.pick(MARKS)}${media}${kind}${chance.is(0.85) ? " " : ""}${writers}${helper}${ending}`;
}

/** "本报讯（记者 方茜）": how a paper's own report opens. */
export function leadIn(chance: Chance, paper: string, wide: boolean): string {
  const media = chance.weighted([
    ["本报讯", 10],
    [`${paper.replace(/日报$|晚报$/u, "")}融媒讯`, 1],
    [`${paper}讯`, 0.7],
    ["本报消息", 0.3],
  ]);
  if (chance.is(0.15)) return `${media} `;
  const kind = chance.weighted([
    ["记者", 8],
    ["见习记者", 1],
    ["通讯员", 1.5],
    ["全媒体记者", 0.6],
  ]);
  const helper = chance.is(0.3) ? ` 通讯员 ${people(chance, chance.int(1, 2), wide)}` : "";
  return `${media}（${kind}${chance.is(0.6) ? " " : ""}${people(chance, chance.int(1, 2), wide, chance.is(0.7) ? " " : "、")}${helper}）`;
}

const day = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** "新华社北京8月28日电（记者张三、李四）": how an agency's text opens. */
export function agencyHead(chance: Chance, date: string): string {
  const agency = chance.weighted([
    ["新华社", 9],
    ["据新华社", 2],
    ["中新社", 1],
    ["中新网", 0.7],
    ["人民网", 0.5],
  ]);
  const writers = chance.is(0.6) ? `（记者${people(chance, chance.int(1, 2), false, "、")}）` : "";
  return `${agency}${agencyCity(chance)}${day(date)}电${writers}${writers && chance.is(0.7) ? "" : " "}`;
}

/** "（新华社北京8月28日电）": how an agency's text closes. */
export const agencyTail = (chance: Chance, date: string): string =>
  chance.weighted([
    [`（新华社${agencyCity(chance)}${day(date)}电）`, 5],
    [`新华社${agencyCity(chance)}${day(date)}电`, 1.5],
    ["（据新华社）", 1.5],
    ["（据新华社电）", 1],
    [`（据《${city(chance)}日报》）`, 1],
    ["（新华社发）", 0.3],
    ["（人民日报）", 0.4],
  ]);

/** Writers behind the last sentence. */
export const bylineTail = (chance: Chance, wide: boolean): string =>
  chance.weighted([
    [`（记者 ${people(chance, chance.int(1, 2), wide)}）`, 3],
    [`（${people(chance, chance.int(1, 2), wide)}）`, 3],
    [`本报记者 ${people(chance, chance.int(1, 2), wide)}`, 2],
    [`（本报记者 ${people(chance, 1, wide)} 整理）`, 0.5],
  ]);

/** The photographer behind a caption. */
export const credit = (chance: Chance, wide: boolean): string => {
  const name = people(chance, 1, wide);
  return chance.weighted([
    [`本报记者 ${name} 摄`, 5],
    [`本报记者 ${name}摄`, 2],
    [`记者 ${name} 摄`, 2],
    [`通讯员 ${name} 摄`, 1.5],
    [`新华社发（${name} 摄）`, 2],
    [`新华社记者 ${name} 摄`, 2],
    [`（${name} 摄）`, 1],
    [`${name} 摄`, 1],
    [`${name} 供图`, 0.6],
    ["（资料图片）", 0.5],
  ]);
};

/** An essay's author: "□ 王五", "王五". */
export const author = (chance: Chance): string =>
  `${chance.pick(["", "□ ", "□", "◎", "○ ", "文/", "■ "])}${person(chance)}`;
