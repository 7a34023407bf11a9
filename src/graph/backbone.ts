// The backbone: the ties that are drawn at first. Everything else is one click away, and the ledger says how many.
//
// Kept are, each under the first of these rules that holds,
//   significant  ties beyond chance, q ≤ 0.05 (weights.ts); two stories at least
//   disparity    ties that weigh more in the company of one of their ends than an even spread would give it (disparity
//                filter, Serrano, Boguñá & Vespignani 2009, "Extracting the multiscale backbone of complex weighted
//                networks"), α ≤ 0.05, with a floor of evidence (`hasWitnesses`). So the ties of hubs stay: two that
//                are named everywhere meet no more often than by chance, and still are each other's company
//   repeated     in a project of too few stories to test (testing.ts) that floor alone
//   company      each entity's two strongest ties, so that nobody is without company
//   bridge       what more is needed so that nothing connected falls apart: a maximum spanning forest (Kruskal 1956)
// Hubs are never deleted; the paper's own city is what a reader looks for.
// Rejected: a cut by percentile (depends on the corpus' size) and the disparity filter alone (cuts whole articles off).

/** Why a tie is of the backbone: a code that `edges` keeps. */
export type BackboneRule = (typeof BACKBONE_RULES)[number];

export const BACKBONE_RULES = ["significant", "disparity", "repeated", "company", "bridge"] as const;

/** One tie of the content layer, as much of it as the choice needs. */
export interface BackboneTie {
  /** Numbers of the two entities, in [0, size). */
  readonly source: number;
  readonly target: number;
  readonly stories: number;
  /** The most sentences that name both in one text: a reprint adds none. */
  readonly sentences: number;
  /** False-discovery rate; null where the project is too small to test. */
  readonly q: number | null;
  /** Of the disparity filter, the smaller of its two ends'. */
  readonly alpha: number;
}

/** Among ten ties that pass, at most half a one may be chance. */
export const MAX_Q = 0.05;

export const MAX_ALPHA = 0.05;

/** Strongest ties that each entity keeps. */
export const COMPANY = 2;

/** Sentences of one text that name both: enough to be no passing mention. */
export const MIN_SENTENCES = 3;

/** The floor of evidence: two stories, or one text that comes back to the pair. Reprints are no further witnesses. */
export const hasWitnesses = ({ stories, sentences }: Pick<BackboneTie, "stories" | "sentences">): boolean =>
  stories >= 2 || sentences >= MIN_SENTENCES;

/**
 * How probable it is that one of an entity's `ties` weighs as much or more, were its `strength` spread at random over
 * them: (1 − weight/strength)^(ties − 1), in [0, 1]. 1 for the only tie: with nothing to compare it proves nothing.
 */
export const disparity = (weight: number, { ties, strength }: { ties: number; strength: number }): number =>
  (1 - weight / strength) ** (ties - 1);

/** The rule under which a tie speaks for itself; null when only its place among others may keep it. */
export function ownRule(tie: Omit<BackboneTie, "source" | "target">, tested: boolean): BackboneRule | null {
  if (!tested) return hasWitnesses(tie) ? "repeated" : null;
  if (tie.q !== null && tie.q <= MAX_Q) return "significant";
  return tie.alpha <= MAX_ALPHA && hasWitnesses(tie) ? "disparity" : null;
}

/**
 * A function that answers, for ties handed to it strongest first, under which rule each is of the backbone; null if it
 * is not. One pass over any number of ties, memory only for the `size` entities. Depends on the order of the ties alone.
 */
export function createBackbone(size: number, tested: boolean): (tie: BackboneTie) => BackboneRule | null {
  const degrees = new Uint8Array(size);
  const sets = createSets(size);
  return (tie) => {
    const { source, target } = tie;
    const joins = sets.join(source, target);
    const isCompany = degrees[source]! < COMPANY || degrees[target]! < COMPANY;
    if (degrees[source]! < COMPANY) degrees[source]!++;
    if (degrees[target]! < COMPANY) degrees[target]!++;
    return ownRule(tie, tested) ?? (isCompany ? "company" : joins ? "bridge" : null);
  };
}

export interface DisjointSets {
  find(item: number): number;
  /** Joins two sets; false when they were one already. */
  join(a: number, b: number): boolean;
}

/** Union–find with path halving (Tarjan & van Leeuwen 1984). */
export function createSets(size: number): DisjointSets {
  const parents = Int32Array.from({ length: size }, (_, i) => i);
  const find = (start: number): number => {
    let item = start;
    while (parents[item] !== item) {
      parents[item] = parents[parents[item]!]!;
      item = parents[item]!;
    }
    return item;
  };
  const join = (a: number, b: number): boolean => {
    const rootA = find(a);
    const rootB = find(b);
    if (rootA === rootB) return false;
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return true;
  };
  return { find, join };
}
