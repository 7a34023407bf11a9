// A stated relation as a line: when, what, with whom, in how many articles, and where it is first printed.
import type { Predicate } from "../entities/index.ts";
import type { StatedRelation } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

/** Words for a relation seen from its subject, and from its object. */
const WORDS: Readonly<Record<Predicate, readonly [from: readonly [string, string], to: readonly [string, string]]>> = {
  holds_office: [
    ["任职", "holds"],
    ["任职者", "held by"],
  ],
  part_of: [
    ["属于", "part of"],
    ["下有", "has part"],
  ],
  located_in: [
    ["位于", "located in"],
    ["有", "seat of"],
  ],
  issued_by: [
    ["发布者", "issued by"],
    ["发布", "issued"],
  ],
  held_in: [
    ["举办地", "held in"],
    ["举办", "venue of"],
  ],
  member_of: [
    ["成员，属于", "member of"],
    ["成员", "has member"],
  ],
};

/** `of`: the entity that was asked about; the line names the other end. */
export function relationLine(row: StatedRelation, of: string, say: Say): string {
  const isSubject = row.subject.entity === of;
  const words = WORDS[row.predicate][isSubject ? 0 : 1];
  const dates = row.first_date === row.last_date ? (row.first_date ?? "?") : `${row.first_date} – ${row.last_date}`;
  const other = (isSubject ? row.object : row.subject).name;
  const articles = say(`${row.articles} 篇`, row.articles === 1 ? "1 article" : `${row.articles} articles`);
  return `${dates}  ${say(...words)} ${other}  ${row.label}  ${articles}  (${row.first.article})`;
}
