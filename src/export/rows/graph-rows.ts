// The rows that graph files are made of, in the order in which they are written.
import type { EntityType, Layer } from "../../entities/index.ts";
import type { EdgeFacts, EntityCounts } from "../../graph/index.ts";
import type { Selection } from "../../query/index.ts";
import { type Database, statement } from "../../store/index.ts";

export interface NodeRow extends EntityCounts {
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  /** JSON list. */
  readonly aliases: string;
  /** Null for an entity that is not drawn. */
  readonly x: number | null;
  readonly y: number | null;
  readonly community: number | null;
  /** JSON list of its leading members' names. */
  readonly community_name: string | null;
  /** Null, as all that follows, for what is not drawn and for who is only in bylines and mastheads. */
  readonly stability: number | null;
  readonly degree: number | null;
  readonly weighted_degree: number | null;
  readonly pagerank: number | null;
  readonly betweenness: number | null;
}

export interface EdgeRow extends EdgeFacts {
  readonly source: string;
  readonly target: string;
  /** Which rule draws it; null outside of the backbone. */
  readonly backbone_rule: string | null;
}

/** Which rows: those of a layer, of them those that a filter keeps. */
export interface Wanted {
  readonly layer: Layer | "all";
  readonly selection: Selection | null;
}

/** The entities of the layer and the selection, by id. */
export async function* nodeRows(db: Database, { layer, selection }: Wanted): AsyncIterable<NodeRow> {
  for await (const rows of db.batches<NodeRow>(statement("export/rows", "nodes"), { layer })) {
    for (const row of rows) if (!selection || selection.hasEntity(row.entity)) yield row;
  }
}

/** The ties of the layer and the selection, by source, target and layer. */
export async function* edgeRows(db: Database, { layer, selection }: Wanted): AsyncIterable<EdgeRow> {
  for await (const rows of db.batches<EdgeRow>(statement("export/rows", "edges"), { layer })) {
    for (const row of rows) if (!selection || selection.hasEdge(row)) yield row;
  }
}

export interface Totals {
  readonly entities: number;
  readonly edges: number;
  readonly pages: number;
  readonly newest_page: string | null;
  readonly rules: string | null;
}

/** The lines of a person's decisions that the project was built with, in the order in which they act. */
export const correctionsOf = async (db: Database): Promise<string[]> =>
  (await db.rows<{ line: string }>(statement("export/rows", "corrections"))).map(({ line }) => line);

/** What the layer holds before any filter. */
export const totalsOf = async (db: Database, layer: Layer | "all"): Promise<Totals> =>
  (await db.rows<Totals>(statement("export/rows", "totals"), { layer }))[0]!;
