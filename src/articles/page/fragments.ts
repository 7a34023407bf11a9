// Short lines that look like headings and are the first words of a sentence that a column's foot cut off:
//
//   …通过细则。│ 习近平指出,1961年,两国老一辈领导 │ 图说 …          人签订友好合作互助条约,…
//               └ a fragment: it reads on in an open beginning elsewhere on the page, and headlines do not sound so
import { headOf, logRatio, tailOf } from "../../text/index.ts";
import { headlineScore, insideScore } from "../sense/opening-model.ts";
import type { SegmentModels } from "../types.ts";
import type { PageBlock } from "./roles.ts";

/** Longer lines are no headings. */
const LONGEST = 72;
/**
 * Weights of the two signs, of text directly above, and what they must reach: of 150 fragments and headings of pages composed
 * of items of 2024 and 2025 that came nearest, four in five were told right.
 */
const READING = 0.4;
const HEADLINE = -2;
const TEXT_ABOVE = 1;
const ENOUGH = 6.2;
const LARGEST_RATIO = 10;

/** The same blocks, such headings made text. Cost: headings × open beginnings, 0.2 µs a pair. */
export function markFragments(blocks: readonly PageBlock[], { characters, openings }: SegmentModels): PageBlock[] {
  const beginnings = blocks
    .filter(({ role, level }) => role === "text" && level === 0)
    .map(({ squeezed }) => ({ squeezed, inside: insideScore(openings, characters, squeezed) }))
    .filter(({ inside }) => inside > 0)
    .map(({ squeezed, inside }) => ({ head: headOf(characters, squeezed), inside }));
  return blocks.map((block, k) => {
    if (block.role !== "heading" || block.level > 0 || block.to !== null || block.squeezed.length > LONGEST)
      return block;
    const unlike =
      HEADLINE * headlineScore(openings, characters, block.squeezed) +
      (blocks[k - 1]?.role === "text" ? TEXT_ABOVE : 0);
    if (unlike + READING * LARGEST_RATIO <= ENOUGH) return block;
    const tail = tailOf(characters, block.squeezed);
    const readings = beginnings.map(({ head, inside }) => logRatio(characters, tail, head) + Math.min(0, inside - 1));
    const reading = Math.min(LARGEST_RATIO, Math.max(LEAST_RATIO, ...readings));
    return unlike + READING * reading > ENOUGH ? { ...block, role: "text" } : block;
  });
}
const LEAST_RATIO = -9;
