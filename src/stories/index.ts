// Articles → texts (jump lines) → stories (reprints).
export { type Alignment, alignTexts, type Edit, editsOf, type Run, type Stretch, stretchesOf } from "./align.ts";
export { createLinkTables, isReprint, jumpFitness, type Links, linkArticles } from "./link.ts";
export { containment, shingleIds } from "./shingles.ts";
export type { Text } from "./types.ts";
