// A question as it comes in from a command line or an address: texts → subjects and options, or what is wrong with them, in
// words that name the options as they are typed.
import { z } from "zod";
import { LAYER_WORDS, TYPE_WORDS } from "../filter/index.ts";
import { InputError } from "../lib/errors.ts";

/** What a question is asked of: a noun, in one and in many, and how many of it. */
export interface Subjects {
  readonly label: string;
  readonly labels: string;
  readonly least: number;
  readonly most: number;
}

/** Longest subject taken, in UTF-16 units: names have dozens, ids of articles a path. */
export const MAX_SUBJECT = 1_000;

/** A question asked of the wrong number of things, or with options that it does not have or take. */
export class AskingError extends InputError {}

/** An option as it is typed: max-hops for maxHops. */
export const typedName = (option: string): string => option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Throws AskingError for too few, too many and too long ones. */
export function checkSubjects({ label, labels, least, most }: Subjects, subjects: readonly string[]): void {
  const given = subjects.length;
  if (given < least || given > most) {
    if (most === 0) throw new AskingError(`asked of nothing, given ${given}`);
    const range = least === most ? String(least) : `${least} to ${most}`;
    throw new AskingError(`asked of ${range} ${most === 1 ? label : labels}, given ${given}`);
  }
  const long = subjects.find((one) => one.length > MAX_SUBJECT);
  if (long !== undefined)
    throw new AskingError(
      `"${long.slice(0, 20)}…" has ${long.length} characters; ${label === "text" ? "a text" : "a name"} has at most ${MAX_SUBJECT}`,
    );
}

/** Options whose values have Chinese words too. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  type: TYPE_WORDS,
  types: TYPE_WORDS,
  through: TYPE_WORDS,
  layer: LAYER_WORDS,
};

/**
 * The options of a question, checked; what is left out has its default. Numbers as digits alone: "" and 0x10 are none, though
 * JavaScript reads them. Throws AskingError.
 */
export function readOptions<T extends z.ZodObject>(options: T, given: Readonly<Record<string, unknown>>): z.output<T> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(options.shape, name));
  if (unknown !== undefined) {
    const known = Object.keys(options.shape).map(typedName);
    const has = known.length > 0 ? `has ${known.join(", ")}` : "has no options";
    throw new AskingError(`no option "${typedName(unknown)}"; the question ${has}`);
  }
  const read = Object.entries(given).map(([name, value]) => [name, valueFrom(options, name, value)] as const);
  const result = options.strict().safeParse(Object.fromEntries(read));
  if (result.success) return result.data as z.output<T>;
  const name = String(result.error.issues[0]!.path[0]);
  throw new AskingError(`${typedName(name)} is ${expected(schemaOf(options, name))}, given ${shown(given[name])}`);
}

function valueFrom(options: z.ZodObject, name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (schemaOf(options, name).type === "integer") return /^\d+$/.test(value) ? value : Number.NaN;
  const words = WORDS[name];
  if (!words) return value;
  const choices = value.split(/[,，、]/).map((typed) => {
    const word = typed.trim();
    return Object.keys(words).find((choice) => words[choice]!.includes(word)) ?? word;
  });
  return choices.join(",");
}

interface JsonSchema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** A schema is described once: every question asks. */
const described = new WeakMap<z.ZodType, JsonSchema>();

function schemaOf(options: z.ZodObject, name: string): JsonSchema {
  const option = options.shape[name] as z.ZodType;
  let schema = described.get(option);
  if (!schema) {
    const whole = z.toJSONSchema(option, { io: "output", unrepresentable: "any" }) as JsonSchema;
    schema = whole.anyOf?.find(({ type }) => type !== "null") ?? whole;
    described.set(option, schema);
  }
  return schema;
}

function expected({ type, minimum, maximum, minLength, maxLength, items, enum: choices }: JsonSchema): string {
  if (type === "integer") {
    const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
    return `a whole number from ${minimum ?? 0}${isBounded ? ` to ${maximum}` : ""}`;
  }
  if (items?.enum) return `some of ${items.enum.join(", ")}, joined by commas`;
  if (choices) return `one of ${choices.join(", ")}`;
  if (type === "string") return `a text of ${minLength ?? 0} to ${maxLength ?? "any number of"} characters`;
  return "true or false";
}

/** As it was typed, a long one cut. */
function shown(value: unknown): string {
  const text = String(value);
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}
