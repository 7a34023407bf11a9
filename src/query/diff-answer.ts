// The shape of what changed between two parts of a project, or between two projects.
import type { EntityType, Layer } from "../entities/index.ts";
import { type Change, type Changed, type ChangedRow, type Changes, changesOf, type TwoCounts } from "./diff-changes.ts";
import { DEFAULT_LIMIT, DEPTHS, type EntityFacts, type EntityName, LAYER_OF_DEPTH } from "./types.ts";

export const EDGE_KEYS = ["source", "target", "depth"] as const;
export const EDGE_MEASURES = ["stories", "close", "articles", "texts"] as const;
export const ENTITY_KEYS = ["number"] as const;
export const ENTITY_MEASURES = ["stories", "articles", "mentions"] as const;

export type EdgeKey = (typeof EDGE_KEYS)[number];
export type EdgeMeasure = (typeof EDGE_MEASURES)[number];
export type EntityKey = (typeof ENTITY_KEYS)[number];
export type EntityMeasure = (typeof ENTITY_MEASURES)[number];

export interface EdgeChange extends Changed<EdgeMeasure> {
  readonly source: EntityName;
  readonly target: EntityName;
  readonly layer: Layer;
}

export interface EntityChange extends Changed<EntityMeasure>, EntityName {}

export interface DiffListing {
  readonly layer: Layer | "all";
  /** Ties of these alone, and these alone of the entities; none for all. */
  readonly of: readonly (EntityName | EntityFacts)[];
  readonly edges: Changes<EdgeChange>;
  readonly entities: Changes<EntityChange>;
}

export interface DiffListOptions {
  /** Of the ties and of the entities each. */
  readonly limit: number;
  readonly offset: number;
  readonly layer: Layer | "all";
  /** Only entities of these types, and ties whose every end that is not asked for is of them; empty for all. */
  readonly types: readonly EntityType[];
  /** Null for all four. */
  readonly change: Change | null;
}

export const DEFAULT_DIFF_LIST: DiffListOptions = {
  limit: DEFAULT_LIMIT,
  offset: 0,
  layer: "content",
  types: [],
  change: null,
};

/** −1 stands for all layers. */
export const depthOf = (layer: Layer | "all"): number => (layer === "all" ? -1 : DEPTHS[layer]);

/** In: both countings, whose keys are numbers of `names`; `asked`: numbers of the entities asked for. */
export function listed(
  edges: TwoCounts<EdgeKey, EdgeMeasure>,
  entities: TwoCounts<EntityKey, EntityMeasure>,
  names: readonly (EntityName | undefined)[],
  asked: ReadonlySet<number>,
  { layer, types, ...wanted }: DiffListOptions,
): Pick<DiffListing, "edges" | "entities"> {
  const { source, target, depth } = edges.keys;
  const { number } = entities.keys;
  const isWanted = (one: number): boolean => types.length === 0 || types.includes(names[one]!.type);
  const isEnd = (one: number): boolean => asked.has(one) || isWanted(one);
  const keepEdge = (row: number): boolean => {
    const [a, b] = [source[row]!, target[row]!];
    return (asked.size === 0 || asked.has(a) || asked.has(b)) && isEnd(a) && isEnd(b);
  };
  const keepEntity = (row: number): boolean => (asked.size > 0 ? asked.has(number[row]!) : isWanted(number[row]!));
  const ties = changesOf(edges, { ...wanted, keys: EDGE_KEYS, measures: EDGE_MEASURES, keep: keepEdge });
  const ones = changesOf(entities, { ...wanted, keys: ENTITY_KEYS, measures: ENTITY_MEASURES, keep: keepEntity });
  return {
    edges: withItems(ties, (row) => ({
      source: names[source[row]!]!,
      target: names[target[row]!]!,
      layer: LAYER_OF_DEPTH[depth[row]!]!,
    })),
    entities: withItems(ones, (row) => names[number[row]!]!),
  };
}

function withItems<Measure extends string, T extends object>(
  { items, ...rest }: Changes<ChangedRow<Measure>>,
  things: (row: number) => T,
): Changes<T & Changed<Measure>> {
  return { ...rest, items: items.map(({ row, ...changed }) => ({ ...things(row), ...changed })) };
}
