// Where several entities are named together, as ties count it: not in a text where the build's cap left one of them out.
import { addTo } from "../lib/group.ts";
import { type Database, statement } from "../store/index.ts";
import { type DatedPlaces, placesOf } from "./mention-places.ts";
import { oncePerDatabase } from "./once.ts";

/** The texts, by number, in which no pair was made of an entity. Few: only lists of hundreds of names are capped. */
const unpairedTexts = oncePerDatabase(async (db): Promise<ReadonlyMap<number, ReadonlySet<number>>> => {
  const { number, tid } = await db.columns(statement("query", "unpaired"));
  const texts = new Map<number, number[]>();
  number!.forEach((one, row) => {
    addTo(texts, one, tid![row]!);
  });
  return new Map([...texts].map(([one, own]) => [one, new Set(own)]));
});

/** The places of each, by number: of one alone all, of several those in texts of which pairs were made of it. */
export async function pairedPlaces(db: Database, numbers: readonly number[]): Promise<DatedPlaces[]> {
  const places = await Promise.all(numbers.map((number) => placesOf(db, number)));
  if (numbers.length < 2) return places;
  const unpaired = await unpairedTexts(db);
  return places.map((own, i) => {
    const texts = unpaired.get(numbers[i]!);
    return texts ? placesIn(own, (tid) => !texts.has(tid)) : own;
  });
}

/** Those in texts that `isWanted`, by number. */
export function placesIn(places: DatedPlaces, isWanted: (tid: number) => boolean): DatedPlaces {
  const isKept = (_: number, i: number): boolean => isWanted(places.tid[i]!);
  return {
    aid: places.aid.filter(isKept),
    tid: places.tid.filter(isKept),
    sid: places.sid.filter(isKept),
    depth: places.depth.filter(isKept),
    sentence: places.sentence.filter(isKept),
    start: places.start.filter(isKept),
    day: places.day.filter(isKept),
  };
}
