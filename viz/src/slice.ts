// The model of a part of the articles: same names at the same places and numbers, every count made anew. Pure.
import type { SiteArticleEntry, SiteNode } from "./data.ts";
import type { Incidence } from "./incidence.ts";
import { indexSteps, type Model, type Tie } from "./model.ts";
import { type EdgeCounts, edgeCounts, isEverything, type Scope, textsOf, totals } from "./recount.ts";
import { npmi } from "./stats.ts";
import { finish, type Work } from "./work.ts";

/** `base` itself where the scope leaves nothing out. Cost: O(names + their articles + texts of all edges). */
export const sliceModel = (base: Model, scope: Scope): Model => finish(sliceSteps(base, scope));

/** Names, and edges, between two breaths. */
const NAMES = 1024;
const EDGES = 8192;

/** `sliceModel`, step by step. */
export function* sliceSteps(base: Model, scope: Scope): Work<Model> {
  if (isEverything(scope)) return base;
  const incidence = yield* base.incidence.steps();
  const mask = textsOf(incidence, base.articles, scope);
  yield;
  const counted = totals(incidence, mask);
  const nodes = yield* sliceNodes(base, incidence, mask);
  const counts = yield* edgeCounts(incidence, mask);
  const own = Uint32Array.from(nodes, (node) => (node.in.content ? node.stories : 0));
  const edges = new Array<Tie>(base.edges.length);
  for (let from = 0; from < edges.length; from += EDGES) {
    sliceTies(base.edges, edges, from, Math.min(edges.length, from + EDGES), counts, own, counted.stories);
    yield;
  }
  return yield* indexSteps({ ...base, nodes, edges, counted, scope }, base);
}

function* sliceNodes(base: Model, incidence: Incidence, mask: Uint8Array): Work<SiteNode[]> {
  const { textOf } = incidence;
  const isIn = (article: number): boolean => mask[textOf[article]!] === 1;
  const count = counter(incidence, base.articles);
  const nodes = new Array<SiteNode>(base.nodes.length);
  for (let i = 0; i < nodes.length; i++) {
    if (i % NAMES === NAMES - 1) yield;
    const node = base.nodes[i]!;
    const within = part(node.in, isIn);
    const { articles, stories, papers, first_date, last_date } = count(listOf(within));
    nodes[i] = { ...node, in: within, articles, stories, papers, first_date, last_date };
  }
  return nodes;
}

/** What is left of the lists of articles; the lists themselves where nothing is left out. */
function part(lists: SiteNode["in"], isIn: (article: number) => boolean): SiteNode["in"] {
  const within: Record<string, readonly number[]> = {};
  let isWhole = true;
  for (const layer in lists) {
    const list = lists[layer as keyof SiteNode["in"]]!;
    const kept = list.filter(isIn);
    if (kept.length > 0) within[layer] = kept.length === list.length ? list : kept;
    if (kept.length < list.length) isWhole = false;
  }
  return isWhole ? lists : within;
}

const listOf = (within: SiteNode["in"]): readonly number[] =>
  within.content ?? [...new Set(Object.values(within).flat())];

type ArticleCounts = Pick<SiteNode, "articles" | "stories" | "papers" | "first_date" | "last_date">;

/** `countArticles` for very many lists. */
function counter(
  { articleStory, articlePaper, stories, papers }: Incidence,
  articles: readonly SiteArticleEntry[],
): (list: readonly number[]) => ArticleCounts {
  const seenStory = new Uint32Array(stories);
  const seenPaper = new Uint32Array(papers);
  let turn = 0;
  return (list) => {
    turn++;
    let [storyCount, paperCount] = [0, 0];
    let first: string | null = null;
    let last: string | null = null;
    for (const i of list) {
      const [story, paper, date] = [articleStory[i]!, articlePaper[i]!, articles[i]!.date];
      if (seenStory[story] !== turn) {
        seenStory[story] = turn;
        storyCount++;
      }
      if (seenPaper[paper] !== turn) {
        seenPaper[paper] = turn;
        paperCount++;
      }
      if (date === null) continue;
      if (first === null || date < first) first = date;
      if (last === null || date > last) last = date;
    }
    return { articles: list.length, stories: storyCount, papers: paperCount, first_date: first, last_date: last };
  };
}

/** Counts of a list of articles, each once; null dates where none is dated. */
export function countArticles(list: readonly number[], articles: readonly SiteArticleEntry[]): ArticleCounts {
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
  // Most ties rest on one text: of those within the part nothing changes.
  if (!measured && articles === edge.articles && edge.npmi === null && isPlain(edge, counts, i)) return edge;
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

function sliceTies(
  all: readonly Tie[],
  edges: Tie[],
  from: number,
  to: number,
  counts: EdgeCounts,
  own: Uint32Array,
  total: number,
): void {
  for (let i = from; i < to; i++) edges[i] = sliceTie(all[i]!, counts, i, own, total);
}

const isPlain = ({ texts, stories, papers, g2, p, q }: Tie, counts: EdgeCounts, i: number): boolean =>
  counts.texts[i]! >= texts &&
  counts.stories[i]! >= stories &&
  counts.papers[i]! >= papers &&
  g2 === null &&
  p === null &&
  q === null;

/** Which articles have a shared sentence is not in the data: known where all have or none. */
function closeOf(edge: Tie, articles: number): number | null {
  if (edge.close === 0 || articles === 0) return 0;
  if (edge.close === edge.articles) return articles;
  return articles === edge.articles ? edge.close : null;
}
