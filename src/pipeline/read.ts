// What the maps know of the world, from disk: data/model and data/gazetteer.
import { readSegmentModels, type SegmentModels } from "../articles/index.ts";
import { type Resources, readResources } from "../entities/index.ts";
import type { Knowledge } from "./maps.ts";

/** Reads each part when it is first asked for, once. The parts throw what `readFileSync` throws when a file is missing. */
export function lazyKnowledge(): Knowledge {
  let models: SegmentModels | undefined;
  let resources: Resources | undefined;
  return {
    get models() {
      models ??= readSegmentModels();
      return models;
    },
    get resources() {
      resources ??= readResources();
      return resources;
    },
  };
}
