// The printed words behind an entity or a tie: sentences with the names marked, down to the page.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import type { Database } from "../store/index.ts";
import { locateAll } from "./entity.ts";
import { findingsOf } from "./findings.ts";
import { textsNaming } from "./named-texts.ts";
import { pairedPlaces, placesIn } from "./paired-places.ts";
import { passagesOf } from "./passages.ts";
import { passingTexts } from "./passing-texts.ts";
import { DEFAULT_LIMIT, DEPTHS, type EntityFacts, type Evidence, type Listing, type ListOptions } from "./types.ts";

export interface EvidenceOptions extends ListOptions {
  /** The layer of the edge; "all" for every mention. */
  readonly layer: Layer | "all";
  /** Items to pass over, for the next part of a long list. */
  readonly offset: number;
  /** Only evidence from texts that a filter keeps (passing-texts.ts); null for all. */
  readonly filter: string | null;
}

export interface EvidenceListing extends Listing<Evidence> {
  readonly of: readonly EntityFacts[];
  readonly offset: number;
  readonly texts: number;
  readonly stories: number;
}

/**
 * Evidence of one entity (every sentence that names it) or of a tie between two: every sentence that names both, and for
 * each text without one, the two nearest sentences that name one each.
 * Close ones first, then by date (undated last), text, place on the page. A layer's evidence is that of its edge: the
 * texts in which the two are named at that depth, as counted: of a text with more names than the build pairs, only those
 * that it paired. Throws FilterError.
 */
export async function evidence(
  db: Database,
  references: readonly string[],
  { limit = DEFAULT_LIMIT, offset = 0, layer = "content", filter = null }: Partial<EvidenceOptions> = {},
): Promise<EvidenceListing> {
  if (references.length < 1 || references.length > 2) throw new InputError("query.evidence: name one entity, or two");
  const of = await locateAll(db, references, layer);
  const numbers = of.map(({ number }) => number);
  const depth = layer === "all" ? null : DEPTHS[layer];
  const all = await pairedPlaces(db, numbers);
  const passing = filter ? await passingTexts(db, filter, layer, of, textsNaming(all, depth)) : null;
  const places = passing ? all.map((own) => placesIn(own, (tid) => passing.has(tid))) : all;
  const findings = findingsOf(places, depth);
  const chosen = findings.slice(offset, offset + limit).map((finding) => ({ finding, ends: numbers }));
  const idOf = (number: number): string => of.find((one) => one.number === number)!.facts.entity;
  return {
    of: of.map(({ facts }) => facts),
    total: findings.total,
    limit,
    offset,
    texts: findings.texts,
    stories: findings.stories,
    sort: "close, date, text, place on the page",
    items: await passagesOf(db, chosen, idOf, depth),
  };
}

/**
 * For each of several ties the first of its evidence, null where the table has none; one reading an entity, however many
 * ties. `idOf`: the ids of their ends, by number.
 */
export async function firstEvidence(
  db: Database,
  ties: readonly (readonly [number, number])[],
  idOf: (number: number) => string,
  layer: Layer,
): Promise<(Evidence | null)[]> {
  const ends = [...new Set(ties.flat())];
  const found = await pairedPlaces(db, ends);
  const places = new Map(ends.map((number, i) => [number, found[i]!]));
  const firsts = ties.map(([a, b]) => findingsOf([places.get(a)!, places.get(b)!], DEPTHS[layer]).slice(0, 1)[0]);
  const chosen = firsts.flatMap((finding, i) => (finding ? [{ finding, ends: ties[i]! }] : []));
  const read = await passagesOf(db, chosen, idOf, DEPTHS[layer]);
  const byFinding = new Map(chosen.map(({ finding }, i) => [finding, read[i]!]));
  return firsts.map((finding) => (finding ? byFinding.get(finding)! : null));
}
