/** How often an entity is named (DESIGN: data), in one layer or in all. */
export interface EntityCounts {
  readonly mentions: number;
  readonly articles: number;
  /** Reprints count once. */
  readonly stories: number;
  /** Each page of unknown paper is a paper of its own. */
  readonly papers: number;
  /** ISO dates of the first and the last dated page that names it; null where none is dated. */
  readonly first_date: string | null;
  readonly last_date: string | null;
}
