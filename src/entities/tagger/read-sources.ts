// Labelled texts and models from disk.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { deflateSync, gunzipSync, inflateSync } from "node:zlib";
import { InputError } from "../../lib/errors.ts";
import type { Resources } from "../resources.ts";
import { readKnownWordsInto, type Words } from "./known-words.ts";
import { readLexiconInto } from "./lexicon.ts";
import { formatModel, parseModel, type TaggerModel } from "./model.ts";
import { parseLabelled, type Source } from "./sources.ts";
import { createWordTrie } from "./word-trie.ts";

const HOME = new URL("../../../data/model/", import.meta.url);
const STATES = 1 << 19;

/** "msra-train.jsonl.gz" → "msra". */
const conventionOf = (file: string): string => /^[^-.]*/.exec(basename(file))![0];

/**
 * The labelled texts of a folder: one file a source, .jsonl or .jsonl.gz, its convention what its name begins with; `only`
 * says which. In the order of the names. Throws InputError for a folder without any and for lines that are none.
 */
export function readSources(folder: string, only: readonly string[] | null): Source[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    throw new InputError(`train: there is no folder "${folder}"`);
  }
  const chosen = files
    .filter((file) => /\.jsonl(\.gz)?$/.test(file) && (only === null || only.includes(conventionOf(file))))
    .sort();
  const missing = only?.filter((name) => !chosen.some((file) => conventionOf(file) === name)) ?? [];
  if (chosen.length === 0 || missing.length > 0)
    throw new InputError(
      `train: "${folder}" has no .jsonl or .jsonl.gz file of ${missing.join(", ") || "labelled text"}`,
    );
  return chosen.map((file) => {
    const bytes = readFileSync(join(folder, file));
    const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().split("\n");
    return {
      convention: conventionOf(file),
      file,
      texts: lines.flatMap((line, i) => (line.trim() === "" ? [] : [parseLabelled(line, `${file}, line ${i + 1}`)])),
    };
  });
}

/** The gazetteer's names and words and the lexicon's, as a tagger needs them. Cost: about 150 ms. */
export function readWords(resources: Resources, folder: URL = HOME): Words {
  const trie = createWordTrie(STATES);
  readKnownWordsInto(trie, resources);
  return { trie, lexicon: readLexiconInto(trie, inflateSync(readFileSync(new URL("words.bin", folder)))) };
}

/** Reads a model; by default the one that ships. Cost: about 150 ms. */
export function readModel(file: string | URL = new URL("tagger.bin", HOME)): TaggerModel {
  const bytes = readFileSync(file);
  try {
    return parseModel(inflateSync(bytes));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`tagger: "${String(file)}" is no model`);
  }
}

/** Writes a model. Out: its size in bytes. */
export function writeModel(file: string, model: TaggerModel): number {
  const bytes = deflateSync(formatModel(model), { level: 9 });
  writeFileSync(file, bytes);
  return bytes.length;
}
