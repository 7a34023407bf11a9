// A collation → what each printing is to be read as: the repairs.
//
//     decided    坚 持 文 脉 赓 续 ,        the verdicts; null where nothing is decided
//     printing   坚 持 文 脉 磨 续 ,        differs in a run of one unit, between units that agree: read 赓
//
// A repair is refused where it might be no damage: longer than two units, without agreeing units on both sides, figures,
// a mark that ends a sentence, a word's optional end (上海, 上海市) and all that reads as well as what is to replace it.
import { addTo } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import { around, type Collation, type Witness } from "./collate.ts";
import { ABSENT, LOST } from "./columns.ts";
import type { Fluency } from "./fluency.ts";
import { SURE, type Verdict } from "./votes.ts";
import type { Reading, Witnesses } from "./witness.ts";

/** A repair and the columns it concerns, half-open. */
export interface Repair {
  readonly printing: number;
  readonly columns: readonly [number, number];
  /** What is printed, in normal form. */
  readonly own: string;
  readonly reading: Reading;
}

/** Units that must agree on each side of a repaired run. */
const AGREEING = 3;
const LONGEST = 2;
/** Units on each side that a repair is weighed in. */
const CONTEXT = 6;

/** Every repair of a collation, by printing and place. Cost: O(columns × printings). */
export function repairsOf(collation: Collation, fluency: Fluency): Repair[] {
  const decided = decidedReadings(collation);
  return collation.witnesses.flatMap((_, printing) => repairsIn(collation, decided, printing, fluency));
}

/** The witnesses of each text that has any, by text id. */
export function witnessesOf(collation: Collation, fluency: Fluency): Map<string, Witnesses> {
  const out = new Map<string, Reading[]>();
  for (const { printing, reading } of repairsOf(collation, fluency)) {
    addTo(out, collation.witnesses[printing]!.printing.text_id, reading);
  }
  return out;
}

/** What is right in a column, where its printings differ: the verdict if it is sure, else null. */
type Decided = ReadonlyMap<number, Verdict | null>;

const decidedReadings = ({ contests, verdicts }: Collation): Decided =>
  new Map(contests.map(({ column }, i) => [column, verdicts[i]!.sure >= SURE ? verdicts[i]! : null]));

/** The state of one column for one printing. */
interface Cell {
  readonly column: number;
  readonly own: string;
  readonly read: string | null;
  /** Whether the language model alone tells so. */
  readonly byLanguage: boolean;
  /** Whether another printing has this part of the text too, and it is decided that this one is right. */
  readonly agrees: boolean;
}

function repairsIn(collation: Collation, decided: Decided, printing: number, fluency: Fluency): Repair[] {
  const repairs: Repair[] = [];
  let before = 0;
  let run: Cell[] = [];
  let after = 0;
  const settle = (): void => {
    if (run.length > 0 && before >= AGREEING && after >= AGREEING) {
      const repair = repairOf(collation, printing, run, fluency);
      if (repair) repairs.push(repair);
    }
    before = after;
    run = [];
    after = 0;
  };
  for (const cell of cellsOf(collation, decided, printing)) {
    if (cell === null) {
      settle();
      before = 0;
    } else if (cell.agrees) {
      if (run.length === 0) before++;
      else if (++after >= AGREEING) settle();
    } else {
      if (after > 0) {
        // Too near to the next difference: neither has agreeing units on both sides.
        run = [];
        before = after = 0;
      }
      run.push(cell);
    }
  }
  settle();
  return repairs;
}

/** The columns of a printing in order; null where it breaks off. Columns in which it and the verdict have nothing are left out. */
function* cellsOf({ witnesses, columns }: Collation, decided: Decided, printing: number): Iterable<Cell | null> {
  const units = columns.units[printing]!;
  const { text } = witnesses[printing]!;
  for (let column = 0; column < columns.length; column++) {
    const unit = units[column]!;
    if (unit === ABSENT) {
      yield null;
      continue;
    }
    const own = unit === LOST ? "" : text[unit]!;
    const verdict = decided.get(column);
    const read = verdict === undefined ? own : (verdict?.read ?? null);
    if (own === "" && read === "") continue;
    const shared = columns.units.some((other, p) => p !== printing && other[column] !== ABSENT);
    yield { column, own, read, byLanguage: verdict?.ground === "language", agrees: shared && own === read };
  }
}

const HAN = /^\p{Script=Han}*$/u;
const LETTERS = /^\p{Script=Latin}+$/u;
const FIGURE = /[\p{N}一二三四五六七八九十百千万亿]/u;
/** Marks that end a sentence, and marks that a writer sets or leaves: what stands for them is another wording. */
const KEPT_MARK = /[。！？!?;；…\n、，,：:]/u;

function repairOf(collation: Collation, printing: number, run: readonly Cell[], fluency: Fluency): Repair | null {
  if (run.some(({ read }) => read === null)) return null;
  const own = run.map((cell) => cell.own).join("");
  const read = run.map((cell) => cell.read).join("");
  if (own === read || own.length > LONGEST || read.length > LONGEST) return null;
  if (!isReadable(own, read)) return null;
  const columns: [number, number] = [run[0]!.column, run.at(-1)!.column + 1];
  const byLanguage = run.some((cell) => cell.byLanguage);
  const supporters = supportersOf(collation, printing, columns, read);
  if (supporters.length === 0) return null;
  if (!isDamage(collation, printing, columns, { own, read, supporters, byLanguage }, fluency)) return null;
  const place = placeOf(collation.witnesses[printing]!, collation.columns.units[printing]!, columns);
  if (!place || printedAt(collation.witnesses[printing]!, place).includes("\n")) return null;
  const from = supporters.map((p) => articleAt(collation, p, columns)).sort(compareCodePoints);
  return { printing, columns, own, reading: { ...place, read, from: [...new Set(from)] } };
}

function isReadable(own: string, read: string): boolean {
  if (FIGURE.test(own) || FIGURE.test(read) || KEPT_MARK.test(own)) return false;
  return HAN.test(read) || (LETTERS.test(own) && LETTERS.test(read));
}

/** The other printings that have `read` there, as one. */
function supportersOf(
  { witnesses, columns: { units } }: Collation,
  printing: number,
  [start, end]: readonly [number, number],
  read: string,
): number[] {
  return witnesses.flatMap(({ text }, p) => {
    if (p === printing) return [];
    let has = "";
    for (let column = start; column < end; column++) {
      const unit = units[p]![column]!;
      if (unit === ABSENT) return [];
      if (unit !== LOST) has += text[unit]!;
    }
    return has === read ? [p] : [];
  });
}

interface Change {
  readonly own: string;
  readonly read: string;
  readonly supporters: readonly number[];
  readonly byLanguage: boolean;
}

/** Nats by which a line must read better with a unit replaced, after the vote has spoken: a writer's 新 for 已 reads as well. */
const REPLACED_LEAST = 2;
/** A unit more or less is a writer's choice as often as damage, and so are two at once: the line must read better. */
const MOVED_LEAST = 3;
const TWO_LEAST = 6;
/** Where the model alone decides, the printed line must be broken: writers' choices (推进, 推动) differ by 4 to 7 nats. */
const UNHEARD_LEAST = 8;

/** Whether a decided difference is damage rather than another wording. */
function isDamage(
  { witnesses, columns }: Collation,
  printing: number,
  [start, end]: readonly [number, number],
  { own, read, supporters, byLanguage }: Change,
  fluency: Fluency,
): boolean {
  const context = [printing, ...supporters];
  const before = around(witnesses, columns, start, -1, context, CONTEXT);
  const after = around(witnesses, columns, end - 1, 1, context, CONTEXT);
  const isDoubled = read === "" && own.length === 1 && (before.endsWith(own) || after.startsWith(own));
  const gain = fluency(before + read + after) - fluency(before + own + after);
  return gain >= leastGain(own, read, isDoubled, byLanguage);
}

const isTwoAtOnce = (own: string, read: string): boolean =>
  Math.abs(own.length - read.length) === 2 || (own.length === 2 && read.length === 2);

/** By how many nats a line must read better for its damage to be believed. */
function leastGain(own: string, read: string, isDoubled: boolean, byLanguage: boolean): number {
  if (isDoubled) return MOVED_LEAST;
  if (byLanguage) return own.length <= 1 && read.length === 1 ? UNHEARD_LEAST : Number.POSITIVE_INFINITY;
  if (isTwoAtOnce(own, read)) return TWO_LEAST;
  return own === "" || read === "" ? MOVED_LEAST : REPLACED_LEAST;
}

/** Where the columns stand in the printing's article; null where they lie in two articles. */
function placeOf(
  witness: Witness,
  units: Int32Array,
  [start, end]: readonly [number, number],
): Pick<Reading, "article" | "start" | "end"> | null {
  const own: number[] = [];
  for (let column = start; column < end; column++) if (units[column]! >= 0) own.push(units[column]!);
  if (own.length > 0) {
    const [first, last] = [locate(witness, own[0]!), locate(witness, own.at(-1)!)];
    return first.article === last.article ? { article: first.article, start: first.at, end: last.at + 1 } : null;
  }
  let next = end;
  while (units[next]! < 0) next++;
  const { article, at } = locate(witness, units[next]!);
  return { article, start: at, end: at };
}

const printedAt = (
  { printing }: Witness,
  { article, start, end }: Pick<Reading, "article" | "start" | "end">,
): string => printing.articles.find((one) => one.article === article)!.text.slice(start, end);

/** The article and the offset in its text of a unit of a printing. */
export function locate({ parts }: Witness, unit: number): { article: string; at: number } {
  let part = parts[0]!;
  for (const one of parts) if (one.from <= unit) part = one;
  return { article: part.article, at: part.normal.at[unit - part.from]! };
}

function articleAt(
  { witnesses, columns: { units } }: Collation,
  p: number,
  [start, end]: readonly [number, number],
): string {
  let column = start;
  while (column < end && units[p]![column]! < 0) column++;
  // Nothing stands there: the next unit's article.
  while (column < units[p]!.length && units[p]![column]! < 0) column++;
  return locate(witnesses[p]!, units[p]![column] ?? 0).article;
}
