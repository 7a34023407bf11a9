// A report to read and to cite: an entity or a tie with its counts, its neighbours and every sentence behind it, each with
// paper, date, headline, page and offsets; without a question, the leading entities and ties.
import { InputError } from "../../lib/errors.ts";
import { type EntityFacts, type Evidence, entity, evidence, type Passage } from "../../query/index.ts";
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import type { Exporter } from "../types.ts";
import { createMarkdownEscape } from "./markdown-text.ts";

export const markdownExporter: Exporter = createExporter({
  name: "markdown",
  summary: "带引文的报告 a report with citations: --of one entity, or --of two for their tie",
  extension: "md",
  honours: ["layer", "filter", "of"],
  write: (writing) => writing.text("", (tally) => pieces(writing, tally)),
});

type Escape = (text: string) => string;

async function* pieces(writing: Writing, tally: Tally): AsyncIterable<string> {
  const escaped = createMarkdownEscape(writing.strip);
  const of: EntityFacts[] = [];
  for (const reference of writing.options.of) of.push(await entity(writing.db, reference, writing.options.layer));
  for (const facts of of) checkKept(writing, facts);
  const graph = await readGraph(writing, of);
  yield `# ${of.length > 0 ? of.map(({ name }) => escaped(name)).join(" × ") : "文脉 Wenmai"}\n\n`;
  yield `${scope(writing, graph, escaped)}\n`;
  for (const facts of of) yield entitySection(facts, escaped);
  if (of.length === 2) yield tieSection(graph.between, escaped);
  else yield* nodeSection(graph.nodes, escaped, of.length === 0);
  yield* tiesSection(graph, of, escaped);
  tally.rows += graph.ties.length;
  if (of.length > 0) yield* evidenceSection(writing, tally, of, escaped);
}

/** A tie is kept when both its ends are: of whom the filter leaves out, a report would have no neighbour, and not say why. */
function checkKept({ selection }: Writing, { entity: id, name }: EntityFacts): void {
  if (!selection || selection.hasEntity(id)) return;
  throw new InputError(
    `export: the filter leaves out ${name} (${id}), of which the report is asked; add OR id:"${id}", or ask without it`,
  );
}

interface Graph {
  /** The leading entities of the whole graph. */
  readonly nodes: readonly NodeRow[];
  /** Of one entity, all its ties; of two, those to whom both are tied; of none, the leading ties. Strongest first. */
  readonly ties: readonly EdgeRow[];
  /** The tie of the two, by layer. */
  readonly between: readonly EdgeRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly entities: number;
  readonly edges: number;
}

/** Rows of a report on the whole graph. */
const LEADING = 50;

async function readGraph(writing: Writing, of: readonly EntityFacts[]): Promise<Graph> {
  const ids = new Set(of.map((facts) => facts.entity));
  const names = new Map<string, string>();
  let nodes: NodeRow[] = [];
  let entities = 0;
  for await (const row of writing.nodes()) {
    entities++;
    names.set(row.entity, row.name);
    if (of.length === 0) nodes = leading(nodes, row, byCounts);
  }
  let ties: EdgeRow[] = [];
  const between: EdgeRow[] = [];
  let edges = 0;
  for await (const row of writing.edges()) {
    edges++;
    const [a, b] = [ids.has(row.source), ids.has(row.target)];
    if (a && b) between.push(row);
    else if (of.length > 0 && (a || b)) ties.push(row);
    else if (of.length === 0) ties = leading(ties, row, byStrength);
  }
  ties = (of.length === 2 ? shared(ties, of) : ties).sort(byStrength);
  return {
    nodes: nodes.sort(byCounts).slice(0, LEADING),
    ties: of.length > 0 ? ties : ties.slice(0, LEADING),
    between,
    names,
    entities,
    edges,
  };
}

/** Keeps the best of a stream: sorted and cut each time it has grown to twice as many. Ties keep the stream's order. */
function leading<Row>(rows: Row[], row: Row, compare: (a: Row, b: Row) => number): Row[] {
  rows.push(row);
  return rows.length < 2 * LEADING ? rows : rows.sort(compare).slice(0, LEADING);
}

const byCounts = (a: NodeRow, b: NodeRow): number => b.stories - a.stories || b.mentions - a.mentions;
const byStrength = (a: EdgeRow, b: EdgeRow): number =>
  b.stories - a.stories || b.close - a.close || b.articles - a.articles;

/** The ties to those that both are tied to. */
function shared(ties: readonly EdgeRow[], of: readonly EntityFacts[]): EdgeRow[] {
  const [first, second] = of.map(
    (facts) => new Set(ties.filter((tie) => isOf(tie, facts)).map((tie) => otherEnd(tie, facts))),
  );
  return ties.filter((tie) => {
    const other = otherEnd(tie, of.find((facts) => isOf(tie, facts))!);
    return first!.has(other) && second!.has(other);
  });
}

const isOf = (tie: EdgeRow, { entity: id }: EntityFacts): boolean => tie.source === id || tie.target === id;
const otherEnd = (tie: EdgeRow, { entity: id }: EntityFacts): string => (tie.source === id ? tie.target : tie.source);

function scope(writing: Writing, graph: Graph, escaped: Escape): string {
  const { options, selection } = writing;
  const filter = selection ? ` · 筛选 filter: ${escaped(selection.filter)}` : "";
  return `层 layer: ${options.layer}${filter} · 实体 entities: ${graph.entities} · 联系 ties: ${graph.edges}\n`;
}

const counts = (row: { mentions: number; articles: number; stories: number; papers: number }): string =>
  `${row.stories} 稿 stories · ${row.articles} 篇 articles · ${row.papers} 报 papers · ${row.mentions} 次 mentions`;

function entitySection(facts: EntityFacts, escaped: Escape): string {
  const also = facts.aliases.length > 0 ? `- 又作 also: ${facts.aliases.map(escaped).join("、")}\n` : "";
  const dates = facts.first_date === null ? "" : `- ${facts.first_date} – ${facts.last_date}\n`;
  return `## ${escaped(facts.name)}\n\n- ${escaped(facts.entity)}\n${also}- ${counts(facts)}\n${dates}\n`;
}

function tieSection(between: readonly EdgeRow[], escaped: Escape): string {
  if (between.length === 0) return "## 联系 Tie\n\n没有 none\n\n";
  return `## 联系 Tie\n\n${tieTable(between.map((tie) => [escaped(tie.layer), tie]))}\n`;
}

async function* nodeSection(nodes: readonly NodeRow[], escaped: Escape, wanted: boolean): AsyncIterable<string> {
  if (!wanted || nodes.length === 0) return;
  yield `## 主要实体 Leading entities (${nodes.length})\n\n| | 类型 type | 稿 stories | 篇 articles | 报 papers |\n| --- | --- | ---: | ---: | ---: |\n`;
  for (const row of nodes) {
    yield `| ${escaped(row.name)} | ${escaped(row.type)} | ${row.stories} | ${row.articles} | ${row.papers} |\n`;
  }
  yield "\n";
}

async function* tiesSection(graph: Graph, of: readonly EntityFacts[], escaped: Escape): AsyncIterable<string> {
  if (graph.ties.length === 0) return;
  const nameOf = (id: string): string => escaped(graph.names.get(id) ?? id);
  const label = (tie: EdgeRow): string => `${nameOf(tie.source)} – ${nameOf(tie.target)}`;
  const rows = graph.ties.map((tie): [string, EdgeRow] => {
    const one = of.length === 1 ? of[0]! : null;
    return [one ? nameOf(otherEnd(tie, one)) : label(tie), tie];
  });
  const title = ["主要联系 Leading ties", "相邻 Neighbours", "共同的联系 Ties to those whom both are named with"][
    of.length
  ]!;
  yield `## ${title} (${rows.length})\n\n${tieTable(rows)}\n`;
}

function tieTable(rows: readonly (readonly [label: string, tie: EdgeRow])[]): string {
  const lines = rows.map(
    ([label, tie]) =>
      `| ${label} | ${tie.stories} | ${tie.articles} | ${tie.close} | ${tie.papers} | ${tie.npmi ?? ""} | ${tie.first_date ?? ""} | ${tie.last_date ?? ""} |\n`,
  );
  return `| | 稿 stories | 篇 articles | 同句 close | 报 papers | npmi | 首见 first | 末见 last |\n| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |\n${lines.join("")}`;
}

/** Evidence asked for at a time. */
const WINDOW = 500;

const UNFILTERED = "原文不经筛选，全数在此 all of it: the filter chooses entities and ties, not sentences";

async function* evidenceSection(
  writing: Writing,
  tally: Tally,
  of: readonly EntityFacts[],
  escaped: Escape,
): AsyncIterable<string> {
  const { layer } = writing.options;
  const ids = of.map((facts) => facts.entity);
  for (let offset = 0; ; offset += WINDOW) {
    const found = await evidence(writing.db, ids, { layer, limit: WINDOW, offset });
    if (offset === 0) {
      yield `## 原文 Evidence (${found.total} · ${found.texts} 文 texts · ${found.stories} 稿 stories)\n\n`;
      if (writing.selection) yield `${UNFILTERED}\n\n`;
    }
    for (const [i, item] of found.items.entries()) {
      tally.rows++;
      yield evidenceItem(offset + i + 1, item, escaped);
    }
    if (offset + found.items.length >= found.total || found.items.length === 0) return;
  }
}

const evidenceItem = (number: number, { passages }: Evidence, escaped: Escape): string =>
  `${number}\\. ${passages.map((passage) => `${quoted(passage, escaped)}  \n${citation(passage, escaped)}`).join("\n\n   … ")}\n\n`;

/** The sentence with its marks in bold: as HTML, for `**` beside Chinese marks is no emphasis. */
function quoted({ text, marks }: Passage, escaped: Escape): string {
  let shown = "";
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    shown += `${escaped(text.slice(at, start))}<b>${escaped(text.slice(start, end))}</b>`;
    at = end;
  }
  return shown + escaped(text.slice(at));
}

function citation(passage: Passage, escaped: Escape): string {
  const parts = [
    passage.paper === null ? "报纸不详 paper unknown" : `《${escaped(passage.paper)}》`,
    passage.date ?? "日期不详 undated",
    passage.title === "" ? null : `“${escaped(passage.title)}”`,
    `${escaped(passage.article)}`,
    `版面 page ${escaped(passage.page)}: ${passage.page_spans.map(([start, end]) => `${start}–${end}`).join(", ")}`,
  ];
  return `— ${parts.filter((part) => part !== null).join(" · ")}`;
}
