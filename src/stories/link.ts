// Articles → texts (an article with its continuations on other pages) → stories (texts that reprint each other).
//
// SQL finds the candidates, pure functions decide each of them with the texts in hand. Only what is joined is in the
// result: every other article is a text of its own, and every other text a story of its own.

import { createDisjointSets } from "../lib/disjoint-sets.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, statement } from "../store/index.ts";
import { normalized } from "../text/index.ts";
import { containment } from "./shingles.ts";

export interface Links {
  /** Articles of texts of more than one article, in reading order, by the text's id (the first article's). */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** text → story, for texts that are printed more than once. A story's id is its first text's, by code point. */
  readonly stories: ReadonlyMap<string, string>;
}

/** A reprint shares at least this much of the shorter text (containment of 3-unit shingles). Independent copies with 5 % character errors each stand near 0.8, texts of one event written twice below 0.3. */
const SAME_STORY = 0.6;
/** Below this many units a text is a slogan or a caption that chance repeats. */
const SHORTEST_STORY = 60;

/** Makes the empty tables that `linkArticles` reads: linkable, shingles. */
export const createLinkTables = (db: Database): Promise<void> => db.run(statement("stories", "schema"));

/** Cost: the candidates' texts are compared one by one; everything else is SQL. */
export async function linkArticles(db: Database): Promise<Links> {
  const texts = await joinContinuations(db);
  return { texts, stories: await findStories(db, texts) };
}

interface JumpCandidate {
  readonly head: string;
  readonly head_title: string;
  readonly head_text: string;
  readonly tail: string;
  readonly tail_title: string;
  readonly tail_text: string;
}

async function joinContinuations(db: Database): Promise<Map<string, string[]>> {
  const candidates = await db.rows<JumpCandidate>(statement("stories", "jump-candidates"));
  const ranked = candidates
    .map((c) => ({ head: c.head, tail: c.tail, fitness: jumpFitness(c) }))
    .filter((c) => c.fitness > 0)
    .sort((a, b) => b.fitness - a.fitness || compareCodePoints(a.head, b.head) || compareCodePoints(a.tail, b.tail));
  const next = new Map<string, string>();
  const isTail = new Set<string>();
  for (const { head, tail } of ranked) {
    if (next.has(head) || isTail.has(tail) || leadsTo(next, tail, head)) continue;
    next.set(head, tail);
    isTail.add(tail);
  }
  const texts = new Map<string, string[]>();
  for (const head of [...next.keys()].filter((article) => !isTail.has(article)).sort(compareCodePoints)) {
    const articles = [head];
    for (let tail = next.get(head); tail; tail = next.get(tail)) articles.push(tail);
    texts.set(head, articles);
  }
  return texts;
}

function leadsTo(next: ReadonlyMap<string, string>, from: string, to: string): boolean {
  for (let at: string | undefined = from; at; at = next.get(at)) if (at === to) return true;
  return false;
}

/**
 * How well a tail continues a head: containment of their headlines, plus that of three-unit runs of one body in the other; 0 below what two articles of one paper share by chance.
 */
export function jumpFitness(c: JumpCandidate): number {
  const titles =
    Math.min(normalized(c.head_title).length, normalized(c.tail_title).length) < 4
      ? 0
      : containment(c.head_title, c.tail_title);
  const bodies = containment(c.head_text.slice(c.head_title.length), c.tail_text.slice(c.tail_title.length));
  return titles >= 0.5 ? 1 + titles + bodies : bodies >= 0.08 ? bodies : 0;
}

async function findStories(db: Database, texts: ReadonlyMap<string, readonly string[]>): Promise<Map<string, string>> {
  const textOf = new Map<string, string>();
  for (const [text, articles] of texts) for (const article of articles) textOf.set(article, text);
  const reprints: Reprint[] = [];
  const candidates = db.batches<ReprintCandidate>(statement("stories", "reprint-candidates"), {
    least_common: 3,
    least_percent: 30,
  });
  for await (const batch of candidates) {
    for (const { one, other, ...printed } of batch) {
      const reprint = judgeReprint(printed);
      const [a, b] = [textOf.get(one) ?? one, textOf.get(other) ?? other];
      if (!reprint || a === b) continue;
      const [short, long] = printed.one_text.length <= printed.other_text.length ? [a, b] : [b, a];
      reprints.push({ short, long, ...reprint });
    }
  }
  return storiesOf(reprints);
}

interface ReprintCandidate {
  readonly one: string;
  readonly other: string;
  readonly one_title: string;
  readonly other_title: string;
  readonly one_text: string;
  readonly other_text: string;
}

interface Reprint {
  readonly short: string;
  readonly long: string;
  /** Length of the shorter as a share of the longer. */
  readonly ratio: number;
  /** Whether the headlines agree. */
  readonly titled: boolean;
}

/** A text of this share of the one that holds it is the same text; half of one may still be one of a round-up's two. */
const ALIKE = 0.7;
/** A cut under another headline must still be this much of the whole: a digest holds a little of everything. */
const SHORTEST_CUT = 0.25;

/**
 * Reprints → text → story, for texts that are printed more than once.
 *
 * Texts alike in length, or under one headline, are one story, and so are their copies. A cut under another headline
 * joins the longest that it is most of; where several cuts of one text have nothing in common, that text is a round-up
 * of several stories, and only the largest of them keeps it.
 */
export function storiesOf(reprints: readonly Reprint[]): Map<string, string> {
  const sets = createDisjointSets(compareCodePoints);
  const isCopy = ({ ratio, titled }: Reprint): boolean => ratio >= ALIKE || titled;
  for (const reprint of reprints) if (isCopy(reprint)) sets.join(reprint.short, reprint.long);
  const cuts = reprints
    .filter((reprint) => !isCopy(reprint) && reprint.ratio >= SHORTEST_CUT)
    .sort((a, b) => b.ratio - a.ratio || compareCodePoints(a.short, b.short) || compareCodePoints(a.long, b.long));
  const known = new Set(reprints.flatMap(({ short, long }) => [`${short}\n${long}`, `${long}\n${short}`]));
  const cutsOf = new Map<string, string[]>();
  const placed = new Set<string>();
  for (const { short, long } of cuts) {
    const others = cutsOf.get(long) ?? [];
    const related = others.some((other) => known.has(`${short}\n${other}`) || sets.find(short) === sets.find(other));
    if (placed.has(short) || (others.length > 0 && !related)) continue;
    placed.add(short);
    cutsOf.set(long, [...others, short]);
    sets.join(short, long);
  }
  return sets.all();
}

/** Whether two articles print the same story, whole or cut; null when not. */
function judgeReprint(printed: Omit<ReprintCandidate, "one" | "other">): Pick<Reprint, "ratio" | "titled"> | null {
  const { one_text, other_text, one_title, other_title } = printed;
  if (!isReprint(one_text, other_text)) return null;
  const [shorter, longer] = [one_text.length, other_text.length].sort((a, b) => a - b) as [number, number];
  const named = Math.min(normalized(one_title).length, normalized(other_title).length) >= SHORTEST_TITLE;
  return { ratio: shorter / longer, titled: named && containment(one_title, other_title) >= SAME_STORY };
}

/** Headlines of fewer units (快讯, 图片新闻) say nothing. */
const SHORTEST_TITLE = 6;

/** Whether two texts print the same story, whole or cut. */
export function isReprint(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_STORY && containment(a, b) >= SAME_STORY;
}
