// The language model of collation from disk: data/model.
import { readLanguageModel } from "../text/index.ts";
import { createFluency, type Fluency } from "./fluency.ts";

/** Throws what `readFileSync` throws when the model is missing. Cost: about 20 ms. */
export const readFluency = (): Fluency => createFluency(readLanguageModel());
