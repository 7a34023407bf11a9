// Tables of comma-separated values: entities, ties, and the sentences behind every tie.
//
//   csv            for spreadsheets: with a byte-order mark (else Excel reads Chinese as another encoding), and a cell that
//                  a spreadsheet would run as a formula begins with an apostrophe (OWASP, "CSV Injection")
//   csv-lossless   for programs: every character as it is, lists as JSON
import { stringify } from "csv-stringify/sync";
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import { describeColumns } from "../manifest.ts";
import { type Attribute, type Cell, EDGE_COLUMNS, EVIDENCE_COLUMNS, NODE_COLUMNS } from "../rows/attributes.ts";
import { batched } from "../rows/batched.ts";
import type { Exporter } from "../types.ts";
import { defuse } from "./formula.ts";

interface Flavour {
  readonly bom: boolean;
  /** Null for a cell that is empty; "" is written in quotes. */
  cell(cell: Cell): string | null;
}

const spreadsheet: Flavour = {
  bom: true,
  // Only text can be a formula; a number that is negative is none.
  cell: (cell) => (typeof cell === "string" || typeof cell === "object" ? defused(cellText(cell, "; ")) : String(cell)),
};

const lossless: Flavour = { bom: false, cell: (cell) => cellText(cell, null) };

function cellText(cell: Cell, separator: string | null): string | null {
  if (cell === null) return null;
  if (typeof cell !== "object") return String(cell);
  return separator === null ? JSON.stringify(cell) : cell.join(separator);
}

const defused = (text: string | null): string | null => (text === null ? null : defuse(text));

const csvFormat = (name: string, summary: string, flavour: Flavour): Exporter =>
  createExporter({
    name,
    summary,
    extension: null,
    files: ["nodes.csv", "edges.csv", "evidence.csv"],
    async write(writing) {
      await table(writing, "nodes.csv", NODE_COLUMNS, writing.nodes(), flavour);
      await table(writing, "edges.csv", EDGE_COLUMNS, writing.edges(), flavour);
      await table(writing, "evidence.csv", EVIDENCE_COLUMNS, writing.evidence(), flavour);
    },
  });

export const csvExporter = csvFormat(
  "csv",
  "表格软件用的 CSV tables for spreadsheets: nodes, edges, evidence",
  spreadsheet,
);
export const losslessCsvExporter = csvFormat(
  "csv-lossless",
  "程序用的 CSV the same for programs: every character as it is",
  lossless,
);

const table = <Row>(
  writing: Writing,
  file: string,
  columns: readonly Attribute<Row>[],
  rows: AsyncIterable<Row>,
  flavour: Flavour,
): Promise<void> =>
  writing.text(
    file,
    async function* (tally: Tally) {
      yield (flavour.bom ? "\ufeff" : "") + formatCsv([columns.map(({ name }) => name)]);
      for await (const batch of batched(rows)) {
        tally.rows += batch.length;
        yield formatCsv(batch.map((row) => columns.map(({ value }) => flavour.cell(value(row)))));
      }
    },
    { columns: describeColumns(columns) },
  );

/** Records of RFC 4180, lines ended by CR LF; null is an empty cell, "" one in quotes. Everything that a reader of another dialect may cut at is quoted. */
export const formatCsv = (records: readonly (readonly (string | null)[])[]): string =>
  stringify(records as (string | null)[][], { record_delimiter: "\r\n", quoted_match: /^$|[;\t\r\n']|^\s|\s$/ });
