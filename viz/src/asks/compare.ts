// Two papers or two periods side by side: which ties grew, shrank, are new, are gone. Pure.
//
// Two parts are hardly ever of one size, so a tie has grown when its share of the stories has; both counts are shown. What
// only one side has is new or gone whatever the sizes.
import { type Choice, fits, tieFits } from "../drawn.ts";
import type { Model } from "../model.ts";
import { countEdges, type Scope, textsOf, totals } from "../recount.ts";

export type Change = "new" | "grew" | "shrank" | "gone";
export const CHANGES: readonly Change[] = ["new", "grew", "shrank", "gone"];

export interface Changed {
  /** Index of a tie, or of a name. */
  readonly index: number;
  /** Stories on each side. */
  readonly left: number;
  readonly right: number;
}

export interface Side {
  readonly articles: number;
  readonly stories: number;
}

export interface Comparison {
  readonly left: Side;
  readonly right: Side;
  readonly ties: Record<Change, readonly Changed[]>;
  readonly names: Record<Change, readonly Changed[]>;
}

/** `model` is of everything; the scopes say what each side is. Lists begin with the largest difference. */
export function compareScopes(model: Model, choice: Choice, left: Scope, right: Scope): Comparison {
  const incidence = model.incidence();
  const masks = [left, right].map((scope) => textsOf(incidence, model.articles, scope));
  const [sideL, sideR] = masks.map((mask) => totals(incidence, mask)) as [Side, Side];
  const [tiesL, tiesR] = masks.map((mask) => countEdges(incidence, mask).stories) as [Uint32Array, Uint32Array];
  const [namesL, namesR] = masks.map((mask) => storiesOfNames(model, mask)) as [Uint32Array, Uint32Array];
  const kept = Uint8Array.from(model.nodes, (_, node) => (fits(model, choice, node) ? 1 : 0));
  const tieKept = (i: number): boolean => {
    const tie = model.edges[i]!;
    return kept[tie.source] === 1 && kept[tie.target] === 1 && tieFits(choice, tie);
  };
  return {
    left: sideL,
    right: sideR,
    ties: sorted(tiesL, tiesR, sideL, sideR, tieKept),
    names: sorted(namesL, namesR, sideL, sideR, (i) => kept[i] === 1),
  };
}

function storiesOfNames(model: Model, mask: Uint8Array): Uint32Array {
  const { textOf, storyOf, stories } = model.incidence();
  const seen = new Uint32Array(stories);
  return Uint32Array.from(model.nodes, (node, i) => {
    let count = 0;
    for (const article of node.in.content ?? []) {
      const text = textOf[article]!;
      const story = storyOf[text]!;
      if (!mask[text] || seen[story] === i + 1) continue;
      seen[story] = i + 1;
      count++;
    }
    return count;
  });
}

/** What became of a count, by its share of each side's stories; null where nothing did. */
export function changeOf(left: number, right: number, sideL: Side, sideR: Side): Change | null {
  if (left === 0 && right === 0) return null;
  if (left === 0) return "new";
  if (right === 0) return "gone";
  const [before, after] = [left * sideR.stories, right * sideL.stories];
  return after > before ? "grew" : after < before ? "shrank" : null;
}

function sorted(
  left: Uint32Array,
  right: Uint32Array,
  sideL: Side,
  sideR: Side,
  isKept: (i: number) => boolean,
): Record<Change, readonly Changed[]> {
  const lists: Record<Change, Changed[]> = { new: [], grew: [], shrank: [], gone: [] };
  for (let i = 0; i < left.length; i++) {
    const change = changeOf(left[i]!, right[i]!, sideL, sideR);
    if (change && isKept(i)) lists[change].push({ index: i, left: left[i]!, right: right[i]! });
  }
  const [allL, allR] = [Math.max(1, sideL.stories), Math.max(1, sideR.stories)];
  const size = ({ left: a, right: b }: Changed): number => Math.abs(b / allR - a / allL);
  for (const change of CHANGES)
    lists[change].sort((a, b) => size(b) - size(a) || b.left + b.right - a.left - a.right || a.index - b.index);
  return lists;
}
