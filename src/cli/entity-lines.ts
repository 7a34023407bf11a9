// All that is told of an entity, as lines for a person.
import type { Layer } from "../entities/index.ts";
import { type CountsOfLayer, type EntityDescription, type NameForm, nameReason } from "../query/index.ts";
import { inGraphLines } from "./graph-lines.ts";
import type { Io } from "./io.ts";
import { relationLine } from "./relation-lines.ts";

type Say = Io["say"];

const LAYERS: Readonly<Record<Layer, readonly [zh: string, en: string]>> = {
  content: ["内容", "content"],
  byline: ["署名", "bylines"],
  masthead: ["报头", "mastheads"],
};

export function entityLines(answer: EntityDescription, say: Say): string[] {
  const { entity, type, name, forms, layers, relations, timeline } = answer;
  const { items, total } = relations;
  const points = timeline.points.map(({ date, stories }) => `${date} ${storiesOf(stories, say)}`);
  return [
    `${type.padEnd(12)} ${name}  (${entity})`,
    ...forms.flatMap((form) => formLines(form, form.form === name, say)),
    ...layers.map((row) => `  ${layerText(row, say)}`),
    ...(points.length > 0 ? [`  ${say("逐时", "over time")}: ${points.join(say("，", ", "))}`] : []),
    ...(timeline.undated > 0
      ? [`  ${say(`日期不详 ${timeline.undated} 篇`, `${timeline.undated} texts without a date`)}`]
      : []),
    ...inGraphLines(answer.graph, say),
    ...items.map((row) => `  ${relationLine(row, entity, say)}`),
    ...(total > items.length ? [`  ${say(`${items.length} 条，共 ${total} 条`, `${items.length} of ${total}`)}`] : []),
  ];
}

/** A form with the reasons that make it a name; the name itself is said only where there is something to say. */
function formLines({ form, decisions }: NameForm, isName: boolean, say: Say): string[] {
  const reasons = decisions.map((decision) => {
    const { zh, en } = nameReason(decision);
    return `    ${say(zh, en)}${decision.times > 1 ? say(`（${decision.times} 处）`, ` (${decision.times} times)`) : ""}`;
  });
  if (isName && reasons.length === 0) return [];
  return [`  ${isName ? form : `${say("又作", "also")} ${form}`}`, ...reasons];
}

function layerText({ layer, first_date, last_date, ...counts }: CountsOfLayer, say: Say): string {
  const { mentions, articles, stories, papers } = counts;
  const dates = first_date === last_date ? (first_date ?? "?") : `${first_date} – ${last_date}`;
  const numbers = say(
    `${mentions} 处，${articles} 篇，${stories} 稿，${papers} 报`,
    [many(mentions, "mention"), many(articles, "article"), storiesOf(stories, say), many(papers, "paper")].join(", "),
  );
  return `${say(...LAYERS[layer])}: ${numbers}  ${dates}`;
}

const many = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? "" : "s"}`;

const storiesOf = (n: number, say: Say): string => say(`${n} 稿`, n === 1 ? "1 story" : `${n} stories`);
