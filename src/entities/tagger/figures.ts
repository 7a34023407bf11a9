// How well a tagger finds the names of labelled texts: exact spans and types.
import type { SourceText } from "./sources.ts";
import type { Tagger } from "./tagger.ts";
import { TAGGED_TYPES, type TaggedSpan } from "./tags.ts";

export interface Figure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  /** Of the names that the texts of training do not hold with that type; null where there are none. */
  readonly unseenRecall: number | null;
  readonly unseen: number;
}

/** By type, and "all". Shares in [0, 1]. */
export type Figures = Readonly<Record<string, Figure>>;

interface Tally {
  found: number;
  gold: number;
  right: number;
  unseen: number;
  unseenRight: number;
}

const nameOf = (text: string, { start, end, type }: TaggedSpan): string => `${type}:${text.slice(start, end)}`;

/** The names of texts, for `measure`'s `seen`. */
export const namesOf = (texts: readonly SourceText[]): Set<string> =>
  new Set(texts.flatMap(({ text, spans }) => spans.map((span) => nameOf(text, span))));

export function measure(tagger: Pick<Tagger, "tag">, texts: readonly SourceText[], seen: ReadonlySet<string>): Figures {
  const tallies = new Map<string, Tally>(
    [...TAGGED_TYPES, "all"].map((type) => [type, { found: 0, gold: 0, right: 0, unseen: 0, unseenRight: 0 }]),
  );
  const count = (type: string, add: Partial<Tally>): void => {
    for (const tally of [tallies.get(type)!, tallies.get("all")!])
      for (const [key, n] of Object.entries(add)) tally[key as keyof Tally] += n;
  };
  const keyOf = ({ start, end, type }: TaggedSpan): string => `${start} ${end} ${type}`;
  for (const { text, spans } of texts) {
    const found = tagger.tag(text);
    const keys = new Set(found.map(keyOf));
    for (const { type } of found) count(type, { found: 1 });
    for (const span of spans) {
      const right = Number(keys.has(keyOf(span)));
      const unseen = Number(!seen.has(nameOf(text, span)));
      count(span.type, { gold: 1, right, unseen, unseenRight: unseen * right });
    }
  }
  return Object.fromEntries(
    [...tallies].filter(([, { gold, found }]) => gold + found > 0).map(([type, tally]) => [type, figureOf(tally)]),
  );
}

function figureOf({ found, gold, right, unseen, unseenRight }: Tally): Figure {
  return {
    precision: found === 0 ? 0 : right / found,
    recall: gold === 0 ? 0 : right / gold,
    f1: found + gold === 0 ? 0 : (2 * right) / (found + gold),
    gold,
    unseenRecall: unseen === 0 ? null : unseenRight / unseen,
    unseen,
  };
}
