// Stretches, joins, headings and pictures → drafts of articles: which blocks, in which order, with which title.
import type { Grams, Vocabulary } from "./cohesion.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import type { Flow, HeadingGroup, Stretch } from "./flow.ts";
import type { Join } from "./joins.ts";
import { type Line, splitLine } from "./lines.ts";
import { placeMedia } from "./media.ts";
import { COLUMN_LABEL, DOCUMENT_TITLE } from "./patterns.ts";
import type { PageBlock } from "./roles.ts";

export function draftsOf(flow: Flow, joins: readonly Join[], vocabulary: Vocabulary): Draft[] {
  const drafts = chains(flow.stretches, joins);
  const byStretch = new Map<number, Draft>();
  for (const draft of drafts) for (const stretch of draft.stretches) byStretch.set(stretch.index, draft);
  const teasers = flow.headings.filter((group) => group.pointer).map((group, k, all) => teaserOf(group, all[k + 1]));
  const rest = assignTitles(flow, drafts, byStretch, vocabulary);
  for (const group of rest) placeLeftover(group, byStretch, teasers);
  for (const group of flow.media) placeMedia(group, drafts, byStretch, vocabulary);
  return [...drafts, ...teasers];
}

function chains(stretches: readonly Stretch[], joins: readonly Join[]): Draft[] {
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
function teaserOf(group: HeadingGroup, next: HeadingGroup | undefined): Draft {
  const own = group.pointer && !group.blocks.includes(group.pointer) && next?.pointer !== group.pointer;
  return {
    ...emptyDraft(),
    title: group.blocks,
    pointer: own ? group.pointer : null,
    to: group.pointer?.to ?? null,
    text: group.blocks.map((block) => block.squeezed).join(""),
  };
}

/** A heading and an article it may be the title of. */
interface TitleCandidate {
  readonly group: HeadingGroup;
  readonly draft: Draft;
  readonly score: number;
}

const TITLE_THRESHOLD = 0.9;

/** Best pairs first, one headline an article; returns the groups that are nobody's title. */
function assignTitles(
  flow: Flow,
  drafts: readonly Draft[],
  byStretch: ReadonlyMap<number, Draft>,
  vocabulary: Vocabulary,
): HeadingGroup[] {
  const grams = new Map(drafts.map((draft) => [draft, vocabulary.grams(draft.text)]));
  const groups = flow.headings
    .filter((group) => !group.pointer)
    .flatMap((group) => splitGroup(group, byStretch, grams, vocabulary));
  const candidates: TitleCandidate[] = [];
  for (const group of groups) {
    const words = group.blocks.map((block) => block.squeezed).join("|");
    for (const draft of nearDrafts(group, drafts, byStretch)) {
      const overlap = vocabulary.containment(words, grams.get(draft)!);
      const score = overlap * 2 + placeScore(group, draft, flow.headings);
      if (score >= TITLE_THRESHOLD) candidates.push({ group, draft, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.group.blocks[0]!.index - b.group.blocks[0]!.index);
  const used = new Set<HeadingGroup>();
  for (const { group, draft } of candidates) {
    if (used.has(group) || draft.title.length > 0) continue;
    used.add(group);
    draft.title = titleBlocks(group, draft, grams.get(draft)!, vocabulary);
    draft.labels.push(...group.dates);
    // A heading inside the running text leaves it when it turns out to be the title.
    for (const stretch of draft.stretches) removeBlocks(stretch, [...group.blocks, ...group.dates]);
  }
  return groups.filter((group) => !used.has(group));
}

/** Where the headline below one article touches the headline above the next: the words tell which line is whose. */
function splitGroup(
  group: HeadingGroup,
  byStretch: ReadonlyMap<number, Draft>,
  grams: ReadonlyMap<Draft, Grams>,
  vocabulary: Vocabulary,
): HeadingGroup[] {
  const above = byStretch.get(group.before);
  const below = byStretch.get(group.after);
  if (!above || !below || above === below || group.blocks.length < 2) return [group];
  const gains = group.blocks.map((block) => {
    const known = (draft: Draft): number => vocabulary.containment(block.squeezed, grams.get(draft)!);
    return known(above) - known(below);
  });
  let first = 0;
  while (first < gains.length && gains[first]! > CLEARLY) first++;
  if (first === 0 || first === gains.length || gains.slice(first).some((gain) => gain > 0)) return [group];
  return [
    { ...group, blocks: group.blocks.slice(0, first), dates: [] },
    { ...group, blocks: group.blocks.slice(first) },
  ];
}
const CLEARLY = 0.2;

const NEAR = 12;

function nearDrafts(group: HeadingGroup, drafts: readonly Draft[], byStretch: ReadonlyMap<number, Draft>): Draft[] {
  const around = byStretch.get(group.before);
  if (around && group.before === group.after) return [around];
  if (drafts.length <= NEAR) return [...drafts];
  const near = new Set<Draft>();
  for (let k = group.before - NEAR / 2; k <= group.after + NEAR / 2; k++) {
    const draft = byStretch.get(k);
    if (draft) near.add(draft);
  }
  return [...near];
}

/** Directly above the article is a headline's place; inside and directly below are met, elsewhere seldom. */
function placeScore(group: HeadingGroup, draft: Draft, all: readonly HeadingGroup[]): number {
  const first = draft.stretches[0]!;
  const last = draft.stretches.at(-1)!;
  const inside = draft.stretches.some((stretch) => stretch.index === group.before);
  if (inside && group.before === group.after) return scoreInside(group, draft, all);
  if (inside && draft.stretches.some((stretch) => stretch.index === group.after)) return 0.5;
  if (group.after === first.index && standsAbove(group, first, all))
    return first.start === "open" && group.before >= 0 ? 0.8 : 1.5;
  if (group.before === last.index) return 0.3;
  return 0.1 - 0.1 * Math.min(Math.abs(group.before - last.index), Math.abs(group.after - first.index));
}

/** No other heading or teaser stands between them, and no more than a picture with its photographer. */
function standsAbove(group: HeadingGroup, first: Stretch, all: readonly HeadingGroup[]): boolean {
  const end = (group.dates.at(-1) ?? group.blocks.at(-1)!).index;
  const start = first.blocks[0]!.index;
  const between = (index: number): boolean => index > end && index < start;
  if (all.some((other) => between(other.blocks[0]!.index))) return false;
  return start - end - 1 - first.head.filter((block) => between(block.index)).length <= ASIDE;
}
const ASIDE = 2;

const isDisplay = (group: HeadingGroup): boolean =>
  group.blocks.length > 1 || group.blocks[0]!.lines.some((line) => /\S{4}\s+\S{4}/u.test(line.text));

/** A heading inside an article follows a finished paragraph; one that stands in the middle of a sentence was only put there. */
function scoreInside(group: HeadingGroup, draft: Draft, groups: readonly HeadingGroup[]): number {
  const members = new Set(draft.stretches.map(({ index }) => index));
  const stretch = draft.stretches.find(({ index }) => index === group.before)!;
  const at = stretch.blocks.findIndex((block) => block.index === group.blocks[0]!.index);
  const above = stretch.blocks[at - 1];
  const dropped = above?.role === "text" && /[^。！？!?”’）)…：:]$/u.test(above.squeezed);
  if (dropped) return 0.2;
  if (!isDisplay(group) || draft.stretches[0]!.start !== "new") return -0.6;
  // The one heading in two parts, among headings in one, of an article that has none above it.
  const displays = groups.filter(
    (other) => other.before === other.after && members.has(other.before) && isDisplay(other),
  );
  return displays.length === 1 ? 0.95 : -0.6;
}

/** The group without a column's label: leading parts that share nothing with the article while later ones do. */
function titleBlocks(group: HeadingGroup, draft: Draft, grams: Grams, vocabulary: Vocabulary): readonly PageBlock[] {
  const parts = group.blocks.flatMap(partsOf);
  const known = parts.map((part) => vocabulary.containment(part.squeezed, grams));
  // The body that issues a document is its kicker: "中共中央 国务院".
  const isDocument = DOCUMENT_TITLE.test(parts.at(-1)!.squeezed);
  let first = 0;
  while (first < parts.length - 1 && COLUMN_LABEL.test(parts[first]!.squeezed)) first++;
  while (!isDocument && first < parts.length - 1 && isLabel(parts[first]!, known[first]!, known.slice(first + 1)))
    first++;
  const printed = parts.filter((part, k) => k >= first && (k === first || !COLUMN_LABEL.test(part.squeezed)));
  draft.labels.push(...parts.filter((part) => !printed.includes(part)));
  return printed;
}

const isLabel = (part: PageBlock, known: number, later: readonly number[]): boolean =>
  part.squeezed.length <= 20 &&
  (known < 0.15 || (known < 0.4 && /·/u.test(part.squeezed))) &&
  later.some((value) => value > 0.3);

/** The parts of a heading that blanks set apart, as blocks of their own; letters spaced out are one part. */
function partsOf(block: PageBlock): PageBlock[] {
  const parts = block.lines.flatMap((line) => {
    const words = line.text.split(/\s+/u);
    return words.length > 1 && words.every((word) => word.length >= 3) ? lineParts(line) : [line];
  });
  if (parts.length === block.lines.length) return [block];
  return parts.map((line) => ({ ...block, lines: [line], squeezed: line.text.replace(/\s+/gu, "") }));
}

function lineParts(line: Line): Line[] {
  const blank = /\s+/u.exec(line.text);
  if (!blank) return [line];
  const [head, tail] = splitLine(line, blank.index);
  return [head, ...lineParts(tail)];
}

function removeBlocks(stretch: Stretch, blocks: readonly PageBlock[]): void {
  const kept = stretch.blocks.filter((block) => !blocks.includes(block));
  if (kept.length < stretch.blocks.length) stretch.blocks.splice(0, stretch.blocks.length, ...kept);
}

/** A heading that is no title: inside a stretch it stays there; elsewhere it is a text of its own. */
function placeLeftover(group: HeadingGroup, byStretch: ReadonlyMap<number, Draft>, teasers: Draft[]): void {
  if (group.before === group.after && byStretch.has(group.before)) return;
  const before = byStretch.get(group.before);
  const after = byStretch.get(group.after);
  if (before && before === after) {
    before.stretches.find((stretch) => stretch.index === group.before)!.blocks.push(...group.blocks, ...group.dates);
    return;
  }
  if (after && after.title.length > 0 && after.stretches[0]!.index === group.after) {
    after.labels.push(...group.blocks, ...group.dates);
    return;
  }
  const text = group.blocks.map((block) => block.squeezed).join("");
  teasers.push({ ...emptyDraft(), title: group.blocks, labels: [...group.dates], text });
}
