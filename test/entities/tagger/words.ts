// The gazetteer's and the lexicon's words, without a model.
import { readGazetteer, readWords } from "../../../src/entities/index.ts";

export const words = readWords(readGazetteer());
