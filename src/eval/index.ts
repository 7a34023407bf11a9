// Evaluation: predicted tables + gold → figures.
export type { Figures, SegmentationFigures } from "./figures.ts";
export type { LabelledName, LabelledText } from "./labelled.ts";
export { type ExtractorFigures, type MentionError, type MentionReport, scoreMentions } from "./mentions.ts";
export { type GoldOffices, type OfficeFigures, type OfficeRow, scoreOffices } from "./offices.ts";
export { readGold, readLabelledTexts, readScoreInput } from "./read.ts";
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
