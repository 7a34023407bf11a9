// One line of a .jsonl → a page's text and what the line says of its paper.
import * as z from "zod";
import { parseDate } from "./dates.ts";
import type { Imprint } from "./types.ts";

export interface RecordPage extends Imprint {
  /** The record's own `page` or `id`, NFC; null where it has none. */
  readonly page: string | null;
  readonly text: string;
  /** The record's date where it is none that can be read, else null. */
  readonly badDate: string | null;
}

const name = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? "").trim() || null);

const RECORD = z.object({
  page: name,
  id: name,
  title: z.string().nullish(),
  text: z.string(),
  paper: name,
  place: name,
  date: name,
});

/**
 * The page of a record `{page|id, text, title?, paper?, place?, date?}`; other fields are ignored, a date that is none is null.
 * A title is printed above the text, an empty line between, unless the text opens with it.
 * Returns a sentence that says what is wrong where the line is no such record.
 */
export function parseRecord(line: string): RecordPage | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is no JSON";
  }
  const result = RECORD.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    return issue && issue.path.length > 0 ? `its "${issue.path.join(".")}" is no text` : "it is no JSON object";
  }
  const { page, id, title, text: written, paper, place, date } = result.data;
  const text = wellFormed(written);
  const heading = title?.trim() ?? "";
  return {
    page: wellFormed(page ?? id ?? "").normalize("NFC") || null,
    text: heading === "" || text.trimStart().startsWith(heading) ? text : `${heading}\n\n${text}`,
    paper,
    place,
    date: date === null ? null : parseDate(date),
    badDate: date !== null && parseDate(date) === null ? date : null,
  };
}

// JSON can hold half a surrogate pair, which no encoding of text can: it would come back from the store as U+FFFD, which is
// counted as damage when the page is read.
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
