// The graph with the indexes that the page asks for again and again. Pure; made once when the data has come.
import type { EntityType, Site, SiteArticleEntry, SiteCommunity, SiteEdge, SiteNode, SiteProject } from "./data.ts";

export const TYPES: readonly EntityType[] = ["city_cluster", "agency", "program", "person", "place"];

export interface Model {
  readonly project: SiteProject;
  readonly nodes: readonly SiteNode[];
  readonly edges: readonly SiteEdge[];
  readonly communities: readonly SiteCommunity[];
  readonly articles: readonly SiteArticleEntry[];
  readonly indexById: ReadonlyMap<string, number>;
  readonly articleById: ReadonlyMap<string, number>;
  /** Edge indexes of every node, strongest first. */
  readonly edgesOf: readonly (readonly number[])[];
  /** Node indexes from the most to the least important. */
  readonly ranked: readonly number[];
  /** Place of every node in `ranked`. */
  readonly rank: readonly number[];
  readonly members: readonly (readonly number[])[];
  /** The two strongest ties of each name that stands in bylines or mastheads alone: no backbone holds it. */
  readonly company: ReadonlySet<number>;
}

export function buildModel({ project, graph, articles }: Site): Model {
  const { nodes, edges, communities } = graph;
  const edgesOf: number[][] = nodes.map(() => []);
  edges.forEach((edge, i) => {
    edgesOf[edge.source]!.push(i);
    edgesOf[edge.target]!.push(i);
  });
  const stronger = strongerFirst(edges);
  for (const list of edgesOf) list.sort(stronger);
  const ranked = rankNodes(nodes, edges, edgesOf);
  const rank = new Array<number>(nodes.length);
  ranked.forEach((node, place) => {
    rank[node] = place;
  });
  const members: number[][] = communities.map(() => []);
  for (const node of ranked) {
    const community = nodes[node]!.community;
    if (community !== null) members[community]?.push(node);
  }
  return {
    project,
    nodes,
    edges,
    communities,
    articles,
    indexById: new Map(nodes.map((node, i) => [node.id, i])),
    articleById: new Map(articles.map((entry, i) => [entry.article, i])),
    edgesOf,
    ranked,
    rank,
    members,
    company: new Set(nodes.flatMap((node, i) => (node.in.content ? [] : edgesOf[i]!.slice(0, 2)))),
  };
}

/** More stories first, then more shared sentences, then the higher npmi, then the earlier edge. */
function strongerFirst(edges: readonly SiteEdge[]): (a: number, b: number) => number {
  return (a, b) => {
    const x = edges[a]!;
    const y = edges[b]!;
    return y.stories - x.stories || y.close - x.close || (y.npmi ?? -1) - (x.npmi ?? -1) || a - b;
  };
}

// Stories say how widely a name is reported, backbone ties how central it is; an index breaks what is still equal, so
// that two visits look the same.
function rankNodes(
  nodes: readonly SiteNode[],
  edges: readonly SiteEdge[],
  edgesOf: readonly (readonly number[])[],
): number[] {
  const degree = edgesOf.map((list) => list.filter((edge) => edges[edge]!.backbone).length);
  const content = nodes.map((node) => (node.in.content ? 1 : 0));
  return nodes
    .map((_, i) => i)
    .sort(
      (a, b) =>
        content[b]! - content[a]! ||
        nodes[b]!.stories - nodes[a]!.stories ||
        degree[b]! - degree[a]! ||
        nodes[b]!.mentions - nodes[a]!.mentions ||
        a - b,
    );
}

/** The other end of an edge. */
export const otherEnd = (edge: SiteEdge, node: number): number => (edge.source === node ? edge.target : edge.source);

/** All edges between two nodes, content first (a pair has one edge in each layer at most). */
export function edgesBetween(model: Model, a: number, b: number): SiteEdge[] {
  const list = (model.edgesOf[a] ?? []).map((i) => model.edges[i]!).filter((edge) => otherEnd(edge, a) === b);
  return list.sort((x, y) => Number(y.layer === "content") - Number(x.layer === "content"));
}

/** Articles that name a node, ascending: in the content layer, or in any. */
export function articlesOf(node: SiteNode, bylines: boolean): readonly number[] {
  if (!bylines) return node.in.content ?? [];
  return [...new Set(Object.values(node.in).flat())].sort((a, b) => a - b);
}

/** Distinct stories of a list of articles. */
export const storiesOf = (model: Model, articles: readonly number[]): number =>
  new Set(articles.map((i) => model.articles[i]!.story)).size;
