// data/project.json and data/graph.json: what the project holds and what of it is drawn.

import type { EntityType, Layer } from "../entities/index.ts";
import {
  type BackboneRule,
  type Centrality,
  DEFAULT_GRAPH_OPTIONS,
  type EntityCounts,
  readTesting,
  readTotals,
} from "../graph/index.ts";
import { THRESHOLDS } from "../query/index.ts";
import { type Database, statement } from "../store/index.ts";
import { correctionsOf } from "./rows/graph-rows.ts";
import {
  SITE_FORMAT,
  type SiteCommunity,
  type SiteEdge,
  type SiteGraph,
  type SiteNode,
  type SiteProject,
} from "./site-types.ts";

interface TotalsRow {
  readonly pages: number;
  readonly undated_pages: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly articles: number;
  readonly texts: number;
  readonly stories: number;
  readonly mentions: number;
  readonly entities: number;
  readonly edges: number;
  readonly content_entities: number;
  readonly content_edges: number;
  readonly drawn_entities: number;
  readonly drawable_edges: number;
  readonly rules: string | null;
}

/** data/project.json. Articles, texts and stories are counted without the pages' furniture. */
export async function siteProject(db: Database): Promise<SiteProject> {
  const totals = (await db.rows<TotalsRow>(statement("export", "site-project-totals")))[0]!;
  const { pages, articles, texts, stories, mentions, entities, edges } = totals;
  // site-edges.sql puts the content layer first, so the cap cuts other layers before it.
  const drawnEdges = Math.min(totals.drawable_edges, DEFAULT_GRAPH_OPTIONS.maxDrawnEdges);
  const rules = await db.rows<{ rule: BackboneRule; edges: number }>(statement("export", "site-backbone"), {
    max_edges: DEFAULT_GRAPH_OPTIONS.maxDrawnEdges,
  });
  const kept = await readTotals(db);
  const whole = totals.drawn_entities === totals.content_entities && drawnEdges === totals.content_edges;
  return {
    format: SITE_FORMAT,
    papers: await db.rows<SiteProject["papers"][number]>(statement("export", "site-project-papers")),
    dates: totals.first_date === null || totals.last_date === null ? null : [totals.first_date, totals.last_date],
    undated_pages: totals.undated_pages,
    counts: { pages, articles, texts, stories, mentions, entities, edges },
    content: { entities: totals.content_entities, edges: totals.content_edges },
    drawn: {
      entities: totals.drawn_entities,
      edges: drawnEdges,
      reason: whole ? "all" : "largest",
      backbone: rules.reduce((sum, rule) => sum + rule.edges, 0),
      rules: Object.fromEntries(rules.map((rule) => [rule.rule, rule.edges])),
      thresholds: THRESHOLDS,
      limits: { entities: DEFAULT_GRAPH_OPTIONS.maxDrawn, edges: DEFAULT_GRAPH_OPTIONS.maxDrawnEdges },
    },
    tests: await readTesting(db),
    betweenness: { nodes: kept.get("betweenness_nodes") ?? 0, pivots: kept.get("betweenness_pivots") ?? 0 },
    corrections: await correctionsOf(db),
    rules: totals.rules,
    issues: (await db.rows<{ code: string; issue_rows: number }>(statement("export", "site-project-issues"))).map(
      ({ code, issue_rows }) => ({ code, rows: issue_rows }),
    ),
  };
}

interface NodeRow extends EntityCounts {
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: string;
  readonly pinyin: string | null;
  readonly initials: string | null;
  readonly x: number;
  readonly y: number;
  readonly community: number | null;
  readonly stability: number | null;
  readonly degree: number | null;
  readonly weighted_degree: number | null;
  readonly pagerank: number | null;
  readonly betweenness: number | null;
}

type EdgeRow = Omit<SiteEdge, "source" | "target" | "rule"> & {
  readonly source: string;
  readonly target: string;
  readonly rule: BackboneRule | null;
};

/** data/graph.json: nodes most named first, edges of all layers between them, strongest first. */
export async function siteGraph(db: Database): Promise<SiteGraph> {
  const rows = await db.rows<NodeRow>(statement("export", "site-nodes"));
  const namedIn = await readNamedIn(db);
  const indexes = new Map(rows.map(({ entity }, i) => [entity, i]));
  const communities = await db.rows<{ name: string; size: number; stability: number }>(
    statement("export", "site-communities"),
  );
  const edges = await db.rows<EdgeRow>(statement("export", "site-edges"), {
    max_edges: DEFAULT_GRAPH_OPTIONS.maxDrawnEdges,
  });
  return {
    nodes: rows.map((row) => siteNode(row, namedIn.get(row.entity) ?? {})),
    edges: edges.map(({ rule, ...edge }) => ({
      ...edge,
      source: indexes.get(edge.source)!,
      target: indexes.get(edge.target)!,
      ...(rule !== null && { rule }),
    })),
    communities: communities.map(
      ({ name, size, stability }): SiteCommunity => ({
        name: JSON.parse(name) as string[],
        size,
        stability,
      }),
    ),
  };
}

function siteNode(row: NodeRow, named: SiteNode["in"]): SiteNode {
  const { entity, aliases, pinyin, initials, stability, degree, weighted_degree, pagerank, betweenness, ...rest } = row;
  const centrality = { degree, weighted_degree, pagerank, betweenness };
  return {
    id: entity,
    ...rest,
    aliases: JSON.parse(aliases) as string[],
    pinyin: pinyin ?? "",
    initials: initials ?? "",
    ...(stability !== null && { stability }),
    ...(isCentrality(centrality) && { centrality }),
    in: named,
  };
}

const isCentrality = (figures: Record<keyof Centrality, number | null>): figures is Centrality =>
  Object.values(figures).every((figure) => figure !== null);

async function readNamedIn(db: Database): Promise<Map<string, Partial<Record<Layer, number[]>>>> {
  const found = new Map<string, Partial<Record<Layer, number[]>>>();
  const rows = await db.rows<{ entity: string; layer: Layer; place: number }>(statement("export", "site-named-in"));
  for (const { entity, layer, place } of rows) {
    const layers = found.get(entity) ?? {};
    layers[layer] ??= [];
    layers[layer].push(place);
    found.set(entity, layers);
  }
  return found;
}
