// Articles → texts (jump lines) → stories (reprints).
export { type Alignment, alignTexts, type Edit, editsOf, type Run, type Stretch, stretchesOf } from "./align.ts";
export { type Apparatus, apparatusOf, type Gap, type Place, type PlaceReading } from "./apparatus.ts";
export { type Clustered, clusterReprints } from "./cluster.ts";
export { type Collation, collate, type Printing } from "./collate.ts";
export { type Collated, collateStories, MOST_PRINTINGS, printingsOf } from "./collate-stories.ts";
export { createReadsOn, type Jump, type JumpEnd, joinIssue, type ReadsOn, textsOf } from "./continuations.ts";
export { createFluency, type Fluency } from "./fluency.ts";
export { createLinkTables, type Link, type LinkOptions, type Links, linkArticles } from "./link.ts";
export { type LinkableArticle, linkableRow, pageNumbers, printedPageNumber } from "./linkable.ts";
export { type Repair, repairsOf, witnessesOf } from "./readings.ts";
export { type Comparison, compareTexts, isReprint, judgeReprint, type LinkText, type Reprint } from "./reprints.ts";
export { containment, shingleIds } from "./shingles.ts";
export type { Text } from "./types.ts";
export type { Ground } from "./votes.ts";
export { NO_WITNESSES, type Reading, type Witnesses } from "./witness.ts";
