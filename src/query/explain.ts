// Why an article is made of these pieces, goes on in that article and is a reprint of that text: what spoke for each join,
// in the search's own numbers.
import type { PieceJoin } from "../articles/index.ts";
import { InputError } from "../lib/errors.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";

/** One kind of evidence and its part of the log-odds, in nats. */
export interface JoinReason {
  readonly evidence: string;
  readonly nats: number;
}

export interface ExplainedJoin {
  /** Page offsets where the earlier stretch ends and the later one begins, and the words printed there. */
  readonly end: number;
  readonly start: number;
  readonly before: string;
  readonly after: string;
  /** In (0.5, 1): of the log-odds `score`. */
  readonly probability: number;
  readonly score: number;
  /** The strongest first. They and the bias of two ends taken at random add up to the score. */
  readonly reasons: readonly JoinReason[];
}

/** A join to another article or printing, or one that was refused, as it is stored in `links` (stories/link.ts). */
export interface ExplainedLink {
  /** jump: the source goes on in the target. copy: both print one text. cut: the source is a part of the target. */
  readonly kind: "jump" | "copy" | "cut";
  /** Articles for a jump, else texts. One of them is the article asked of, or its text; `other` is the one that is not. */
  readonly source: string;
  readonly target: string;
  readonly other: string;
  /** Of the other. */
  readonly title: string;
  readonly paper: string | null;
  readonly date: string | null;
  /** How sure, in [0, 1]. */
  readonly score: number;
  readonly shared: number;
  readonly aligned: number;
  /** False for a reprint that was kept apart from the story. */
  readonly joined: boolean;
  readonly reason: string;
}

export interface ArticleExplanation {
  readonly article: string;
  readonly page: string;
  readonly title: string;
  readonly kind: string;
  readonly text_id: string;
  readonly story: string;
  readonly confidence: number;
  /** In reading order, each with its first and last words. */
  readonly pieces: readonly {
    readonly start: number;
    readonly end: number;
    readonly first: string;
    readonly last: string;
  }[];
  readonly joins: readonly ExplainedJoin[];
  /** Jumps first, then reprints, kept before refused; each the surest first. */
  readonly links: readonly ExplainedLink[];
}

type Row = Omit<ArticleExplanation, "pieces" | "joins" | "links"> &
  Readonly<Record<"pieces" | "joins" | "page_text", string>>;

/** Characters shown on either side of a join. */
const SHOWN = 16;

/** Throws InputError for an unknown article. */
export async function explain(db: Database, article: string): Promise<ArticleExplanation> {
  const [row] = await db.rows<Row>(statement("query", "explain-article"), { article });
  if (!row) throw new InputError(`query.explain: no article has the id "${article}"`);
  const { pieces, joins, page_text, ...rest } = row;
  const words = (start: number, end: number): string => page_text.slice(Math.max(0, start), end).replace(/\s+/gu, "");
  return {
    ...rest,
    pieces: (JSON.parse(pieces) as Span[]).map(([start, end]) => ({
      start,
      end,
      first: words(start, Math.min(end, start + 2 * SHOWN)).slice(0, SHOWN),
      last: words(Math.max(start, end - 2 * SHOWN), end).slice(-SHOWN),
    })),
    joins: (JSON.parse(joins) as PieceJoin[]).map(({ end, start, score, evidence }) => ({
      end,
      start,
      before: words(end - 2 * SHOWN, end).slice(-SHOWN),
      after: words(start, start + 2 * SHOWN).slice(0, SHOWN),
      probability: Math.round(1000 / (1 + Math.exp(-score))) / 1000,
      score,
      reasons: Object.entries(evidence)
        .map(([name, nats]) => ({ evidence: name, nats }))
        .sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats) || (a.evidence < b.evidence ? -1 : 1)),
    })),
    links: await db.rows<ExplainedLink>(statement("query", "explain-links"), { article }),
  };
}
