// The most named entities.
import type { EntityType, Layer } from "../entities/index.ts";
import { type Database, statement } from "../store/index.ts";
import { DEFAULT_LIMIT, type EntityFacts, type Listing, type ListOptions } from "./types.ts";

export const TOP_SORTS = ["stories", "mentions", "articles", "papers"] as const;
export type TopSort = (typeof TOP_SORTS)[number];

export interface TopOptions extends ListOptions {
  /** Null for all types. */
  readonly type: EntityType | null;
  readonly sort: TopSort;
  /** Counts are those of the layer; who is not named there is left out. */
  readonly layer: Layer | "all";
}

export async function top(
  db: Database,
  { limit = DEFAULT_LIMIT, type = null, sort = "stories", layer = "content" }: Partial<TopOptions> = {},
): Promise<Listing<EntityFacts>> {
  const where = { type: type ?? "", layer };
  const total = (await db.rows<{ total: number }>(statement("query", "top-total"), where))[0]!.total;
  const rows = await db.rows<Omit<EntityFacts, "aliases"> & { aliases: string }>(statement("query", "top-rows"), {
    ...where,
    sort,
    max_rows: limit,
  });
  const items = rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[] }));
  return { total, limit, sort: `${sort}, stories, mentions, id`, items };
}
