// Puts the rooms in order.
export { buildProject } from "./build.ts";
export { createLineFilter, LINE_FILTERS, type LineFilter } from "./line-filters.ts";
export { type BuildOptions, DEFAULT_BUILD_OPTIONS } from "./options.ts";
export { rulesVersion } from "./rules.ts";
export type { BuildSummary, IssueTotal } from "./summary.ts";
