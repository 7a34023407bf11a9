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
  /** The input file, relative to the input folder. */
  readonly source: string;
  /** SHA-256 of the page's own bytes (a file, or a record of a .jsonl), hex. */
  readonly sha256: string;
  /** The text as decoded, without byte-order mark, before any normal form. */
  readonly text: string;
}
