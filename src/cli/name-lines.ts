// Why two names are one or two, as lines for a person.
import type { AskedName, NameDecision, NamesExplanation } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

export function nameLines({ names, shared }: NamesExplanation, say: Say): string[] {
  return [verdict(names, shared, say), ...names.flatMap((one) => linesOf(one, say))];
}

function verdict(names: readonly AskedName[], shared: readonly string[], say: Say): string {
  const hidden = names.filter((one) => one.hidden.length > 0).map(({ name }) => name);
  if (hidden.length > 0)
    return say(`${hidden.join("、")} 由人工决定隐藏`, `${hidden.join(", ")}: hidden by a person's decision`);
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

const linesOf = ({ name, entities, hidden }: AskedName, say: Say): string[] => [
  ...entities.flatMap((entity) => [
    `${name} → ${entity.entity}  ${say(`${entity.stories} 稿`, `${entity.stories} stories`)}`,
    ...entity.decisions.map((decision) => `  ${decisionLine(decision, say)}`),
  ]),
  ...hidden.flatMap((decision) => [`${name} → ${decision.entity}`, `  ${decisionLine(decision, say)}`]),
];

function decisionLine({ surface, rule, reason, times, page }: NameDecision, say: Say): string {
  const often = times > 1 ? say(`（${times} 处）`, ` (${times} times)`) : "";
  return `${surface}: ${say(`${RULES.get(rule) ?? rule}。${reasonInChinese(reason)}`, `${rule}. ${reason}`)}${often}${page === null ? "" : `  ${page}`}`;
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

/** The sentences of entities/resolve; one that is not here stays as it is. */
const REASONS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /^forms of one name, (.+): place and organ in full, or as the gazetteer has a company$/u,
    "都是“$1”的写法：地名、机关写全，或依名录中的企业名",
  ],
  [
    /^one character differs, and both are named as (.+), which one person is at a time/u,
    "一字之差，且同任$1，此职一时只有一人",
  ],
  [/; but one text names both \w+:(.+) and \w+:(.+)$/u, "；但有一篇同时提到$1与$2"],
  [/^the next word's character: (.+) is (.+) in (\d+) articles$/u, "末字属下一词：有 $3 篇称$1为$2"],
  [/^(.+) is said to be short for (.+): by (.+)$/u, "$1是$2的简称：$3"],
  [/^(.+) is (.+): by (.+)$/u, "$1即$2：$3"],
  [/its story, which has the full name$/u, "同稿有全称"],
  [/its paper, which has the full name that day$/u, "同日同报有全称"],
  [/the text, which names the county$/u, "文中提到其上级地名"],
  [/a paper of that county$/u, "当地报纸"],
  [
    /^a confusable character: (\d+) of the story's printings have (.+), (\d+) (.+)$/u,
    "形近字：同稿 $1 份作$2，$3 份作$4",
  ],
  [/^a confusable character, and the article names both as (.+), which one person is$/u, "形近字，且同文同任$1"],
  [/^(.+) and (.+) are posts that one person does not hold together$/u, "$1与$2不能由一人同时担任"],
  [/^decisions, line (\d+): /u, "裁定第 $1 行："],
];

const reasonInChinese = (reason: string): string =>
  REASONS.reduce((text, [pattern, words]) => text.replace(pattern, words), reason);
