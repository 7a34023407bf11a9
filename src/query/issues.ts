// What was dropped, capped, inferred or doubted, row by row.
import type { Issue } from "../lib/issue.ts";
import { type Database, statement } from "../store/index.ts";
import { DEFAULT_LIMIT, type Listing, type ListOptions } from "./types.ts";

export interface IssueOptions extends ListOptions {
  /** Only rows of this code; null for all. */
  readonly code: string | null;
}

/** Rows of the table `issues`, by code, page, article. */
export async function issues(
  db: Database,
  { limit = DEFAULT_LIMIT, code = null }: Partial<IssueOptions> = {},
): Promise<Listing<Issue>> {
  const where = { code: code ?? "" };
  const total = (await db.rows<{ total: number }>(statement("query", "issue-total"), where))[0]!.total;
  const items = await db.rows<Issue>(statement("query", "issue-rows"), { ...where, max_rows: limit });
  return { total, limit, sort: "code, page, article", items };
}
