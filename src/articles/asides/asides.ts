// Articles that stand on the page for themselves and take part in no search for what reads on where.

import { jumpTo } from "../page/patterns.ts";
import type { PageBlock } from "../page/roles.ts";
import type { Vocabulary } from "../sense/cohesion.ts";
import type { Draft } from "../titles/draft.ts";
import type { SegmentModels } from "../types.ts";
import { headLinesOf } from "./head-lines.ts";
import { takePictures } from "./pictures.ts";
import { takeTeasers } from "./teasers.ts";

export interface Asides {
  readonly drafts: Draft[];
  /** The other blocks. Their numbers keep what stood next to each other, and part what an aside parted. */
  readonly rest: readonly PageBlock[];
}

/** Added to the number of a block for each aside above it: too far to be taken for its neighbour. */
const GAP = 3;

/** Cost: O(blocks). */
export function takeAsides(page: readonly PageBlock[], vocabulary: Vocabulary, models: SegmentModels): Asides {
  const blocks = withLastLines(page);
  const taken = new Set<number>();
  const lines = headLinesOf(blocks, vocabulary, models);
  const drafts = [...takeTeasers(blocks, lines, taken), ...takePictures(blocks, vocabulary, lines, taken)];
  if (taken.size === 0) return { drafts, rest: blocks };
  const rest: PageBlock[] = [];
  let asides = 0;
  blocks.forEach((block, k) => {
    if (!taken.has(k)) rest.push(asides === 0 ? block : { ...block, index: block.index + asides * GAP });
    else if (k === 0 || !taken.has(k - 1)) asides++;
  });
  return { drafts, rest };
}

/**
 * "30日，市委…" right above "下转第二版" is the beginning of a paragraph that goes on there, however much it looks like a
 * headline; above "转二版" it may be a teaser's, unless text stands above it.
 */
function withLastLines(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const last = new Set<number>();
  blocks.forEach(({ role, squeezed, level, to, toIsPointer }, k) => {
    if (role === "heading" && level === 0 && to !== null && !toIsPointer) last.add(k);
    if (role !== "jump-to" || blocks[k - 1]?.role !== "heading") return;
    const verb = jumpTo(squeezed)?.verb;
    if (verb === undefined) return;
    let first = k - 1;
    while (first > 0 && isBare(blocks[first - 1]!) && blocks[first - 1]!.cluster === blocks[k - 1]!.cluster) first--;
    if (verb !== "转" || blocks[first - 1]?.role === "text") for (let i = first; i < k; i++) last.add(i);
  });
  return last.size === 0 ? blocks : blocks.map((block, k) => (last.has(k) ? { ...block, role: "text" } : block));
}

const isBare = ({ role, level }: PageBlock): boolean => role === "heading" && level === 0;
