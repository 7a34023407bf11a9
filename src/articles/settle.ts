// What stands at a headline goes where the headline goes: a jump line above it and a byline below it belong to that article,
// not to the text that a scan gives next.
import type { Draft } from "./draft.ts";
import type { PageBlock } from "./roles.ts";

/** Moves "上接第1版" and bylines from above a text to the article whose headline they touch. Cost: O(drafts + blocks in heads). */
export function settleAtHeadlines(drafts: readonly Draft[]): void {
  const byHeadline = new Map<number, Draft>();
  for (const draft of drafts) for (const { index } of draft.title) byHeadline.set(index, draft);
  for (const draft of drafts) {
    for (const { head } of draft.stretches) {
      for (const block of [...head]) {
        const owner = byHeadline.get(headlineAt(block));
        if (!owner || owner === draft) continue;
        head.splice(head.indexOf(block), 1);
        owner.labels.push(block);
      }
    }
  }
}

/** The index of the block that a headline would be, -1 for blocks that go with none. */
const headlineAt = ({ role, index }: PageBlock): number =>
  role === "jump-from" ? index + 1 : role === "byline" ? index - 1 : -1;
