// Candidates of a text's articles → the names that stand: each article's best path through its rivals.
import { firstIndex } from "../../lib/search.ts";
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { RatedName } from "../resources.ts";
import type { EntityType } from "../types.ts";
import { bestPath, shares } from "./lattice.ts";
import { type Rival, rivalsOf } from "./rivals.ts";
import { type Echo, type Votes, votesFor, type Worths, weightOf } from "./votes.ts";

/** An article's rivals, each with its votes. */
export interface Contest {
  readonly context: Context;
  readonly rivals: readonly Rival[];
  readonly votes: readonly Votes[];
}

const wordsOf = (text: string, { start, end, type }: Rival): string => `${type} ${text.slice(start, end)}`;

const TYPES: readonly EntityType[] = ["person", "place", "agency", "program", "city_cluster"];

/** Span and type as one whole number; names are shorter than 2^16 units. */
const spanKey = ({ start, end, type }: Pick<Rival, "start" | "end" | "type">): number =>
  (start * 0x10000 + (end - start)) * 8 + TYPES.indexOf(type);

/** What the tagger says, by start: what is heard, and the programs that nobody proposes. */
interface Said {
  readonly heard: readonly RatedName[];
  readonly unheard: readonly RatedName[];
}

function saidOf({ tagged }: Context, rivals: readonly Rival[]): Said | null {
  if (tagged === null) return null;
  const proposed = new Set(rivals.filter(({ type }) => type === "program").map(spanKey));
  const isHeard = (span: RatedName): boolean => span.type !== "program" || proposed.has(spanKey(span));
  return { heard: tagged.filter(isHeard), unheard: tagged.filter((span) => !isHeard(span)) };
}

/**
 * The tagger's probability of each rival, 0 below what it counts. Null without a tagger, for programs and city clusters, of
 * which it knows nothing, and where it sees a program that nobody proposes: of 中共中央 in 中共中央国务院关于…的意见, where the
 * document is called without its authors, it has then said nothing.
 */
function taggedShares(said: Said | null, rivals: readonly Rival[]): (number | null)[] {
  if (said === null) return rivals.map(() => null);
  const shares = new Map(said.heard.map((span) => [spanKey(span), span.score]));
  return rivals.map((rival) => {
    if (rival.type === "program" || rival.type === "city_cluster") return null;
    const left = 1 - massOf(said.unheard, rival);
    return left < 0.5 ? null : Math.min(1, (shares.get(spanKey(rival)) ?? 0) / left);
  });
}

const isKnown = ({ candidates }: Rival): boolean => candidates.some(({ extractor }) => extractor === "gazetteer");

/** The sum of the probabilities of the spans (by start) that overlap a rival. */
function massOf(spans: readonly RatedName[], { start, end }: Rival): number {
  let mass = 0;
  for (
    let i = firstIndex(spans, (one) => one.start >= start - LONGEST_SPAN);
    i < spans.length && spans[i]!.start < end;
    i++
  )
    if (spans[i]!.end > start) mass += spans[i]!.score;
  return mass;
}

/** In units; names of the tagger that are longer are passed over. */
const LONGEST_SPAN = 40;

/** What is known of the same words in a whole text: how often they are rivals, their probabilities' sum and two highest. */
interface Known {
  count: number;
  sum: number;
  best: number;
  second: number;
}

function knownOf(known: Map<string, Known>, words: string): Known {
  let entry = known.get(words);
  if (!entry) {
    entry = { count: 0, sum: 0, best: 0, second: 0 };
    known.set(words, entry);
  }
  return entry;
}

/** The rivals of a text's articles with their votes. Cost: the tagger's for the lines that hold rivals. */
export function contestsOf(contexts: readonly Context[], candidates: readonly (readonly Candidate[])[]): Contest[] {
  const known = new Map<string, Known>();
  const all = contexts.map((context, i) => {
    const rivals = rivalsOf(candidates[i]!);
    const tilings = tilingsOf(rivals);
    const said = saidOf(context, rivals);
    const tagged = sharedWithTiles(taggedShares(said, rivals), rivals, tilings);
    const entries = rivals.map((rival) => knownOf(known, wordsOf(context.text, rival)));
    rivals.forEach((_, k) => {
      const entry = entries[k]!;
      const share = tagged[k] ?? 0;
      entry.count++;
      entry.sum += share;
      if (share > entry.best) [entry.best, entry.second] = [share, entry.best];
      else if (share > entry.second) entry.second = share;
    });
    return { context, rivals, said, tilings, tagged, entries };
  });
  return all.map(({ context, rivals, said, tilings, tagged, entries }) => {
    const knownSpans = new Set(rivals.filter(isKnown).map(({ start, end }) => start * 0x10000 + end - start));
    const votes = rivals.map((rival, k) => {
      const { count, sum, best, second } = entries[k]!;
      const share = tagged[k]!;
      const isOfList = knownSpans.has(rival.start * 0x10000 + rival.end - rival.start);
      const elsewhere = share === best ? second : best;
      return votesFor(context, rival, {
        tagged: share,
        elsewhere,
        together: isOfList ? 0 : sum - (share ?? 0),
        repeats: count - 1,
        besides: Math.max(0, massOf(said?.heard ?? [], rival) - (share ?? 0)),
        knownOtherwise: isOfList && !isKnown(rival),
        tiles: tilings[k]!.kind,
      });
    });
    return { context, rivals, votes };
  });
}

/** How shorter names of the gazetteer fill a rival, one behind the other: whether they are of its type, and which they are. */
interface Tiling {
  readonly kind: Echo["tiles"];
  readonly tiles: readonly number[];
}

function tilingsOf(rivals: readonly Rival[]): Tiling[] {
  const known = rivals.map((_, i) => i).filter((i) => isKnown(rivals[i]!));
  const starts = known.map((i) => ({ start: rivals[i]!.start }));
  return rivals.map(({ start, end, type }) => {
    const tiles: number[] = [];
    let at = start;
    for (
      let n = firstIndex(starts, (one) => one.start >= start);
      n < known.length && starts[n]!.start <= at && at < end;
      n++
    ) {
      const tile = rivals[known[n]!]!;
      if (tile.start < at || tile.end > end || (tile.start === start && tile.end === end)) continue;
      // Of those that begin here the longest.
      const next = known[n + 1] === undefined ? undefined : rivals[known[n + 1]!]!;
      if (next?.start === tile.start && next.end <= end && !(next.start === start && next.end === end)) continue;
      tiles.push(known[n]!);
      at = tile.end;
    }
    if (tiles.length < 2 || at < end) return { kind: "none", tiles: [] };
    return { kind: tiles.every((i) => rivals[i]!.type === type) ? "alike" : "mixed", tiles };
  });
}

/** What the tagger takes for one name and the gazetteer for two (中共中央国务院) speaks for the two. */
function sharedWithTiles(
  tagged: readonly (number | null)[],
  rivals: readonly Rival[],
  tilings: readonly Tiling[],
): (number | null)[] {
  const out = [...tagged];
  tilings.forEach(({ kind, tiles }, i) => {
    const share = tagged[i];
    if (kind !== "alike" || rivals[i]!.type !== "agency" || share == null) return;
    for (const tile of tiles) out[tile] = Math.min(1, (out[tile] ?? 0) + share);
  });
  return out;
}

/**
 * The weight of each rival: its votes', and a share of what the names inside it weigh together (vote "inside"). A name that
 * holds other names is not less likely for it: 上海合作组织 speaks for 上海合作组织妇女论坛, which has only to be more likely
 * a name than not to win (rule 1 of the guide, the longest name wins). Cost: O(rivals × rivals inside one).
 */
export function weightsOf({ rivals, votes }: Contest, worths: Worths): Float64Array {
  const weights = new Float64Array(rivals.length);
  const byLength = rivals.map((_, i) => i).sort((a, b) => lengthOf(rivals[a]!) - lengthOf(rivals[b]!) || a - b);
  for (const i of byLength) {
    const inside = insideOf(rivals, weights, i);
    weights[i] = weightOf(votes[i]!, worths) + (worths.get(`${rivals[i]!.type}:inside`) ?? 0) * inside;
  }
  return weights;
}

const lengthOf = ({ start, end }: Rival): number => end - start;

/** What the best path through the rivals strictly inside the span of rival `i` weighs. */
export function insideOf(rivals: readonly Rival[], weights: ArrayLike<number>, i: number): number {
  const { start, end } = rivals[i]!;
  const inner: number[] = [];
  for (let k = firstIndex(rivals, (one) => one.start >= start); k < rivals.length && rivals[k]!.start < end; k++)
    if (rivals[k]!.end <= end && lengthOf(rivals[k]!) < end - start && weights[k]! > 0) inner.push(k);
  if (inner.length < 2) return inner.length === 0 ? 0 : weights[inner[0]!]!;
  // Few: from the right, the best of what begins here or later.
  const best = new Float64Array(end - start + 1);
  let at = end;
  for (let n = inner.length - 1; n >= 0; n--) {
    const name = rivals[inner[n]!]!;
    carry(best, at - start, name.start - start);
    at = name.start;
    best[name.start - start] = Math.max(best[name.start - start]!, weights[inner[n]!]! + best[name.end - start]!);
  }
  carry(best, at - start, 0);
  return best[0]!;
}

/** What is best from a unit on is at least what is best from the next one on. */
function carry(best: Float64Array, from: number, to: number): void {
  for (let at = from - 1; at >= to; at--) best[at] = Math.max(best[at]!, best[at + 1]!);
}

/** Three decimals: the same on every machine, whatever the last bit of exp. */
const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** The names of each article, by start, disjoint; `score` is the share of all paths that go through the name. */
export function settle(contexts: readonly Context[], candidates: readonly (readonly Candidate[])[]): Candidate[][] {
  return contestsOf(contexts, candidates).map((contest) => {
    const { context, rivals } = contest;
    const weights = weightsOf(contest, context.resources.worths);
    const { length } = context.text;
    const sure = shares(rivals, weights, length).shares;
    return bestPath(rivals, weights, length).map((i) => ({ ...rivals[i]!.candidates[0]!, score: rounded(sure[i]!) }));
  });
}
