// Shards → the project's database: load the rows, resolve names, count, weigh, lay out. Everything here reads and writes tables; the
// counting itself is SQL in graph/.
import { formatChoice, type PersonDecision, type Resources } from "../entities/index.ts";
import {
  countEdges,
  countEntities,
  type Layout,
  layoutGraph,
  settleRelations,
  weighEdges,
  writeEvidence,
} from "../graph/index.ts";
import type { Issue } from "../lib/issue.ts";
import { createTables, type Database, type Row, readRows, statement } from "../store/index.ts";
import type { Links } from "../stories/index.ts";
import { carryPlaces, keepFormerPlaces } from "./former-places.ts";
import { issueRow } from "./maps.ts";
import { createReadTables, resolveEntities } from "./resolve.ts";

export interface CountInput {
  /** Folders of the segmented and of the extracted shards, sorted. */
  readonly segmented: readonly string[];
  readonly extracted: readonly string[];
  readonly links: Links;
  /** Issues that belong to no shard. */
  readonly issues: readonly Issue[];
  /** Places to keep; null to compute all afresh. */
  readonly layout: Layout | null;
  readonly maxEntitiesPerText: number;
  /** A person's decisions about identity, in order. */
  readonly decisions: readonly PersonDecision[];
  readonly resources: Resources;
}

/** The stages in order, as `step` names them. */
export const COUNT_STAGES: readonly string[] = ["装入 load", "归一 resolve", "计数 count", "加权 weigh", "布局 layout"];

/** Fills an empty database. `step` is called before each stage with its name. Returns the places on the map. */
export async function countProject(db: Database, input: CountInput, step: (name: string) => void): Promise<Layout> {
  await createTables(db);
  step("装入 load");
  for (const table of ["pages", "issues"]) await db.append(table, rowsOf(input.segmented, table));
  await db.append("articles", rowsOf(input.segmented, "articles", placing(input.links)));
  await db.append(
    "links",
    input.links.links.map((link) => ({ ...link })),
  );
  await createReadTables(db);
  for (const [stored, table] of READ) await db.append(table, rowsOf(input.extracted, stored));
  await db.append(
    "corrections",
    input.decisions.map(({ choice }, i) => ({ number: i + 1, line: formatChoice(choice) })),
  );
  step("归一 resolve");
  const found = await resolveEntities(db, input.decisions, input.resources);
  await db.append("issues", [...input.issues, ...found].map(issueRow));
  return countResolved(db, input, step);
}

/** The later stages: from resolved mentions to the places on the map, which it returns. */
export async function countResolved(
  db: Database,
  { layout, maxEntitiesPerText }: Pick<CountInput, "layout" | "maxEntitiesPerText">,
  step: (name: string) => void,
): Promise<Layout> {
  step("计数 count");
  await countEntities(db);
  await settleRelations(db);
  await writeEvidence(db);
  const capped = await countEdges(db, { maxEntitiesPerText });
  await db.append("issues", capped.map(issueRow));
  step("加权 weigh");
  await weighEdges(db);
  step("布局 layout");
  const former = await formerIds(db);
  return keepFormerPlaces(await layoutGraph(db, carryPlaces(layout, former)), layout, former);
}

/** Tables of the extracted shards → tables that they are read into; names are not entities before they are resolved. */
const READ: readonly (readonly [stored: string, table: string])[] = [
  ["sentences", "sentences"],
  ["mentions", "read_mentions"],
  ["stated", "stated"],
  ["decisions", "read_decisions"],
  ["callings", "read_offices"],
  ["issues", "issues"],
];

async function formerIds(db: Database): Promise<[former: string, entity: string | null][]> {
  const rows = await db.rows<{ former: string; entity: string | null }>(statement("pipeline", "former-ids"));
  return rows.map(({ former, entity }) => [former, entity]);
}

/** Gives an article's row its text and story. */
function placing(links: Links): (row: Row) => Row {
  const textOf = new Map<string, string>();
  for (const [text, articles] of links.texts) for (const article of articles) textOf.set(article, text);
  return (row) => {
    const article = String(row.article);
    const text_id = textOf.get(article) ?? article;
    return { ...row, text_id, story: links.stories.get(text_id) ?? text_id };
  };
}

/** The rows of a table in all folders, one shard in memory at a time: a table is one append, because each append is a commit. */
function* rowsOf(folders: readonly string[], table: string, change = (row: Row): Row => row): Iterable<Row> {
  for (const folder of folders) for (const row of readRows<Row>(folder, table)) yield change(row);
}
