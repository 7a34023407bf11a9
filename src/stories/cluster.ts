// Reprints → stories: clusters with a veto, not chains. That A is a reprint of B, and B of C, does not make A one of C: B
// may be a round-up that holds them both.
//
//     A ████████                      A and C have nothing in common but B:
//     B ████████░░░░░░████████        the larger of them keeps B, the other is refused
//     C               ████████
//
// A cluster is led by its longest text, and remembers which part of it its cuts are of. Pairs are taken best first. Two
// clusters become one when their leaders do not contradict each other: they must agree in some part, and a cut must be of
// the part that the others are of, unless a headline or a jump line says that it is a piece of the same text.
import { createDisjointSets } from "../lib/disjoint-sets.ts";
import { compareCodePoints } from "../lib/order.ts";
import type { Span } from "../lib/span.ts";
import { type Comparison, compareTexts, type LinkText, type Reprint } from "./reprints.ts";

export interface Clustered {
  /** text → story, for texts in a cluster of two and more; a story is named after its first text by code point. */
  readonly stories: Map<string, string>;
  /** Pairs that were not joined, with the reason. */
  readonly refused: readonly { readonly reprint: Reprint; readonly reason: string }[];
}

/** Leaders that share less than this of the shorter one contradict each other. */
const LEAST_COMMON = 0.35;
/** A cut belongs to a part when at least so much of the one lies in the other. */
const SAME_PART = 0.5;

interface Cluster {
  readonly members: string[];
  leader: LinkText;
  /** The part of the leader that its cuts are of; null while it has none. */
  part: Span | null;
}

interface Common {
  readonly comparison: Comparison;
  /** Where it lies in the longer text. */
  readonly span: Span;
}

/**
 * Clusters the texts that reprints connect.
 * In: reprints of one component, in any order, and its texts; `compare` is asked for leaders that were not compared yet.
 * Cost: a comparison a reprint at most.
 */
export function clusterReprints(
  reprints: readonly Reprint[],
  texts: ReadonlyMap<string, LinkText>,
  compare = compareTexts,
): Clustered {
  const inLonger = createComparer(reprints, compare);
  const clusterOf = new Map<string, Cluster>();
  const of = (id: string): Cluster => clusterOf.get(id) ?? { members: [id], leader: texts.get(id)!, part: null };
  const refused: { reprint: Reprint; reason: string }[] = [];
  for (const reprint of [...reprints].sort(bestFirst)) {
    const [x, y] = [of(reprint.short), of(reprint.long)];
    if (x.leader === y.leader) continue;
    const [small, large] = byLength(x.leader, y.leader) <= 0 ? [y, x] : [x, y];
    const common = inLonger(small.leader, large.leader);
    const reason = conflict(reprint, small, large, common);
    if (reason) refused.push({ reprint, reason });
    else join(small, large, common, clusterOf);
  }
  return { stories: namesOf(clusterOf), refused };
}

/** What a text has in common with a longer one; asked once a pair. */
function createComparer(
  reprints: readonly Reprint[],
  compare: typeof compareTexts,
): (short: LinkText, long: LinkText) => Common {
  const known = new Map<string, Common>();
  for (const { short, long, comparison, span } of reprints) known.set(`${short}\n${long}`, { comparison, span });
  return (short, long) => {
    const key = `${short.text_id}\n${long.text_id}`;
    let found = known.get(key);
    if (!found) {
      const comparison = compare(short.body, long.body);
      found = { comparison, span: comparison.bSpan };
      known.set(key, found);
    }
    return found;
  };
}

function join(small: Cluster, large: Cluster, { comparison, span }: Common, clusterOf: Map<string, Cluster>): void {
  const { leader } = large;
  const isPiece = !isCut(comparison) || isFragment(small.leader, leader, span);
  const part = isPiece ? large.part : large.part ? cover(large.part, span) : span;
  // The fewer move, so that a text in a thousand papers is not moved a thousand times.
  const [from, to] = small.members.length <= large.members.length ? [small, large] : [large, small];
  to.leader = leader;
  to.part = part;
  to.members.push(...from.members);
  for (const member of to.members.length === 2 ? to.members : from.members) clusterOf.set(member, to);
}

/** A text shorter than this of the other is a cut of it. */
const CUT = 0.7;
const isCut = ({ shorter, longer }: Comparison): boolean => shorter < CUT * longer;

/** Why two clusters cannot be one; null when they can. */
function conflict(
  { titled, isPart }: Reprint,
  small: Cluster,
  large: Cluster,
  { comparison, span }: Common,
): string | null {
  // A piece of a text says nothing against another piece of it.
  if (titled || isPart || isFragment(small.leader, large.leader, span)) return null;
  if (comparison.share < LEAST_COMMON)
    return `${small.leader.text_id} and ${large.leader.text_id} of the two stories have too little in common`;
  if (isCut(comparison) && large.part && insideShare(span, large.part) < SAME_PART)
    return `${large.leader.text_id} holds it beside another story, as a round-up does`;
  return null;
}

const CLOSED = /[。！？!?…”’」』》)】]$/u;

/** Whether a cut begins or ends in mid-sentence: a round-up prints its stories whole. */
const isFragment = (cut: LinkText, whole: LinkText, [start]: Span): boolean =>
  !CLOSED.test(cut.body) || (start > 0 && !CLOSED.test(whole.body.slice(0, start)));

/** How much of the shorter of two spans lies in the other. */
function insideShare(a: Span, b: Span): number {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return common / Math.max(1, Math.min(a[1] - a[0], b[1] - b[0]));
}

const cover = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** The longer first. */
const byLength = (a: LinkText, b: LinkText): number =>
  b.body.length - a.body.length || compareCodePoints(a.text_id, b.text_id);

/** Copies before cuts, headlines that agree before others, more before less; then by id. */
function bestFirst(x: Reprint, y: Reprint): number {
  return (
    Number(y.kind === "copy") - Number(x.kind === "copy") ||
    Number(y.titled) - Number(x.titled) ||
    y.comparison.shared - x.comparison.shared ||
    compareCodePoints(x.short, y.short) ||
    compareCodePoints(x.long, y.long)
  );
}

function namesOf(clusterOf: ReadonlyMap<string, Cluster>): Map<string, string> {
  const names = new Map<Cluster, string>();
  const stories = new Map<string, string>();
  for (const [text, cluster] of clusterOf) {
    let name = names.get(cluster);
    if (name === undefined) {
      name = [...cluster.members].sort(compareCodePoints)[0]!;
      names.set(cluster, name);
    }
    stories.set(text, name);
  }
  return stories;
}

/** text → the first text, by code point, of all that pairs connect it with. */
export function componentsOf(pairs: Iterable<readonly [string, string]>): Map<string, string> {
  const sets = createDisjointSets(compareCodePoints);
  for (const [a, b] of pairs) sets.join(a, b);
  return sets.all();
}
