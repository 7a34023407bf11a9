// Pictures that are the news: a label, perhaps a headline, a caption of some sentences, the photographer. The headline is
// the caption's own when the caption holds its words and the texts around do not.
//
//   图片新闻                 ◂ or no label
//   江滩花海迎客来
//   图为3月9日,市民在江边赏花。
//   本报记者 刘斌 摄
import { clip } from "../../lib/clip.ts";
import { type Values, weigh } from "../../lib/weigh.ts";
import { stopsMidSentence } from "../page/blocks.ts";
import { COLUMN_LABEL, CREDIT_TAIL, OPEN_LABEL } from "../page/patterns.ts";
import { heldShare, type PageBlock } from "../page/roles.ts";
import type { Grams, Vocabulary } from "../sense/cohesion.ts";
import { type Draft, emptyDraft } from "../titles/draft.ts";
import { type HeadLines, windows } from "./head-lines.ts";
import { PICTURE_WEIGHTS } from "./picture-weights.ts";

/** Share of the headline's words that the caption holds, and how much more than the texts around. */
const HELD = 0.35;
const MORE = 0.15;
/** A headline below its picture is met seldom. */
const HELD_ABOVE = 0.5;
const MOST_LINES = 3;
const WINDOW = 600;

/** In page order; adds the indexes of their blocks to `taken`. Cost: O(blocks + captions × window). */
export function takePictures(
  blocks: readonly PageBlock[],
  vocabulary: Vocabulary,
  lines: HeadLines,
  taken: Set<number>,
): Draft[] {
  const drafts: Draft[] = [];
  for (const [start, end] of pictures(blocks)) {
    const draft = pictureNews(blocks, [start, end], vocabulary, lines, taken);
    if (!draft) continue;
    drafts.push(draft);
    for (const { index } of blocksOf(draft)) taken.add(index);
  }
  for (const draft of farPictures(blocks, vocabulary, taken)) {
    drafts.push(draft);
    for (const { index } of blocksOf(draft)) taken.add(index);
  }
  return drafts;
}

const blocksOf = ({ title, labels, media }: Draft): PageBlock[] => [...title, ...labels, ...media];

/** A scan may give a picture's headline far from its caption: then the words alone must tell, and tell clearly. */
const HELD_FAR = 0.6;
const HELD_FAR_UNDER_LABEL = 0.4;
const MORE_FAR = 0.25;
const CAPTION = 30;
/** In blocks; a page of common length has fewer. */
const REACH = 160;

function farPictures(blocks: readonly PageBlock[], vocabulary: Vocabulary, taken: ReadonlySet<number>): Draft[] {
  const free = (block: PageBlock | undefined): boolean => block !== undefined && !taken.has(block.index);
  const captions = pictures(blocks)
    .map(([start, end]) => blocks.slice(start, end))
    .filter((media) => media.every(free) && media[0]!.squeezed.length >= CAPTION)
    .map((media) => ({ media, grams: vocabulary.grams(media.map(({ squeezed }) => squeezed).join("")) }));
  if (captions.length === 0) return [];
  let texts: Grams[] | undefined;
  const drafts: Draft[] = [];
  const used = new Set<PageBlock>();
  const runs = headRuns(blocks, free);
  for (const { media, grams } of captions) {
    let best: Draft | null = null;
    let bestShare = 0;
    for (const heads of runs) {
      if (Math.abs(heads[0]!.index - media[0]!.index) > REACH || heads.some((head) => used.has(head))) continue;
      const above = blocks[heads[0]!.index - 1];
      if (isInside(above, blocks[heads.at(-1)!.index + 1])) continue;
      const label = above?.role === "picture-label" && free(above) ? above : null;
      const words = heads.map(({ squeezed }) => squeezed).join("|");
      const own = vocabulary.containment(words, grams);
      if (own < (label ? HELD_FAR_UNDER_LABEL : HELD_FAR) || own <= bestShare) continue;
      texts ??= windows(blocks).map((text) => vocabulary.grams(text));
      const others = Math.max(0, ...texts.map((text) => vocabulary.containment(words, text)));
      if (own < others + (label ? 0 : MORE_FAR)) continue;
      [best, bestShare] = [draftOf(heads, label ? [label] : [], media), own];
    }
    if (!best) continue;
    drafts.push(best);
    for (const head of best.title) used.add(head);
  }
  return drafts;
}

/** Between a text that has ended and one without a lead stands a heading inside an article. */
const isInside = (above: PageBlock | undefined, below: PageBlock | undefined): boolean =>
  above?.role === "text" && !stopsMidSentence(above.squeezed) && below?.role === "text" && !below.lead;

/** Runs of headings and each of their lines, longest first. */
function headRuns(blocks: readonly PageBlock[], free: (block: PageBlock) => boolean): PageBlock[][] {
  const runs: PageBlock[][] = [];
  for (const block of blocks) {
    if (block.role !== "heading" || !free(block)) continue;
    const last = runs.at(-1);
    if (last && last.at(-1)!.index === block.index - 1) last.push(block);
    else runs.push([block]);
  }
  return runs.flatMap((run) => [
    ...(run.length <= MOST_LINES ? [run] : []),
    ...(run.length > 1 ? run.map((head) => [head]) : []),
  ]);
}

/** Runs [start, end) of a caption with its photographer; a caption behind a photographer is another picture's. */
export function pictures(blocks: readonly PageBlock[]): [number, number][] {
  const runs: [number, number][] = [];
  blocks.forEach(({ role }, k) => {
    const last = runs.at(-1);
    if (role === "caption") {
      if (last && last[1] === k && blocks[k - 1]!.role === "caption" && !hasCredit(blocks[k - 1]!)) last[1] = k + 1;
      else runs.push([k, k + 1]);
    } else if ((role === "credit" || role === "note") && last && last[1] === k) last[1] = k + 1;
  });
  return runs;
}

const hasCredit = ({ squeezed }: PageBlock): boolean => CREDIT_TAIL.test(squeezed);

function pictureNews(
  blocks: readonly PageBlock[],
  [start, end]: readonly [number, number],
  vocabulary: Vocabulary,
  lines: HeadLines,
  taken: ReadonlySet<number>,
): Draft | null {
  const free = (k: number): boolean => k >= 0 && k < blocks.length && !taken.has(k);
  const media = blocks.slice(start, end);
  let top = start;
  while (free(top - 1) && isHead(blocks[top - 1]!) && start - top < MOST_LINES) top--;
  const held = heldBy(media, blocks, start, end, vocabulary);
  const label = free(top - 1) && blocks[top - 1]!.role === "picture-label" ? blocks[top - 1]! : null;
  if (label) return draftOf(blocks.slice(top, start), [label], media);
  let best: readonly PageBlock[] = [];
  let bestScore = 0;
  for (let from = top; from < start; from++) {
    const score = weigh(pictureEvidence(blocks, from, [start, end], held, lines), PICTURE_WEIGHTS);
    if (score > bestScore) [best, bestScore] = [blocks.slice(from, start), score];
  }
  if (best.length > 0) return draftOf(best, [], media);
  let bottom = end;
  while (free(bottom) && isHead(blocks[bottom]!) && bottom - end < MOST_LINES) bottom++;
  const below = blocks.slice(end, bottom);
  if (below.length === 0) return null;
  const { own, others } = held(below);
  return own >= HELD_ABOVE && own >= others + MORE ? draftOf(below, [], media) : null;
}

export type PictureValues = Values<Exclude<keyof typeof PICTURE_WEIGHTS, "bias">>;

/** What speaks for the lines from block `from` on as the headline of the picture whose caption they stand above. */
export function pictureEvidence(
  blocks: readonly PageBlock[],
  from: number,
  [start, end]: readonly [number, number],
  held: (heads: readonly PageBlock[]) => Held,
  lines: HeadLines,
): PictureValues {
  const values: PictureValues = {};
  const heads = blocks.slice(from, start);
  const { own, others } = held(heads);
  const caption = blocks[start]!.squeezed;
  values.own = own;
  values.others = others;
  const sentences = caption.match(/[。！？]/gu)?.length ?? 0;
  values.sentences = Math.min(sentences, 3) - 1;
  if (DATED.test(caption)) values.dated = 1;
  if (/^图为/u.test(caption)) values.shows = 1;
  const above = blocks[from - 1];
  const join = (k: number): number => clip(lines.joins(blocks[k]!, blocks[k + 1]!, "pointer"), -4, 4);
  if (above?.role === "heading" && heads[0]!.role === "heading") values.parts = join(from - 1);
  else if (above?.role === "text" && stopsMidSentence(above.squeezed)) values.openAbove = 1;
  else if (above?.role === "label") values.labelled = 1;
  if (blocks[end]?.role === "text") values[blocks[end]!.lead ? "leadBelow" : "textBelow"] = 1;
  if (heads.length > 1) {
    values.several = 1;
    let weakest = 4;
    for (let k = from; k + 1 < start; k++) weakest = Math.min(weakest, join(k));
    values.joined = weakest;
  }
  return values;
}
const DATED =
  /^.{0,4}?(?:[\d０-９]{4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日|^.{0,6}(?:近日|日前|昨[日天]|今天|连日来)/u;

const isHead = ({ role }: PageBlock): boolean => role === "heading" || role === "label";

export interface Held {
  readonly own: number;
  readonly others: number;
}

/** How much of a headline's words the caption holds, and the texts before and behind it. */
export function heldBy(
  media: readonly PageBlock[],
  blocks: readonly PageBlock[],
  start: number,
  end: number,
  vocabulary: Vocabulary,
): (heads: readonly PageBlock[]) => Held {
  const caption = media.map(({ squeezed }) => squeezed).join("");
  return (heads) => {
    const words = heads
      .filter(({ role, squeezed }) => role === "heading" || isOpenHead(squeezed, caption))
      .map(({ squeezed }) => squeezed)
      .join("|");
    if (words === "") return { own: 0, others: 0 };
    const share = (text: string): number => vocabulary.containment(words, vocabulary.grams(text));
    return {
      own: share(caption),
      others: Math.max(share(textFrom(blocks, end, 1)), share(textFrom(blocks, start - 1, -1))),
    };
  };
}

/** Running text from a block on, upwards or downwards. */
function textFrom(blocks: readonly PageBlock[], first: number, step: 1 | -1): string {
  const parts: string[] = [];
  let length = 0;
  for (let k = first; k >= 0 && k < blocks.length && length < WINDOW; k += step) {
    const { role, squeezed } = blocks[k]!;
    if (role !== "text") continue;
    const part = step > 0 ? squeezed.slice(0, WINDOW) : squeezed.slice(-WINDOW);
    length += part.length;
    parts.push(part);
  }
  return parts.join("|");
}

/** Behind one mark may stand a column's name or the headline's first line: then the caption has its words. */
const isOpenHead = (words: string, caption: string): boolean =>
  OPEN_LABEL.test(words) && heldShare(words.slice(1), caption) > HELD;

function draftOf(heads: readonly PageBlock[], labels: readonly PageBlock[], media: readonly PageBlock[]): Draft {
  const text = media.map(({ squeezed }) => squeezed).join("");
  const isLabel = ({ role, squeezed }: PageBlock): boolean =>
    (role === "label" || COLUMN_LABEL.test(squeezed)) && !isOpenHead(squeezed, text);
  return {
    ...emptyDraft(),
    title: heads.filter((block) => !isLabel(block)),
    labels: [...labels, ...heads.filter(isLabel)],
    media: [...media],
    text,
  };
}
