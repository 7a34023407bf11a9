// Whether the tables tell the truth about the page. Each figure should be 1.
//
// spans  share of mentions whose printed units, re-read at their page spans without blanks, are the surface, or that name their repair
// rows   share of pairs of content entities of one article that have a row in the edges table
import { squeeze } from "./names.ts";
import type { EdgeRow, MentionRow } from "./types.ts";

export function isHonestMention(raw: string, mention: MentionRow): boolean {
  if (mention.repair) return true;
  const printed = mention.page_spans.map(([start, end]) => raw.slice(start, end)).join("");
  return printed !== "" && squeeze(printed) === squeeze(mention.surface);
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/** The edges table as a set that `countRows` asks. */
export const edgeKeys = (edges: readonly EdgeRow[]): Set<string> =>
  new Set(edges.map(({ source, target }) => pairKey(source, target)));

/** Of all unordered pairs of `ids`, how many have a row. */
export function countRows(ids: readonly string[], rows: ReadonlySet<string>): { hit: number; all: number } {
  let hit = 0;
  let all = 0;
  for (let i = 0; i < ids.length; i++) {
    for (let j = i + 1; j < ids.length; j++) {
      all++;
      if (rows.has(pairKey(ids[i]!, ids[j]!))) hit++;
    }
  }
  return { hit, all };
}
