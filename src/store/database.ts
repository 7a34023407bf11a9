// The only door to DuckDB: run statements, read rows, append rows. Why DuckDB: one file, no server, spills to disk, and
// it counts the pairs of a million articles in seconds (MIT, @duckdb/node-api carries its own binary).
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBResult,
  DuckDBTypeId,
} from "@duckdb/node-api";
import { ProjectError } from "../lib/errors.ts";
import { inSlices } from "../lib/slices.ts";
import type { Statement } from "./statement.ts";

export type Value = string | number | boolean | null;
/** A list of integers stands for `IN (:name)`. */
export type Params = Readonly<Record<string, Value | readonly number[]>>;
export type Row = Readonly<Record<string, Value>>;

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** DuckDB's own threads; results do not depend on it. Default: all cores. */
  readonly threads?: number;
  /** Most memory that DuckDB takes before it spills to the disk, in megabytes. Default: four fifths of the machine's. */
  readonly memory?: number;
}

/** Chunks, of some two thousand rows each, that are unpacked before others are answered: some 10 ms. */
const CHUNKS_AT_ONCE = 4;

export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Opens a database file, or one in memory (":memory:"). A file can be read by many processes while none writes it. */
  static async open(path: string, options: OpenOptions = {}): Promise<Database> {
    const config: Record<string, string> = {
      access_mode: options.readOnly ? "READ_ONLY" : "READ_WRITE",
      // No statement of ours reaches for the network or other files, so the engine need not be able to.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    };
    if (path === ":memory:") delete config.access_mode;
    if (options.threads) config.threads = String(options.threads);
    if (options.memory) config.memory_limit = `${options.memory}MB`;
    const instance = await DuckDBInstance.create(path, config);
    return new Database(instance, await instance.connect());
  }

  /** Runs all statements of a file for their effect. Parameters bind in files of one statement only. */
  async run(statement: Statement, params: Params = {}): Promise<void> {
    await this.#connection.run(...bound(statement, params));
  }

  /** All rows. BIGINT comes as a number; one past 2^53 is a ProjectError. */
  async rows<T>(statement: Statement, params: Params = {}): Promise<T[]> {
    const reader = await this.#connection.runAndReadAll(...bound(statement, params));
    return plainRows<T>(reader.columnNames(), reader.getRowsJS());
  }

  /** Rows in batches of about two thousand, for tables larger than memory. */
  async *batches<T>(statement: Statement, params: Params = {}): AsyncIterable<T[]> {
    yield* this.#stream(statement, params, async function* (result) {
      const names = result.columnNames();
      for await (const rows of result.yieldRowsJs()) yield plainRows<T>(names, rows);
    });
  }

  /** On a connection of its own: on a common one the next statement would end the stream, and that without an error. */
  async *#stream<T>(
    statement: Statement,
    params: Params,
    read: (result: DuckDBResult) => AsyncIterable<T>,
  ): AsyncIterable<T> {
    const connection = await this.#instance.connect();
    try {
      yield* read(await connection.stream(...bound(statement, params)));
    } finally {
      connection.closeSync();
    }
  }

  /**
   * Columns of numbers, in batches of about two thousand rows: for tables of millions, where an object a row takes seconds.
   * Out: an array a column of `wanted`, in its order; NULL is NaN, a boolean 0 or 1.
   */
  async *numbers(statement: Statement, wanted: readonly string[], params: Params = {}): AsyncIterable<Float64Array[]> {
    yield* this.#stream(statement, params, async function* (result) {
      const names = result.columnNames();
      const indexes = wanted.map((name) => names.indexOf(name));
      for await (const chunk of result) yield indexes.map((index) => numbersOf(chunk, index));
    });
  }

  /** Appends rows to a table; columns by name, a missing one is NULL, an unknown one an error. Returns how many. */
  async append(table: string, rows: Iterable<Row>): Promise<number> {
    const columns = await this.#columns(table);
    const appender = await this.#connection.createAppender(table);
    let count = 0;
    try {
      for (const row of rows) {
        for (const name of Object.keys(row)) {
          if (!columns.has(name)) throw new ProjectError(`store.append: table ${table} has no column "${name}"`);
        }
        for (const [name, type] of columns) appendValue(appender, type, row[name] ?? null);
        appender.endRow();
        count++;
      }
    } finally {
      appender.closeSync();
    }
    return count;
  }

  /** Writes a table's rows, in the order in which they were appended, as one Parquet file. */
  async writeParquet(table: string, path: string): Promise<void> {
    await this.#connection.run(`COPY ${table} TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
  }

  async #columns(table: string): Promise<Map<string, DuckDBTypeId>> {
    const result = await this.#connection.run(`SELECT * FROM ${table} LIMIT 0`);
    return new Map(result.columnNames().map((name, index) => [name, result.columnTypeId(index)]));
  }

  /**
   * The columns of a result as typed arrays, by name: INTEGER (NULL is −1) and DOUBLE (NULL is NaN), no other type, else
   * ProjectError. For millions of rows: no object is made a row, and others are answered between them.
   */
  async columns(statement: Statement, params: Params = {}): Promise<Record<string, Int32Array | Float64Array>> {
    const result = await this.#connection.run(...bound(statement, params));
    const chunks = await result.fetchAllChunks();
    const rows = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
    const columns = result.columnNames().map((name, c) => emptyColumn(name, result.columnTypeId(c), rows));
    let begin = 0;
    await inSlices(chunks.length, CHUNKS_AT_ONCE, (from, to) => {
      for (const chunk of chunks.slice(from, to)) {
        // Asked once: each look at it is a call into the engine.
        const { rowCount } = chunk;
        for (const [c, [values, none]] of columns.entries()) {
          const vector = chunk.getColumnVector(c);
          for (let r = 0; r < rowCount; r++) values[begin + r] = (vector.getItem(r) as number | null) ?? none;
        }
        begin += rowCount;
      }
    });
    return Object.fromEntries(result.columnNames().map((name, c) => [name, columns[c]![0]]));
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

function emptyColumn(name: string, type: DuckDBTypeId, rows: number): [Int32Array | Float64Array, none: number] {
  if (type === DuckDBTypeId.INTEGER) return [new Int32Array(rows), -1];
  if (type === DuckDBTypeId.DOUBLE) return [new Float64Array(rows), Number.NaN];
  throw new ProjectError(`store: column ${name} is ${DuckDBTypeId[type]}, neither INTEGER nor DOUBLE`);
}

function numbersOf(chunk: DuckDBDataChunk, index: number): Float64Array {
  const vector = chunk.getColumnVector(index);
  const column = new Float64Array(chunk.rowCount);
  for (let i = 0; i < column.length; i++) {
    const value = vector.getItem(i);
    column[i] = value === null ? Number.NaN : Number(value);
  }
  return column;
}

type Appender = Awaited<ReturnType<DuckDBConnection["createAppender"]>>;

function appendValue(appender: Appender, type: DuckDBTypeId, value: Value): void {
  if (value === null) appender.appendNull();
  else if (type === DuckDBTypeId.VARCHAR) appender.appendVarchar(String(value));
  else if (type === DuckDBTypeId.INTEGER) appender.appendInteger(Number(value));
  else if (type === DuckDBTypeId.BIGINT) appender.appendBigInt(BigInt(value));
  else if (type === DuckDBTypeId.DOUBLE) appender.appendDouble(Number(value));
  else if (type === DuckDBTypeId.BOOLEAN) appender.appendBoolean(Boolean(value));
  else throw new ProjectError(`store.append: column type ${DuckDBTypeId[type]} is not one that our tables use`);
}

/**
 * Binds exactly the parameters that the statement has: a forgotten or unknown one is a mistake of ours, said at once.
 * Integers are written out, being able to say nothing else: a bound list is an engine's own type, and what has bound values
 * is planned twice, without and with them (a third of the time of a question about one entity). Without any, none are given.
 */
function bound(statement: Statement, params: Params): [sql: string, values?: Record<string, Value>] {
  const given = Object.keys(params);
  const missing = statement.parameters.filter((name) => !(name in params));
  const unknown = given.filter((name) => !statement.parameters.includes(name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new ProjectError(`store: ${statement.name}.sql: missing [${missing}], unknown [${unknown}] parameters`);
  }
  const values: Record<string, Value> = {};
  let { sql } = statement;
  for (const [name, value] of Object.entries(params)) {
    const literal = isList(value) ? integers(statement, value) : Number.isSafeInteger(value) ? `(${value})` : null;
    if (literal === null) values[name] = value as Value;
    else sql = sql.replaceAll(new RegExp(`\\$${name}\\b`, "g"), literal);
  }
  return Object.keys(values).length > 0 ? [sql, values] : [sql];
}

const isList = (value: Value | readonly number[]): value is readonly number[] => Array.isArray(value);

function integers({ name }: Statement, list: readonly number[]): string {
  if (!list.every(Number.isSafeInteger)) throw new ProjectError(`store: ${name}.sql: a list holds more than integers`);
  return list.length > 0 ? list.join(", ") : "NULL";
}

function plainRows<T>(names: readonly string[], rows: readonly (readonly unknown[])[]): T[] {
  return rows.map((values) => {
    const row: Record<string, Value> = {};
    for (let i = 0; i < names.length; i++) row[names[i]!] = plainValue(values[i]);
    return row as T;
  });
}

function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new ProjectError(`store: an integer past 2^53: ${value}`);
    return number;
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new ProjectError(`store: a value that our tables do not hold: ${String(value)}`);
}
