// Borders that nothing printed shows: a paragraph ends, and the next one is of another article (a column of a piece that
// was begun elsewhere). Found by words alone: what follows shares next to nothing with what stands above it, and much
// more with another article of the page. After Hearst 1997, "TextTiling", with the other articles as the yardstick.
import type { Grams, Vocabulary } from "./cohesion.ts";
import type { Flow, Stretch } from "./flow.ts";
import type { Join } from "./joins.ts";

export interface Drift {
  readonly stretch: number;
  /** Index in the stretch's blocks of the first block that is foreign. */
  readonly at: number;
  /** Last stretch of the article that it is likelier to go on. */
  readonly likely: number;
}

const WINDOW = 600;
/** Texts of one article rarely share less. */
const STRANGE = 0.02;
const STRANGE_PICTURED = 0.03;
const FAMILIAR = 0.05;
const TIMES = 3;
/** Fewer characters prove nothing. */
const LEAST = 60;
/** Articles this near on the page are compared. */
const REACH = 12;

/** At most one drift a stretch, sorted by stretch. Cost: O(length × REACH) at worst, on pages of unconnected paragraphs. */
export function findDrifts(flow: Flow, joins: readonly Join[], vocabulary: Vocabulary): Drift[] {
  const articles = articlesOf(flow, joins, vocabulary);
  const home = new Map(articles.flatMap((article, k) => article.members.map((stretch) => [stretch.index, k] as const)));
  const drifts: Drift[] = [];
  for (const stretch of flow.stretches) {
    const own = home.get(stretch.index)!;
    const others = articles.filter((_, k) => k !== own && Math.abs(k - own) <= REACH);
    const drift = strongestDrift(stretch, articles[own]!, others, vocabulary);
    if (drift) drifts.push(drift);
  }
  return drifts;
}

interface Sample {
  readonly members: readonly Stretch[];
  readonly grams: Grams;
}

function articlesOf(flow: Flow, joins: readonly Join[], vocabulary: Vocabulary): Sample[] {
  const next = new Map(joins.map((join) => [join.from, join.to]));
  const joined = new Set(joins.map((join) => join.to));
  return flow.stretches
    .filter((stretch) => !joined.has(stretch.index))
    .map((stretch) => {
      const members = [stretch];
      for (let to = next.get(stretch.index); to !== undefined; to = next.get(to)) members.push(flow.stretches[to]!);
      return {
        members,
        grams: vocabulary.grams(
          members
            .map(textOf)
            .join("")
            .slice(0, 3 * WINDOW),
        ),
      };
    });
}

const textOf = (stretch: Stretch): string => stretch.blocks.map((block) => block.squeezed).join("");

function strongestDrift(
  stretch: Stretch,
  own: Sample,
  others: readonly Sample[],
  vocabulary: Vocabulary,
): Drift | null {
  const place = own.members.indexOf(stretch);
  const before = own.members
    .slice(Math.max(0, place - 3), place)
    .map(textOf)
    .join("");
  const after = own.members
    .slice(place + 1, place + 3)
    .map(textOf)
    .join("");
  const blocks = stretch.blocks.map((block) => block.squeezed);
  let best: Drift | null = null;
  let bestGain = 0;
  for (let at = 1; at < blocks.length; at++) {
    if (stretch.blocks[at]!.role !== "text") continue;
    const right = windowAfter(blocks, at, after);
    const left = windowBefore(blocks, at, before);
    if (right.length < LEAST || left.length < LEAST) continue;
    const rightGrams = vocabulary.grams(right);
    const kept = vocabulary.similarity(vocabulary.grams(left), rightGrams);
    // A picture below a finished paragraph often closes the article: less is asked there.
    const pictured = stretch.blocks[at]!.index > stretch.blocks[at - 1]!.index + 1;
    if (kept > (pictured ? STRANGE_PICTURED : STRANGE)) continue;
    for (const other of others) {
      const there = vocabulary.similarity(other.grams, rightGrams);
      if (there < FAMILIAR || there < kept * TIMES || there - kept <= bestGain) continue;
      best = { stretch: stretch.index, at, likely: other.members.at(-1)!.index };
      bestGain = there - kept;
    }
  }
  return best;
}

function windowBefore(blocks: readonly string[], at: number, before: string): string {
  let text = "";
  for (let k = at - 1; k >= 0 && text.length < WINDOW; k--) text = blocks[k]! + text;
  return (text.length < WINDOW ? before + text : text).slice(-WINDOW);
}

function windowAfter(blocks: readonly string[], at: number, after: string): string {
  let text = "";
  for (let k = at; k < blocks.length && text.length < WINDOW; k++) text += blocks[k]!;
  return (text.length < WINDOW ? text + after : text).slice(0, WINDOW);
}

/** The flow with each drifting stretch cut in two; places of headings and pictures follow. */
export function cutDrifts(flow: Flow, drifts: readonly Drift[]): Flow {
  const byStretch = new Map(drifts.map((drift) => [drift.stretch, drift]));
  const shift: number[] = [];
  let cuts = 0;
  for (const stretch of flow.stretches) {
    shift.push(stretch.index + cuts);
    if (byStretch.has(stretch.index)) cuts++;
  }
  const stretches = flow.stretches.flatMap((stretch) => cutStretch(stretch, byStretch.get(stretch.index), shift));
  const moved = (index: number, block: number): number => {
    const to = shift[index];
    if (to === undefined) return index < 0 ? index : index + cuts;
    const second = stretches[to + 1];
    return byStretch.has(index) && second && block > second.blocks[0]!.index - 1 ? to + 1 : to;
  };
  return {
    ...flow,
    stretches,
    headings: flow.headings.map((group) => ({
      ...group,
      before: moved(group.before, group.blocks[0]!.index),
      after: moved(group.after, group.blocks[0]!.index),
    })),
    media: flow.media.map((group) => ({ ...group, before: moved(group.before, group.blocks[0]!.index) })),
  };
}

function cutStretch(stretch: Stretch, drift: Drift | undefined, shift: readonly number[]): Stretch[] {
  const index = shift[stretch.index]!;
  if (!drift) return [{ ...stretch, index }];
  const blocks = stretch.blocks;
  const first: Stretch = { ...stretch, index, blocks: blocks.slice(0, drift.at), tail: [], closed: false };
  const second: Stretch = {
    ...stretch,
    index: index + 1,
    blocks: blocks.slice(drift.at),
    start: "open",
    head: [],
    likely: shift[drift.likely]!,
  };
  return [first, second];
}
