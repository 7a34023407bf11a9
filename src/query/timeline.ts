// When an entity, or several together, are named.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { locateAll } from "./entity.ts";
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
  const rows = await db.rows<Omit<TimelinePoint, "date"> & { date: string | null }>(
    statement("query", "timeline-points"),
    {
      numbers: of.map(({ number }) => number),
      wanted: of.length,
      depth: layer === "all" ? -1 : DEPTHS[layer],
      letters: LENGTHS[unit],
    },
  );
  return {
    of: of.map(({ facts }) => facts),
    unit,
    total: rows.reduce((sum, { texts }) => sum + texts, 0),
    undated: rows.find(({ date }) => date === null)?.texts ?? 0,
    points: rows.filter((row): row is TimelinePoint => row.date !== null),
  };
}
