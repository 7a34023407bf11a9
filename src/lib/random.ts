// Seeded randomness. pure-rand (MIT) is the generator behind fast-check: well tested, the same numbers on every machine.
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A function like `Math.random`, uniform in [0, 1) with 32 bits of resolution, that yields the same series for the same seed. */
export function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  // The generator's state is the seed itself at first: neighbouring seeds begin alike, until the state has been stirred.
  for (let i = 0; i < 64; i++) generator.next();
  return () => (generator.next() >>> 0) / 0x1_0000_0000;
}
