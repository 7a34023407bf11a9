// Names in clean text, as `wenmai tag` gives them: offsets in the text as given, no canonical names, no pages.
//
// The tagger alone for now. Whoever joins it with the other extractors does it here: their finds and the tagger's, each with
// its score, are candidates for the same spans.
import { normalized, withoutBlanks } from "../text/index.ts";
import type { Resources } from "./resources.ts";
import type { Tagger } from "./tagger/tagger.ts";
import { GUIDE } from "./tagger/tags.ts";
import type { EntityType } from "./types.ts";

/** A name in a text; offsets are UTF-16 units, half-open. */
export interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** As printed, blanks left out. */
  readonly name: string;
  /** Confidence in [0, 1], three decimals. */
  readonly score: number;
}

/** The names of a text, by start, disjoint. Cost: O(length). */
export function tagText(text: string, tagger: Tagger, resources: Resources): NamedSpan[] {
  const isGuide = tagger.convention === GUIDE;
  return tagger.tag(text).map(({ start, end, type, score }) => {
    const name = withoutBlanks(text.slice(start, end));
    // No corpus labels city clusters: the gazetteer tells them from other places.
    const isCluster = isGuide && resources.forms.get(normalized(name))?.some((known) => known.type === "city_cluster");
    return { start, end, type: isCluster ? "city_cluster" : type, name, score };
  });
}
