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

/** In: candidates in any order, empty spans passed over. Out: by start, then end, then type. Cost: O(n log n). */
export function rivalsOf(candidates: readonly Candidate[]): Rival[] {
  const bySpan = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.end <= candidate.start) continue;
    const key = `${candidate.start} ${candidate.end} ${candidate.type}`;
    const list = bySpan.get(key);
    if (list) list.push(candidate);
    else bySpan.set(key, [candidate]);
  }
  return [...bySpan.values()]
    .map((list): Rival => {
      const { start, end, type } = list[0]!;
      return { start, end, type, candidates: list.sort(compareVoices) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
}
