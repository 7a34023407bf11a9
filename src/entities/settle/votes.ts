// What speaks for a rival being a name of its type, as named numbers; what each is worth stands in data/model/votes.tsv.
//
//     weight of a rival = Σ worth × value, in nats of log-odds     > 0: rather a name than none
//
// Every vote is heard by type: an extractor may be sure of persons and a guesser of places.
import { type Context, wordsOf } from "../context.ts";
import { isSentByBody } from "../extractors/delegations.ts";
import { PROVINCE_UNITS } from "../states.ts";
import type { EntityType } from "../types.ts";
import type { Rival } from "./rivals.ts";

/** What the text as a whole says of a rival. */
export interface Echo {
  /** The tagger's probability of exactly this span and type; null where there is no tagger. */
  readonly tagged: number | null;
  /** The highest such probability of the same words elsewhere in the text; 0 for none. */
  readonly elsewhere: number;
  /** The sum of those probabilities; 0 for words that the gazetteer knows, which may be a place here and a body there: 白宫. */
  readonly together: number;
  /** How often the same words stand elsewhere in the text as a rival of the same type. */
  readonly repeats: number;
  /** Sum of the tagger's probabilities of other spans that overlap it: a name may well be here, with other borders. */
  readonly besides: number;
  /** Whether the gazetteer knows the span as a name of another type only. */
  readonly knownOtherwise: boolean;
  /** Whether two or more names that the gazetteer knows fill it: 中共中央|国务院, alike in type, or 广西|商务厅, mixed. */
  readonly tiles: "none" | "alike" | "mixed";
}

/** Name and value of each vote for a rival, in a fixed order. Cost: a few look-ups. */
export type Votes = readonly (readonly [name: string, value: number])[];

const MOST = 4;
/** Log-odds of a probability, no surer than ±4. */
const logOdds = (share: number): number =>
  Math.max(-MOST, Math.min(MOST, Math.log(Math.max(share, 1e-9)) - Math.log(Math.max(1 - share, 1e-9))));

/** Log-odds of the score that most rules give. */
const USUAL = logOdds(0.8);
const LONG = 12;
const HAN_OR_WORD = /[\u3400-\u9fffA-Za-z0-9]/;

const names = new Map<string, Map<string, string>>();

/** `first:second`, each made once: a vote's name is looked up a hundred times a text, and a new string is slow to look up. */
function joined(first: string, second: string, mark = ":"): string {
  let own = names.get(first);
  if (!own) {
    own = new Map();
    names.set(first, own);
  }
  let name = own.get(second);
  if (name === undefined) {
    name = `${first}${mark}${second}`;
    own.set(second, name);
  }
  return name;
}

/** Whether a word of jieba's goes over the border at `at`. */
const cuts = (context: Context, at: number): boolean =>
  context.wordStart[at] === 0 &&
  HAN_OR_WORD.test(context.text[at] ?? "") &&
  HAN_OR_WORD.test(context.text[at - 1] ?? "");

const isMark = (unit: string | undefined): boolean => unit === undefined || !HAN_OR_WORD.test(unit);

/** Tags of jieba's under which names stand, and what it guesses. */
const NAME_TAG = /^(n[rstz]|x|j|eng)/;

/** Whether jieba knows every word of the span, and none as a name: 老旧|小区. */
function isCommonWords({ tokens, tokenAt }: Context, start: number, end: number): boolean {
  for (let index = tokenAt[start]!; index <= tokenAt[end - 1]!; index++) {
    const { word, tag } = tokens[index]!;
    if (NAME_TAG.test(tag) || word.length === 1) return false;
  }
  return true;
}

const GENERIC: Partial<Record<EntityType, string>> = { place: "generic-place", agency: "generic-body" };
/** 浙赣闽粤四省: several places, by one unit each. */
const PROVINCES_IN_A_ROW = new RegExp(`^[${PROVINCE_UNITS}]{2,}[两二三四五六七八九十]省`);

/** Whether the span is a word for many, that names none (城中村, 业委会), or a body with whom it sends. */
function isGeneric(context: Context, start: number, end: number, type: EntityType): boolean {
  const kind = GENERIC[type];
  if (kind === undefined) return false;
  const words = context.text.slice(start, end);
  if (type === "agency" && isSentByBody(words)) return true;
  return wordsOf(context, kind).has(words) || (type === "place" && PROVINCES_IN_A_ROW.test(words));
}

/** 审议|全国人大常委会: whether a verb of two units and more is the first word and not the only one. */
function opensWithVerb({ tokens, tokenAt }: Context, start: number, end: number): boolean {
  const first = tokens[tokenAt[start]!]!;
  return first.start === start && first.tag === "v" && first.word.length >= 2 && first.end < end;
}

const TAILS = [
  ["place", ["place-tail"]],
  ["agency", ["agency-tail"]],
  ["program", ["program-tail", "event-tail"]],
] as const;
const LONGEST_TAIL = 6;

/** For each type whose names close with a word of a list, whether the span does; a span that is the word alone does not. */
function tailVotes(context: Context, start: number, end: number, out: [string, number][]): void {
  const ends: string[] = [];
  for (let from = Math.max(start + 1, end - LONGEST_TAIL); from < end; from++) ends.push(context.text.slice(from, end));
  for (const [type, kinds] of TAILS)
    if (kinds.some((kind) => hasAny(wordsOf(context, kind), ends))) out.push([`${type}-tail`, 1]);
}

const hasAny = (words: ReadonlySet<string>, some: readonly string[]): boolean => some.some((word) => words.has(word));

const isHome = ({ home }: Context, name: string | null): boolean =>
  name !== null && (name === home.province || name === home.city || name === home.county);

/** Rules that are surer or less sure than what else their extractors find. */
const RULES_HEARD: ReadonlySet<string> = new Set(["chain", "ellipsis", "surname-and-title", "full-name-in-article"]);

function extractorVotes(context: Context, { start, end, candidates }: Rival, out: [string, number][]): void {
  const length = end - start;
  const heard = new Set<string>();
  for (const { extractor, score, kind, rule } of candidates) {
    if (heard.has(extractor) || extractor === "tagger") continue;
    heard.add(extractor);
    out.push([joined("by", extractor, "-"), 1], [joined("score", extractor, "-"), logOdds(score) - USUAL]);
    if (extractor === "gazetteer")
      out.push(["known-length", Math.min(LONG, length) - 2], [joined("kind", String(kind), "-"), 1]);
    if (rule !== null && RULES_HEARD.has(rule)) out.push([`rule-${rule}`, 1]);
  }
  for (const frame of new Set(candidates.map((candidate) => candidate.frame)))
    if (frame !== undefined) out.push([joined("frame", frame, "-"), 1]);
  if (candidates.some(({ certain }) => certain)) out.push(["certain", 1]);
  if (candidates.some(({ name }) => isHome(context, name))) out.push(["home", 1]);
  if (heard.size > 1) out.push(["agreed", heard.size - 1]);
}

const startsWith = (text: string, at: number, words: ReadonlySet<string>): boolean =>
  [1, 2, 3, 4].some((length) => words.has(text.slice(at, at + length)));
const endsWith = (text: string, at: number, words: ReadonlySet<string>): boolean =>
  [1, 2, 3, 4, 5, 6].some((length) => length <= at && words.has(text.slice(at - length, at)));

/** 主席|江拥洛追|主持: a title in front, a verb of saying behind. */
function frameVotes(context: Context, start: number, end: number): [string, number][] {
  const out: [string, number][] = [];
  if (endsWith(context.text, start, wordsOf(context, "title"))) out.push(["behind-title", 1]);
  if (startsWith(context.text, end, wordsOf(context, "said"))) out.push(["before-saying", 1]);
  return out;
}

export function votesFor(context: Context, rival: Rival, echo: Echo): Votes {
  const { start, end, type } = rival;
  const { text } = context;
  const length = end - start;
  const out: [string, number][] = [
    ["name", 1],
    ["length", Math.min(LONG, length)],
  ];
  if (length === 2) out.push(["two-units", 1]);
  extractorVotes(context, rival, out);
  if (echo.tagged !== null) {
    const odds = logOdds(echo.tagged);
    out.push(odds > 0 ? ["tagged-for", odds] : ["tagged-against", odds]);
    const gain = logOdds(echo.elsewhere) - odds;
    if (gain > 0) out.push(["tagged-elsewhere", gain]);
    // One other place is no more than `elsewhere` says.
    if (echo.together > 1) out.push(["tagged-together", Math.log(echo.together)]);
    if (echo.besides > 0) out.push(["tagged-besides", Math.min(1, echo.besides)]);
  }
  if (echo.repeats > 0) out.push(["repeats", Math.log(1 + echo.repeats)]);
  if (type === "person") out.push(...frameVotes(context, start, end));
  // 乌克兰国防部|长: a title whose first units mostly are a name too.
  if (type === "agency" && text[end] === "长" && context.wordStart[end] === 0) out.push(["in-title", 1]);
  if (isGeneric(context, start, end, type)) out.push(["generic", 1]);
  if (echo.knownOtherwise) out.push(["known-otherwise", 1]);
  // A chain of places is what chains.ts joins; other places side by side are two.
  const isChain = rival.candidates.some(({ rule }) => rule === "chain");
  if (echo.tiles !== "none" && !isChain) out.push([`tiles-${echo.tiles}`, 1]);
  // Programs may: 制止餐饮浪费专项行动.
  if (type !== "program" && opensWithVerb(context, start, end)) out.push(["opens-with-verb", 1]);
  if (cuts(context, start)) out.push(["cuts-word-before", 1]);
  if (cuts(context, end)) out.push(["cuts-word-behind", 1]);
  if (isMark(text[start - 1]) && isMark(text[end])) out.push(["between-marks", 1]);
  if (isCommonWords(context, start, end)) out.push(["common-words", 1]);
  tailVotes(context, start, end, out);
  for (const vote of out) vote[0] = joined(type, vote[0]);
  return out;
}

/** Worth of votes by name; what has none is worth nothing. */
export type Worths = ReadonlyMap<string, number>;

export function weightOf(votes: Votes, worths: Worths): number {
  let sum = 0;
  for (const [name, value] of votes) sum += (worths.get(name) ?? 0) * value;
  return sum;
}
