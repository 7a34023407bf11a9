// Why the tie between two entities is shown or hidden, with every number that the answer rests on.
import type { Layer } from "../entities/index.ts";
import {
  associationStrength,
  type BackboneRule,
  DEFAULT_GRAPH_OPTIONS,
  disparity,
  type EdgeFacts,
  expectedStories,
  hasWitnesses,
  isExact,
  jaccard,
  readTesting,
  rounded,
  type StoryTable,
  type Testing,
  untested,
} from "../graph/index.ts";
import { InputError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, statement } from "../store/index.ts";
import { entitiesOf } from "./entity.ts";
import { tieSentences } from "./tie-sentences.ts";
import type { LayerCounts, TieEnd, TieExplanation, TieState } from "./tie-types.ts";
import type { EntityName } from "./types.ts";

interface EdgeRow extends EdgeFacts {
  readonly backbone_rule: BackboneRule | null;
}

const LAYER_ORDER: Readonly<Record<Layer, number>> = { content: 0, byline: 1, masthead: 2 };

/**
 * In: two references (id, name or printed form). Throws InputError for one that means nothing or several, and for two
 * that mean one entity; a pair that never meets gets its answer.
 */
export async function explainTie(db: Database, references: readonly string[]): Promise<TieExplanation> {
  const [first, second, third] = await entitiesOf(db, references);
  if (!first || !second || third) throw new InputError("query.tie: name two entities");
  const pair = pairOf(first.entity, second.entity);
  const edges = await db.rows<EdgeRow>(statement("query", "tie-edges"), pair);
  edges.sort((a, b) => LAYER_ORDER[a.layer] - LAYER_ORDER[b.layer]);
  const content = edges.find(({ layer }) => layer === "content") ?? null;
  const ends: [TieEnd, TieEnd] = [await tieEnd(db, first, pair, content), await tieEnd(db, second, pair, content)];
  const { texts, sentences } = (await db.rows<Together>(statement("query", "tie-together"), pair))[0]!;
  const { common } = (await db.rows<{ common: number }>(statement("query", "tie-common"), pair))[0]!;
  const testing = await readTesting(db);
  const [a, b] = [ends[0].stories, ends[1].stories];
  const table: StoryTable = { both: content?.stories ?? 0, a, b, total: testing.stories };
  const alphas = ends.map(({ alpha }) => alpha).filter((alpha) => alpha !== null);
  const answer = {
    ends,
    layers: edges.map(countsOf),
    texts,
    sentences,
    common,
    table,
    expected: table.total === 0 ? 0 : rounded(expectedStories(table)),
    measures: {
      npmi: content?.npmi ?? null,
      g2: content?.g2 ?? null,
      jaccard: rounded(jaccard(table)),
      association_strength: rounded(associationStrength(table)),
    },
    test: testOf(content, table, testing),
    alpha: alphas.length > 0 ? Math.min(...alphas) : null,
    witnesses: content !== null && hasWitnesses({ stories: content.stories, sentences }),
    rule: content?.backbone_rule ?? null,
    map: await mapState(db, pair, edges, ends, texts),
  };
  return { ...answer, words: tieSentences(answer) };
}

interface Pair {
  /** By code point, as `edges` has them. */
  readonly source: string;
  readonly target: string;
  readonly [key: string]: string;
}

const pairOf = (a: string, b: string): Pair =>
  compareCodePoints(a, b) < 0 ? { source: a, target: b } : { source: b, target: a };

interface Together {
  readonly texts: number;
  readonly sentences: number;
}

interface EndRow {
  readonly stories: number;
  readonly ties: number;
  readonly strength: number;
  readonly drawn: boolean;
  readonly place: number;
}

async function tieEnd(
  db: Database,
  { entity, type, name }: EntityName,
  pair: Pair,
  tie: EdgeRow | null,
): Promise<TieEnd> {
  const row = (await db.rows<EndRow>(statement("query", "tie-end"), { entity }))[0]!;
  const places = tie ? await db.rows<{ place: number }>(statement("query", "tie-place"), { ...pair, entity }) : [];
  return {
    entity,
    type,
    name,
    stories: row.stories,
    ties: row.ties,
    strength: row.strength,
    share: tie ? rounded(tie.stories / row.strength) : null,
    alpha: tie ? rounded(disparity(tie.stories, row)) : null,
    place: places[0]?.place ?? null,
    rank: row.stories > 0 ? row.place : null,
    drawn: row.drawn,
  };
}

const countsOf = ({ layer, articles, close, texts, stories, papers, first_date, last_date }: EdgeRow): LayerCounts => ({
  layer,
  articles,
  close,
  texts,
  stories,
  papers,
  first_date,
  last_date,
});

function testOf(content: EdgeRow | null, table: StoryTable, testing: Testing): TieExplanation["test"] {
  if (content && content.p !== null && content.q !== null) {
    const method = isExact(table) ? "fisher" : "g2";
    return { ...testing, p: content.p, q: content.q, method, untested: null };
  }
  const why = content ? (untested(table.both, testing) ?? "too-few-shared") : "never-together";
  return { ...testing, p: null, q: null, method: null, untested: why };
}

async function mapState(
  db: Database,
  pair: Pair,
  edges: readonly EdgeRow[],
  ends: readonly TieEnd[],
  texts: number,
): Promise<TieState> {
  const tie = edges[0];
  if (!tie) return { state: "no-tie", why: texts > 0 ? "capped" : "never-together" };
  if (!ends.every(({ drawn }) => drawn)) return { state: "not-drawn", why: "end-not-drawn" };
  const { earlier } = (
    await db.rows<{ earlier: number }>(statement("query", "tie-drawn"), { ...pair, layer: tie.layer })
  )[0]!;
  if (earlier >= DEFAULT_GRAPH_OPTIONS.maxDrawnEdges) return { state: "not-drawn", why: "beyond-cap" };
  if (tie.layer !== "content") return { state: "on-request", why: "other-layer" };
  if (tie.backbone_rule === null) return { state: "on-request", why: "not-in-backbone" };
  return { state: "drawn", why: tie.backbone_rule };
}
