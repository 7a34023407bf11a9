// Articles that stand on the page for themselves and take part in no search for what reads on where.
import type { Vocabulary } from "./cohesion.ts";
import type { Draft } from "./draft.ts";
import { takePictures } from "./pictures.ts";
import type { PageBlock } from "./roles.ts";
import { takeTeasers } from "./teasers.ts";

export interface Asides {
  readonly drafts: Draft[];
  /** The other blocks. Their numbers keep what stood next to each other, and part what an aside parted. */
  readonly rest: readonly PageBlock[];
}

/** Added to the number of a block for each aside above it: too far to be taken for its neighbour. */
const GAP = 3;

/** Cost: O(blocks). */
export function takeAsides(blocks: readonly PageBlock[], vocabulary: Vocabulary): Asides {
  const taken = new Set<number>();
  const drafts = [...takeTeasers(blocks, taken), ...takePictures(blocks, vocabulary, taken)];
  if (taken.size === 0) return { drafts, rest: blocks };
  const rest: PageBlock[] = [];
  let asides = 0;
  blocks.forEach((block, k) => {
    if (!taken.has(k)) rest.push(asides === 0 ? block : { ...block, index: block.index + asides * GAP });
    else if (k === 0 || !taken.has(k - 1)) asides++;
  });
  return { drafts, rest };
}
