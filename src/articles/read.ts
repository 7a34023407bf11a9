// The models of segmentation from disk: data/model, the same distance from src/articles and from dist/articles.
import { readFileSync } from "node:fs";
import { readLanguageModel } from "../text/index.ts";
import { parseOpeningModel } from "./sense/opening-model.ts";
import { parseTopicModel } from "./sense/topic-model.ts";
import type { SegmentModels } from "./types.ts";

const TOPICS = new URL("../../data/model/topics.bin", import.meta.url);
const OPENINGS = new URL("../../data/model/openings.bin", import.meta.url);

/** Throws what `readFileSync` throws when a file is missing. */
export const readSegmentModels = (): SegmentModels => ({
  characters: readLanguageModel(),
  openings: parseOpeningModel(readFileSync(OPENINGS)),
  topics: parseTopicModel(readFileSync(TOPICS)),
});
