// Candidates → rivals: what the extractors say of one span and one type, together.
//
//     gazetteer   海南|place ┐
//     patterns    海南|place ┘  one rival, two voices
//     tagger      海南自由贸易港|place     another: it overlaps, and the lattice (lattice.ts) lets one of them win
import type { Candidate } from "../candidates.ts";
import type { EntityType } from "../types.ts";

/** A span that may be a name of a type; offsets are units of the context's text. */
export interface Rival {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** Who proposes it, the one whose canonical name counts first. Never empty. */
  readonly candidates: readonly Candidate[];
}

const compareNames = (a: string | null, b: string | null): number =>
  (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;

/** The certain before others, one that knows a canonical name before one that does not, then by score and by name. */
const compareVoices = (a: Candidate, b: Candidate): number =>
  Number(b.certain ?? false) - Number(a.certain ?? false) ||
  Number(b.name !== null) - Number(a.name !== null) ||
  b.score - a.score ||
  compareNames(a.name, b.name) ||
  compareNames(a.extractor, b.extractor);

const compareSpans = (a: Candidate, b: Candidate): number =>
  a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0);

/** In: candidates in any order, empty spans passed over. Out: by start, then end, then type. Cost: O(n log n). */
export function rivalsOf(candidates: readonly Candidate[]): Rival[] {
  const sorted = candidates.filter(({ start, end }) => end > start).sort(compareSpans);
  const rivals: Rival[] = [];
  for (let i = 0; i < sorted.length; ) {
    const { start, end, type } = sorted[i]!;
    let next = i + 1;
    while (next < sorted.length && compareSpans(sorted[i]!, sorted[next]!) === 0) next++;
    const voices = sorted.slice(i, next);
    rivals.push({ start, end, type, candidates: voices.length > 1 ? voices.sort(compareVoices) : voices });
    i = next;
  }
  return rivals;
}
