// The models of segmentation from disk: data/model, the same distance from src/articles and from dist/articles.
import { readLanguageModel } from "../text/index.ts";
import type { SegmentModels } from "./segment.ts";

/** Throws what `readFileSync` throws when a file is missing. */
export const readSegmentModels = (): SegmentModels => ({ characters: readLanguageModel() });
