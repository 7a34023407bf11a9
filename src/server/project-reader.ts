// The current database of a project, for a server that runs while builds swap projects under it.
import { type Database, openProject, readManifest } from "../store/index.ts";

export interface ProjectReader {
  /** Runs `use` with the current database. A database that a build replaced is closed when its last use ends. */
  with<T>(use: (db: Database, version: string) => Promise<T>): Promise<T>;
  close(): void;
}

interface Opened {
  readonly db: Database;
  /** Name of the database file: changes with every build. */
  readonly version: string;
  uses: number;
  replaced: boolean;
}

/** Throws InputError where there is no project. */
export async function createProjectReader(project: string): Promise<ProjectReader> {
  let current = await open(project);
  const closeIfIdle = (opened: Opened): void => {
    if (opened.replaced && opened.uses === 0) opened.db.close();
  };
  // Several requests may see a new manifest at once; one of them opens it.
  let opening: Promise<void> | null = null;
  const refresh = async (): Promise<void> => {
    if (readManifest(project)?.database === current.version) return;
    opening ??= (async () => {
      const old = current;
      current = await open(project);
      old.replaced = true;
      closeIfIdle(old);
    })().finally(() => {
      opening = null;
    });
    await opening;
  };
  return {
    async with(use) {
      await refresh();
      const opened = current;
      opened.uses++;
      try {
        return await use(opened.db, opened.version);
      } finally {
        opened.uses--;
        closeIfIdle(opened);
      }
    },
    close() {
      current.replaced = true;
      closeIfIdle(current);
    },
  };
}

async function open(project: string): Promise<Opened> {
  const { db, manifest } = await openProject(project);
  return { db, version: manifest.database, uses: 0, replaced: false };
}
