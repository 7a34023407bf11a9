// Puts together what the table, the page and its file name say of the paper, its place and the day.
import type { Issue } from "../lib/issue.ts";
import { dateOfPath } from "./dates.ts";
import { inferDate } from "./infer-date.ts";
import { type Inference, inferPaper } from "./infer-paper.ts";
import { type CorpusIssueCode, corpusIssue } from "./issues.ts";
import { placeOfPaper } from "./papers.ts";
import type { Imprint } from "./types.ts";

const NOTHING: Imprint = { paper: null, place: null, date: null };

/**
 * What a page's text, its file name and the names of its folders tell of its paper. Pure; `source` is the path relative
 * to the input folder. Place only as the paper's name tells it.
 */
export function inferImprint(text: string, source: string): { paper: Inference; place: Inference; date: Inference } {
  const paper = orElse(inferPaper(text), () => paperOfPath(source));
  const place = paper.value === null ? null : placeOfPaper(paper.value);
  return {
    paper,
    place: { value: place, evidence: place === null ? "the paper's name tells none" : `the name of ${paper.value}` },
    date: orElse(inferDate(text), () => {
      const date = dateOfPath(source);
      return { value: date, evidence: `the path "${source}"` };
    }),
  };
}

const orElse = (first: Inference, second: () => Inference): Inference => {
  if (first.value !== null) return first;
  const other = second();
  return other.value !== null ? other : first;
};

/** A folder that is named like a paper: 拉萨日报/2025-08-29/000.txt. */
function paperOfPath(source: string): Inference {
  const folder = source
    .split("/")
    .slice(0, -1)
    .findLast((name) => /^\p{Script=Han}{2,8}报$/u.test(name.normalize("NFC")));
  return { value: folder?.normalize("NFC") ?? null, evidence: `the folder "${folder}"` };
}

/**
 * The imprint of a page: what is given (the table's row, or the record's own fields) wins, the rest is inferred.
 * Every inference, and every value that stays unknown, is an issue with the printed evidence; a given date that the
 * page's own date line contradicts is "date-conflict".
 */
export function imprintOf(
  page: string,
  text: string,
  source: string,
  given: Imprint = NOTHING,
): { imprint: Imprint; issues: Issue[] } {
  const issues: Issue[] = [];
  const note = (code: CorpusIssueCode, message: string): void => {
    issues.push(corpusIssue(code, page, message));
  };
  const inferred = inferImprint(text, source);
  const paper = given.paper ?? inferred.paper.value;
  if (paper === null) note("paper-unknown", `no paper: ${inferred.paper.evidence}. Give it in the metadata table.`);
  else if (given.paper === null) note("paper-inferred", `paper ${paper} from ${inferred.paper.evidence}.`);

  const place = given.place ?? (paper === null ? null : placeOfPaper(paper));
  if (given.place === null && place !== null) note("place-inferred", `place ${place} from the paper's name ${paper}.`);

  const date = given.date ?? inferred.date.value;
  if (date === null) note("date-unknown", `no date: ${inferred.date.evidence}. Give it in the metadata table.`);
  else if (given.date === null) note("date-inferred", `date ${date} from ${inferred.date.evidence}.`);
  else if (inferred.date.value !== null && inferred.date.value !== date)
    note(
      "date-conflict",
      `given as ${date}, but ${inferred.date.evidence} tells ${inferred.date.value}; ${date} was taken.`,
    );
  return { imprint: { paper, place, date }, issues };
}
