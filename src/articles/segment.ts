// Segment: a page → its articles. Pure; the same page gives the same bytes.
//
//   text ─► lines ─► blocks ─► roles ─► flow (stretches, headings, pictures) ─► joins ─► drafts ─► articles
//
// Each arrow is a file of this room. The join search is the part to be replaced by a stronger reader of what goes on where:
// it sees stretches and gives pairs.
import type { Page } from "../corpus/index.ts";
import type { Issue } from "../lib/issue.ts";
import { pageBlocks, wrapsByBlanks } from "./blocks.ts";
import { vocabularyOf } from "./cohesion.ts";
import { type Body, composeArticle, composeMasthead } from "./compose.ts";
import { draftsOf } from "./drafts.ts";
import { cutDrifts, findDrifts } from "./drift.ts";
import { flowOf } from "./flow.ts";
import { joinStretches } from "./joins.ts";
import { pageLines } from "./lines.ts";
import { isOversize, segmentOversize } from "./oversize.ts";
import { assignRoles } from "./roles.ts";
import type { Article } from "./types.ts";

export interface Segmentation {
  /** In the order of first print. Their pieces cover every non-blank unit of the page exactly once. */
  readonly articles: Article[];
  /** "page-oversize", "article-doubtful". */
  readonly issues: Issue[];
}

/** Below this an article's borders are reported as doubtful. */
const DOUBTFUL = 0.5;

/** Never throws. Cost: near linear in the page's length, about 1 M characters a second. */
export function segmentPage(page: Page): Segmentation {
  if (isOversize(page.text)) return segmentOversize(page);
  const { blocks: bare, wrapped } = pageBlocks(pageLines(page.text));
  const running = wrapsByBlanks(bare) ? "wrapped" : "text";
  const blocks = assignRoles(bare, wrapped, page.paper);
  const vocabulary = vocabularyOf(blocks.map((block) => block.squeezed));
  const printed = flowOf(blocks, vocabulary);
  const flow = cutDrifts(printed, findDrifts(printed, joinStretches(printed, vocabulary), vocabulary));
  const drafts = draftsOf(flow, joinStretches(flow, vocabulary), vocabulary);
  const bodies = drafts.map((draft) => composeArticle(page.text, draft, running));
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
      message: `The borders of ${article} are unsure (confidence ${confidence}): it begins without a headline, a lead or a byline.`,
      count: 1,
    }));
