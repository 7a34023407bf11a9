// What is taken away, as the rows that src/export writes: the same columns with the same meaning. Counts are those of the
// view: of the papers and days that are looked at, where these are not all. Pure.
import type { EdgeRow, NodeRow } from "../../../src/export/rows/graph-rows.ts";
import { byKey, compareCodePoints } from "../../../src/lib/order.ts";
import { type Choice, fits, tieFits } from "../drawn.ts";
import type { Model } from "../model.ts";
import type { Picture } from "../reducers.ts";

/** `shown`: what is drawn. `near`: of that the selection and what surrounds it. `all`: whatever the filters leave in. */
export type Extent = "shown" | "near" | "all";

export interface Taken {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Indexes into the model. `near` without a selection is what is shown. */
export function take(model: Model, choice: Choice, picture: Picture, extent: Extent): Taken {
  if (extent === "all") {
    const nodes = model.nodes.flatMap((_, i) => (fits(model, choice, i) ? [i] : []));
    const inside = new Set(nodes);
    const edges = model.edges.flatMap((edge, i) =>
      inside.has(edge.source) && inside.has(edge.target) && edge.stories > 0 && tieFits(choice, edge) ? [i] : [],
    );
    return { nodes, edges };
  }
  const { selected } = picture;
  if (extent === "shown" || !selected) return { nodes: picture.nodes, edges: picture.edges };
  const nodes = picture.nodes.filter((node) => selected.near.has(node) || selected.hubs.has(node));
  const inside = new Set(nodes);
  const edges = picture.edges.filter((i) => inside.has(model.edges[i]!.source) && inside.has(model.edges[i]!.target));
  return { nodes, edges };
}

/** Rows by id, as every export has them. */
export function nodeRowsOf(model: Model, nodes: readonly number[]): NodeRow[] {
  return nodes
    .map((i): NodeRow => {
      const node = model.nodes[i]!;
      return {
        entity: node.id,
        type: node.type,
        name: node.name,
        aliases: JSON.stringify(node.aliases),
        mentions: node.mentions,
        articles: node.articles,
        stories: node.stories,
        papers: node.papers,
        first_date: node.first_date,
        last_date: node.last_date,
        x: node.x,
        y: node.y,
        community: node.community,
        community_name: node.community === null ? null : JSON.stringify(model.communities[node.community]?.name ?? []),
        stability: node.stability ?? null,
        degree: node.centrality?.degree ?? null,
        weighted_degree: node.centrality?.weighted_degree ?? null,
        pagerank: node.centrality?.pagerank ?? null,
        betweenness: node.centrality?.betweenness ?? null,
      };
    })
    .sort(byKey((row) => row.entity));
}

/** Rows by source, target and layer; the source is the smaller id. */
export function edgeRowsOf(model: Model, edges: readonly number[]): EdgeRow[] {
  return edges
    .map((i): EdgeRow => {
      const edge = model.edges[i]!;
      const ends = [model.nodes[edge.source]!.id, model.nodes[edge.target]!.id].sort(compareCodePoints);
      return {
        source: ends[0]!,
        target: ends[1]!,
        layer: edge.layer,
        articles: edge.articles,
        // Of a part of the articles it may not be known; every format leaves such a cell empty.
        close: edge.close as number,
        texts: edge.texts,
        stories: edge.stories,
        papers: edge.papers,
        npmi: edge.npmi,
        g2: edge.g2,
        p: edge.p,
        q: edge.q,
        backbone: edge.backbone,
        backbone_rule: edge.rule ?? null,
        ...datesOf(model, i),
      };
    })
    .sort(
      (a, b) =>
        compareCodePoints(a.source, b.source) ||
        compareCodePoints(a.target, b.target) ||
        compareCodePoints(a.layer, b.layer),
    );
}

/** First and last day on which both are named, within what is looked at. */
function datesOf(model: Model, edge: number): { first_date: string | null; last_date: string | null } {
  const { edgeTexts, firstOf } = model.incidence();
  const { from = null, to = null, papers = [] } = model.scope ?? {};
  let first: string | null = null;
  let last: string | null = null;
  for (let at = edgeTexts.start[edge]!; at < edgeTexts.start[edge + 1]!; at++) {
    const { date, paper } = model.articles[firstOf[edgeTexts.items[at]!]!]!;
    if (date === null || (from !== null && date < from) || (to !== null && date > to)) continue;
    if (papers.length > 0 && !papers.includes(paper ?? "")) continue;
    if (first === null || date < first) first = date;
    if (last === null || date > last) last = date;
  }
  return { first_date: first, last_date: last };
}
