// What a filter keeps of a project: a quick answer for each entity and tie, and how many they are.
//
// Entities go by their number (entities.number), so that a million ties are passed in about a second: SQL joins ids to
// numbers, and only the columns that the filter reads are fetched, as numbers.
import type { Layer } from "../entities/index.ts";
import { type Filter, parseFilter, type TieToFilter } from "../filter/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { dateOf } from "./days.ts";
import { keptEntities, known } from "./selection-facts.ts";
import { createTiePages, DEPTHS, type EdgeToSelect, type TiePages, type TiePagesOf } from "./selection-ties.ts";

export interface SelectionOptions {
  /** In the filter language; null or "" keeps everything. */
  readonly filter: string | null;
  readonly layer: Layer | "all";
}

export interface SelectionCounts {
  readonly entities: number;
  /** Entities that the layer has. */
  readonly of_entities: number;
  readonly edges: number;
  readonly of_edges: number;
}

export interface Selection {
  readonly layer: Layer | "all";
  /** The filter in canonical words; "" for none. */
  readonly filter: string;
  readonly hasTieConditions: boolean;
  /** How many of how many. Counted when first asked; about a second for 1,000,000 ties. */
  counts(): Promise<SelectionCounts>;
  /** Whether an entity of the layer is kept, by its id. */
  hasEntity(entity: string): boolean;
  /** Whether a tie of the layer is kept: a row of the table `edges`. */
  hasEdge(edge: EdgeToSelect): boolean;
  /** The same by the entity's number. */
  hasNumber(number: number): boolean;
  /** Whether the conditions on ties hold for the tie of two entities, by number, whether these are kept or not. */
  hasTie(a: number, b: number, tie: EdgeFacts): boolean;
}

/** Selections kept for a database that is asked again and again. */
const MOST_KEPT = 8;
const selections = new WeakMap<Database, Map<string, Promise<Selection>>>();

/**
 * What a filter keeps of one layer of the graph, or of all. An entity's counts, papers and dates are those of the layer
 * (with "all" of every mention), so that they agree with what the exports and the page show of it.
 * Throws FilterError. Cost: well under a second for 100,000 entities the first time; the last few are remembered.
 */
export function select(db: Database, { filter: text, layer }: SelectionOptions): Promise<Selection> {
  const filter = parseFilter(text ?? "");
  const ofDatabase = selections.get(db) ?? new Map<string, Promise<Selection>>();
  selections.set(db, ofDatabase);
  const key = `${layer} ${filter.text}`;
  const selection = ofDatabase.get(key) ?? createSelection(db, filter, layer);
  // The last asked stands last.
  ofDatabase.delete(key);
  ofDatabase.set(key, selection);
  selection.catch(() => ofDatabase.delete(key));
  if (ofDatabase.size > MOST_KEPT) ofDatabase.delete([...ofDatabase.keys()][0]!);
  return selection;
}

/**
 * The same for a list of entities, which has no ties: conditions on them would choose nothing there, in silence. Throws
 * InputError for one, FilterError.
 */
export async function selectEntities(db: Database, options: SelectionOptions): Promise<Selection> {
  const selection = await select(db, options);
  if (!selection.hasTieConditions) return selection;
  throw new InputError(
    `query: a list of entities has no ties that the filter could choose (${selection.filter}); neighbors, common, path, evidence and export have`,
  );
}

async function createSelection(db: Database, filter: Filter, layer: Layer | "all"): Promise<Selection> {
  if (!filter.hasEntityConditions && !filter.hasTieConditions) return everything(db, layer);
  const ids: string[] = [];
  const idRows = await db.rows<{ number: number; entity: string }>(statement("query", "selection-ids"));
  for (const { number, entity } of idRows) ids[number] = entity;
  const kept = filter.hasEntityConditions ? await keptEntities(db, filter, layer, ids) : null;
  const pagesOf = await createTiePages(db, filter, layer, ids.length);
  const numbers = new Map(idRows.map(({ number, entity }) => [entity, number]));
  const hasNumber = (number: number): boolean => kept === null || kept[number] === 1;
  const has = (id: string): boolean => hasNumber(numbers.get(id) ?? ids.length);
  const hasTie: Selection["hasTie"] = (a, b, tie) =>
    !filter.hasTieConditions ||
    filter.tie(pagesOf === null ? tie : { ...tie, ...pagesOf(a, b, DEPTHS.indexOf(tie.layer)) });
  let counts: Promise<SelectionCounts> | null = null;
  return {
    layer,
    filter: filter.text,
    hasTieConditions: filter.hasTieConditions,
    counts() {
      counts ??= countKept(db, filter, layer, kept, pagesOf);
      return counts;
    },
    hasEntity: has,
    hasNumber,
    hasTie,
    hasEdge(edge) {
      const [source, target] = [numbers.get(edge.source), numbers.get(edge.target)];
      if (source === undefined || target === undefined) return false;
      return hasNumber(source) && hasNumber(target) && hasTie(source, target, edge);
    },
  };
}

const everything = (db: Database, layer: Layer | "all"): Selection => ({
  layer,
  filter: "",
  hasTieConditions: false,
  async counts() {
    const { entities, edges } = await totalsOf(db, layer);
    return { entities, of_entities: entities, edges, of_edges: edges };
  },
  hasEntity: () => true,
  hasNumber: () => true,
  hasTie: () => true,
  hasEdge: () => true,
});

interface Totals {
  readonly entities: number;
  readonly edges: number;
}

const totalsOf = async (db: Database, layer: Layer | "all"): Promise<Totals> =>
  (await db.rows<Totals>(statement("query", "selection-totals"), { layer }))[0]!;

async function countKept(
  db: Database,
  filter: Filter,
  layer: Layer | "all",
  kept: Uint8Array | null,
  pagesOf: TiePagesOf | null,
): Promise<SelectionCounts> {
  const totals = await totalsOf(db, layer);
  const columns = TIE_COLUMNS.filter((name) => ALWAYS.includes(name) || filter.reads.has(`tie.${name}`));
  let edges = 0;
  for await (const batch of db.numbers(statement("query", "selection-edges"), columns, { layer })) {
    const tie = new TieAt(Object.fromEntries(columns.map((name, c) => [name, batch[c]!])), pagesOf);
    const [sources, targets] = batch as [Float64Array, Float64Array];
    for (let i = 0; i < sources.length; i++) {
      if (kept && !(kept[sources[i]!] && kept[targets[i]!])) continue;
      tie.row = i;
      if (!filter.hasTieConditions || filter.tie(tie)) edges++;
    }
  }
  const entities = kept ? kept.reduce((sum, one) => sum + one, 0) : totals.entities;
  return { entities, of_entities: totals.entities, edges, of_edges: totals.edges };
}

const ALWAYS: readonly string[] = ["source", "target", "depth"];
const TIE_COLUMNS = [
  "source",
  "target",
  "depth",
  "articles",
  "close",
  "texts",
  "stories",
  "papers",
  "npmi",
  "g2",
  "p",
  "q",
  "backbone",
  "first_date",
  "last_date",
] as const;

/** The tie of one row after another, each fact taken from its column when it is read; a million objects would take seconds. */
class TieAt implements TieToFilter {
  row = 0;
  readonly #columns: Readonly<Partial<Record<string, Float64Array>>>;
  readonly #pagesOf: TiePagesOf | null;

  constructor(columns: Readonly<Partial<Record<string, Float64Array>>>, pagesOf: TiePagesOf | null) {
    this.#columns = columns;
    this.#pagesOf = pagesOf;
  }

  #at(column: (typeof TIE_COLUMNS)[number]): number {
    return this.#columns[column]![this.row]!;
  }
  #pages(): TiePages | undefined {
    return this.#pagesOf?.(this.#at("source"), this.#at("target"), this.#at("depth"));
  }

  get layer(): Layer {
    return DEPTHS[this.#at("depth")]!;
  }
  get articles(): number {
    return this.#at("articles");
  }
  get close(): number {
    return this.#at("close");
  }
  get texts(): number {
    return this.#at("texts");
  }
  get stories(): number {
    return this.#at("stories");
  }
  get papers(): number {
    return this.#at("papers");
  }
  get npmi(): number | null {
    return known(this.#at("npmi"));
  }
  get g2(): number | null {
    return known(this.#at("g2"));
  }
  get p(): number | null {
    return known(this.#at("p"));
  }
  get q(): number | null {
    return known(this.#at("q"));
  }
  get backbone(): boolean {
    return this.#at("backbone") === 1;
  }
  get first_date(): string | null {
    return dateOf(this.#at("first_date"));
  }
  get last_date(): string | null {
    return dateOf(this.#at("last_date"));
  }
  get in_papers(): readonly string[] {
    return this.#pages()?.in_papers ?? [];
  }
  get in_dates(): readonly string[] {
    return this.#pages()?.in_dates ?? [];
  }
}
