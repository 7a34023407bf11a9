// What an exporter is: a described object, so that help, checks and tests come from one place.
import type { Layer } from "../entities/index.ts";
import type { Database } from "../store/index.ts";

export interface ExportOptions {
  /** Which layer's edges a graph file carries; "all" for every layer. Of the formats, `jsonl` alone has no use for it. */
  readonly layer: Layer | "all";
  /** Which entities and ties of it, in the filter language; null for all. */
  readonly filter: string | null;
  /** Ids of one or two entities that a report is asked of; none for the whole graph. Other formats have no use for it. */
  readonly of: readonly string[];
  /** Write into a folder that holds other files too. */
  readonly force: boolean;
}

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = { layer: "content", filter: null, of: [], force: false };

export interface ExportedFile {
  /** Relative to the output path; "" for the output itself. */
  readonly file: string;
  readonly rows: number;
}

export interface ExportSummary {
  readonly files: readonly ExportedFile[];
  /** What a reader of the export must know, one English sentence each: characters that the format cannot hold, say. */
  readonly notes: readonly string[];
}

export interface Exporter {
  /** The `--format`. */
  readonly name: string;
  readonly summary: string;
  /** Ending of the file that is written, without dot; null when a folder is written. */
  readonly extension: string | null;
  /** What `options` it honours beside `force`. */
  readonly honours: readonly ("layer" | "filter" | "of")[];
  /**
   * Writes the export at `path`. The same database gives the same bytes. Each file appears whole or not at all; what
   * stands is replaced only when it is an earlier export (InputError otherwise). Throws FilterError.
   */
  write(db: Database, path: string, options?: Partial<ExportOptions>): Promise<ExportSummary>;
}
