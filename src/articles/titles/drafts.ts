// Stretches, joins, headings and pictures → drafts of articles: which blocks, in which order, with which title.

import type { Flow, Stretch } from "../joins/flow.ts";
import type { Join } from "../joins/joins.ts";
import { columnOf } from "../page/columns.ts";
import { cutLine } from "../page/lines.ts";
import { COLUMN_LABEL, DOCUMENT_TITLE, OPEN_LABEL, SERIES_LABEL } from "../page/patterns.ts";
import { balanced, type PageBlock } from "../page/roles.ts";
import type { Vocabulary } from "../sense/cohesion.ts";
import type { PageSense } from "../sense/sense.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { draftWords, placeMedia } from "./media.ts";
import { type TitleUnit, titleUnits } from "./titles.ts";

export function draftsOf(flow: Flow, joins: readonly Join[], sense: PageSense): Draft[] {
  const { vocabulary, affinity } = sense;
  const drafts = chains(flow.stretches, joins);
  const byStretch = new Map<number, Draft>();
  for (const draft of drafts) for (const stretch of draft.stretches) byStretch.set(stretch.index, draft);
  const units = titleUnits(flow, drafts, sense);
  for (const { zone, blocks, dates, draft } of units)
    if (draft) removeBlocks(flow.stretches[zone.before], [...blocks, ...dates]);
  const alone: Draft[] = [];
  for (const unit of units) if (unit.draft) giveTitle(unit, unit.draft, vocabulary);
  units.forEach((unit, k) => {
    if (unit.pointer) alone.push(teaserOf(unit, units[k + 1]));
    else if (!unit.draft) placeLeftover(unit, byStretch, alone);
  });
  const words = draftWords(vocabulary, affinity);
  for (const group of flow.media) placeMedia(group, drafts, byStretch, words);
  return [...drafts, ...alone];
}

export function chains(stretches: readonly Stretch[], joins: readonly Join[]): Draft[] {
  const next = new Map(joins.map((join) => [join.from, join]));
  const joined = new Set(joins.map((join) => join.to));
  const drafts: Draft[] = [];
  for (const stretch of stretches) {
    if (joined.has(stretch.index)) continue;
    const members = [stretch];
    const taken: Join[] = [];
    for (let join = next.get(stretch.index); join; join = next.get(join.to)) {
      members.push(stretches[join.to]!);
      taken.push(join);
    }
    drafts.push(emptyDraft(members, taken));
  }
  return drafts;
}

/** A headline with a page reference. The reference itself is printed once: it goes to the last of the teasers it closes. */
function teaserOf({ blocks, pointer, dates }: TitleUnit, next: TitleUnit | undefined): Draft {
  const own = pointer && !blocks.includes(pointer) && next?.pointer !== pointer;
  return {
    ...emptyDraft(),
    title: blocks,
    labels: [...dates],
    pointer: own ? pointer : null,
    to: pointer?.to ?? null,
    text: blocks.map((block) => block.squeezed).join(""),
  };
}

function giveTitle({ blocks, dates }: TitleUnit, draft: Draft, vocabulary: Vocabulary): void {
  draft.title = titleBlocks(blocks, draft, vocabulary);
  draft.labels.push(...dates);
}

/** The unit without a column's label: one in its frame, or words before a blank that share nothing with the article while later ones do. */
function titleBlocks(blocks: readonly PageBlock[], draft: Draft, vocabulary: Vocabulary): readonly PageBlock[] {
  const parts = blocks.flatMap(partsOf);
  const own = partsOf(blocks[0]!).length;
  // The body that issues a document is its kicker: "中共中央 国务院".
  const isDocument = DOCUMENT_TITLE.test(parts.at(-1)!.squeezed);
  let first = 0;
  while (first < parts.length - 1 && isFramed(parts[first]!, draft, vocabulary)) first++;
  if (own > 1 && !isDocument) {
    const grams = vocabulary.grams(draft.text);
    const known = parts.map((part) => vocabulary.containment(part.squeezed, grams));
    while (first < own - 1 && isLabel(parts[first]!, known[first]!, known.slice(first + 1))) {
      // "千舸竞 粽飘香": a couplet is a label as a whole, or none.
      if (parts[first]!.squeezed.length === parts[first + 1]!.squeezed.length && known[first + 1]! >= 0.15) break;
      first++;
    }
  }
  const printed = parts.filter((part, k) => k >= first && (k === first || !isFramed(part, draft, vocabulary)));
  draft.labels.push(...parts.filter((part) => !printed.includes(part)));
  return printed;
}

/** A column's name in its frame; behind one mark it may be the headline of a brief, whose words the text holds. */
const isFramed = ({ squeezed }: PageBlock, { text }: Draft, vocabulary: Vocabulary): boolean =>
  COLUMN_LABEL.test(squeezed) &&
  !(OPEN_LABEL.test(squeezed) && vocabulary.containment(squeezed, vocabulary.grams(text)) > 0.3);

const isLabel = (part: PageBlock, known: number, later: readonly number[]): boolean => {
  const { squeezed } = part;
  if (squeezed.length > 26 || !balanced(squeezed)) return false;
  const column = columnOf(squeezed);
  if (column === 2 || SERIES_LABEL.test(squeezed)) return true;
  const most = Math.max(...later);
  return (
    squeezed.length <= 20 && (known < 0.15 || (known < 0.4 && (column === 1 || /·/u.test(squeezed)))) && most > 0.3
  );
};

/** A blank between two parts; beside digits and Latin letters many printers set one anyway. */
const BORDER = /(?<![\w０-９％%])\s+(?![\w０-９])/u;

/** The parts of a heading that blanks set apart, as blocks of their own; letters spaced out are one part, a frame is one. */
function partsOf(block: PageBlock): PageBlock[] {
  const parts = block.lines.flatMap((line) => cutLine(line, partCuts(line.text)));
  if (parts.length === block.lines.length) return [block];
  return parts.map((line) => ({ ...block, lines: [line], squeezed: line.text.replace(/\s+/gu, "") }));
}

const FRAMED = /^\s*[【［〖][^【】［］〖〗]{2,24}[】］〗](?=.{4})/u;

/** A mark set apart from its line. */
const MARK = /^[●■◆▲○◇□]$/u;

/** Where the parts behind the first begin; none where a part would be too short to be one. */
function partCuts(text: string): number[] {
  const frame = FRAMED.exec(text);
  if (frame) return [frame[0].length];
  const cuts: number[] = [];
  const lengths = [0];
  let single = false;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const border = index > end && end > 0 && BORDER.test(text.slice(end - 1, index + 1));
    if (border && !(single && word.length === 1)) {
      cuts.push(end);
      lengths.push(0);
    }
    if (MARK.test(word)) continue;
    lengths[lengths.length - 1]! += word.length;
    single = word.length === 1;
    end = index + word.length;
  }
  return lengths.every((length) => length >= 3) ? cuts : [];
}

/** A heading inside the running text leaves it when it turns out to be a title. */
function removeBlocks(stretch: Stretch | undefined, blocks: readonly PageBlock[]): void {
  if (!stretch) return;
  const kept = stretch.blocks.filter((block) => !blocks.includes(block));
  if (kept.length < stretch.blocks.length) stretch.blocks.splice(0, stretch.blocks.length, ...kept);
}

/** A heading that is no title: inside a stretch it stays there; elsewhere it is a text of its own. */
function placeLeftover(
  { zone, blocks, dates }: TitleUnit,
  byStretch: ReadonlyMap<number, Draft>,
  alone: Draft[],
): void {
  if (zone.before === zone.after && byStretch.has(zone.before)) return;
  const before = byStretch.get(zone.before);
  const after = byStretch.get(zone.after);
  if (before && before === after) {
    before.stretches.find((stretch) => stretch.index === zone.before)!.blocks.push(...blocks, ...dates);
    return;
  }
  if (after && after.title.length > 0 && after.stretches[0]!.index === zone.after) {
    after.labels.push(...blocks, ...dates);
    return;
  }
  const text = blocks.map((block) => block.squeezed).join("");
  alone.push({ ...emptyDraft(), title: blocks, labels: [...dates], text });
}
