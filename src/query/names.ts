// Why two names are one entity, or why they are two.
import { type Database, statement } from "../store/index.ts";
import { withoutBlanks } from "../text/index.ts";
import { entitiesCalled, entity } from "./entity.ts";
import type { EntityFacts } from "./types.ts";

/** A row of the table `decisions`; alike rows of several pages are one. */
export interface NameDecision {
  /** The form that was read. */
  readonly surface: string;
  readonly entity: string;
  readonly rule: string;
  readonly reason: string;
  readonly times: number;
  /** The first page that shows it; null where it follows from several. */
  readonly page: string | null;
}

export interface NamedEntity extends EntityFacts {
  /** What made the name that was asked for this entity, and what told it from others. */
  readonly decisions: readonly NameDecision[];
}

export interface AskedName {
  readonly name: string;
  /** All that bear it; none when nothing does. */
  readonly entities: readonly NamedEntity[];
  /** Where none does: the decisions by which a person hid what bore it. */
  readonly hidden: readonly NameDecision[];
}

export interface NamesExplanation {
  readonly names: readonly AskedName[];
  /** Ids that both names lead to: they are one where there is any. */
  readonly shared: readonly string[];
}

/** In: two ids, names or printed forms. Unknown and hidden names have no entities; nothing is thrown for them. */
export async function explainNames(db: Database, references: readonly string[]): Promise<NamesExplanation> {
  const names: AskedName[] = [];
  for (const reference of references) {
    const entities: NamedEntity[] = [];
    for (const id of await entitiesCalled(db, reference)) {
      const facts = await entity(db, id);
      entities.push({ ...facts, decisions: await decisionsOf(db, facts, reference) });
    }
    names.push({ name: reference, entities, hidden: entities.length > 0 ? [] : await hiddenAs(db, reference) });
  }
  const [first, ...others] = names.map(({ entities }) => entities.map((one) => one.entity));
  const shared = (first ?? []).filter((id) => others.every((ids) => ids.includes(id)));
  return { names, shared };
}

const hiddenAs = (db: Database, reference: string): Promise<NameDecision[]> =>
  db.rows<NameDecision>(statement("query", "names-hidden"), { former: reference, name: withoutBlanks(reference) });

/** All decisions about an entity, by rule and form. */
export const decisionsAbout = (db: Database, id: string): Promise<NameDecision[]> =>
  db.rows<NameDecision>(statement("query", "name-decisions"), { entity: id, surface: "", type: "" });

/** Decisions about the form that was asked for, and those that part the entity from namesakes. */
async function decisionsOf(db: Database, facts: EntityFacts, reference: string): Promise<NameDecision[]> {
  const surface = withoutBlanks(
    reference.startsWith(`${facts.type}:`) ? reference.slice(facts.type.length + 1) : reference,
  );
  const rows = await db.rows<NameDecision>(statement("query", "name-decisions"), {
    entity: facts.entity,
    surface,
    type: facts.type,
  });
  return rows.filter((row) => {
    const parts = PARTING.has(row.rule) || row.rule.startsWith("person-");
    return parts || (row.surface === surface && row.entity === facts.entity);
  });
}

const PARTING: ReadonlySet<string> = new Set(["homonym", "kept-apart"]);
