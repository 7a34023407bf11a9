// The answers of `diff` and `tie`, as schemas.
import { z } from "zod";
import { BACKBONE_RULES } from "../graph/index.ts";
import {
  anyLayer,
  count,
  described,
  entityFacts,
  entityName,
  layer,
  listing,
  nameShape,
  offset,
  paper,
  share,
  tieCounts,
} from "./answer-parts.ts";
import type { Diff, Part } from "./diff.ts";
import type { EdgeChange, EntityChange } from "./diff-answer.ts";
import { CHANGES } from "./diff-changes.ts";
import type { LayerCounts, Sentence, TieEnd, TieExplanation, TieState } from "./tie-types.ts";

const part = described<Part>()(
  "Part",
  z.strictObject({
    from: z.string().nullable().describe("first day, within; null for no bound"),
    to: z.string().nullable().describe("last day, within; null for no bound"),
    paper: paper.describe("null for any"),
    texts: count,
    stories: count,
    articles: count,
  }),
);
const change = z.enum(CHANGES);
const edgeMeasures = z.strictObject({ stories: count, close: count, articles: count, texts: count });
const edgeChange = described<EdgeChange>()(
  "EdgeChange",
  z.strictObject({ source: entityName, target: entityName, layer, change, before: edgeMeasures, after: edgeMeasures }),
);
const entityMeasures = z.strictObject({ stories: count, articles: count, mentions: count });
const entityChange = described<EntityChange>()(
  "EntityChange",
  z.strictObject({ ...nameShape, change, before: entityMeasures, after: entityMeasures }),
);
const tally = z.strictObject({ came: count, went: count, grew: count, shrank: count, same: count });
const changes = <T>(item: z.ZodType<T>) => z.strictObject({ ...listing(item), offset, tally });
export const diff = described<Diff>()(
  "Diff",
  z.strictObject({
    before: part,
    after: part,
    undated: count.describe("texts on pages without a date: in no period"),
    layer: anyLayer,
    of: z.array(z.union([entityFacts, entityName])),
    edges: changes(edgeChange),
    entities: changes(entityChange),
  }),
);

const tieEnd = described<TieEnd>()(
  "TieEnd",
  z.strictObject({
    ...nameShape,
    stories: count,
    ties: count,
    strength: count.describe("the stories that its ties sum to"),
    share: share.nullable().describe("the tie's share of that strength; null without a tie"),
    alpha: share.nullable().describe("how probable as much or more is at random; null without a tie"),
    place: count.nullable().describe("the tie's place among its ties; null without a tie"),
    rank: count.nullable().describe("its own place among the entities; null for who is in no content"),
    drawn: z.boolean(),
  }),
);
const layerCounts = described<LayerCounts>()("LayerCounts", z.strictObject(tieCounts));
const rule = z.enum(BACKBONE_RULES);
const state = <S extends string, W extends z.ZodType>(name: S, why: W) =>
  z.strictObject({ state: z.literal(name), why });
const tieState = described<TieState>()(
  "TieState",
  z.union([
    state("drawn", rule),
    state("on-request", z.enum(["not-in-backbone", "other-layer"])),
    state("not-drawn", z.enum(["end-not-drawn", "beyond-cap"])),
    state("no-tie", z.enum(["never-together", "capped"])),
  ]),
);
const testing = { stories: count, least: count, tested: z.boolean(), testable: count, tests: count };
const untested = z.enum(["never-together", "too-few-stories", "too-few-shared"]);
const none = z.null();
export const tieExplanation = described<TieExplanation>()(
  "TieExplanation",
  z.strictObject({
    ends: z.tuple([tieEnd, tieEnd]),
    layers: z.array(layerCounts).describe("of each layer in which they meet, content first"),
    texts: count.describe("texts that name both in any layer"),
    sentences: count.describe("the most sentences of one text that name both in its content"),
    common: count.describe("entities that are named with both"),
    table: z.strictObject({ both: count, a: count, b: count, total: count }),
    expected: z.number().min(0).describe("shared stories that chance would give"),
    measures: z.strictObject({
      npmi: z.number().nullable(),
      g2: z.number().nullable(),
      jaccard: share,
      association_strength: z.number().min(0),
    }),
    test: z.union([
      z.strictObject({ ...testing, p: share, q: share, method: z.enum(["fisher", "g2"]), untested: none }),
      z.strictObject({ ...testing, p: none, q: none, method: none, untested }),
    ]),
    alpha: share.nullable(),
    witnesses: z.boolean(),
    rule: rule.nullable().describe("why it is of the backbone; null where it is not"),
    map: tieState,
    words: z.array(described<Sentence>()("Sentence", z.strictObject({ zh: z.string(), en: z.string() }))),
  }),
);
