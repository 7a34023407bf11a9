// The graph with the indexes that the page asks for again and again. Pure; made once when the data has come.
import { isAwkward, shortId } from "./address.ts";
import type { EntityType, Site, SiteArticleEntry, SiteCommunity, SiteEdge, SiteNode, SiteProject } from "./data.ts";
import { type Incidence, incidenceSteps, type Lists } from "./incidence.ts";
import type { Scope } from "./recount.ts";
import { finish, type Gradual, gradually, type Work } from "./work.ts";

export const TYPES: readonly EntityType[] = ["city_cluster", "agency", "program", "person", "place"];

/** An edge as the page counts it: of a part of the articles it may not be known in how many a sentence names both. */
export type Tie = Omit<SiteEdge, "close"> & { readonly close: number | null };

export interface Model {
  readonly project: SiteProject;
  readonly nodes: readonly SiteNode[];
  readonly edges: readonly Tie[];
  readonly communities: readonly SiteCommunity[];
  readonly articles: readonly SiteArticleEntry[];
  readonly indexById: ReadonlyMap<string, number>;
  readonly articleById: ReadonlyMap<string, number>;
  /** What holds of every part of the articles. */
  readonly wiring: Wiring;
  /** Edge indexes of a node, strongest first. Sorted when first asked for: few of a large project's ever are. */
  readonly edgesOf: (node: number) => readonly number[];
  /** Node indexes from the most to the least important. */
  readonly ranked: readonly number[];
  /** Place of every node in `ranked`. */
  readonly rank: readonly number[];
  readonly members: readonly (readonly number[])[];
  /** The two strongest ties of each name that stands in bylines or mastheads alone: no backbone holds it. */
  readonly company: ReadonlySet<number>;
  /** Articles and stories that the counts are of, the pages' furniture left out. */
  readonly counted: { readonly articles: number; readonly stories: number };
  /** What part of the articles is counted; null: all of them. */
  readonly scope: Scope | null;
  /** Ids that decisions have changed → the number that they lead to. */
  readonly former: ReadonlyMap<string, number>;
  /** Which texts each edge rests on; worked out when first asked for. */
  readonly incidence: Gradual<Incidence>;
}

export interface Wiring {
  /** Edges of each node. */
  readonly incident: Lists;
  /** How many of them are of the backbone. */
  readonly backbone: Uint32Array;
}

export const buildModel = ({ project, graph, articles }: Site): Model => {
  const { nodes, edges, communities } = graph;
  const incidence = gradually(() => incidenceSteps(nodes, edges, articles));
  const { articles: told, stories } = project.counts;
  const counted = { articles: told, stories };
  return indexModel({
    project,
    nodes,
    edges,
    communities,
    articles,
    counted,
    scope: null,
    former: new Map(),
    incidence,
  });
};

type Counted = Pick<
  Model,
  "project" | "nodes" | "edges" | "communities" | "articles" | "counted" | "scope" | "former" | "incidence"
>;

/** Adds the indexes to nodes and edges with their counts. Cost: O(names · log names + edges). */
export const indexModel = (counts: Counted): Model => finish(indexSteps(counts));

/** `indexModel`, step by step. `like`: a model of the same names, ties and articles, whose numbers hold here. */
export function* indexSteps(counts: Counted, like?: Model): Work<Model> {
  const { nodes, edges, communities, articles, former } = counts;
  const wiring = like?.wiring ?? wire(nodes.length, edges);
  const edgesOf = strongestFirst(wiring, edges);
  yield;
  const ranked = rankNodes(nodes, wiring);
  yield;
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
    ...counts,
    indexById: like?.indexById ?? new Map([...numbersOf(nodes.map((node) => node.id)), ...former]),
    articleById: like?.articleById ?? numbersOf(articles.map((entry) => entry.article)),
    wiring,
    edgesOf,
    ranked,
    rank,
    members,
    company: new Set(nodes.flatMap((node, i) => (isBylineOnly(node) ? edgesOf(i).slice(0, 2) : []))),
  };
}

// Of a part of the articles a name may stand in none; it has no company there.
const isBylineOnly = (node: SiteNode): boolean =>
  !node.in.content && (node.in.byline ?? node.in.masthead) !== undefined;

function wire(size: number, edges: readonly Tie[]): Wiring {
  const start = new Uint32Array(size + 1);
  const ofBackbone = new Uint32Array(size);
  for (const { source, target, backbone } of edges) {
    start[source + 1]!++;
    start[target + 1]!++;
    if (!backbone) continue;
    ofBackbone[source]!++;
    ofBackbone[target]!++;
  }
  for (let i = 1; i <= size; i++) start[i]! += start[i - 1]!;
  const next = start.slice();
  const items = new Uint32Array(start[size]!);
  edges.forEach(({ source, target }, i) => {
    items[next[source]!++] = i;
    items[next[target]!++] = i;
  });
  return { incident: { start, items }, backbone: ofBackbone };
}

/** Ties of a name without those that have no story in what is counted; a list is sorted and kept when it is first asked for. */
function strongestFirst({ incident }: Wiring, edges: readonly Tie[]): (node: number) => readonly number[] {
  const { start, items } = incident;
  const stronger = strongerFirst(edges);
  const kept = new Map<number, readonly number[]>();
  return (node) => {
    let list = kept.get(node);
    if (!list) {
      const all = node < start.length - 1 ? [...items.subarray(start[node], start[node + 1])] : [];
      list = all.filter((i) => edges[i]!.stories > 0).sort(stronger);
      kept.set(node, list);
    }
    return list;
  };
}

/** Ids → their numbers; the short stand-in of an id that no address can carry leads there as well. */
function numbersOf(ids: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  ids.forEach((id, i) => {
    numbers.set(id, i);
    if (isAwkward(id)) numbers.set(shortId(id), i);
  });
  return numbers;
}

/**
 * What a tie tells of its two names: how far from chance, times how much that rests on. By stories alone every name's
 * strongest tie would lead to the two or three names that stand in everything, and the map would be a star.
 */
export const telling = (edge: Tie): number => (edge.npmi ?? 0) * Math.log1p(edge.stories);

/** More stories first, then more shared sentences, then the higher npmi, then the earlier edge. */
function strongerFirst(edges: readonly Tie[]): (a: number, b: number) => number {
  return (a, b) => {
    const x = edges[a]!;
    const y = edges[b]!;
    return y.stories - x.stories || (y.close ?? 0) - (x.close ?? 0) || (y.npmi ?? -1) - (x.npmi ?? -1) || a - b;
  };
}

// Stories say how widely a name is reported, backbone ties how central it is; an index breaks what is still equal, so
// that two visits look the same.
function rankNodes(nodes: readonly SiteNode[], { backbone: degree }: Wiring): number[] {
  // Whoever stands in articles' own text goes before all others.
  const weight = Float64Array.from(nodes, (node) => node.stories + (node.in.content ? 2 ** 40 : 0));
  const order = Uint32Array.from(nodes, (_, i) => i);
  order.sort(
    (a, b) => weight[b]! - weight[a]! || degree[b]! - degree[a]! || nodes[b]!.mentions - nodes[a]!.mentions || a - b,
  );
  return [...order];
}

/** The same model with some names at other places. */
export const movePlaces = (
  model: Model,
  places: ReadonlyMap<number, { readonly x: number; readonly y: number }>,
): Model => ({ ...model, nodes: model.nodes.map((node, i) => ({ ...node, ...places.get(i) })) });

/** The other end of an edge. */
export const otherEnd = (edge: Tie, node: number): number => (edge.source === node ? edge.target : edge.source);

/** All edges between two nodes, content first (a pair has one edge in each layer at most). */
export function edgesBetween(model: Model, a: number, b: number): Tie[] {
  const list = model
    .edgesOf(a)
    .map((i) => model.edges[i]!)
    .filter((edge) => otherEnd(edge, a) === b);
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
