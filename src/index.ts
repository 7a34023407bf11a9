// The library's face: what the command line does, an import can do.
export {
  type Article,
  type ArticleKind,
  readSegmentModels,
  type Segmentation,
  type SegmentModels,
  segmentPage,
} from "./articles/index.ts";
export { type Page, type PageRead, readPages } from "./corpus/index.ts";
export {
  createTagger,
  DEFAULT_FIT_OPTIONS,
  type EntityType,
  type Extraction,
  extractText,
  type FitOptions,
  type Layer,
  type Mention,
  type NamedSpan,
  nameText,
  type Resources,
  readModel,
  readResources,
  readSources,
  readWords,
  type Sentence,
  type Tagger,
  tagText,
  trainTagger,
  writeModel,
} from "./entities/index.ts";
export { type Figures, type Report, readGold, readScoreInput, scorePages } from "./eval/index.ts";
export { EXPORTERS, type Exporter, type ExportOptions, type ExportSummary, writeSite } from "./export/index.ts";
export { type Effects, SILENT_EFFECTS } from "./lib/effects.ts";
export { InputError, ProjectError, UsageError } from "./lib/errors.ts";
export { type BuildOptions, type BuildSummary, buildProject, DEFAULT_BUILD_OPTIONS } from "./pipeline/index.ts";
export { type RunningServer, type ServeOptions, serveProject } from "./server/index.ts";
export { type Database, openProject } from "./store/index.ts";
