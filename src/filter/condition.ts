// A filter as a tree: what `parseFilter` makes of the text, `compile.ts` runs and `format.ts` writes.

/** A bound of a range: a number, or an ISO day. */
export interface Bound {
  readonly value: number | string;
  readonly isIn: boolean;
}

export type Test =
  /** The whole text, in the form of `comparableName`; `*` and `?` stand for any characters and for one. */
  | { readonly is: "text"; readonly pattern: string }
  | { readonly is: "choice"; readonly value: string }
  | { readonly is: "range"; readonly from: Bound | null; readonly to: Bound | null }
  /** FIELD:*, there is a value. */
  | { readonly is: "known" };

export interface Term {
  readonly kind: "term";
  /** Canonical; null for a bare word: the name or an alias has it anywhere. */
  readonly field: string | null;
  readonly test: Test;
  /** Where it was typed. */
  readonly offset: number;
}

export type Condition =
  | Term
  | { readonly kind: "not"; readonly of: Condition; readonly offset: number }
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[]; readonly offset: number };

/** Whose facts a condition reads: an entity's, a tie's, or both. */
export function scopeOf(condition: Condition): "entity" | "tie" | "both" {
  if (condition.kind === "term") return condition.field?.startsWith("tie.") ? "tie" : "entity";
  const scopes = (condition.kind === "not" ? [condition.of] : condition.of).map(scopeOf);
  return scopes.every((scope) => scope === scopes[0]) ? scopes[0]! : "both";
}

/** The terms of a condition, in the order in which they were typed. */
export function termsOf(condition: Condition): Term[] {
  if (condition.kind === "term") return [condition];
  return condition.kind === "not" ? termsOf(condition.of) : condition.of.flatMap(termsOf);
}
