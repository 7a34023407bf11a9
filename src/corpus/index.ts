// Files → pages, each with its paper, place and date: from a metadata table, the page itself, or its file name.
export { parseDate, printedNumber } from "./dates.ts";
export { imprintOf, inferImprint } from "./imprint.ts";
export { type RunningHead, runningHead } from "./infer-head.ts";
export { placeOfPaper } from "./papers.ts";
export { htmlText } from "./parse-html.ts";
export { type MetaTable, parseMeta } from "./parse-meta.ts";
export { readMeta, readPages, readSource } from "./read.ts";
export { splitLines } from "./read-lines.ts";
export { listSources } from "./read-sources.ts";
export type { Imprint, Page, PageRead, Source } from "./types.ts";
