// data/entity/N.json: what is stated of a drawn entity, and why its names are one, in windows of the order of graph.json.
import type { EntityType } from "../entities/index.ts";
import { type Database, statement } from "../store/index.ts";
import { grouped, type Window } from "./site-articles.ts";
import type { SiteEntity, SiteNameReason, SiteRelation } from "./site-types.ts";

/** More than these are read in the project, not in a panel; the first of each kind of statement go first. */
const MOST_RELATIONS = 300;
/** Prints of one relation that a panel leads to: the first ones. */
const MOST_PRINTS = 12;

interface RelationRow {
  readonly place: number;
  readonly predicate: SiteRelation["predicate"];
  readonly subject: string;
  readonly subject_type: EntityType;
  readonly subject_name: string;
  readonly object: string;
  readonly object_type: EntityType;
  readonly object_name: string;
  readonly label: string;
  readonly article: number;
  readonly story: string;
  readonly sentence: number;
  readonly date: string | null;
}

type ReasonRow = SiteNameReason & { readonly place: number };

/** The files data/entity/N.json of a window, in order. */
export async function siteEntities(db: Database, window: Window): Promise<SiteEntity[]> {
  const nodes = await db.rows<{ place: number; entity: string }>(statement("export", "site-node-ids"), window);
  const relations = grouped(await db.rows<RelationRow>(statement("export", "site-relations"), window));
  const reasons = grouped(await db.rows<ReasonRow>(statement("export", "site-decisions"), window));
  return nodes.map(({ place, entity }) => {
    const stated = gather(relations.get(place) ?? []);
    return {
      entity,
      relations: stated.slice(0, MOST_RELATIONS),
      relations_total: stated.length,
      names: (reasons.get(place) ?? []).map(({ place: _place, ...reason }) => reason),
    };
  });
}

/** In: prints by date. Out: what they state, once each, in the order of the first prints. */
function gather(rows: readonly RelationRow[]): SiteRelation[] {
  const groups = new Map<string, RelationRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.predicate, row.subject, row.object, row.label]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((prints): SiteRelation => {
    const first = prints[0]!;
    return {
      predicate: first.predicate,
      subject: { entity: first.subject, type: first.subject_type, name: first.subject_name },
      object: { entity: first.object, type: first.object_type, name: first.object_name },
      label: first.label,
      first_date: first.date,
      last_date: prints.findLast(({ date }) => date !== null)?.date ?? null,
      articles: new Set(prints.map(({ article }) => article)).size,
      stories: new Set(prints.map(({ story }) => story)).size,
      prints: prints.slice(0, MOST_PRINTS).map(({ article, sentence }) => ({ article, sentence })),
    };
  });
}
