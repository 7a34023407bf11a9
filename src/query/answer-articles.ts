// The answers of the questions about articles, stories and issues, as schemas.
import { z } from "zod";
import type { Issue } from "../lib/issue.ts";
import type { Ground } from "../stories/index.ts";
import { count, date, described, listing, pageSpans, paper, share, type } from "./answer-parts.ts";
import type { ArticleExplanation, ExplainedJoin, ExplainedLink, JoinReason } from "./explain.ts";
import type { Story, StoryArticle, StoryDifference, StoryGap, StoryName, StoryPrinting } from "./story-types.ts";
import type { Listing } from "./types.ts";

const words = z.array(z.string());

const issue = described<Issue>()(
  "Issue",
  z.strictObject({
    page: z.string().nullable(),
    article: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    count: z.number().int().min(1).describe("how many things the row stands for"),
  }),
);
export const issues = described<Listing<Issue>>()("Issues", z.strictObject(listing(issue)));

const reason = described<JoinReason>()(
  "JoinReason",
  z.strictObject({ evidence: z.string(), nats: z.number().describe("its part of the log-odds") }),
);
const join = described<ExplainedJoin>()(
  "ExplainedJoin",
  z.strictObject({
    end: count.describe("page offset where the earlier stretch ends"),
    start: count.describe("page offset where the later one begins"),
    before: z.string(),
    after: z.string(),
    probability: share,
    score: z.number(),
    reasons: z.array(reason).describe("the strongest first"),
  }),
);
const link = described<ExplainedLink>()(
  "ExplainedLink",
  z.strictObject({
    kind: z
      .enum(["jump", "copy", "cut"])
      .describe("jump: the source goes on in the target; copy: both print one text; cut: the source is a part"),
    source: z.string(),
    target: z.string(),
    other: z.string().describe("the one that was not asked of"),
    title: z.string(),
    paper,
    date,
    score: share,
    shared: count,
    aligned: z.number().min(0),
    joined: z.boolean().describe("false for a reprint that was kept apart"),
    reason: z.string(),
  }),
);
export const explanation = described<ArticleExplanation>()(
  "ArticleExplanation",
  z.strictObject({
    article: z.string(),
    page: z.string(),
    title: z.string(),
    kind: z.string(),
    text_id: z.string(),
    story: z.string(),
    confidence: share,
    pieces: z
      .array(z.strictObject({ start: count, end: count, first: z.string(), last: z.string() }))
      .describe("in reading order, each with its first and last words"),
    joins: z.array(join),
    links: z.array(link),
  }),
);

const article = described<StoryArticle>()(
  "StoryArticle",
  z.strictObject({
    article: z.string(),
    page: z.string(),
    paper,
    place: z.string().nullable(),
    date,
    title: z.string(),
    kind: z.string(),
    byline: z.string().nullable(),
    dateline: z.string().nullable(),
    text_id: z.string(),
    story: z.string(),
    continued_from: z.string().nullable(),
    continued_to: z.string().nullable(),
    chars: count,
  }),
);
const printing = described<StoryPrinting>()(
  "StoryPrinting",
  z.strictObject({
    siglum: z.string().describe("what the differences call it: A, B, …"),
    text_id: z.string(),
    articles: words,
    pages: words,
    paper,
    date,
    title: z.string(),
    chars: count,
    compared: count,
    cleanness: share
      .nullable()
      .describe("share of the compared characters taken as right; null where none is compared"),
    repaired: count,
  }),
);
const name = described<StoryName>()(
  "StoryName",
  z.strictObject({
    siglum: z.string(),
    article: z.string(),
    entity: z.string(),
    type,
    name: z.string(),
    surface: z.string().describe("as it is printed"),
    read: z.string().describe("as it is read"),
    from: words.describe("the articles that print it so"),
    witnesses: words,
    start: count,
    end: count,
    page_spans: pageSpans,
  }),
);
const ground = z.enum(["majority", "cleaner", "language", "undecided"] satisfies Ground[]);
const difference = described<StoryDifference>()(
  "StoryDifference",
  z.strictObject({
    before: z.string(),
    after: z.string(),
    readings: z
      .array(z.strictObject({ text: z.string(), sigla: words, damaged: words }))
      .describe("most printed first; an empty text where nothing stands"),
    read: z.string().nullable().describe("what is taken as right; null where that is undecided"),
    ground,
    votes: z.tuple([count, count]).describe("how many printings have the likeliest reading, and how many another"),
    at: z.array(z.strictObject({ siglum: z.string(), article: z.string(), start: count, end: count })),
  }),
);
const gap = described<StoryGap>()(
  "StoryGap",
  z.strictObject({ have: words, lack: words, chars: count, text: z.string() }),
);
export const story = described<Story>()(
  "Story",
  z.strictObject({
    story: z.string(),
    ...listing(article),
    texts: count,
    printings: z.strictObject(listing(printing)),
    names: z.strictObject(listing(name)),
    differences: z.strictObject(listing(difference)),
    gaps: z.strictObject(listing(gap)),
    aside: z.strictObject({ marks: count, spellings: count }).describe("differences that are not listed"),
    uncompared: count.describe("printings beyond the most that are compared"),
  }),
);
