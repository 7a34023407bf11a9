// Which ties an export has written, to answer for each of millions of pairs at a few bytes a tie: a Set of strings would
// take some hundred bytes each, and stops at 16.7 million.
import type { Layer } from "../../entities/index.ts";

export interface TieIndex {
  hasEntity(entity: string): boolean;
  /** In any order of the ends. */
  has(source: string, target: string, layer: Layer): boolean;
}

export interface TieIndexBuilder extends TieIndex {
  addEntity(entity: string): void;
  /** Throws where an end was not added before. */
  addTie(source: string, target: string, layer: Layer): void;
}

const LAYERS: readonly Layer[] = ["content", "byline", "masthead"];

/** Entities and ties may be added in any order; those in order of the tables (by source, target, layer) cost no sort. */
export function createTieIndex(): TieIndexBuilder {
  const numbers = new Map<string, number>();
  // Pair numbers are (smaller · 2²⁴ + larger) · 3 + layer: exact in a double up to 16.7 million entities, as many as a Map holds.
  let keys = new Float64Array(1024);
  let length = 0;
  let isSorted = true;
  const keyOf = (source: string, target: string, layer: Layer): number | null => {
    const [a, b] = [numbers.get(source), numbers.get(target)];
    if (a === undefined || b === undefined) return null;
    return (Math.min(a, b) * 0x1000000 + Math.max(a, b)) * 3 + LAYERS.indexOf(layer);
  };
  return {
    addEntity(entity) {
      if (!numbers.has(entity)) numbers.set(entity, numbers.size);
    },
    addTie(source, target, layer) {
      const key = keyOf(source, target, layer);
      if (key === null) throw new Error(`export: a tie of ${source} and ${target}, which are not both exported`);
      if (length === keys.length) {
        const larger = new Float64Array(length * 2);
        larger.set(keys);
        keys = larger;
      }
      if (length > 0 && keys[length - 1]! > key) isSorted = false;
      keys[length++] = key;
    },
    hasEntity: (entity) => numbers.has(entity),
    has(source, target, layer) {
      if (!isSorted) {
        keys.subarray(0, length).sort();
        isSorted = true;
      }
      const key = keyOf(source, target, layer);
      return key !== null && contains(keys, length, key);
    },
  };
}

function contains(sorted: Float64Array, length: number, key: number): boolean {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! >= key) high = middle;
    else low = middle + 1;
  }
  return low < length && sorted[low] === key;
}
