// The language model of linking and collation from disk: data/model.
import { readLanguageModel } from "../text/index.ts";
import { createReadsOn, type ReadsOn } from "./continuations.ts";
import { createFluency, type Fluency } from "./fluency.ts";

/** Throws what `readFileSync` throws when the model is missing. Cost: about 20 ms. */
export const readFluency = (): Fluency => createFluency(readLanguageModel());

/** The like, for joins over pages. */
export const readReadsOn = (): ReadsOn => createReadsOn(readLanguageModel());
