// The graph: mentions → entities, edges, weights, backbone, communities, places on the map.
export { type BackboneTie, createBackbone, createSets, type DisjointSets, hasWitnesses } from "./backbone.ts";
export { type Community, findCommunities, tieWeight, type WeightedTie } from "./communities.ts";
export { countEdges, countEntities } from "./count.ts";
export type { EdgeFacts } from "./edge.ts";
export { formatLayout, LAYOUT_VERSION, type Layout, layoutGraph, parseLayout } from "./layout.ts";
export { DEFAULT_GRAPH_OPTIONS, type GraphOptions } from "./options.ts";
export type { Place } from "./packing.ts";
export { type PlaceNode, placeAll } from "./places.ts";
export { settleRelations } from "./relations.ts";
export { type Spelling, spellingOf } from "./spelling.ts";
export { LAYERS, MIN_STORIES_TO_TEST, weighEdges } from "./weigh.ts";
export {
  chance,
  erfc,
  expectedStories,
  falseDiscovery,
  fisherTail,
  gSquared,
  logFactorials,
  npmi,
  type StoryTable,
} from "./weights.ts";
