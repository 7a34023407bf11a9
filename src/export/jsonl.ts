// Tables as JSON lines: one file a table, one object a line, the columns and names of the design. The exchange format
// that other programs and outside checks read: keep it stable.
import { join } from "node:path";
import { type Database, type Row, statement } from "../store/index.ts";
import { prepareFolder, writePieces } from "./output.ts";
import { DEFAULT_EXPORT_OPTIONS, type Exporter } from "./types.ts";

export const JSONL_TABLES = ["pages", "articles", "sentences", "mentions", "entities", "edges", "relations"] as const;

/** Columns that hold lists as JSON text; they are written as they stand, which is JSON already. */
const LISTS: ReadonlySet<string> = new Set(["pieces", "page_spans", "aliases"]);

/** SQL reserves END; the tables have start_at and end_at. */
const NAMES: Readonly<Record<string, string>> = { start_at: "start", end_at: "end" };

export const jsonlExporter: Exporter = {
  name: "jsonl",
  summary: "每表一个 JSON 行文件 every table as JSON lines, with all offsets and evidence",
  extension: null,
  async write(db, path, options) {
    const { force } = { ...DEFAULT_EXPORT_OPTIONS, ...options };
    const names = JSONL_TABLES.map((table) => `${table}.jsonl`);
    prepareFolder(
      path,
      (found) => found.every((name) => names.includes(name) || /\.jsonl\.\d+\.tmp$/.test(name)),
      force,
    );
    const files: { file: string; rows: number }[] = [];
    for (const table of JSONL_TABLES) {
      const file = `${table}.jsonl`;
      let rows = 0;
      await writePieces(
        join(path, file),
        lines(db, table, (more) => {
          rows += more;
        }),
      );
      files.push({ file, rows });
    }
    return { files, notes: [] };
  },
};

/** Characters handed on at once: row by row the stream costs more than the rows do. */
const PIECE = 1 << 16;

async function* lines(db: Database, table: string, count: (rows: number) => void): AsyncIterable<string> {
  for await (const rows of db.batches<Row>(statement("export", `jsonl-${table}`))) {
    count(rows.length);
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
