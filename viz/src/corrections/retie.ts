// The ties of names whose articles have changed, counted anew; all others stay as they are. Pure.
import type { Layer, SiteArticleEntry, SiteNode } from "../data.ts";
import type { Model, Tie } from "../model.ts";
import { npmi } from "../stats.ts";

const LAYERS: readonly Layer[] = ["content", "byline", "masthead"];

/** How prominently names stand in one text: number → 0 content, 1 byline, 2 masthead. */
type Naming = Map<number, number>;

interface Pair {
  readonly source: number;
  readonly target: number;
  readonly depth: number;
  articles: number;
  texts: number;
  readonly stories: Set<string>;
  readonly papers: Set<string>;
}

/**
 * In: nodes with their new articles, which of them are touched, and which old name each comes from (the merged ones' ties
 * are found by the articles). Out: old ties between untouched names, then the counted ones by their names.
 * Cost: O(names of the articles that a touched name stands in).
 */
export function retie(
  base: Model,
  nodes: readonly SiteNode[],
  touched: ReadonlySet<number>,
  origins: readonly number[],
): Tie[] {
  const kept = base.edges.filter(({ source, target }) => !touched.has(source) && !touched.has(target));
  const pairs = countTouched(base.articles, nodes, touched);
  const old = oldTies(base, touched);
  const made = [...pairs.values()]
    .sort((a, b) => a.source - b.source || a.target - b.target || a.depth - b.depth)
    .map((pair) => toTie(base, nodes, pair, old(pair, origins)));
  return [...kept, ...made];
}

function countTouched(
  articles: readonly SiteArticleEntry[],
  nodes: readonly SiteNode[],
  touched: ReadonlySet<number>,
): Map<string, Pair> {
  const wanted = new Set(
    [...touched].flatMap((node) => Object.values(nodes[node]!.in).flat()).map((i) => articles[i]!.text),
  );
  const byArticle = new Map<number, Naming>();
  const members = new Map<string, number[]>();
  articles.forEach(({ text }, i) => {
    if (!wanted.has(text)) return;
    byArticle.set(i, new Map());
    members.set(text, [...(members.get(text) ?? []), i]);
  });
  nodes.forEach((node, number) => {
    LAYERS.forEach((layer, depth) => {
      for (const article of node.in[layer] ?? []) {
        const naming = byArticle.get(article);
        if (naming) naming.set(number, Math.min(depth, naming.get(number) ?? 9));
      }
    });
  });
  const pairs = new Map<string, Pair>();
  for (const list of members.values()) countText(articles, list, byArticle, touched, pairs);
  return pairs;
}

function countText(
  articles: readonly SiteArticleEntry[],
  members: readonly number[],
  byArticle: ReadonlyMap<number, Naming>,
  touched: ReadonlySet<number>,
  pairs: Map<string, Pair>,
): void {
  const whole: Naming = new Map();
  for (const article of members)
    for (const [name, depth] of byArticle.get(article)!) whole.set(name, Math.min(depth, whole.get(name) ?? 9));
  const { story, paper, page } = articles[members[0]!]!;
  for (const [a, depthA] of whole) {
    if (!touched.has(a)) continue;
    for (const [b, depthB] of whole) {
      if (a === b || (touched.has(b) && b < a)) continue;
      const depth = Math.max(depthA, depthB);
      const [source, target] = a < b ? [a, b] : [b, a];
      const key = `${source}/${target}/${depth}`;
      const pair = pairs.get(key) ?? {
        source,
        target,
        depth,
        articles: 0,
        texts: 0,
        stories: new Set(),
        papers: new Set(),
      };
      pairs.set(key, pair);
      pair.texts++;
      pair.stories.add(story);
      pair.papers.add(paper ?? `?${page}`);
      pair.articles += members.filter((article) => {
        const naming = byArticle.get(article)!;
        return Math.max(naming.get(a) ?? 9, naming.get(b) ?? 9) === depth;
      }).length;
    }
  }
}

/** The old ties of touched names, by the other end and the layer. */
function oldTies(
  base: Model,
  touched: ReadonlySet<number>,
): (pair: Pair, origins: readonly number[]) => readonly Tie[] {
  const byPair = new Map<string, Tie>();
  const byEnd = new Map<string, Tie[]>();
  for (const tie of base.edges) {
    if (!touched.has(tie.source) && !touched.has(tie.target)) continue;
    byPair.set(`${tie.source}/${tie.target}/${tie.layer}`, tie);
    for (const [end, other] of [
      [tie.source, tie.target],
      [tie.target, tie.source],
    ] as const) {
      if (!touched.has(other)) continue;
      const key = `${end}/${tie.layer}`;
      byEnd.set(key, [...(byEnd.get(key) ?? []), tie]);
    }
  }
  return ({ source, target, depth }, origins) => {
    const layer = LAYERS[depth]!;
    const other = touched.has(source) ? target : source;
    if (touched.has(other)) {
      const [a, b] = [origins[source]!, origins[target]!];
      const tie = byPair.get(`${Math.min(a, b)}/${Math.max(a, b)}/${layer}`);
      return tie ? [tie] : [];
    }
    return byEnd.get(`${other}/${layer}`) ?? [];
  };
}

function toTie(base: Model, nodes: readonly SiteNode[], pair: Pair, old: readonly Tie[]): Tie {
  const { source, target, depth, articles, texts } = pair;
  const stories = pair.stories.size;
  const total = base.counted.stories;
  const both = depth === 0 && stories >= 2;
  const [a, b] = [nodes[source]!.stories, nodes[target]!.stories];
  const same = old.find((tie) => tie.source === source && tie.target === target && tie.articles === articles);
  return {
    source,
    target,
    layer: LAYERS[depth]!,
    articles,
    // A sentence that names both names one of those whom this tie was counted for before.
    close: same && old.length === 1 ? same.close : old.every((tie) => tie.close === 0) ? 0 : null,
    texts,
    stories,
    papers: pair.papers.size,
    npmi: both ? npmi({ both: stories, a, b, total }) : null,
    g2: null,
    p: null,
    q: null,
    backbone: depth === 0 && (stories >= 2 || old.some((tie) => tie.backbone)),
  };
}
