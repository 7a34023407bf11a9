// A person's decisions on disk: given with --decisions, kept in the project, replayed on every build until others are given.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PersonDecision, parseDecisions } from "../entities/index.ts";
import { InputError, messageOf } from "../lib/errors.ts";
import { writeFileAtomic } from "../store/index.ts";
import type { BuildOptions } from "./options.ts";

const DECISIONS_FILE = "decisions";

export interface KeptDecisions {
  /** The file as it is written; null where there never was one. */
  readonly text: string | null;
  readonly list: readonly PersonDecision[];
}

/** The given file, else the project's own, which may have been edited. Throws InputError for what cannot be read. */
export function readDecisions({ decisions, out }: Pick<BuildOptions, "decisions" | "out">): KeptDecisions {
  const own = join(out, DECISIONS_FILE);
  const path = decisions ?? (existsSync(own) ? own : null);
  if (path === null) return { text: null, list: [] };
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`decisions: "${path}" cannot be read: ${messageOf(error)}`);
  }
  return { text, list: parseDecisions(text, path) };
}

/** Keeps them in the project. */
export function writeDecisions(project: string, { text }: KeptDecisions): void {
  if (text !== null) writeFileAtomic(join(project, DECISIONS_FILE), text);
}
