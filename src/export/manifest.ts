// The manifest beside an export: what is in it, of how much, how it was counted. No clock: the same export, the same bytes.
import type { Layer } from "../entities/index.ts";
import { VERSION } from "../lib/version.ts";
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

const METHOD: readonly string[] = [
  "Two entities are tied when one text names both; a text is an article with its continuations on other pages. Articles, texts, stories (reprints of one text count once) and papers are counted apart; the weight of a tie is its stories.",
  "npmi, g2, p and q compare the shared stories with what chance would give (Bouma 2009; Dunning 1993; Fisher's exact test; Benjamini and Hochberg 1995). They are empty under two shared stories, p and q besides in a project of fewer than 200 stories.",
  "A layer is how prominently a text names the less prominent of the two: content in the text itself, byline among its writers, masthead in the page's furniture.",
];

const FILTERED =
  "The filter chooses entities and ties. The counts of those that it keeps, and their evidence, are of the whole layer.";

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
