// One entity by its id, its name, or a form in which it is printed.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { withoutBlanks } from "../text/index.ts";
import { knownFacts } from "./entity-counts.ts";
import { entityIds } from "./entity-ids.ts";
import type { CountsOfLayer, EntityFacts } from "./types.ts";

/** An entity and its number: its place in the code-point order of all ids, from 1. */
export interface Located {
  readonly facts: EntityFacts;
  readonly number: number;
}

/**
 * The entity that a reference means: an id ("person:习近平"), else a former id, else a name, a printed form, a former name.
 * Its counts and dates are those of the layer, 0 and null for who is not named there; with "all", of all layers together.
 * Throws InputError when nothing has that name, and when several have: the message lists their ids.
 */
export async function locate(db: Database, reference: string, layer: Layer | "all" = "all"): Promise<Located> {
  const found = await find(db, reference);
  if (layer === "all") return found;
  const known = knownFacts(db)?.(found.number, layer);
  if (known) return { ...found, facts: known };
  const counts = (await layersOf(db, found.number)).find((row) => row.layer === layer);
  const { layer: _, ...own } = counts ?? { layer, ...NOT_NAMED };
  return { ...found, facts: { ...found.facts, ...own } };
}

const NOT_NAMED: Omit<CountsOfLayer, "layer"> = {
  mentions: 0,
  articles: 0,
  stories: 0,
  papers: 0,
  first_date: null,
  last_date: null,
};

/** The counts of an entity, by its number, in each layer in which it is named. */
export const layersOf = (db: Database, number: number): Promise<CountsOfLayer[]> =>
  db.rows<CountsOfLayer>(statement("query", "entity-layers"), { number });

async function find(db: Database, reference: string): Promise<Located> {
  const whole = await rowOf(db, reference);
  if (whole) return whole;
  const ids = await entitiesCalled(db, reference);
  if (ids.length === 1) return (await rowOf(db, ids[0]!))!;
  if (ids.length === 0) throw new InputError(`query: no entity is named "${reference}". Try: search`);
  throw new InputError(
    `query: "${reference}" may be ${ids.slice(0, 8).join(", ")}${ids.length > 8 ? ", …" : ""}; give the id`,
  );
}

/** What is counted of the entity that a reference means, in a layer or in all; throws as `locate` does. */
export const entity = async (db: Database, reference: string, layer: Layer | "all" = "all"): Promise<EntityFacts> =>
  (await locate(db, reference, layer)).facts;

/**
 * Ids of all that a reference may mean, by the first of these that finds any: id, former id, name, id without its type
 * (李晨(泉州), whose name is 李晨), printed form, former name.
 */
export async function entitiesCalled(db: Database, reference: string): Promise<string[]> {
  const name = withoutBlanks(reference);
  const ways: readonly [file: string, params: Record<string, string>][] = [
    ["entity-by-id", { entity: reference }],
    ["entities-by-former-id", { former: reference }],
    ["entities-by-name", { name }],
    ["entities-by-bare-id", { name: reference }],
    ["entities-by-surface", { surface: name }],
    ["entities-by-former-name", { name }],
  ];
  for (const [file, params] of ways) {
    const rows = await db.rows<{ entity: string }>(statement("query", file), params);
    if (rows.length > 0) return rows.map(({ entity: id }) => id);
  }
  return [];
}

type FactsRow = Omit<EntityFacts, "aliases"> & { readonly aliases: string; readonly number: number };

async function rowOf(db: Database, id: string): Promise<Located | null> {
  const ids = entityIds(db);
  const known = ids?.numbers.get(id);
  if (ids && known === undefined) return null;
  const facts = known === undefined ? null : knownFacts(db)?.(known, "all");
  if (facts) return { facts, number: known! };
  const rows =
    known === undefined
      ? await db.rows<FactsRow>(statement("query", "entity-by-id"), { entity: id })
      : await db.rows<FactsRow>(statement("query", "entity-by-number"), { number: known });
  const row = rows[0];
  if (!row) return null;
  const { number, aliases, ...rest } = row;
  return { facts: { ...rest, aliases: JSON.parse(aliases) as string[] }, number };
}

/** All of several references, counted as `locate` does; throws InputError when two mean the same entity. */
export async function locateAll(
  db: Database,
  references: readonly string[],
  layer: Layer | "all" = "all",
): Promise<Located[]> {
  const found: Located[] = [];
  for (const reference of references) {
    const one = await locate(db, reference, layer);
    const same = found.find((other) => other.number === one.number);
    if (same) throw new InputError(`query: "${reference}" is ${same.facts.entity}, which was named already`);
    found.push(one);
  }
  return found;
}
