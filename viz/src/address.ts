// The hash of the address ↔ what is looked at. Pure.
//
//   #/node/person:习近平   #/tie/A/B   #/tie/A/B/article/PAGE%23a3   #/community/2   #/article/PAGE%23a3   #/communities
//   followed by ?lang=en&theme=dark&names=1000&ties=all&bylines=1&without=place,person where these differ from the usual.
import type { EntityType } from "./data.ts";

export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "tie"; readonly a: string; readonly b: string }
  | { readonly kind: "communities" }
  | { readonly kind: "community"; readonly index: number };

/** How many names are drawn: the first 300, the first 1,000, or all that the data carries. */
export type Names = "300" | "1000" | "all";

export interface Place {
  readonly selection: Selection;
  /** Id of the article that is open. */
  readonly article: string | null;
  readonly lang: "zh" | "en" | null;
  readonly theme: "light" | "dark" | null;
  readonly names: Names;
  readonly allTies: boolean;
  readonly bylines: boolean;
  readonly without: readonly EntityType[];
}

export const NOWHERE: Selection = { kind: "none" };

const ALL_TYPES: readonly string[] = ["city_cluster", "agency", "program", "person", "place"];

// Colons and Han characters may stand in a hash as they are, which keeps addresses readable.
const escaped = (part: string): string => part.replace(/[%/?#&=\s]/g, encodeURIComponent);
const unescaped = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

export function formatPlace(place: Place): string {
  const { selection } = place;
  const parts: string[] = [];
  if (selection.kind === "node") parts.push("node", selection.id);
  if (selection.kind === "tie") parts.push("tie", selection.a, selection.b);
  if (selection.kind === "community") parts.push("community", String(selection.index));
  if (selection.kind === "communities") parts.push("communities");
  if (place.article !== null) parts.push("article", place.article);
  const query = [
    place.lang && `lang=${place.lang}`,
    place.theme && `theme=${place.theme}`,
    place.names !== "300" && `names=${place.names}`,
    place.allTies && "ties=all",
    place.bylines && "bylines=1",
    place.without.length > 0 && `without=${place.without.join(",")}`,
  ].filter(Boolean);
  return `#/${parts.map(escaped).join("/")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** Never throws: what cannot be read is left out. */
export function parsePlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const parts = path.split("/").filter(Boolean).map(unescaped);
  const options = new Map(query.split("&").map((pair) => pair.split("=", 2).map(unescaped) as [string, string]));
  const lang = options.get("lang");
  const theme = options.get("theme");
  const names = options.get("names");
  const articleAt = parts.indexOf("article");
  return {
    selection: parseSelection(articleAt >= 0 ? parts.slice(0, articleAt) : parts),
    article: articleAt >= 0 ? (parts[articleAt + 1] ?? null) : null,
    lang: lang === "zh" || lang === "en" ? lang : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
    names: names === "1000" || names === "all" ? names : "300",
    allTies: options.get("ties") === "all",
    bylines: options.get("bylines") === "1",
    without: (options.get("without") ?? "").split(",").filter((type) => ALL_TYPES.includes(type)) as EntityType[],
  };
}

function parseSelection([kind, first, second]: readonly string[]): Selection {
  if (kind === "node" && first) return { kind, id: first };
  if (kind === "tie" && first && second) return { kind, a: first, b: second };
  if (kind === "communities") return { kind };
  if (kind === "community" && first && /^\d+$/.test(first)) return { kind, index: Number(first) };
  return NOWHERE;
}

export function sameSelection(a: Selection, b: Selection): boolean {
  if (a.kind === "node" && b.kind === "node") return a.id === b.id;
  if (a.kind === "tie" && b.kind === "tie") return (a.a === b.a && a.b === b.b) || (a.a === b.b && a.b === b.a);
  if (a.kind === "community" && b.kind === "community") return a.index === b.index;
  return a.kind === b.kind;
}
