// count_edges (integers) → edges: weights, significance and backbone.
//
// Floats are computed here, because engines differ in the last digit of a logarithm, and only once a distinct 2×2 table:
// millions of pairs share a few thousand. SQL joins them back, so no edge passes through this process but as integers
// on the way to the backbone.
import type { Layer } from "../entities/index.ts";
import { type Database, type Row, statement } from "../store/index.ts";
import { createBackbone } from "./backbone.ts";
import {
  chance,
  checkTable,
  falseDiscovery,
  gSquared,
  logFactorials,
  npmi,
  rounded,
  type StoryTable,
} from "./weights.ts";

/** With fewer stories a test says more about the corpus than about the pair; p and q stay null. */
export const MIN_STORIES_TO_TEST = 200;

export const LAYERS: readonly Layer[] = ["content", "byline", "masthead"];

/** Ties read at a time. */
const WINDOW = 200_000;

interface Totals {
  readonly stories: number;
  readonly testable: number;
  readonly content_edges: number;
}

/**
 * Fills `edges` from what `countEdges` left, and removes that.
 * npmi, g2: content layer, two shared stories or more; p and q besides only in a project of ≥ 200 stories; else null.
 * Throws when `countEdges` did not run before.
 */
export async function weighEdges(db: Database): Promise<void> {
  const totals = (await db.rows<Totals>(statement("graph", "story-totals")))[0]!;
  await db.run(statement("graph", "weight-tables"));
  await db.append("count_weights", await computeWeights(db, totals));
  await markBackbone(db, totals);
  await db.run(statement("graph", "insert-edges"));
  await db.run(statement("graph", "drop-edge-counts"));
  await db.run(statement("graph", "drop-keys"));
}

interface Margins {
  /** Always 0, the content layer: SQL joins by equality alone. */
  readonly depth: number;
  readonly stories: number;
  readonly source_stories: number;
  readonly target_stories: number;
}

interface Weights {
  readonly npmi: number;
  readonly g2: number;
  readonly p: number | null;
  readonly q: number | null;
}

/** One row a distinct 2×2 table. */
async function computeWeights(db: Database, totals: Totals): Promise<Row[]> {
  const rows = await db.rows<Margins & { pairs: number }>(statement("graph", "story-tables"));
  const tests = totals.stories >= MIN_STORIES_TO_TEST ? significanceOf(rows, totals) : null;
  return rows.map(({ pairs: _pairs, ...margins }, i) => {
    const table = tableOf(margins, totals.stories);
    checkTable(table);
    const { p, q } = tests?.[i] ?? { p: null, q: null };
    const weights: Weights = { npmi: rounded(npmi(table)), g2: rounded(gSquared(table)), p, q };
    return { ...margins, ...weights };
  });
}

const tableOf = ({ stories, source_stories, target_stories }: Margins, total: number): StoryTable => ({
  both: stories,
  a: source_stories,
  b: target_stories,
  total,
});

function significanceOf(rows: readonly (Margins & { pairs: number })[], totals: Totals): { p: number; q: number }[] {
  const logs = logFactorials(totals.stories);
  const values = rows.map((row) => ({ p: chance(tableOf(row, totals.stories), logs), count: row.pairs }));
  const discovery = falseDiscovery(values, (totals.testable * (totals.testable - 1)) / 2);
  return values.map(({ p }) => ({ p: rounded(p), q: rounded(discovery.get(p)!) }));
}

interface TieRow {
  readonly place: number;
  readonly source: number;
  readonly target: number;
  readonly stories: number;
  readonly articles: number;
  readonly sentences: number;
  readonly q: number | null;
}

async function markBackbone(db: Database, totals: Totals): Promise<void> {
  const entities = (await db.rows<{ entities: number }>(statement("graph", "entity-total")))[0]!.entities;
  const inBackbone = createBackbone(entities + 1, totals.stories >= MIN_STORIES_TO_TEST);
  // The content layer comes first in the order of places.
  for (let first_row = 1; first_row <= totals.content_edges; first_row += WINDOW) {
    const window = { first_row, end_row: first_row + WINDOW };
    const ties = await db.rows<TieRow>(statement("graph", "content-ties"), window);
    await db.append(
      "count_backbone",
      ties.filter(inBackbone).map(({ place }) => ({ place })),
    );
  }
}
