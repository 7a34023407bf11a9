// A text that no segmenter made an article of: labelled sentences, clean text on the command line, tests.
import type { Article } from "../articles/index.ts";

/** A report with this text, printed in one run from offset 0 of a page of its own; `over` says what is known besides. */
export const plainArticle = (text: string, over: Partial<Article> = {}): Article => ({
  article: "",
  page: "",
  ordinal: 1,
  kind: "report",
  title: "",
  byline: null,
  dateline: null,
  text,
  map: [[0, 0, text.length]],
  byline_spans: [],
  pieces: [[0, text.length]],
  continued_from: null,
  continued_to: null,
  confidence: 1,
  joins: [],
  ...over,
});
