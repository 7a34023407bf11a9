// What a filter keeps of a project: entities and ties, counted, and a quick answer for each.
//
// Numbers stand for entities, texts, papers and dates while a filter is run, so that a million ties are passed in about a
// second: SQL joins the ids to numbers, only the columns that the filter reads are fetched, and a tie's own papers and
// dates come from the texts that both its ends are named in, the shorter list looked up in the longer.
import type { Layer } from "../entities/index.ts";
import { type EntityToFilter, type Filter, parseFilter } from "../filter/index.ts";
import { type Database, statement } from "../store/index.ts";
import { createTieFacets, type EdgeToSelect, type TieFacets } from "./selection-ties.ts";

export interface SelectionOptions {
  /** In the filter language; null or "" keeps everything. */
  readonly filter: string | null;
  readonly layer: Layer | "all";
}

export interface SelectionCounts {
  readonly entities: number;
  /** Entities that the layer has. */
  readonly of_entities: number;
  readonly edges: number;
  readonly of_edges: number;
}

export interface Selection {
  readonly layer: Layer | "all";
  /** The filter in canonical words; "" for none. */
  readonly filter: string;
  readonly counts: SelectionCounts;
  /** Whether an entity of the layer is kept, by its id. */
  hasEntity(entity: string): boolean;
  /** Whether a tie of the layer is kept: a row of the table `edges`. */
  hasEdge(edge: EdgeToSelect): boolean;
}

/**
 * What a filter keeps of one layer of the graph, or of all. An entity's counts, papers and dates are those of the layer
 * (with "all" of every mention), so that they agree with what the exports and the page show of it.
 * Throws FilterError. Cost: about a second for 100,000 entities and 1,000,000 ties; some 100 bytes an entity kept.
 */
export async function select(db: Database, { filter: text, layer }: SelectionOptions): Promise<Selection> {
  const filter = parseFilter(text ?? "");
  const totals = (await db.rows<Totals>(statement("query", "selection-totals"), { layer }))[0]!;
  const isAll = !filter.hasEntityConditions && !filter.hasTieConditions;
  const kept = filter.hasEntityConditions ? await keptEntities(db, filter, layer) : null;
  const facets = await createTieFacets(db, filter, layer);
  const hasEdge = edgeTest(filter, kept, facets);
  const counts: SelectionCounts = {
    entities: kept?.size ?? totals.entities,
    of_entities: totals.entities,
    edges: isAll ? totals.edges : await countEdges(db, layer, hasEdge),
    of_edges: totals.edges,
  };
  return { layer, filter: filter.text, counts, hasEntity: (id) => kept?.has(id) ?? true, hasEdge };
}

interface Totals {
  readonly entities: number;
  readonly edges: number;
}

function edgeTest(filter: Filter, kept: ReadonlySet<string> | null, facets: TieFacets): Selection["hasEdge"] {
  return (edge) => {
    if (kept && !(kept.has(edge.source) && kept.has(edge.target))) return false;
    return !filter.hasTieConditions || filter.tie(facets.of(edge));
  };
}

async function countEdges(db: Database, layer: Layer | "all", hasEdge: Selection["hasEdge"]): Promise<number> {
  let count = 0;
  for await (const batch of db.batches<EdgeToSelect>(statement("query", "selection-edges"), { layer }))
    for (const edge of batch) if (hasEdge(edge)) count++;
  return count;
}

type EntityRow = Omit<EntityToFilter, "aliases"> & { readonly aliases: string };

async function keptEntities(db: Database, filter: Filter, layer: Layer | "all"): Promise<Set<string>> {
  const kept = new Set<string>();
  const pages = await pagesOfEntities(db, filter, layer);
  const degrees = filter.needs.has("degree") ? await degreesOf(db, layer) : null;
  for await (const batch of db.batches<EntityRow>(statement("query", "selection-entities"), { layer })) {
    for (const row of batch) {
      const facts: EntityToFilter = {
        ...row,
        aliases: JSON.parse(row.aliases) as string[],
        degree: degrees && (degrees.get(row.entity) ?? 0),
        ...pages.get(row.entity),
      };
      if (filter.entity(facts)) kept.add(row.entity);
    }
  }
  return kept;
}

async function degreesOf(db: Database, layer: Layer | "all"): Promise<Map<string, number>> {
  const rows = await db.rows<{ entity: string; degree: number }>(statement("query", "selection-degrees"), { layer });
  return new Map(rows.map(({ entity, degree }) => [entity, degree]));
}

type Pages = Required<Pick<EntityToFilter, "in_papers" | "in_places" | "in_dates">>;

/** Papers, places and dates of the pages that name each entity; nothing where the filter does not ask. */
async function pagesOfEntities(db: Database, { needs }: Filter, layer: Layer | "all"): Promise<Map<string, Pages>> {
  const found = new Map<string, { in_papers: string[]; in_places: string[]; in_dates: string[] }>();
  const lists = [
    ["paper", "in_papers"],
    ["place", "in_places"],
    ["date", "in_dates"],
  ] as const;
  for (const [facet, list] of lists) {
    if (!needs.has(facet)) continue;
    const statementOf = statement("query", "selection-pages");
    for await (const batch of db.batches<{ entity: string; value: string }>(statementOf, { layer, facet })) {
      for (const { entity, value } of batch) {
        let pages = found.get(entity);
        if (!pages) {
          pages = { in_papers: [], in_places: [], in_dates: [] };
          found.set(entity, pages);
        }
        pages[list].push(value);
      }
    }
  }
  return found;
}
