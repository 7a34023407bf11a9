// The metadata table: which paper, place and date a page has, as a person knows it. It wins over everything inferred.
import { parse } from "csv-parse/sync";
import { InputError, messageOf } from "../lib/errors.ts";
import type { Issue } from "../lib/issue.ts";
import { parseDate } from "./dates.ts";
import { corpusIssue } from "./issues.ts";
import { pageIdOf } from "./page-id.ts";
import type { Imprint } from "./types.ts";

export interface MetaTable {
  /** Page id → what the table says, null for an empty cell. */
  readonly rows: ReadonlyMap<string, Imprint>;
  readonly issues: readonly Issue[];
}

const COLUMNS: ReadonlyMap<string, "page" | keyof Imprint> = new Map([
  ...(["page", "id", "file", "版面", "页面", "版", "文件", "文件名"] as const).map((name) => [name, "page"] as const),
  ...(["paper", "newspaper", "报纸", "报名", "报刊", "报纸名称"] as const).map((name) => [name, "paper"] as const),
  ...(["place", "city", "地点", "城市", "地区", "所在地"] as const).map((name) => [name, "place"] as const),
  ...(["date", "日期", "出版日期", "时间"] as const).map((name) => [name, "date"] as const),
]);

/**
 * Reads a table with a header line: columns page, paper, place, date in any order, English or Chinese, parted by commas,
 * semicolons or tabs. A page is named by its id or its file name ("2025-08-29/000" or "2025-08-29\000.txt").
 *
 * Issues: "meta-column" for a column that is not read, "meta-duplicate" for a second row of a page (the first holds),
 * "meta-date" for a date that is none. Throws InputError where there is no column `page` or a quotation is not closed.
 */
export function parseMeta(csv: string, file: string): MetaTable {
  const records = parseRows(csv, file);
  const [header = []] = records;
  const columns = header.map((cell) => COLUMNS.get(cell.toLowerCase()));
  const at = columns.indexOf("page");
  if (at < 0)
    throw new InputError(
      `corpus: the table "${file}" has no column "page" (found: ${header.join(", ")}). Its first line names the columns: page,paper,place,date.`,
    );
  const issues: Issue[] = header
    .filter((_, i) => columns[i] === undefined)
    .map((cell) => corpusIssue("meta-column", null, `"${file}": the column "${cell}" is not read.`));
  const rows = new Map<string, Imprint>();
  for (const [index, record] of records.entries()) {
    if (index === 0) continue;
    const cell = (name: keyof Imprint): string => record[columns.indexOf(name)] ?? "";
    const page = pageIdOf((record[at] ?? "").replaceAll("\\", "/").replace(/^\.\//u, ""));
    if (page === "") continue;
    if (rows.has(page)) {
      issues.push(corpusIssue("meta-duplicate", page, `"${file}": a second row for this page was ignored.`));
      continue;
    }
    const date = parseDate(cell("date"));
    if (date === null && cell("date") !== "")
      issues.push(corpusIssue("meta-date", page, `"${file}": "${cell("date")}" is no date; written as 2025-08-29?`));
    rows.set(page, { paper: cell("paper") || null, place: cell("place") || null, date });
  }
  return { rows, issues };
}

function parseRows(csv: string, file: string): string[][] {
  const [header = ""] = csv.split(/\r?\n/u, 1);
  const delimiter = header.includes("\t") ? "\t" : header.includes(";") && !header.includes(",") ? ";" : ",";
  try {
    return parse(csv, {
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    throw new InputError(`corpus: the table "${file}" cannot be read: ${messageOf(error)}`);
  }
}
