// The registry, in the order in which they run: each sees what those before it found.
import { InputError } from "../lib/errors.ts";
import { bylinesExtractor } from "./extractors/bylines.ts";
import { delegationsExtractor } from "./extractors/delegations.ts";
import type { Extractor } from "./extractors/extractor.ts";
import { gazetteerExtractor } from "./extractors/gazetteer.ts";
import { ellipsisExtractor, localExtractor } from "./extractors/local.ts";
import { patternsExtractor } from "./extractors/patterns.ts";
import { personsExtractor } from "./extractors/persons.ts";
import { programsExtractor } from "./extractors/programs.ts";
import { rowsExtractor } from "./extractors/rows.ts";
import { sharesExtractor } from "./extractors/shares.ts";
import { sourcesExtractor } from "./extractors/sources.ts";
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
  sourcesExtractor,
  sharesExtractor,
  personsExtractor,
  taggerExtractor,
  rowsExtractor,
  delegationsExtractor,
];

/** It has more to say than its finds: its probabilities are votes for and against everyone's. */
export const TAGGER = taggerExtractor.name;
/** What looks up sure names once more everywhere (consistency.ts): no extractor of an article, but a voice like theirs. */
export const CONSISTENCY = "consistency";

/** Whatever may stand in a mention's column `extractor`. */
export const EXTRACTOR_NAMES: readonly string[] = [...EXTRACTORS.map(({ name }) => name), CONSISTENCY];

/** Names of extractors that are not asked. Without the tagger its votes are missing too. */
export type Without = ReadonlySet<string>;
export const NOTHING: Without = new Set();

export interface ExtractOptions {
  /** Extractors to leave out, of EXTRACTOR_NAMES: to measure what each one adds. */
  readonly without?: readonly string[];
}

/** Throws InputError for a name that no extractor has. */
export function parseWithout(names: readonly string[]): Without {
  const unknown = names.find((name) => !EXTRACTOR_NAMES.includes(name));
  if (unknown !== undefined)
    throw new InputError(`entities: no extractor "${unknown}"; there are ${EXTRACTOR_NAMES.join(", ")}`);
  return new Set(names);
}
