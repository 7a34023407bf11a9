// What every exporter does around its format: refuse what is not its own, write whole files, count, and set the manifest
// beside them, last, so that a manifest never describes other files than those that stand.
import { join } from "node:path";
import { VERSION } from "../lib/version.ts";
import { type Selection, select } from "../query/index.ts";
import type { Database } from "../store/index.ts";
import { formatManifest, type ManifestFile } from "./manifest.ts";
import { checkFile, prepareFolder, removeFile, type Written, writeBy, writePieces } from "./output.ts";
import { type EvidenceRow, type EvidenceWindow, evidenceRows } from "./rows/evidence-rows.ts";
import { correctionsOf, type EdgeRow, edgeRows, type NodeRow, nodeRows, totalsOf } from "./rows/graph-rows.ts";
import { createTieIndex } from "./rows/tie-index.ts";
import { DEFAULT_EXPORT_OPTIONS, type Exporter, type ExportOptions } from "./types.ts";

/** Rows of a file so far. */
export interface Tally {
  rows: number;
}

export interface FileFacts {
  readonly columns?: Readonly<Record<string, string>>;
}

/** What a format's `write` is handed. */
export interface Writing {
  readonly db: Database;
  readonly path: string;
  readonly options: ExportOptions;
  /** What the filter keeps; null where there is none. */
  readonly selection: Selection | null;
  /** Entities, then ties, as the layer and the selection have them; each may be read again. */
  nodes(): AsyncIterable<NodeRow>;
  edges(): AsyncIterable<EdgeRow>;
  /** Evidence of the ties that `edges` gave; to be read after both were. */
  evidence(onWindow?: (window: EvidenceWindow) => Promise<void>): AsyncIterable<EvidenceRow>;
  /** Whether an entity was written. */
  hasEntity(entity: string): boolean;
  /** Writes a file of the folder; "" for a format of one file. */
  text(file: string, pieces: (tally: Tally) => AsyncIterable<string>, facts?: FileFacts): Promise<void>;
  /** The same for a file that something else writes, under the name it is given; resolves to its rows. */
  binary(file: string, write: (temporary: string) => Promise<number>, facts?: FileFacts): Promise<void>;
  /** Counts characters that had to be left out. */
  strip(count: number): void;
  note(sentence: string): void;
}

export interface FormatDescription extends Omit<Exporter, "write" | "honours"> {
  readonly honours?: Exporter["honours"];
  /** Names of the files of a folder, to know an earlier export by; none for one file. */
  readonly files?: readonly string[];
  write(writing: Writing): Promise<void>;
}

export const MANIFEST_FILE = "manifest.json";

/** Where the manifest of an export lies. */
export const manifestPathOf = (exporter: Pick<Exporter, "extension">, path: string): string =>
  exporter.extension === null ? join(path, MANIFEST_FILE) : `${path}.${MANIFEST_FILE}`;

export function createExporter({
  write,
  files = [],
  honours = ["layer", "filter"],
  ...about
}: FormatDescription): Exporter {
  return {
    ...about,
    honours,
    async write(db, path, given) {
      const options = { ...DEFAULT_EXPORT_OPTIONS, ...given };
      const layer = honours.includes("layer") ? options.layer : "all";
      const selection =
        options.filter !== null && honours.includes("filter")
          ? await select(db, { filter: options.filter, layer })
          : null;
      if (about.extension === null) prepareFolder(path, (names) => names.every(isOneOf(files)), options.force);
      else checkFile(path, about.extension);
      const manifest = manifestPathOf(about, path);
      const state = createState(db, path, options, selection, () => removeFile(manifest));
      await write(state.writing);
      const { written, notes, shown, stripped } = state.result();
      const totals = await totalsOf(db, layer);
      await writePieces(manifest, [
        formatManifest({
          format: about.name,
          version: VERSION,
          layer,
          filter: selection?.filter ?? null,
          of: honours.includes("of") ? options.of : [],
          corrections: await correctionsOf(db),
          shown: honours.includes("filter") ? shown : totals,
          totals,
          files: written,
          stripped,
          notes,
        }),
      ]);
      return { files: written.map(({ file, rows }) => ({ file, rows })), notes };
    },
  };
}

const isOneOf =
  (files: readonly string[]) =>
  (name: string): boolean =>
    [...files, MANIFEST_FILE].some(
      (file) => name === file || (name.startsWith(`${file}.`) && /\.tmp(\.wal)?$/.test(name)),
    );

interface Result {
  readonly written: readonly ManifestFile[];
  readonly notes: readonly string[];
  readonly shown: { readonly entities: number; readonly edges: number };
  readonly stripped: number;
}

function createState(
  db: Database,
  path: string,
  options: ExportOptions,
  selection: Selection | null,
  onWhole: () => void,
): { writing: Writing; result(): Result } {
  const wanted = { layer: options.layer, selection };
  const written: ManifestFile[] = [];
  const notes: string[] = [];
  const shown = { entities: 0, edges: 0 };
  let stripped = 0;
  const ties = createTieIndex();
  let tiesRead = false;
  const pathOf = (file: string): string => (file === "" ? path : join(path, file));
  const record = (file: string, rows: number, { bytes, sha256 }: Written, facts: FileFacts = {}): void => {
    written.push({ file, rows, bytes, sha256, ...facts });
  };
  const writing: Writing = {
    db,
    path,
    options,
    selection,
    async *nodes() {
      let count = 0;
      for await (const row of nodeRows(db, wanted)) {
        count++;
        ties.addEntity(row.entity);
        yield row;
      }
      shown.entities = count;
    },
    async *edges() {
      let count = 0;
      for await (const row of edgeRows(db, wanted)) {
        count++;
        if (!tiesRead) ties.addTie(row.source, row.target, row.layer);
        yield row;
      }
      tiesRead = true;
      shown.edges = count;
    },
    evidence: (onWindow) => evidenceRows(db, ties, onWindow),
    hasEntity: (entity) => ties.hasEntity(entity),
    async text(file, pieces, facts) {
      const tally = { rows: 0 };
      const done = await writePieces(pathOf(file), pieces(tally), onWhole);
      record(file, tally.rows, done, facts);
    },
    async binary(file, writeRows, facts) {
      let rows = 0;
      const write = async (temporary: string): Promise<void> => {
        rows = await writeRows(temporary);
      };
      const done = await writeBy(pathOf(file), write, onWhole);
      record(file, rows, done, facts);
    },
    strip: (count) => {
      stripped += count;
    },
    note: (sentence) => notes.push(sentence),
  };
  const result = (): Result => ({
    written,
    shown,
    stripped,
    notes:
      stripped > 0
        ? [
            ...notes,
            `${stripped} characters that the format cannot hold were left out (control characters, lone surrogates)`,
          ]
        : notes,
  });
  return { writing, result };
}
