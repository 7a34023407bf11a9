// Articles → texts (jump lines) → stories (reprints).
export { createLinkTables, isReprint, jumpFitness, type Links, linkArticles } from "./link.ts";
export { containment, shingleIds } from "./shingles.ts";
export type { Text } from "./types.ts";
