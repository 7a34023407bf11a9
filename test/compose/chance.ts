// Seeded choices. One generator for an issue, so that an issue does not change when another one is added before it.
import { seededRandom } from "../../src/lib/random.ts";

export interface Chance {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** An integer in [low, high], both ends included. */
  readonly int: (low: number, high: number) => number;
  /** True with probability p. */
  readonly is: (p: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One value, as likely as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [T, number])[]) => T;
  /** A copy in another order. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** The same seed gives the same choices. */
export function createChance(seed: number): Chance {
  const next = seededRandom(seed);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    is: (p) => next() < p,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return choices.at(-1)![0];
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}
