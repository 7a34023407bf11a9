// Two spellings of one name: never because they look alike, but because they look alike *and* stand in one office or in one
// place of two printings. 古特雷斯 and 古铁雷斯 are two people, 洪玛奈 and 洪玛尼 are brothers.
import { addTo, grouped } from "../../lib/group.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { areConfusable, oneDifference } from "./confusable.ts";
import { nameOfId } from "./identities.ts";
import { isSole } from "./offices.ts";
import { articlesOf, type Proposal } from "./types.ts";

/** Who is named in an office, from the offices that several are named in. */
export interface HolderRow {
  readonly body: string;
  readonly title: string;
  readonly person: string;
  readonly articles: number;
  readonly mentions: number;
}

/** Spelled-out foreign names have this many characters; a Chinese name that differs in one of three is another name. */
const SPELLED_OUT = 4;

/**
 * Pairs of persons who hold one office that one person holds at a time, and whose names differ in one character: in any
 * character of a spelled-out foreign name, in one that a scanner takes for the other of a shorter name. The pairs still need
 * the veto of who is named together (`together`). Sorted by ids.
 */
export function sameOffice(rows: readonly HolderRow[]): Proposal[] {
  const byOffice = new Map<string, HolderRow[]>();
  for (const row of rows) {
    if (!isSole(row.title)) continue;
    addTo(byOffice, `${row.body}\n${row.title}`, row);
  }
  const found = new Map<string, Proposal>();
  for (const holders of byOffice.values()) {
    for (const proposal of overrun(holders)) found.set(proposal.of, proposal);
  }
  const cut = new Set(found.keys());
  for (const holders of byOffice.values()) {
    for (const [one, other] of pairsAlike(holders)) {
      if (cut.has(one.person) || cut.has(other.person)) continue;
      const [of, to] =
        one.mentions < other.mentions || (one.mentions === other.mentions && one.person > other.person)
          ? [one, other]
          : [other, one];
      const reason = `one character differs, and both are named as ${nameOfId(of.body)} ${of.title}, which one person is at a time`;
      const key = `${of.person}\n${to.person}`;
      if (!found.has(key)) found.set(key, { of: of.person, to: to.person, rule: "same-office", reason });
    }
  }
  return [...found].sort(([a], [b]) => compareCodePoints(a, b)).map(([, proposal]) => proposal);
}

/** How many times as often the right name is named as one that took a character of the next word. */
const MUCH_MORE = 10;

/** 特朗普本 of 美国总统特朗普本周: one character more than the name that the office is mostly named with. */
function* overrun(holders: readonly HolderRow[]): Iterable<Proposal> {
  const byPerson = new Map(holders.map((row) => [row.person, row]));
  for (const row of holders) {
    const right = byPerson.get(row.person.slice(0, -1));
    if (!right || nameOfId(right.person).length < 2 || right.mentions < row.mentions * MUCH_MORE) continue;
    const reason = `the next word's character: ${nameOfId(row.body)} ${row.title} is ${nameOfId(right.person)} in ${right.articles} articles`;
    yield { of: row.person, to: right.person, rule: "name-overrun", reason };
  }
}

/** Pairs whose names differ in one character. Names meet under each of their forms with a gap: O(n · length). */
function pairsAlike<T extends { readonly person: string }>(rows: readonly T[]): [T, T][] {
  const byForm = new Map<string, T[]>();
  const pairs: [T, T][] = [];
  for (const row of rows) {
    const name = nameOfId(row.person);
    for (let i = 0; i < name.length; i++) {
      const form = `${name.slice(0, i)} ${name.slice(i + 1)}`;
      const met = byForm.get(form) ?? [];
      for (const other of met) if (mayBeOne(nameOfId(other.person), name)) pairs.push([other, row]);
      byForm.set(form, [...met, row]);
    }
  }
  return pairs;
}

function mayBeOne(a: string, b: string): boolean {
  const at = oneDifference(a, b);
  return at >= 0 && (a.length >= SPELLED_OUT || areConfusable(a[at]!, b[at]!));
}

/** A name in an article of a story that several texts print, where not all of them have it. */
export interface PrintedRow {
  readonly story: string;
  readonly text_id: string;
  readonly article: string;
  readonly page: string;
  readonly entity: string;
  readonly type: string;
  readonly mentions: number;
  /** Of the entity in the whole project. */
  readonly stories: number;
}

/**
 * Names of one type that differ in one confusable character, where each printing of a story has one of them and no printing
 * has both: what fewer printings have is damaged. Holds in the story's articles alone. In: the rows of one story.
 */
export function damagedInReprints(rows: readonly PrintedRow[]): Proposal[] {
  const byEntity = grouped(rows, ({ entity }) => entity);
  const entities = [...byEntity.keys()].sort(compareCodePoints);
  const textsOf = (entity: string): Set<string> => new Set(byEntity.get(entity)!.map(({ text_id }) => text_id));
  const known = (entity: string): number => byEntity.get(entity)![0]!.stories;
  const proposals: Proposal[] = [];
  for (const [i, one] of entities.entries()) {
    for (const other of entities.slice(i + 1)) {
      const at = oneDifference(one, other);
      if (at < 0 || !areConfusable(one[at]!, other[at]!)) continue;
      const [a, b] = [textsOf(one), textsOf(other)];
      if ([...a].some((text) => b.has(text))) continue;
      const worse = a.size - b.size || known(one) - known(other);
      if (worse === 0) continue;
      const [of, to] = worse < 0 ? [one, other] : [other, one];
      const [less, more] = [textsOf(of).size, textsOf(to).size];
      const reason = `a confusable character: ${less} of the story's printings have ${nameOfId(of)}, ${more} ${nameOfId(to)}`;
      proposals.push({ of, to, rule: "damaged-in-reprint", reason, ...articlesOf(byEntity.get(of)!) });
    }
  }
  return proposals;
}

/** One of several persons to whom an article gives one office. */
export interface BesideRow {
  readonly article: string;
  readonly page: string;
  readonly body: string;
  readonly title: string;
  readonly entity: string;
  /** In the article. */
  readonly mentions: number;
  /** In the project. */
  readonly stories: number;
}

/**
 * Two names that differ in one confusable character, to whom one article gives an office that one person holds: the one that is
 * named less there is damaged. Holds in that article alone.
 */
export function damagedBesideOffice(rows: readonly BesideRow[]): Proposal[] {
  const found = new Map<string, Proposal>();
  for (const [i, one] of rows.entries()) {
    for (let k = i + 1; k < rows.length; k++) {
      const other = rows[k]!;
      if (other.article !== one.article || other.body !== one.body || other.title !== one.title) break;
      const at = oneDifference(one.entity, other.entity);
      const worse = one.mentions - other.mentions || one.stories - other.stories;
      if (at < 0 || worse === 0 || !isSole(one.title) || !areConfusable(one.entity[at]!, other.entity[at]!)) continue;
      const [of, to] = worse < 0 ? [one, other] : [other, one];
      const reason = `a confusable character, and the article names both as ${nameOfId(of.body)} ${of.title}, which one person is`;
      const proposal = { of: of.entity, to: to.entity, rule: "damaged-beside-office", reason, ...articlesOf([of]) };
      found.set(`${of.article}\n${of.entity}\n${to.entity}`, proposal);
    }
  }
  return [...found.values()];
}
