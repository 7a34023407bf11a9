// What is wrong with a filter, and where: the column is that of what was typed, full-width signs and all.
import { InputError } from "../lib/errors.ts";

/** Kinds of mistakes, for faces that say them in their own words. */
export type FilterProblem =
  | "syntax"
  | "unclosed"
  | "value-missing"
  | "unknown-field"
  | "unknown-value"
  | "bad-number"
  | "bad-date"
  | "bad-range"
  | "no-regex"
  | "mixed"
  | "too-long";

export interface FilterFault {
  readonly problem: FilterProblem;
  /** One English sentence without the place. */
  readonly message: string;
  /** UTF-16 unit of the filter's text, from 0. */
  readonly offset: number;
  /** What stands there: the field or value in question. */
  readonly given: string;
  /** What may stand there instead, nearest first; empty where that is no list. */
  readonly expected: readonly string[];
}

/** A filter that cannot be read. The command line exits with 2, the API answers 400. */
export class FilterError extends InputError implements FilterFault {
  readonly problem: FilterProblem;
  readonly offset: number;
  /** In characters, from 1. */
  readonly column: number;
  readonly given: string;
  readonly expected: readonly string[];
  /** The whole filter. */
  readonly text: string;

  constructor(text: string, { problem, message, offset, given, expected }: FilterFault) {
    const column = [...text.slice(0, offset)].length + 1;
    super(`filter, column ${column}: ${message}`);
    this.problem = problem;
    this.offset = offset;
    this.column = column;
    this.given = given;
    this.expected = expected;
    this.text = text;
  }

  /** Two lines: the filter, and a caret under the place. Wide characters are passed with wide blanks, so that it stands right. */
  place(): string {
    const before = [...this.text.slice(0, this.offset)].map((char) => (WIDE.test(char) ? "\u3000" : " ")).join("");
    return `${this.text.replace(/\s/gu, " ")}\n${before}^`;
  }
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
