// All that is told of one entity: its forms with what made each its name, counts by layer and date, relations, community.

import { grouped } from "../lib/group.ts";
import type { Database } from "../store/index.ts";
import { layersOf, locate } from "./entity.ts";
import { type InGraph, inGraph } from "./in-graph.ts";
import { decisionsAbout, type NameDecision } from "./names.ts";
import { type Relations, relationsOf } from "./relations.ts";
import { type Timeline, type TimeUnit, timelineOf } from "./timeline.ts";
import type { CountsOfLayer, EntityFacts } from "./types.ts";

export interface NameForm {
  readonly form: string;
  /** What made the form its name, or told its bearer from others; none where the form is read as it stands. */
  readonly decisions: readonly NameDecision[];
}

/** Its own counts are those of all layers together; `layers` tells them apart. */
export interface EntityDescription extends EntityFacts {
  /** Its name, its aliases in their order, then forms that decisions alone know. */
  readonly forms: readonly NameForm[];
  /** Of the layers in which it is named. */
  readonly layers: readonly CountsOfLayer[];
  readonly relations: Omit<Relations, "of">;
  /** Of the content, in days within a month, in months within five years, else in years. */
  readonly timeline: Omit<Timeline, "of">;
  /** Its community and centralities; null for who is not drawn in the content layer. */
  readonly graph: InGraph | null;
}

/** Throws InputError as `entity` does. */
export async function description(db: Database, reference: string): Promise<EntityDescription> {
  const located = await locate(db, reference);
  const { of, ...found } = await relationsOf(db, located);
  const { number } = located;
  return {
    ...of,
    forms: formsOf(of, await decisionsAbout(db, of.entity)),
    layers: await layersOf(db, number),
    relations: found,
    timeline: await timelineOf(db, [number], { unit: unitOf(of), layer: "content" }),
    graph: await inGraph(db, of.entity),
  };
}

function formsOf({ name, aliases }: EntityFacts, decisions: readonly NameDecision[]): NameForm[] {
  const bySurface = grouped(decisions, ({ surface }) => surface);
  const forms = new Set([name, ...aliases, ...bySurface.keys()]);
  return [...forms].map((form) => ({ form, decisions: bySurface.get(form) ?? [] }));
}

const MONTHS_IN_FULL = 60;

function unitOf({ first_date, last_date }: Pick<EntityFacts, "first_date" | "last_date">): TimeUnit {
  const month = (date: string | null): number => Number(date?.slice(0, 4) ?? 0) * 12 + Number(date?.slice(5, 7) ?? 0);
  const months = month(last_date) - month(first_date);
  return months === 0 ? "day" : months < MONTHS_IN_FULL ? "month" : "year";
}
