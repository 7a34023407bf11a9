// Articles: a page → the texts printed on it.
export { bestJoins, type Pair } from "./joins/assignment.ts";
export type { EvidenceName } from "./joins/weights.ts";
export { withoutJumpLines } from "./jump-lines.ts";
export { readSegmentModels } from "./read.ts";
export { type Segmentation, segmentPage } from "./segment.ts";
export {
  type Article,
  type ArticleKind,
  type PieceJoin,
  pageSpans,
  type SegmentModels,
  type TextRun,
} from "./types.ts";
