// Pictures' captions, photographers and scan codes → the article that they show, or an article of their own.
import { remembered } from "../../lib/remembered.ts";
import type { MediaGroup } from "../joins/flow.ts";
import { CREDIT_TAIL } from "../page/patterns.ts";
import type { PageBlock } from "../page/roles.ts";
import { type Affinity, topicCosine } from "../sense/affinity.ts";
import type { Grams, Vocabulary } from "../sense/cohesion.ts";
import { type Draft, emptyDraft } from "./draft.ts";

/**
 * What speaks for an article beside a caption, in nats: the share of the caption's words that the article holds, the cosine of
 * their topics, its place. Fitted to 1,700 captions of composed pages (conditional logit); the picture's length is left out.
 */
const HELD = 3.8;
const TOPIC = 4.8;
const ABOVE = 1.7;
/** The article above goes on below the picture. */
const SAME = 1.15;
/** Nothing but the picture parts it. */
const INSIDE = 1.3;
/** Stretches on either side that may own it, and what each step away costs. */
const REACH = 10;
const AWAY = 0.17;
/** What speaks for a picture that is news by itself: it tells its day, and has several sentences. */
const ALONE = 1;
const DATED = 2.5;
const SENTENCE = 2.2;
const MOST_SENTENCES = 3;
const DAYS = /(?:[\d０-９]{4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日/gu;

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
  if (captions.length === 0) {
    const owner = before ?? after;
    if (owner) owner.media.push(...group.blocks);
    else drafts.push({ ...emptyDraft(), media: [...group.blocks] });
    return;
  }
  // The day and the photographer are everyone's: they say nothing of whose picture it is.
  const words = captions.map((block) => block.squeezed.replace(CREDIT_TAIL, "$1").replace(DAYS, "|")).join("|");
  const topic = affinity.topicOf(affinity.headOf(captions, words.length));
  const inside = before !== undefined && isInside(group, before);
  let best: Draft | undefined;
  let bestScore = newsScore(captions);
  for (let k = group.before - REACH + 1; k <= group.before + REACH; k++) {
    const draft = byStretch.get(k);
    if (!draft) continue;
    const place = draft === before ? ABOVE + (before === after ? SAME : 0) + (inside ? INSIDE : 0) : 0;
    const own = HELD * vocabulary.containment(words, gramsOf(draft)) + TOPIC * topicCosine(topic, topicOf(draft));
    const score = own + place - AWAY * Math.abs(k - group.before - 0.5);
    if (score > bestScore) [best, bestScore] = [draft, score];
  }
  if (best) best.media.push(...group.blocks);
  else drafts.push({ ...emptyDraft(), media: [...group.blocks], text: "" });
}

/** How much a picture's words look like news by themselves, in nats. */
function newsScore(captions: readonly PageBlock[]): number {
  const text = captions[0]!.squeezed;
  const sentences = text.match(/[。！？]/gu)?.length ?? 0;
  const dated =
    /^.{0,4}?(?:[\d０-９]{4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日|^.{0,6}(?:近日|日前|昨[日天]|今天)/u.test(text);
  return ALONE + (dated ? DATED : 0) + SENTENCE * (Math.min(sentences, MOST_SENTENCES) - 1);
}
