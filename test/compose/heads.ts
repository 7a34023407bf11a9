// Headline groups: label, kicker, headline, sub-headline, made of a clean title and of clauses of the text.
import type { Chance } from "./chance.ts";
import type { Damage } from "./damages.ts";
import { clausesOf } from "./sentences.ts";
import type { Line, Role } from "./types.ts";
import { LABELS } from "./words.ts";

export const whole = (role: Role, text: string): Line => ({ role, text, opens: true, closes: true });

export interface Head {
  readonly lines: readonly Line[];
  readonly damages: readonly Damage[];
}

/** The parts of a title in reading order. `text` may lend a clause for a sub-headline. */
export function headOf(chance: Chance, title: string, text: string): Head {
  const [printedLabel, rest] = splitLabel(title);
  const lines = titleLines(chance, rest, text);
  const damages: Damage[] = lines.flatMap(({ role }): Damage[] => (role === "kicker" || role === "sub" ? [role] : []));
  const label = printedLabel ?? (chance.is(0.1) ? chance.pick(LABELS) : null);
  if (label === null) return { lines, damages };
  const line = whole("label", labelForm(chance, label));
  return { lines: chance.is(0.85) ? [line, ...lines] : [...lines, line], damages: [...damages, "label"] };
}

/** A label that a clean title carries in its brackets, and the title itself. */
export function splitLabel(title: string): [label: string | null, title: string] {
  const [, label, rest] = /^【([^】]{2,24})】(.+)$/u.exec(title) ?? [];
  return label && rest ? [label, rest.trim()] : [null, title];
}

const labelForm = (chance: Chance, label: string): string =>
  chance.weighted([
    [`【${label}】`, 2],
    [label, 3],
    [`●${label}`, 1],
    [`■ ${label}`, 1],
    [`${label}${chance.pick([..."①②③④⑤⑥⑦⑧⑨⑩"])}`, 2],
    [`·${label}·`, 1],
    [`${label}·${chance.pick(["系列报道", "观察", "之三", "特别报道"])}`, 1],
    [`［${label}］`, 0.5],
  ]);

function titleLines(chance: Chance, title: string, text: string): Line[] {
  const [main = "", dash] = title.split(/\s?(?=——)/u);
  const parts = main.split(" ").filter(Boolean);
  const lines = chance.is(0.75) && parts.length > 1 ? ranked(chance, parts) : [whole("headline", parts.join(" "))];
  if (dash) return [...lines, whole("sub", dash)];
  if (lines.length > 1) return lines;
  const clauses = clausesOf(text).filter((clause) => !main.includes(clause));
  if (clauses.length > 3 && chance.is(0.12)) {
    const clause = chance.pick(clauses);
    return chance.is(0.5)
      ? [whole("kicker", clause), ...lines]
      : [...lines, whole("sub", chance.is(0.5) ? `——${clause}` : clause)];
  }
  return lines;
}

/** "A B C" as kicker and headline, headline and sub-headline, or all three. */
function ranked(chance: Chance, parts: readonly string[]): Line[] {
  if (parts.length >= 3 && chance.is(0.5)) {
    return [whole("kicker", parts[0]!), whole("headline", parts[1]!), whole("sub", parts.slice(2).join(" "))];
  }
  const cut = chance.int(1, parts.length - 1);
  const [first, second] = [parts.slice(0, cut).join(" "), parts.slice(cut).join(" ")];
  return chance.is(0.5)
    ? [whole("kicker", first), whole("headline", second)]
    : [whole("headline", first), whole("sub", second)];
}

/** The title by rule 8 of the guide: kicker, headline and sub-headline in reading order. */
export const TITLE_ROLES: readonly Role[] = ["kicker", "headline", "sub"];
