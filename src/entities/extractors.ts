// The registry, in the order in which they run: each sees what those before it found.
import { bylinesExtractor } from "./extractors/bylines.ts";
import type { Extractor } from "./extractors/extractor.ts";
import { gazetteerExtractor } from "./extractors/gazetteer.ts";
import { ellipsisExtractor, localExtractor } from "./extractors/local.ts";
import { patternsExtractor } from "./extractors/patterns.ts";
import { personsExtractor } from "./extractors/persons.ts";
import { programsExtractor } from "./extractors/programs.ts";
import { taggerExtractor } from "./extractors/tagged.ts";
import { wholeWordsExtractor } from "./extractors/whole-words.ts";

export const EXTRACTORS: readonly Extractor[] = [
  gazetteerExtractor,
  wholeWordsExtractor,
  localExtractor,
  programsExtractor,
  patternsExtractor,
  ellipsisExtractor,
  bylinesExtractor,
  personsExtractor,
  taggerExtractor,
];
