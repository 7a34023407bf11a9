// The gazetteer from disk: data/gazetteer, the same distance from src/entities and from dist/entities.
import { readFileSync } from "node:fs";
import { createResources, type Resources, type Tables } from "./resources.ts";
import { readModel, readWords } from "./tagger/read-sources.ts";
import { createTagger } from "./tagger/tagger.ts";
import { GUIDE } from "./tagger/tags.ts";

const HOME = new URL("../../data/gazetteer/", import.meta.url);
const FILES = [
  "regions",
  "countries",
  "places",
  "city-clusters",
  "agencies",
  "companies",
  "programs",
  "program-heads",
  "laws",
  "people",
  "words",
] as const;
/** Names parted by blanks, without other forms. */
const LISTS = ["universities", "listed"] as const;

const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("\t"));

/** The tables of the gazetteer; `folder` ends in a slash. Throws what `readFileSync` throws when a file is missing. */
export function readTables(folder: URL = HOME): Tables {
  const tables: Record<string, string[][]> = {};
  for (const file of FILES) tables[file] = rowsOf(readFileSync(new URL(`${file}.tsv`, folder), "utf8"));
  for (const file of LISTS) {
    const names = readFileSync(new URL(`${file}.txt`, folder), "utf8")
      .split(/\s+/)
      .filter(Boolean);
    tables[file] = names.map((name) => [name, ""]);
  }
  return tables;
}

/** Reads the gazetteer alone. */
export const readGazetteer = (folder: URL = HOME): Resources => createResources(readTables(folder));

/** Reads the gazetteer, the tagger that ships and what the votes of both are worth. Cost: about 0.4 s. */
export function readResources(): Resources {
  const gazetteer = readGazetteer();
  const votes = rowsOf(readFileSync(new URL("../model/votes.tsv", HOME), "utf8"));
  const worths = new Map(votes.map(([name, worth]) => [name ?? "", Number(worth)]));
  const tagger = createTagger(readModel(), readWords(gazetteer), GUIDE);
  return { ...gazetteer, tagger, worths };
}
