// Why a tie is on the map at first sight or not: the build's rule, in the words of the question `tie`. Pure.
import { drawnBecause, hiddenBecause } from "../../src/query/tie-reasons.ts";
import { edgesBetween, type Model, otherEnd } from "./model.ts";

export interface Why {
  readonly drawn: boolean;
  readonly zh: string;
  readonly en: string;
}

/**
 * Of the whole project: what is looked at changes no rule. Null for ties of bylines and mastheads, which have none, and where
 * a decision has made the tie anew.
 */
export function whyDrawn(whole: Model, a: number, b: number): Why | null {
  const tie = edgesBetween(whole, a, b).find(({ layer }) => layer === "content");
  const { tests, drawn } = whole.project;
  if (!tie || !drawn.thresholds || (tie.backbone && !tie.rule)) return null;
  const place = (node: number): number => {
    const ties = whole.edgesOf(node).filter((i) => whole.edges[i]!.layer === "content");
    return 1 + ties.findIndex((i) => otherEnd(whole.edges[i]!, node) === (node === a ? b : a));
  };
  const figures = {
    both: tie.stories,
    // In how many sentences of one text is not in the data; that no sentence has both is.
    sentences: tie.close === 0 ? 0 : null,
    q: tie.q,
    alpha: null,
    places: [place(a), place(b)] as const,
    tested: tests.tested,
  };
  const because = tie.rule
    ? drawnBecause(tie.rule, figures, drawn.thresholds)
    : hiddenBecause(figures, drawn.thresholds);
  return { drawn: tie.rule !== undefined, ...because };
}
