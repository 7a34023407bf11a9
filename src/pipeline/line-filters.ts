// The maps as line filters, for any engine that can pipe lines (Spark's TRANSFORM, a shell, a job array): one JSON object
// a line in, one a line out, in step. The same functions as in a build.
import { z } from "zod";
import { type Article, segmentPage } from "../articles/index.ts";
import { imprintOf } from "../corpus/index.ts";
import { callingsOf, extractText, inferPlace } from "../entities/index.ts";
import { messageOf } from "../lib/errors.ts";
import { sha256 } from "../lib/hash.ts";
import type { Knowledge } from "./maps.ts";
import { lazyKnowledge } from "./read.ts";

const span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const known = {
  paper: z.string().nullable().default(null),
  place: z.string().nullable().default(null),
  date: z.string().nullable().default(null),
};

const pageLine = z.object({ page: z.string().min(1), text: z.string(), source: z.string().default(""), ...known });

const articleLine = z.object({
  article: z.string().min(1),
  page: z.string(),
  ordinal: z.int(),
  kind: z.enum(["report", "document", "letter", "essay", "caption", "teaser", "masthead"]),
  title: z.string(),
  byline: z.string().nullable(),
  dateline: z.string().nullable(),
  text: z.string(),
  map: z.array(z.tuple([z.int(), z.int(), z.int()])),
  byline_spans: z.array(span),
  pieces: z.array(span),
  continued_from: z.string().nullable(),
  continued_to: z.string().nullable(),
  confidence: z.number(),
  joins: z
    .array(z.object({ end: z.int(), start: z.int(), score: z.number(), evidence: z.record(z.string(), z.number()) }))
    .default([]),
});

const reading = z.object({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  read: z.string(),
  from: z.array(z.string()),
});

/**
 * With `text_id` the articles are one text; without it (what `segment` answers) each is a text of its own. `witnesses` are
 * the readings of their other printings.
 */
const textLine = z.object({
  text_id: z.string().optional(),
  articles: z.array(articleLine).min(1),
  witnesses: z.array(reading).default([]),
  ...known,
});

/** Takes what it needs to know, then lines. */
export type LineFilter = (knowledge: Knowledge) => (line: unknown) => object;

const segmentLines: LineFilter =
  ({ models, resources }) =>
  (line) => {
    const { page: id, text, source, ...given } = pageLine.parse(line);
    const { imprint, issues: doubts } = imprintOf(id, text, source, given);
    const page = { page: id, text, source, sha256: sha256(text), ...imprint };
    const { articles, issues } = segmentPage(page, models);
    const place = given.place ?? inferPlace(page, articles, resources);
    return { page: id, ...imprint, place, articles, issues: [...doubts, ...issues] };
  };

const extractLines: LineFilter =
  ({ resources }) =>
  (line) => {
    const { text_id, articles, witnesses, ...of } = textLine.parse(line);
    const texts: { text_id: string; articles: readonly Article[] }[] = text_id
      ? [{ text_id, articles }]
      : articles.map((article) => ({ text_id: article.article, articles: [article] }));
    const extracted = texts.map((text) => extractText({ ...text, ...of }, witnesses, resources));
    const mentions = extracted.flatMap((result) => result.mentions);
    return {
      texts: texts.map((text) => text.text_id),
      sentences: extracted.flatMap((result) => result.sentences),
      mentions,
      relations: extracted.flatMap((result) => result.relations),
      callings: articles.flatMap((article) => callingsOf(article, mentions)),
      issues: extracted.flatMap((result) => result.issues),
    };
  };

export const LINE_FILTERS: Readonly<Record<string, LineFilter>> = { segment: segmentLines, extract: extractLines };

/** A filter over lines of text; a line that cannot be used answers `{"error"}`. Reads what the filter needs to know, at once. */
export function createLineFilter(filter: LineFilter): (line: string) => string {
  const answer = filter(lazyKnowledge());
  return (line) => {
    try {
      return JSON.stringify(answer(JSON.parse(line)));
    } catch (error) {
      const message = error instanceof z.ZodError ? z.prettifyError(error).replaceAll("\n", " ") : messageOf(error);
      return JSON.stringify({ error: message });
    }
  };
}
