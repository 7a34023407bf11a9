// A text → its sentences and mentions. Pure: no disk, no clock, no randomness; the same text and resources give the same rows.
//
// For each article: context → extractors in the order of the registry → chains of places → longest name wins. Over all
// articles of the text: names found surely are looked up once more everywhere; then canonical names, layers and rows.
import type { Article } from "../articles/index.ts";
import { pageSpans } from "../articles/index.ts";
import type { Issue } from "../lib/issue.ts";
import type { Text } from "../stories/index.ts";
import { normalized, sentences as sentenceSpans, withoutBlanks } from "../text/index.ts";
import { type Candidate, resolveOverlaps } from "./candidates.ts";
import { canonicalName } from "./canonical.ts";
import { joinChains } from "./chains.ts";
import { calledByTitle, knownForms, repeatedNames } from "./consistency.ts";
import { type Context, createContext } from "./context.ts";
import { EXTRACTORS } from "./extractors.ts";
import { homeOfPaper, parseHome } from "./home.ts";
import type { Resources } from "./resources.ts";
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
  readonly decisions: Decision[];
  readonly issues: Issue[];
}

function candidatesOf(context: Context): Candidate[] {
  const found: Candidate[] = [];
  for (const extractor of EXTRACTORS) found.push(...extractor.run(context, found));
  return joinChains(found);
}

/** Kept candidates of every article of a text, by article. */
function settle(contexts: readonly Context[]): Candidate[][] {
  const all = contexts.map(candidatesOf);
  const first = contexts.map((context, i) => resolveOverlaps(all[i]!, context.text.length));
  const forms = new Map<string, ReturnType<typeof knownForms> extends Map<string, infer V> ? V : never>();
  contexts.forEach((context, i) => {
    for (const [form, known] of knownForms(context, first[i]!)) forms.set(form, [...(forms.get(form) ?? []), ...known]);
  });
  return contexts.map((context, i) => {
    const again = resolveOverlaps([...all[i]!, ...repeatedNames(context, forms)], context.text.length);
    return resolveOverlaps([...again, ...calledByTitle(context, again)], context.text.length);
  });
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
  context: Context,
  kept: readonly Candidate[],
  rows: readonly Sentence[],
  issues: Issue[],
): Mention[] {
  const { article, at } = context;
  const out: Mention[] = [];
  let sentence = 0;
  for (const candidate of kept) {
    const start = at[candidate.start]!;
    const end = at[candidate.end - 1]! + 1;
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
    const { name, rule } = canonicalName(context, candidate, kept);
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
      rule: name === surface ? null : (rule ?? "normal-form"),
      repair: null,
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
        reason: `${m.extractor}: ${m.surface} → ${m.name}`,
      });
  }
  return [...out.values()];
}

const printedOf = (text: Text): string => text.articles.map((article) => normalized(article.text)).join("\n");

/** Extracts one text. The paper's place is `text.place`, or what its name proves. */
export function extractText(text: Text, resources: Resources): Extraction {
  const fromPlace = parseHome(text.place, resources);
  const home = fromPlace.province ? fromPlace : homeOfPaper(text.paper, printedOf(text), resources);
  const issues: Issue[] = [];
  const contexts = text.articles.map((article) => createContext(article, text.paper, home, resources));
  const settled = settle(contexts);
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  contexts.forEach((context, i) => {
    const rows = sentenceRows(context.article);
    sentences.push(...rows);
    mentions.push(...mentionRows(context, settled[i]!, rows, issues));
  });
  const pageOf = new Map(text.articles.map((article) => [article.article, article.page]));
  return { sentences, mentions, decisions: decisionsOf(mentions, pageOf), issues };
}

/** `extractText` with its resources bound. */
export const createExtractor =
  (resources: Resources) =>
  (text: Text): Extraction =>
    extractText(text, resources);
