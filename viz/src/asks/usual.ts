// What is compared while the reader has not said what. Pure.
import type { Selection } from "../address.ts";
import { addDays, daysIn } from "../histogram.ts";
import type { Model } from "../model.ts";

export type CompareSelection = Extract<Selection, { kind: "compare" }>;

/** What the button "compare" opens: the two largest papers, or the two halves of the time where there is one paper. */
export function usualComparison(m: Model): CompareSelection | null {
  const [first, second] = m.project.papers;
  if (first && second) return { kind: "compare", by: "paper", left: first.paper ?? "", right: second.paper ?? "" };
  return halves(m);
}

/** The first and the second half of the days. */
export function halves({ project }: Model): CompareSelection | null {
  const { dates } = project;
  if (!dates || dates[0] === dates[1]) return null;
  const middle = addDays(dates[0], Math.floor(daysIn(...dates) / 2) - 1);
  const [left, right] = [`${dates[0]}..${middle}`, `${addDays(middle, 1)}..${dates[1]}`];
  return { kind: "compare", by: "period", left, right };
}
