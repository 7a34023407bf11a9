// A project is a folder: manifest.json, which names the current database, the database, shards/, layout.json, decisions if given.
//
// A build writes a new database file beside the old one and then renames a new manifest over the old: readers see the
// old project or the new one, never something between.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { InputError, ProjectError } from "../lib/errors.ts";
import { Database } from "./database.ts";

export const PROJECT_FORMAT = 7;

export interface Manifest {
  readonly format: typeof PROJECT_FORMAT;
  /** File name of the current database. */
  readonly database: string;
  /** Hash of all that the database follows from: a build that would arrive at the same hash has nothing to do. */
  readonly inputs: string;
  /** SHA-256 of layout.json as the build wrote it. */
  readonly layout: string;
  /** Version of everything that can change a map's result. */
  readonly rules: string;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

export const manifestPath = (project: string): string => join(project, "manifest.json");

/** Null when the folder holds no project yet. Throws ProjectError for a manifest that this version cannot read. */
export function readManifest(project: string): Manifest | null {
  if (!existsSync(manifestPath(project))) return null;
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestPath(project), "utf8")) as Manifest;
  } catch (error) {
    throw new ProjectError(
      `project ${project}: manifest.json is not JSON (${String(error)}). Build the project again.`,
    );
  }
  if (manifest.format !== PROJECT_FORMAT) {
    throw new ProjectError(
      `project ${project}: written in format ${manifest.format}, this version reads ${PROJECT_FORMAT}. Build it again.`,
    );
  }
  return manifest;
}

export const writeManifest = (project: string, manifest: Manifest): void =>
  writeFileAtomic(manifestPath(project), `${JSON.stringify(manifest, null, 2)}\n`);

/** Writes beside and renames, so that a reader sees the old content or the new. */
export function writeFileAtomic(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** The current database, to read. Throws InputError where there is no project. */
export async function openProject(project: string): Promise<{ db: Database; manifest: Manifest }> {
  // A build may swap the manifest and remove the old database between our two looks; the second try sees the new one.
  for (let attempt = 1; ; attempt++) {
    const manifest = readManifest(project);
    if (!manifest) {
      throw new InputError(
        `no project in "${project}" (manifest.json is missing). Make one: wenmai build INPUT --out ${project}`,
      );
    }
    try {
      return { db: await Database.open(join(project, manifest.database), { readOnly: true }), manifest };
    } catch (error) {
      if (attempt === 3 || existsSync(join(project, manifest.database))) throw error;
    }
  }
}

/** graph-HASH-N.duckdb, what DuckDB puts beside it, and what a killed build left under a temporary name. */
const OUR_DATABASE = /^(graph-[0-9a-f]{12}-\d+|link-\d+)\.duckdb(\.(wal|tmp))*$/;

/** Removes databases that the manifest does not name, with what killed builds left of them. Open readers keep theirs. */
export function removeOtherDatabases(project: string, current: string): void {
  for (const name of readdirSync(project)) {
    const isCurrent = name === current || name.startsWith(`${current}.`);
    if (OUR_DATABASE.test(name) && !isCurrent) rmSync(join(project, name), { recursive: true, force: true });
  }
}

/** Removes a database file with what DuckDB puts beside it: a write-ahead log, a folder that it spills into. */
export function removeDatabase(path: string): void {
  for (const ending of ["", ".wal", ".tmp"]) rmSync(path + ending, { recursive: true, force: true });
}

/** Projects that this process builds right now. */
const building = new Set<string>();

/**
 * One build at a time: takes the project's lock, or throws InputError when a living process has it. A lock whose process
 * is gone (a killed build) is taken over. Returns what releases it.
 */
export function lockProject(project: string): () => void {
  mkdirSync(project, { recursive: true });
  refuseForeignFolder(project);
  const path = join(realpathSync(project), "build.lock");
  const busy = (who: string): InputError =>
    new InputError(`project "${project}" is being built by ${who}; wait for it`);
  if (building.has(path)) throw busy("this process");
  // Linked into place whole, so that nobody ever reads half a lock.
  const own = `${path}.${process.pid}.tmp`;
  writeFileSync(own, holderOf(process.pid));
  try {
    for (let tries = 0; ; tries++) {
      try {
        linkSync(own, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 5) throw error;
        const holder = readFileSync(path, "utf8");
        const pid = Number(holder.split(" ")[0]);
        if (pid !== process.pid && isAlive(pid) && holderOf(pid) === holder) throw busy(`process ${pid}`);
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  building.add(path);
  return () => {
    building.delete(path);
    rmSync(path, { force: true });
  };
}

/** A process by its number and, where the system tells, its start: numbers are given again. */
function holderOf(pid: number): string {
  try {
    // The 22nd field of proc(5)'s stat, counted behind the program's name, which may hold blanks.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return String(pid);
  }
}

/** A build makes and removes files; it must not do so among somebody's own. */
function refuseForeignFolder(folder: string): void {
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  if (names.length === 0 || names.some((name) => ["manifest.json", "shards", "build.lock"].includes(name))) return;
  throw new InputError(
    `"${folder}" holds other files (${names.slice(0, 3).join(", ")}) and no project; name another folder`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
