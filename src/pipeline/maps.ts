// The two maps of the pipeline as functions of one unit: a page → its articles, a text → its mentions, each with the
// rows that are stored. Pure: no clock, disk, network or randomness; what they need is handed in.
import { type Article, type SegmentModels, segmentPage } from "../articles/index.ts";
import type { Page } from "../corpus/index.ts";
import {
  callingsOf,
  extractText,
  inferPlace,
  type Mention,
  type Relation,
  type Resources,
  type Sentence,
} from "../entities/index.ts";
import { messageOf } from "../lib/errors.ts";
import { sha256 } from "../lib/hash.ts";
import type { Issue } from "../lib/issue.ts";
import type { Row, ShardUnit } from "../store/index.ts";
import { shingleIds, type Text, type Witnesses } from "../stories/index.ts";

/** What a page's rows follow from, as a hash. */
export function pageKey({ text: _, ...page }: Page, issues: readonly Issue[], rules: string): string {
  return sha256(JSON.stringify([rules, page, issues]));
}

/** What the maps know of the world: handed to every page and text, each part read when it is first asked for. */
export interface Knowledge {
  readonly models: SegmentModels;
  readonly resources: Resources;
}

/** A page → rows of pages, articles, shingles, issues. Never throws: a page that breaks a rule of ours becomes an issue. */
export function mapPage(page: Page, issues: readonly Issue[], knowledge: Knowledge, rules: string): ShardUnit {
  // What the paper's name alone tells of its place is weighed again, with the gazetteer and the content at hand.
  const guessed = issues.some(({ code }) => code === "place-inferred");
  const found: Issue[] = issues.filter(({ code }) => code !== "place-inferred");
  let articles: readonly Article[] = [];
  let place = guessed ? null : page.place;
  // Outside the try: a disk that fails is no fault in the program.
  const { models } = knowledge;
  const resources = place === null ? knowledge.resources : null;
  try {
    const segmented = segmentPage(page, models);
    articles = segmented.articles;
    found.push(...segmented.issues);
    if (resources) {
      place = inferPlace(page, articles, resources);
      found.push(placeIssue(page.page, place));
    }
  } catch (error) {
    found.push(failure(page.page, null, "segment-failed", error));
  }
  return {
    unit: page.page,
    key: pageKey(page, issues, rules),
    rows: {
      pages: [pageRow({ ...page, place }, rules)],
      articles: articles.map(articleRow),
      shingles: articles.flatMap(shingleRows),
      issues: found.map(issueRow),
    },
  };
}

function placeIssue(page: string, place: string | null): Issue {
  const [code, message] = place
    ? ["place-inferred", `the paper's place is taken to be ${place}, by what the page names; --meta can say it`]
    : ["place-unknown", "the paper's place is not known: 市委, 我省 and the like stay as printed; --meta can say it"];
  return { page, article: null, code, message, count: 1 };
}

const failure = (page: string, article: string | null, code: string, error: unknown): Issue => ({
  page,
  article,
  code,
  message: `left out, because of a fault in the program: ${messageOf(error)}`,
  count: 1,
});

/** What a text's mentions follow from, as a hash: its articles as stored, what is known of their paper, its witnesses. */
export function textKey(
  articles: readonly string[],
  of: Pick<Text, "paper" | "place" | "date">,
  witnesses: Witnesses,
  rules: string,
): string {
  const readings = witnesses.map(({ article, start, end, read, from }) => [article, start, end, read, from]);
  return sha256(JSON.stringify([rules, of.paper, of.place, of.date, articles, readings]));
}

/** A text → rows of sentences, mentions, decisions, issues. Never throws. */
export function mapText(text: Text, witnesses: Witnesses, key: string, resources: Resources): ShardUnit {
  try {
    const { sentences, mentions, relations, decisions, issues } = extractText(text, witnesses, resources);
    return {
      unit: text.text_id,
      key,
      rows: {
        sentences: sentences.map(sentenceRow),
        mentions: mentions.map(mentionRow),
        stated: relations.map(statedRow),
        decisions: decisions.map((decision) => ({ ...decision })),
        callings: callingRows(text, mentions),
        issues: issues.map(issueRow),
      },
    };
  } catch (error) {
    const first = text.articles[0]!;
    return {
      unit: text.text_id,
      key,
      rows: { issues: [issueRow(failure(first.page, first.article, "extract-failed", error))] },
    };
  }
}

// Column by column: a copy without some of its keys takes several times as long, and there is nothing more of than these.
// The types see to it that none is forgotten.
type Columns<T> = Record<Exclude<keyof T, "start" | "end"> | "start_at" | "end_at", Row[string]>;

const sentenceRow = ({ article, sentence, start, end, page_spans }: Sentence): Columns<Sentence> => ({
  article,
  sentence,
  start_at: start,
  end_at: end,
  page_spans: JSON.stringify(page_spans),
});

const mentionRow = (mention: Mention): Columns<Mention> & { entity: string } => ({
  article: mention.article,
  sentence: mention.sentence,
  type: mention.type,
  name: mention.name,
  surface: mention.surface,
  layer: mention.layer,
  extractor: mention.extractor,
  score: mention.score,
  rule: mention.rule,
  repair: mention.repair,
  entity: `${mention.type}:${mention.name}`,
  start_at: mention.start,
  end_at: mention.end,
  page_spans: JSON.stringify(mention.page_spans),
});

const statedRow = (relation: Relation): Row => ({
  predicate: relation.predicate,
  subject: relation.subject.entity,
  subject_at: relation.subject.start,
  object: relation.object.entity,
  object_at: relation.object.start,
  label: relation.label,
  article: relation.article,
  sentence: relation.sentence,
  page_spans: JSON.stringify(relation.page_spans),
});

const callingRows = (text: Text, mentions: readonly Mention[]): Row[] =>
  text.articles.flatMap((article) => callingsOf(article, mentions).map((calling) => ({ ...calling })));

export const issueRow = (issue: Issue): Row => ({ ...issue });

function pageRow(page: Page, rules: string): Row {
  return { ...page, chars: page.text.length, rules };
}

function articleRow(article: Article): Row {
  return {
    ...article,
    map: JSON.stringify(article.map),
    byline_spans: JSON.stringify(article.byline_spans),
    pieces: JSON.stringify(article.pieces),
    joins: JSON.stringify(article.joins),
  };
}

/** An article as `articleRow` stored it. */
export function articleOfRow(row: Row): Article {
  return {
    ...(row as unknown as Article),
    map: JSON.parse(String(row.map)) as Article["map"],
    byline_spans: JSON.parse(String(row.byline_spans)) as Article["byline_spans"],
    pieces: JSON.parse(String(row.pieces)) as Article["pieces"],
    joins: JSON.parse(String(row.joins)) as Article["joins"],
  };
}

// Furniture is printed every day alike: it makes no story.
function shingleRows(article: Article): Row[] {
  if (article.kind === "masthead") return [];
  return shingleIds(article.text).map((shingle) => ({ article: article.article, shingle }));
}
