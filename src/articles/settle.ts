// What stands at a headline goes where the headline goes: a jump line above it belongs to that article, not to the text
// that a scan gives next.
import type { Draft } from "./draft.ts";

/** Moves "上接第1版" from above a text to the article whose headline stands right below it. Cost: O(drafts + blocks in heads). */
export function settleJumpLines(drafts: readonly Draft[]): void {
  const byHeadline = new Map<number, Draft>();
  for (const draft of drafts) for (const { index } of draft.title) byHeadline.set(index, draft);
  for (const draft of drafts) {
    for (const { head } of draft.stretches) {
      for (const block of head.filter(({ role }) => role === "jump-from")) {
        const owner = byHeadline.get(block.index + 1);
        if (!owner || owner === draft) continue;
        head.splice(head.indexOf(block), 1);
        owner.labels.push(block);
      }
    }
  }
}
