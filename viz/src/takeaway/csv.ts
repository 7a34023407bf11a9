// Tables for spreadsheets, as src/export/formats/csv.ts writes them (its own writer stands on a package for Node). Pure.
import { defuse } from "../../../src/export/formats/formula.ts";
import type { Attribute, Cell } from "../../../src/export/rows/attributes.ts";

/** Else Excel reads Chinese as another encoding. */
const MARK = "\ufeff";
/** Everything that a reader of some dialect may cut at. */
const QUOTED = /^$|[,";\t\r\n']|^\s|\s$/;

/** RFC 4180, lines ended by CR LF; what a spreadsheet would run begins with an apostrophe; null is an empty cell. */
export function toCsv<Row>(columns: readonly Attribute<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ name }) => name);
  const lines = rows.map((row) => columns.map(({ value }) => cellText(value(row))));
  return MARK + [head, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

function cellText(cell: Cell): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "string") return defuse(cell);
  return typeof cell === "object" ? defuse(cell.join("; ")) : String(cell);
}

const quoted = (cell: string | null): string =>
  cell === null ? "" : QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
