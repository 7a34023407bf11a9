// A text → its sentences and mentions. Pure: no disk, no clock, no randomness; the same text, witnesses and resources give
// the same rows.
//
// Names are looked for in the text as its witnesses let it be read (repair.ts); a row speaks of the printed text.
// For each article: context → extractors in the order of the registry → chains of places → the rivals whose votes
// sum to most (settle/). Over all articles of the text: names found surely are looked up once more everywhere and weighed with
// the rest; then canonical names, layers and rows.
import type { Article } from "../articles/index.ts";
import { pageSpans } from "../articles/index.ts";
import { append } from "../lib/append.ts";
import type { Issue } from "../lib/issue.ts";
import type { Span } from "../lib/span.ts";
import type { Text, Witnesses } from "../stories/index.ts";
import { normalized, sentences as sentenceSpans, withoutBlanks } from "../text/index.ts";
import type { Candidate } from "./candidates.ts";
import { canonicalName } from "./canonical.ts";
import { joinChains } from "./chains.ts";
import { calledByTitle, knownForms, repeatedNames } from "./consistency.ts";
import { type Context, createContext } from "./context.ts";
import {
  CONSISTENCY,
  EXTRACTORS,
  type ExtractOptions,
  NOTHING,
  parseWithout,
  TAGGER,
  type Without,
} from "./extractors.ts";
import { homeOfPaper, parseHome } from "./home.ts";
import { relationsOf } from "./relations/relations.ts";
import type { Relation } from "./relations/types.ts";
import { type ReadArticle, readArticle, repairOf } from "./repair.ts";
import type { Resources } from "./resources.ts";
import { settle } from "./settle/settle.ts";
import type { Layer, Mention, Sentence } from "./types.ts";

/** Why a name that differs from its surface was read so; a row of the table `decisions`. */
export interface Decision {
  readonly surface: string;
  readonly type: string;
  readonly page: string;
  /** `TYPE:NAME`. */
  readonly entity: string;
  readonly rule: string;
  readonly reason: string;
}

export interface Extraction {
  readonly sentences: Sentence[];
  /** By article as given, then by start. */
  readonly mentions: Mention[];
  /** By article as given, then by predicate, then in reading order. */
  readonly relations: Relation[];
  readonly decisions: Decision[];
  readonly issues: Issue[];
}

/** What the extractors propose for an article, overlapping. */
export function candidatesOf(context: Context, without: Without = NOTHING): Candidate[] {
  const found: Candidate[] = [];
  for (const extractor of EXTRACTORS) if (!without.has(extractor.name)) append(found, extractor.run(context, found));
  return joinChains(found, context.text);
}

/** What was proposed as names of each article, and those that stand; both by article. */
export interface Settled {
  readonly candidates: readonly (readonly Candidate[])[];
  readonly names: readonly (readonly Candidate[])[];
}

/** The names of every article of a text: once by themselves, then with the forms that the sure ones lend to the rest. */
export function settledNames(contexts: readonly Context[], without: Without = NOTHING): Settled {
  const candidates = contexts.map((context) => candidatesOf(context, without));
  const first = settle(contexts, candidates);
  if (without.has(CONSISTENCY)) return { candidates, names: first };
  const forms = knownForms(contexts, first);
  const lent = contexts.map((context, i) => [
    ...repeatedNames(context, forms, first[i]!),
    ...calledByTitle(context, first[i]!),
  ]);
  if (lent.every((names) => names.length === 0)) return { candidates, names: first };
  const more = candidates.map((own, i) => [...own, ...lent[i]!]);
  return { candidates: more, names: settle(contexts, more) };
}

function sentenceRows(article: Article): Sentence[] {
  return sentenceSpans(article.text).map(([start, end], sentence) => ({
    article: article.article,
    sentence,
    start,
    end,
    page_spans: pageSpans(article, start, end),
  }));
}

function layerOf(article: Article, start: number, end: number): Layer {
  if (article.kind === "masthead") return "masthead";
  return article.byline_spans.some(([from, to]) => start < to && from < end) ? "byline" : "content";
}

function mentionRows(
  article: Article,
  as: ReadArticle,
  context: Context,
  kept: readonly Candidate[],
  rows: readonly Sentence[],
  issues: Issue[],
): Mention[] {
  const { at } = context;
  const out: Mention[] = [];
  let sentence = 0;
  for (const candidate of kept) {
    const read: Span = [at[candidate.start]!, at[candidate.end - 1]! + 1];
    const [start, end] = [as.starts[read[0]]!, as.ends[read[1] - 1]!];
    while (sentence + 1 < rows.length && rows[sentence + 1]!.start <= start) sentence++;
    const surface = withoutBlanks(article.text.slice(start, end));
    const spans = pageSpans(article, start, end);
    if (spans.length === 0) {
      issues.push({
        page: article.page,
        article: article.article,
        code: "mention-not-printed",
        message: `"${surface}" at ${start} has no printed units; dropped.`,
        count: 1,
      });
      continue;
    }
    const { name, rule } = canonicalName(context, candidate);
    const repair = repairOf(as, ...read);
    out.push({
      article: article.article,
      sentence,
      type: candidate.type,
      name,
      surface,
      start,
      end,
      page_spans: spans,
      layer: layerOf(article, start, end),
      extractor: candidate.extractor,
      score: candidate.score,
      rule: name === surface ? null : repair !== null ? "repaired" : (rule ?? "normal-form"),
      repair,
    });
  }
  return out;
}

function decisionsOf(mentions: readonly Mention[], pageOf: ReadonlyMap<string, string>): Decision[] {
  const out = new Map<string, Decision>();
  for (const m of mentions) {
    if (m.rule === null) continue;
    const page = pageOf.get(m.article)!;
    const entity = `${m.type}:${m.name}`;
    const key = [page, m.surface, entity, m.rule].join("\u0000");
    if (!out.has(key))
      out.set(key, {
        surface: m.surface,
        type: m.type,
        page,
        entity,
        rule: m.rule,
        reason: `${m.extractor}: ${m.surface}${m.repair === null ? "" : ` (read as ${m.repair})`} → ${m.name}`,
      });
  }
  return [...out.values()];
}

const printedOf = (text: Text): string => text.articles.map((article) => normalized(article.text)).join("\n");

function repairIssue({ article }: ReadArticle, repairs: number, names: number): Issue {
  return {
    page: article.page,
    article: article.article,
    code: "characters-repaired",
    message: `read as other printings of the story have them: ${repairs} places, ${names} of them in names.`,
    count: repairs,
  };
}

/** The articles of a text as extractors see them. */
export function contextsOf(
  text: Text,
  as: readonly ReadArticle[],
  resources: Resources,
  without: Without = NOTHING,
): Context[] {
  const fromPlace = parseHome(text.place, resources);
  const home = fromPlace.province ? fromPlace : homeOfPaper(text.paper, printedOf(text), resources);
  const known = without.has(TAGGER) ? { ...resources, tagger: null } : resources;
  return as.map(({ article }) => createContext(article, text.paper, home, known));
}

/**
 * Extracts one text. The paper's place is `text.place`, or what its name proves. `witnesses` are the readings of the
 * text's other printings (stories/witness.ts), none for a text that is printed once.
 */
export function extractText(
  text: Text,
  witnesses: Witnesses,
  resources: Resources,
  without: Without = NOTHING,
): Extraction {
  const issues: Issue[] = [];
  const as = text.articles.map((article) => readArticle(article, witnesses));
  const contexts = contextsOf(text, as, resources, without);
  const settled = settledNames(contexts, without).names;
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  const relations: Relation[] = [];
  contexts.forEach((context, i) => {
    const article = text.articles[i]!;
    const rows = sentenceRows(article);
    const own = mentionRows(article, as[i]!, context, settled[i]!, rows, issues);
    append(sentences, rows);
    append(mentions, own);
    append(relations, relationsOf(context, article, as[i]!, own, rows));
    const { repairs } = as[i]!;
    if (repairs.length === 0) return;
    issues.push(repairIssue(as[i]!, repairs.length, own.filter(({ repair }) => repair !== null).length));
  });
  const pageOf = new Map(text.articles.map((article) => [article.article, article.page]));
  return { sentences, mentions, relations, decisions: decisionsOf(mentions, pageOf), issues };
}

/** `extractText` with its resources bound. Throws InputError when `without` names what is no extractor. */
export function createExtractor(
  resources: Resources,
  { without = [] }: ExtractOptions = {},
): (text: Text, witnesses: Witnesses) => Extraction {
  const left = parseWithout(without);
  return (text, witnesses) => extractText(text, witnesses, resources, left);
}
