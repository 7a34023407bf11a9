// Which sentences are the evidence of an entity or of a tie, chosen by numbers alone: a hub has ten thousand mentions, of
// which twenty are read.
import type { Places } from "./mention-places.ts";

/** A sentence by its article's number and its own. */
export interface SentencePlace {
  readonly aid: number;
  readonly sentence: number;
}

/** One sentence; two where the names stand apart in a text. */
export interface Finding {
  readonly close: boolean;
  readonly sentences: readonly SentencePlace[];
}

export interface Findings {
  readonly total: number;
  readonly texts: number;
  readonly stories: number;
  /** The findings from one place of the order to another: close ones first, then by date (undated last), text, place on the page. */
  slice(from: number, to: number): Finding[];
}

/** Mentions of one or two entities in reading order, those of a text together. */
interface Spots extends Places {
  /** Whose mention: index into what was asked for. */
  readonly who: Uint8Array;
}

/**
 * In: the places of one entity or two; `depth` of the layer, null for any. Out: of one entity every sentence that names it;
 * of two every sentence that names both, and of each text without one the nearest two that name one each. Texts are those
 * whose names meet at the depth, as edges are counted. Cost: O(mentions), of two about those of their texts in common.
 */
export function findingsOf(places: readonly Places[], depth: number | null): Findings {
  const spots = textByText(places.length === 1 ? alone(places[0]!) : together(places[0]!, places[1]!));
  const wanted = places.length;
  // Places of spots: a close sentence by its first, two apart by the first of each.
  const close: number[] = [];
  const apart: number[] = [];
  const stories = new Set<number>();
  let texts = 0;
  for (let from = 0, to = 0; from < spots.tid.length; from = to) {
    to = endOfText(spots, from);
    const sentences = sentencesOf(spots, from, to, wanted, depth);
    if (sentences.length === 0) continue;
    texts++;
    stories.add(spots.sid[sentences[0]!.at]!);
    const whole = wanted === 1 ? sentences : sentences.filter(({ isShared }) => isShared);
    for (const { at } of whole) close.push(at);
    if (whole.length === 0) apart.push(...nearest(spots, sentences));
  }
  const placeOf = (at: number): SentencePlace => ({ aid: spots.aid[at]!, sentence: spots.sentence[at]! });
  const find = (i: number): Finding => {
    if (i < close.length) return { close: true, sentences: [placeOf(close[i]!)] };
    const first = 2 * (i - close.length);
    return { close: false, sentences: [placeOf(apart[first]!), placeOf(apart[first + 1]!)] };
  };
  const total = close.length + apart.length / 2;
  return {
    total,
    texts,
    stories: stories.size,
    slice: (from, to) => Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, i) => find(from + i)),
  };
}

/** Whether a mention counts: of one entity those of the layer, of a tie those that are no deeper. */
export const countsAt = (own: number, wanted: number, depth: number | null): boolean =>
  depth === null || (wanted === 1 ? own === depth : own <= depth);

const alone = (places: Places): Spots => ({ ...places, who: new Uint8Array(places.aid.length) });

/** The mentions of both in the texts that name both, in reading order. */
function together(a: Places, b: Places): Spots {
  const [few, many] = a.tid.length <= b.tid.length ? [a, b] : [b, a];
  const own = new Set(few.tid);
  const shared = new Set<number>();
  for (const tid of many.tid) if (own.has(tid)) shared.add(tid);
  const [first, second] = [a, b].map((places) => indexesIn(places, shared)) as [number[], number[]];
  const size = first.length + second.length;
  const column = (): Int32Array => new Int32Array(size);
  const spots = { aid: column(), tid: column(), sid: column(), sentence: column(), start: column() };
  const [depth, who] = [new Uint8Array(size), new Uint8Array(size)];
  for (let at = 0, i = 0, j = 0; at < size; at++) {
    const isFirst = j === second.length || (i < first.length && isBefore(a, first[i]!, b, second[j]!));
    const [places, from] = isFirst ? [a, first[i++]!] : [b, second[j++]!];
    for (const key of ["aid", "tid", "sid", "sentence", "start"] as const) spots[key][at] = places[key][from]!;
    depth[at] = places.depth[from]!;
    who[at] = isFirst ? 0 : 1;
  }
  return { ...spots, depth, who };
}

function indexesIn({ tid }: Places, texts: ReadonlySet<number>): number[] {
  const indexes: number[] = [];
  for (let i = 0; i < tid.length; i++) if (texts.has(tid[i]!)) indexes.push(i);
  return indexes;
}

const isBefore = (a: Places, i: number, b: Places, j: number): boolean =>
  a.aid[i]! < b.aid[j]! || (a.aid[i] === b.aid[j] && a.start[i]! <= b.start[j]!);

/** Texts that go on behind others (a jump to a later page) are drawn together, at the place of their first mention. */
function textByText(spots: Spots): Spots {
  const size = spots.tid.length;
  const ranks = new Map<number, number>();
  const rankOf = new Int32Array(size);
  let isGrouped = true;
  for (let i = 0; i < size; i++) {
    const tid = spots.tid[i]!;
    if (i > 0 && tid === spots.tid[i - 1]) {
      rankOf[i] = rankOf[i - 1]!;
      continue;
    }
    const known = ranks.get(tid);
    if (known === undefined) ranks.set(tid, ranks.size);
    else isGrouped = false;
    rankOf[i] = known ?? ranks.size - 1;
  }
  if (isGrouped) return spots;
  const order = Int32Array.from({ length: size }, (_, i) => i).sort((i, j) => rankOf[i]! - rankOf[j]! || i - j);
  const arranged = <T extends Int32Array | Uint8Array>(column: T): T => column.map((_, i) => column[order[i]!]!) as T;
  return {
    aid: arranged(spots.aid),
    tid: arranged(spots.tid),
    sid: arranged(spots.sid),
    depth: arranged(spots.depth),
    sentence: arranged(spots.sentence),
    start: arranged(spots.start),
    who: arranged(spots.who),
  };
}

function endOfText({ tid }: Spots, from: number): number {
  let to = from + 1;
  while (to < tid.length && tid[to] === tid[from]) to++;
  return to;
}

interface SentenceOfText {
  /** Its first mention that counts. */
  readonly at: number;
  /** Whether it names both. */
  isShared: boolean;
}

/** A text's sentences with mentions that count; none when it names not all, or adds to another layer of the pair. */
function sentencesOf(spots: Spots, from: number, to: number, wanted: number, depth: number | null): SentenceOfText[] {
  const { aid, sentence, who } = spots;
  if (wanted > 1 && depth !== null && depthOfPair(spots, from, to) !== depth) return [];
  const sentences: SentenceOfText[] = [];
  for (let i = from; i < to; i++) {
    if (!countsAt(spots.depth[i]!, wanted, depth)) continue;
    const last = sentences.at(-1);
    if (!last || aid[last.at] !== aid[i] || sentence[last.at] !== sentence[i])
      sentences.push({ at: i, isShared: false });
    else if (who[last.at] !== who[i]) last.isShared = true;
  }
  return sentences;
}

/** The deeper of the least depths at which the two are named. */
function depthOfPair({ depth, who }: Spots, from: number, to: number): number {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = from; i < to; i++) least[who[i]!] = Math.min(least[who[i]!]!, depth[i]!);
  return Math.max(...least);
}

/** Of sentences that name one of two each, the two nearest; of equals the first. Other articles of a text are far. */
function nearest({ aid, sentence, who }: Spots, sentences: readonly SentenceOfText[]): [number, number] {
  let best: [number, number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Sorted by place, the nearest two are neighbours, so one pass finds them.
  for (let i = 1; i < sentences.length; i++) {
    const [a, b] = [sentences[i - 1]!.at, sentences[i]!.at];
    if (who[a] === who[b]) continue;
    const distance = aid[a] === aid[b] ? sentence[b]! - sentence[a]! : Number.MAX_SAFE_INTEGER;
    if (distance < least) [best, least] = [[a, b], distance];
  }
  return best!;
}
