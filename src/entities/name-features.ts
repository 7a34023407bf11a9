// What speaks for and against a span being a person's name: its units, how jieba cuts it, what stands on both sides, and
// whether it comes back. Each feature is a name and a value; data/gazetteer/name-weights.tsv has a weight for each.
import { type Context, wordsOf } from "./context.ts";
import type { NameSpan } from "./name-candidates.ts";
import type { NameUnits } from "./name-units.ts";

export type Feature = readonly [name: string, value: number];

const HAN = /[\u3400-\u9fff]/;

const tagClass = (tag: string): string => (/^nr/.test(tag) ? "nr" : /^(x|ns|nt|nz|vn)$/.test(tag) ? tag : tag[0]!);

/** How jieba cuts the span: "3nr", "1nr|2n"; "<" and ">" where a word crosses its border. */
function shape(context: Context, { start, end }: NameSpan): string {
  const { tokens, tokenAt } = context;
  const first = tokenAt[start]!;
  const last = tokenAt[end - 1]!;
  if (last - first > 2) return "many";
  const parts: string[] = [];
  for (let i = first; i <= last; i++) {
    const { word, tag } = tokens[i]!;
    parts.push(`${Math.min(word.length, 5)}${tagClass(tag)}`);
  }
  return `${tokens[first]!.start < start ? "<" : ""}${parts.join("|")}${tokens[last]!.end > end ? ">" : ""}`;
}

/** The longest title that ends (`behind`) or begins at a unit. */
function titleAt(context: Context, at: number, behind: boolean): boolean {
  const titles = wordsOf(context, "title");
  for (let length = 5; length >= 2; length--) {
    const word = behind ? context.text.slice(Math.max(0, at - length), at) : context.text.slice(at, at + length);
    if (word.length === length && titles.has(word)) return true;
  }
  return false;
}

function leftSide(context: Context, start: number): string[] {
  const unit = context.text[start - 1];
  if (unit === undefined || unit === "\n") return ["bos"];
  if (!HAN.test(unit)) return [/[A-Za-z0-9]/.test(unit) ? "latin" : unit];
  const token = context.tokens[context.tokenAt[start - 1]!]!;
  const word = token.end === start ? token.word : context.text.slice(token.start, start);
  const out = [`tag=${tagClass(token.tag)}`, `word=${word}`];
  if (titleAt(context, start, true)) out.push("title");
  return out;
}

function rightSide(context: Context, end: number): string[] {
  const unit = context.text[end];
  if (unit === undefined || unit === "\n") return ["eos"];
  if (!HAN.test(unit)) return [/[A-Za-z0-9]/.test(unit) ? "latin" : unit];
  const token = context.tokens[context.tokenAt[end]!]!;
  const word = token.start === end ? token.word : context.text.slice(end, token.end);
  const out = [`tag=${tagClass(token.tag)}`, `word=${word}`, `unit=${unit}`];
  if (titleAt(context, end, false)) out.push("title");
  if (context.resources.wordIndex.at(context.text, end).some((m) => m.values.includes("said"))) out.push("said");
  return out;
}

function unitRatios(context: Context, units: NameUnits, span: NameSpan): Feature[] {
  const { start, end, family, surname } = span;
  const text = context.text;
  if (family === "j") return [["j:length", end - start]];
  if (family === "f") {
    const ratios = [...text.slice(start, end)].filter((u) => u !== "·").map((u) => units.ratio("foreign", u));
    const mean = ratios.reduce((sum, r) => sum + r, 0) / ratios.length;
    const dot = text.slice(start, end).includes("·");
    return [
      ["f:mean", mean],
      ["f:lowest", Math.min(...ratios)],
      [`f:length=${Math.min(ratios.length, 7)}${dot ? "·" : ""}`, 1],
    ];
  }
  const given = text.slice(start + surname, end);
  const known = surname === 2 ? 3 : units.ratio("surname", text[start]!);
  if (family === "c1")
    return [
      ["c1:surname", known],
      ["c1:given", units.ratio("single", given)],
    ];
  const first = units.ratio("first", given[0]!);
  const last = units.ratio("last", given[1]!);
  return [
    ["c2:surname", known],
    ["c2:given", first + last],
    ["c2:weaker", Math.min(first, last)],
  ];
}

/** The features of a span; `count` is how often its characters stand in the article. */
export function nameFeatures(context: Context, units: NameUnits, span: NameSpan, count: number): Feature[] {
  const { family } = span;
  const out: Feature[] = [[`${family}:bias`, 1], ...unitRatios(context, units, span)];
  const cut = shape(context, span);
  const left = leftSide(context, span.start);
  const right = rightSide(context, span.end);
  out.push([`${family}:shape=${cut}`, 1]);
  for (const side of left) out.push([`${side.startsWith("word=") ? "" : `${family}:`}left:${side}`, 1]);
  for (const side of right) out.push([`${/^(word|unit)=/.test(side) ? "" : `${family}:`}right:${side}`, 1]);
  if (count >= 2) out.push([`${family}:again`, Math.min(count, 5) - 1]);
  return out;
}
