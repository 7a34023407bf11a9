// Names in clean text, as `wenmai tag` gives them: offsets in the text as given, no canonical names, no pages.
//
// By the guide all extractors have their votes, as they have on a page; by a corpus's convention the tagger is alone, because
// it alone has learned what that corpus takes for a name.
import { normalized, withoutBlanks } from "../text/index.ts";
import { createContext } from "./context.ts";
import { settledNames } from "./extract.ts";
import { plainArticle } from "./plain-article.ts";
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

/** The names of a text by the guide and all extractors, by start, disjoint. Cost: `extractText`'s. */
export function nameText(text: string, resources: Resources): NamedSpan[] {
  const context = createContext(plainArticle(text), null, {}, resources);
  return settledNames([context]).names[0]!.map((candidate) => {
    const start = context.at[candidate.start]!;
    const end = context.at[candidate.end - 1]! + 1;
    return { start, end, type: candidate.type, name: withoutBlanks(text.slice(start, end)), score: candidate.score };
  });
}

/** The names of a text by the tagger alone, in its own convention, by start, disjoint. Cost: O(length). */
export function tagText(text: string, tagger: Tagger, resources: Resources): NamedSpan[] {
  const isGuide = tagger.convention === GUIDE;
  return tagger.tag(text).map(({ start, end, type, score }) => {
    const name = withoutBlanks(text.slice(start, end));
    // No corpus labels city clusters: the gazetteer tells them from other places.
    const isCluster = isGuide && resources.forms.get(normalized(name))?.some((known) => known.type === "city_cluster");
    return { start, end, type: isCluster ? "city_cluster" : type, name, score };
  });
}
