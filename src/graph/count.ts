// Counting: mentions → entities and edges, in SQL over integers (count-*.sql), and the little that SQL has no words for.
//
// In:  the tables pages, articles (text_id and story filled), mentions (entity filled).
// Out: entities, layer_counts, spellings; count_edges, which weigh.ts turns into edges and drops.
// Cost: one self-join a text; see test/graph/count.test.ts for the plain double loop that it must agree with.

import { addTo } from "../lib/group.ts";
import type { Issue } from "../lib/issue.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, type Row, statement } from "../store/index.ts";
import type { EntityCounts } from "./entity.ts";
import { DEFAULT_GRAPH_OPTIONS, type GraphOptions } from "./options.ts";
import { spellingOf } from "./spelling.ts";

/** Rows read and written at a time; a table larger than memory passes through in such windows. */
export const WINDOW = 20_000;

interface EntityRow extends EntityCounts {
  readonly eid: number;
  readonly entity: string;
  readonly type: string;
  readonly name: string | null;
}

/**
 * Fills `entities` and `spellings` from the mentions of all layers, and `layer_counts` from those of each.
 * An alias is any printed form but the name itself; aliases are sorted by how often they are printed, then by code point.
 */
export async function countEntities(db: Database): Promise<void> {
  await db.run(statement("graph", "count-keys"));
  await db.run(statement("graph", "count-entities"));
  await db.run(statement("graph", "count-layers"));
  const total = (await db.rows<{ entities: number }>(statement("graph", "entity-total")))[0]?.entities ?? 0;
  for (let first_row = 1; first_row <= total; first_row += WINDOW) {
    const window = { first_row, end_row: first_row + WINDOW };
    const surfaces = await db.rows<{ eid: number; surface: string }>(statement("graph", "surface-rows"), window);
    const rows = await db.rows<EntityRow>(statement("graph", "entity-rows"), window);
    const named = rows.map((row) => ({ ...row, name: row.name ?? nameOf(row.entity) }));
    const rowsWithAliases = withAliases(named, surfaces);
    await db.append(
      "entities",
      rowsWithAliases.map(({ eid: number, aliases, ...row }) => ({
        ...row,
        number,
        subtype: null,
        aliases: JSON.stringify(aliases),
      })),
    );
    await db.append("spellings", rowsWithAliases.map(spellingRow));
  }
  await db.run(statement("graph", "drop-entity-counts"));
  await db.run(statement("graph", "drop-keys"));
}

const nameOf = (entity: string): string => entity.slice(entity.indexOf(":") + 1);

type Named = EntityRow & { readonly name: string };

function withAliases(
  rows: readonly Named[],
  surfaces: readonly { eid: number; surface: string }[],
): (Named & { readonly aliases: readonly string[] })[] {
  const surfacesById = new Map<number, string[]>();
  for (const { eid, surface } of surfaces) addTo(surfacesById, eid, surface);
  return rows.map((row) => ({
    ...row,
    aliases: (surfacesById.get(row.eid) ?? []).filter((surface) => surface !== row.name),
  }));
}

function spellingRow({ entity, type, name, aliases }: Named & { readonly aliases: readonly string[] }): Row {
  const isPerson = type === "person";
  const alias_pinyin = JSON.stringify(aliases.map((alias) => spellingOf(alias, { isPerson }).pinyin));
  return { entity, ...spellingOf(name, { isPerson }), alias_pinyin };
}

/**
 * Counts in how many texts, stories, papers, articles and sentences each pair of entities is named together.
 *
 * In:  what `countEntities` leaves besides: layer_counts are the margins.
 * Out: the table count_edges, one row per unordered pair and layer, source < target by code point, for `weighEdges`.
 *      stories, papers ≤ texts; close ≤ articles. `articles` is 0 for a pair that only the parts of one continued text
 *      name, one here and one there. `unpaired`: whom the cap leaves out, and of which texts.
 * Issues: "pairs-capped", one a text of more entities than the cap; `count` is the number of pairs left out.
 * Source: rule 5 of the annotation guide.
 */
export async function countEdges(
  db: Database,
  options: Pick<GraphOptions, "maxEntitiesPerText"> = DEFAULT_GRAPH_OPTIONS,
): Promise<Issue[]> {
  const max_entities = options.maxEntitiesPerText;
  await db.run(statement("graph", "drop-edge-counts"));
  await db.run(statement("graph", "count-keys"));
  await db.run(statement("graph", "count-texts"));
  await db.run(statement("graph", "count-kept"), { max_entities });
  await db.run(statement("graph", "count-unpaired"), { max_entities });
  const capped = await db.rows<CappedText>(statement("graph", "capped-texts"), { max_entities });
  await db.run(statement("graph", "count-edges"));
  return capped.map((text) => cappedIssue(text, max_entities)).sort(byArticle);
}

interface CappedText {
  readonly article: string;
  readonly page: string;
  readonly entities: number;
}

const pairsOf = (entities: number): number => (entities * (entities - 1)) / 2;

const byArticle = (a: Issue, b: Issue): number => compareCodePoints(a.article ?? "", b.article ?? "");

const cappedIssue = ({ article, page, entities }: CappedText, cap: number): Issue => ({
  page,
  article,
  code: "pairs-capped",
  message: `the text names ${entities} entities; pairs were made of the ${cap} most often named, so that a list of names does not tie all to all`,
  count: pairsOf(entities) - pairsOf(cap),
});
