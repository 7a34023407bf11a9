// Sources → a model with its figures: what `wenmai train` does. Pure.
import { type Effects, SILENT_EFFECTS } from "../../lib/effects.ts";
import type { Resources } from "../resources.ts";
import { countedUnits, createAlphabet } from "./alphabet.ts";
import { compileTexts, createSignTable, type LabelledText, type Observer } from "./compile.ts";
import { type Figures, measure, namesOf } from "./figures.ts";
import { freezeFields, learnedOf } from "./freeze.ts";
import { WORD_CODES, type Words, wordCodes } from "./known-words.ts";
import type { ModelRecord, TaggerModel } from "./model.ts";
import { toGuide } from "./recode.ts";
import { heldBack, type Source, type SourceText } from "./sources.ts";
import { createTagger } from "./tagger.ts";
import { GUIDE, TAGGED_TYPES } from "./tags.ts";
import { DEFAULT_TRAIN_OPTIONS, type TrainOptions, trainField } from "./train.ts";

export interface FitOptions extends TrainOptions {
  /** So many fields are trained, each with a seed of its own, and their weights averaged: two are .4 F better than one. */
  readonly fields: number;
  /** Units, pairs and triples of characters and words that occur less often are not looked at. */
  readonly leastUnits: number;
  readonly leastPairs: number;
  readonly leastTriples: number;
  readonly leastWords: number;
  /** Weights below this, in nats, are left out of the model. */
  readonly leastWeight: number;
  /** Whether to learn the guide's convention too, from all sources. */
  readonly guide: boolean;
}

export const DEFAULT_FIT_OPTIONS: FitOptions = {
  ...DEFAULT_TRAIN_OPTIONS,
  fields: 2,
  leastUnits: 2,
  leastPairs: 2,
  leastTriples: 2,
  leastWords: 2,
  leastWeight: 0.03,
  guide: true,
};

const ALL_TYPES = TAGGED_TYPES.length;
/** What corpora label; programs are the guide's alone. */
const CORPUS_TYPES = 3;

/** A source's texts as a convention has them, those to learn from and those kept back. */
export interface Lessons {
  readonly convention: string;
  readonly types: number;
  readonly learn: readonly SourceText[];
  readonly held: readonly SourceText[];
}

/** Texts that were labelled by the guide itself are learned so many times: they are few, and truer than what is recoded. */
const GUIDE_COPIES = 3;

/**
 * The sources as they are, and before them all of them by the guide: recoded, but for those that were labelled by it. Cost:
 * jieba's, for the guide.
 */
export function lessonsOf(sources: readonly Source[], resources: Resources, guide: boolean): Lessons[] {
  const conventions = [...new Set(sources.map(({ convention }) => convention))].filter((name) => name !== GUIDE);
  const heldDocs = new Set(sources.filter(({ convention }) => convention !== GUIDE).flatMap(heldArticles));
  const lessons = [...conventions, GUIDE].map((convention) => {
    const own = sources.filter((source) => source.convention === convention);
    const learn: SourceText[] = [];
    const held: SourceText[] = [];
    for (const { texts } of own) {
      const back = heldBack(texts);
      texts.forEach((text, i) => {
        const isHeld = back[i] || (convention === GUIDE && text.doc !== null && heldDocs.has(text.doc));
        (isHeld ? held : learn).push(text);
      });
    }
    const types = own.some(({ texts }) => texts.some(({ spans }) => spans.some(({ type }) => type === "program")))
      ? ALL_TYPES
      : CORPUS_TYPES;
    return { convention, types, learn, held };
  });
  const own = lessons.pop()!;
  if (!guide) return lessons;
  const recoded = (texts: readonly SourceText[]): SourceText[] =>
    texts.map((text) => ({ ...text, spans: toGuide(text.text, text.spans, resources) }));
  return [
    {
      convention: GUIDE,
      types: ALL_TYPES,
      learn: [...recoded(lessons.flatMap(({ learn }) => learn)), ...new Array(GUIDE_COPIES).fill(own.learn).flat()],
      held: [...recoded(lessons.flatMap(({ held }) => held)), ...own.held],
    },
    ...lessons,
  ];
}

/** Articles of which a source keeps texts back: what the guide labels of them is kept back too. */
function heldArticles({ texts }: Source): string[] {
  const back = heldBack(texts);
  return texts.flatMap(({ doc }, i) => (back[i] && doc !== null ? [doc] : []));
}

/** Trains on the texts to learn from, or, with `everything`, on those kept back too. */
export function fitModel(
  lessons: readonly Lessons[],
  words: Words,
  options: FitOptions,
  record: Omit<ModelRecord, "conventions">,
  everything = false,
  effects: Effects = SILENT_EFFECTS,
): TaggerModel {
  const texts: LabelledText[] = lessons.flatMap(({ learn, held }, convention) =>
    (everything ? [...learn, ...held] : learn).map(({ text, spans }) => ({ text, spans, convention })),
  );
  // The guide's lessons are the sources' texts over again.
  const once = new Set(texts.map(({ text }) => text));
  const alphabet = createAlphabet(countedUnits(once, options.leastUnits));
  const observe: Observer = (line, out) => wordCodes(words, line, out);
  const { leastPairs, leastTriples, leastWords } = options;
  const table = createSignTable(alphabet, WORD_CODES, observe, once, [leastPairs, leastTriples, leastWords]);
  const compiled = compileTexts(table, observe, texts);
  const types = lessons.map((lesson) => lesson.types);
  const fields = Array.from({ length: options.fields }, (_, i) =>
    learnedOf(trainField(table, types, compiled, { ...options, seed: options.seed + i }, effects)),
  );
  const conventions = lessons.map(({ convention, types }) => ({ name: convention, types }));
  return freezeFields(fields, { ...record, conventions }, options.leastWeight);
}

/** By convention, the figures on the texts kept back. */
export function measureModel(model: TaggerModel, words: Words, lessons: readonly Lessons[]): Record<string, Figures> {
  return Object.fromEntries(
    lessons.map(({ convention, learn, held }) => [
      convention,
      measure(createTagger(model, words, convention), held, namesOf(learn)),
    ]),
  );
}

/** A model and how it was made, for its record. */
export interface Trained {
  readonly model: TaggerModel;
  /** By convention, on the texts kept back. */
  readonly figures: Readonly<Record<string, Figures>>;
}

const NOTICE =
  "Weights learned from labelled texts of others, whose terms are in data/model/README.md; not under the licence of the code.";

/**
 * Trains, measures on the texts kept back and, with `everything`, trains once more with these too: the model that is returned
 * has then seen all, the figures are of the one before.
 */
export function trainTagger(
  sources: readonly Source[],
  words: Words,
  resources: Resources,
  options: FitOptions,
  everything = false,
  effects: Effects = SILENT_EFFECTS,
): Trained {
  const lessons = lessonsOf(sources, resources, options.guide);
  const record = {
    notice: NOTICE,
    options: { ...options },
    sources: sources.map(({ file, texts }) => ({
      file,
      texts: texts.length,
      characters: texts.reduce((sum, { text }) => sum + text.length, 0),
      names: texts.reduce((sum, { spans }) => sum + spans.length, 0),
    })),
    everything,
  };
  const first = fitModel(lessons, words, options, record, false, effects);
  const figures = measureModel(first, words, lessons);
  const model = everything ? fitModel(lessons, words, options, record, true, effects) : first;
  return { model: { ...model, record: { ...model.record, figures: rounded(figures) } }, figures };
}

/** Four decimals: what is behind them is chance. */
const rounded = (figures: Readonly<Record<string, Figures>>): unknown =>
  JSON.parse(
    JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value)),
  );
