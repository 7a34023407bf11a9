// The model of a part of the articles: same names at the same places and numbers, every count made anew. Pure.
import type { SiteArticleEntry, SiteNode } from "./data.ts";
import { indexModel, type Model, type Tie } from "./model.ts";
import { countEdges, type EdgeCounts, isEverything, type Scope, textsOf, totals } from "./recount.ts";
import { npmi } from "./stats.ts";

/** `base` itself where the scope leaves nothing out. Cost: O(names + their articles + texts of all edges). */
export function sliceModel(base: Model, scope: Scope): Model {
  if (isEverything(scope)) return base;
  const incidence = base.incidence();
  const mask = textsOf(incidence, base.articles, scope);
  const isIn = incidence.textOf.map((text) => mask[text]!);
  const nodes = base.nodes.map((node) => sliceNode(node, isIn, base.articles));
  const counted = totals(incidence, mask);
  const counts = countEdges(incidence, mask);
  const own = Uint32Array.from(nodes, (node) => (node.in.content ? node.stories : 0));
  const edges = base.edges.map((edge, i) => sliceTie(edge, counts, i, own, counted.stories));
  const { project, communities, articles, former } = base;
  return indexModel({
    project,
    nodes,
    edges,
    communities,
    articles,
    counted,
    scope,
    former,
    incidence: base.incidence,
  });
}

function sliceNode(node: SiteNode, isIn: Uint32Array, articles: readonly SiteArticleEntry[]): SiteNode {
  const within: Record<string, readonly number[]> = {};
  for (const [layer, list] of Object.entries(node.in)) {
    const kept = list.filter((article) => isIn[article]);
    if (kept.length > 0) within[layer] = kept;
  }
  const list = within.content ?? [...new Set(Object.values(within).flat())];
  return { ...node, in: within, ...countArticles(list, articles) };
}

/** Counts of a list of articles, each once; null dates where none is dated. */
export function countArticles(
  list: readonly number[],
  articles: readonly SiteArticleEntry[],
): Pick<SiteNode, "articles" | "stories" | "papers" | "first_date" | "last_date"> {
  const stories = new Set<string>();
  const papers = new Set<string>();
  let first: string | null = null;
  let last: string | null = null;
  for (const i of list) {
    const { story, paper, page, date } = articles[i]!;
    stories.add(story);
    papers.add(paper ?? `?${page}`);
    if (date === null) continue;
    if (first === null || date < first) first = date;
    if (last === null || date > last) last = date;
  }
  return { articles: list.length, stories: stories.size, papers: papers.size, first_date: first, last_date: last };
}

// What the build capped stays capped: a part is never more than the whole. Written out, for it is done for every edge
// while a brush moves.
function sliceTie(edge: Tie, counts: EdgeCounts, i: number, own: Uint32Array, total: number): Tie {
  const { source, target, layer, backbone } = edge;
  const articles = Math.min(edge.articles, counts.articles[i]!);
  const stories = Math.min(edge.stories, counts.stories[i]!);
  const measured = layer === "content" && stories >= 2;
  return {
    source,
    target,
    layer,
    articles,
    close: closeOf(edge, articles),
    texts: Math.min(edge.texts, counts.texts[i]!),
    stories,
    papers: Math.min(edge.papers, counts.papers[i]!),
    npmi: measured ? npmi({ both: stories, a: own[source]!, b: own[target]!, total }) : null,
    g2: null,
    p: null,
    q: null,
    backbone,
  };
}

/** Which articles have a shared sentence is not in the data: known where all have or none. */
function closeOf(edge: Tie, articles: number): number | null {
  if (edge.close === 0 || articles === 0) return 0;
  if (edge.close === edge.articles) return articles;
  return articles === edge.articles ? edge.close : null;
}
