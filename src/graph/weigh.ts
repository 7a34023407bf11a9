// count_edges (integers) → edges: weights, significance and backbone, computed here because engines differ in the last
// digit of a logarithm, and rounded before they are stored.
import type { Layer } from "../entities/index.ts";
import { type Database, type Row, statement } from "../store/index.ts";
import { createBackbone } from "./backbone.ts";
import { WINDOW } from "./count.ts";
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

interface CountedEdge {
  readonly place: number;
  readonly source_eid: number;
  readonly target_eid: number;
  readonly depth: number;
  readonly source: string;
  readonly target: string;
  readonly texts: number;
  readonly stories: number;
  readonly papers: number;
  readonly articles: number;
  readonly close: number;
  readonly sentences: number;
  readonly source_stories: number;
  readonly target_stories: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
}

interface Totals {
  readonly stories: number;
  readonly testable: number;
  readonly edges: number;
}

/**
 * Fills `edges` from what `countEdges` left, and removes that.
 * npmi, g2: content layer, two shared stories or more; p and q besides only in a project of ≥ 200 stories; else null.
 * Throws ProjectError when `countEdges` did not run before.
 */
export async function weighEdges(db: Database): Promise<void> {
  const totals = (await db.rows<Totals>(statement("graph", "story-totals")))[0]!;
  const entities = (await db.rows<{ entities: number }>(statement("graph", "entity-total")))[0]!.entities;
  const significance = await readSignificance(db, totals);
  const inBackbone = createBackbone(entities + 1, significance !== null);
  for (let first_row = 1; first_row <= totals.edges; first_row += WINDOW) {
    const rows = await db.rows<CountedEdge>(statement("graph", "edge-rows"), {
      first_row,
      end_row: first_row + WINDOW,
    });
    await db.append("edges", rows.map(weighed));
  }
  await db.run(statement("graph", "drop-edge-counts"));
  await db.run(statement("graph", "drop-keys"));

  function weighed(edge: CountedEdge): Row {
    const { place: _place, source_eid, target_eid, depth, sentences, source_stories, target_stories, ...rest } = edge;
    const weights = depth === 0 && edge.stories >= 2 ? weightsOf(tableOf(edge, totals.stories)) : NO_WEIGHTS;
    const { p, q } = (weights !== NO_WEIGHTS && significance?.get(keyOf(edge))) || NO_TEST;
    const tie = {
      source: source_eid,
      target: target_eid,
      stories: edge.stories,
      articles: edge.articles,
      sentences,
      q,
    };
    return { ...rest, layer: LAYERS[depth] ?? "masthead", ...weights, p, q, backbone: depth === 0 && inBackbone(tie) };
  }
}

interface Significance {
  readonly p: number | null;
  readonly q: number | null;
}

const NO_WEIGHTS = { npmi: null, g2: null };
const NO_TEST: Significance = { p: null, q: null };

const weightsOf = (table: StoryTable): { npmi: number; g2: number } => ({
  npmi: rounded(npmi(table)),
  g2: rounded(gSquared(table)),
});

type Margins = Pick<CountedEdge, "stories" | "source_stories" | "target_stories">;

const keyOf = (row: Margins): string => `${row.stories} ${row.source_stories} ${row.target_stories}`;

function tableOf(row: Margins, total: number): StoryTable {
  const table = { both: row.stories, a: row.source_stories, b: row.target_stories, total };
  checkTable(table);
  return table;
}

/** p and q by 2×2 table; null for a project that is too small to test. */
async function readSignificance(db: Database, totals: Totals): Promise<Map<string, Significance> | null> {
  if (totals.stories < MIN_STORIES_TO_TEST) return null;
  const logs = logFactorials(totals.stories);
  const rows = await db.rows<Margins & { pairs: number }>(statement("graph", "story-tables"));
  const tests = rows.map((row) => ({
    key: keyOf(row),
    count: row.pairs,
    p: chance(tableOf(row, totals.stories), logs),
  }));
  const discovery = falseDiscovery(tests, (totals.testable * (totals.testable - 1)) / 2);
  return new Map(tests.map(({ key, p }) => [key, { p: rounded(p), q: rounded(discovery.get(p)!) }]));
}
