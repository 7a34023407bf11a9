// What is stated of an entity: its offices or the holders of its offices, its parts, its seat, in time.
import type { EntityType, Predicate } from "../entities/index.ts";
import { grouped } from "../lib/group.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import { type Located, locate } from "./entity.ts";
import { DEFAULT_LIMIT, type EntityFacts, type EntityName, type Listing, type ListOptions } from "./types.ts";

/** Where a relation is printed. */
export interface Print {
  readonly article: string;
  readonly title: string;
  readonly page: string;
  readonly paper: string | null;
  readonly date: string | null;
  readonly sentence: number;
  /** Of the label's words. */
  readonly page_spans: readonly Span[];
}

/** What all prints of one relation in the same words state. */
export interface Stated {
  readonly predicate: Predicate;
  readonly subject: EntityName;
  readonly object: EntityName;
  /** The printed words: the title, for an office. */
  readonly label: string;
  /** Of the first and the last dated print; null where no page has a date. */
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly articles: number;
  /** Stories that state it: reprints are one. */
  readonly stories: number;
}

export interface StatedRelation extends Stated {
  readonly first: Print;
  readonly last: Print;
}

export interface Relations extends Listing<StatedRelation> {
  readonly of: EntityFacts;
}

export interface RelationOptions extends ListOptions {
  /** null for all. */
  readonly predicate: Predicate | null;
}

/** One print of it. */
export interface StatedRow {
  readonly predicate: Predicate;
  readonly subject: string;
  readonly subject_type: EntityType;
  readonly subject_name: string;
  readonly object: string;
  readonly object_type: EntityType;
  readonly object_name: string;
  readonly label: string;
  /** Its id or its number. */
  readonly article: string | number;
  readonly story: string;
  readonly date: string | null;
}

interface RelationRow extends StatedRow {
  readonly article: string;
  readonly sentence: number;
  readonly page_spans: string;
  readonly title: string;
  readonly page: string;
  readonly text_id: string;
  readonly paper: string | null;
}

/** In: prints by date. Out: those that state one thing, in the order of their first prints. */
export const groupStated = <Row extends StatedRow>(rows: readonly Row[]): Row[][] => [
  ...grouped(rows, (row) => JSON.stringify([row.predicate, row.subject, row.object, row.label])).values(),
];

/** In: the prints of one statement, by date; at least one. */
export function statedBy(prints: readonly StatedRow[]): Stated {
  const first = prints[0]!;
  return {
    predicate: first.predicate,
    subject: { entity: first.subject, type: first.subject_type, name: first.subject_name },
    object: { entity: first.object, type: first.object_type, name: first.object_name },
    label: first.label,
    first_date: first.date,
    last_date: prints.findLast(({ date }) => date !== null)?.date ?? null,
    articles: new Set(prints.map(({ article }) => article)).size,
    stories: new Set(prints.map(({ story }) => story)).size,
  };
}

/** In the order of their first prints, undated ones last. Cost: the entity's rows, in memory. */
export const relations = async (
  db: Database,
  reference: string,
  options: Partial<RelationOptions> = {},
): Promise<Relations> => relationsOf(db, await locate(db, reference), options);

/** The same of an entity that is known. */
export async function relationsOf(
  db: Database,
  { facts: of, number }: Located,
  { limit = DEFAULT_LIMIT, predicate = null }: Partial<RelationOptions> = {},
): Promise<Relations> {
  const rows = await db.rows<RelationRow>(statement("query", "relations-of"), { number });
  const groups = groupStated(rows.filter((row) => predicate === null || row.predicate === predicate));
  const items = groups.slice(0, limit).map(relationOf);
  return { of, total: groups.length, limit, sort: "first_date", items };
}

const relationOf = (prints: readonly RelationRow[]): StatedRelation => ({
  ...statedBy(prints),
  first: printOf(prints[0]!),
  last: printOf(prints.findLast(({ date }) => date !== null) ?? prints.at(-1)!),
});

const printOf = ({ article, title, page, paper, date, sentence, page_spans }: RelationRow): Print => ({
  article,
  title,
  page,
  paper,
  date,
  sentence,
  page_spans: JSON.parse(page_spans) as Span[],
});

/** The timeline of an entity's offices: those that a person holds, or that persons hold in a body or a territory. */
export const offices = (db: Database, reference: string, options: Partial<ListOptions> = {}): Promise<Relations> =>
  relations(db, reference, { ...options, predicate: "holds_office" });
