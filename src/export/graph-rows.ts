// The rows that graph files are made of, in the order in which they are written.
import type { EntityType, Layer } from "../entities/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { type Database, statement } from "../store/index.ts";

export interface NodeRow {
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  /** JSON list. */
  readonly aliases: string;
  readonly mentions: number;
  readonly articles: number;
  readonly stories: number;
  readonly papers: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
  /** Null for an entity that is not drawn. */
  readonly x: number | null;
  readonly y: number | null;
  readonly community: number | null;
}

export interface EdgeRow extends EdgeFacts {
  readonly source: string;
  readonly target: string;
}

export const nodeRows = (db: Database, layer: Layer | "all"): AsyncIterable<NodeRow> =>
  each(db.batches<NodeRow>(statement("export", "graph-nodes"), { layer }));

export const edgeRows = (db: Database, layer: Layer | "all"): AsyncIterable<EdgeRow> =>
  each(db.batches<EdgeRow>(statement("export", "graph-edges"), { layer }));

async function* each<T>(batches: AsyncIterable<T[]>): AsyncIterable<T> {
  for await (const batch of batches) yield* batch;
}
