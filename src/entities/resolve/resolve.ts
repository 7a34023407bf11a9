// Read names → entities: the rules' proposals in their order, homonyms, then a person's decisions, which prevail.
//
// A rule proposes that one name is another's, everywhere or in some articles; what a person keeps apart is refused. Proposals
// come sorted, so the result does not depend on the order of pages. Each that was taken has a row in `decisions`.
import type { Issue } from "../../lib/issue.ts";
import type { Decision } from "../extract.ts";
import type { PersonDecision } from "./decisions.ts";
import type { Homonym } from "./homonyms.ts";
import { createIdentities, type Identities, nameOfId } from "./identities.ts";
import { type NamedIn, replay } from "./replay.ts";
import type { Proposal } from "./types.ts";

/** A homonym and the articles that name each of its people but the first: index → articles. */
export interface PartedName {
  readonly homonym: Homonym;
  readonly articles: ReadonlyMap<number, readonly string[]>;
}

export interface ResolveInput {
  /** Sorted; the rules' order is theirs. */
  readonly proposals: readonly Proposal[];
  /** Pairs that a rule would have joined and a veto kept apart: rows for readers. */
  readonly vetoed: readonly Proposal[];
  readonly parted: readonly PartedName[];
  readonly decisions: readonly PersonDecision[];
  /** Whether an id that decisions speak of was read anywhere. */
  readonly wasRead: (id: string) => boolean;
}

/** The rules' part: who is who before a person speaks, with the rows of `decisions`, which `rowsOf` finishes. */
export interface Ruled {
  readonly identities: Identities;
  readonly taken: readonly Proposal[];
}

export function applyRules({ proposals, parted, decisions, wasRead }: ResolveInput): Ruled {
  const ids = new Set(proposals.flatMap(({ of, to }) => [of, to]));
  for (const { homonym } of parted) ids.add(homonym.person);
  const identities = createIdentities((id) => ids.has(id) || wasRead(id));
  const refused = refusals(identities, decisions);
  const taken: Proposal[] = [];
  for (const proposal of proposals) {
    if (refused(proposal.of, proposal.to)) continue;
    if (identities.get(proposal.of)!.id === identities.get(proposal.to)!.id) continue;
    if (!proposal.articles) identities.merge(proposal.of, proposal.to);
    else
      for (const article of proposal.articles) identities.assign(proposal.of, article, identities.get(proposal.to)!.id);
    taken.push(proposal);
  }
  for (const { homonym, articles } of parted) {
    if (identities.readsOf(homonym.person).length > 1 || identities.get(homonym.person)!.id !== homonym.person)
      continue;
    for (const [index, list] of articles) {
      for (const article of list) {
        identities.assign(homonym.person, article, homonym.namesakes[index]!.id, nameOfId(homonym.person));
      }
    }
  }
  return { identities, taken };
}

/** Whether a person said that two names are two. */
function refusals(identities: Identities, decisions: readonly PersonDecision[]): (of: string, to: string) => boolean {
  const pairs = decisions.flatMap(({ choice }) =>
    choice.kind === "apart" ? [[choice.of.id, choice.to.id] as const] : [],
  );
  const now = (id: string): string => identities.get(id)?.id ?? id;
  return (of, to) => {
    if (pairs.length === 0) return false;
    const [one, other] = [now(of), now(to)];
    return pairs.some(([a, b]) => (now(a) === one && now(b) === other) || (now(a) === other && now(b) === one));
  };
}

export interface Resolved {
  readonly identities: Identities;
  /** Rows of `decisions`: of the rules, then of the person. `page` is empty where no one page shows it. */
  readonly decisions: readonly Decision[];
  readonly issues: readonly Issue[];
}

/** In: besides the rules', the mentions that splits may touch (`idsToRead`). */
export function resolveNames(input: ResolveInput, { identities, taken }: Ruled, named: readonly NamedIn[]): Resolved {
  const replayed = replay(identities, input.decisions, named);
  const merged = taken.map((one) => rowOf(one, identities.get(one.to)!.id));
  const kept = input.vetoed.map((one) => rowOf({ ...one, rule: "kept-apart" }, identities.get(one.of)?.id ?? one.of));
  const split = input.parted.flatMap(({ homonym }) => homonymRows(homonym, identities));
  return { identities, decisions: [...merged, ...kept, ...split, ...replayed.decisions], issues: replayed.issues };
}

const rowOf = ({ of, rule, reason, page }: Proposal, entity: string): Decision => ({
  surface: nameOfId(of),
  type: of.slice(0, of.indexOf(":")),
  page: page ?? "",
  entity,
  rule,
  reason,
});

const homonymRows = ({ person, namesakes, reasons }: Homonym, identities: Identities): Decision[] =>
  namesakes.slice(1).flatMap(({ id }, i) => {
    const now = identities.get(id)?.id;
    return now ? [rowOf({ of: person, to: id, rule: "homonym", reason: reasons[i]! }, now)] : [];
  });
