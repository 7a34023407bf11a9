// Search by what a person types: a name or its middle, an alias, pinyin, initials; traditional or simplified, with or
// without marks and blanks; with a wrong letter, when nothing is found without.
//
// The index is made once for an open database, when first asked (or by `prepareSearch`), in slices between which other
// questions are answered; a search waits for it.
import type { EntityType } from "../entities/index.ts";
import { inSlices } from "../lib/slices.ts";
import { type Database, statement } from "../store/index.ts";
import { comparable } from "../text/index.ts";
import { oncePerDatabase } from "./once.ts";
import { createSearchIndex, type Near, NONE, type Ranks, type SearchIndex } from "./search-index.ts";
import { type Entry, type Form, type Found, MATCHES, type Match, matchOf } from "./search-matches.ts";
import { selectEntities } from "./selection.ts";
import { DEFAULT_LIMIT, type EntityName, type Listing, type ListOptions } from "./types.ts";

/** Counts are those of all layers together: reporters and papers are looked for too. */
export interface SearchHit extends EntityName, Found {
  readonly stories: number;
  readonly mentions: number;
}

export interface SearchOptions extends ListOptions {
  /** Only entities of these types; empty for all. */
  readonly types: readonly EntityType[];
  /** Only entities that a filter keeps, of all layers and by their counts there; null for all. */
  readonly filter: string | null;
}

/**
 * Entities for what was typed, best matches first, then by stories, mentions and id. An empty query finds nothing.
 * What is only like it is looked for when nothing is found, and `matched` says so. Throws FilterError.
 */
export async function search(
  db: Database,
  query: string,
  { limit = DEFAULT_LIMIT, types = [], filter = null }: Partial<SearchOptions> = {},
): Promise<Listing<SearchHit>> {
  const key = keyOf(query);
  const sort = "match, stories, mentions, id";
  if (key === "") return { total: 0, limit, sort, items: [] };
  const index = await indexOf(db);
  const selection = filter ? await selectEntities(db, { filter, layer: "all" }) : null;
  const isAllowed = ({ entity, type }: Entry): boolean =>
    (types.length === 0 || types.includes(type)) && (selection?.hasEntity(entity) ?? true);
  return { limit, sort, ...findHits(index, key, isAllowed, limit) };
}

/** Makes the index, so that the first question need not wait for it. */
export async function prepareSearch(db: Database): Promise<void> {
  await indexOf(db);
}

/** The form in which texts are compared here. */
export const keyOf = (text: string): string => comparable(text).toLowerCase();

const hit = ({ entity, type, name, stories, mentions }: Entry, { matched, form }: Found): SearchHit => ({
  entity,
  type,
  name,
  matched,
  form,
  stories,
  mentions,
});

interface Hits {
  readonly total: number;
  readonly items: SearchHit[];
}

/** Each way in its turn, until one finds anything. */
function findHits(index: SearchIndex, key: string, isAllowed: (entry: Entry) => boolean, limit: number): Hits {
  const direct = best(index, index.direct(key), isAllowed, limit, (entry) => matchOf(entry, key)!);
  if (direct.total > 0 || [...key].length < 2) return direct;
  const inOrder = best(index, index.inOrder(key), isAllowed, limit, ({ name }) => ({
    matched: "letters-in-order",
    form: name,
  }));
  if (inOrder.total > 0) return inOrder;
  const ways: readonly [Match, () => Near[]][] = [
    ["same-sound", () => byEntity(index.sameSound(key))],
    ["one-letter-off", () => byEntity(index.oneOff(key))],
    ["near", () => index.near(key)],
  ];
  for (const [matched, way] of ways) {
    const found = firstOfEach(way()).filter(({ entity }) => isAllowed(index.entries[entity]!));
    const items = found
      .slice(0, limit)
      .map(({ entity, form }) => hit(index.entries[entity]!, { matched, form: form.text }));
    if (found.length > 0) return { total: found.length, items };
  }
  return { total: 0, items: [] };
}

const byEntity = (found: readonly Near[]): Near[] => [...found].sort((a, b) => a.entity - b.entity);

function firstOfEach(found: readonly Near[]): Near[] {
  const seen = new Set<number>();
  return found.filter(({ entity }) => !seen.has(entity) && seen.add(entity));
}

/** The allowed entries that have a rank, best ranks first: how many, and the first of them. */
function best(
  { entries }: SearchIndex,
  ranks: Ranks,
  isAllowed: (entry: Entry) => boolean,
  limit: number,
  tell: (entry: Entry) => Found,
): Hits {
  const byRank: Entry[][] = MATCHES.map(() => []);
  let total = 0;
  for (let entity = 0; entity < ranks.length; entity++) {
    const rank = ranks[entity]!;
    if (rank === NONE || !isAllowed(entries[entity]!)) continue;
    total++;
    const list = byRank[rank]!;
    if (list.length < limit) list.push(entries[entity]!);
  }
  const first = byRank.flat().slice(0, limit);
  return { total, items: first.map((entry) => hit(entry, tell(entry))) };
}

const indexOf = oncePerDatabase(async (db): Promise<SearchIndex> => createSearchIndex(await readEntries(db)));

interface IndexRow extends EntityName {
  /** JSON lists, the second beside the first. */
  readonly aliases: string;
  readonly alias_pinyin: string | null;
  readonly pinyin: string | null;
  readonly stories: number;
  readonly mentions: number;
}

/** Entities whose forms are made before others are answered: some 10 ms, most of it the normal form. */
const SLICE = 500;

/** The entities with their forms, by stories, mentions and id. In slices. */
async function readEntries(db: Database): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const rows of db.batches<IndexRow>(statement("query", "search-rows")))
    await inSlices(rows.length, SLICE, (from, to) => {
      for (const row of rows.slice(from, to)) entries.push(entryOf(row));
    });
  return entries;
}

function entryOf({ aliases, alias_pinyin, pinyin, ...row }: IndexRow): Entry {
  const spelled = JSON.parse(alias_pinyin ?? "[]") as string[];
  const others = (JSON.parse(aliases) as string[]).map((alias, i) => formOf(alias, spelled[i] ?? ""));
  return { ...row, forms: [formOf(row.name, pinyin ?? ""), ...others] };
}

function formOf(text: string, pinyin: string): Form {
  const syllables = pinyin === "" ? [] : pinyin.split(" ");
  return {
    text,
    key: keyOf(text),
    pinyin,
    letters: syllables.join(""),
    initials: syllables.map((syllable) => [...syllable][0]).join(""),
  };
}
