// Where an entity stands in the drawn graph of the content layer: its community and its centralities.
import { type Centrality, readTotals } from "../graph/index.ts";
import { grouped } from "../lib/group.ts";
import { type Database, statement } from "../store/index.ts";
import { oncePerDatabase } from "./once.ts";
import type { EntityName } from "./types.ts";

/** From how many nodes betweenness was searched: from fewer than there are, it is an estimate (graph/centralities.ts). */
export interface Sampling {
  readonly nodes: number;
  readonly pivots: number;
}

export interface InGraph extends Centrality {
  /** Index into the communities; null without a tie. */
  readonly community: number | null;
  /** Leading members' names of that community. */
  readonly community_name: readonly string[];
  /** How many drawn entities that community has, and the first of them; 0 and none without one. */
  readonly community_size: number;
  readonly community_members: readonly EntityName[];
  /** How surely it belongs to its community, in [0, 1] (graph/communities.ts); null without one. */
  readonly stability: number | null;
  readonly sampling: Sampling;
}

export async function readSampling(db: Database): Promise<Sampling> {
  const totals = await readTotals(db);
  return { nodes: totals.get("betweenness_nodes") ?? 0, pivots: totals.get("betweenness_pivots") ?? 0 };
}

/** Members of a community that are named. */
const MAX_MEMBERS = 8;

type InGraphRow = Omit<InGraph, "community_name" | "community_members" | "sampling"> & {
  readonly community_name: string | null;
};

/** Of every community, read once: among all names it takes as long to find those of one. */
const leadingMembers = oncePerDatabase(async (db) => {
  const rows = await db.rows<EntityName & { community: number | null }>(statement("query", "community-members"), {
    most: MAX_MEMBERS,
  });
  const byCommunity = grouped(rows, ({ community }) => community);
  return new Map([...byCommunity].map(([id, members]) => [id, members.map(({ community: _, ...name }) => name)]));
});

/** Null for an entity that is not drawn, or that only bylines and mastheads name. */
export async function inGraph(db: Database, entity: string): Promise<InGraph | null> {
  const row = (await db.rows<InGraphRow>(statement("query", "graph-of"), { entity }))[0];
  if (!row) return null;
  const community_name = JSON.parse(row.community_name ?? "[]") as string[];
  const community_members = (await leadingMembers(db)).get(row.community) ?? [];
  return { ...row, community_name, community_members, sampling: await readSampling(db) };
}
