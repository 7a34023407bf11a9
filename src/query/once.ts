// What is read once for an open database and kept as long as it: an open project does not change.
import type { Database } from "../store/index.ts";

/** A function that reads when first asked of a database. A failed reading does not stay: the next question tries again. */
export function oncePerDatabase<T>(read: (db: Database) => Promise<T>): (db: Database) => Promise<T> {
  const kept = new WeakMap<Database, Promise<T>>();
  return (db) => {
    const known = kept.get(db);
    if (known) return known;
    const reading = read(db);
    kept.set(db, reading);
    reading.catch(() => kept.delete(db));
    return reading;
  };
}
