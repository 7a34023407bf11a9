// What is typed in the search box beyond a name: two names and a sign between them, words for a type, a filter. Pure.
import type { EntityType } from "./data.ts";

export type Operator = "tie" | "path" | "common";

export interface Asked {
  readonly operator: Operator;
  /** The names as typed, at least two; the last may still be empty. */
  readonly parts: readonly string[];
}

const SIGNS: readonly (readonly [Operator, RegExp])[] = [
  ["path", /\s*(?:→|->|=>|—>)\s*/u],
  ["tie", /\s*[×✕]\s*|\s+[x*]\s+/iu],
  ["common", /\s*[+＋&＆]\s*/u],
];

/** `A × B`, `A → B → C`, `A + B + C`, with the signs that a keyboard has as well (A x B, A -> B, A & B). Null for anything else. */
export function parseAsk(text: string): Asked | null {
  for (const [operator, sign] of SIGNS) {
    const parts = text.split(sign).map((part) => part.trim());
    if (parts.length < 2 || !parts[0]) continue;
    const asked = operator === "tie" ? [parts[0], parts[1]!] : [...parts.slice(0, -1).filter(Boolean), parts.at(-1)!];
    return { operator, parts: asked };
  }
  return null;
}

const TYPE_WORDS: Record<EntityType, readonly string[]> = {
  city_cluster: ["城市群", "city cluster", "city clusters", "cluster", "clusters"],
  agency: ["机构", "agency", "agencies", "organization", "organizations"],
  program: ["项目", "program", "programs", "programme", "project", "projects"],
  person: ["人物", "person", "persons", "people"],
  place: ["地点", "place", "places"],
};
const TYPE_OF = new Map(
  Object.entries(TYPE_WORDS).flatMap(([type, words]) => words.map((word) => [word, type as EntityType] as const)),
);

/** A word for a type at the beginning or the end, and what else is typed: "agency 拉萨" → agency, 拉萨. */
export function splitType(text: string): { readonly type: EntityType; readonly rest: string } | null {
  const words = text.trim().toLowerCase().split(/\s+/u);
  for (const length of [2, 1]) {
    if (words.length < length) continue;
    const first = TYPE_OF.get(words.slice(0, length).join(" "));
    if (first) return { type: first, rest: text.trim().split(/\s+/u).slice(length).join(" ") };
    const last = TYPE_OF.get(words.slice(-length).join(" "));
    if (last) return { type: last, rest: text.trim().split(/\s+/u).slice(0, -length).join(" ") };
  }
  return null;
}

/** Whether the text looks like the filter language: a field and a colon, or a comparison. */
export const looksLikeFilter = (text: string): boolean =>
  /[\p{L}_.]+\s*[:：]\s*\S/u.test(text) && !/^\w+:\/\//.test(text);
