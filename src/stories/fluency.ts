// How well a line reads, by the character language model.
import { type LanguageModel, logProbability } from "../text/index.ts";

/**
 * Log-likelihood of a short text, in nats, made comparable between texts of different length. Only differences between
 * readings of one line mean anything.
 */
export type Fluency = (text: string) => number;

/** What a character of running news costs on average: with it added, a line gains or loses nothing by its length alone. */
const NATS_A_CHARACTER = 3.5;

/** Cost: about 0.2 µs a character. */
export const createFluency =
  (model: LanguageModel): Fluency =>
  (text) =>
    logProbability(model, "", text) + NATS_A_CHARACTER * text.length;
