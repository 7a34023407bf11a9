// count_edges (integers) → edges: weights, significance and backbone.
//
// Floats are computed here, because engines differ in the last digit of a logarithm, and only once a distinct 2×2 table:
// millions of pairs share a few thousand. SQL joins them back, so no edge passes through this process but as integers
// on the way to the backbone.
import type { Layer } from "../entities/index.ts";
import { type Database, type Row, statement } from "../store/index.ts";
import { createBackbone, disparity } from "./backbone.ts";
import { MIN_SHARED_TO_TEST, type Testing, testingOf } from "./testing.ts";
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

export const LAYERS: readonly Layer[] = ["content", "byline", "masthead"];

/** Ties read at a time. */
const WINDOW = 200_000;

interface Totals {
  readonly stories: number;
  readonly testable: number;
  readonly content_edges: number;
}

/**
 * Fills `edges` and `graph_totals` from what `countEdges` left, and removes that.
 * npmi, g2: content layer, two shared stories or more; p and q besides only in a project of ≥ 200 stories; else null.
 * Throws when `countEdges` did not run before.
 */
export async function weighEdges(db: Database): Promise<void> {
  const { stories, testable, content_edges } = (await db.rows<Totals>(statement("graph", "story-totals")))[0]!;
  const testing = testingOf(stories, testable);
  await db.append("graph_totals", [
    { name: "stories", total: stories },
    { name: "testable", total: testable },
  ]);
  await db.run(statement("graph", "weight-tables"));
  await db.append("count_weights", await computeWeights(db, testing));
  await markBackbone(db, testing, content_edges);
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
async function computeWeights(db: Database, testing: Testing): Promise<Row[]> {
  const rows = await db.rows<Margins & { pairs: number }>(statement("graph", "story-tables"), {
    least: MIN_SHARED_TO_TEST,
  });
  const tests = testing.tested ? significanceOf(rows, testing) : null;
  return rows.map(({ pairs: _pairs, ...margins }, i) => {
    const table = tableOf(margins, testing.stories);
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

function significanceOf(rows: readonly (Margins & { pairs: number })[], testing: Testing): { p: number; q: number }[] {
  const logs = logFactorials(testing.stories);
  const values = rows.map((row) => ({ p: chance(tableOf(row, testing.stories), logs), count: row.pairs }));
  const discovery = falseDiscovery(values, testing.tests);
  return values.map(({ p }) => ({ p: rounded(p), q: rounded(discovery.get(p)!) }));
}

interface TieRow {
  readonly place: number;
  readonly source: number;
  readonly target: number;
  readonly stories: number;
  readonly sentences: number;
  readonly q: number | null;
}

async function markBackbone(db: Database, { tested }: Testing, edges: number): Promise<void> {
  const size = (await db.rows<{ entities: number }>(statement("graph", "entity-total")))[0]!.entities + 1;
  const alphaOf = await readDisparity(db, size);
  const ruleOf = createBackbone(size, tested);
  // The content layer comes first in the order of places.
  for (let first_row = 1; first_row <= edges; first_row += WINDOW) {
    const window = { first_row, end_row: first_row + WINDOW };
    const ties = await db.rows<TieRow>(statement("graph", "content-ties"), window);
    await db.append(
      "count_backbone",
      ties
        .map((tie) => ({ place: tie.place, rule: ruleOf({ ...tie, alpha: alphaOf(tie) }) }))
        .filter(({ rule }) => rule !== null),
    );
  }
}

/** The smaller α of a tie's two ends. Memory: two numbers an entity. */
async function readDisparity(db: Database, size: number): Promise<(tie: TieRow) => number> {
  const ties = new Float64Array(size);
  const strengths = new Float64Array(size);
  for await (const rows of db.batches<{ eid: number; ties: number; strength: number }>(
    statement("graph", "strengths"),
  )) {
    for (const row of rows) {
      ties[row.eid] = row.ties;
      strengths[row.eid] = row.strength;
    }
  }
  const alphaAt = (end: number, stories: number): number =>
    disparity(stories, { ties: ties[end]!, strength: strengths[end]! });
  return ({ source, target, stories }) => Math.min(alphaAt(source, stories), alphaAt(target, stories));
}
