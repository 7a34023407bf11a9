// How sure a found name is: the share that paths through exactly its tags have in the sum over all paths.
import { createLattice, type Lattice, marginals, reserve, spanProbability } from "./lattice.ts";
import { STEPS_A_NAT } from "./model.ts";
import { MARGIN } from "./table.ts";
import { TAGS, type TaggedSpan, tagsOf } from "./tags.ts";

/**
 * Two neighbours outside part what is before them from what is behind, where O is ahead of every other tag by so many nats
 * at both together and by a quarter of it at each. Two thirds of a text need no sums so; scores differ by .001 on average.
 */
const PARTING = 6;

/** Probabilities of the spans of a path, each within its surroundings up to characters that are surely outside. */
export class Confidence {
  private readonly lattice: Lattice;
  private readonly expSteps: Float64Array;
  private readonly stepAt = new Map<number, number>();

  constructor(tags: number, stepOf: (from: number, to: number) => number) {
    this.lattice = createLattice(tags);
    const { from, to } = this.lattice.steps;
    this.expSteps = Float64Array.from(from, (tag, s) => Math.exp(stepOf(tag, to[s]!) / STEPS_A_NAT));
    from.forEach((tag, s) => {
      this.stepAt.set(tag * TAGS + to[s]!, s);
    });
  }

  private readonly expStep = (from: number, to: number): number => this.expSteps[this.stepAt.get(from * TAGS + to)!]!;

  /** By how many nats O is ahead. */
  private lead(scores: Int32Array, t: number): number {
    const at = (MARGIN + t) * TAGS;
    let most = scores[at + 1]!;
    for (let tag = 2; tag < this.lattice.tags; tag++) if (scores[at + tag]! > most) most = scores[at + tag]!;
    return (scores[at]! - most) / STEPS_A_NAT;
  }

  private isParting(path: Uint8Array, scores: Int32Array, t: number, length: number): boolean {
    if (path[t] !== 0 || t + 1 >= length || path[t + 1] !== 0) return false;
    const here = this.lead(scores, t);
    if (here < PARTING / 4) return false;
    const next = this.lead(scores, t + 1);
    return next >= PARTING / 4 && here + next >= PARTING;
  }

  /** By span, its probability. Spans that no parting character lies between are asked for at once. */
  of(spans: readonly TaggedSpan[], path: Uint8Array, scores: Int32Array, length: number): number[] {
    const out: number[] = [];
    for (let first = 0; first < spans.length; ) {
      let from = spans[first]!.start - 1;
      while (from >= 0 && !this.isParting(path, scores, from, length)) from--;
      let last = first;
      let to = spans[first]!.end;
      for (; to < length; to++) {
        while (last + 1 < spans.length && spans[last + 1]!.start <= to) last++;
        if (to >= spans[last]!.end && this.isParting(path, scores, to, length)) break;
      }
      from = Math.max(0, from);
      to = Math.min(length, to + 1);
      this.fill(scores, from, to);
      marginals(this.lattice, this.expSteps, to - from);
      const window = path.subarray(from, to);
      for (; first <= last; first++) {
        const { start, end } = spans[first]!;
        out.push(spanProbability(this.lattice, this.expStep, window, start - from, end - from));
      }
    }
    return out;
  }

  /** By span of the whole line, in no need of a path. */
  ofAny(spans: readonly TaggedSpan[], scores: Int32Array, length: number): number[] {
    this.fill(scores, 0, length);
    marginals(this.lattice, this.expSteps, length);
    return spans.map((span) => {
      const { start, end } = span;
      const path = tagsOf([span], end);
      // A type that the convention does not have.
      if (path[start]! >= this.lattice.tags) return 0;
      return spanProbability(this.lattice, this.expStep, path, start, end);
    });
  }

  private fill(scores: Int32Array, from: number, to: number): void {
    reserve(this.lattice, to - from);
    const { emissions, tags } = this.lattice;
    for (let t = from; t < to; t++)
      for (let tag = 0; tag < tags; tag++)
        emissions[(t - from) * tags + tag] = scores[(MARGIN + t) * TAGS + tag]! / STEPS_A_NAT;
  }
}
