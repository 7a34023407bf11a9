// The most named entities, or the most central.
import type { EntityType, Layer } from "../entities/index.ts";
import type { Centrality } from "../graph/index.ts";
import { type Database, statement } from "../store/index.ts";
import { readSampling, type Sampling } from "./in-graph.ts";
import { selectEntities } from "./selection.ts";
import { DEFAULT_LIMIT, type EntityFacts, type Listing, type ListOptions } from "./types.ts";

export const CENTRALITY_SORTS = ["degree", "weighted_degree", "pagerank", "betweenness"] as const;
export const TOP_SORTS = ["stories", "mentions", "articles", "papers", ...CENTRALITY_SORTS] as const;
export type TopSort = (typeof TOP_SORTS)[number];

export interface TopOptions extends ListOptions {
  /** Null for all types. */
  readonly type: EntityType | null;
  /** Centralities are those of the drawn graph of the content layer; who is not drawn there comes last. */
  readonly sort: TopSort;
  /** Counts are those of the layer; who is not named there is left out. */
  readonly layer: Layer | "all";
  /** Only entities that a filter keeps; null for all. */
  readonly filter: string | null;
}

export interface TopEntity extends EntityFacts {
  /** In the drawn graph of the content layer; null for who is not drawn there. */
  readonly centrality: Centrality | null;
}

export interface TopEntities extends Listing<TopEntity> {
  /** Of betweenness. */
  readonly sampling: Sampling;
}

type Row = Omit<EntityFacts, "aliases"> & { readonly aliases: string } & {
  readonly [K in keyof Centrality]: Centrality[K] | null;
};

export async function top(
  db: Database,
  { limit = DEFAULT_LIMIT, type = null, sort = "stories", layer = "content", filter = null }: Partial<TopOptions> = {},
): Promise<TopEntities> {
  const where = { type: type ?? "", layer };
  const total = (await db.rows<{ total: number }>(statement("query", "top-total"), where))[0]!.total;
  const selection = filter ? await selectEntities(db, { filter, layer }) : null;
  // What a filter keeps may stand anywhere in the order.
  const max_rows = selection ? total : limit;
  const all = await db.rows<Row>(statement("query", "top-rows"), { ...where, sort, max_rows });
  const rows = selection ? all.filter(({ entity }) => selection.hasEntity(entity)) : all;
  const order = sort === "stories" ? "stories, mentions, id" : `${sort}, stories, mentions, id`;
  return {
    total: selection ? rows.length : total,
    limit,
    sort: order,
    sampling: await readSampling(db),
    items: rows.slice(0, limit).map(topEntity),
  };
}

function topEntity({ degree, weighted_degree, pagerank, betweenness, aliases, ...row }: Row): TopEntity {
  const isDrawn = degree !== null && weighted_degree !== null && pagerank !== null && betweenness !== null;
  return {
    ...row,
    aliases: JSON.parse(aliases) as string[],
    centrality: isDrawn ? { degree, weighted_degree, pagerank, betweenness } : null,
  };
}
