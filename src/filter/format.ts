// A filter as text again: English field names, half-width signs, one way to write each condition.
import type { Bound, Condition, Term } from "./condition.ts";

/** The canonical text, which `parseFilter` reads as the same conditions. */
export function formatCondition(condition: Condition): string {
  if (condition.kind === "term") return formatTerm(condition);
  if (condition.kind === "not") {
    const inner = formatCondition(condition.of);
    return condition.of.kind === "term" ? `NOT ${inner}` : `NOT (${inner})`;
  }
  const word = condition.kind === "and" ? " AND " : " OR ";
  // AND binds closer: an OR inside it needs brackets, an AND inside an OR does not.
  return condition.of
    .map((one) => (one.kind === "or" && condition.kind === "and" ? `(${formatCondition(one)})` : formatCondition(one)))
    .join(word);
}

function formatTerm({ field, test }: Term): string {
  const prefix = field === null ? "" : `${field}:`;
  if (test.is === "known") return `${prefix}*`;
  if (test.is === "choice") return `${prefix}${test.value}`;
  if (test.is === "text") return `${prefix}${formatPattern(test.pattern)}`;
  return `${prefix}${formatRange(test.from, test.to)}`;
}

function formatRange(from: Bound | null, to: Bound | null): string {
  if (from && to) {
    if (from.value === to.value && from.isIn && to.isIn) return String(from.value);
    return `${from.isIn ? "[" : "{"}${from.value} TO ${to.value}${to.isIn ? "]" : "}"}`;
  }
  return from ? `>${from.isIn ? "=" : ""}${from.value}` : `<${to!.isIn ? "=" : ""}${to!.value}`;
}

/** What needs neither quotation marks nor backslashes. */
const PLAIN = /^[\p{L}\p{N}·_.%&@#][\p{L}\p{N}·_.%&@#-]*$/u;
const WORDS = /^(?:and|or|not|且|并且|並且|或|或者|非)$/i;

function formatPattern(pattern: string): string {
  const literal = pattern.replace(/\\(.)/gs, "$1");
  const hasWildcards = /[*?]/.test(pattern.replace(/\\./gs, ""));
  if (!hasWildcards) {
    if (PLAIN.test(literal) && !WORDS.test(literal)) return literal;
    return `"${literal.replace(/["＂\\]/g, "\\$&")}"`;
  }
  return pattern.replace(/\\.|[^\p{L}\p{N}·_.*?]/gsu, (char) =>
    char.startsWith("\\") && char.length > 1 ? char : `\\${char}`,
  );
}
