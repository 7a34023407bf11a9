// Strings: decoding, normal form with a map back to the printed offsets, sentences, tokens.
export { type Head, headOf, logRatio, type Tail, tailOf } from "./continuation.ts";
export { type DecodedText, decodeBytes, type Encoding } from "./decode.ts";
export { type Token, tagWords } from "./jieba.ts";
export { encoded, type LanguageModel, logProbability, parseLanguageModel } from "./language-model.ts";
export { comparable, type NormalText, normalForm, normalized, sourceSpan, withoutBlanks } from "./normal.ts";
export { readLanguageModel } from "./read-language-model.ts";
export { sentences } from "./sentences.ts";
