// What an extractor yields; and for the silver labels of training, how overlapping finds are settled by length (settle/ weighs them
// for everything else).
import type { EntityType } from "./types.ts";

/**
 * What speaks for a program that has no anchor of its own: a verb that governs it (实施|高标准农田建设工程), its head alone, or
 * words that say that it is called so (代号为“…”的演习).
 */
export type Frame = "verb" | "bare" | "called";

/** A possible mention; offsets are units of the context's text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** Canonical name; null means the surface itself. */
  readonly name: string | null;
  /** Confidence in [0, 1]. */
  readonly score: number;
  readonly extractor: string;
  readonly rule: string | null;
  /** For places: "province" … as in the gazetteer, or "small" for what a pattern found. */
  readonly kind?: string;
  /** For programs found by grammar. */
  readonly frame?: Frame;
  readonly parents?: readonly string[];
  /** Marks and blanks around it leave no doubt where it begins and ends (a byline): goes before longer ones. */
  readonly certain?: boolean;
}

/** The certain first, then longer, then surer, then by place and type: a total order that does not depend on the input's. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.certain ?? false) - Number(a.certain ?? false) ||
    b.end - b.start - (a.end - a.start) ||
    b.score - a.score ||
    a.start - b.start ||
    (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
    ((a.name ?? "") < (b.name ?? "") ? -1 : (a.name ?? "") > (b.name ?? "") ? 1 : 0)
  );
}

/** Rule 1 of the guide: the longest name wins, of equals the surer. Out: disjoint, by start. Cost: O(n log n + units). */
export function resolveOverlaps(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort(compareCandidates)) {
    let free = candidate.start < candidate.end;
    for (let i = candidate.start; free && i < candidate.end; i++) if (taken[i]) free = false;
    if (!free) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
