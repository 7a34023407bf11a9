// Search by what a person types: a name or its middle, an alias, pinyin, initials; traditional or simplified, with or
// without marks and blanks.
//
// All names are held in memory in their normal form and scanned: 100,000 entities take some 20 ms, and no index need be
// kept in step. The index is made once for an open database.
import type { EntityType } from "../entities/index.ts";
import { type Database, statement } from "../store/index.ts";
import { comparable } from "../text/index.ts";
import { DEFAULT_LIMIT, type EntityName, type Listing, type ListOptions } from "./types.ts";

/** How a hit was found, best first; the order is that of the results. */
export const MATCHES = [
  "name",
  "alias",
  "name-start",
  "initials",
  "pinyin",
  "alias-start",
  "name-inside",
  "alias-inside",
  "pinyin-start",
  "initials-start",
  "pinyin-inside",
  "initials-inside",
  "letters-in-order",
] as const;
export type Match = (typeof MATCHES)[number];

export interface SearchHit extends EntityName {
  readonly matched: Match;
  /** The form that matched: the name, an alias, the pinyin. */
  readonly form: string;
  readonly stories: number;
  readonly mentions: number;
}

export interface SearchOptions extends ListOptions {
  /** Only entities of these types; empty for all. */
  readonly types: readonly EntityType[];
}

interface Entry extends EntityName {
  readonly stories: number;
  readonly mentions: number;
  readonly key: string;
  readonly aliases: readonly { form: string; key: string }[];
  readonly pinyin: string;
  readonly syllables: readonly string[];
  readonly initials: string;
}

const indexes = new WeakMap<Database, Promise<Entry[]>>();

/**
 * Entities for what was typed, best matches first, then by stories, mentions and id. Letters in order (发改委 for
 * 国家发展和改革委员会) are tried only when nothing else is found. An empty query finds nothing.
 */
export async function search(
  db: Database,
  query: string,
  { limit = DEFAULT_LIMIT, types = [] }: Partial<SearchOptions> = {},
): Promise<Listing<SearchHit>> {
  const key = comparable(query).toLowerCase();
  const entries = (await indexOf(db)).filter(({ type }) => types.length === 0 || types.includes(type));
  const direct = key === "" ? [] : entries.flatMap((entry) => hit(entry, matchOf(entry, key)));
  const hits =
    direct.length > 0 || [...key].length < 2 ? direct : entries.flatMap((entry) => hit(entry, inOrder(entry, key)));
  // Entries stand by stories, mentions and id already, and the sort is stable.
  hits.sort((a, b) => MATCHES.indexOf(a.matched) - MATCHES.indexOf(b.matched));
  return { total: hits.length, limit, sort: "match, stories, mentions, id", items: hits.slice(0, limit) };
}

function indexOf(db: Database): Promise<Entry[]> {
  let index = indexes.get(db);
  if (!index) {
    index = readIndex(db);
    indexes.set(db, index);
    // A failed reading must not stay for ever.
    index.catch(() => indexes.delete(db));
  }
  return index;
}

interface IndexRow extends EntityName {
  readonly aliases: string;
  readonly pinyin: string | null;
  readonly initials: string | null;
  readonly stories: number;
  readonly mentions: number;
}

async function readIndex(db: Database): Promise<Entry[]> {
  const rows = await db.rows<IndexRow>(statement("query", "search-rows"));
  return rows.map(({ aliases, pinyin, initials, ...row }) => ({
    ...row,
    key: comparable(row.name).toLowerCase(),
    aliases: (JSON.parse(aliases) as string[]).map((form) => ({ form, key: comparable(form).toLowerCase() })),
    pinyin: pinyin ?? "",
    syllables: (pinyin ?? "").split(" ").filter((syllable) => syllable !== ""),
    initials: initials ?? "",
  }));
}

type Found = { readonly matched: Match; readonly form: string } | null;

const hit = ({ entity, type, name, stories, mentions }: Entry, found: Found): SearchHit[] =>
  found ? [{ entity, type, name, ...found, stories, mentions }] : [];

function matchOf(entry: Entry, key: string): Found {
  const found = [...nameMatches(entry, key), ...(/^[a-z0-9]+$/.test(key) ? spellingMatches(entry, key) : [])];
  return found.reduce<Found>(
    (best, one) => (best === null || MATCHES.indexOf(one.matched) < MATCHES.indexOf(best.matched) ? one : best),
    null,
  );
}

function* nameMatches(entry: Entry, key: string): Iterable<NonNullable<Found>> {
  const how = placeOf(entry.key, key);
  if (how !== null) yield { matched: how === "" ? "name" : `name${how}`, form: entry.name };
  for (const alias of entry.aliases) {
    const place = placeOf(alias.key, key);
    if (place !== null) yield { matched: place === "" ? "alias" : `alias${place}`, form: alias.form };
  }
}

function placeOf(text: string, key: string): "" | "-start" | "-inside" | null {
  const at = text.indexOf(key);
  if (at < 0) return null;
  if (at > 0) return "-inside";
  return text.length === key.length ? "" : "-start";
}

function* spellingMatches({ syllables, pinyin, initials }: Entry, key: string): Iterable<NonNullable<Found>> {
  // From any syllable on, never from the middle of one: "an" is not in "shang hai".
  for (let first = 0; first < syllables.length; first++) {
    const rest = syllables.slice(first).join("");
    if (!rest.startsWith(key)) continue;
    const matched = first > 0 ? "pinyin-inside" : rest === key ? "pinyin" : "pinyin-start";
    yield { matched, form: pinyin };
    break;
  }
  const place = placeOf(initials, key);
  // One letter would be in half of all initials.
  if (place !== null && key.length > 1)
    yield { matched: place === "" ? "initials" : `initials${place}`, form: initials };
}

function inOrder(entry: Entry, key: string): Found {
  let at = -1;
  for (const char of key) {
    at = entry.key.indexOf(char, at + 1);
    if (at < 0) return null;
  }
  return { matched: "letters-in-order", form: entry.name };
}
