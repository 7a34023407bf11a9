// Labels of other corpora → labels as the guide has them (data/gold/GUIDE.md), for the texts that the tagger learns from.
//
//     MSRA      乐安县|流舍村            two places         guide: one, the village (rule 1, the longest name wins)
//     MSRA      西藏自治区|商务厅         place and agency   one agency
//     MSRA      中|美 两国               one character      none
//     MSRA      中国 政府                a place            an agency with its place (PFR has it so)
//     PFR       市委, 安理会, 本报        nothing            agencies, where the gazetteer or the rules of short forms know them
//     all       《中小企业促进法》         nothing            a program, where the patterns of programs are sure
import { type Candidate, resolveOverlaps } from "../candidates.ts";
import { createContext } from "../context.ts";
import { gazetteerExtractor } from "../extractors/gazetteer.ts";
import { localExtractor } from "../extractors/local.ts";
import { programsExtractor } from "../extractors/programs.ts";
import { wholeWordsExtractor } from "../extractors/whole-words.ts";
import { plainArticle } from "../plain-article.ts";
import type { Name, Resources } from "../resources.ts";
import type { TaggedSpan } from "./tags.ts";

/** Finds of the extractors from here on are taken for true. */
const SURE = 0.75;

/** Whether two names that touch are one by the guide. A country does not swallow what lies abroad: 美国|中东, 日本|东京. */
function isOneName(left: TaggedSpan, right: TaggedSpan, text: string, resources: Resources): boolean {
  if (left.end !== right.start || left.type !== "place") return false;
  const upper = known(text, left, resources);
  const lower = known(text, right, resources);
  if (right.type === "agency") return !lower.some((name) => name.type === "agency" && name.kind === "agency");
  if (right.type !== "place") return false;
  const isCountry = upper.some((name) => name.kind === "country" || name.kind === "continent");
  if (!isCountry) return !lower.some((name) => name.kind === "country" || name.kind === "continent");
  return upper.some((name) => name.name === "中国") && lower.some((name) => /^(province|city|county)$/.test(name.kind));
}

const known = (text: string, { start, end }: TaggedSpan, resources: Resources): readonly Name[] =>
  resources.forms.get(text.slice(start, end)) ?? [];

/** Names of one character dropped, names that are one joined. In and out: disjoint, by start. */
export function joinedNames(text: string, spans: readonly TaggedSpan[], resources: Resources): TaggedSpan[] {
  const out: TaggedSpan[] = [];
  for (const span of spans) {
    if (span.end - span.start < 2) continue;
    const last = out.at(-1);
    if (last && isOneName(last, span, text, resources))
      out[out.length - 1] = { start: last.start, end: span.end, type: span.type };
    else out.push(span);
  }
  return out;
}

/** 中国政府, but not 中国政府军: a government is no part of what goes on behind it. */
const GOVERNMENT = /^(?:人民)?政府(?![军首采机信特网间])/;

/** Places with the government behind them are agencies. In and out: disjoint, by start. */
export function withGovernments(text: string, spans: readonly TaggedSpan[]): TaggedSpan[] {
  return spans.map((span, i) => {
    const match = span.type === "place" ? GOVERNMENT.exec(text.slice(span.end, span.end + 5)) : null;
    const end = span.end + (match?.[0].length ?? 0);
    return match && end <= (spans[i + 1]?.start ?? text.length) ? { start: span.start, end, type: "agency" } : span;
  });
}

/** What the corpora leave out: programs where the extractor of programs is sure, and agencies that the gazetteer knows or that are short for the paper's own. */
export interface Missing {
  readonly programs: TaggedSpan[];
  readonly agencies: TaggedSpan[];
}

/** In units of `text`, each list disjoint and by start. Cost: jieba's. */
export function missingNames(text: string, resources: Resources): Missing {
  const context = createContext(plainArticle(text), null, {}, resources);
  const found: Candidate[] = [];
  for (const extractor of [gazetteerExtractor, wholeWordsExtractor, localExtractor, programsExtractor])
    found.push(...extractor.run(context, found));
  const sure = found.filter(({ score }) => score >= SURE);
  const spans = (type: "program" | "agency"): TaggedSpan[] =>
    resolveOverlaps(
      sure.filter((candidate) => candidate.type === type),
      context.text.length,
    ).map(({ start, end }) => ({ start: context.at[start]!, end: context.at[end - 1]! + 1, type }));
  return { programs: spans("program"), agencies: spans("agency") };
}

const overlap = (a: TaggedSpan, b: TaggedSpan): boolean => a.start < b.end && b.start < a.end;

/**
 * A text's labels by the guide. A program swallows the names inside it; a name that crosses its border is kept and the program
 * not. Agencies are added where nothing else is.
 */
export function toGuide(text: string, spans: readonly TaggedSpan[], resources: Resources): TaggedSpan[] {
  const names = withGovernments(text, joinedNames(text, spans, resources));
  const missing = missingNames(text, resources);
  const programs = missing.programs.filter((program) =>
    names.every(
      (name) =>
        !overlap(name, program) ||
        (name.start >= program.start && name.end <= program.end && name.end - name.start < program.end - program.start),
    ),
  );
  const kept = [...names.filter((name) => !programs.some((program) => overlap(name, program))), ...programs];
  const agencies = missing.agencies.filter((agency) => !kept.some((other) => overlap(agency, other)));
  return [...kept, ...agencies].sort((a, b) => a.start - b.start);
}
