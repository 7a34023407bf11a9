// Articles: a page → the texts printed on it.
export { type Segmentation, segmentPage } from "./segment.ts";
export { type Article, type ArticleKind, pageSpans, type TextRun } from "./types.ts";
