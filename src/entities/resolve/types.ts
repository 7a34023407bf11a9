import type { EntityType } from "../types.ts";

/** That one name is the other's: everywhere, or in some articles. `of` gives way to `to`. */
export interface Proposal {
  /** Ids as read, `TYPE:NAME`, of one type. */
  readonly of: string;
  readonly to: string;
  /** Short, kebab-case: column `rule` of `decisions`. */
  readonly rule: string;
  /** One English sentence with the evidence. */
  readonly reason: string;
  /** Where it holds; missing: everywhere. */
  readonly articles?: readonly string[];
  /** The page that shows it, where one does. */
  readonly page?: string;
}

/** How much a name is named, over the project. */
export interface NameRow {
  readonly entity: string;
  readonly type: EntityType;
  readonly stories: number;
  readonly mentions: number;
}

/** The part of a proposal that says where it holds. */
export function articlesOf(rows: readonly { readonly article: string; readonly page: string }[]): {
  articles: string[];
  page: string;
} {
  const pages = [...new Set(rows.map(({ page }) => page))];
  return { articles: [...new Set(rows.map(({ article }) => article))], page: pages.length === 1 ? pages[0]! : "" };
}
