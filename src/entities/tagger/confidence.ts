// How likely spans are names: the share that paths through exactly their tags have in the sum over all paths.
import { createLattice, FAR, type Lattice, reserve, type StepShares, stepShares, sums } from "./lattice.ts";
import { STEPS_A_NAT } from "./model.ts";
import { MARGIN } from "./table.ts";
import { TAGGED_TYPES, TAGS, type TaggedSpan } from "./tags.ts";

/**
 * Two neighbours outside part what is before them from what is behind, where O is ahead of every other tag by so many nats
 * at both together, by half of it at each. Two thirds of a text need no sums so; scores differ by .001 on average.
 */
const PARTING = 6;

/** What is asked for is a few hundredths at least: ways with less than this add nothing to it. */
const FAINT = 1e-6;

/** exp of so many steps below the best of a column. */
const SHARES_BELOW = Float64Array.from({ length: 1 - FAR * STEPS_A_NAT }, (_, steps) => Math.exp(-steps / STEPS_A_NAT));
const FARTHEST = SHARES_BELOW.length - 1;

/** A span with its probability. */
export interface RatedSpan extends TaggedSpan {
  readonly share: number;
}

const ratedSpan = (start: number, end: number, type: number, share: number): RatedSpan => ({
  start,
  end,
  type: TAGGED_TYPES[type]!,
  share,
});

/** Probabilities of spans, each within its surroundings up to characters that are surely outside. */
export class Confidence {
  private readonly lattice: Lattice;
  /** `[from * TAGS + to]`: exp of a step's score. */
  private readonly expSteps = new Float64Array(TAGS * TAGS);
  private readonly shares: StepShares;

  constructor(tags: number, stepOf: (from: number, to: number) => number) {
    this.lattice = createLattice(tags);
    const { from, to } = this.lattice.steps;
    const expSteps = Float64Array.from(from, (tag, s) => Math.exp(stepOf(tag, to[s]!) / STEPS_A_NAT));
    from.forEach((tag, s) => {
      this.expSteps[tag * TAGS + to[s]!] = expSteps[s]!;
    });
    this.shares = stepShares(this.lattice, expSteps);
  }

  private readonly expStep = (from: number, to: number): number => this.expSteps[from * TAGS + to]!;

  /** By how many nats O is ahead. */
  private lead(scores: Int32Array, t: number): number {
    const at = (MARGIN + t) * TAGS;
    let most = scores[at + 1]!;
    for (let tag = 2; tag < this.lattice.tags; tag++) if (scores[at + tag]! > most) most = scores[at + tag]!;
    return (scores[at]! - most) / STEPS_A_NAT;
  }

  /**
   * Every span of a line whose probability is at least `least`, by start, then end. Only within the
   * runs between partings, and only where a name's nodes all have that share themselves.
   */
  atLeast(least: number, scores: Int32Array, length: number): RatedSpan[] {
    const out: RatedSpan[] = [];
    const parting = this.partings(scores, length);
    for (let from = 0; from < length; ) {
      let to = from;
      while (to < length && parting[to] === 0) to++;
      // A run of partings holds no name; the run before it takes its first character along.
      const end = Math.min(length, to + 1);
      if (to > from) this.inWindow(least, scores, Math.max(0, from - 1), end, out);
      from = to + 1;
    }
    return out;
  }

  private inWindow(least: number, scores: Int32Array, from: number, to: number, out: RatedSpan[]): void {
    this.fill(scores, from, to);
    const { lattice } = this;
    const { tags, nodes, forward, backward, exp, scale } = lattice;
    const length = to - from;
    sums(lattice, this.shares, length, FAINT);
    for (let start = 0; start < length; start++)
      for (let type = 0; 1 + 4 * type < tags; type++) {
        const [begin, inner, end, single] = [1 + 4 * type, 2 + 4 * type, 3 + 4 * type, 4 + 4 * type];
        const alone = nodes[start * tags + single]!;
        if (alone >= least) out.push(ratedSpan(from + start, from + start + 1, type, alone));
        if (nodes[start * tags + begin]! < least) continue;
        let share = forward[start * tags + begin]!;
        for (let last = start + 1, tag = begin; last < length; last++) {
          const row = last * tags;
          const closed = ((share * this.expStep(tag, end) * exp[row + end]!) / scale[last]!) * backward[row + end]!;
          if (closed >= least) out.push(ratedSpan(from + start, from + last + 1, type, closed));
          if (nodes[row + inner]! < least) break;
          share *= (this.expStep(tag, inner) * exp[row + inner]!) / scale[last]!;
          tag = inner;
        }
      }
  }

  /** 1 for each character that with its right neighbour parts what is before from what is behind. */
  private partings(scores: Int32Array, length: number): Uint8Array {
    const out = new Uint8Array(length);
    let wasFar = false;
    for (let t = 0; t < length; t++) {
      const isFar = this.lead(scores, t) >= PARTING / 2;
      if (t > 0) out[t - 1] = Number(wasFar && isFar);
      wasFar = isFar;
    }
    return out;
  }

  /** The lattice's columns from whole scores: what marginals() takes from emissions, to the last bit. */
  private fill(scores: Int32Array, from: number, to: number): void {
    reserve(this.lattice, to - from);
    const { exp, tags } = this.lattice;
    for (let t = from; t < to; t++) {
      const at = (MARGIN + t) * TAGS;
      const row = (t - from) * tags;
      let most = scores[at]!;
      for (let tag = 1; tag < tags; tag++) if (scores[at + tag]! > most) most = scores[at + tag]!;
      for (let tag = 0; tag < tags; tag++) exp[row + tag] = SHARES_BELOW[Math.min(most - scores[at + tag]!, FARTHEST)]!;
    }
  }
}
