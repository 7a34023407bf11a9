// The lattice of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): one column a character, one
// node a tag, a path's score is the sum of its nodes' and steps' scores.
//
//     O ──► O ──► O          nodes: emissions[t * tags + tag], what speaks for the tag at t
//       ╲ ▲   ╲ ▲            steps: one score each, in the order of `stepsAmong`
//        B ──► E
//
// Forward and backward sums (in probabilities, each column scaled to one, so that no length underflows) give the share of
// all paths that go through a node or a step.
import { mayBegin, mayEnd, type Steps, stepsAmong } from "./tags.ts";

/** Buffers for texts of any length; one object may be used for any number of texts, one after another. */
export interface Lattice {
  readonly tags: number;
  readonly steps: Steps;
  /** The same steps by the tag they come from, and by the tag they lead to. */
  readonly leaving: Ways;
  readonly coming: Ways;
  /** `[t * tags + tag]`, set by the caller; natural logarithms. */
  emissions: Float32Array;
  /** Probability of each node, after `marginals`. */
  nodes: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  exp: Float64Array;
  scale: Float64Array;
}

/** Steps grouped by one of their ends: those of tag are [`starts[tag]`, `starts[tag + 1]`), in the order of their other ends. */
export interface Ways {
  readonly starts: Uint8Array;
  /** The step, and its other end. */
  readonly step: Uint8Array;
  readonly other: Uint8Array;
}

function waysBy(own: Uint8Array, other: Uint8Array, tags: number): Ways {
  const order = Array.from(own.keys()).sort((a, b) => own[a]! - own[b]! || a - b);
  return {
    starts: Uint8Array.from({ length: tags + 1 }, (_, tag) => order.filter((s) => own[s]! < tag).length),
    step: Uint8Array.from(order),
    other: Uint8Array.from(order, (s) => other[s]!),
  };
}

export function createLattice(tags: number): Lattice {
  const steps = stepsAmong(tags);
  const lattice: Lattice = {
    tags,
    steps,
    leaving: waysBy(steps.from, steps.to, tags),
    coming: waysBy(steps.to, steps.from, tags),
    emissions: new Float32Array(0),
    nodes: new Float64Array(0),
    forward: new Float64Array(0),
    backward: new Float64Array(0),
    exp: new Float64Array(0),
    scale: new Float64Array(0),
  };
  reserve(lattice, 512);
  return lattice;
}

/** Makes room for texts of `length` characters; what the buffers held is lost where they grow. */
export function reserve(lattice: Lattice, length: number): void {
  if (lattice.scale.length >= length) return;
  const room = Math.max(length, 2 * lattice.scale.length);
  const nodes = room * lattice.tags;
  lattice.emissions = new Float32Array(nodes);
  for (const name of ["nodes", "forward", "backward", "exp"] as const) lattice[name] = new Float64Array(nodes);
  lattice.scale = new Float64Array(room);
}

/** Shares below this add nothing: most of a column is one tag's. */
const NOTHING = 1e-10;
/** Nodes this far below the best of their column, in nats, count as if at it: their share is nothing, but never zero. */
export const FAR = -30;
const AT_FAR = Math.exp(FAR);

/** The steps' shares, exp(score), as the sums read them: in the order of `leaving` and of `coming`. */
export interface StepShares {
  readonly leaving: Float64Array;
  readonly coming: Float64Array;
}

export const stepShares = ({ leaving, coming }: Lattice, expSteps: Float64Array): StepShares => ({
  leaving: Float64Array.from(leaving.step, (s) => expSteps[s]!),
  coming: Float64Array.from(coming.step, (s) => expSteps[s]!),
});

/**
 * Forward and backward sums. Afterwards `nodes` holds each node's probability and `forward`, `backward`, `exp`, `scale` what
 * `addSteps` and the sums over spans need. Out: the logarithm of the sum over all paths. `expSteps` are exp(step scores).
 */
export function marginals(lattice: Lattice, expSteps: Float64Array, length: number): number {
  const { tags, emissions, exp, scale } = lattice;
  let logSum = 0;
  for (let t = 0; t < length; t++) {
    const row = t * tags;
    let most = emissions[row]!;
    for (let tag = 1; tag < tags; tag++) if (emissions[row + tag]! > most) most = emissions[row + tag]!;
    for (let tag = 0; tag < tags; tag++) {
      const below = emissions[row + tag]! - most;
      exp[row + tag] = below > FAR ? Math.exp(below) : AT_FAR;
    }
    logSum += most;
  }
  sums(lattice, stepShares(lattice, expSteps), length, NOTHING);
  for (let t = 0; t < length; t++) logSum += Math.log(scale[t]!);
  return logSum;
}

/** The sums of `marginals` for `exp` as the caller has set it; shares below `nothing` are passed over. */
export function sums(lattice: Lattice, shares: StepShares, length: number, nothing: number): void {
  const { tags, forward, backward, exp, scale, nodes } = lattice;
  const { starts: leaves, other: toward } = lattice.leaving;
  const { starts: comes, other: origin } = lattice.coming;
  const { leaving, coming } = shares;
  for (let t = 0; t < length; t++) {
    const row = t * tags;
    if (t === 0) for (let tag = 0; tag < tags; tag++) forward[tag] = mayBegin(tag) ? exp[tag]! : 0;
    else {
      const last = row - tags;
      forward.fill(0, row, row + tags);
      for (let tag = 0; tag < tags; tag++) {
        const share = forward[last + tag]!;
        if (share < nothing) continue;
        const end = leaves[tag + 1]!;
        for (let i = leaves[tag]!; i < end; i++) forward[row + toward[i]!]! += share * leaving[i]!;
      }
      for (let tag = 0; tag < tags; tag++) forward[row + tag]! *= exp[row + tag]!;
    }
    let sum = 0;
    if (t < length - 1) for (let tag = 0; tag < tags; tag++) sum += forward[row + tag]!;
    else for (let tag = 0; tag < tags; tag++) if (mayEnd(tag)) sum += forward[row + tag]!;
    scale[t] = sum;
    const inverse = 1 / sum;
    for (let tag = 0; tag < tags; tag++) forward[row + tag]! *= inverse;
  }
  const end = (length - 1) * tags;
  for (let tag = 0; tag < tags; tag++) backward[end + tag] = mayEnd(tag) ? 1 : 0;
  for (let t = length - 2; t >= 0; t--) {
    const row = t * tags;
    const next = row + tags;
    const inverse = 1 / scale[t + 1]!;
    backward.fill(0, row, row + tags);
    for (let tag = 0; tag < tags; tag++) {
      const share = backward[next + tag]! * exp[next + tag]! * inverse;
      // What a tag adds counts only with its forward share, which is at most one.
      if (share * forward[next + tag]! < nothing * nothing) continue;
      const last = comes[tag + 1]!;
      for (let i = comes[tag]!; i < last; i++) backward[row + origin[i]!]! += share * coming[i]!;
    }
  }
  for (let i = 0; i < length * tags; i++) nodes[i] = forward[i]! * backward[i]!;
}

/** Adds the probability of each step, summed over the text, times `factor` to `sums`. After `marginals`. */
export function addSteps(
  lattice: Lattice,
  expSteps: Float64Array,
  length: number,
  factor: number,
  sums: Float64Array,
): void {
  const { tags, leaving, forward, backward, exp, scale } = lattice;
  for (let t = 1; t < length; t++) {
    const row = t * tags;
    const last = row - tags;
    const share = factor / scale[t]!;
    for (let tag = 0; tag < tags; tag++) {
      const before = forward[last + tag]! * share;
      if (Math.abs(before) < NOTHING) continue;
      for (let i = leaving.starts[tag]!; i < leaving.starts[tag + 1]!; i++) {
        const s = leaving.step[i]!;
        const next = row + leaving.other[i]!;
        sums[s]! += before * expSteps[s]! * exp[next]! * backward[next]!;
      }
    }
  }
}
