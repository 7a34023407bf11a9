// SQL lies in files beside the room it serves, one statement or a few a file, parameters written `:name`.
//
// The files keep to the common ground of DuckDB and Spark SQL (a test parses each with Spark's grammar), so the same text
// can run on a cluster. What differs between engines is here and nowhere else: DuckDB writes its parameters `$name`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../lib/package-root.ts";

export interface Statement {
  /** "graph/count-edges", for messages. */
  readonly name: string;
  /** In DuckDB's spelling. */
  readonly sql: string;
  /** Names of its parameters, each once. */
  readonly parameters: readonly string[];
}

const cache = new Map<string, Statement>();

/** The statement in src/ROOM/NAME.sql; read once a process. Throws if the file is missing. */
export function statement(room: string, name: string): Statement {
  const key = `${room}/${name}`;
  let found = cache.get(key);
  if (!found) {
    found = parseStatement(key, readFileSync(join(PACKAGE_ROOT, "src", room, `${name}.sql`), "utf8"));
    cache.set(key, found);
  }
  return found;
}

/** Rewrites `:name` as `$name` outside of strings and comments. */
export function parseStatement(name: string, text: string): Statement {
  const parameters = new Set<string>();
  const sql = text.replace(/--[^\n]*|'(?:[^']|'')*'|:([a-z_]+)/g, (match, parameter?: string) => {
    if (!parameter) return match;
    parameters.add(parameter);
    return `$${parameter}`;
  });
  return { name, sql, parameters: [...parameters] };
}
