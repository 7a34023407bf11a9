export { type Article, type ArticleKind, pageSpans, type TextRun } from "./types.ts";
