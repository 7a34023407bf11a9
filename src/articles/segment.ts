// Segment: a page → its articles. Pure; the same page gives the same bytes.
//
//   text ─► page ─► asides ─► sense ─► joins ─► titles ─► articles
//
//   page      what is printed together (lines, blocks, vertical), and what each block is: text, heading, caption, furniture…
//             (roles, headings; patterns, furniture, items, columns; hidden and fragments: headlines taken for text, and text
//             taken for headlines)
//   asides    what is known by itself and taken out first: teasers, pictures (pointers; head-lines: whose lines are one headline)
//   sense     what speaks of the same (cohesion, affinity, topic-model), how texts begin (opening-model)
//   joins     runs of text that read on for certain (flow), what speaks for and against the others (evidence, weights), and which
//             goes on in which, chosen together (joins, assignment)
//   titles    whose headline, picture and jump line (drafts, titles, zones, media, settle)
//   compose   the article's text with its map to the page (build-text, jump-lines); oversize: what is too long for a page
import type { Page } from "../corpus/index.ts";
import type { Issue } from "../lib/issue.ts";
import { takeAsides } from "./asides/asides.ts";
import { type Body, composeArticle, composeMasthead } from "./compose.ts";
import { flowOf } from "./joins/flow.ts";
import { joinStretches } from "./joins/joins.ts";
import { isOversize, segmentOversize } from "./oversize.ts";
import { pageBlocks, wrapsByBlanks } from "./page/blocks.ts";
import { markFragments } from "./page/fragments.ts";
import { markHeadings } from "./page/headings.ts";
import { pageLines } from "./page/lines.ts";
import { assignRoles } from "./page/roles.ts";
import { Vocabulary } from "./sense/cohesion.ts";
import { senseOf } from "./sense/sense.ts";
import { draftsOf } from "./titles/drafts.ts";
import { settleAtHeadlines } from "./titles/settle.ts";
import type { Article, SegmentModels } from "./types.ts";

export interface Segmentation {
  /** In the order of first print. Their pieces cover every non-blank unit of the page exactly once. */
  readonly articles: Article[];
  /** "page-oversize", "article-doubtful". */
  readonly issues: Issue[];
}

/** Below this an article's borders are reported as doubtful. */
const DOUBTFUL = 0.5;

/** Never throws. Cost: near linear in the page's length, 0.8 to 1.1 M characters a second. */
export function segmentPage(page: Page, models: SegmentModels): Segmentation {
  if (isOversize(page.text)) return segmentOversize(page);
  const { blocks: bare, wrapped } = pageBlocks(pageLines(page.text));
  const running = wrapsByBlanks(bare) ? "wrapped" : "text";
  const blocks = markFragments(markHeadings(assignRoles(bare, wrapped, page.paper), models), models);
  const vocabulary = new Vocabulary(blocks.map((block) => block.squeezed));
  const { drafts: asides, rest } = takeAsides(blocks, vocabulary, models);
  const sense = senseOf(rest, vocabulary, models);
  const flow = flowOf(rest, sense);
  const drafts = draftsOf(flow, joinStretches(flow, sense), sense);
  settleAtHeadlines(drafts);
  const bodies = [...drafts, ...asides].map((draft) => composeArticle(page.text, draft, running));
  const furniture = [...flow.furniture, ...flow.loose].sort((a, b) => a.index - b.index);
  if (furniture.length > 0) bodies.push(composeMasthead(page.text, furniture, running));
  const articles = numberArticles(page.page, bodies);
  return { articles, issues: doubts(articles) };
}

/** Ids by the order of first print. */
export function numberArticles(page: string, bodies: readonly Body[]): Article[] {
  const first = (body: Body): number => Math.min(...body.pieces.map(([start]) => start));
  const sorted = bodies.filter((body) => body.pieces.length > 0).sort((a, b) => first(a) - first(b));
  return sorted.map((body, k) => ({ article: `${page}#a${k + 1}`, page, ordinal: k + 1, ...body }));
}

const doubts = (articles: readonly Article[]): Issue[] =>
  articles
    .filter((article) => article.confidence < DOUBTFUL)
    .map(({ page, article, confidence }) => ({
      page,
      article,
      code: "article-doubtful",
      message: `The borders of ${article} are unsure (confidence ${confidence}): it begins without a headline, a lead or a byline, or parts of it may be another's.`,
      count: 1,
    }));
