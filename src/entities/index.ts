// Text → mentions with canonical names. `readResources` touches the disk; everything else is pure.
export { createExaminer, type Examination, type ExaminedName, type ProposedName } from "./examine.ts";
export { createExtractor, type Decision, type Extraction, extractText } from "./extract.ts";
export { EXTRACTOR_NAMES, EXTRACTORS, type ExtractOptions } from "./extractors.ts";
export { formatHome, type Home, levelName, parseHome } from "./home.ts";
export { inferPlace } from "./infer-place.ts";
export { readGazetteer, readResources } from "./read.ts";
export { RELATION_GRAMMARS } from "./relations/relations.ts";
export { PREDICATES, type Predicate, type Relation, type RelationEnd } from "./relations/types.ts";
export { formatRepair, parseRepair } from "./repair.ts";
export {
  type KeyedRow,
  type NearRow,
  nameKeys,
  nearForms,
  placePairs,
  sameBody,
} from "./resolve/aliases.ts";
export { type Choice, formatChoice, type PersonDecision, parseDecisions } from "./resolve/decisions.ts";
export { findHomonyms, type PostRow, rowsByPerson, shareOut, type UsePost, type UseRow } from "./resolve/homonyms.ts";
export type { Identity } from "./resolve/identities.ts";
export { callingsOf, type Office } from "./resolve/offices.ts";
export { idsIn, type NamedIn, scopesIn } from "./resolve/replay.ts";
export { applyRules, type PartedName, type Resolved, type ResolveInput, resolveNames } from "./resolve/resolve.ts";
export type { Proposal } from "./resolve/types.ts";
export {
  type BesideRow,
  damagedBesideOffice,
  damagedInReprints,
  type HolderRow,
  type PrintedRow,
  sameOffice,
} from "./resolve/variants.ts";
export { createResources, type Name, type Resources, type Tables } from "./resources.ts";
export { type NamedSpan, nameText, tagText } from "./tag.ts";
export type { Figures as TaggerFigures } from "./tagger/figures.ts";
export { DEFAULT_FIT_OPTIONS, type FitOptions, trainTagger } from "./tagger/fit.ts";
export { readModel, readSources, readWords, writeModel } from "./tagger/read-sources.ts";
export { createTagger, type TaggedName, type Tagger } from "./tagger/tagger.ts";
export { ENTITY_TYPES, type EntityType, type Layer, type Mention, type Sentence } from "./types.ts";
