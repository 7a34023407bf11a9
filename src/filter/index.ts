// The filter language, text → condition. Pure, without anything of Node, so that the page runs it as it stands.
export { FilterError, type FilterFault, type FilterProblem } from "./errors.ts";
export { type EntityToFilter, FACETS, type Facet, type TieToFilter } from "./facts.ts";
export { FIELDS, type Field, LAYER_WORDS, type Scope, TYPE_WORDS } from "./fields.ts";
export { type Filter, parseFilter } from "./filter.ts";
export { comparableName } from "./normal.ts";
export { daysOf } from "./values.ts";
