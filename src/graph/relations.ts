// Relations between mentions → relations between entities (settle-relations.sql), once identity is settled, and those of
// each entity (relation-ends.sql): a question about one must not look through all relations, articles and pages.
import { type Database, statement } from "../store/index.ts";

/**
 * Fills `relations` from `stated`, which is dropped, and `relation_ends`. In: mentions and entities are complete.
 * Left out: a row whose end is no entity of the project (the 拉萨市 of 拉萨市委, if nobody names it), and one whose two
 * ends turned out to be the same.
 */
export async function settleRelations(db: Database): Promise<void> {
  await db.run(statement("graph", "settle-relations"));
  await db.run(statement("graph", "drop-relations"));
  await writeRelationEnds(db);
}

/** Fills `relation_ends`. In: relations, entities, articles, pages. */
export const writeRelationEnds = (db: Database): Promise<void> => db.run(statement("graph", "relation-ends"));
