// Persons in running text, by what speaks for a name in the whole: the log-linear model of name-features.ts.
//
//   score = 1 / (1 + exp(-Σ weight × value))          kept from THRESHOLD on; of overlapping spans the surest
//
// Weights are in data/gazetteer/name-weights.tsv; a feature without a row weighs nothing.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { type NameSpan, nameSpans } from "../name-candidates.ts";
import { nameFeatures } from "../name-features.ts";
import type { Extractor } from "./extractor.ts";

/** Chosen on held-out newspaper text so that more than nine of ten are right. */
const THRESHOLD = 0.55;
/** Sums of weights: what a neighbour in a list is worth, and from where on it counts as one. */
const IN_LIST = 2;
const SURE = 1;

function occurrences(context: Context, spans: readonly NameSpan[]): Map<string, number> {
  const starts = new Map<string, number>();
  const seen = new Set<number>();
  for (const { start, end } of spans) {
    // Families may share a span: it counts once.
    const key = start * 32 + (end - start);
    if (seen.has(key)) continue;
    seen.add(key);
    const word = context.text.slice(start, end);
    starts.set(word, (starts.get(word) ?? 0) + 1);
  }
  return starts;
}

function weigh(context: Context, span: NameSpan, count: number): number {
  let sum = 0;
  for (const [name, value] of nameFeatures(context, context.resources.nameUnits, span, count))
    sum += (context.resources.nameWeights.get(name) ?? 0) * value;
  return sum;
}

/** 、 behind a unit, also with a bracket between: 郑顺周(朝鲜族)、. The unit after it, or -1. */
function nextInList(text: string, end: number): number {
  if (text[end] === "、") return end + 1;
  if (text[end] !== "(") return -1;
  // A window, not the whole text: brackets that never close must cost nothing.
  const close = text.slice(end, end + 13).indexOf(")");
  return close > 0 && text[end + close + 1] === "、" ? end + close + 2 : -1;
}

/** A name beside a name in a list is a name: raises the sums of the neighbours of sure ones, from left and from right. */
function raiseInLists(context: Context, spans: readonly NameSpan[], sums: number[]): void {
  const follows = new Set<number>();
  spans.forEach(({ end }, i) => {
    const next = nextInList(context.text, end);
    if (next < 0) return;
    if (follows.has(spans[i]!.start)) sums[i]! += IN_LIST;
    if (sums[i]! > SURE) follows.add(next);
  });
  const sureStarts = new Set<number>();
  for (let i = spans.length - 1; i >= 0; i--) {
    const next = nextInList(context.text, spans[i]!.end);
    if (next >= 0 && sureStarts.has(next)) sums[i]! += IN_LIST;
    else if (next < 0 && follows.has(spans[i]!.start)) sums[i]! += IN_LIST;
    if (sums[i]! > SURE) sureStarts.add(spans[i]!.start);
  }
}

/** Keeps of overlapping candidates the surest; ties to the earlier, then the longer. */
function surest(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = [];
  for (const c of [...candidates].sort((a, b) => b.score - a.score || a.start - b.start || b.end - a.end)) {
    if (taken.subarray(c.start, c.end).includes(1)) continue;
    taken.fill(1, c.start, c.end);
    kept.push(c);
  }
  return kept;
}

export const namesExtractor: Extractor = {
  name: "names",
  summary: "names by their units, jieba's cut, both sides and repetition, weighed together",
  run: (context) => {
    const spans = nameSpans(context, context.resources.nameUnits);
    const counts = occurrences(context, spans);
    const found: Candidate[] = [];
    const sums = spans.map((span) => weigh(context, span, counts.get(context.text.slice(span.start, span.end)) ?? 1));
    raiseInLists(context, spans, sums);
    for (let i = 0; i < spans.length; i++) {
      const { start, end } = spans[i]!;
      const score = 1 / (1 + Math.exp(-sums[i]!));
      if (score < THRESHOLD) continue;
      // Three decimals: the same on every machine, whatever its last bit of exp.
      const rounded = Math.round(score * 1000) / 1000;
      found.push({ start, end, type: "person", name: null, score: rounded, extractor: "names", rule: null });
    }
    return surest(found, context.text.length);
  },
};
