// The character language model from disk.
import { readFileSync } from "node:fs";
import { type LanguageModel, parseLanguageModel } from "./language-model.ts";

const FILE = new URL("../../data/model/characters.lm", import.meta.url);

/** Reads the model that ships. Throws what `readFileSync` throws when it is missing. Cost: about 15 ms. */
export const readLanguageModel = (file: URL = FILE): LanguageModel => parseLanguageModel(readFileSync(file));
