// Evaluation: predicted tables + gold → figures.
export type { Figures, SegmentationFigures } from "./figures.ts";
export { type GoldOffices, type OfficeFigures, type OfficeRow, scoreOffices } from "./offices.ts";
export { readGold, readScoreInput } from "./read.ts";
export {
  type PageFigures,
  type Report,
  type ScoreInput,
  scorePages,
  scoreSegmentation,
} from "./score.ts";
export type { Prf } from "./tally.ts";
export type {
  ArticleRow,
  EdgeRow,
  EntityRow,
  GoldArticle,
  GoldEntity,
  GoldPage,
  GoldPiece,
  MentionRow,
  Tables,
} from "./types.ts";
