// What can be set in this room.

export interface GraphOptions {
  /**
   * A text with more entities than this pairs only its most often named ones, and an issue says so. 400 entities are
   * 79,800 pairs; only name lists pass it.
   */
  readonly maxEntitiesPerText: number;
  /** How many entities with a content mention are drawn, by rank. */
  readonly maxDrawn: number;
  /** How many entities that only bylines and mastheads name are drawn besides. */
  readonly maxDrawnOthers: number;
  /** How many edges go with them, the backbone first, then by strength. */
  readonly maxDrawnEdges: number;
}

export const DEFAULT_GRAPH_OPTIONS: GraphOptions = {
  maxEntitiesPerText: 400,
  maxDrawn: 5_000,
  maxDrawnOthers: 1_000,
  maxDrawnEdges: 100_000,
};
