// The jump lines at the two ends of a text: where it began, where it goes on.
import { jumpFrom, jumpTo } from "./page/patterns.ts";

/** No jump line is longer. */
const REACH = 40;

/** A text that has no blanks, without them: "(上接第一版)新华社…。(下转第五版)" → "新华社…。". Cost: O(1) but for the copy. */
export function withoutJumpLines(text: string): string {
  const from = jumpFrom(text.slice(0, REACH))?.length ?? 0;
  const last = Math.max(from, text.length - REACH);
  const to = jumpTo(text.slice(last));
  return text.slice(from, to ? last + to.index : text.length);
}
