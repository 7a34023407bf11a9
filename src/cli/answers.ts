// Answers as lines for a person. Whoever needs every field asks for --json.

import type { Issue } from "../lib/issue.ts";
import type {
  CommonNeighbors,
  EdgeFacts,
  EntityFacts,
  EntityName,
  EvidenceListing,
  Listing,
  Neighbors,
  Passage,
  Paths,
  Relations,
  Searched,
  SearchHit,
  Tie,
  TieExplanation,
  Timeline,
  TopEntities,
} from "../query/index.ts";
import { diffLines } from "./diff-lines.ts";
import { entityLines } from "./entity-lines.ts";
import { explanationLines } from "./explanation-lines.ts";
import { centralityText } from "./graph-lines.ts";
import type { Io } from "./io.ts";
import { nameLines } from "./name-lines.ts";
import { relationLine } from "./relation-lines.ts";
import { storyLines } from "./story-lines.ts";

type Say = Io["say"];

/** Lines of an answer by the question's name. */
export function answerLines(question: string, answer: object, { say }: Io): string[] {
  const format = FORMATS[question];
  return format ? format(answer as never, say) : [JSON.stringify(answer, null, 2)];
}

const FORMATS: Readonly<Record<string, (answer: never, say: Say) => string[]>> = {
  search: (answer: Listing<SearchHit>, say) => [
    ...answer.items.map((hit) => `${nameOf(hit)}  ${stories(hit.stories, say)}  ${hit.matched}: ${hit.form}`),
    more(answer, say),
  ],
  entity: entityLines,
  offices: (answer: Relations, say) => [
    ...answer.items.map((row) => relationLine(row, answer.of.entity, say)),
    more(answer, say),
  ],
  relations: (answer: Relations, say) => [
    ...answer.items.map((row) => relationLine(row, answer.of.entity, say)),
    more(answer, say),
  ],
  neighbors: (answer: Neighbors, say) => [
    ...answer.items.map((row) => `${nameOf(row)}  ${tie(row, say)}${weightText(row, answer.sort, say)}`),
    more(answer, say),
    ...walked(answer, say),
  ],
  common: (answer: CommonNeighbors, say) => [
    ...answer.items.map(
      (row) =>
        `${nameOf(row)}  ${row.ties.map((one) => `${tie(one, say)}${weightText(one, answer.sort, say)}`).join(" | ")}`,
    ),
    more(answer, say),
    ...walked(answer, say),
  ],
  path: (answer: Paths, say) => [
    ...answer.items.flatMap(({ nodes, edges }) => [
      nodes.map((node, i) => (i === 0 ? node.name : ` —${stories(edges[i - 1]!.stories, say)}→ ${node.name}`)).join(""),
      ...edges.flatMap((edge, i) => [
        `  ${nodes[i]!.name} — ${nodes[i + 1]!.name}  ${tie(edge, say)}`,
        ...(edge.evidence?.passages ?? []).flatMap((passage) => [`    ${heading(passage)}`, `    ${marked(passage)}`]),
      ]),
    ]),
    ...(answer.items.length === 0 ? [say("不相连", "not connected")] : []),
    ...(answer.complete ? [] : [say("未及查完", "not all combinations were looked at")]),
    ...walked(answer, say),
  ],
  evidence: (answer: EvidenceListing, say) => [
    ...answer.items.flatMap(({ passages, close }) => [
      `${heading(passages[0]!)}${close ? "" : `  ${say("不在同一句", "not in one sentence")}`}`,
      ...passages.map((passage) => `  ${marked(passage)}`),
    ]),
    more(answer, say),
  ],
  timeline: (answer: Timeline, say) => [
    ...answer.points.map((point) => `${point.date}  ${stories(point.stories, say)}`),
    ...(answer.undated > 0 ? [say(`日期不详 ${answer.undated} 篇`, `${answer.undated} texts without a date`)] : []),
  ],
  diff: diffLines,
  top: (answer: TopEntities, say) => [
    ...answer.items.map((row) => `${nameOf(row)}  ${counts(row, say)}${centralityText(row, answer, say)}`),
    more(answer, say),
  ],
  issues: (answer: Listing<Issue>, say) => [
    ...answer.items.map((row) => `${row.code}  ${row.article ?? row.page ?? ""}  ${row.message}`),
    more(answer, say),
  ],
  explain: explanationLines,
  names: nameLines,
  tie: ({ words }: TieExplanation, say) => words.map(({ zh, en }) => say(zh, en)),
  story: storyLines,
};

/** Homonyms by what tells them apart: 李晨(泉州). */
const nameOf = ({ type, name, entity }: EntityName): string =>
  `${type.padEnd(12)} ${entity.startsWith(`${type}:${name}(`) ? entity.slice(type.length + 1) : name}`;
const stories = (n: number, say: Say): string => say(`${n} 稿`, n === 1 ? "1 story" : `${n} stories`);
const counts = (f: EntityFacts, say: Say): string =>
  say(
    `${f.mentions} 处，${f.articles} 篇，${f.stories} 稿，${f.papers} 报`,
    `${f.mentions} mentions, ${f.articles} articles, ${f.stories} stories, ${f.papers} papers`,
  );
const tie = (edge: EdgeFacts, say: Say): string =>
  say(
    `${edge.articles} 篇，${edge.stories} 稿，${edge.papers} 报，同句 ${edge.close}`,
    `${edge.articles} articles, ${edge.stories} stories, ${edge.papers} papers, ${edge.close} in one sentence`,
  );
/** The weight that a list is ordered by, where the counts do not have it: sort is "jaccard, stories, …", "jaccard of …". */
function weightText(row: Tie, sort: string, say: Say): string {
  const weight = WEIGHTS.find((one) => new RegExp(`^${one}\\b`).test(sort));
  if (!weight) return "";
  const value = row[weight];
  return `${say("，", ", ")}${weight} ${value === null ? say("无", "none") : Number(value.toPrecision(3))}`;
}

const WEIGHTS = ["texts", "npmi", "g2", "q", "jaccard", "association"] as const;
const heading = (p: Passage): string => `${p.paper ?? "?"} ${p.date ?? "?"}  ${p.title}  (${p.article})`;

/** What a limit left out is always said. */
function more({ total, items }: Listing<unknown>, say: Say): string {
  return say(`${items.length} 条，共 ${total} 条`, `${items.length} of ${total}`);
}

/** Said where memory does not hold all ties of a layer. */
const walked = ({ searched: { edges, of } }: { searched: Searched }, say: Say): string[] =>
  edges === of
    ? []
    : [say(`只看了最强的 ${edges} 条联系，共 ${of} 条`, `the ${edges} strongest of ${of} ties were looked at`)];

/** The sentence on one line, its names in 【】: brackets that no newspaper prints round a name. */
function marked({ text, marks }: Passage): string {
  let out = "";
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`;
    at = end;
  }
  return (out + text.slice(at)).replaceAll("\n", " ");
}
