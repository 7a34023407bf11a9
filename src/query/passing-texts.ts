// Which texts a filter keeps of the evidence of an entity or of a tie.
//
// Papers, places of issue and dates are asked of the text that prints the words: those of its pages. All else is asked of
// the entities, as counted in the layer, and of their tie in the layer of the text.
import type { Layer } from "../entities/index.ts";
import { type EntityToFilter, type Filter, parseFilter } from "../filter/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, statement } from "../store/index.ts";
import type { Located } from "./entity.ts";
import type { NamedText } from "./named-texts.ts";
import { degreesOf } from "./selection-facts.ts";
import { readTextPages } from "./text-pages.ts";
import { DEPTHS } from "./types.ts";

const PAGE_FACETS = ["paper", "place", "date", "tie.paper", "tie.date"] as const;

/**
 * In: one entity or two, and the texts that name them, by number. Out: the numbers of those that pass. Throws FilterError,
 * and InputError for conditions on ties where one entity has no tie to be asked of.
 */
export async function passingTexts(
  db: Database,
  text: string,
  layer: Layer | "all",
  of: readonly Located[],
  texts: ReadonlyMap<number, NamedText>,
): Promise<ReadonlySet<number>> {
  const filter = parseFilter(text);
  if (filter.hasTieConditions && of.length < 2)
    throw new InputError(`query.evidence: "${text}" has conditions on ties; ask for the evidence of two entities`);
  const facts: EntityToFilter[] = [];
  for (const one of of) facts.push(await factsOf(db, filter, layer, one));
  const ties = filter.hasTieConditions ? await tiesOf(db, of) : [];
  const pages = PAGE_FACETS.some((facet) => filter.needs.has(facet)) ? await readTextPages(db) : [];
  const passing = new Set<number>();
  for (const [tid, { depth }] of texts) {
    const { papers: in_papers = [], places: in_places = [], dates: in_dates = [] } = pages[tid] ?? {};
    if (!facts.every((own) => filter.entity({ ...own, in_papers, in_places, in_dates }))) continue;
    const tie = ties[depth];
    if (!filter.hasTieConditions || (tie && filter.tie({ ...tie, in_papers, in_dates }))) passing.add(tid);
  }
  return passing;
}

/** What is known of an entity besides its pages. */
async function factsOf(
  db: Database,
  filter: Filter,
  layer: Layer | "all",
  { facts, number }: Located,
): Promise<EntityToFilter> {
  const [more] = await db.rows<Pick<EntityToFilter, "subtype" | "community" | "pagerank">>(
    statement("query", "entity-to-filter"),
    { number },
  );
  const degree = filter.needs.has("degree") ? (await degreesOf(db, layer, number + 1))[number]! : null;
  return { ...facts, ...more, degree };
}

/** The tie of two in each layer, by depth. */
async function tiesOf(db: Database, [a, b]: readonly Located[]): Promise<readonly (EdgeFacts | undefined)[]> {
  const [source, target] = [a!.facts.entity, b!.facts.entity].sort(compareCodePoints);
  const rows = await db.rows<EdgeFacts>(statement("query", "tie-edges"), { source: source!, target: target! });
  const ties: EdgeFacts[] = [];
  for (const row of rows) ties[DEPTHS[row.layer]] = row;
  return ties;
}
