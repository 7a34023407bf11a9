// The only room that knows DuckDB.
import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

export { Database, type OpenOptions, type Params, type Row, type Value } from "./database.ts";
export { parseStatement, type Statement, statement } from "./statement.ts";

/** Makes the empty tables of a project (schema.sql). */
export const createTables = (db: Database): Promise<void> => db.run(statement("store", "schema"));
