// Why two names are one or two, as lines for a person.
import {
  type AskedName,
  type NameDecision,
  type NamesExplanation,
  reasonInChinese,
  ruleInWords,
} from "../query/index.ts";
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
  return `${surface}: ${say(`${ruleInWords(rule).zh}。${reasonInChinese(reason)}`, `${rule}. ${reason}`)}${often}${page === null ? "" : `  ${page}`}`;
}
