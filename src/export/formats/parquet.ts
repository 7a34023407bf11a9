// Tables as Parquet, for DuckDB, Spark, pandas, Arrow: entities, ties, evidence.
//
// DuckDB writes them, from a scratch database beside the output that is filled from the same rows as every other format, so
// that layer and filter mean the same everywhere and memory stays bounded. Types are plain (INT64, DOUBLE, UTF8, BOOLEAN);
// lists and spans are JSON text, dates ISO text.
import { join } from "node:path";
import { Database, parseStatement, type Row, removeDatabase } from "../../store/index.ts";
import { createExporter, type Writing } from "../exporter.ts";
import { describeColumns } from "../manifest.ts";
import {
  type Attribute,
  type AttributeType,
  type Cell,
  EDGE_COLUMNS,
  EVIDENCE_COLUMNS,
  NODE_COLUMNS,
} from "../rows/attributes.ts";
import { batched } from "../rows/batched.ts";
import type { Exporter } from "../types.ts";

const SQL_TYPES: Readonly<Record<AttributeType, string>> = {
  string: "VARCHAR",
  integer: "BIGINT",
  double: "DOUBLE",
  boolean: "BOOLEAN",
  date: "VARCHAR",
  list: "VARCHAR",
  spans: "VARCHAR",
};

export const parquetExporter: Exporter = createExporter({
  name: "parquet",
  summary: "Parquet 列存文件 tables for DuckDB, Spark, pandas: nodes, edges, evidence",
  extension: null,
  files: ["nodes.parquet", "edges.parquet", "evidence.parquet"],
  async write(writing) {
    await table(writing, "nodes", NODE_COLUMNS, writing.nodes());
    await table(writing, "edges", EDGE_COLUMNS, writing.edges());
    await table(writing, "evidence", EVIDENCE_COLUMNS, writing.evidence());
  },
});

/** Rows appended at once: an appender is made for each batch. */
const BATCH = 20_000;

/** Megabytes that the scratch database may hold. */
const MEMORY = 256;

const table = <Row>(
  writing: Writing,
  name: string,
  columns: readonly Attribute<Row>[],
  rows: AsyncIterable<Row>,
): Promise<void> =>
  writing.binary(
    `${name}.parquet`,
    async (temporary) => {
      const scratch = join(writing.path, `${name}.parquet.${process.pid}.scratch.tmp`);
      removeDatabase(scratch);
      const db = await Database.open(scratch, { threads: 1, memory: MEMORY });
      try {
        const count = await fill(db, columns, rows);
        await db.writeParquet("rows", temporary);
        return count;
      } finally {
        db.close();
        removeDatabase(scratch);
      }
    },
    { columns: describeColumns(columns) },
  );

async function fill<T>(db: Database, columns: readonly Attribute<T>[], rows: AsyncIterable<T>): Promise<number> {
  const fields = columns.map(({ name, type }) => `"${name}" ${SQL_TYPES[type]}`);
  await db.run(parseStatement("export/parquet", `CREATE TABLE rows (${fields.join(", ")})`));
  let count = 0;
  for await (const batch of batched(rows, BATCH)) {
    count += await db.append(
      "rows",
      batch.map((row): Row => Object.fromEntries(columns.map(({ name, value }) => [name, plain(value(row))]))),
    );
  }
  return count;
}

const plain = (cell: Cell) => (typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell);
