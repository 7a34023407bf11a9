// The manifest beside a graph file: what is in it, of how much, how it was counted. Written by the command line and by the
// page, of the same facts. No clock: the same export, the same bytes. Pure.
import type { Layer } from "../entities/index.ts";
import { FILTERED, METHOD } from "./method.ts";
import type { AttributeType } from "./rows/attributes.ts";
import type { Totals } from "./rows/graph-rows.ts";
import type { ExportedFile } from "./types.ts";

export const MANIFEST_FORMAT = 1;

export interface ManifestFile extends ExportedFile {
  readonly bytes: number;
  /** Left out where another checksum lies with the file: in an archive. */
  readonly sha256?: string;
  /** Its columns, where it is a table: name → type and meaning. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface ExportManifest {
  readonly manifest: typeof MANIFEST_FORMAT;
  readonly format: string;
  readonly program: { readonly name: "wenmai"; readonly version: string; readonly rules: string | null };
  readonly layer: Layer | "all";
  /** In its canonical form; null for none. */
  readonly filter: string | null;
  /** Entities that a report was asked of. */
  readonly of: readonly string[];
  /** A person's decisions that were replayed, in the order in which they act: lines of a file for `build --decisions`. */
  readonly corrections: readonly string[];
  /** How much of what the layer holds the export shows. */
  readonly shown: { readonly entities: Shown; readonly edges: Shown };
  readonly pages: { readonly count: number; readonly newest: string | null };
  readonly files: readonly ManifestFile[];
  /** Characters that the format cannot hold and that were left out. */
  readonly stripped: number;
  readonly notes: readonly string[];
  readonly method: readonly string[];
}

export interface Shown {
  readonly shown: number;
  readonly of: number;
}

export interface ManifestInput
  extends Pick<ExportManifest, "format" | "layer" | "filter" | "of" | "corrections" | "files" | "stripped" | "notes"> {
  readonly version: string;
  readonly shown: { readonly entities: number; readonly edges: number };
  readonly totals: Totals;
  /** How else the counts are to be understood. */
  readonly method?: readonly string[];
}

/** The manifest's text. `view`: what else is known of what is shown. */
export function formatManifest({ totals, shown, ...input }: ManifestInput, view: object = {}): string {
  const manifest: ExportManifest = {
    manifest: MANIFEST_FORMAT,
    format: input.format,
    program: { name: "wenmai", version: input.version, rules: totals.rules },
    layer: input.layer,
    filter: input.filter,
    of: input.of,
    corrections: input.corrections,
    shown: {
      entities: { shown: shown.entities, of: totals.entities },
      edges: { shown: shown.edges, of: totals.edges },
    },
    pages: { count: totals.pages, newest: totals.newest_page },
    ...view,
    files: input.files,
    stripped: input.stripped,
    notes: input.notes,
    method: [...METHOD, ...(input.filter === null ? [] : [FILTERED]), ...(input.method ?? [])],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Columns as the manifest tells them. */
export const describeColumns = (
  columns: readonly { readonly name: string; readonly type: AttributeType; readonly about: string }[],
): Record<string, string> => Object.fromEntries(columns.map(({ name, type, about }) => [name, `${type}: ${about}`]));
