import type { Issue } from "../lib/issue.ts";

/** One printed page, decoded. Offsets everywhere else count UTF-16 units of `text`. */
export interface Page {
  /** Stable id: path relative to the input folder, without ending ("2025-08-29/000"), `/` on every system. */
  readonly page: string;
  /** The paper's name ("拉萨日报"), from the metadata table or inferred from the page; null when unknown. */
  readonly paper: string | null;
  /** The paper's place as written ("拉萨"), from the table or inferred; null when unknown. */
  readonly place: string | null;
  /** ISO date "2025-08-29", or null. */
  readonly date: string | null;
  /** The input file, relative to the input folder; "file.jsonl:12" for a record. */
  readonly source: string;
  /** SHA-256 of the page's own bytes (a file, or a record of a .jsonl), hex. */
  readonly sha256: string;
  /** The text as decoded, without byte-order mark, before any normal form. */
  readonly text: string;
}

/** One input file. */
export interface Source {
  /** The page's id; of a .jsonl, whose records name their own pages, the stem of ids for those that do not. */
  readonly page: string;
  /** Where the file lies, to be opened. */
  readonly path: string;
  /** The same, relative to the input folder, `/` on every system. */
  readonly source: string;
  readonly kind: "text" | "html" | "jsonl";
}

/** What reading one page gave: the page, or null where there is none, and what is to be said about it. */
export interface PageRead {
  readonly page: Page | null;
  readonly issues: readonly Issue[];
}

/** What is known about a page's paper. */
export interface Imprint {
  readonly paper: string | null;
  readonly place: string | null;
  /** ISO date. */
  readonly date: string | null;
}
