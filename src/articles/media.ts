// Pictures' captions, photographers and scan codes → the article that they show, or an article of their own.
import { remembered } from "../lib/remembered.ts";
import { type Affinity, topicCosine } from "./affinity.ts";
import type { Grams, Vocabulary } from "./cohesion.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import type { MediaGroup } from "./flow.ts";
import { CREDIT_TAIL } from "./patterns.ts";

/** Share of a caption's words that an article must hold for the picture to be its own. */
const HELD = 0.15;
/** A caption of several sentences may be news by itself. */
const HELD_LONG = 0.4;
const LONG = 90;
/** A picture stands in its article's frame: what the place beside it is worth, in shares of words. */
const BESIDE = 0.15;
const ABOVE = 0.15;
/** Stretches on either side that may own it, and what each step away costs. */
const REACH = 10;
const AWAY = 0.02;
/** What a topic's nearness (a cosine) is worth. */
const TOPIC = 0.25;
const DAYS = /(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日/gu;

/** Whether the stretch above goes on behind the picture: nothing but the picture parted it. */
const isInside = (group: MediaGroup, draft: Draft): boolean => {
  const last = group.blocks.at(-1)!.index;
  return draft.stretches.some(({ index, blocks }) => index === group.before && blocks.at(-1)!.index > last);
};

/** The bigrams of drafts' texts and what they speak of, each looked up once. */
export interface DraftWords {
  readonly vocabulary: Vocabulary;
  readonly affinity: Affinity;
  readonly gramsOf: (draft: Draft) => Grams;
  readonly topicOf: (draft: Draft) => Float32Array;
}

/** Characters of an article that a caption is compared with. */
const LOOKED_AT = 3000;

export const draftWords = (vocabulary: Vocabulary, affinity: Affinity): DraftWords => ({
  vocabulary,
  affinity,
  gramsOf: remembered(({ text }) => vocabulary.grams(text.slice(0, LOOKED_AT))),
  topicOf: remembered(({ stretches }) => {
    const texts = stretches.flatMap(({ blocks }) => blocks.filter(({ role }) => role === "text"));
    return affinity.topicOf(affinity.headOf(texts, LOOKED_AT));
  }),
});

/** A picture goes to the article around it, or else to the neighbour whose words it shares; a stranger stands alone. */
export function placeMedia(
  group: MediaGroup,
  drafts: Draft[],
  byStretch: ReadonlyMap<number, Draft>,
  { vocabulary, affinity, gramsOf, topicOf }: DraftWords,
): void {
  const before = byStretch.get(group.before);
  const after = byStretch.get(group.before + 1);
  const captions = group.blocks.filter((block) => block.role === "caption");
  if (before && (before === after || captions.length === 0 || isInside(group, before))) {
    before.media.push(...group.blocks);
    return;
  }
  if (captions.length === 0) {
    if (after) after.media.push(...group.blocks);
    else drafts.push({ ...emptyDraft(), media: [...group.blocks] });
    return;
  }
  // The day and the photographer are everyone's: they say nothing of whose picture it is.
  const words = captions.map((block) => block.squeezed.replace(CREDIT_TAIL, "$1").replace(DAYS, "|")).join("|");
  const least = words.length > LONG ? HELD_LONG : HELD;
  let best: Draft | undefined;
  let bestScore = 0;
  const topic = affinity.topicOf(affinity.headOf(captions, words.length));
  for (let k = group.before - REACH + 1; k <= group.before + REACH; k++) {
    const draft = byStretch.get(k);
    if (!draft) continue;
    const held = vocabulary.containment(words, gramsOf(draft)) + TOPIC * topicCosine(topic, topicOf(draft));
    const away = AWAY * Math.abs(k - group.before - 0.5);
    const score = held - away + (draft === before ? BESIDE + ABOVE : draft === after ? BESIDE : 0);
    if (held >= least && score > bestScore) [best, bestScore] = [draft, score];
  }
  if (best) best.media.push(...group.blocks);
  else drafts.push({ ...emptyDraft(), media: [...group.blocks], text: "" });
}
