// A value as it was typed → the test of its field, or why it is none.
import type { Bound, Test } from "./condition.ts";
import { FilterError, type FilterProblem } from "./errors.ts";
import { choiceCalled, type Field, fieldOf } from "./fields.ts";
import { comparableName } from "./normal.ts";
import type { Literal } from "./scan.ts";
import { daysOf, numberOf } from "./values.ts";

export type Sign = ":" | ":=" | ":>" | ":>=" | ":<" | ":<=";

/** Makes tests of what stands in one text; both throw FilterError at the value's column. */
export class Checker {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** FIELD:VALUE or FIELD:>=VALUE; a null field is a bare word. */
  value(name: string | null, sign: Sign, literal: Literal): Test {
    const field = name === null ? null : fieldOf(name);
    const isOrder = sign !== ":" && sign !== ":=";
    if (field === null || field.kind === "text" || field.kind === "choice") {
      if (isOrder) throw this.#fault("bad-range", `${name} has no order; it is written ${name}:VALUE`, literal);
      if (name !== null && literal.pattern === "*") return { is: "known" };
      if (field?.kind === "choice") return { is: "choice", value: this.#choice(field, literal) };
      if (comparableName(literal.text) === "") throw this.#fault("value-missing", "this names nothing", literal);
      return { is: "text", pattern: literal.pattern };
    }
    if (literal.pattern === "*" && !isOrder) return { is: "known" };
    const [first, last] = this.#bounds(field, literal);
    if (sign === ":>") return { is: "range", from: { value: last, isIn: false }, to: null };
    if (sign === ":>=") return { is: "range", from: { value: first, isIn: true }, to: null };
    if (sign === ":<") return { is: "range", from: null, to: { value: first, isIn: false } };
    if (sign === ":<=") return { is: "range", from: null, to: { value: last, isIn: true } };
    return { is: "range", from: { value: first, isIn: true }, to: { value: last, isIn: true } };
  }

  /** FIELD:[A TO B]; `*` leaves an end open. */
  range(name: string, from: Literal, to: Literal, isFromIn: boolean, isToIn: boolean): Test {
    const field = fieldOf(name);
    if (field.kind === "text" || field.kind === "choice")
      throw this.#fault("bad-range", `${name} has no order, so it has no ranges`, from);
    const bound = (literal: Literal, isIn: boolean, end: 0 | 1): Bound | null =>
      literal.text.trim() === "*" ? null : { value: this.#bounds(field, literal)[isIn ? end : 1 - end]!, isIn };
    const test = { is: "range" as const, from: bound(from, isFromIn, 0), to: bound(to, isToIn, 1) };
    if (test.from && test.to && test.from.value > test.to.value)
      throw this.#fault("bad-range", `the range ends before it begins: ${from.text} TO ${to.text}`, from);
    return test.from === null && test.to === null ? { is: "known" } : test;
  }

  #bounds(field: Field, literal: Literal): readonly [number, number] | readonly [string, string] {
    if (field.kind === "date") {
      const days = daysOf(literal.text);
      if (!days)
        throw this.#fault(
          "bad-date",
          `"${literal.text}" is no date; it is written 2025-08-29, 2025-08 or 2025`,
          literal,
        );
      return days;
    }
    const number = numberOf(literal.text);
    if (number === null) throw this.#fault("bad-number", `"${literal.text}" is no number`, literal);
    if (field.kind === "count" && !(Number.isSafeInteger(number) && number >= 0))
      throw this.#fault("bad-number", `${field.name} is counted in whole numbers from 0`, literal);
    return [number, number];
  }

  #choice(field: Field & { kind: "choice" }, literal: Literal): string {
    const value = choiceCalled(field.choices, literal.text);
    if (value !== null) return value;
    const all = Object.entries(field.choices).map(([name, words]) => `${name} (${words[0]})`);
    const message = `no ${field.name} "${literal.text}"; there are ${all.join(", ")}`;
    throw this.#fault("unknown-value", message, literal, Object.keys(field.choices));
  }

  #fault(problem: FilterProblem, message: string, literal: Literal, expected: readonly string[] = []): FilterError {
    return new FilterError(this.#text, { problem, message, offset: literal.offset, given: literal.text, expected });
  }
}
