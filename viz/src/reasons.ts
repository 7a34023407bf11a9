// Which filters are in use, in words, each with the way to take it back.
import type { FilterError } from "../../src/filter/index.ts";
import type { Filters } from "./address.ts";
import { decisions } from "./corrections/store.ts";
import type { Strings } from "./i18n.ts";
import { fault, filter, filters, t } from "./state.ts";

export interface Reason {
  readonly text: string;
  /** Shorter, for the ledger. */
  readonly brief?: string;
  readonly undo: () => void;
}

const FEW_PAPERS = 3;

/** A window of days in words: both ends, or the one that there is. */
export function spanWords(s: Strings, from: string | null, to: string | null): string {
  if (from && to) return s.dates(from, to);
  return from ? s.reason.since(s.date(from)) : to ? s.reason.until(s.date(to)) : "";
}

export function paperWords(s: Strings, papers: readonly string[]): string {
  return papers.length > FEW_PAPERS ? s.reason.papersMany(papers.length) : s.reason.papers(papers.map(s.reason.paper));
}

/** Where a typed filter is wrong, why, and what would be right there. */
export function faultWords(s: Strings, { column, problem, given, expected }: FilterError): string {
  const said = given ? `“${given}”${s.colon}${s.asks.faults[problem]}` : s.asks.faults[problem];
  return `${s.asks.fault(column)}${s.colon}${said}${s.asks.expected(expected.slice(0, 6))}${s.stop}${s.asks.notApplied}`;
}

export function filterReasons(): Reason[] {
  const s = t.value;
  const { without, papers, from, to, known, least, sure, query } = filters.value;
  const off = (change: Partial<Filters>) => () => filter(change);
  const decided = decisions.value.length;
  const all: (Reason | false)[] = [
    decided > 0 && {
      text: s.correct.active(decided),
      undo: () => {
        decisions.value = [];
      },
    },
    papers.length > 0 && { text: paperWords(s, papers), undo: off({ papers: [] }) },
    (from !== null || to !== null) && {
      text: s.reason.period(spanWords(s, from, to)),
      undo: off({ from: null, to: null }),
    },
    without.length > 0 && {
      text: s.because.types(without.map((type) => s.types[type]).join(s.join)),
      undo: off({ without: [] }),
    },
    known > 1 && { text: s.reason.known(known), undo: off({ known: 1 }) },
    least > 1 && { text: s.reason.least(least), undo: off({ least: 1 }) },
    sure !== "any" && { text: s.reason.sure[sure], undo: off({ sure: "any" }) },
    query !== "" && {
      text: fault.value ? faultWords(s, fault.value) : s.reason.query(query),
      ...(fault.value && { brief: s.asks.fault(fault.value.column) }),
      undo: off({ query: "" }),
    },
  ];
  return all.filter((reason): reason is Reason => reason !== false);
}
