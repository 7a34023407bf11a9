// Ids and names by number, read once for an open database that walks its ties: 25 MB for 100,000 entities.
import { breathe } from "../lib/slices.ts";
import { type Database, statement } from "../store/index.ts";
import { oncePerDatabase } from "./once.ts";
import type { EntityName } from "./types.ts";

export interface EntityIds {
  /** By number; undefined where no entity has it. */
  readonly names: readonly (EntityName | undefined)[];
  readonly numbers: ReadonlyMap<string, number>;
}

const read = new WeakMap<Database, EntityIds>();

/** What was read before; undefined until `readEntityIds` has been through: a single question need not read all names. */
export const entityIds = (db: Database): EntityIds | undefined => read.get(db);

export const readEntityIds = oncePerDatabase(async (db): Promise<EntityIds> => {
  const names: EntityName[] = [];
  const numbers = new Map<string, number>();
  for await (const rows of db.batches<EntityName & { number: number }>(statement("query", "entity-names"))) {
    for (const { number, ...name } of rows) {
      names[number] = name;
      numbers.set(name.entity, number);
    }
    await breathe();
  }
  const ids = { names, numbers };
  read.set(db, ids);
  return ids;
});
