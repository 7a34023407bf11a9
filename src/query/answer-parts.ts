// The parts of which the answers are made, as schemas. Each stands for a TypeScript type and compiles only while it accepts
// just that type: a field that comes, goes or changes in one of them must do so in the other.
import { z } from "zod";
import { ENTITY_TYPES } from "../entities/index.ts";
import type { Centrality } from "../graph/index.ts";
import type { Span } from "../lib/span.ts";
import type { Searched } from "./adjacency.ts";
import type { Sampling } from "./in-graph.ts";
import type { Tie } from "./neighbors.ts";
import type { CountsOfLayer, EntityFacts, EntityName, Evidence, Mark, Passage } from "./types.ts";

/** A type with nothing left but its fields: what differs by `readonly`, `extends` or `&` alone is one. */
type Plain<T> = { readonly [K in keyof T]: Plain<T[K]> };

/** Whether two types are one, neither wider than the other. */
export type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

/** Schemas by the name under which a description shows them. */
export const ANSWER_PARTS = z.registry<{ readonly id: string }>();

/** Names a schema that accepts `T` and nothing else; any other does not compile. */
export const described =
  <T>() =>
  <S extends z.ZodType>(id: string, schema: S & (Same<z.output<S>, T> extends true ? unknown : never)): z.ZodType<T> =>
    (schema as unknown as z.ZodType<T>).register(ANSWER_PARTS, { id });

export const count = z.number().int().min(0);
export const share = z.number().min(0).max(1);
export const date = z.string().nullable().describe("2025-08-29; null where no page has a date");
export const layer = z.enum(["content", "byline", "masthead"]);
export const anyLayer = z.enum([...layer.options, "all"]);
export const type = z.enum(ENTITY_TYPES);
export const paper = z.string().nullable();

/** What every list says of itself, and its items. */
export const listing = <T>(item: z.ZodType<T>) => ({
  total: count.describe("length of the whole list"),
  limit: z.number().int().min(1),
  sort: z.string().describe("what the items are ordered by, most important key first"),
  items: z.array(item),
});
export const offset = count.describe("items passed over");

const span = z.tuple([count, count]).describe("[start, end) in UTF-16 units");
export const pageSpans = z.array(span satisfies z.ZodType<Span>).describe("where it stands in the page's text");

export const nameShape = {
  entity: z.string().describe("id: its type, a colon, its name"),
  type,
  name: z.string(),
};

const countsShape = {
  mentions: count,
  articles: count,
  stories: count.describe("reprints count once"),
  papers: count,
  first_date: date,
  last_date: date,
};

export const factsShape = { ...nameShape, aliases: z.array(z.string()), ...countsShape };

export const entityName = described<EntityName>()("EntityName", z.strictObject(nameShape));
export const entityFacts = described<EntityFacts>()("EntityFacts", z.strictObject(factsShape));
export const countsOfLayer = described<CountsOfLayer>()("CountsOfLayer", z.strictObject({ layer, ...countsShape }));

export const tieCounts = {
  layer,
  articles: count.describe("articles that name both; 0 where only the parts of a continued text together do"),
  close: count.describe("articles with a sentence that names both"),
  texts: count,
  stories: count.describe("reprints count once"),
  papers: count,
  first_date: date,
  last_date: date,
};

export const edgeShape = {
  ...tieCounts,
  npmi: z.number().nullable().describe("null under two stories"),
  g2: z.number().nullable(),
  p: share.nullable().describe("null in a project of too few stories to test"),
  q: share.nullable(),
  backbone: z.boolean(),
};

export const tieShape = {
  ...edgeShape,
  jaccard: share.nullable().describe("share of the stories of either that name both; null outside the content"),
  association: z.number().min(0).nullable().describe("how many times as many as by chance; null outside the content"),
};

export const tie = described<Tie>()("Tie", z.strictObject(tieShape));

export const searched = described<Searched>()(
  "Searched",
  z.strictObject({ edges: count.describe("ties walked"), of: count.describe("ties of the layer") }),
);

export const centralityShape = {
  degree: count,
  weighted_degree: z.number().min(0),
  pagerank: share,
  betweenness: z.number().min(0),
};
export const centrality = described<Centrality>()("Centrality", z.strictObject(centralityShape));
export const sampling = described<Sampling>()(
  "Sampling",
  z.strictObject({ nodes: count, pivots: count.describe("fewer than nodes where betweenness is an estimate") }),
);

export const mark = described<Mark>()(
  "Mark",
  z.strictObject({
    entity: z.string(),
    surface: z.string(),
    start: count.describe("in the passage's text"),
    end: count,
    page_spans: pageSpans,
    layer,
  }),
);

export const passage = described<Passage>()(
  "Passage",
  z.strictObject({
    article: z.string(),
    title: z.string(),
    kind: z.string(),
    page: z.string(),
    paper,
    date,
    sentence: count,
    text: z.string(),
    start: count.describe("of the sentence in the article's text"),
    end: count,
    page_spans: pageSpans,
    marks: z.array(mark),
  }),
);

export const evidence = described<Evidence>()(
  "Evidence",
  z.strictObject({
    close: z.boolean().describe("whether one sentence names all that was asked for"),
    text_id: z.string(),
    story: z.string().describe("evidence of one story is one witness, however many papers print it"),
    passages: z.array(passage).describe("two where the two names stand in different sentences of one text"),
  }),
);
