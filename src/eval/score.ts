// Predicted tables + gold pages → figures. The measures are those of the files beside this one; they give the same numbers
// as the outside script that reads an export folder.

import { InputError } from "../lib/errors.ts";
import { grouped } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import { edgeTally } from "./edges.ts";
import { entitiesOf, type FoundEntity, matchEntities, sameName } from "./entities.ts";
import {
  addCounts,
  addSegmentation,
  type Counts,
  emptyCounts,
  type Figures,
  figuresOf,
  type SegmentationFigures,
  segmentationFigures,
} from "./figures.ts";
import { countRows, edgeKeys, isHonestMention } from "./honesty.ts";
import { identityOf, type Occurrence } from "./identity.ts";
import { plainName } from "./names.ts";
import { isMasthead, printedPage } from "./printed.ts";
import { emptySegmentation, type SegmentationResult, segmentationOf } from "./segmentation.ts";
import { addTally, emptyTally, type Prf, prf, type Tally } from "./tally.ts";
import type { ArticleRow, EntityRow, GoldArticle, GoldPage, MentionRow, Tables } from "./types.ts";

export interface PageFigures extends Figures {
  /** Articles of the system and of the gold page. */
  readonly articles: { readonly system: number; readonly gold: number };
  /** One line for each entity that was missed ("-"), spurious ("+") or named otherwise ("~"), in reading order. */
  readonly errors: readonly string[];
}

export interface Report {
  readonly pages: Readonly<Record<string, PageFigures>>;
  /** By entity type. */
  readonly types: Readonly<Record<string, Prf>>;
  /** Over all pages: ratios of the summed counts. */
  readonly all: Figures & { readonly identity: Prf };
}

export interface ScoreInput {
  /** Gold pages by page id. */
  readonly gold: ReadonlyMap<string, GoldPage>;
  /** The pages' texts by page id. */
  readonly pages: ReadonlyMap<string, string>;
  readonly tables: Tables;
}

interface Context {
  readonly entityById: ReadonlyMap<string, EntityRow>;
  readonly mentionsByArticle: ReadonlyMap<string, readonly MentionRow[]>;
  readonly edgeKeys: ReadonlySet<string>;
  readonly types: Map<string, Tally>;
  readonly occurrences: Occurrence[];
}

/**
 * All figures. Pages come in code-point order of their ids; the input's order does not matter.
 * Throws InputError when a page's text is missing, a gold piece is not on its page, or a mention's entity has no row.
 */
export function scorePages({ gold, pages, tables }: ScoreInput): Report {
  const context: Context = {
    entityById: new Map(tables.entities.map((row) => [row.entity, row])),
    mentionsByArticle: grouped(tables.mentions, ({ article }) => article),
    edgeKeys: edgeKeys(tables.edges),
    types: new Map(),
    occurrences: [],
  };
  const figures: Record<string, PageFigures> = {};
  const sum = emptyCounts();
  for (const id of [...gold.keys()].sort(compareCodePoints)) {
    const { articles } = gold.get(id)!;
    const mine = tables.articles.filter((article) => article.page === id || stem(article.page) === id);
    const { counts, errors } = scorePage(textOf(pages, id), articles, mine, context);
    addCounts(sum, counts);
    figures[id] = { ...figuresOf(counts), articles: { system: mine.length, gold: articles.length }, errors };
  }
  const types = Object.fromEntries([...context.types].map(([type, tally]) => [type, prf(tally)]));
  return { pages: figures, types, all: { ...figuresOf(sum), identity: identityOf(context.occurrences) } };
}

/** The figures that need articles alone, over all gold pages together. Throws like `scorePages`. */
export function scoreSegmentation(
  gold: ReadonlyMap<string, GoldPage>,
  pages: ReadonlyMap<string, string>,
  articles: readonly ArticleRow[],
): SegmentationFigures {
  const sum = emptySegmentation();
  for (const [id, goldPage] of gold) {
    const mine = articles.filter((article) => article.page === id || stem(article.page) === id);
    const { counts } = segmentationOf(printedPage(textOf(pages, id)), goldPage.articles, mine);
    addSegmentation(sum, counts);
  }
  return segmentationFigures(sum);
}

function textOf(pages: ReadonlyMap<string, string>, id: string): string {
  const text = pages.get(id);
  if (text === undefined) throw new InputError(`gold page without a page text: ${id}`);
  return text;
}

/** A page id's last part without ending: gold files name a page without its folder. */
const stem = (page: string): string =>
  page
    .split("/")
    .at(-1)!
    .replace(/\.[^.]+$/, "");

function scorePage(
  source: string,
  gold: readonly GoldArticle[],
  articles: readonly ArticleRow[],
  context: Context,
): { counts: Counts; errors: string[] } {
  const page = printedPage(source);
  const segmentation = segmentationOf(page, gold, articles);
  const counts: Counts = { ...emptyCounts(), ...segmentation.counts };
  const errors: string[] = [];
  const found = new Map(articles.map((row) => [row, entitiesOf(mentionsOf(row, context), context.entityById)]));
  if (gold.some((article) => article.entities))
    scoreEntities(gold, articles, found, segmentation, counts, errors, context);
  for (const row of articles) {
    for (const mention of mentionsOf(row, context)) {
      counts.spanAll++;
      if (isHonestMention(page.raw, mention)) counts.spanHit++;
    }
    const content = found.get(row)!.filter((entity) => entity.content);
    const rows = countRows(
      content.map((entity) => entity.id),
      context.edgeKeys,
    );
    counts.rowHit += rows.hit;
    counts.rowAll += rows.all;
  }
  return { counts, errors };
}

const mentionsOf = (row: ArticleRow, context: Context): readonly MentionRow[] =>
  context.mentionsByArticle.get(row.article) ?? [];

/** Adds the entity and edge counts of a page. What an article without a partner holds is spurious, the masthead aside. */
function scoreEntities(
  gold: readonly GoldArticle[],
  articles: readonly ArticleRow[],
  found: ReadonlyMap<ArticleRow, readonly FoundEntity[]>,
  { partners }: SegmentationResult,
  counts: Counts,
  errors: string[],
  context: Context,
): void {
  gold.forEach((article, index) => {
    const partner = partners.get(index);
    scoreArticle(article, (partner && found.get(partner)) ?? [], counts, errors, context);
  });
  const paired = new Set(partners.values());
  for (const row of articles) {
    if (paired.has(row) || isMasthead(row)) continue;
    for (const entity of found.get(row)!) {
      const spurious = { tp: 0, fp: 1, fn: 0 };
      addTally(counts.article, spurious);
      addTally(counts.strict, spurious);
      addTally(tallyOf(context.types, entity.type), spurious);
      errors.push(`+ article without a partner ${row.article}: ${entity.type} ${entity.name}`);
    }
  }
}

function scoreArticle(
  gold: GoldArticle,
  system: readonly FoundEntity[],
  counts: Counts,
  errors: string[],
  { types, occurrences }: Context,
): void {
  const { all, pairs, missed, spurious } = matchEntities(gold.entities ?? [], system);
  for (const [wanted, entity] of all)
    occurrences.push({ gold: `${wanted.type} ${plainName(wanted.name)}`, system: entity.id });
  if (isMasthead(gold)) return;
  const named = pairs.filter(([wanted, entity]) => sameName(wanted, entity)).length;
  const matched = pairs.length;
  addTally(counts.article, { tp: matched, fp: spurious.length, fn: missed.length });
  addTally(counts.strict, {
    tp: named,
    fp: matched - named + spurious.length,
    fn: matched - named + missed.length,
  });
  const edge = edgeTally(matched, spurious.length, missed.length);
  addTally(counts.edge, edge);
  if (edge.tp + edge.fn > 0) {
    counts.macro += prf(edge).f1;
    counts.macroAll++;
  }
  for (const [wanted] of pairs) tallyOf(types, wanted.type).tp++;
  for (const wanted of missed) {
    tallyOf(types, wanted.type).fn++;
    errors.push(`- ${gold.id} missed ${wanted.type} ${wanted.name} (${wanted.surfaces.join("/")})`);
  }
  for (const entity of spurious) {
    tallyOf(types, entity.type).fp++;
    errors.push(`+ ${gold.id} spurious ${entity.type} ${entity.name}`);
  }
  for (const [wanted, entity] of pairs)
    if (!sameName(wanted, entity)) errors.push(`~ ${gold.id} named ${entity.name}, gold ${wanted.name}`);
}

function tallyOf(types: Map<string, Tally>, type: string): Tally {
  const tally = types.get(type) ?? emptyTally();
  types.set(type, tally);
  return tally;
}
