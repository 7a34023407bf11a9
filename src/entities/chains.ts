// Chains of administrative levels are one place, the lowest (rule 1): 河北省 | 涉县赤岸村, 云南省 | 昭通市, 四川 | 成都, 美国 | 新泽西州.
import { grouped } from "../lib/group.ts";
import type { Candidate } from "./candidates.ts";

const RANK: Record<string, number> = { country: 0, province: 1, city: 2, county: 3, small: 4 };

/** Cities and states of the world have no parents in the gazetteer. */
const isAbroad = ({ kind, parents }: Candidate): boolean => kind === "city" && (parents ?? []).length === 0;

function joins(upper: Candidate, lower: Candidate): boolean {
  const high = RANK[upper.kind ?? ""];
  const low = RANK[lower.kind ?? ""];
  if (high === undefined || low === undefined || high >= low || upper.name === null) return false;
  if (upper.kind === "country") return upper.name === "中国" ? low < 4 : lower.kind === "small" || isAbroad(lower);
  return lower.kind === "small" || (lower.parents ?? []).includes(upper.name);
}

/** What is less sure than this is no link of a chain. */
const LEAST = 0.3;

/** Adds to the candidates the chains that they form; the shorter ones stay. Cost: O(n). */
export function joinChains(candidates: readonly Candidate[], text: string): Candidate[] {
  const places = candidates.filter((c) => c.type === "place" && c.kind !== undefined && c.score >= LEAST);
  const endingAt = grouped(places, ({ end }) => end);
  const states = new Set(places.filter(({ kind }) => kind === "country").map(({ start, end }) => `${start} ${end}`));
  const out: Candidate[] = [...candidates];
  for (const lower of places) {
    // 埃塞|吉布提: whoever proposes it, a state lies in no other.
    if (states.has(`${lower.start} ${lower.end}`)) continue;
    let start = lower.start;
    let current = lower;
    for (;;) {
      const upper = (endingAt.get(start) ?? []).filter((c) => joins(c, current)).sort((a, b) => a.start - b.start)[0];
      if (!upper) break;
      start = upper.start;
      current = { ...upper, parents: upper.parents ?? [] };
    }
    if (start === lower.start) continue;
    // A place abroad is called by its own name; at home the county goes with it (plain-names.ts).
    const abroad = current.kind === "country" && current.name !== "中国" ? text.slice(lower.start, lower.end) : null;
    out.push({
      ...lower,
      start,
      name: lower.name ?? abroad,
      rule: "chain",
      score: Math.max(lower.score, 0.75),
      extractor: lower.extractor === "tagger" ? "patterns" : lower.extractor,
    });
  }
  return out;
}
