// A person's decisions over what the rules found: line by line, each on what those above it left.
import type { Issue } from "../../lib/issue.ts";
import type { Decision } from "../extract.ts";
import { type ById, type Choice, formatChoice, type PersonDecision, type Scope } from "./decisions.ts";
import type { Identities } from "./identities.ts";

/** A name that was read in an article. */
export interface NamedIn {
  readonly id: string;
  readonly article: string;
  readonly page: string;
  readonly paper: string | null;
}

export interface Replayed {
  /** Rows of `decisions`, in the lines' order. */
  readonly decisions: Decision[];
  readonly issues: Issue[];
}

type Outcome = { readonly page?: string; readonly issue?: readonly [code: string, message: string] };

/**
 * Changes `identities`. `named` holds the mentions, a row an article, of all ids that a split may touch (`idsToRead`), at
 * least in the scopes of the splits. Issues: "decision-unmatched" for a line that speaks of nothing here,
 * "decision-joined" for a new name that another entity has.
 */
export function replay(
  identities: Identities,
  decisions: readonly PersonDecision[],
  named: readonly NamedIn[],
): Replayed {
  const done: { decision: PersonDecision; page: string }[] = [];
  const issues: Issue[] = [];
  for (const decision of decisions) {
    const { page, issue } = apply(identities, decision.choice, named);
    if (issue) issues.push(issueOf(decision, ...issue));
    if (issue?.[0] !== "decision-unmatched") done.push({ decision, page: page ?? "" });
  }
  return { decisions: done.map(({ decision, page }) => rowOf(identities, decision, page)), issues };
}

function apply(identities: Identities, choice: Choice, named: readonly NamedIn[]): Outcome {
  const of = identities.get(choice.of.id);
  if (!of) return unmatched(choice.of);
  switch (choice.kind) {
    case "hide":
      identities.hide(choice.of.id);
      return {};
    case "apart":
      return identities.get(choice.to.id) ? {} : unmatched(choice.to);
    case "split":
      return split(identities, choice, of.name, named);
    case "merge":
      if (identities.get(choice.to.id)) identities.merge(choice.of.id, choice.to.id);
      else identities.rename(choice.of.id, choice.to.id, choice.to.name);
      return {};
    case "rename":
      return renamed(identities, choice, choice.to.name);
    case "retype":
      return renamed(identities, choice, of.name);
  }
}

const unmatched = ({ id }: ById): Outcome => ({ issue: ["decision-unmatched", `nothing is called ${id}`] });

function renamed(identities: Identities, { of, to }: { of: ById; to: ById }, name: string): Outcome {
  const joined = identities.rename(of.id, to.id, name);
  return joined ? { issue: ["decision-joined", `${to.id} is an entity already; ${of.id} joined it`] } : {};
}

function split(
  identities: Identities,
  { of, to, scopes }: Choice & { kind: "split" },
  name: string,
  named: readonly NamedIn[],
): Outcome {
  const id = identities.get(of.id)!.id;
  const rows = named.filter((row) => scopes.some((scope) => lies(row, scope)));
  const own = rows.filter((row) => identities.readAs(row.id, row.article).id === id);
  if (own.length === 0) {
    return { issue: ["decision-unmatched", `${of.id} is not named in ${scopes.map((one) => one.id).join(", ")}`] };
  }
  // person:李晨(泉州) is called 李晨: what stands in brackets tells ids apart, not names.
  const called = to.name.startsWith(`${name}(`) && to.name.endsWith(")") ? name : to.name;
  for (const row of own) identities.assign(row.id, row.article, to.id, called);
  return { page: own.map(({ page }) => page).reduce((a, b) => (a === b ? a : "")) };
}

export const lies = (row: Omit<NamedIn, "id">, { kind, id }: Scope): boolean =>
  kind === "page" ? row.page === id : kind === "article" ? row.article === id : row.paper === id;

const rowOf = (identities: Identities, { line, choice }: PersonDecision, page: string): Decision => ({
  surface: choice.of.name,
  type: choice.of.type,
  page,
  entity: identities.get(choice.kind === "hide" || choice.kind === "apart" ? choice.of.id : choice.to.id)!.id,
  rule: `person-${choice.kind}`,
  reason: `decisions, line ${line}: ${formatChoice(choice)}`,
});

const issueOf = ({ line, choice }: PersonDecision, code: string, why: string): Issue => ({
  page: null,
  article: null,
  code,
  message: `decisions, line ${line} (${formatChoice(choice)}): ${why}`,
  count: 1,
});

/** Ids that decisions speak of. */
export const idsIn = (decisions: readonly PersonDecision[]): string[] => [
  ...new Set(decisions.flatMap(({ choice }) => ("to" in choice ? [choice.of.id, choice.to.id] : [choice.of.id]))),
];

/** Scopes of all splits. */
export const scopesIn = (decisions: readonly PersonDecision[]): Scope[] =>
  decisions.flatMap(({ choice }) => (choice.kind === "split" ? choice.scopes : []));
