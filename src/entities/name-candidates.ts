// Spans that may be a person's name by their units alone: a Chinese surname and one or two units, a run of transliteration
// syllables, a Japanese surname and one to three units. name-features.ts says what speaks for each.
import { type Context, wordsOf } from "./context.ts";
import type { NameUnits } from "./name-units.ts";

export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** "c1", "c2": Chinese with so many units of given name; "f" foreign; "j" Japanese. */
  readonly family: "c1" | "c2" | "f" | "j";
  /** Units of the surname; 0 for foreign names. */
  readonly surname: number;
}

const HAN = /[\u3400-\u9fff]/;
/** One-unit words that jieba glues in front of names it does not know: 同马跃南, 与王某. */
const GLUED = /[同和与对向从由让请据是为在将把被跟用及记工员]/;
const SAID = /^[说称][,:。“]/;
/** Units that no Chinese given name holds. */
const NEVER = /[的了们吗呢吧这那哪么您你我他她它个也都很]/;
/** Units that end words for places, bodies and groups, and hardly ever a name. */
const NEVER_LAST = /[村镇乡县寨岛港店厂队者区局厅部院等们]/;
/** Log ratio of each unit of a transliteration, at least. */
const SYLLABLE = -1.2;
/** Log ratios of a Chinese name's units together, at least; below, no context makes it a name. */
const PLAUSIBLE = -2;

/** Units at which a name may begin: where a word begins, and behind a glued one-unit word. */
function starts(context: Context): number[] {
  const out: number[] = [];
  for (const token of context.tokens) {
    if (!HAN.test(token.word[0]!)) continue;
    out.push(token.start);
    if (token.word.length >= 3 && token.tag === "x" && GLUED.test(token.word[0]!)) out.push(token.start + 1);
  }
  return out;
}

const endsHere = (context: Context, end: number): boolean => {
  if (context.wordStart[end]) return true;
  // 张|明说: jieba's 明说.
  if (SAID.test(context.text.slice(end, end + 2))) return true;
  const token = context.tokens[context.tokenAt[end]!]!;
  return /^(x|nr)/.test(token.tag);
};

/** Whether the units taken together are not much commoner outside names. */
function isPlausible(units: NameUnits, surname: string, given: string): boolean {
  const known = surname.length === 2 ? 3 : units.ratio("surname", surname);
  if (given.length === 1) return known + units.ratio("single", given) > PLAUSIBLE;
  return known + units.ratio("first", given[0]!) + units.ratio("last", given[1]!) > PLAUSIBLE;
}

function chinese(context: Context, ratios: NameUnits, start: number, out: NameSpan[]): void {
  const { text } = context;
  const surnames = wordsOf(context, "surname");
  for (const surname of [2, 1]) {
    if (!surnames.has(text.slice(start, start + surname))) continue;
    for (const given of [1, 2]) {
      const end = start + surname + given;
      const units = text.slice(start + surname, end);
      if (units.length < given || !/^[\u3400-\u9fff]+$/.test(units) || NEVER.test(units)) break;
      if (!endsHere(context, end)) continue;
      if (!isPlausible(ratios, text.slice(start, start + surname), units)) continue;
      out.push({ start, end, family: given === 1 ? "c1" : "c2", surname });
    }
  }
}

/** Runs of up to five words whose units are all syllables. Dots join. */
function foreign(context: Context, units: NameUnits, start: number, out: NameSpan[]): void {
  const { text, tokens, tokenAt, wordStart } = context;
  if (!wordStart[start] || text[start - 1] === "·") return;
  let index = tokenAt[start]!;
  for (let words = 0; words < 5 && index < tokens.length; words++, index++) {
    const token = tokens[index]!;
    if (token.end - start > 16) return;
    const bad = [...token.word].findIndex((unit) => unit !== "·" && !(units.ratio("foreign", unit) > SYLLABLE));
    // 里奇说: a guessed word may hold one unit of what follows.
    const end = bad === -1 ? token.end : bad === token.word.length - 1 && token.tag === "x" ? token.end - 1 : -1;
    if (end < 0) return;
    const span = text.slice(start, end);
    if (span.length >= 2 && !/^·|·$/.test(span) && text[end] !== "·") out.push({ start, end, family: "f", surname: 0 });
    if (bad !== -1) return;
  }
}

function japanese(context: Context, start: number, out: NameSpan[]): void {
  const { text } = context;
  const surnames = wordsOf(context, "japanese-surname");
  for (const surname of [3, 2]) {
    if (!surnames.has(text.slice(start, start + surname))) continue;
    for (let end = start + surname; end <= start + surname + 3; end++) {
      if (end > text.length || (end > start + surname && !HAN.test(text[end - 1]!))) break;
      if (endsHere(context, end)) out.push({ start, end, family: "j", surname });
    }
    return;
  }
}

/** Every span that may be a name, by start; they overlap. Cost: O(length). */
export function nameSpans(context: Context, units: NameUnits): NameSpan[] {
  const out: NameSpan[] = [];
  for (const start of starts(context)) {
    chinese(context, units, start, out);
    foreign(context, units, start, out);
    japanese(context, start, out);
  }
  const noNames = wordsOf(context, "no-name");
  return out.filter(({ start, end }) => {
    const word = context.text.slice(start, end);
    if (noNames.has(word) || /^.方$/.test(word) || NEVER_LAST.test(word)) return false;
    const known = context.resources.forms.get(word);
    return !known || known.some((name) => name.type === "person" || name.doubtful);
  });
}
