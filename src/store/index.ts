// The only room that knows DuckDB, and how a project lies on the disk.
import type { Database } from "./database.ts";
import { statement } from "./statement.ts";

export { Database, type OpenOptions, type Params, type Row, type Value } from "./database.ts";
export {
  lockProject,
  type Manifest,
  manifestPath,
  openProject,
  PROJECT_FORMAT,
  readManifest,
  removeDatabase,
  removeOtherDatabases,
  writeFileAtomic,
  writeManifest,
} from "./project.ts";
export {
  readEarlierUnits,
  readRows,
  readUnits,
  removeOtherShards,
  type ShardUnit,
  type StoredUnit,
  shardName,
  shardOf,
  storedUnit,
  writeShard,
} from "./shards.ts";
export { parseStatement, type Statement, statement } from "./statement.ts";

/** Makes the empty tables of a project (schema.sql). */
export const createTables = (db: Database): Promise<void> => db.run(statement("store", "schema"));
