// When an entity, or several together, are named.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import { grouped } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import type { Database } from "../store/index.ts";
import { dateOf } from "./days.ts";
import { locateAll } from "./entity.ts";
import { textsNaming } from "./named-texts.ts";
import { pairedPlaces } from "./paired-places.ts";
import { DEPTHS, type EntityFacts } from "./types.ts";

export type TimeUnit = "day" | "month" | "year";

const LENGTHS: Record<TimeUnit, number> = { day: 10, month: 7, year: 4 };

export interface TimelinePoint {
  /** "2025-08-29", "2025-08" or "2025". */
  readonly date: string;
  readonly texts: number;
  /** Stories of that date; a story that goes on for days counts on each. */
  readonly stories: number;
}

export interface Timeline {
  readonly of: readonly EntityFacts[];
  readonly unit: TimeUnit;
  readonly total: number;
  /** Texts on pages without a date: in no point, but not forgotten. */
  readonly undated: number;
  /** By date; dates without texts are left out. */
  readonly points: readonly TimelinePoint[];
}

/** Texts by date that name all of the entities; a text has the date of its first page that names one. */
export async function timeline(
  db: Database,
  references: readonly string[],
  { unit = "day", layer = "content" }: { unit?: TimeUnit; layer?: Layer | "all" } = {},
): Promise<Timeline> {
  if (references.length < 1) throw new InputError("query.timeline: name an entity");
  const of = await locateAll(db, references, layer);
  const numbers = of.map(({ number }) => number);
  return { of: of.map(({ facts }) => facts), ...(await timelineOf(db, numbers, { unit, layer })) };
}

/** The same of entities by their numbers. Cost: their mentions. */
export async function timelineOf(
  db: Database,
  numbers: readonly number[],
  { unit, layer }: { unit: TimeUnit; layer: Layer | "all" },
): Promise<Omit<Timeline, "of">> {
  const places = await pairedPlaces(db, numbers);
  const texts = [...textsNaming(places, layer === "all" ? null : DEPTHS[layer]).values()];
  const byDate = grouped(texts, ({ day }) => dateOf(day)?.slice(0, LENGTHS[unit]) ?? null);
  const points: TimelinePoint[] = [];
  for (const [date, dated] of byDate) {
    if (date === null) continue;
    points.push({ date, texts: dated.length, stories: new Set(dated.map(({ sid }) => sid)).size });
  }
  points.sort((a, b) => compareCodePoints(a.date, b.date));
  return { unit, total: texts.length, undated: byDate.get(null)?.length ?? 0, points };
}
