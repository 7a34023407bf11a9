// Where entities are named, as rows of integers: enough to count and order evidence by, before a word of it is read.
//
// A server reads the places of all mentions once (`preparePlaces`): 25 MB and 0.5 s of processor time a million mentions.
// A single question reads those of its own entities; both answer alike.
import { type Database, statement } from "../store/index.ts";

/** What memory holds beside a server: about 400 MB. Of a larger project each question reads its own. */
const MAX_MENTIONS = 16_000_000;

/** Mentions of one entity in reading order; columns and numbers as in the table `evidence`. */
export interface Places {
  readonly aid: Int32Array;
  readonly tid: Int32Array;
  readonly sid: Int32Array;
  /** 0 content, 1 byline, 2 masthead. */
  readonly depth: Uint8Array;
  readonly sentence: Int32Array;
  readonly start: Int32Array;
}

export interface DatedPlaces extends Places {
  /** The page's date as 20250829; −1 without one. */
  readonly day: Int32Array;
}

interface AllPlaces extends DatedPlaces {
  /** Entity i's mentions stand in [offsets[i], offsets[i + 1]). */
  readonly offsets: Int32Array;
}

const read = new WeakMap<Database, AllPlaces>();

/** Reads the places of all mentions, so that questions need not. */
export async function preparePlaces(db: Database): Promise<void> {
  if (read.has(db)) return;
  const [{ mentions, entities }] = (await db.rows(statement("query", "mention-total"))) as [
    { mentions: number; entities: number },
  ];
  if (mentions > MAX_MENTIONS) return;
  const { numbers, ...places } = await readPlaces(db, 1, entities);
  const offsets = new Int32Array(entities + 2);
  for (const number of numbers) offsets[number + 1]!++;
  for (let number = 0; number <= entities; number++) offsets[number + 1]! += offsets[number]!;
  read.set(db, { ...places, offsets });
}

/** The places of one entity. */
export async function placesOf(db: Database, number: number): Promise<DatedPlaces> {
  const all = read.get(db);
  if (!all) return readPlaces(db, number, number);
  // Beyond the last of the offsets are entities that no mention leads to.
  const none = all.aid.length;
  const [from, to] = [all.offsets[number] ?? none, all.offsets[number + 1] ?? none];
  return {
    aid: all.aid.subarray(from, to),
    tid: all.tid.subarray(from, to),
    sid: all.sid.subarray(from, to),
    depth: all.depth.subarray(from, to),
    sentence: all.sentence.subarray(from, to),
    start: all.start.subarray(from, to),
    day: all.day.subarray(from, to),
  };
}

async function readPlaces(db: Database, first: number, last: number): Promise<DatedPlaces & { numbers: Int32Array }> {
  const columns = await db.columns(statement("query", "mention-places"), { first_number: first, last_number: last });
  const { number, aid, tid, sid, depth, sentence, start_at, day } = columns as Record<string, Int32Array>;
  return {
    numbers: number!,
    aid: aid!,
    tid: tid!,
    sid: sid!,
    depth: Uint8Array.from(depth!),
    sentence: sentence!,
    start: start_at!,
    day: day!,
  };
}
