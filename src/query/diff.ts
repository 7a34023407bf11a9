// What changed between two parts of a project, two periods or two papers: entities and ties that came, went, grew, shrank.
//
// A part is a set of texts: a text is in a period by the date of its first page and counts whole, in a paper by the paper
// that prints it. Both countings are made from the texts by the rules of the build, so that a part that is the whole
// project has the counts of `edges`. Parts may overlap. A story that both parts print counts in each.
import { daysOf } from "../filter/index.ts";
import { InputError } from "../lib/errors.ts";
import { type Database, type Params, statement } from "../store/index.ts";
import {
  DEFAULT_DIFF_LIST,
  type DiffListing,
  type DiffListOptions,
  depthOf,
  EDGE_KEYS,
  EDGE_MEASURES,
  ENTITY_KEYS,
  ENTITY_MEASURES,
  listed,
} from "./diff-answer.ts";
import type { TwoCounts } from "./diff-changes.ts";
import { locateAll } from "./entity.ts";
import { readEntityIds } from "./entity-ids.ts";

export interface DiffOptions extends DiffListOptions {
  /** A day, month or year, or two joined by "..", either of which may be missing: "2025-01..2025-06", "2025-07..". Null for any date. */
  readonly before: string | null;
  readonly after: string | null;
  /** Null for any paper. */
  readonly beforePaper: string | null;
  readonly afterPaper: string | null;
}

/** What a part was asked to be, and how much it holds. */
export interface Part {
  /** First and last day, both within; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  readonly paper: string | null;
  readonly texts: number;
  readonly stories: number;
  readonly articles: number;
}

export interface Diff extends DiffListing {
  readonly before: Part;
  readonly after: Part;
  /** Texts on pages without a date: in no period. */
  readonly undated: number;
}

/**
 * Of none: all ties and entities; else the ties of each, and it. Throws InputError for an unknown entity or paper, for what is
 * no period, and when neither part is told from the whole.
 * Cost: a recount: 5 s of processor time for 105,000 texts and a million ties; of an entity its texts, 0.5 s for a hub.
 */
export async function diff(
  db: Database,
  references: readonly string[],
  options: Partial<DiffOptions> = {},
): Promise<Diff> {
  const { before, after, beforePaper, afterPaper, ...list } = {
    ...{ before: null, after: null, beforePaper: null, afterPaper: null },
    ...DEFAULT_DIFF_LIST,
    ...options,
  };
  if ([before, after, beforePaper, afterPaper].every((one) => one === null)) {
    throw new InputError("diff: say what to compare: before and after, or before-paper and after-paper");
  }
  await refuseUnknownPapers(db, [beforePaper, afterPaper]);
  const of = await locateAll(db, references, list.layer);
  const [first, second] = [
    { ...periodOf(before), paper: beforePaper },
    { ...periodOf(after), paper: afterPaper },
  ];
  const parts = { ...partParams("before", first), ...partParams("after", second) };
  const numbers = of.map(({ number }) => number);
  const texts = { ...parts, depth: depthOf(list.layer), asked: numbers.length, numbers };
  const edges = await db.columns(statement("query", "diff-edges"), texts);
  const entities = await db.columns(statement("query", "diff-entities"), texts);
  const sizes = (await db.rows<SizesRow>(statement("query", "diff-parts"), parts))[0]!;
  return {
    of: of.map(({ facts }) => facts),
    layer: list.layer,
    before: { ...first, texts: sizes.before_texts, stories: sizes.before_stories, articles: sizes.before_articles },
    after: { ...second, texts: sizes.after_texts, stories: sizes.after_stories, articles: sizes.after_articles },
    undated: sizes.undated,
    ...listed(
      twoCounts(edges, EDGE_KEYS, EDGE_MEASURES),
      twoCounts(entities, ENTITY_KEYS, ENTITY_MEASURES),
      (await readEntityIds(db)).names,
      new Set(numbers),
      list,
    ),
  };
}

type SizesRow = Readonly<
  Record<`${"before" | "after"}_${"texts" | "stories" | "articles"}`, number> & { undated: number }
>;

type Period = Pick<Part, "from" | "to">;

/** Undated texts have "" for a date: within when neither bound is given, before all that is bounded. */
const partParams = (side: "before" | "after", { from, to, paper }: Period & Pick<Part, "paper">): Params => ({
  [`${side}_from`]: from ?? (to === null ? "" : "0"),
  [`${side}_to`]: to ?? "9",
  [`${side}_paper`]: paper ?? "",
});

/** Throws InputError for what is no period, and for one that ends before it begins. */
function periodOf(text: string | null): Period {
  if (text === null) return { from: null, to: null };
  const [begin, end = begin, ...more] = text
    .trim()
    .split("..")
    .map((bound) => bound.trim());
  const from = begin ? daysOf(begin)?.[0] : null;
  const to = end ? daysOf(end)?.[1] : null;
  if (more.length > 0 || text.trim() === "" || from === undefined || to === undefined) {
    throw new InputError(`diff: "${text}" is no period; write 2025-01-01..2025-06-30, 2025-01..2025-06 or 2025`);
  }
  if (from !== null && to !== null && from > to) throw new InputError(`diff: "${text}" ends before it begins`);
  return { from, to };
}

/** Throws InputError for a paper that no page is of. */
async function refuseUnknownPapers(db: Database, asked: readonly (string | null)[]): Promise<void> {
  if (asked.every((paper) => paper === null)) return;
  const papers = (await db.rows<{ paper: string }>(statement("query", "page-papers"), {})).map(({ paper }) => paper);
  const unknown = asked.find((paper) => paper !== null && !papers.includes(paper));
  if (unknown === undefined) return;
  const some = papers.slice(0, 8).join(", ");
  throw new InputError(`diff: no paper is named "${unknown}"; there are ${some}${papers.length > 8 ? ", …" : ""}`);
}

function twoCounts<Key extends string, Measure extends string>(
  columns: Awaited<ReturnType<Database["columns"]>>,
  keys: readonly Key[],
  measures: readonly Measure[],
): TwoCounts<Key, Measure> {
  const pick = <Name extends string>(names: readonly Name[], prefix: string) =>
    Object.fromEntries(names.map((name) => [name, columns[prefix + name] as Int32Array])) as Record<Name, Int32Array>;
  return {
    rows: columns[keys[0]!]!.length,
    keys: pick(keys, ""),
    before: pick(measures, "before_"),
    after: pick(measures, "after_"),
  };
}
