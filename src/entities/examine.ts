// Behind the names of a clean article: everything that was proposed, by whom, and what came to stand. For evaluation;
// a build's names are made of the same steps (extract.ts).
import type { Article } from "../articles/index.ts";
import { NO_WITNESSES, type Text } from "../stories/index.ts";
import type { Candidate } from "./candidates.ts";
import { canonicalName } from "./canonical.ts";
import type { Context } from "./context.ts";
import { contextsOf, settledNames } from "./extract.ts";
import { type ExtractOptions, parseWithout } from "./extractors.ts";
import { plainArticle } from "./plain-article.ts";
import { readArticle } from "./repair.ts";
import type { Resources } from "./resources.ts";
import type { EntityType } from "./types.ts";

/** A span that was proposed as a name of a type; offsets are UTF-16 units of the text as given. */
export interface ProposedName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** The extractors that proposed it, each once, in the order in which they did; never empty. */
  readonly voices: readonly string[];
}

export interface ExaminedName extends ProposedName {
  /** Canonical, as the article alone tells it. */
  readonly name: string;
  /** The extractor that the mention names: one of the voices. */
  readonly extractor: string;
  /** Confidence in [0, 1], three decimals. */
  readonly score: number;
}

/** Both by start; `names` are disjoint and among the proposed. */
export interface Examination {
  readonly names: readonly ExaminedName[];
  readonly proposed: readonly ProposedName[];
}

/** A clean text: its title, a line feed, its body, or the body alone. */
export interface CleanText {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly paper?: string;
  readonly place?: string;
}

const articleOf = ({ id, text, title = "" }: CleanText): Article =>
  plainArticle(text, { article: `${id}#a1`, page: id, title: text.startsWith(`${title}\n`) ? title : "" });

const keyOf = ({ start, end, type }: Candidate): string => `${start} ${end} ${type}`;

function proposedNames({ at }: Context, candidates: readonly Candidate[]): Map<string, ProposedName> {
  const byKey = new Map<string, ProposedName & { voices: string[] }>();
  for (const candidate of candidates) {
    const { start, end, type, extractor } = candidate;
    if (end <= start) continue;
    const name = byKey.get(keyOf(candidate)) ?? { start: at[start]!, end: at[end - 1]! + 1, type, voices: [] };
    if (!name.voices.includes(extractor)) name.voices.push(extractor);
    byKey.set(keyOf(candidate), name);
  }
  return byKey;
}

const byStart = (a: ProposedName, b: ProposedName): number => a.start - b.start || a.end - b.end;

/**
 * Clean text → what is found in it. Throws InputError when `without` names what is no extractor.
 * Cost: as `extractText`, relations aside.
 */
export function createExaminer(
  resources: Resources,
  { without = [] }: ExtractOptions = {},
): (text: CleanText) => Examination {
  const left = parseWithout(without);
  return (clean) => {
    const { id, paper = null, place = null } = clean;
    const text: Text = { text_id: id, articles: [articleOf(clean)], paper, place, date: null };
    const as = text.articles.map((article) => readArticle(article, NO_WITNESSES));
    const contexts = contextsOf(text, as, resources, left);
    const settled = settledNames(contexts, left);
    const proposed = proposedNames(contexts[0]!, settled.candidates[0]!);
    const names = settled.names[0]!.map((candidate): ExaminedName => {
      const { extractor, score } = candidate;
      const { name } = canonicalName(contexts[0]!, candidate);
      return { ...proposed.get(keyOf(candidate))!, name, extractor, score };
    });
    return { names, proposed: [...proposed.values()].sort(byStart) };
  };
}
