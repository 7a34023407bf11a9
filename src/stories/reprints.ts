// Whether two texts are printings of one: decided by their alignment.
//
// A scanner damages characters here and there; an editor takes pieces out or puts some in. Both leave long stretches that
// agree, with a wrong unit now and then, and pieces that only one side has. Texts of one mould (tonight's weather, a state
// visit, a bulletin of figures) agree in stretches as long, but where they differ *both* sides say something, and that is
// words, not units: another name, another number. So the judgement counts what agrees, and what both sides dispute.
import type { Span } from "../lib/span.ts";
import { normalized } from "../text/index.ts";
import { type Alignment, alignTexts, type Run } from "./align.ts";
import { containment } from "./shingles.ts";

/** A text as linking compares it. */
export interface LinkText {
  readonly text_id: string;
  readonly title: string;
  /** Below the headline, in normal form. */
  readonly body: string;
  /** Whether a jump line says that this is not all of it. */
  readonly isPart: boolean;
}

/** What two texts have in common. Shares and lengths are of the bodies, in units of the normal form. */
export interface Comparison {
  /** Equal units in stretches long enough to be no set phrase. */
  readonly shared: number;
  /** Units of the shorter text and of the longer. */
  readonly shorter: number;
  readonly longer: number;
  /** Share of the shorter text, in [0, 1]. */
  readonly share: number;
  /** What both sides say otherwise between stretches, as a share of what they have in common. */
  readonly disputed: number;
  /** Units damaged one by one between stretches, the like. */
  readonly damaged: number;
  /** What both have of their own before the first stretch, and behind the last, as a share of what they have in common. */
  readonly edges: number;
  /** Numbers at the same place: alike and different. */
  readonly numbers: { readonly same: number; readonly other: number };
  /** Where the common stretches lie in a and in b, from the first to the last. */
  readonly aSpan: Span;
  readonly bSpan: Span;
}

/** Bodies of fewer units are slogans and captions that chance repeats. */
export const SHORTEST_BODY = 60;
/** A stretch must have this many equal units: 中共中央总书记、国家主席、中央军委主席习近平 has twenty. */
const LEAST_STRETCH = 24;
/** Runs of this many equal units are no accident inside a disputed place. */
const SOLID = 4;

/** Cost: that of the alignment. */
export function compareTexts(a: string, b: string): Comparison {
  const alignment = alignTexts(a, b);
  const groups = solidGroups(alignment);
  const long = groups.filter(({ matched }) => matched >= LEAST_STRETCH);
  const shared = long.reduce((sum, { matched }) => sum + matched, 0);
  const [shorter, longer] = a.length <= b.length ? [a.length, b.length] : [b.length, a.length];
  const [first, last] = [long[0], long.at(-1)];
  const inner = first && last ? disputesOf(alignment.runs, first.first, last.last) : { disputed: 0, damaged: 0 };
  return {
    shared,
    shorter,
    longer,
    share: shorter === 0 ? 0 : shared / shorter,
    disputed: shared === 0 ? 0 : inner.disputed / shared,
    damaged: shared === 0 ? 0 : inner.damaged / shared,
    edges: first && last ? edgesOf(a, b, first, last) / shared : 0,
    numbers:
      first && last ? compareNumbers(a, b, alignment.runs.slice(first.first, last.last + 1)) : { same: 0, other: 0 },
    aSpan: first && last ? [first.a, last.aEnd] : [0, 0],
    bSpan: first && last ? [first.b, last.bEnd] : [0, 0],
  };
}

interface Group {
  readonly a: number;
  readonly b: number;
  aEnd: number;
  bEnd: number;
  matched: number;
  /** Indexes of its first and last run. */
  readonly first: number;
  last: number;
}

/** Damaged units in a row that do not end a stretch. */
const BRIDGED = 6;

/** Runs that follow each other closely, as one stretch each. */
function solidGroups({ runs }: Alignment): Group[] {
  const groups: Group[] = [];
  for (const [index, { a, b, length }] of runs.entries()) {
    const group = groups.at(-1);
    if (group && a - group.aEnd <= BRIDGED && b - group.bEnd <= BRIDGED) {
      group.aEnd = a + length;
      group.bEnd = b + length;
      group.matched += length;
      group.last = index;
    } else groups.push({ a, b, aEnd: a + length, bEnd: b + length, matched: length, first: index, last: index });
  }
  return groups;
}

const edgesOf = (a: string, b: string, first: Group, last: Group): number =>
  Math.min(first.a, first.b) + Math.min(a.length - last.aEnd, b.length - last.bEnd);

/**
 * Units that both sides say otherwise between two runs: at each place between solid runs the smaller side's unmatched
 * units, where they are two or more and outnumber what agrees there. What is unmatched else in short gaps is damage.
 */
function disputesOf(runs: readonly Run[], first: number, last: number): { disputed: number; damaged: number } {
  let [disputed, unmatched] = [0, 0];
  let [aEnd, bEnd, matched] = [runs[first]!.a, runs[first]!.b, 0];
  for (let k = first; k <= last; k++) {
    const { a, b, length } = runs[k]!;
    if (length < SOLID && k < last) {
      matched += length;
      continue;
    }
    const both = Math.min(a - aEnd, b - bEnd) - matched;
    const either = Math.max(a - aEnd, b - bEnd) - matched;
    if (both >= 2 && both >= matched) disputed += both;
    else if (either <= BRIDGED + matched) unmatched += either;
    [aEnd, bEnd, matched] = [a + length, b + length, 0];
  }
  return { disputed, damaged: unmatched };
}

/** Numbers of a that stand whole in b, and those at whose place b has other figures. */
function compareNumbers(a: string, b: string, runs: readonly Run[]): { same: number; other: number } {
  let [same, other] = [0, 0];
  for (const [k, { a: start, b: bStart, length }] of runs.entries()) {
    for (const match of a.slice(start, start + length).matchAll(/\d+/gu)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const isWhole = (from > 0 || !isDigitAt(a, start - 1)) && (to < length || !isDigitAt(a, start + length));
      if (isWhole) same++;
    }
    const next = runs[k + 1];
    if (!next) continue;
    const gaps = [a.slice(start + length, next.a), b.slice(bStart + length, next.b)] as const;
    if (gaps[0].length <= NUMBER_GAP && gaps[1].length <= NUMBER_GAP) {
      // A figure lost or won beside one that agrees (302 and 30.2, 7 and 17) makes another number too.
      const touches = isDigitAt(a, start + length - 1) || isDigitAt(a, next.a);
      if ((/\d/u.test(gaps[0]) && /\d/u.test(gaps[1])) || (touches && /^\d*$/u.test(gaps[0] + gaps[1]))) other++;
    }
  }
  return { same, other };
}

const NUMBER_GAP = 12;

function isDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

/** How two texts are one: printed alike, or the one cut out of the other. */
export type ReprintKind = "copy" | "cut";

export interface Reprint {
  readonly kind: ReprintKind;
  /** Ids of the shorter text and of the longer; of texts equally long the first by id is the longer. */
  readonly short: string;
  readonly long: string;
  readonly comparison: Comparison;
  /** Where the common stretches lie in the longer text. */
  readonly span: Span;
  /** Whether the headlines agree. */
  readonly titled: boolean;
  /** Whether a jump line says of one of them that it is not all of its text. */
  readonly isPart: boolean;
  /** How sure, in [0, 1], three digits. */
  readonly score: number;
}

/** A reprint shares at least this much of the shorter text: of a cut to 300 units with every twentieth damaged in either, under a foreign lead of 80, 0.69 is left. */
const LEAST_SHARE = 0.6;
/** Two printings with every twentieth unit damaged in either dispute 0.03 of what is common, one in a thousand 0.09. */
const MOST_DISPUTED = 0.1;
/** A mould's fillings dispute so much and more, in a text that is clean besides; damage that makes words of two units makes more of one. */
const MOULD_DISPUTED = 0.03;
/** Scanners damage units one by one, so that few disputes without more such damage are a mould. */
const MOULD_PURITY = 1.3;
/** Two units damaged side by side look like a dispute, once. */
const PAIR = 2;
/** Two texts that both have a beginning or an end of their own quote one thing, or come of one mould; a lead is changed easily. */
const MOST_EDGES = 0.12;
const LEAD = 10;
/** Figures are a mould's fillings too: so many others, and such a share of all. */
const OTHER_NUMBERS = 2;
const OTHER_NUMBERS_SHARE = 0.34;
/** A text of this share of the one that holds it is a copy of it; a smaller one is a cut. */
const ALIKE = 0.7;
/** What chance and custom share: a text must have this many equal units beside. */
const LEAST_SHARED = 50;

/** The reprint that two texts are; null when they are none. Cost: that of the alignment. */
export function judgeReprint(one: LinkText, other: LinkText): Reprint | null {
  if (Math.min(one.body.length, other.body.length) < SHORTEST_BODY) return null;
  const comparison = compareTexts(one.body, other.body);
  if (!isReprint(comparison)) return null;
  const isOneLonger =
    one.body.length > other.body.length || (one.body.length === other.body.length && one.text_id < other.text_id);
  const [long, short, span] = isOneLonger ? [one, other, comparison.aSpan] : [other, one, comparison.bSpan];
  return {
    kind:
      comparison.shorter >= ALIKE * comparison.longer && comparison.shared >= LEAST_SHARE * comparison.longer
        ? "copy"
        : "cut",
    short: short.text_id,
    long: long.text_id,
    comparison,
    span,
    titled: titlesAgree(one.title, other.title),
    isPart: one.isPart || other.isPart,
    score: Math.round(1000 * comparison.share * (1 - comparison.disputed)) / 1000,
  };
}

/** Whether what two texts have in common makes them printings of one. */
export function isReprint({ shared, share, disputed, damaged, edges, numbers }: Comparison): boolean {
  if (shared < LEAST_SHARED || share < LEAST_SHARE || edges > MOST_EDGES + LEAD / shared) return false;
  if (disputed > MOST_DISPUTED || (disputed > MOULD_DISPUTED + PAIR / shared && disputed > MOULD_PURITY * damaged))
    return false;
  return numbers.other < OTHER_NUMBERS || numbers.other < OTHER_NUMBERS_SHARE * (numbers.same + numbers.other);
}

/** Headlines of fewer units (快讯, 图片新闻) say nothing. */
const SHORTEST_TITLE = 6;
const SAME_TITLE = 0.6;

function titlesAgree(a: string, b: string): boolean {
  const named = Math.min(normalized(a).length, normalized(b).length) >= SHORTEST_TITLE;
  return named && containment(a, b) >= SAME_TITLE;
}
