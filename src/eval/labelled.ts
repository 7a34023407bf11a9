// Labelled text: one JSON object a line, {"id", "text", "entities": [{"start", "end", "type", "name"?, "optional"?}]} and, if
// known, "title", "paper", "place". Offsets are UTF-16 units of `text`, half-open.
import { ENTITY_TYPES, type EntityType } from "../entities/index.ts";
import { InputError, messageOf } from "../lib/errors.ts";

export interface LabelledName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** The canonical name, where the label tells it. */
  readonly name?: string;
  /** Counts neither when found nor when missed (rule 7 of the guide). */
  readonly optional: boolean;
}

export interface LabelledText {
  readonly id: string;
  readonly text: string;
  /** By start; those that are not optional are disjoint. */
  readonly entities: readonly LabelledName[];
  readonly title?: string;
  readonly paper?: string;
  readonly place?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The texts of a file's lines, blank lines passed over. `file` is named in errors, lines count from 1.
 * Throws InputError for a line that is not what the header says, for ids that stand twice, and for a file without any text.
 */
export function parseLabelledTexts(content: string, file: string): LabelledText[] {
  const texts: LabelledText[] = [];
  const lineOf = new Map<string, number>();
  content.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const at = index + 1;
    const fail = (message: string): never => {
      throw new InputError(`eval: "${file}", line ${at}: ${message}`);
    };
    const text = parseText(line, fail);
    const before = lineOf.get(text.id);
    if (before !== undefined) fail(`"id" ${JSON.stringify(text.id)} stands in line ${before} already`);
    lineOf.set(text.id, at);
    texts.push(text);
  });
  if (texts.length === 0) throw new InputError(`eval: "${file}" holds no labelled text`);
  return texts;
}

type Fail = (message: string) => never;

function parseText(line: string, fail: Fail): LabelledText {
  const row = parseObject(line, fail);
  const { text, entities } = row;
  const id = typeof row.id === "number" ? String(row.id) : row.id;
  if (typeof id !== "string" || id === "") return fail('"id" is missing (a string or a number)');
  if (typeof text !== "string") return fail('"text" is missing (a string)');
  if (!Array.isArray(entities)) return fail('"entities" is missing (a list, empty where the text names nothing)');
  const names = entities.map((entity: unknown, i) => parseName(entity, text, `entity ${i + 1}`, fail));
  names.sort((a, b) => a.start - b.start || a.end - b.end);
  checkDisjoint(names, text, fail);
  const about = Object.fromEntries(
    ["title", "paper", "place"].flatMap((key) => (isGiven(row, key, fail) ? [[key, row[key]]] : [])),
  );
  return { id, text, entities: names, ...about };
}

function parseObject(line: string, fail: Fail): Fields {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    fail(`no JSON (${messageOf(error)})`);
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) return fail("no JSON object");
  return row as Fields;
}

function isGiven(row: Fields, key: string, fail: Fail): boolean {
  const value = row[key] ?? null;
  if (value !== null && typeof value !== "string") return fail(`"${key}" is not a string`);
  return value !== null;
}

function parseName(entity: unknown, text: string, which: string, fail: Fail): LabelledName {
  const { start, end, type, name, optional = false } = (entity ?? {}) as Fields;
  if (!isOffset(start) || !isOffset(end) || start >= end || end > text.length)
    return fail(`${which}: [${start}, ${end}) is no span of a text of ${text.length} units`);
  const known = ENTITY_TYPES.find((one) => one === type);
  if (!known) return fail(`${which}: type ${JSON.stringify(type)} is none of ${ENTITY_TYPES.join(", ")}`);
  if (typeof optional !== "boolean") return fail(`${which}: "optional" is neither true nor false`);
  if (name !== undefined && typeof name !== "string") return fail(`${which}: "name" is not a string`);
  return { start, end, type: known, optional, ...(name === undefined ? {} : { name }) };
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** The longest name wins (rule 1): what overlaps could not all be found. */
function checkDisjoint(names: readonly LabelledName[], text: string, fail: Fail): void {
  const required = names.filter(({ optional }) => !optional);
  for (let i = 1; i < required.length; i++) {
    const [before, name] = [required[i - 1]!, required[i]!];
    if (name.start < before.end)
      fail(
        `"${text.slice(before.start, before.end)}" at ${before.start} and "${text.slice(name.start, name.end)}" at ${name.start} overlap`,
      );
  }
}
