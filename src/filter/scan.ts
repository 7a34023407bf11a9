// The normalising step: what people type → what liqe reads, with a way back to the column.
//
// liqe's words cannot hold 刚果(布), 2025-08-01 or 国务院 办公厅, its fields no Chinese, its signs no full width. So values are
// lifted out here and a number stands for each; so are the contents of brackets, which double liqe's time at every depth
// (19 deep: 26 s). What is left, fields, comparisons, ranges, AND, OR, NOT, is liqe's to read, group by group:
//     类型：机构 且 date:[2025-08-01 TO 2025-08-31] -(甲 或 乙)   →   type:0 AND date:[1 TO 2] NOT g1   and   3 OR 4
// Full-width signs count as their half-width ones, “” and 「」 as quotation marks, so no unit moves.
import { FilterError, type FilterFault } from "./errors.ts";
import { CANONICAL_NAMES, FIELD_NAMES, fieldCalled, fieldOf, TYPE_WORDS } from "./fields.ts";
import { nearestWords } from "./nearest.ts";
import { operatorOf, QUOTES, SIGNS } from "./signs.ts";

/** What was typed for a value. */
export interface Literal {
  /** Without quotation marks and backslashes. */
  readonly text: string;
  /** The same, `*` and `?` that stand for themselves behind a backslash, as are backslashes. */
  readonly pattern: string;
  readonly offset: number;
}

/** The whole, or what stands in one pair of brackets. */
export interface Group {
  /** For liqe; numbers in it are indexes of `literals`, g1 the group of index 1. */
  readonly skeleton: string;
  /** For each unit of the skeleton, and its end, the unit of the text it stands for. */
  readonly at: readonly number[];
}

export interface Scan {
  /** The first is the whole. */
  readonly groups: readonly Group[];
  readonly literals: readonly Literal[];
}

interface Part {
  readonly token: string;
  readonly offset: number;
}

/** More is no filter that a person wrote; liqe's time grows faster than the length. */
const MOST_UNITS = 4_000;
const MOST_LITERALS = 200;
const MOST_DEPTH = 20;

const ANY = "*";

class Scanner {
  readonly #text: string;
  /** As long as the text: signs in half width. */
  readonly #folded: string;
  #i = 0;
  readonly #literals: Literal[] = [];
  readonly #groups: Part[][] = [[]];
  /** For each open bracket, where it stands, its group, and the field it was put behind. */
  readonly #open: { readonly offset: number; readonly parts: Part[]; readonly field: string | null }[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#folded = text.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
      char === "\u3000" ? " " : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    );
  }

  scan(): Scan {
    if (this.#text.length > MOST_UNITS)
      throw this.#fault("too-long", `longer than ${MOST_UNITS} characters`, MOST_UNITS);
    while (this.#skipBlanks()) this.#next();
    const open = this.#open.at(-1);
    if (open) throw this.#fault("unclosed", "the bracket that opens here is not closed", open.offset);
    this.#checkEnd(this.#text.length);
    return { groups: this.#groups.map((parts) => groupOf(parts, this.#text.length)), literals: this.#literals };
  }

  #next(): void {
    const start = this.#i;
    const char = this.#folded[start]!;
    if (char === "(") this.#bracket(start, null);
    else if (char === ")") this.#close(start);
    else if (/[-+!]/.test(char) && /[^\s)]/.test(this.#folded[start + 1] ?? " ")) {
      // What must hold (+) holds anyway: words side by side are joined by AND.
      if (char !== "+") this.#emit("NOT", start);
      this.#i++;
    } else if (/[-+!&|]/.test(char) && /[\s)]/.test(this.#folded[start + 1] ?? " "))
      throw this.#fault("syntax", `"${char}" alone is no condition; put it into quotation marks`, start, char);
    else if (!this.#operator(start)) this.#term(start);
  }

  #operator(start: number): boolean {
    const word = /^(?:&&|\|\||[^\s()[\]{}:<>=≥≤"'“”「『]+)/.exec(this.#folded.slice(start))?.[0] ?? "";
    const operator = operatorOf(word);
    if (operator === undefined) return false;
    if (/[:<>=≥≤]/.test(this.#folded[start + word.length] ?? "")) return false;
    this.#emit(operator, start);
    this.#i += word.length;
    return true;
  }

  /** FIELD:VALUE, FIELD>=VALUE, FIELD:(…), or a bare word. Inside FIELD:(…) a bare word is a value of that field. */
  #term(start: number): void {
    const head = /^([^\s()[\]{}:<>=≥≤"'“”「『\\*?]+)(?:\s*(:)\s*|\s*(?=[<>=≥≤]))/.exec(this.#folded.slice(start));
    const isComparison = head !== null && head[2] === undefined;
    if (head) {
      const field = fieldCalled(head[1]!);
      if (field === null) throw this.#unknownField(head[1]!, start);
      this.#i += head[0].length;
      if (!isComparison && this.#folded[this.#i] === "(") this.#bracket(start, field);
      else this.#value(start, field);
      return;
    }
    const inherited = this.#open.at(-1)?.field ?? null;
    if (inherited === null && /[:<>=≥≤[\]{}]/.test(this.#folded[start]!))
      throw this.#fault("syntax", `"${this.#text[start]}" needs a field before it`, start, this.#text[start]);
    this.#value(start, inherited);
  }

  #value(start: number, field: string | null): void {
    const prefix = field === null ? "" : `${field}:`;
    const comparison = field === null ? null : /^(>=|=>|<=|=<|>|<|=|≥|≤)\s*/.exec(this.#folded.slice(this.#i));
    if (comparison) this.#i += comparison[0].length;
    const sign = SIGNS[comparison?.[1] ?? ""] ?? "";
    if (field !== null && comparison === null && /[[{]/.test(this.#folded[this.#i] ?? "")) {
      this.#emit(`${prefix}${this.#range()}`, start);
      return;
    }
    const literal = this.#literal(field);
    const mayBeRange =
      field !== null && comparison === null && ["count", "number", "date"].includes(fieldOf(field).kind);
    const dots = mayBeRange ? literal.text.indexOf("..") : -1;
    if (dots < 0) {
      this.#emit(`${prefix}${sign}${this.#number(literal)}`, start);
      return;
    }
    const ends = [literal.text.slice(0, dots), literal.text.slice(dots + 2)].map((text, i) =>
      this.#number(plainLiteral(text || ANY, literal.offset + (i === 0 ? 0 : dots + 2))),
    );
    this.#emit(`${prefix}[${ends[0]} TO ${ends[1]}]`, start);
  }

  /** [A TO B], {A TO B}, also with 到 and 至. */
  #range(): string {
    const start = this.#i;
    const rest = this.#folded.slice(start + 1);
    const end = rest.search(/[\]}]/);
    const word = /\s(?:TO|to|到|至)\s/.exec(rest.slice(0, Math.max(end, 0)));
    if (!word) throw this.#fault("bad-range", "a range is written [A TO B]", start, this.#text[start]);
    this.#i += end + 2;
    const numbers = [
      [0, word.index],
      [word.index + word[0].length, end],
    ].map(([from, to]) => {
      const typed = rest.slice(from, to);
      const blanks = typed.length - typed.trimStart().length;
      return this.#number(plainLiteral(typed.trim(), start + 1 + from! + blanks));
    });
    return `${this.#folded[start]}${numbers[0]} TO ${numbers[1]}${rest[end]}`;
  }

  #literal(field: string | null): Literal {
    const start = this.#i;
    const closing = QUOTES[this.#text[start] ?? ""];
    const literal = closing === undefined ? this.#word(start) : this.#quoted(start, closing);
    const isOperator = closing === undefined && operatorOf(literal.text) !== undefined;
    if (literal.text.trim() === "" || (field !== null && isOperator))
      throw this.#fault("value-missing", field === null ? "a word is missing" : `${field} needs a value`, start);
    if (closing === undefined && /^\/.*\/[a-z]*$/s.test(literal.text))
      throw this.#fault("no-regex", "regular expressions are not read here; use * and ?", start, literal.text);
    return literal;
  }

  #quoted(start: number, closing: string): Literal {
    let text = "";
    for (let i = start + 1; i < this.#text.length; i++) {
      const char = this.#text[i]!;
      if (closing.includes(char)) {
        this.#i = i + 1;
        return { text, pattern: escaped(text), offset: start };
      }
      if (char === "\\" && i + 1 < this.#text.length) text += this.#text[++i];
      else text += char;
    }
    throw this.#fault("unclosed", "the quotation mark that opens here is not closed", start, this.#text[start]);
  }

  /** Up to a blank or a bracket that closes what the word did not open: 刚果(布) is one word. */
  #word(start: number): Literal {
    let [text, pattern, depth, i] = ["", "", 0, start];
    for (; i < this.#text.length; i++) {
      const char = this.#folded[i]!;
      if (/\s/.test(char) || (char === ")" && depth === 0)) break;
      if (char === "(") depth++;
      else if (char === ")") depth--;
      const isEscaped = char === "\\" && i + 1 < this.#text.length;
      const unit = isEscaped ? this.#text[++i]! : this.#text[i]!;
      text += unit;
      pattern += !isEscaped && /[*?]/.test(char) ? char : escaped(unit);
    }
    if (depth > 0) {
      const at = this.#folded.indexOf("(", start);
      throw this.#fault("unclosed", "the bracket that opens here is not closed in its word", at, "(");
    }
    this.#i = i;
    return { text, pattern, offset: start };
  }

  #number(literal: Literal): number {
    if (this.#literals.length >= MOST_LITERALS)
      throw this.#fault("too-long", `more than ${MOST_LITERALS} values`, literal.offset, literal.text);
    return this.#literals.push(literal) - 1;
  }

  #bracket(start: number, field: string | null): void {
    if (this.#open.length >= MOST_DEPTH)
      throw this.#fault("too-long", `brackets deeper than ${MOST_DEPTH}`, this.#i, "(");
    const parts: Part[] = [];
    this.#emit(`g${this.#groups.push(parts) - 1}`, start);
    this.#open.push({ offset: this.#i++, parts, field: field ?? this.#open.at(-1)?.field ?? null });
  }

  #close(start: number): void {
    if (this.#open.length === 0)
      throw this.#fault("syntax", "no bracket is open that this one could close", start, ")");
    this.#checkEnd(start);
    this.#open.pop();
    this.#i++;
  }

  get #parts(): Part[] {
    return this.#open.at(-1)?.parts ?? this.#groups[0]!;
  }

  #emit(token: string, offset: number): void {
    const last = this.#parts.at(-1)?.token ?? "AND";
    if (JOINTS.test(token) && (JOINTS.test(last) || last === "NOT"))
      throw this.#fault("syntax", `${token} needs a condition before it`, offset, token);
    // liqe has no NOT of a NOT; two of them are none.
    if (token === "NOT" && last === "NOT") this.#parts.pop();
    else this.#parts.push({ token, offset });
  }

  #checkEnd(offset: number): void {
    const last = this.#parts.at(-1)?.token ?? "";
    if (last === "" || last === "NOT" || JOINTS.test(last))
      throw this.#fault("syntax", `a condition is missing here${last && `, after ${last}`}`, offset);
  }

  #skipBlanks(): boolean {
    while (/\s/.test(this.#folded[this.#i] ?? "")) this.#i++;
    return this.#i < this.#text.length;
  }

  #unknownField(typed: string, offset: number): FilterError {
    const expected = nearestWords(typed.toLowerCase(), FIELD_NAMES, 3);
    const hint = Object.hasOwn(TYPE_WORDS, typed) ? `; an id is written id:${typed}:…` : "";
    const known = expected.length > 0 ? `nearest: ${expected.join(", ")}` : `there are ${CANONICAL_NAMES.join(", ")}`;
    return this.#fault("unknown-field", `no field "${typed}"; ${known}${hint}`, offset, typed, expected);
  }

  #fault(
    problem: FilterFault["problem"],
    message: string,
    offset: number,
    given = "",
    expected: readonly string[] = [],
  ): FilterError {
    return new FilterError(this.#text, { problem, message, offset, given, expected });
  }
}

/** What joins two conditions. */
const JOINTS = /^(?:AND|OR)$/;

function groupOf(parts: readonly Part[], end: number): Group {
  let skeleton = "";
  const at: number[] = [];
  for (const { token, offset } of parts) {
    const written = skeleton === "" ? token : ` ${token}`;
    skeleton += written;
    for (let k = 0; k < written.length; k++) at.push(offset);
  }
  return { skeleton, at: [...at, end] };
}

const escaped = (text: string): string => text.replace(/[*?\\]/g, "\\$&");
const plainLiteral = (text: string, offset: number): Literal => ({ text, pattern: text, offset });

/** Throws FilterError for what is not closed, has no value, names no field, or is too long. Cost: O(length). */
export const scan = (text: string): Scan => new Scanner(text).scan();
