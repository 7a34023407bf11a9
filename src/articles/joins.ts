// Which stretch reads on in which: the search that a column break, a picture or another article in between makes necessary.
//
// Every end that may go on meets every beginning that may be gone on to; evidence adds up to the log-odds that they are one
// text; the joins are chosen together (assignment.ts), with “goes on nowhere on this page” as a choice of score 0.
//
//        end \ beginning    …的重要载 │ 体、人民…   参与”邹… │ 昭通日报讯…
//        …重要载                      9.1              -2.3        (begins anew)
//        …让市民主动                 -4.0               7.7
//
// Most telling is a character language model over the join, as a ratio: how much likelier the first characters are after
// this end than at the beginning of a sentence. Raw likelihood would prefer set openings.
import { type Head, headOf, type LanguageModel, logRatio, type Tail, tailOf } from "../text/index.ts";
import { bestJoins } from "./assignment.ts";
import { type Grams, headingNumber, openMarks, unopenedMarks, type Vocabulary } from "./cohesion.ts";
import { type Flow, type Stretch, stopsMidSentence } from "./flow.ts";
import { COMMA, type EvidenceName, JOIN_WEIGHTS } from "./weights.ts";

/** What spoke for and against a join: each kind's part of the log-odds, in nats. */
export type Evidence = Readonly<Partial<Record<EvidenceName, number>>>;

export interface Join {
  readonly from: number;
  readonly to: number;
  /** Log-odds that the one reads on in the other, in nats; above 0. */
  readonly score: number;
  readonly evidence: Evidence;
}

/** Ends look only so far around; less far on pages of very many stretches, so that time stays near linear. */
const REACH = 60;
const REACH_LONG = 4;
const LONG = 400;
const WINDOW = 600;

/** Sorted by `from`. Cost: O(stretches × reach × window). */
export function joinStretches(flow: Flow, vocabulary: Vocabulary, model: LanguageModel): Join[] {
  const { stretches } = flow;
  const reach = stretches.length > LONG ? REACH_LONG : REACH;
  const headed = new Set(
    flow.headings.filter((group) => !group.pointer && group.before < group.after).map((g) => g.after),
  );
  const sides = stretches.map((stretch) => sideOf(stretch, headed.has(stretch.index), vocabulary, model));
  const candidates: Candidate[] = [];
  stretches.forEach((left, from) => {
    if (left.closed) return;
    for (let to = Math.max(0, from - reach); to < stretches.length && to <= from + reach; to++) {
      if (to === from || stretches[to]!.start !== "open") continue;
      const values = evidenceOf(sides, from, to, vocabulary, model);
      const score = logOdds(values);
      if (score > 0) candidates.push({ from, to, score, values });
    }
  });
  return bestJoins(candidates).map(({ from, to, score, values }) => ({ from, to, score, evidence: weighed(values) }));
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly values: EvidenceValues;
}

/** What is measured of a pair, before it is weighed; absent is 0. */
type EvidenceValues = Partial<Record<EvidenceName, number>>;

function logOdds(values: EvidenceValues): number {
  let sum = JOIN_WEIGHTS.bias;
  for (const name in values) sum += values[name as EvidenceName]! * JOIN_WEIGHTS[name as EvidenceName];
  return sum;
}

const weighed = (values: EvidenceValues): Evidence =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, round(value * JOIN_WEIGHTS[name as EvidenceName])]),
  );
const round = (value: number): number => Math.round(value * 100) / 100;

/** What the search needs of a stretch, computed once. */
interface Side {
  /** A heading stands between it and the stretch above. */
  readonly isHeaded: boolean;
  readonly likely: number | undefined;
  readonly midSentence: boolean;
  readonly tail: Tail;
  readonly head: Head;
  /** Begins with a mark that no sentence begins with. */
  readonly beginsInside: boolean;
  /** Marks left open at the end; marks closed at the beginning that nothing opened. */
  readonly open: string;
  readonly unopened: string;
  readonly isLong: boolean;
  readonly headGrams: Grams;
  readonly tailGrams: Grams;
  readonly firstNumber: ReturnType<typeof headingNumber>;
  readonly lastNumber: ReturnType<typeof headingNumber>;
  /** Whether commas are full-width; undefined where there is none. */
  readonly fullWidth: boolean | undefined;
}

function sideOf(stretch: Stretch, isHeaded: boolean, vocabulary: Vocabulary, model: LanguageModel): Side {
  const { blocks } = stretch;
  const numbers = blocks.map((block) => headingNumber(block.squeezed)).filter((number) => number !== null);
  const first = blocks[0]!.squeezed;
  const last = blocks.at(-1)!;
  const comma = COMMA.exec(first.slice(0, 200)) ?? COMMA.exec(last.squeezed.slice(-200));
  return {
    isHeaded,
    likely: stretch.likely,
    midSentence: last.role === "text" && stopsMidSentence(last.squeezed),
    tail: tailOf(model, last.squeezed),
    head: headOf(model, first),
    beginsInside: /^[，,、；;：:。．！？!?%％）)”’》」』]/u.test(first),
    open: openMarks(last.squeezed.slice(-300)),
    unopened: unopenedMarks(first.slice(0, 300)),
    isLong: first.length > 40,
    headGrams: vocabulary.grams(headText(blocks)),
    tailGrams: vocabulary.grams(tailText(blocks)),
    firstNumber: numbers[0] ?? null,
    lastNumber: numbers.at(-1) ?? null,
    fullWidth: comma ? comma[0] === "，" : undefined,
  };
}

function headText(blocks: Stretch["blocks"]): string {
  let text = "";
  for (let k = 0; k < blocks.length && text.length < WINDOW; k++) text += blocks[k]!.squeezed;
  return text.slice(0, WINDOW);
}

function tailText(blocks: Stretch["blocks"]): string {
  let text = "";
  for (let k = blocks.length - 1; k >= 0 && text.length < WINDOW; k--) text = blocks[k]!.squeezed + text;
  return text.slice(-WINDOW);
}

/** Likelihood ratios beyond these say no more: a rare name in the head would drown everything else. */
const LEAST_RATIO = -3;
const LARGEST_RATIO = 12;

function evidenceOf(
  sides: readonly Side[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
  model: LanguageModel,
): EvidenceValues {
  const left = sides[from]!;
  const right = sides[to]!;
  const values: EvidenceValues = {};
  addPlace(values, left, right, from, to);
  addMarks(values, left, right);
  addNumbers(values, left, right);
  if (left.midSentence) {
    values.midSentence = 1;
    values.reading = Math.max(LEAST_RATIO, Math.min(LARGEST_RATIO, logRatio(model, left.tail, right.head)));
  }
  if (left.fullWidth !== undefined && right.fullWidth !== undefined && left.fullWidth !== right.fullWidth)
    values.otherMarks = 1;
  values.words = Math.min(0.25, vocabulary.similarity(left.tailGrams, right.headGrams));
  return values;
}

function addPlace(values: EvidenceValues, left: Side, right: Side, from: number, to: number): void {
  if (right.likely === from) values[left.midSentence ? "likelyOpen" : "likely"] = 1;
  else if (right.likely !== undefined) values.unlikely = 1;
  else if (to === from + 1) values[right.isHeaded ? "belowHeading" : left.midSentence ? "next" : "nextParagraph"] = 1;
  else if (to < from) values.backward = 1;
  else values.away = Math.log2(to - from);
}

/** Quotes and brackets that the left side leaves open should be closed on the right, and the other way round. */
function addMarks(values: EvidenceValues, left: Side, right: Side): void {
  if (right.beginsInside) values[left.midSentence ? "beginsInside" : "beginsInsideAfterEnd"] = 1;
  if (right.unopened !== "") {
    if (left.open.endsWith(right.unopened[0]!)) values.closes = 1;
    // A scan may have lost the mark between: "(以下简称“中核华" + "铀)办公区".
    else if (left.open.includes(right.unopened[0]!)) values.closesOuter = 1;
    else values.closesNothing = 1;
  } else if (left.open !== "" && right.isLong) values.leavesOpen = 1;
}

function addNumbers(values: EvidenceValues, left: Side, right: Side): void {
  if (!left.lastNumber || !right.firstNumber || left.lastNumber.series !== right.firstNumber.series) return;
  if (right.firstNumber.value === left.lastNumber.value + 1) values.nextNumber = 1;
  else if (right.firstNumber.value !== 1) values.otherNumber = 1;
}
