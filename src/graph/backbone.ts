// The backbone: the ties that are drawn at first. Everything else is one click away, and the ledger says how many.
//
// Kept are (1) ties that more than one witness speaks for, (2) each entity's two strongest ties, so that nobody is without
// company, (3) what more is needed so that nothing connected falls apart: a maximum spanning forest (Kruskal 1956).
// Hubs are never deleted; the paper's own city is what a reader looks for.
// Rejected: a cut by percentile (depends on the corpus' size) and the disparity filter alone (cuts whole articles off).

/** One tie of the content layer, as much of it as the choice needs. */
export interface BackboneTie {
  /** Numbers of the two entities, in [0, size). */
  readonly source: number;
  readonly target: number;
  readonly stories: number;
  readonly articles: number;
  /** Number of sentences that name both. */
  readonly sentences: number;
  /** False-discovery rate; null where the project is too small to test. */
  readonly q: number | null;
}

/** Among ten ties that pass, at most half a one may be chance. */
const MAX_Q = 0.05;

/** More than one witness: two stories, or one text that comes back to the pair; in a project large enough to test, beyond chance. */
export function hasWitnesses(tie: BackboneTie, tested: boolean): boolean {
  if (tested) return tie.q !== null && tie.q <= MAX_Q;
  return tie.stories >= 2 || tie.articles >= 3 || tie.sentences >= 3;
}

/**
 * A function that answers, for ties handed to it strongest first, whether each is of the backbone.
 * One pass over any number of ties, memory only for the `size` entities. Depends on the order of the ties alone.
 */
export function createBackbone(size: number, tested: boolean): (tie: BackboneTie) => boolean {
  const degrees = new Uint8Array(size);
  const sets = createSets(size);
  return (tie) => {
    const { source, target } = tie;
    const joins = sets.join(source, target);
    const kept = joins || degrees[source]! < 2 || degrees[target]! < 2 || hasWitnesses(tie, tested);
    if (degrees[source]! < 2) degrees[source]!++;
    if (degrees[target]! < 2) degrees[target]!++;
    return kept;
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
