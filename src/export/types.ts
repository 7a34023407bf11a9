// What an exporter is: a described object, so that help, checks and tests come from one place.
import type { Layer } from "../entities/index.ts";
import type { Database } from "../store/index.ts";

export interface ExportOptions {
  /** Which layer's edges a graph file carries; "all" for every layer. The table exports always carry all. */
  readonly layer: Layer | "all";
  /** Write into a folder that holds other files too. */
  readonly force: boolean;
}

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = { layer: "content", force: false };

export interface ExportSummary {
  /** Files written, relative to the output path ("" for the output itself), with how many rows each holds. */
  readonly files: readonly { readonly file: string; readonly rows: number }[];
  /** What a reader of the export must know, one English sentence each: characters that the format cannot hold, say. */
  readonly notes: readonly string[];
}

export interface Exporter {
  /** The `--format`. */
  readonly name: string;
  readonly summary: string;
  /** Ending of the file that is written, without dot; null when a folder is written. */
  readonly extension: string | null;
  /**
   * Writes the export at `path`. The same database gives the same bytes. Each file appears whole or not at all; what
   * stands is replaced only when it is an earlier export (InputError otherwise).
   */
  write(db: Database, path: string, options?: Partial<ExportOptions>): Promise<ExportSummary>;
}
