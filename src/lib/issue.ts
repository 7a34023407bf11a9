// A row for everything that was dropped, capped, repaired or doubted. A stage returns its value and its issues; nothing is lost in silence.

export interface Issue {
  readonly page: string | null;
  readonly article: string | null;
  /** Stable, kebab-case, documented where it is made: "file-empty", "place-inferred". */
  readonly code: string;
  /** One English sentence: where, what was found, what was done. */
  readonly message: string;
  /** How many things the row stands for, ≥ 1. */
  readonly count: number;
}
