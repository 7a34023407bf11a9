// The manifest beside an export: what is in it, of how much, how it was counted. No clock: the same export, the same bytes.
import type { Layer } from "../entities/index.ts";
import { VERSION } from "../lib/version.ts";
import { FILTERED, METHOD } from "./method.ts";
import type { AttributeType } from "./rows/attributes.ts";
import type { Totals } from "./rows/graph-rows.ts";
import type { ExportedFile } from "./types.ts";

export const MANIFEST_FORMAT = 1;

export interface ManifestFile extends ExportedFile {
  readonly bytes: number;
  readonly sha256: string;
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

export interface ManifestInput {
  readonly format: string;
  readonly layer: Layer | "all";
  readonly filter: string | null;
  readonly of: readonly string[];
  readonly shown: { readonly entities: number; readonly edges: number };
  readonly totals: Totals;
  readonly files: readonly ManifestFile[];
  readonly stripped: number;
  readonly notes: readonly string[];
}

/** The manifest's text. */
export function formatManifest({ totals, shown, ...input }: ManifestInput): string {
  const manifest: ExportManifest = {
    manifest: MANIFEST_FORMAT,
    format: input.format,
    program: { name: "wenmai", version: VERSION, rules: totals.rules },
    layer: input.layer,
    filter: input.filter,
    of: input.of,
    shown: {
      entities: { shown: shown.entities, of: totals.entities },
      edges: { shown: shown.edges, of: totals.edges },
    },
    pages: { count: totals.pages, newest: totals.newest_page },
    files: input.files,
    stripped: input.stripped,
    notes: input.notes,
    method: input.filter === null ? METHOD : [...METHOD, FILTERED],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Columns as the manifest tells them. */
export const describeColumns = (
  columns: readonly { readonly name: string; readonly type: AttributeType; readonly about: string }[],
): Record<string, string> => Object.fromEntries(columns.map(({ name, type, about }) => [name, `${type}: ${about}`]));
