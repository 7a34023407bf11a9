// How often a unit stands in a person's name, against how often it stands in newspaper text at all: a log ratio, so that 0
// says nothing, 3 speaks for a name, -3 against. Counts are in data/gazetteer/name-units.tsv.

/** Where in a name a unit stands; "foreign" is anywhere in a transliterated one. */
export const UNIT_ROLES = ["surname", "single", "first", "last", "foreign"] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];

export interface NameUnits {
  /** Log ratio in [-5, 6]. */
  ratio(role: UnitRole, unit: string): number;
}

/** Counts below this say little: added to every count. */
const PRIOR = 0.5;
const clamp = (value: number): number => Math.max(-5, Math.min(6, value));

/** Rows: unit, counts in the order of `UNIT_ROLES`, count in the text. An unknown unit counts as never seen in names. */
export function createNameUnits(rows: readonly (readonly string[])[]): NameUnits {
  const counts = new Map<string, number[]>();
  const totals = new Array<number>(UNIT_ROLES.length + 1).fill(0);
  for (const [unit, ...cells] of rows) {
    const values = cells.map(Number);
    counts.set(unit!, values);
    values.forEach((value, i) => {
      totals[i]! += value;
    });
  }
  const inText = UNIT_ROLES.length;
  const share = (i: number, value: number): number => (value + PRIOR) / (totals[i]! + PRIOR * (counts.size + 1));
  return {
    ratio(role, unit) {
      const i = UNIT_ROLES.indexOf(role);
      const values = counts.get(unit);
      return clamp(Math.log(share(i, values?.[i] ?? 0) / share(inText, values?.[inText] ?? 1)));
    },
  };
}
