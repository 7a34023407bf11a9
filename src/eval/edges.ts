// Edge figures: pairs of entities named in one article (rule 5 of the guide). micro: F1 of the sums over all articles;
// macro: mean of the articles' F1, over articles with at least one gold pair.
import { pairCount, type Tally } from "./tally.ts";

/** Pairs among matched, spurious and missed entities of one article: a pair is right when both its ends are. */
export function edgeTally(matched: number, spurious: number, missed: number): Tally {
  const tp = pairCount(matched);
  return { tp, fp: pairCount(matched + spurious) - tp, fn: pairCount(matched + missed) - tp };
}
