// What is counted of every entity, in memory: a server that knows it need ask no table about a name. 11 MB for 100,000
// entities, besides the aliases.
import type { Layer } from "../entities/index.ts";
import type { EntityCounts } from "../graph/index.ts";
import { breathe, inSlices } from "../lib/slices.ts";
import { type Database, statement } from "../store/index.ts";
import { dateOf } from "./days.ts";
import { readEntityIds } from "./entity-ids.ts";
import { oncePerDatabase } from "./once.ts";
import { DEPTHS, type EntityFacts } from "./types.ts";

const COUNTS = ["mentions", "articles", "stories", "papers", "first_day", "last_day"] as const;
const ALL = 3;

/** The facts of an entity by its number, its counts those of a layer (0 and null for who is not named there) or of all. */
export type FactsOf = (number: number, layer: Layer | "all") => EntityFacts | null;

const read = new WeakMap<Database, FactsOf>();

/** What was read before; undefined until `prepareFacts` has been through. */
export const knownFacts = (db: Database): FactsOf | undefined => read.get(db);

export const prepareFacts = oncePerDatabase(async (db): Promise<FactsOf> => {
  const { names } = await readEntityIds(db);
  // A row an entity and depth; −1 for none of its days.
  const width = COUNTS.length;
  const counts = new Int32Array(names.length * (ALL + 1) * width);
  const columns = await db.columns(statement("query", "facts-in-memory"));
  const { number, depth } = columns as Record<string, Int32Array>;
  const isNamed = new Uint8Array(names.length * (ALL + 1));
  await inSlices(number!.length, 50_000, (from, to) => {
    for (let row = from; row < to; row++) {
      const place = number![row]! * (ALL + 1) + depth![row]!;
      isNamed[place] = 1;
      for (const [c, name] of COUNTS.entries()) counts[place * width + c] = columns[name]![row]!;
    }
  });
  const aliases = new Map<number, string>();
  for await (const rows of db.batches<{ number: number; aliases: string }>(statement("query", "entity-aliases"))) {
    for (const row of rows) aliases.set(row.number, row.aliases);
    await breathe();
  }
  const countsAt = (place: number): EntityCounts => {
    const [mentions, articles, stories, papers, first, last] = counts.subarray(place * width, (place + 1) * width);
    const [first_date, last_date] = isNamed[place] === 1 ? [dateOf(first!), dateOf(last!)] : [null, null];
    return { mentions: mentions!, articles: articles!, stories: stories!, papers: papers!, first_date, last_date };
  };
  const factsOf: FactsOf = (one, layer) => {
    const name = names[one];
    if (!name) return null;
    const own = countsAt(one * (ALL + 1) + (layer === "all" ? ALL : DEPTHS[layer]));
    return { ...name, ...own, aliases: JSON.parse(aliases.get(one) ?? "[]") as string[] };
  };
  read.set(db, factsOf);
  return factsOf;
});
