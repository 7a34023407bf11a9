// What changed from one project to another: entities and ties that came, went, grew, shrank, by their ids.
import { InputError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, statement } from "../store/index.ts";
import {
  DEFAULT_DIFF_LIST,
  type DiffListing,
  type DiffListOptions,
  EDGE_KEYS,
  EDGE_MEASURES,
  ENTITY_KEYS,
  ENTITY_MEASURES,
  listed,
} from "./diff-answer.ts";
import { merged, type OneCount } from "./diff-changes.ts";
import { entitiesCalled } from "./entity.ts";
import { readEntityIds } from "./entity-ids.ts";
import type { EntityName } from "./types.ts";

/**
 * From `before` to `after`, as both count. One thing is what has one id in both: who was renamed between them went and
 * came. Throws InputError for a name that means nothing in either, or several.
 * Cost: both projects' ties in memory, 28 bytes each, 44 for those that are put side by side.
 */
export async function diffProjects(
  before: Database,
  after: Database,
  references: readonly string[],
  options: Partial<DiffListOptions> = {},
): Promise<DiffListing> {
  const list = { ...DEFAULT_DIFF_LIST, ...options };
  const all = united((await readEntityIds(before)).names, (await readEntityIds(after)).names);
  const asked = new Set<number>();
  for (const reference of references) asked.add(all.numbers.get(await idOf(before, after, reference))!);
  const [first, second] = [await read(before, list.layer, all.before), await read(after, list.layer, all.after)];
  return {
    of: [...asked].map((number) => all.names[number]!),
    layer: list.layer,
    ...listed(
      merged(first.edges, second.edges, EDGE_KEYS, EDGE_MEASURES),
      merged(first.entities, second.entities, ENTITY_KEYS, ENTITY_MEASURES),
      all.names,
      asked,
      list,
    ),
  };
}

async function idOf(before: Database, after: Database, reference: string): Promise<string> {
  const ids = [...new Set([...(await entitiesCalled(before, reference)), ...(await entitiesCalled(after, reference))])];
  if (ids.length === 1) return ids[0]!;
  if (ids.length === 0) throw new InputError(`query: no entity is named "${reference}" in either project`);
  throw new InputError(`query: "${reference}" may be ${ids.slice(0, 8).join(", ")}; give the id`);
}

type Names = readonly (EntityName | undefined)[];

interface United {
  /** In the order of ids, from 1. */
  readonly names: Names;
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers in the project → numbers here; ascending, as both are in the order of ids. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** The entities of both as one list; the later project's name counts. */
function united(before: Names, after: Names): United {
  const byId = new Map<string, EntityName>();
  for (const name of [...before, ...after]) if (name) byId.set(name.entity, name);
  const ids = [...byId.keys()].sort(compareCodePoints);
  const numbers = new Map(ids.map((id, i) => [id, i + 1]));
  const ours = (names: Names): Int32Array => Int32Array.from(names, (name) => (name ? numbers.get(name.entity)! : 0));
  return {
    names: [undefined, ...ids.map((id) => byId.get(id)!)],
    numbers,
    before: ours(before),
    after: ours(after),
  };
}

async function read(db: Database, layer: DiffListOptions["layer"], numbers: Int32Array) {
  const edges = await db.columns(statement("query", "diff-project-edges"), { layer });
  const entities = await db.columns(statement("query", "diff-project-entities"), { layer });
  const here = (column: Int32Array): Int32Array => column.map((number) => numbers[number]!);
  const { source, target, depth, ...edgeCounts } = edges as Record<string, Int32Array>;
  const { number, ...entityCounts } = entities as Record<string, Int32Array>;
  return {
    edges: {
      rows: source!.length,
      keys: { source: here(source!), target: here(target!), depth: depth! },
      counts: edgeCounts as OneCount<"source" | "target" | "depth", (typeof EDGE_MEASURES)[number]>["counts"],
    },
    entities: {
      rows: number!.length,
      keys: { number: here(number!) },
      counts: entityCounts as OneCount<"number", (typeof ENTITY_MEASURES)[number]>["counts"],
    },
  };
}
