// Who is named with an entity, and who with all of several.

import type { EntityType, Layer } from "../entities/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { entitiesOf, entity } from "./entity.ts";
import { DEFAULT_LIMIT, type EntityFacts, type EntityName, type Listing, type ListOptions } from "./types.ts";

export interface NeighborOptions extends ListOptions {
  readonly layer: Layer;
  /** Only neighbours of these types; empty for all. */
  readonly types: readonly EntityType[];
}

export interface Neighbor extends EntityName, EdgeFacts {}

export interface Neighbors extends Listing<Neighbor> {
  readonly of: EntityFacts;
}

/** The neighbours of an entity, by shared stories, then close articles, then articles, then how known the neighbour is. */
export async function neighbors(
  db: Database,
  reference: string,
  { limit = DEFAULT_LIMIT, layer = "content", types = [] }: Partial<NeighborOptions> = {},
): Promise<Neighbors> {
  const of = await entity(db, reference);
  const items = (await neighborRows(db, of.entity, layer)).filter(
    ({ type }) => types.length === 0 || types.includes(type),
  );
  const sort = "stories, close, articles, stories of the neighbour, id";
  return { of, total: items.length, limit, sort, items: items.slice(0, limit) };
}

const neighborRows = (db: Database, id: string, layer: Layer): Promise<Neighbor[]> =>
  db.rows<Neighbor>(statement("query", "neighbor-rows"), { entity: id, layer });

export interface CommonNeighbor extends EntityName {
  /** The weakest of its ties to those asked for. */
  readonly stories: number;
  /** Its tie to each of those asked for, in their order. */
  readonly ties: readonly EdgeFacts[];
}

export interface CommonNeighbors extends Listing<CommonNeighbor> {
  readonly of: readonly EntityFacts[];
}

/** What two or more have in common: who is named with each of them; the strongest weakest tie first. */
export async function common(
  db: Database,
  references: readonly string[],
  { limit = DEFAULT_LIMIT, layer = "content", types = [] }: Partial<NeighborOptions> = {},
): Promise<CommonNeighbors> {
  if (references.length < 2) throw new InputError("query.common: name two entities or more");
  const of = await entitiesOf(db, references);
  const lists: Map<string, Neighbor>[] = [];
  for (const { entity: id } of of) {
    lists.push(new Map((await neighborRows(db, id, layer)).map((row) => [row.entity, row])));
  }
  const [first, ...others] = lists;
  const items = [...first!.values()]
    .filter((row) => others.every((list) => list.has(row.entity)))
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ entity: id, type, name }) => {
      const ties = lists.map((list) => edgeOf(list.get(id)!));
      return { entity: id, type, name, stories: Math.min(...ties.map((tie) => tie.stories)), ties };
    });
  // Equal ones keep the order of the first entity's neighbours.
  items.sort((a, b) => b.stories - a.stories || sumOf(b) - sumOf(a));
  return {
    of,
    total: items.length,
    limit,
    sort: "stories of the weakest tie, stories of all ties, order of neighbors",
    items: items.slice(0, limit),
  };
}

const sumOf = ({ ties }: CommonNeighbor): number => ties.reduce((sum, tie) => sum + tie.stories, 0);

const edgeOf = ({ entity: _entity, type: _type, name: _name, ...edge }: Neighbor): EdgeFacts => edge;
