// Tables as JSON lines: one file a table, one object a line, the columns and names of the design. The exchange format
// that other programs and outside checks read: keep it stable.

import { type Database, type Row, statement } from "../../store/index.ts";
import { createExporter, type Tally } from "../exporter.ts";
import type { Exporter } from "../types.ts";

export const JSONL_TABLES = ["pages", "articles", "sentences", "mentions", "entities", "edges", "relations"] as const;

/** Columns that hold lists as JSON text; they are written as they stand, which is JSON already. */
const LISTS: ReadonlySet<string> = new Set(["pieces", "page_spans", "aliases"]);

/** SQL reserves END; the tables have start_at and end_at. */
const NAMES: Readonly<Record<string, string>> = { start_at: "start", end_at: "end" };

export const jsonlExporter: Exporter = createExporter({
  name: "jsonl",
  summary: "每表一个 JSON 行文件 every table as JSON lines, with all offsets and evidence; always whole",
  extension: null,
  honours: [],
  files: JSONL_TABLES.map((table) => `${table}.jsonl`),
  async write(writing) {
    for (const table of JSONL_TABLES) {
      await writing.text(`${table}.jsonl`, (tally) => lines(writing.db, table, tally));
    }
  },
});

/** Characters handed on at once: row by row the stream costs more than the rows do. */
const PIECE = 1 << 16;

async function* lines(db: Database, table: string, tally: Tally): AsyncIterable<string> {
  for await (const rows of db.batches<Row>(statement("export/formats", `jsonl-${table}`))) {
    tally.rows += rows.length;
    let text = "";
    for (const row of rows) {
      text += formatRow(row);
      if (text.length < PIECE) continue;
      yield text;
      text = "";
    }
    yield text;
  }
}

function formatRow(row: Row): string {
  let fields = "";
  for (const column in row) {
    const text = LISTS.has(column) ? (row[column] ?? "[]") : JSON.stringify(row[column]);
    fields += `${fields === "" ? "" : ","}"${NAMES[column] ?? column}":${text}`;
  }
  return `{${fields}}\n`;
}
