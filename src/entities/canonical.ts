// One entity, one canonical name (rule 2 of the guide).
import type { Candidate } from "./candidates.ts";
import { smallPlaceName } from "./chains.ts";
import type { Context } from "./context.ts";
import { REGION_KINDS } from "./resources.ts";

/** Older and longer heads of names → the form in the news. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^上合组织/, "上海合作组织"],
  [/^党中央/, "中共中央"],
];

/** The canonical name of a candidate, and the rule that led to it. */
export function canonicalName(context: Context, candidate: Candidate): { name: string; rule: string | null } {
  const surface = context.text.slice(candidate.start, candidate.end);
  if (candidate.name !== null) return { name: candidate.name, rule: candidate.rule };
  if (candidate.type === "place") {
    const name = smallPlaceName(surface, regionsInside(context, surface));
    return { name, rule: name === surface ? null : "chain" };
  }
  for (const [head, full] of HEADS)
    if (head.test(surface)) return { name: surface.replace(head, full), rule: "short-form" };
  const name = surface.replace(/^“([^“”]+)”$/, "$1");
  return { name, rule: null };
}

/** Administrative divisions at the head of a surface. */
function regionsInside(context: Context, surface: string): Candidate[] {
  const out: Candidate[] = [];
  for (let start = 0; start < surface.length; ) {
    const match = context.resources.forms
      .at(surface, start)
      .find((m) => m.values.some((v) => REGION_KINDS.has(v.kind)));
    if (!match) break;
    const region = match.values.find((v) => REGION_KINDS.has(v.kind))!;
    out.push({
      start,
      end: match.end,
      type: "place",
      name: region.name,
      score: 1,
      extractor: "gazetteer",
      rule: null,
      kind: region.kind,
      parents: region.parents,
    });
    start = match.end;
  }
  return out;
}
