// Offices that were found, against those of a labelled page: sets of (person, body or territory, title).
// What counts as one: data/gold/offices/README.md.
import { emptyTally, type Prf, prf } from "./tally.ts";

/** An office as labelled or as found; `object` is an entity's id. */
export interface OfficeRow {
  readonly person: string;
  readonly object: string;
  readonly label: string;
  /** Counts neither when found nor when missed. */
  readonly optional?: boolean;
}

export interface GoldOffices {
  readonly page: string;
  readonly offices: readonly OfficeRow[];
}

export interface OfficeFigures extends Prf {
  /** "- " missed, "+ " spurious; by page, then in the order of the rows. */
  readonly errors: readonly string[];
}

const keyOf = ({ person, object, label }: OfficeRow): string => `${person} ${object} ${label}`;

/** `found`: rows by page; a row that is found or labelled twice on a page counts once. */
export function scoreOffices(
  gold: readonly GoldOffices[],
  found: ReadonlyMap<string, readonly OfficeRow[]>,
): OfficeFigures {
  const tally = emptyTally();
  const errors: string[] = [];
  for (const { page, offices } of gold) {
    const wanted = new Set(offices.filter(({ optional }) => !optional).map(keyOf));
    const optional = new Set(offices.filter((office) => office.optional).map(keyOf));
    const rows = new Set((found.get(page) ?? []).map(keyOf));
    for (const key of wanted) {
      if (rows.has(key)) tally.tp++;
      else errors.push(`- ${page}: ${key}`);
    }
    for (const key of rows) if (!wanted.has(key) && !optional.has(key)) errors.push(`+ ${page}: ${key}`);
  }
  tally.fn = errors.filter((error) => error.startsWith("-")).length;
  tally.fp = errors.length - tally.fn;
  return { ...prf(tally), errors };
}
