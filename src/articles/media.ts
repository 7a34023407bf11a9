// Pictures' captions, photographers and scan codes → the article that they show, or an article of their own.
import type { Vocabulary } from "./cohesion.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import type { MediaGroup } from "./flow.ts";
import { CREDIT_TAIL } from "./patterns.ts";

const MEDIA_THRESHOLD = 0.02;
const DAYS = /(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日/gu;

/** A picture goes to the article around it, or else to the neighbour whose words it shares; a stranger stands alone. */
export function placeMedia(
  group: MediaGroup,
  drafts: Draft[],
  byStretch: ReadonlyMap<number, Draft>,
  vocabulary: Vocabulary,
): void {
  const before = byStretch.get(group.before);
  const after = byStretch.get(group.before + 1);
  const caption = group.blocks.some((block) => block.role === "caption");
  if (before && (before === after || !caption)) {
    before.media.push(...group.blocks);
    return;
  }
  // The day and the photographer are everyone's: they say nothing of whose picture it is.
  const printed = group.blocks.map((block) => block.squeezed.replace(CREDIT_TAIL, "$1").replace(DAYS, "|"));
  const words = vocabulary.grams(printed.join("|"));
  const near = [before, after, byStretch.get(group.before - 1), byStretch.get(group.before + 2)];
  let best: Draft | undefined;
  let bestScore = MEDIA_THRESHOLD;
  for (const draft of near) {
    if (!draft) continue;
    const score = vocabulary.similarity(words, vocabulary.grams(draft.text.slice(0, 3000)));
    if (score > bestScore) [best, bestScore] = [draft, score];
  }
  if (!best && !caption) best = before ?? after;
  if (best) best.media.push(...group.blocks);
  else drafts.push({ ...emptyDraft(), media: [...group.blocks], text: "" });
}
