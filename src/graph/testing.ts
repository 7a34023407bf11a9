// Whether ties are tested for significance, and if not, why: facts that every face can tell.
import { type Database, statement } from "../store/index.ts";

/** With fewer stories a test says more about the corpus than about the pair; p and q stay null. */
export const MIN_STORIES_TO_TEST = 200;

/** Two names that meet once in one story are no finding, however rare they are. */
export const MIN_SHARED_TO_TEST = 2;

/** How the ties of a project's content layer were tested. */
export interface Testing {
  /** Of the project: the total of every 2×2 table. */
  readonly stories: number;
  /** `stories` needed before anything is tested. */
  readonly least: number;
  readonly tested: boolean;
  /** Entities with two stories or more. */
  readonly testable: number;
  /** Pairs of them, whether they meet or not: what Benjamini–Hochberg corrects for. */
  readonly tests: number;
}

export const testingOf = (stories: number, testable: number): Testing => ({
  stories,
  least: MIN_STORIES_TO_TEST,
  tested: stories >= MIN_STORIES_TO_TEST,
  testable,
  tests: (testable * (testable - 1)) / 2,
});

/** What `weighEdges` kept of it. */
export async function readTesting(db: Database): Promise<Testing> {
  const totals = await readTotals(db);
  return testingOf(totals.get("stories") ?? 0, totals.get("testable") ?? 0);
}

/** The table `graph_totals`. */
export async function readTotals(db: Database): Promise<Map<string, number>> {
  const rows = await db.rows<{ name: string; total: number }>(statement("graph", "totals"));
  return new Map(rows.map(({ name, total }) => [name, total]));
}

/** Why a pair has no p and no q; null when it has them. */
export function untested(both: number, { tested }: Testing): "too-few-stories" | "too-few-shared" | null {
  if (!tested) return "too-few-stories";
  return both < MIN_SHARED_TO_TEST ? "too-few-shared" : null;
}
