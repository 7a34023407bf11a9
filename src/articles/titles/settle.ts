// What stands at a headline goes where the headline goes: a jump line above it, a byline below it, a column's label on either
// side belong to that article, not to the text that a scan gives next.

import type { PageBlock } from "../page/roles.ts";
import type { Draft } from "./draft.ts";

/** Moves "上接第1版", bylines and labels from above a text to the article whose headline they touch. Cost: O(drafts + blocks in heads). */
export function settleAtHeadlines(drafts: readonly Draft[]): void {
  const byHeadline = new Map<number, Draft>();
  for (const draft of drafts) for (const { index } of draft.title) byHeadline.set(index, draft);
  for (const draft of drafts) {
    for (const { head } of draft.stretches) {
      const minor = new Set(head.map(({ index }) => index));
      for (const block of [...head]) {
        const owner = headlinesAt(block, minor)
          .map((index) => byHeadline.get(index))
          .find((at) => at !== undefined);
        if (!owner || owner === draft) continue;
        head.splice(head.indexOf(block), 1);
        owner.labels.push(block);
      }
    }
  }
}

/** The indexes of blocks that a headline would be with which this one goes, likelier ones first. `minor`: what stands beside it. */
function headlinesAt({ role, index }: PageBlock, minor: ReadonlySet<number>): number[] {
  switch (role) {
    case "jump-from": {
      // A byline or a label may stand between.
      let below = index + 1;
      while (minor.has(below)) below++;
      return [below];
    }
    case "byline":
      return [index - 1];
    case "label":
      return [index + 1, index - 1];
    default:
      return [];
  }
}
