// Statements keep to the common ground of DuckDB and Spark SQL (DESIGN: the one idea), so that the same files run on a cluster.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SparkSQL } from "dt-sql-parser";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".sql"))
  .sort();

/** Text without comments and strings, parameters as numbers. */
const bare = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, "")
    .replace(/'(?:[^']|'')*'/g, "'s'")
    .replace(/:([a-z_]+)/g, "1");

const BANNED: Readonly<Record<string, RegExp>> = {
  "functions that engines disagree on":
    /\b(log|levenshtein|jaccard|editdistance|list|array_agg|collect_list|collect_set|unnest|explode|hash|md5|xxhash64|approx_\w+|any_value|first|last|string_agg|group_concat|listagg|concat_ws|median|quantile\w*|avg|stddev\w*|random|rand|now|current_\w+|uuid)\s*\(/i,
  "syntax of one engine":
    /\b(qualify|exclude|pivot|unpivot|using\s+sample|group\s+by\s+all|order\s+by\s+all)\b|::|\[|\]|\bilike\b/i,
  "changes of rows in place": /\b(update|delete|merge|truncate)\b/i,
};

it("the grammar refuses what is no Spark SQL", () => {
  expect(new SparkSQL().validate("SELECT a::INTEGER FROM t QUALIFY x")).not.toEqual([]);
});

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(SRC, file), "utf8");
  const sql = bare(text);

  it("parses with Spark's grammar", () => {
    expect(new SparkSQL().validate(sql)).toEqual([]);
  });

  it("keeps to the list of what engines share", () => {
    for (const [why, pattern] of Object.entries(BANNED)) expect(sql.match(pattern)?.[0] ?? null, why).toBeNull();
  });

  it("casts its sums, which DuckDB widens, to BIGINT", () => {
    expect(sql.match(/\bsum\s*\(/gi)?.length ?? 0).toBe(
      sql.match(/\bcast\s*\(\s*sum\s*\([\s\S]*?\bas\s+bigint\s*\)/gi)?.length ?? 0,
    );
  });

  it("says where NULLs go and orders what it limits", () => {
    // Each ORDER BY up to what ends it: every key of it says so.
    for (const [, keys] of sql.matchAll(/\border\s+by\b((?:[^();]|\([^()]*\))*?)(?=\brows\b|\blimit\b|\)|;|$)/gi)) {
      const count = keys!.replace(/\([^()]*\)/g, "").split(",").length;
      expect(keys!.match(/\bnulls\s+(first|last)\b/gi)?.length ?? 0, keys).toBeGreaterThanOrEqual(count);
    }
    if (/\blimit\b/i.test(sql)) expect(sql).toMatch(/\border\s+by\b/i);
  });
});
