// Articles that stand on the page for themselves and take part in no search for what reads on where.
import type { Draft } from "./draft.ts";
import type { PageBlock } from "./roles.ts";
import { takeTeasers } from "./teasers.ts";

export interface Asides {
  readonly drafts: Draft[];
  /** The other blocks, numbered anew. */
  readonly rest: readonly PageBlock[];
}

/** Cost: O(blocks). */
export function takeAsides(blocks: readonly PageBlock[]): Asides {
  const taken = new Set<number>();
  const drafts = takeTeasers(blocks, taken);
  if (taken.size === 0) return { drafts, rest: blocks };
  const rest = blocks.filter(({ index }) => !taken.has(index)).map((block, index) => ({ ...block, index }));
  return { drafts, rest };
}
