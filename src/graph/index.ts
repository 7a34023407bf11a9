// The graph: mentions → entities, edges, weights, backbone, communities, places on the map.
export {
  BACKBONE_RULES,
  type BackboneRule,
  type BackboneTie,
  COMPANY,
  createBackbone,
  createSets,
  type DisjointSets,
  disparity,
  hasWitnesses,
  MAX_ALPHA,
  MAX_Q,
  MIN_SENTENCES,
  ownRule,
} from "./backbone.ts";
export { type Centrality, centralities } from "./centralities.ts";
export { type Community, findCommunities, tieWeight, type WeightedTie } from "./communities.ts";
export { countEdges, countEntities } from "./count.ts";
export type { EdgeFacts } from "./edge.ts";
export type { EntityCounts } from "./entity.ts";
export { writeEvidence } from "./evidence.ts";
export { formatLayout, LAYOUT_VERSION, type Layout, layoutGraph, parseLayout } from "./layout.ts";
export { DEFAULT_GRAPH_OPTIONS, type GraphOptions } from "./options.ts";
export type { Place } from "./packing.ts";
export { type PlaceNode, placeAll } from "./places.ts";
export { settleRelations, writeRelationEnds } from "./relations.ts";
export { type Spelling, spellingOf } from "./spelling.ts";
export {
  MIN_SHARED_TO_TEST,
  MIN_STORIES_TO_TEST,
  readTesting,
  readTotals,
  type Testing,
  testingOf,
  untested,
} from "./testing.ts";
export { LAYERS, weighEdges } from "./weigh.ts";
export {
  associationStrength,
  chance,
  erfc,
  expectedStories,
  falseDiscovery,
  fisherTail,
  gSquared,
  isExact,
  jaccard,
  logFactorials,
  npmi,
  rounded,
  type StoryTable,
} from "./weights.ts";
