// How what was typed can match a name: the ways, best first, and the plain comparison of one entity's forms.
import type { EntityName } from "./types.ts";

/**
 * How a hit was found, best first; the order is that of the results. Each of the last four is tried only when nothing
 * better is found: letters in order (发革委 for 发展和改革委员会), another character of the same sound, one letter
 * wrong, missing or too many, or two changed about; at last the names nearest to what was typed.
 */
export const MATCHES = [
  "name",
  "alias",
  "name-start",
  "initials",
  "pinyin",
  "alias-start",
  "name-inside",
  "alias-inside",
  "alias-pinyin",
  "alias-initials",
  "pinyin-start",
  "initials-start",
  "alias-pinyin-start",
  "pinyin-inside",
  "initials-inside",
  "letters-in-order",
  "same-sound",
  "one-letter-off",
  "near",
] as const;
export type Match = (typeof MATCHES)[number];

/** Place of a match in the order. */
export const RANK = Object.fromEntries(MATCHES.map((match, i) => [match, i])) as Readonly<Record<Match, number>>;

/** The name, or an alias: as it is printed, as it is compared, and as it is spelled. */
export interface Form {
  readonly text: string;
  /** Normal form, without marks, in lower case. */
  readonly key: string;
  /** Syllables joined by blanks; "" without Han characters. */
  readonly pinyin: string;
  /** The same without blanks. */
  readonly letters: string;
  readonly initials: string;
}

export interface Entry extends EntityName {
  readonly stories: number;
  readonly mentions: number;
  /** The name first. */
  readonly forms: readonly Form[];
}

export interface Found {
  readonly matched: Match;
  /** The form that matched: the name, an alias, the pinyin, the initials. */
  readonly form: string;
}

/** Letters as pinyin-pro writes them: ü and the u of lüe as v. */
export const asLetters = (key: string): string => key.replaceAll("ü", "v").replace(/([ln])ue/g, "$1ve");

export const isLatin = (key: string): boolean => /^[a-zü0-9]+$/.test(key);

/** The best of the direct matches, null for none. */
export function matchOf({ forms }: Entry, key: string): Found | null {
  let best: Found | null = null;
  const letters = isLatin(key) ? asLetters(key) : null;
  for (const [i, form] of forms.entries()) {
    for (const match of matchesOf(form, key, letters, i === 0)) {
      if (best === null || RANK[match] < RANK[best.matched]) best = { matched: match, form: shown(form, match) };
    }
  }
  return best;
}

function shown(form: Form, match: Match): string {
  if (match.includes("pinyin")) return form.pinyin;
  return match.includes("initials") ? form.initials : form.text;
}

export function* matchesOf(form: Form, key: string, letters: string | null, isName: boolean): Iterable<Match> {
  const at = form.key.indexOf(key);
  if (at >= 0) yield textMatch(form.key, key, at, isName);
  if (letters === null) return;
  for (let offset = 0, rest = form.pinyin; rest !== ""; ) {
    if (form.letters.startsWith(letters, offset)) {
      const match = soundMatch(form.letters.length, letters, offset, isName);
      if (match) yield match;
    }
    const blank = rest.indexOf(" ");
    if (blank < 0) break;
    offset += blank;
    rest = rest.slice(blank + 1);
  }
  const initial = initialsMatch(form.initials, letters, isName);
  if (initial) yield initial;
}

/** Of a text that has the key at `at`. */
export function textMatch(text: string, key: string, at: number, isName: boolean): Match {
  if (at > 0) return isName ? "name-inside" : "alias-inside";
  if (text.length === key.length) return isName ? "name" : "alias";
  return isName ? "name-start" : "alias-start";
}

/**
 * Of pinyin of a length that goes on with the letters from a syllable on, never from the middle of one: "an" is not in
 * "shang hai". An initial alone (s, sh) is looked for at the beginning.
 */
export function soundMatch(length: number, letters: string, offset: number, isName: boolean): Match | null {
  if (offset > 0) return isName && !isInitial(letters) ? "pinyin-inside" : null;
  if (length === letters.length) return isName ? "pinyin" : "alias-pinyin";
  return isName ? "pinyin-start" : "alias-pinyin-start";
}

const isInitial = (letters: string): boolean => letters.length === 1 || (letters.length === 2 && letters[1] === "h");

/** One letter would be in half of all initials, and parts of an alias's initials in most. */
export function initialsMatch(initials: string, letters: string, isName: boolean): Match | null {
  if (letters.length < 2) return null;
  if (initials === letters) return isName ? "initials" : "alias-initials";
  const at = isName ? initials.indexOf(letters) : -1;
  return at < 0 ? null : at === 0 ? "initials-start" : "initials-inside";
}

/** Whether all characters of the key stand in the text, in their order. */
export function isInOrder(text: string, key: string): boolean {
  let at = -1;
  for (const char of key) {
    at = text.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Whether one text becomes the other by one letter changed, added, dropped, or two neighbours changed about. */
export function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** Shared pairs of neighbouring characters, as a share of all pairs of both (Dice 1945), in [0, 1]. */
export function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const pair of pairsA) if (pairsB.has(pair)) shared++;
  return (2 * shared) / (pairsA.size + pairsB.size || 1);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
