// Where entities stand in the drawn graph, as lines for a person.
import { CENTRALITY_SORTS, type InGraph, type Sampling, type TopEntities, type TopEntity } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

const WORDS: Readonly<Record<(typeof CENTRALITY_SORTS)[number], readonly [zh: string, en: string]>> = {
  degree: ["联系数", "degree"],
  weighted_degree: ["加权联系数", "weighted degree"],
  pagerank: ["PageRank", "PageRank"],
  betweenness: ["中介度", "betweenness"],
};

/** Community and centralities; nothing for who is not drawn. */
export function inGraphLines(graph: InGraph | null, say: Say): string[] {
  if (!graph) return [];
  const { community, community_size, community_members, stability, sampling } = graph;
  const figures = CENTRALITY_SORTS.map((key) => `${say(...WORDS[key])} ${graph[key]}`);
  const lines = [`  ${figures.join(say("，", ", "))}${sampled(sampling, say)}`];
  if (community !== null) {
    const members = community_members.map(({ name }) => name).join(say("、", ", "));
    const more = community_size > community_members.length ? say("等", ", …") : "";
    const sure = stability === null ? "" : say(`，稳定度 ${stability}`, `, stability ${stability}`);
    const title = say(`群组（${community_size} 个${sure}）`, `community of ${community_size}${sure}`);
    lines.push(`  ${title}: ${members}${more}`);
  }
  return lines;
}

/** The figure that the list is ordered by, where it is a centrality. */
export function centralityText(row: TopEntity, { sort, sampling }: TopEntities, say: Say): string {
  const key = CENTRALITY_SORTS.find((one) => sort.startsWith(`${one},`));
  if (!key) return "";
  if (!row.centrality) return `  ${say("未画出", "not drawn")}`;
  return `  ${say(...WORDS[key])} ${row.centrality[key]}${key === "betweenness" ? sampled(sampling, say) : ""}`;
}

const sampled = ({ nodes, pivots }: Sampling, say: Say): string =>
  pivots === nodes
    ? ""
    : say(`（中介度由 ${nodes} 个中的 ${pivots} 个估得）`, ` (betweenness estimated from ${pivots} of ${nodes})`);
