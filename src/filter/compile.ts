// A condition → a function that says yes or no to an entity or a tie.
import type { Bound, Condition, Term, Test } from "./condition.ts";
import type { EntityToFilter, TieToFilter } from "./facts.ts";
import { fieldOf } from "./fields.ts";
import { comparableName } from "./normal.ts";

type Value = string | number | boolean | null | undefined;

/** A condition of entity fields. */
export const entityTest = (condition: Condition): ((facts: EntityToFilter) => boolean) =>
  compile<EntityToFilter>(condition, (term) => {
    if (term.field === null) return bareWord(term.test);
    const field = fieldOf(term.field);
    if (field.scope !== "entity") throw new Error(`${term.field} is no field of entities`);
    return onValues(field.read, valueTest(term.test));
  });

/** A condition of tie fields. */
export const tieTest = (condition: Condition): ((facts: TieToFilter) => boolean) =>
  compile<TieToFilter>(condition, (term) => {
    const field = fieldOf(term.field!);
    if (field.scope !== "tie") throw new Error(`${term.field} is no field of ties`);
    return onValues(field.read, valueTest(term.test));
  });

function compile<T>(condition: Condition, leaf: (term: Term) => (facts: T) => boolean): (facts: T) => boolean {
  if (condition.kind === "term") return leaf(condition);
  if (condition.kind === "not") {
    const test = compile(condition.of, leaf);
    return (facts) => !test(facts);
  }
  const tests = condition.of.map((one) => compile(one, leaf));
  return condition.kind === "and"
    ? (facts) => tests.every((test) => test(facts))
    : (facts) => tests.some((test) => test(facts));
}

function onValues<T>(
  read: (facts: T) => Value | readonly string[],
  test: (value: Value) => boolean,
): (facts: T) => boolean {
  return (facts) => {
    const value = read(facts);
    return Array.isArray(value) ? value.some(test) : test(value as Value);
  };
}

function bareWord(test: Test): (facts: EntityToFilter) => boolean {
  if (test.is !== "text") throw new Error("a bare word is a text");
  const has = textTest(test.pattern, true);
  return ({ name, aliases }) => has(name) || aliases.some(has);
}

function valueTest(test: Test): (value: Value) => boolean {
  if (test.is === "known") return (value) => value !== null && value !== undefined && value !== "";
  if (test.is === "choice") return (value) => value === test.value;
  if (test.is === "range") return (value) => isAfter(value, test.from) && isBefore(value, test.to);
  const isText = textTest(test.pattern, false);
  return (value) => typeof value === "string" && isText(value);
}

const isAfter = (value: Value, from: Bound | null): boolean =>
  value !== null && value !== undefined && (from === null || value > from.value || (from.isIn && value === from.value));
const isBefore = (value: Value, to: Bound | null): boolean =>
  value !== null && value !== undefined && (to === null || value < to.value || (to.isIn && value === to.value));

type Piece = string | typeof ANY | typeof ONE;
const ANY: unique symbol = Symbol("any characters");
const ONE: unique symbol = Symbol("one character");

/** Whether a text is the pattern, or has it anywhere, both in the form of `comparableName`. */
export function textTest(pattern: string, isAnywhere: boolean): (text: string) => boolean {
  const pieces = piecesOf(pattern);
  if (pieces.every((piece) => typeof piece === "string")) {
    const wanted = comparableName(pieces.join(""));
    return isAnywhere ? (text) => comparableName(text).includes(wanted) : (text) => comparableName(text) === wanted;
  }
  const glob = pieces.flatMap((piece): readonly Piece[] =>
    typeof piece === "string" ? [...comparableName(piece)] : [piece],
  );
  const whole: readonly Piece[] = isAnywhere ? [ANY, ...glob, ANY] : glob;
  return (text) => isGlob([...comparableName(text)], whole);
}

function piecesOf(pattern: string): Piece[] {
  return [...pattern.matchAll(/\\(.)|(\*+)|(\?)|[^\\*?]+/gsu)].map(([whole, literal, any, one]) =>
    any !== undefined ? ANY : one !== undefined ? ONE : (literal ?? whole),
  );
}

/** The last star alone is widened, so that no pattern takes more than length × length steps. */
function isGlob(text: readonly string[], glob: readonly Piece[]): boolean {
  let [i, j, starAt, resumeAt] = [0, 0, -1, 0];
  while (i < text.length) {
    if (j < glob.length && glob[j] === ANY) {
      starAt = j++;
      resumeAt = i;
    } else if (j < glob.length && (glob[j] === ONE || glob[j] === text[i])) {
      i++;
      j++;
    } else if (starAt >= 0) {
      i = ++resumeAt;
      j = starAt + 1;
    } else return false;
  }
  while (glob[j] === ANY) j++;
  return j === glob.length;
}
