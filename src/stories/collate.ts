// Collation: the printings of one story beside each other, and which reading is right where they differ.
//
// In:  the texts of a story (articles with their text). Out: columns, contests with verdicts, and for every printing the
// repairs that its witnesses allow. The printed text is never changed: a repair says where, and what to read instead.
// A repair needs a short difference inside agreeing words (readings.ts); everything longer is another wording, which is
// shown (apparatus.ts) and left alone. Pure; the same texts in any order give the same answer.
import { addTo } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type NormalText, normalForm } from "../text/index.ts";
import { ABSENT, type Columns, LOST, layColumns } from "./columns.ts";
import type { Fluency } from "./fluency.ts";
import { type Contest, type Verdict, vote } from "./votes.ts";

/** One text of a story, as far as collation needs it. */
export interface Printing {
  readonly text_id: string;
  /** In reading order. */
  readonly articles: readonly { readonly article: string; readonly text: string }[];
}

/** A printing's units: the normal forms of its articles, one after another. */
export interface Witness {
  readonly printing: Printing;
  readonly text: string;
  readonly parts: readonly { readonly article: string; readonly from: number; readonly normal: NormalText }[];
}

export type ContestKind = "character" | "mark" | "spelling";

export interface CollatedContest extends Contest {
  readonly kind: ContestKind;
}

export interface Collation {
  /** By text id. */
  readonly witnesses: readonly Witness[];
  readonly columns: Columns;
  /** Columns whose printings differ, ascending. */
  readonly contests: readonly CollatedContest[];
  readonly verdicts: readonly Verdict[];
  /** Share of wrong units among those that stand beside another printing's, by printing. */
  readonly errors: readonly number[];
  /** How many units of a printing stand beside another's. */
  readonly compared: readonly number[];
}

/** Cost: an alignment a printing, O(length) else. */
export function collate(printings: readonly Printing[], fluency: Fluency): Collation {
  const witnesses = [...printings].sort((a, b) => compareCodePoints(a.text_id, b.text_id)).map(witnessOf);
  const columns = layColumns(witnesses.map(({ text }) => text));
  const contests: CollatedContest[] = [];
  const compared = witnesses.map(() => 0);
  for (let column = 0; column < columns.length; column++) {
    const readings = readingsAt(witnesses, columns, column);
    const present = [...readings.values()].flat();
    if (present.length < 2) continue;
    for (const p of present) if (columns.units[p]![column] !== LOST) compared[p]!++;
    if (readings.size < 2) continue;
    const kind = kindOf([...readings.keys()]);
    const gains =
      kind === "character" ? fluencyOf(witnesses, columns, column, readings, fluency) : new Map<string, number>();
    contests.push({ column, readings, kind, isDamage: kind === "character", fluency: gains });
  }
  const { verdicts, errors } = vote(contests, compared);
  return { witnesses, columns, contests, verdicts, errors, compared };
}

function witnessOf(printing: Printing): Witness {
  const parts: { article: string; from: number; normal: NormalText }[] = [];
  let text = "";
  for (const article of printing.articles) {
    const normal = normalForm(article.text);
    parts.push({ article: article.article, from: text.length, normal });
    text += normal.text;
  }
  return { printing, text, parts };
}

/** Reading → the printings that have it; those that lack this part of the text are in none. */
export function readingsAt(witnesses: readonly Witness[], { units }: Columns, column: number): Map<string, number[]> {
  const readings = new Map<string, number[]>();
  for (let p = 0; p < witnesses.length; p++) {
    const unit = units[p]![column]!;
    if (unit === ABSENT) continue;
    const read = unit === LOST ? "" : witnesses[p]!.text[unit]!;
    addTo(readings, read, p);
  }
  return readings;
}

/** Spellings that stand for one another in print; every one of a row is as good. */
const SPELLINGS: readonly ReadonlySet<string>[] = [
  "的地得",
  "做作",
  "像象",
  "账帐",
  "他她它",
  "唯惟",
  "份分",
  "0〇零○",
].map((row) => new Set(row));
const FIGURES = new Map([..."〇一二三四五六七八九"].map((figure, value) => [figure, String(value)]));
const WORD = /[\p{L}\p{N}]/u;

function kindOf(readings: readonly string[]): ContestKind {
  if (!readings.some((read) => WORD.test(read))) return "mark";
  const figures = new Set(readings.map((read) => FIGURES.get(read) ?? read));
  if (figures.size === 1 || SPELLINGS.some((row) => readings.every((read) => row.has(read)))) return "spelling";
  return "character";
}

/** Units on each side that a reading is weighed in. */
const CONTEXT = 6;

function fluencyOf(
  witnesses: readonly Witness[],
  columns: Columns,
  column: number,
  readings: ReadonlyMap<string, readonly number[]>,
  fluency: Fluency,
): Map<string, number> {
  const printings = [...readings.values()].flat();
  const before = around(witnesses, columns, column, -1, printings, CONTEXT);
  const after = around(witnesses, columns, column, 1, printings, CONTEXT);
  return new Map([...readings.keys()].map((read) => [read, fluency(before + read + after)]));
}

/** The units before (step −1) or behind (1) a column, in reading order, as most of the given printings have them. */
export function around(
  witnesses: readonly Witness[],
  { units, length }: Columns,
  column: number,
  step: -1 | 1,
  printings: readonly number[],
  wanted: number,
): string {
  let out = "";
  for (let at = column + step; at >= 0 && at < length && out.length < wanted; at += step) {
    const counts = new Map<string, number>();
    for (const p of printings) {
      const unit = units[p]![at]!;
      if (unit === ABSENT) continue;
      const read = unit === LOST ? "" : witnesses[p]!.text[unit]!;
      counts.set(read, (counts.get(read) ?? 0) + 1);
    }
    let most = "";
    let best = 0;
    for (const [read, count] of counts) if (count > best) [most, best] = [read, count];
    out = step < 0 ? most + out : out + most;
  }
  return out;
}
