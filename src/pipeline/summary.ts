// What a build did, in numbers, for the command line and for tests.
import { type Database, openProject, statement } from "../store/index.ts";

export interface BuildSummary {
  /** True when the project stood as it had to be and nothing was written. */
  readonly unchanged: boolean;
  /** Pages that were new or changed. */
  readonly mapped: number;
  /** Rows by table, and "stories". */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows of `issues` by code, sorted by code; `things` is the sum of their counts. */
  readonly issues: readonly IssueTotal[];
}

export interface IssueTotal {
  readonly code: string;
  readonly issue_rows: number;
  readonly things: number;
}

export async function summarize(project: string, did: { unchanged: boolean; mapped: number }): Promise<BuildSummary> {
  const { db, manifest } = await openProject(project);
  try {
    return { ...did, rows: manifest.rows, issues: await db.rows<IssueTotal>(statement("pipeline", "issue-totals")) };
  } finally {
    db.close();
  }
}

/** Rows by table of a database that is being built. */
export async function countRows(db: Database): Promise<Record<string, number>> {
  const totals = await db.rows<{ name: string; total: number }>(statement("pipeline", "row-totals"));
  return Object.fromEntries(totals.map(({ name, total }) => [name, total]));
}
