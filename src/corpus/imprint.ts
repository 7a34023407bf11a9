// Puts together what the table, the page and its file name say of the paper, its place and the day.
import type { Issue } from "../lib/issue.ts";
import { dateOfPath } from "./dates.ts";
import { inferDate } from "./infer-date.ts";
import { type Inference, inferPaper } from "./infer-paper.ts";
import { corpusIssue } from "./issues.ts";
import { placeOfPaper } from "./papers.ts";
import type { Imprint } from "./types.ts";

const NOTHING: Imprint = { paper: null, place: null, date: null };

/**
 * What a page's text, its file name and the names of its folders tell of its paper; the page goes before the path. Pure;
 * `source` is the path relative to the input folder. The place only as the paper's name tells it.
 */
export function inferImprint(text: string, source: string): { paper: Inference; place: Inference; date: Inference } {
  const paper = orElse(inferPaper(text), paperOfPath(source));
  return { paper, place: inferPlace(paper.value), date: orElse(inferDate(text), inferDateOfPath(source)) };
}

function inferPlace(paper: string | null): Inference {
  const value = paper === null ? null : placeOfPaper(paper);
  return { value, evidence: value === null ? "the paper's name tells none" : `the paper's name ${paper}` };
}

function inferDateOfPath(source: string): Inference {
  return { value: dateOfPath(source), evidence: `the path "${source}"` };
}

const orElse = (first: Inference, second: Inference): Inference =>
  first.value === null && second.value !== null ? second : first;

/** A folder that is named like a paper: 拉萨日报/2025-08-29/000.txt. */
function paperOfPath(source: string): Inference {
  const folders = source.split("/").slice(0, -1);
  const value = folders.map((name) => name.normalize("NFC")).findLast((name) => /^\p{Script=Han}{2,8}报$/u.test(name));
  return { value: value ?? null, evidence: `the folder "${value}"` };
}

/**
 * The imprint of a page: what is given (the table's row, or the record's own fields) wins, the rest is inferred.
 *
 * Every inference, and every paper or date that stays unknown, is an issue with the printed evidence. Where the given date, the
 * date line and the path disagree, the first of them holds and "date-conflict" says so.
 */
export function imprintOf(
  page: string,
  text: string,
  source: string,
  given: Imprint = NOTHING,
): { imprint: Imprint; issues: Issue[] } {
  const issues: Issue[] = [];
  const settle = (what: "paper" | "place" | "date", known: string | null, infer: () => Inference): string | null => {
    if (known !== null) return known;
    const { value, evidence } = infer();
    if (value !== null) issues.push(corpusIssue(`${what}-inferred`, page, `${what} ${value} from ${evidence}.`));
    else if (what !== "place")
      issues.push(corpusIssue(`${what}-unknown`, page, `no ${what}: ${evidence}. Give it in the metadata table.`));
    return value;
  };
  const paper = settle("paper", given.paper, () => orElse(inferPaper(text), paperOfPath(source)));
  const place = settle("place", given.place, () => inferPlace(paper));
  const printed = inferDate(text);
  const inPath = inferDateOfPath(source);
  const date = settle("date", given.date, () => orElse(printed, inPath));
  for (const { value, evidence } of [printed, inPath])
    if (value !== null && value !== date)
      issues.push(corpusIssue("date-conflict", page, `${date} was taken, but ${evidence} tells ${value}.`));
  return { imprint: { paper, place, date }, issues };
}
