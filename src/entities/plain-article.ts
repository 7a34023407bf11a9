// A text that no page prints, as an article: for labelled sentences, and for clean text on the command line.
import type { Article } from "../articles/index.ts";

/** A report with this text, without headline, byline or printed units. */
export const plainArticle = (text: string): Article => ({
  article: "",
  page: "",
  ordinal: 1,
  kind: "report",
  title: "",
  byline: null,
  dateline: null,
  text,
  map: [],
  byline_spans: [],
  pieces: [],
  continued_from: null,
  continued_to: null,
  confidence: 1,
  joins: [],
});
