// Identity over all pages: pairs of occurrences of a gold entity (type, name) in two articles. A pair is right when the
// system gives both the same id, wrong when it gives one id to two gold entities. Pairwise F1.
import { type Prf, pairCount, prf } from "./tally.ts";

/** One matched entity of one article: the gold entity's key and the id that the system gave it. */
export interface Occurrence {
  readonly gold: string;
  readonly system: string;
}

export function identityOf(occurrences: readonly Occurrence[]): Prf {
  const tp = pairsWithin(occurrences.map(({ gold, system }) => `${gold}\u0000${system}`));
  const goldPairs = pairsWithin(occurrences.map(({ gold }) => gold));
  const systemPairs = pairsWithin(occurrences.map(({ system }) => system));
  return prf({ tp, fp: systemPairs - tp, fn: goldPairs - tp });
}

function pairsWithin(keys: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  let pairs = 0;
  for (const size of sizes.values()) pairs += pairCount(size);
  return pairs;
}
