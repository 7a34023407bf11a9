// Strings: decoding, normal form with a map back to the printed offsets, sentences, tokens.
export { type DecodedText, decodeBytes, type Encoding } from "./decode.ts";
export { type Token, tagWords } from "./jieba.ts";
export { comparable, type NormalText, normalForm, normalized, sourceSpan, withoutBlanks } from "./normal.ts";
export { sentences } from "./sentences.ts";
