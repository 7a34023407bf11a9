// The reader's decisions: kept as lines in the browser, beside the address of the project they are about.
import { computed, effect, signal } from "@preact/signals";
import type { Choice } from "../../../src/entities/resolve/decisions.ts";

export interface Decision {
  readonly line: string;
  readonly choice: Choice;
}

const KEY = `wenmai decisions ${location.pathname}`;

/** In the order in which they act. */
export const decisions = signal<readonly Decision[]>([]);
/** Set when a file of decisions cannot be read: the sentence that says why. */
export const unread = signal<string | null>(null);
export const choices = computed<readonly Choice[]>(() => decisions.value.map(({ choice }) => choice));

/** The language of the lines, fetched when there is a decision to read or to write. */
const language = () => import("../../../src/entities/resolve/decisions.ts");

const kept = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser may forbid pages to keep anything; then decisions last as long as the page.
    return null;
  }
};

export const asText = (list: readonly Decision[]): string => list.map(({ line }) => `${line}\n`).join("");

// Written when they change, not when they are read at the start.
let first = true;
effect(() => {
  const text = asText(decisions.value);
  if (first) {
    first = false;
    return;
  }
  try {
    if (text) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
});

/** Reads what was kept on an earlier visit; resolves when it acts. Nothing is fetched where nothing was kept. */
export async function restore(): Promise<void> {
  const text = kept();
  if (text) await take(text, "localStorage");
}

/** Replaces the decisions by those of a text; what cannot be read is said and changes nothing. */
export async function take(text: string, source: string): Promise<void> {
  const { formatChoice, parseDecisions } = await language();
  try {
    decisions.value = parseDecisions(text, source).map(({ choice }) => ({ line: formatChoice(choice), choice }));
    unread.value = null;
  } catch (error) {
    unread.value = error instanceof Error ? error.message : String(error);
  }
}

/** Adds one; equal to an earlier one, it moves to the end, as in the file. Throws what the language finds wrong with it. */
export async function decide(choice: Choice): Promise<Decision> {
  const { formatChoice, parseDecisions } = await language();
  const line = formatChoice(choice);
  const [read] = parseDecisions(line, "page");
  const decision = { line, choice: read!.choice };
  decisions.value = [...decisions.value.filter((one) => one.line !== line), decision];
  return decision;
}

export const undo = (line: string): void => {
  decisions.value = decisions.value.filter((one) => one.line !== line);
};
