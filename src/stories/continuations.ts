// Jump lines: an article that says “下转第七版” and one on another page of the same paper and date that says “上接第一版”.
//
// Every issue is a problem of its own. The signs of a pair add up to a score: do the printed page numbers fit, do the
// headlines, do the bodies share words that the issue's others lack, does the broken sentence read on, does the numbering
// go on. The pairs are then chosen together (each beginning and each end once, best sum). What is surely joined tells the
// numbers of its pages, where they are not printed; with these the issue is judged once more.

import { bestJoins } from "../articles/index.ts";
import { printedNumber } from "../corpus/index.ts";
import { addTo } from "../lib/group.ts";
import { byKey } from "../lib/order.ts";
import { headOf, type LanguageModel, logRatio, normalized, tailOf } from "../text/index.ts";
import { pageNumbers } from "./linkable.ts";
import { trigrams } from "./shingles.ts";

/** An article that names another page. */
export interface JumpEnd {
  readonly article: string;
  readonly page: string;
  readonly page_number: string | null;
  readonly kind: string;
  readonly title: string;
  /** Below the headline, in normal form, without jump lines. */
  readonly body: string;
  readonly continued_from: string | null;
  readonly continued_to: string | null;
}

export interface Jump {
  readonly head: string;
  readonly tail: string;
  /** Sum of the signs; 0 is as good as no join. */
  readonly score: number;
  /** Word runs in common that speak for the pair. */
  readonly shared: number;
  readonly reason: string;
}

/** How well a text reads on over a join, in nats of a likelihood ratio: mostly in [-15, 20]; 0 says nothing. */
export type ReadsOn = (headEnd: string, tailStart: string) => number;

/** By the character language model: the beginning behind this end against the beginning behind a full stop. */
export const createReadsOn =
  (model: LanguageModel): ReadsOn =>
  (headEnd, tailStart) =>
    logRatio(model, tailOf(model, headEnd), headOf(model, tailStart));

/** Nats that weigh as one, and how much they can say at most for and against. */
const NATS = 4;
const READS_WELL = 2.5;
const READS_ILL = -1.5;

/** What speaks for a pair must outweigh the chance that an issue's other articles fit as well. */
const LEAST_SCORE = 2.8;
/** A pair this sure tells the numbers of its pages. */
const SURE = 4;

/** The joins of one issue, sorted by head. Cost: near-linear in its articles, see `candidatePairs`. */
export function joinIssue(ends: readonly JumpEnd[], readsOn: ReadsOn = () => 0): Jump[] {
  const sides = sidesOf(ends);
  if (sides.heads.length === 0 || sides.tails.length === 0) return [];
  const pairs = candidatePairs(sides);
  const printed = new Map(ends.map(({ page, page_number }) => [page, page_number]));
  const first = chooseJoins(sides, pairs, printed, readsOn);
  const learned = learnNumbers(sides, first, printed);
  return (
    learned.size > printed.size || hasMore(learned, printed) ? chooseJoins(sides, pairs, learned, readsOn) : first
  )
    .map(({ jump }) => jump)
    .sort(byKey(({ head }) => head));
}

type Numbers = ReadonlyMap<string, string | null>;

const hasMore = (learned: Numbers, printed: Numbers): boolean =>
  [...learned].some(([page, number]) => number !== printed.get(page));

/** One end of a jump with what is compared of it. */
interface Side {
  readonly end: JumpEnd;
  /** Place in the list of all ends: one article may be both a beginning and an end. */
  readonly at: number;
  readonly wanted: readonly string[];
  readonly title: string;
  readonly grams: ReadonlySet<string>;
}

interface Sides {
  readonly heads: readonly Side[];
  readonly tails: readonly Side[];
  /** Run of three units → in how many ends of the issue it is. */
  readonly frequency: ReadonlyMap<string, number>;
}

function sidesOf(ends: readonly JumpEnd[]): Sides {
  const sides = ends.map((end, at) => ({ end, at, title: normalized(end.title), grams: trigrams(end.body) }));
  const frequency = new Map<string, number>();
  for (const { grams } of sides) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const heads = sides
    .filter(({ end }) => end.continued_to !== null)
    .map((side) => ({ ...side, wanted: pageNumbers(side.end.continued_to) }));
  const tails = sides
    .filter(({ end }) => end.continued_from !== null)
    .map((side) => ({ ...side, wanted: pageNumbers(side.end.continued_from) }));
  return { heads, tails, frequency };
}

type Pair = readonly [head: Side, tail: Side];

/** Up to so many pairs are all weighed; an issue with more is no newspaper's, and only its likely ones are. */
const ALL_PAIRS = 2500;
const RARE = 6;
const BEST = 8;

/** Pairs worth weighing. Cost: O(heads × tails) up to 2,500, beyond that O(characters): pairs with rare words in common. */
function candidatePairs({ heads, tails, frequency }: Sides): Pair[] {
  const elsewhere = ([head, tail]: Pair): boolean => head.end.page !== tail.end.page;
  if (heads.length * tails.length <= ALL_PAIRS)
    return heads.flatMap((head) => tails.map((tail): Pair => [head, tail])).filter(elsewhere);
  const holders = new Map<string, Side[]>();
  const keysOf = ({ title, grams }: Side): string[] => [
    `\n${title}`,
    ...[...grams].filter((gram) => frequency.get(gram)! <= RARE),
  ];
  for (const tail of tails) for (const key of keysOf(tail)) addTo(holders, key, tail);
  return heads.flatMap((head) => {
    const common = new Map<Side, number>();
    for (const key of keysOf(head))
      for (const tail of (holders.get(key) ?? []).slice(0, 2 * RARE)) common.set(tail, (common.get(tail) ?? 0) + 1);
    return [...common]
      .sort(([x, m], [y, n]) => n - m || x.at - y.at)
      .map(([tail]): Pair => [head, tail])
      .filter(elsewhere)
      .slice(0, BEST);
  });
}

interface Weighed {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly jump: Jump;
}

function chooseJoins(sides: Sides, pairs: readonly Pair[], numbers: Numbers, readsOn: ReadsOn): Weighed[] {
  const weighed = pairs.map(([head, tail]): Weighed => {
    const jump = weigh(head, tail, sides, numbers, readsOn);
    return { from: head.at, to: tail.at, score: jump.score - LEAST_SCORE, jump };
  });
  return bestJoins(weighed);
}

/** Adds up the signs of a pair. */
function weigh(head: Side, tail: Side, { frequency }: Sides, numbers: Numbers, readsOn: ReadsOn): Jump {
  const signs: string[] = [];
  let score = 0;
  const add = (weight: number, sign: string): void => {
    score += weight;
    if (weight !== 0) signs.push(`${sign} ${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(2)}`);
  };
  add(fits(head.wanted, numbers.get(tail.end.page) ?? null), `says ${head.end.continued_to}`);
  add(fits(tail.wanted, numbers.get(head.end.page) ?? null), `says ${tail.end.continued_from}`);
  if (head.wanted.length === 1 && tail.wanted.length === 1)
    add(isSamePage(head.wanted[0]!, tail.wanted[0]!) ? -3 : 0.5, "pages that name each other");
  add(titleSign(head.title, tail.title), "headlines");
  const { shared, weight } = sharedWords(head, tail, frequency);
  add(weight, "shared words");
  add(joinSign(head.end.body, tail.end.body), "sentence");
  add(numberingSign(head.end.body, tail.end.body), "numbering");
  const ratio = readsOn(head.end.body.slice(-JOIN), tail.end.body.slice(0, JOIN));
  add(Math.max(READS_ILL, Math.min(READS_WELL, ratio / NATS)), "reads on");
  if (head.end.kind === "teaser") add(TEASER, "teaser");
  return {
    head: head.end.article,
    tail: tail.end.article,
    score: Math.round(1000 * score) / 1000,
    shared,
    reason: signs.join(", "),
  };
}

/** A short text that points elsewhere (“见第三版”) announces a text, and is seldom its beginning. */
const TEASER = -2;
/** What a reader sees of a join. */
const JOIN = 60;

/** Whether a page is one of those that a jump line names; the other side may be misread, so a misfit can be outweighed. */
const fits = (wanted: readonly string[], number: string | null): number =>
  wanted.length === 0 || number === null ? 0 : wanted.some((want) => isSamePage(want, number)) ? 2 : -3;

/** A3 is called 第3版 on the page that sends there. */
const isSamePage = (a: string, b: string): boolean =>
  a === b || ((/^\d/u.test(a) || /^\d/u.test(b)) && a.replace(/^\D/u, "") === b.replace(/^\D/u, ""));

const SHORTEST_TITLE = 4;

/** Headlines that agree, whole or as a stem of one another. */
function titleSign(a: string, b: string): number {
  if (Math.min(a.length, b.length) < SHORTEST_TITLE) return 0;
  const [small, large] = [pairsOf(a), pairsOf(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  const share = [...small].filter((pair) => large.has(pair)).length / small.size;
  return share >= 0.5 ? 2 + 2 * share : share < 0.1 ? -0.5 : 0;
}

const pairsOf = (text: string): Set<string> => new Set([...text].slice(1).map((_, i) => text.slice(i, i + 2)));

/** Runs of three units that both have, each counting by how few others of the issue have it, as a share of the shorter. */
function sharedWords(a: Side, b: Side, frequency: ReadonlyMap<string, number>): { shared: number; weight: number } {
  const [small, large] = a.grams.size <= b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams];
  let [shared, rarity] = [0, 0];
  for (const gram of small) {
    if (!large.has(gram)) continue;
    shared++;
    rarity += 1 / (frequency.get(gram)! - 1);
  }
  // Two articles of one paper share some 3 % by chance.
  const share = small.size === 0 ? 0 : rarity / small.size;
  return { shared, weight: Math.max(0, Math.min(3, 25 * (share - 0.02))) };
}

const CLOSED = /[。！？!?…][”’』」)】》]*$/u;
const OPENS_NEW = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|本报|新华社|据新华社|■|●|◆)/u;

/** An end without a full stop wants to go on; quotation marks left open want to be closed. */
function joinSign(head: string, tail: string): number {
  const isOpen = !CLOSED.test(head);
  const opened = head.lastIndexOf("“") > head.lastIndexOf("”");
  const closing = /[“”]/u.exec(tail)?.[0] === "”";
  return (isOpen && !OPENS_NEW.test(tail) ? 0.6 : 0) + (opened && closing ? 1.5 : opened !== closing ? -0.5 : 0);
}

const ITEM = /[(（]([一二三四五六七八九十]{1,3})[)）]|(?<=[。！？])([一二三四五六七八九十]{1,3})、/gu;

/** Items that are counted on: (十六) behind (十五). */
function numberingSign(head: string, tail: string): number {
  const last = [...head.matchAll(ITEM)].at(-1);
  const first = [...tail.slice(0, 1500).matchAll(ITEM)][0] ?? null;
  if (!last || !first) return 0;
  const kind = (match: RegExpMatchArray): number => (match[1] === undefined ? 2 : 1);
  if (kind(last) !== kind(first)) return 0;
  const [m, n] = [last, first].map((match) => printedNumber(match[kind(match)]!));
  return n === m! + 1 ? 2 : n! <= m! ? -1 : 0;
}

/** Adds the pages' numbers that sure joins tell, where all that tell one agree. */
function learnNumbers(sides: Sides, joins: readonly Weighed[], printed: Numbers): Numbers {
  const told = new Map<string, Set<string>>();
  const tell = (page: string, wanted: readonly string[]): void => {
    if (wanted.length === 1) told.set(page, (told.get(page) ?? new Set()).add(wanted[0]!));
  };
  const headAt = new Map(sides.heads.map((side) => [side.at, side]));
  const tailAt = new Map(sides.tails.map((side) => [side.at, side]));
  for (const { from, to, jump } of joins) {
    if (jump.score < SURE) continue;
    const [head, tail] = [headAt.get(from)!, tailAt.get(to)!];
    tell(tail.end.page, head.wanted);
    tell(head.end.page, tail.wanted);
  }
  const numbers = new Map(printed);
  for (const [page, wanted] of told) if (wanted.size === 1 && !printed.get(page)) numbers.set(page, [...wanted][0]!);
  return numbers;
}

/** Joins → texts: first article → all its articles in reading order. */
export function textsOf(jumps: readonly Pick<Jump, "head" | "tail">[]): Map<string, string[]> {
  const next = new Map(jumps.map(({ head, tail }) => [head, tail]));
  const tails = new Set(jumps.map(({ tail }) => tail));
  const texts = new Map<string, string[]>();
  for (const first of [...next.keys()].filter((article) => !tails.has(article)).sort(byKey((article) => article))) {
    const articles = [first];
    for (let tail = next.get(first); tail !== undefined; tail = next.get(tail)) articles.push(tail);
    texts.set(first, articles);
  }
  return texts;
}
