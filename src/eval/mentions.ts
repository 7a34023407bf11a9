// Mention figures on labelled text: a name is right when exactly its span is found with its type.
//
//   P = right / found    R = right / labelled    F = their harmonic mean, over all texts together (micro); 1 is perfect
//   named  of the right ones whose label tells the canonical name, the share that is called so; 1 where no label does
//
// What overlaps an optional label and is no required one is passed over: it counts neither way. Unlike in the entity figures
// (entities.ts) every occurrence counts.
import { ENTITY_TYPES, type EntityType, type Examination, type ExaminedName } from "../entities/index.ts";
import { overlap } from "../lib/span.ts";
import type { LabelledName, LabelledText } from "./labelled.ts";
import { plainName } from "./names.ts";
import { addTally, emptyTally, type Prf, prf, ratio, type Tally } from "./tally.ts";

/** What was missed, found falsely, or found and called otherwise, in its words. */
export interface MentionError {
  readonly kind: "missed" | "false" | "named";
  readonly id: string;
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** Up to SURROUNDING units on each side, line feeds as blanks; "…" where the text goes on. */
  readonly before: string;
  readonly behind: string;
  /** The extractors that proposed exactly this; never empty but for what was missed. */
  readonly voices: readonly string[];
  /** The find; null for what was missed. */
  readonly found: Pick<ExaminedName, "extractor" | "score" | "name"> | null;
  /** The labelled canonical name, where it was called otherwise. */
  readonly wanted: string | null;
}

/** What stands on an extractor: names whose mentions carry its name. */
export interface ExtractorFigures {
  readonly found: number;
  readonly right: number;
  /** Of these the ones that nobody else proposed. */
  readonly foundAlone: number;
  readonly rightAlone: number;
}

export interface MentionReport {
  readonly texts: number;
  /** UTF-16 units. */
  readonly characters: number;
  readonly all: Prf;
  /** Share in [0, 1], and of how many. */
  readonly named: { readonly share: number; readonly of: number };
  /** In the order of ENTITY_TYPES; those neither labelled nor found are left out. */
  readonly types: Readonly<Partial<Record<EntityType, Prf>>>;
  /** Those with most names first. What was passed over is in none. */
  readonly extractors: Readonly<Record<string, ExtractorFigures>>;
  /** By type, then by kind: missed, false, named otherwise; each in the order of the texts. */
  readonly errors: readonly MentionError[];
}

interface Counts {
  readonly types: ReadonlyMap<EntityType, Tally>;
  readonly extractors: Map<string, { -readonly [key in keyof ExtractorFigures]: number }>;
  readonly named: { hit: number; all: number };
  readonly errors: MentionError[];
}

/** Scores what `examine` finds in each text. Cost: that of examining, and names × labels of a text. */
export function scoreMentions(
  texts: readonly LabelledText[],
  examine: (text: LabelledText) => Examination,
): MentionReport {
  const types = new Map(ENTITY_TYPES.map((type) => [type, emptyTally()]));
  const counts: Counts = { types, extractors: new Map(), named: { hit: 0, all: 0 }, errors: [] };
  for (const text of texts) countText(text, examine(text), counts);
  const all = emptyTally();
  for (const tally of types.values()) addTally(all, tally);
  const { extractors, named, errors } = counts;
  const occurring = [...types].filter(([, { tp, fp, fn }]) => tp + fp + fn > 0);
  return {
    texts: texts.length,
    characters: texts.reduce((sum, { text }) => sum + text.length, 0),
    all: prf(all),
    named: { share: ratio(named.hit, named.all), of: named.all },
    types: Object.fromEntries(occurring.map(([type, tally]) => [type, prf(tally)])),
    extractors: Object.fromEntries(
      [...extractors].sort(([a, x], [b, y]) => y.found - x.found || (a < b ? -1 : a > b ? 1 : 0)),
    ),
    errors: ENTITY_TYPES.flatMap((type) =>
      (["missed", "false", "named"] as const).flatMap((kind) =>
        errors.filter((error) => error.type === type && error.kind === kind),
      ),
    ),
  };
}

type Placed = Pick<LabelledName, "start" | "end" | "type">;
const isSame = (a: Placed, b: Placed): boolean => a.start === b.start && a.end === b.end && a.type === b.type;
const isOver = (a: Placed, b: Placed): boolean => overlap([a.start, a.end], [b.start, b.end]);

function countText({ id, text, entities }: LabelledText, { names, proposed }: Examination, counts: Counts): void {
  const required = entities.filter(({ optional }) => !optional);
  const optional = entities.filter((entity) => entity.optional);
  for (const name of names) {
    const wanted = required.find((one) => isSame(one, name));
    if (!wanted && optional.some((one) => isOver(one, name))) continue;
    countFound(name, wanted !== undefined, counts);
    const error = { id, ...inWords(text, name), voices: name.voices, found: foundAs(name) };
    if (!wanted) counts.errors.push({ kind: "false", ...error, wanted: null });
    else if (wanted.name !== undefined) {
      counts.named.all++;
      if (plainName(wanted.name) === plainName(name.name)) counts.named.hit++;
      else counts.errors.push({ kind: "named", ...error, wanted: wanted.name });
    }
  }
  for (const wanted of required) {
    if (names.some((name) => isSame(wanted, name))) continue;
    counts.types.get(wanted.type)!.fn++;
    const voices = proposed.find((one) => isSame(wanted, one))?.voices ?? [];
    counts.errors.push({ kind: "missed", id, ...inWords(text, wanted), voices, found: null, wanted: null });
  }
}

const foundAs = ({ extractor, score, name }: ExaminedName): MentionError["found"] => ({ extractor, score, name });

function countFound({ type, extractor, voices }: ExaminedName, isRight: boolean, { types, extractors }: Counts): void {
  types.get(type)![isRight ? "tp" : "fp"]++;
  const counts = extractors.get(extractor) ?? { found: 0, right: 0, foundAlone: 0, rightAlone: 0 };
  extractors.set(extractor, counts);
  const alone = Number(voices.length === 1);
  counts.found++;
  counts.foundAlone += alone;
  if (!isRight) return;
  counts.right++;
  counts.rightAlone += alone;
}

const SURROUNDING = 12;

type InWords = Pick<MentionError, "type" | "start" | "end" | "surface" | "before" | "behind">;

function inWords(text: string, { type, start, end }: Placed): InWords {
  const flat = (from: number, to: number): string => text.slice(Math.max(0, from), to).replace(/\s/gu, " ");
  return {
    type,
    start,
    end,
    surface: flat(start, end),
    before: (start > SURROUNDING ? "…" : "") + flat(start - SURROUNDING, start),
    behind: flat(end, end + SURROUNDING) + (end + SURROUNDING < text.length ? "…" : ""),
  };
}
