// Which stretch reads on in which: the search that a column break, a picture or another article in between makes necessary.
//
// Every end that may go on meets every later beginning that may be its continuation; evidence adds up to a score; the best
// pairs are taken first, each end and each beginning once. Evidence: nearness, a word cut in two, open quotes and brackets,
// the numbers of a document's headings, shared rare words.
import {
  type Grams,
  gramsOf,
  headingNumber,
  openMarks,
  similarity,
  unopenedMarks,
  type Vocabulary,
  wordAcross,
} from "./cohesion.ts";
import { type Flow, type Stretch, stopsMidSentence } from "./flow.ts";

export interface Join {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Ends look only so far ahead; fewer on pages of very many stretches, so that time stays near linear. */
const REACH = 40;
const REACH_LONG = 4;
const LONG = 400;
/** A pair below this is no join. Neighbours without contrary evidence lie above, strangers need two kinds of evidence. */
const THRESHOLD = 1;
const WINDOW = 600;

/** Sorted by `from`. Cost: O(stretches × reach × window). */
export function joinStretches(flow: Flow, vocabulary: Vocabulary): Join[] {
  const { stretches } = flow;
  const reach = stretches.length > LONG ? REACH_LONG : REACH;
  const headed = new Set(
    flow.headings.filter((group) => !group.pointer && group.before < group.after).map((g) => g.after),
  );
  const sides = stretches.map((stretch) => sideOf(stretch, headed.has(stretch.index), vocabulary));
  const candidates: Join[] = [];
  stretches.forEach((left, i) => {
    if (left.closed) return;
    for (let j = i + 1; j < stretches.length && j <= i + reach; j++) {
      if (stretches[j]!.start !== "open") continue;
      const score = scoreJoin(sides, i, j, vocabulary);
      if (score >= THRESHOLD) candidates.push({ from: i, to: j, score });
    }
  });
  return takeBest(candidates);
}

function takeBest(candidates: Join[]): Join[] {
  candidates.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  const ends = new Set<number>();
  const starts = new Set<number>();
  const taken: Join[] = [];
  for (const join of candidates) {
    if (ends.has(join.from) || starts.has(join.to)) continue;
    ends.add(join.from);
    starts.add(join.to);
    taken.push(join);
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** What the search needs of a stretch, computed once. */
interface Side {
  /** A heading stands between it and the stretch above. */
  readonly isHeaded: boolean;
  readonly likely: number | undefined;
  readonly firstBlock: string;
  readonly lastBlock: string;
  readonly midSentence: boolean;
  readonly headGrams: Grams;
  readonly tailGrams: Grams;
  readonly firstNumber: ReturnType<typeof headingNumber>;
  readonly lastNumber: ReturnType<typeof headingNumber>;
}

function sideOf(stretch: Stretch, isHeaded: boolean, vocabulary: Vocabulary): Side {
  const text = stretch.blocks.map((block) => block.squeezed).join("");
  const numbers = stretch.blocks.map((block) => headingNumber(block.squeezed)).filter((number) => number !== null);
  const last = stretch.blocks.at(-1)!;
  return {
    isHeaded,
    likely: stretch.likely,
    firstBlock: stretch.blocks[0]!.squeezed,
    lastBlock: last.squeezed,
    midSentence: last.role === "text" && stopsMidSentence(last.squeezed),
    headGrams: gramsOf(text.slice(0, WINDOW), vocabulary),
    tailGrams: gramsOf(text.slice(-WINDOW), vocabulary),
    firstNumber: numbers[0] ?? null,
    lastNumber: numbers.at(-1) ?? null,
  };
}

function scoreJoin(sides: readonly Side[], i: number, j: number, vocabulary: Vocabulary): number {
  const left = sides[i]!;
  const right = sides[j]!;
  return (
    nearness(left, right, i, j) +
    marksEvidence(left, right) +
    numberEvidence(left, right) +
    wordEvidence(left, right) +
    Math.min(2, similarity(left.tailGrams, right.headGrams, vocabulary) * 12)
  );
}

function nearness(left: Side, right: Side, i: number, j: number): number {
  if (right.likely === i) return 1.2;
  if (right.likely !== undefined) return -1;
  if (j > i + 1) return left.midSentence ? -0.05 * (j - i) : -0.5 - 0.05 * (j - i);
  return right.isHeaded ? 1 : 2.2;
}

/** Quotes and brackets that the left side leaves open should be closed on the right, and the other way round. */
function marksEvidence(left: Side, right: Side): number {
  const open = openMarks(left.lastBlock.slice(-300));
  const closed = unopenedMarks(right.firstBlock.slice(0, 300));
  if (closed !== "" && open.endsWith(closed[0]!)) return 2.5;
  // A scan may have lost the mark between: "(以下简称“中核华" + "铀)办公区".
  if (closed !== "" && open.includes(closed[0]!)) return 1.5;
  if (closed !== "") return -3;
  return open !== "" && right.firstBlock.length > 40 ? -0.7 : 0;
}

function numberEvidence(left: Side, right: Side): number {
  if (!left.lastNumber || !right.firstNumber || left.lastNumber.series !== right.firstNumber.series) return 0;
  if (right.firstNumber.value === left.lastNumber.value + 1) return 2;
  return right.firstNumber.value === 1 ? 0 : -1.5;
}

/** A word across the join; nothing is asked of an end that stands at a sentence's end. */
const wordEvidence = (left: Side, right: Side): number =>
  left.midSentence && wordAcross(left.lastBlock, right.firstBlock) ? 1.2 : 0;
