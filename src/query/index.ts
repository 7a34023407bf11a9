// The questions: functions over a project's database, the same for the command line, the API and the library.
export type { EdgeFacts } from "../graph/index.ts";
export { adjacencyOf, type Searched, TIE_SORTS, type TieSort } from "./adjacency.ts";
export { ANSWER_PARTS } from "./answer-parts.ts";
export { AskingError, checkSubjects, MAX_SUBJECT, readOptions, typedName } from "./asking.ts";
export { description, type EntityDescription, type NameForm } from "./description.ts";
export { type Diff, type DiffOptions, diff, type Part } from "./diff.ts";
export type { DiffListing, DiffListOptions, EdgeChange, EntityChange } from "./diff-answer.ts";
export { CHANGES, type Change, type Changes } from "./diff-changes.ts";
export { diffProjects } from "./diff-projects.ts";
export { entity } from "./entity.ts";
export { type EvidenceListing, type EvidenceOptions, evidence } from "./evidence.ts";
export {
  type ArticleExplanation,
  type ExplainedJoin,
  type ExplainedLink,
  explain,
  type JoinReason,
} from "./explain.ts";
export { explainTie } from "./explain-tie.ts";
export type { InGraph, Sampling } from "./in-graph.ts";
export { type IssueOptions, issues } from "./issues.ts";
export { nameReason, reasonInChinese, ruleInWords } from "./name-words.ts";
export { type AskedName, explainNames, type NameDecision, type NamedEntity, type NamesExplanation } from "./names.ts";
export {
  type CommonNeighbor,
  type CommonNeighbors,
  common,
  type Neighbor,
  type NeighborOptions,
  type Neighbors,
  neighbors,
  type Tie,
} from "./neighbors.ts";
export {
  DEFAULT_PATH_OPTIONS,
  type Path,
  type PathEdge,
  type PathNode,
  type PathOptions,
  type Paths,
  path,
} from "./path.ts";
export { prepareQuestions } from "./prepare.ts";
export { QUESTIONS, type Question } from "./questions.ts";
export {
  groupStated,
  offices,
  type Print,
  type RelationOptions,
  type Relations,
  relations,
  type Stated,
  type StatedRelation,
  type StatedRow,
  statedBy,
} from "./relations.ts";
export { prepareSearch, type SearchHit, type SearchOptions, search } from "./search.ts";
export { MATCHES, type Match } from "./search-matches.ts";
export { type Selection, type SelectionCounts, type SelectionOptions, select } from "./selection.ts";
export type { EdgeToSelect } from "./selection-ties.ts";
export { story } from "./story.ts";
export type {
  Story,
  StoryArticle,
  StoryDifference,
  StoryGap,
  StoryName,
  StoryPrinting,
} from "./story-types.ts";
export type { Thresholds } from "./tie-reasons.ts";
export { THRESHOLDS } from "./tie-sentences.ts";
export type { LayerCounts, Sentence, TieEnd, TieExplanation, TieState } from "./tie-types.ts";
export { type Timeline, type TimelinePoint, type TimeUnit, timeline } from "./timeline.ts";
export {
  CENTRALITY_SORTS,
  TOP_SORTS,
  type TopEntities,
  type TopEntity,
  type TopOptions,
  type TopSort,
  top,
} from "./top.ts";
export {
  type CountsOfLayer,
  DEFAULT_LIMIT,
  type EntityFacts,
  type EntityName,
  type Evidence,
  type Listing,
  type ListOptions,
  type Mark,
  type Passage,
} from "./types.ts";
