// Why two names are one or two, as lines for a person.
import type { AskedName, NameDecision, NamesExplanation } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

export function nameLines({ names, shared }: NamesExplanation, say: Say): string[] {
  return [verdict(names, shared, say), ...names.flatMap((one) => linesOf(one, say))];
}

function verdict(names: readonly AskedName[], shared: readonly string[], say: Say): string {
  const unknown = names.filter(({ entities }) => entities.length === 0).map(({ name }) => name);
  if (unknown.length > 0) return say(`没有叫 ${unknown.join("、")} 的实体`, `nothing is called ${unknown.join(", ")}`);
  const both = names.map(({ name }) => name);
  if (shared.length > 0 && names.some(({ entities }) => entities.length > 1)) {
    return say(
      `${both.join(" 与 ")} 有时是一个：${shared.join("、")}`,
      `${both.join(" and ")} are sometimes one: ${shared.join(", ")}`,
    );
  }
  if (shared.length > 0) {
    return say(
      `${both.join(" 与 ")} 是一个：${shared.join("、")}`,
      `${both.join(" and ")} are one: ${shared.join(", ")}`,
    );
  }
  const reasons = names.flatMap(({ entities }) => entities.flatMap(({ decisions }) => decisions));
  if (reasons.some(({ rule }) => PARTING.has(rule))) {
    return say(`${both.join(" 与 ")} 不是一个：`, `${both.join(" and ")} are two:`);
  }
  return say(
    `${both.join(" 与 ")} 不是一个：没有证据说它们是一个`,
    `${both.join(" and ")} are two: nothing says that they are one`,
  );
}

/** Rules that say that two are two. */
const PARTING: ReadonlySet<string> = new Set(["homonym", "kept-apart", "person-apart", "person-split"]);

const linesOf = ({ name, entities }: AskedName, say: Say): string[] =>
  entities.flatMap((entity) => [
    `${name} → ${entity.entity}  ${say(`${entity.stories} 稿`, `${entity.stories} stories`)}`,
    ...entity.decisions.map((decision) => `  ${decisionLine(decision, say)}`),
  ]);

function decisionLine({ surface, rule, reason, times, page }: NameDecision, say: Say): string {
  const often = times > 1 ? say(`（${times} 处）`, ` (${times} times)`) : "";
  return `${surface}: ${say(`${RULES.get(rule) ?? rule}。`, `${rule}. `)}${reason}${often}${page === null ? "" : `  ${page}`}`;
}

/** Rules of the table `decisions` in Chinese; one that is not here is called by its name. */
const RULES: ReadonlyMap<string, string> = new Map([
  ["same-body", "同一机构"],
  ["same-office", "同一职务"],
  ["name-overrun", "误带下字"],
  ["kept-apart", "不并"],
  ["homonym", "同名异人"],
  ["declared-short-form", "文中言明的简称"],
  ["place-of-county", "略去县名"],
  ["place-left-out", "略去所在地"],
  ["damaged-in-reprint", "转载中误识"],
  ["damaged-beside-office", "同文同职而误识"],
  ["person-merge", "人工合并"],
  ["person-apart", "人工分开"],
  ["person-split", "人工拆分"],
  ["person-rename", "人工改名"],
  ["person-retype", "人工改类"],
  ["person-hide", "人工隐藏"],
  ["short-form", "简称"],
  ["local-short-form", "本地简称"],
  ["full-name-in-article", "文中全称"],
  ["surname-and-title", "姓加职务"],
  ["repaired", "据他报校正"],
  ["chain", "省去上级地名"],
]);
