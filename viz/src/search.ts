// Search in names, aliases, pinyin and initials. Pure: nodes → index → hits with their reasons.
//
// A Chinese name is remembered by its middle as often as by its beginning, so every part of a name finds it; short forms
// that are in no list (发改委 for 国家发展改革委) are found as characters in order. Plain scans: at 20,000 names a
// keystroke costs some milliseconds, and no index has to be built before the first one.
import type { SiteNode } from "./data.ts";

export type Field = "name" | "alias" | "initials" | "pinyin" | "order" | "near";

export interface Hit {
  readonly node: number;
  readonly field: Field;
  /** The text that matched (the alias, "LSSZX"), and the part of it that did. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly plainAliases: readonly string[];
  readonly initials: string;
  readonly syllables: readonly string[];
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Place of every node in the order of importance: breaks ties. */
  readonly rank: readonly number[];
}

/** The shape in which queries and names are compared: width and case folded, blanks and marks dropped. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s"'“”‘’《》〈〉「」『』·•・]/gu, "");

export function buildSearch(nodes: readonly SiteNode[], rank: readonly number[]): SearchIndex {
  const entries = nodes.map((node) => ({
    name: plain(node.name),
    aliases: node.aliases,
    plainAliases: node.aliases.map(plain),
    initials: node.initials.toLowerCase(),
    syllables: node.pinyin.toLowerCase().split(" ").filter(Boolean),
  }));
  return { entries, rank };
}

type Scored = Hit & { readonly tier: number };

/** All hits, best first: how directly the words match, then how important the node is. Empty for an empty query. */
export function search(index: SearchIndex, query: string): Hit[] {
  const asked = plain(query);
  if (!asked) return [];
  const latin = /^[a-z0-9üv]+$/.test(asked);
  const hits: Scored[] = [];
  index.entries.forEach((entry, node) => {
    const hit =
      inName(entry, node, asked) ??
      inAlias(entry, node, asked) ??
      (latin ? inSound(entry, node, asked) : inOrder(entry, node, asked));
    if (hit) hits.push(hit);
  });
  hits.sort((a, b) => a.tier - b.tier || index.rank[a.node]! - index.rank[b.node]!);
  return hits;
}

function inName(entry: Entry, node: number, asked: string): Scored | null {
  const from = entry.name.indexOf(asked);
  if (from < 0) return null;
  const tier = entry.name === asked ? 0 : from === 0 ? 2 : 4;
  return { node, field: "name", text: entry.name, from, to: from + asked.length, tier };
}

function inAlias(entry: Entry, node: number, asked: string): Scored | null {
  let best: Scored | null = null;
  entry.plainAliases.forEach((alias, i) => {
    const from = alias.indexOf(asked);
    if (from < 0) return;
    const tier = alias === asked ? 1 : from === 0 ? 3 : 5;
    if (!best || tier < best.tier)
      best = { node, field: "alias", text: entry.aliases[i]!, from, to: from + asked.length, tier };
  });
  return best;
}

// Initials: "lssw". Pinyin: "lasa", from a syllable's first letter; the last syllable may be unfinished.
function inSound(entry: Entry, node: number, asked: string): Scored | null {
  const at = entry.initials.indexOf(asked);
  if (at >= 0) {
    const tier = entry.initials === asked ? 2 : at === 0 ? 4 : 6;
    return { node, field: "initials", text: entry.initials, from: at, to: at + asked.length, tier };
  }
  const whole = entry.syllables.join("");
  let start = 0;
  for (const syllable of entry.syllables) {
    if (whole.startsWith(asked, start)) {
      const tier = start === 0 ? 3 : 5;
      return { node, field: "pinyin", text: whole, from: start, to: start + asked.length, tier };
    }
    start += syllable.length;
  }
  return null;
}

function inOrder(entry: Entry, node: number, asked: string): Scored | null {
  if (asked.length < 2 || asked.length >= entry.name.length) return null;
  let at = -1;
  let first = -1;
  for (const char of asked) {
    at = entry.name.indexOf(char, at + 1);
    if (at < 0) return null;
    if (first < 0) first = at;
  }
  return { node, field: "order", text: entry.name, from: first, to: at + 1, tier: 7 };
}

/** Names that share most pairs of neighbouring characters with the query: what is offered when nothing matches. */
export function nearest(index: SearchIndex, query: string, most = 3): Hit[] {
  const asked = plain(query);
  const wanted = grams(asked);
  if (wanted.size === 0) return [];
  const scored = index.entries.flatMap((entry, node) => {
    const forms = [entry.name, ...entry.plainAliases, entry.syllables.join("")];
    const score = Math.max(...forms.map((form) => dice(wanted, grams(form))));
    const shared = longestShared(asked, entry.name);
    return score > 0 ? [{ node, score, shared }] : [];
  });
  scored.sort((a, b) => b.score - a.score || index.rank[a.node]! - index.rank[b.node]!);
  return scored
    .slice(0, most)
    .map(({ node, shared }) => ({ node, field: "near", text: shared, from: 0, to: shared.length }));
}

function grams(text: string): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) set.add(text.slice(i, i + 2));
  if (text.length === 1) set.add(text);
  return set;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size || 1);
}

function longestShared(a: string, b: string): string {
  let best = "";
  for (let i = 0; i < a.length; i++)
    for (let j = i + best.length + 1; j <= a.length && b.includes(a.slice(i, j)); j++) best = a.slice(i, j);
  return best;
}
