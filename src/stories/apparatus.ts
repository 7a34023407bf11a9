// A collation as a reader wants it: the places where printings differ, each with its readings, and the stretches that
// some of them lack. What marks and spellings alone make different is counted, not listed.
import { grouped } from "../lib/group.ts";
import { around, type Collation } from "./collate.ts";
import { ABSENT, LOST } from "./columns.ts";
import { locate, type Repair } from "./readings.ts";
import { type Ground, SURE } from "./votes.ts";

/** One place where printings differ. Printings are given by their index. */
export interface Place {
  /** Units around it, as most of its printings have them. */
  readonly before: string;
  readonly after: string;
  /** Most printed first. */
  readonly readings: readonly PlaceReading[];
  /** What is taken as right; null where that is undecided. */
  readonly read: string | null;
  /** The weakest ground of its columns. */
  readonly ground: Ground;
  /** Where it stands in each printing that has it: in the article's text, half-open. */
  readonly at: readonly {
    readonly printing: number;
    readonly article: string;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface PlaceReading {
  /** In normal form; "" where nothing stands. */
  readonly text: string;
  readonly printings: readonly number[];
  /** Those of the printings that are read otherwise: damage, not another wording. */
  readonly damaged: readonly number[];
}

/** A run of text that some printings have and others lack. */
export interface Gap {
  readonly have: readonly number[];
  readonly lack: readonly number[];
  readonly text: string;
}

export interface Apparatus {
  readonly places: readonly Place[];
  readonly gaps: readonly Gap[];
  /** Columns in which only marks, only spellings differ. */
  readonly marks: number;
  readonly spellings: number;
}

/** Cost: O(columns × printings). Places and gaps are in reading order. */
export function apparatusOf(collation: Collation, repairs: readonly Repair[]): Apparatus {
  const places: Place[] = [];
  const aside = { mark: 0, spelling: 0 };
  for (const [first, last] of groupsOf(collation)) {
    const group = collation.contests.slice(first, last);
    for (const { kind } of group) if (kind !== "character") aside[kind]++;
    if (group.some(({ kind }) => kind === "character")) places.push(placeOf(collation, repairs, first, last));
  }
  return { places, gaps: gapsOf(collation), marks: aside.mark, spellings: aside.spelling };
}

/** Index ranges of contests in neighbouring columns, of the same printings. */
function groupsOf({ contests, columns: { units } }: Collation): [number, number][] {
  const groups: [number, number][] = [];
  for (let i = 0; i < contests.length; i++) {
    const group = groups.at(-1);
    const [before, column] = [contests[i - 1]?.column, contests[i]!.column];
    const isNext =
      before === column - 1 && units.every((own) => (own[before]! === ABSENT) === (own[column]! === ABSENT));
    if (group && isNext) group[1] = i + 1;
    else groups.push([i, i + 1]);
  }
  return groups;
}

const CONTEXT = 10;
const GROUNDS: readonly Ground[] = ["majority", "cleaner", "language", "undecided"];

function placeOf(collation: Collation, repairs: readonly Repair[], first: number, last: number): Place {
  const { witnesses, columns, contests, verdicts } = collation;
  const [start, end] = [contests[first]!.column, contests[last - 1]!.column + 1];
  const own = verdicts.slice(first, last);
  const printings = [...contests[first]!.readings.values()].flat().sort((a, b) => a - b);
  const damaged = new Set(
    repairs.filter((one) => one.columns[0] < end && start < one.columns[1]).map(({ printing }) => printing),
  );
  const ground = GROUNDS[Math.max(...own.map((verdict) => GROUNDS.indexOf(verdict.ground)))]!;
  // What the language model would rather read is taken as right only where the other is damage: both may be written.
  const isTaken = own.every(({ sure }) => sure >= SURE) && (ground !== "language" || damaged.size > 0);
  const readings = grouped(printings, (p) => textOf(collation, p, start, end));
  return {
    before: around(witnesses, columns, start, -1, printings, CONTEXT),
    after: around(witnesses, columns, end - 1, 1, printings, CONTEXT),
    readings: [...readings]
      .map(([text, ps]) => ({ text, printings: ps, damaged: ps.filter((p) => damaged.has(p)) }))
      .sort((a, b) => b.printings.length - a.printings.length || a.printings[0]! - b.printings[0]!),
    ...(isTaken ? { read: own.map(({ read }) => read).join(""), ground } : { read: null, ground: "undecided" }),
    at: printings.map((printing) => ({ printing, ...whereIs(collation, printing, start, end) })),
  };
}

function textOf({ witnesses, columns: { units } }: Collation, p: number, start: number, end: number): string {
  let text = "";
  for (let column = start; column < end; column++) {
    const unit = units[p]![column]!;
    if (unit >= 0) text += witnesses[p]!.text[unit]!;
  }
  return text;
}

function whereIs(
  { witnesses, columns: { units } }: Collation,
  p: number,
  start: number,
  end: number,
): { article: string; start: number; end: number } {
  const own: number[] = [];
  for (let column = start; column < end; column++) if (units[p]![column]! >= 0) own.push(units[p]![column]!);
  if (own.length === 0) {
    let next = end;
    while (next < units[p]!.length && units[p]![next]! < 0) next++;
    const { article, at } = locate(witnesses[p]!, units[p]![next] ?? witnesses[p]!.text.length - 1);
    return { article, start: at, end: at };
  }
  const [from, to] = [locate(witnesses[p]!, own[0]!), locate(witnesses[p]!, own.at(-1)!)];
  return { article: from.article, start: from.at, end: from.article === to.article ? to.at + 1 : from.at + 1 };
}

/** Runs of columns with the same printings absent; a column lost by one is no gap. */
function gapsOf(collation: Collation): Gap[] {
  const { columns, witnesses } = collation;
  const gaps: Gap[] = [];
  let start = 0;
  const absent = (column: number): string => columns.units.map((own) => (own[column] === ABSENT ? 1 : 0)).join("");
  for (let column = 1; column <= columns.length; column++) {
    if (column < columns.length && absent(column) === absent(start)) continue;
    const have: number[] = [];
    const lack: number[] = [];
    columns.units.forEach((own, p) => {
      if (own[start] === ABSENT) lack.push(p);
      else have.push(p);
    });
    if (lack.length > 0 && have.length > 0) {
      const text = printed(witnesses, columns.units, have, start, column);
      if (text !== "") gaps.push({ have, lack, text });
    }
    start = column;
  }
  return gaps;
}

/** A run of columns as the first of the given printings has it. */
function printed(
  witnesses: Collation["witnesses"],
  units: readonly Int32Array[],
  have: readonly number[],
  start: number,
  end: number,
): string {
  let text = "";
  for (let column = start; column < end; column++) {
    const unit = units[have[0]!]![column]!;
    if (unit !== LOST) text += witnesses[have[0]!]!.text[unit]!;
  }
  return text;
}
