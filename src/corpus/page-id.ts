// What a file's name says: how it is read, and which page it is.
import { extname } from "node:path";
import type { Source } from "./types.ts";

/** Ending → how the file is read. Markdown is read as it stands: its marks are characters of the page. */
export const KINDS: ReadonlyMap<string, Source["kind"]> = new Map([
  [".txt", "text"],
  [".md", "text"],
  [".html", "html"],
  [".htm", "html"],
  [".jsonl", "jsonl"],
]);

/** A file's path relative to the input folder → its page id: `/` between names, no ending, composed characters (NFC). */
export function pageIdOf(name: string): string {
  const ending = extname(name);
  const stem = KINDS.has(ending.toLowerCase()) ? name.slice(0, -ending.length) : name;
  return stem.normalize("NFC");
}
