// Every code of issue that this room makes.
import { messageOf } from "../lib/errors.ts";
import type { Issue } from "../lib/issue.ts";

export type CorpusIssueCode =
  /** No page is read from the file: its ending, a device, a linked folder that is read elsewhere. */
  | "file-skipped"
  /** The file cannot be opened or read; no page. */
  | "file-unreadable"
  /** The file or record holds nothing but blanks; no page. */
  | "file-empty"
  /** The file is no text in any encoding that is read; no page. */
  | "file-binary"
  /** The page holds U+FFFD (count): bytes that could not be read, here or in the tool that wrote it. */
  | "file-damaged"
  /** The page holds control characters (count), kept as they stand. */
  | "file-controls"
  /** Statistics chose the encoding. */
  | "encoding-guessed"
  /** A line of a .jsonl is no record with a text; no page. */
  | "line-broken"
  /** Values come from the page, its file name or its paper's name rather than from the metadata table. */
  | "paper-inferred"
  | "place-inferred"
  | "date-inferred"
  /** Nothing sure tells the value. */
  | "paper-unknown"
  | "date-unknown"
  /** The page and the metadata table or the file name print different dates; the message says which was taken. */
  | "date-conflict"
  /** The metadata table: a row for no page, a second row for a page, a date that is none, a column that is not read. */
  | "meta-unused"
  | "meta-duplicate"
  | "meta-date"
  | "meta-column";

export const corpusIssue = (code: CorpusIssueCode, page: string | null, message: string, count = 1): Issue => ({
  page,
  article: null,
  code,
  message,
  count,
});

/** Why the system refused a file, without the path that its own message repeats: "EACCES". */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : messageOf(error);
