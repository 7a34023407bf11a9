// What changed between two parts of a project, or two projects, as lines for a person.
import type { Change, Changes, Diff, DiffListing, EntityName, Part } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

const WORDS: Readonly<Record<Change | "same", readonly [zh: string, en: string]>> = {
  came: ["新增", "came"],
  went: ["消失", "went"],
  grew: ["增多", "grew"],
  shrank: ["减少", "shrank"],
  same: ["不变", "the same"],
};

/** Two projects have no parts. */
export function diffLines(answer: DiffListing | Diff, say: Say): string[] {
  const { edges, entities } = answer;
  return [
    ...("before" in answer ? partLines(answer, say) : []),
    heading(say("联系", "ties"), edges, say),
    ...edges.items.map(({ change, source, target, before, after }) =>
      line(change, `${nameOf(source)} — ${nameOf(target)}`, before, after, say),
    ),
    heading(say("实体", "entities"), entities, say),
    ...entities.items.map(({ change, before, after, ...name }) =>
      line(change, `${name.type} ${nameOf(name)}`, before, after, say),
    ),
  ];
}

function partLines({ before, after, undated }: Diff, say: Say): string[] {
  return [
    `${say("前", "before")}: ${partText(before, say)}`,
    `${say("后", "after")}: ${partText(after, say)}`,
    ...(undated > 0
      ? [say(`日期不详 ${undated} 篇，不属任何时段`, `${undated} texts without a date are in no period`)]
      : []),
  ];
}

function partText({ from, to, paper, texts, stories }: Part, say: Say): string {
  const dates = from === null && to === null ? say("全部日期", "any date") : `${from ?? ""} – ${to ?? ""}`;
  const counts = say(`${texts} 篇，${stories} 稿`, `${texts} texts, ${stories} stories`);
  return `${dates}${paper === null ? "" : `  ${paper}`}  ${counts}`;
}

function heading(things: string, { tally, items, total }: Changes<unknown>, say: Say): string {
  const kinds = (Object.keys(WORDS) as (Change | "same")[]).map((kind) => `${say(...WORDS[kind])} ${tally[kind]}`);
  const shown = say(`${items.length} 条，共 ${total} 条`, `${items.length} of ${total}`);
  return `${things}: ${kinds.join(say("，", ", "))}  (${shown})`;
}

interface Counts {
  readonly stories: number;
  readonly articles: number;
  readonly close?: number;
}

function line(change: Change, name: string, before: Counts, after: Counts, say: Say): string {
  const counts = [
    say(`${before.stories}→${after.stories} 稿`, `${before.stories}→${after.stories} stories`),
    say(`${before.articles}→${after.articles} 篇`, `${before.articles}→${after.articles} articles`),
    ...(before.close === undefined
      ? []
      : [say(`同句 ${before.close}→${after.close}`, `${before.close}→${after.close} in one sentence`)]),
  ];
  return `  ${say(...WORDS[change])} ${name}  ${counts.join(say("，", ", "))}`;
}

/** Homonyms by what tells them apart: 李晨(泉州). */
const nameOf = ({ type, name, entity }: EntityName): string =>
  entity.startsWith(`${type}:${name}(`) ? entity.slice(type.length + 1) : name;
