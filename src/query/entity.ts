// One entity by its id, its name, or a form in which it is printed.
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { withoutBlanks } from "../text/index.ts";
import type { EntityFacts } from "./types.ts";

/**
 * The entity that a reference means: an id ("person:习近平"), else a name, else a printed form.
 * Throws InputError when nothing has that name, and when several have: the message lists their ids.
 */
export async function entity(db: Database, reference: string): Promise<EntityFacts> {
  const byId = await factsOf(db, reference);
  if (byId) return byId;
  const surface = withoutBlanks(reference);
  const named = await db.rows<{ entity: string }>(statement("query", "entities-by-name"), { name: surface });
  const found =
    named.length > 0
      ? named
      : await db.rows<{ entity: string }>(statement("query", "entities-by-surface"), { surface });
  if (found.length === 1) return (await factsOf(db, found[0]!.entity))!;
  if (found.length === 0) throw new InputError(`query: no entity is named "${reference}". Try: search`);
  const ids = found.map((row) => row.entity);
  throw new InputError(
    `query: "${reference}" may be ${ids.slice(0, 8).join(", ")}${ids.length > 8 ? ", …" : ""}; give the id`,
  );
}

type FactsRow = Omit<EntityFacts, "aliases"> & { readonly aliases: string };

async function factsOf(db: Database, id: string): Promise<EntityFacts | null> {
  const row = (await db.rows<FactsRow>(statement("query", "entity-by-id"), { entity: id }))[0];
  return row ? { ...row, aliases: JSON.parse(row.aliases) as string[] } : null;
}

/** All of several references; throws InputError when two mean the same entity. */
export async function entitiesOf(db: Database, references: readonly string[]): Promise<EntityFacts[]> {
  const found: EntityFacts[] = [];
  for (const reference of references) {
    const facts = await entity(db, reference);
    const same = found.find((other) => other.entity === facts.entity);
    if (same) throw new InputError(`query: "${reference}" is ${same.entity}, which was named already`);
    found.push(facts);
  }
  return found;
}
