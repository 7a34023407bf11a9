// The current database of a project, for a server that runs while builds swap projects under it.
import { type Database, openProject, readManifest } from "../store/index.ts";

export interface ProjectReader {
  /** Runs `use` with the current database. A database that a build replaced is closed when its last use ends. */
  with<T>(use: (db: Database, version: string) => Promise<T>): Promise<T>;
  /**
   * Runs `prepare` with the current database once nobody is asking, and again whenever a build has replaced it. Its failures go to `onError`: what was not prepared is read when it is asked for.
   */
  prepare(prepare: (db: Database) => Promise<void>, onError: (error: unknown) => void): void;
  close(): void;
}

interface Opened {
  readonly db: Database;
  /** Name of the database file: changes with every build. */
  readonly version: string;
  uses: number;
  /** Uses begun so far. */
  asked: number;
  replaced: boolean;
}

/** Throws InputError where there is no project. */
export async function createProjectReader(project: string): Promise<ProjectReader> {
  let current = await open(project);
  const closeIfIdle = (opened: Opened): void => {
    if (opened.replaced && opened.uses === 0) opened.db.close();
  };
  let prepared: ((opened: Opened) => void) | null = null;
  const use = async <T>(opened: Opened, work: (opened: Opened) => Promise<T>): Promise<T> => {
    opened.uses++;
    opened.asked++;
    try {
      return await work(opened);
    } finally {
      opened.uses--;
      closeIfIdle(opened);
    }
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
      prepared?.(current);
    })().finally(() => {
      opening = null;
    });
    await opening;
  };
  return {
    async with(work) {
      await refresh();
      return use(current, ({ db, version }) => work(db, version));
    },
    prepare(prepare, onError) {
      prepared = (opened) => whenQuiet(opened, () => use(opened, ({ db }) => prepare(db)).catch(onError));
      prepared(current);
    },
    close() {
      current.replaced = true;
      closeIfIdle(current);
    },
  };
}

/** Milliseconds without a question after which there is time to prepare, and how often it is put off: a first page goes first. */
const QUIET = 200;
const MOST_PUT_OFF = 50;

function whenQuiet(opened: Opened, work: () => void): void {
  let asked = opened.asked;
  let left = MOST_PUT_OFF;
  const timer = setInterval(() => {
    const isQuiet = opened.uses === 0 && opened.asked === asked;
    asked = opened.asked;
    if (!opened.replaced && !isQuiet && left-- > 0) return;
    clearInterval(timer);
    if (!opened.replaced) work();
  }, QUIET);
  // It keeps no process alive.
  timer.unref();
}

async function open(project: string): Promise<Opened> {
  const { db, manifest } = await openProject(project);
  return { db, version: manifest.database, uses: 0, asked: 0, replaced: false };
}
