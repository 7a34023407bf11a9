// data/entity/N.json: what is stated of a drawn entity, and why its names are one, in windows of the order of graph.json.

import { groupStated, type StatedRow, statedBy } from "../query/index.ts";
import { type Database, statement } from "../store/index.ts";
import { byPlace, type Window } from "./site-articles.ts";
import type { SiteEntity, SiteNameReason, SiteRelation } from "./site-types.ts";

/** More than these are read in the project, not in a panel; the first of each kind of statement go first. */
const MOST_RELATIONS = 300;
/** Prints of one relation that a panel leads to: the first ones. */
const MOST_PRINTS = 12;

interface RelationRow extends StatedRow {
  readonly place: number;
  readonly article: number;
  readonly sentence: number;
}

type ReasonRow = SiteNameReason & { readonly place: number };

/** The files data/entity/N.json of a window, in order. */
export async function siteEntities(db: Database, window: Window): Promise<SiteEntity[]> {
  const nodes = await db.rows<{ place: number; entity: string }>(statement("export", "site-node-ids"), window);
  const relations = byPlace(await db.rows<RelationRow>(statement("export", "site-relations"), window));
  const reasons = byPlace(await db.rows<ReasonRow>(statement("export", "site-decisions"), window));
  return nodes.map(({ place, entity }) => {
    const stated = groupStated(relations.get(place) ?? []);
    return {
      entity,
      relations: stated.slice(0, MOST_RELATIONS).map(siteRelation),
      relations_total: stated.length,
      names: (reasons.get(place) ?? []).map(({ place: _place, ...reason }) => reason),
    };
  });
}

const siteRelation = (prints: readonly RelationRow[]): SiteRelation => ({
  ...statedBy(prints),
  prints: prints.slice(0, MOST_PRINTS).map(({ article, sentence }) => ({ article, sentence })),
});
