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
import { type Adjacency, edgeBetween, loadedAdjacency } from "./adjacency.ts";
import { type Located, locateAll } from "./entity.ts";
import { placesOf } from "./mention-places.ts";
import { commonOf, companyOf, earlierOf, placeOf, rankOf, togetherOf } from "./tie-counts.ts";
import { tieSentences } from "./tie-sentences.ts";
import type { LayerCounts, TieEnd, TieExplanation, TieState } from "./tie-types.ts";

interface EdgeRow extends EdgeFacts {
  readonly backbone_rule: BackboneRule | null;
}

const LAYER_ORDER: Readonly<Record<Layer, number>> = { content: 0, byline: 1, masthead: 2 };

/**
 * In: two references (id, name or printed form). Throws InputError for one that means nothing or several, and for two
 * that mean one entity; a pair that never meets gets its answer.
 */
export async function explainTie(db: Database, references: readonly string[]): Promise<TieExplanation> {
  const [first, second, third] = await locateAll(db, references);
  if (!first || !second || third) throw new InputError("query.tie: name two entities");
  const pair = pairOf(first.facts.entity, second.facts.entity);
  const adjacency = await loadedAdjacency(db, "content");
  const edges = await db.rows<EdgeRow>(statement("query", "tie-edges"), pair);
  edges.sort((a, b) => LAYER_ORDER[a.layer] - LAYER_ORDER[b.layer]);
  const content = edges.find(({ layer }) => layer === "content") ?? null;
  const ends: [TieEnd, TieEnd] = [
    await tieEnd(db, adjacency, first, second, content),
    await tieEnd(db, adjacency, second, first, content),
  ];
  const { texts, sentences } = togetherOf(await placesOf(db, first.number), await placesOf(db, second.number));
  const common = adjacency
    ? commonOf(adjacency, first.number, second.number)
    : (await db.rows<{ common: number }>(statement("query", "tie-common"), pair))[0]!.common;
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
    map: await mapState(db, adjacency, [first, second], edges, ends, texts),
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

interface EndRow {
  readonly stories: number;
  readonly ties: number;
  readonly strength: number;
  readonly drawn: boolean;
  readonly place: number;
}

async function tieEnd(
  db: Database,
  adjacency: Adjacency | null,
  { facts: { entity, type, name }, number }: Located,
  other: Located,
  tie: EdgeRow | null,
): Promise<TieEnd> {
  const row = adjacency
    ? await knownEnd(db, adjacency, number)
    : (await db.rows<EndRow>(statement("query", "tie-end"), { entity }))[0]!;
  const place = async (): Promise<number | null> => {
    if (adjacency) return placeOf(adjacency, number, other.number);
    const asked = { ...pairOf(entity, other.facts.entity), entity };
    return (await db.rows<{ place: number }>(statement("query", "tie-place"), asked))[0]?.place ?? null;
  };
  return {
    entity,
    type,
    name,
    stories: row.stories,
    ties: row.ties,
    strength: row.strength,
    share: tie ? rounded(tie.stories / row.strength) : null,
    alpha: tie ? rounded(disparity(tie.stories, row)) : null,
    place: tie ? await place() : null,
    rank: row.stories > 0 ? row.place : null,
    drawn: row.drawn,
  };
}

async function knownEnd(db: Database, adjacency: Adjacency, number: number): Promise<EndRow> {
  const known = await db.rows<Pick<EndRow, "stories" | "drawn">>(statement("query", "tie-end-known"), { number });
  return { ...known[0]!, ...companyOf(adjacency, number), place: rankOf(adjacency, number) };
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
  adjacency: Adjacency | null,
  [first, second]: readonly [Located, Located],
  edges: readonly EdgeRow[],
  ends: readonly TieEnd[],
  texts: number,
): Promise<TieState> {
  const tie = edges[0];
  if (!tie) return { state: "no-tie", why: texts > 0 ? "capped" : "never-together" };
  if (!ends.every(({ drawn }) => drawn)) return { state: "not-drawn", why: "end-not-drawn" };
  // Backbone ties are content ties, and other layers come after both.
  const known = tie.layer === "content" && adjacency;
  const asked = { ...pairOf(first.facts.entity, second.facts.entity), layer: tie.layer };
  const earlier = known
    ? await earlierOf(db, known, edgeBetween(known, first.number, second.number))
    : (await db.rows<{ earlier: number }>(statement("query", "tie-drawn"), asked))[0]!.earlier;
  if (earlier >= DEFAULT_GRAPH_OPTIONS.maxDrawnEdges) return { state: "not-drawn", why: "beyond-cap" };
  if (tie.layer !== "content") return { state: "on-request", why: "other-layer" };
  if (tie.backbone_rule === null) return { state: "on-request", why: "not-in-backbone" };
  return { state: "drawn", why: tie.backbone_rule };
}
