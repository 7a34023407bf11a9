// How well two stretches of text go together: words that a break cut in two, quotes and brackets left open, shared words.
import { tagWords } from "../text/index.ts";

/** Bigrams of Chinese characters weighted by rarity on the page (inverse document frequency over blocks). */
export interface Vocabulary {
  weight(bigram: string): number;
}

const HAN = /[\u3400-\u9fff]/u;

/** Distinct bigrams of neighbouring Chinese characters. Cost: O(length). */
export function bigramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++)
    if (HAN.test(text[i]!) && HAN.test(text[i + 1]!)) grams.add(text.slice(i, i + 2));
  return grams;
}

/** Cost: O(total length). */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) for (const gram of bigramsOf(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const total = texts.length + 1;
  const weights = new Map([...counts].map(([gram, count]) => [gram, Math.log(total / (count + 0.5))]));
  return { weight: (gram) => weights.get(gram) ?? 0 };
}

/** A text's distinct bigrams and their weighted norm, computed once and compared often. */
export interface Grams {
  readonly set: ReadonlySet<string>;
  readonly norm: number;
}

export function gramsOf(text: string, vocabulary: Vocabulary): Grams {
  const set = bigramsOf(text);
  let norm = 0;
  for (const gram of set) norm += vocabulary.weight(gram) ** 2;
  return { set, norm };
}

/** Cosine of two texts' bigram sets, rare bigrams weighing more; in [0, 1]. Cost: O(smaller set). */
export function similarity(a: Grams, b: Grams, vocabulary: Vocabulary): number {
  const [small, large] = a.set.size <= b.set.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small.set) if (large.set.has(gram)) shared += vocabulary.weight(gram) ** 2;
  return shared === 0 ? 0 : shared / Math.sqrt(a.norm * b.norm);
}

/** Share of a short text's bigrams, by weight, that the other text holds; in [0, 1]. */
export function containment(short: string, long: ReadonlySet<string>, vocabulary: Vocabulary): number {
  let shared = 0;
  let all = 0;
  for (const gram of bigramsOf(short)) {
    const weight = Math.max(0.1, vocabulary.weight(gram));
    all += weight;
    if (long.has(gram)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

const WINDOW = 6;

/** Whether the dictionary reads a word across the join of two texts: "员工转" + "型培训". */
export function wordAcross(before: string, after: string): boolean {
  const left = before.slice(-WINDOW);
  const right = after.slice(0, WINDOW);
  if (!HAN.test(left.at(-1) ?? "") || !HAN.test(right[0] ?? "")) return false;
  const joined = tagWords(left + right).some((token) => token.start < left.length && token.end > left.length);
  // Where each side ends in a word of its own, the join proves little.
  return joined && !(endsInWord(left) && startsWithWord(right));
}

const endsInWord = (text: string): boolean => (tagWords(text).at(-1)?.word.length ?? 0) > 1;
const startsWithWord = (text: string): boolean => (tagWords(text)[0]?.word.length ?? 0) > 1;

const OPENING = "“‘《「『(（";
const CLOSING = "”’》」』)）";

/** Marks left open at the end of a text, innermost last: "(以下简称“中核华" → ")”". Closing marks in the order they are wanted last to first. */
export function openMarks(text: string): string {
  const stack: string[] = [];
  for (const char of text) {
    const opening = OPENING.indexOf(char);
    if (opening >= 0) stack.push(closingOf(opening));
    const closing = CLOSING.indexOf(char);
    if (closing >= 0 && stack.at(-1) === closingOf(closing)) stack.pop();
  }
  return stack.join("");
}

/** Closing marks that nothing in the text opens, in their order. */
export function unopenedMarks(text: string): string {
  let depth = 0;
  let marks = "";
  for (const char of text) {
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) {
      if (depth > 0) depth--;
      else marks += closingOf(CLOSING.indexOf(char));
    }
  }
  return marks;
}

/** Half- and full-width brackets count as one. */
const closingOf = (index: number): string => (index === 6 ? ")" : CLOSING[index]!);

const NUMBER_HEAD = /^[(（]?([一二三四五六七八九十]{1,3})(?:[)）]|、)/u;

/** The value of a numbered heading at the beginning ("(十六)…" → 16 of the bracketed series), or null. */
export function headingNumber(text: string): { readonly series: "bracket" | "comma"; readonly value: number } | null {
  const match = NUMBER_HEAD.exec(text);
  if (!match) return null;
  return { series: /^[(（]/u.test(text) ? "bracket" : "comma", value: chineseNumber(match[1]!) };
}

/** 一 … 九十九. */
function chineseNumber(text: string): number {
  const digit = (char: string | undefined): number => (char ? "一二三四五六七八九".indexOf(char) + 1 : 0);
  const ten = text.indexOf("十");
  if (ten < 0) return digit(text[0]);
  return (ten === 0 ? 1 : digit(text[0])) * 10 + digit(text[ten + 1]);
}
