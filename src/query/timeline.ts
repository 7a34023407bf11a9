// When an entity, or several together, are named.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, statement } from "../store/index.ts";
import { entitiesOf } from "./entity.ts";
import { grouped } from "./group.ts";
import type { EntityFacts } from "./types.ts";

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

interface NamedRow {
  readonly text_id: string;
  readonly story: string;
  readonly date: string | null;
}

/** Texts by date that name all of the entities; a text has the date of its first page. */
export async function timeline(
  db: Database,
  references: readonly string[],
  { unit = "day", layer = "content" }: { unit?: TimeUnit; layer?: Layer | "all" } = {},
): Promise<Timeline> {
  if (references.length < 1) throw new InputError("query.timeline: name an entity");
  const of = await entitiesOf(db, references);
  const lists: Map<string, NamedRow>[] = [];
  for (const { entity } of of) lists.push(await readTexts(db, entity, layer));
  const [first, ...others] = lists;
  const shared = [...first!.values()].filter(({ text_id }) => others.every((list) => list.has(text_id)));
  // A continued text may name one entity on its first page only; its date is the earliest at which any is named.
  const dated = shared.map(({ text_id, story }) => ({
    story,
    date: earliest(lists.map((list) => list.get(text_id)!.date)),
  }));
  const byDate = grouped(
    dated.filter(({ date }) => date !== null),
    ({ date }) => date!.slice(0, LENGTHS[unit]),
  );
  const points = [...byDate]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([date, texts]) => ({ date, texts: texts.length, stories: new Set(texts.map(({ story }) => story)).size }));
  return { of, unit, total: dated.length, undated: dated.filter(({ date }) => date === null).length, points };
}

async function readTexts(db: Database, entity: string, layer: Layer | "all"): Promise<Map<string, NamedRow>> {
  const texts = new Map<string, NamedRow>();
  for (const row of await db.rows<NamedRow>(statement("query", "named-texts"), { entity, layer })) {
    const earlier = texts.get(row.text_id);
    texts.set(row.text_id, earlier ? { ...row, date: earliest([earlier.date, row.date]) } : row);
  }
  return texts;
}

const earliest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((a, b) => (a === null ? b : b === null || compareCodePoints(a, b) <= 0 ? a : b), null);
