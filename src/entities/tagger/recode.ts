// Labels of other corpora → labels as the guide has them (data/gold/GUIDE.md), for the texts that the tagger learns from.
//
//     MSRA      乐安县|流舍村            two places         guide: one, the village (rule 1, the longest name wins)
//     MSRA      西藏自治区|商务厅         place and agency   one agency
//     MSRA      中|美 两国               one character      none
//     all       《中小企业促进法》         nothing            a program, where the patterns of programs are sure
//
// Not recoded: what a corpus leaves out altogether.
import type { Article } from "../../articles/index.ts";
import { type Candidate, resolveOverlaps } from "../candidates.ts";
import { createContext } from "../context.ts";
import { gazetteerExtractor } from "../extractors/gazetteer.ts";
import { programsExtractor } from "../extractors/programs.ts";
import type { Name, Resources } from "../resources.ts";
import type { TaggedSpan } from "./tags.ts";

/** Programs from here on are taken for true. */
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

/** Where the extractor of programs is sure, in units of `text`. Cost: jieba's. */
export function surePrograms(text: string, resources: Resources): TaggedSpan[] {
  const context = createContext(articleOf(text), null, {}, resources);
  const known = gazetteerExtractor.run(context, []);
  const found: Candidate[] = [...known, ...programsExtractor.run(context, known)].filter(
    ({ type, score }) => type === "program" && score >= SURE,
  );
  return resolveOverlaps(found, context.text.length).map(({ start, end }) => ({
    start: context.at[start]!,
    end: context.at[end - 1]! + 1,
    type: "program",
  }));
}

const articleOf = (text: string): Article => ({
  article: "",
  page: "",
  ordinal: 1,
  kind: "report",
  title: "",
  byline: null,
  dateline: null,
  text,
  map: [],
  byline_spans: [],
  pieces: [],
  continued_from: null,
  continued_to: null,
  confidence: 1,
  joins: [],
});

/** A text's labels by the guide. A program swallows the names inside it; a name that crosses its border is kept and the program not. */
export function toGuide(text: string, spans: readonly TaggedSpan[], resources: Resources): TaggedSpan[] {
  const names = joinedNames(text, spans, resources);
  const programs = surePrograms(text, resources).filter((program) =>
    names.every(
      (name) =>
        name.end <= program.start ||
        name.start >= program.end ||
        (name.start >= program.start && name.end <= program.end && name.end - name.start < program.end - program.start),
    ),
  );
  const outside = names.filter((name) => programs.every((p) => name.end <= p.start || name.start >= p.end));
  return [...outside, ...programs].sort((a, b) => a.start - b.start);
}
