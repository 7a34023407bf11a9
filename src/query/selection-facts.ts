// The facts that a filter asks of entities, read as columns of numbers and only those that it asks for.
import type { EntityType, Layer } from "../entities/index.ts";
import type { EntityToFilter, Filter } from "../filter/index.ts";
import { type Database, statement } from "../store/index.ts";
import { dateOf } from "./days.ts";

export const known = (number: number): number | null => (Number.isNaN(number) ? null : number);

interface Words {
  readonly number: number;
  readonly subtype: string | null;
  readonly name: string;
  /** JSON list. */
  readonly aliases: string;
}

const COLUMNS = [
  "number",
  "mentions",
  "articles",
  "stories",
  "papers",
  "first_date",
  "last_date",
  "community",
  "pagerank",
] as const;
const WORDS = ["subtype", "name", "alias"];

/** Which entities of the layer the filter keeps: 1 for each number that it does. `ids` are by number. */
export async function keptEntities(
  db: Database,
  filter: Filter,
  layer: Layer | "all",
  ids: readonly string[],
): Promise<Uint8Array> {
  const kept = new Uint8Array(ids.length);
  const words = WORDS.some((field) => filter.reads.has(field)) ? await wordsOf(db) : null;
  const pages = await pagesOfEntities(db, filter, layer, ids.length);
  const degrees = filter.needs.has("degree") ? await degreesOf(db, layer, ids.length) : null;
  const needsAliases = filter.reads.has("alias");
  for await (const columns of db.numbers(statement("query", "selection-counts"), COLUMNS, { layer })) {
    const [numbers, mentions, articles, stories, papers, first, last, community, pagerank] =
      columns as Nine<Float64Array>;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const own = words?.[number];
      const facts: EntityToFilter = {
        entity: ids[number]!,
        type: typeOf(ids[number]!),
        subtype: own?.subtype ?? null,
        name: own?.name ?? "",
        aliases: needsAliases ? (JSON.parse(own!.aliases) as string[]) : [],
        mentions: mentions[i]!,
        articles: articles[i]!,
        stories: stories[i]!,
        papers: papers[i]!,
        first_date: filter.reads.has("first_date") ? dateOf(first[i]!) : null,
        last_date: filter.reads.has("last_date") ? dateOf(last[i]!) : null,
        community: known(community[i]!),
        pagerank: known(pagerank[i]!),
        degree: degrees?.[number] ?? null,
        in_papers: pages.paper?.[number] ?? [],
        in_places: pages.place?.[number] ?? [],
        in_dates: pages.date?.[number] ?? [],
      };
      if (filter.entity(facts)) kept[number] = 1;
    }
  }
  return kept;
}

type Nine<T> = [T, T, T, T, T, T, T, T, T];

/** An id begins with its type. */
const typeOf = (id: string): EntityType => id.slice(0, id.indexOf(":")) as EntityType;

async function wordsOf(db: Database): Promise<Words[]> {
  const words: Words[] = [];
  for (const row of await db.rows<Words>(statement("query", "selection-entities"))) words[row.number] = row;
  return words;
}

/** How many entities each is tied to in the layer, by number. */
export async function degreesOf(db: Database, layer: Layer | "all", entities: number): Promise<Uint32Array> {
  const degrees = new Uint32Array(entities);
  const file = statement("query", "selection-degrees");
  for await (const [numbers, found] of db.numbers(file, ["number", "degree"], { layer }))
    for (let i = 0; i < numbers!.length; i++) degrees[numbers![i]!] = found![i]!;
  return degrees;
}

const PAGE_FACETS = ["paper", "place", "date"] as const;
type Pages = Partial<Record<(typeof PAGE_FACETS)[number], (string[] | undefined)[]>>;

/** Papers, places and dates of the pages that name each entity; nothing where the filter does not ask. */
async function pagesOfEntities(
  db: Database,
  { needs }: Filter,
  layer: Layer | "all",
  entities: number,
): Promise<Pages> {
  const pages: Pages = {};
  for (const facet of PAGE_FACETS) {
    if (!needs.has(facet)) continue;
    const values = await db.rows<{ value: string }>(statement("query", "selection-values"), { facet });
    const lists = new Array<string[] | undefined>(entities).fill(undefined);
    const file = statement("query", "selection-pages");
    for await (const [numbers, found] of db.numbers(file, ["number", "value"], { layer, facet })) {
      for (let i = 0; i < numbers!.length; i++) {
        const { value } = values[found![i]!]!;
        const list = lists[numbers![i]!];
        if (list) list.push(value);
        else lists[numbers![i]!] = [value];
      }
    }
    pages[facet] = lists;
  }
  return pages;
}
