// Two people of one name: parted only where the papers themselves give them posts that nobody holds together.
//
//     泉州市市长李晨   2025-08-29 p1 ┐ one day, two cities, two full-time posts
//     石家庄市教育局局长李晨  08-29 p7 ┘ → person:李晨 and person:李晨(石家庄)
//
// Posts exclude each other when both fill a person's days, lie in two cities, and are held at one time: in two provinces
// within a month (an official may move), in one province on the same days. A villager or an athlete of one province is never
// the mayor of a city in another. Posts that one story gives to a name are one person's: a curriculum has many. Articles
// without a post go with their story, then with the one city or province that they name, then with their paper, else with
// who is named most.

import { createDisjointSets, type DisjointSets } from "../../lib/disjoint-sets.ts";
import { addTo, grouped } from "../../lib/group.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { levelsOf } from "../home.ts";
import type { Resources } from "../resources.ts";
import { REGION_KINDS } from "../resources.ts";
import { nameOfId } from "./identities.ts";
import { postKind } from "./offices.ts";
import { headRegion } from "./organs.ts";

/** A post in which a person is named, over all articles. */
export interface PostRow {
  readonly person: string;
  readonly body: string;
  readonly title: string;
  /** 1 where the body's place is not printed (市委): it is believed where it is that of the paper, `home`. */
  readonly inferred: number;
  readonly home: string | null;
  readonly stories: number;
  /** Null without a date. */
  readonly first_date: string | null;
  readonly last_date: string | null;
  /** "DATE PAGE" of the first, by date, then page; pages without a date last. */
  readonly first_seen: string;
}

/** Province and city; a seat without a city is its province's. */
interface Seat {
  readonly province: string;
  readonly city: string | null;
}

interface Post extends PostRow {
  readonly seat: Seat;
  readonly kind: string;
}

/** One of several people of one name. */
export interface Namesake {
  /** `person:李晨` for the first, `person:李晨(泉州)` for the others. */
  readonly id: string;
  readonly posts: readonly PostRow[];
  /** Canonical names of the provinces and cities of their posts. */
  readonly regions: readonly string[];
}

export interface Homonym {
  readonly person: string;
  /** Two or more, by when they are first seen. */
  readonly namesakes: readonly Namesake[];
  /** For each but the first: why they are no one before. */
  readonly reasons: readonly string[];
}

const MONTH_DAYS = 31;
/** Whoever is one of these in one province is nothing else in another. */
const BOUND: ReadonlySet<string> = new Set(["resident", "athlete"]);

/**
 * Persons whose posts exclude each other. In: rows sorted by person; `told`, the posts that articles give them, which join
 * what one story tells. Out: by person. Cost: posts² of one person.
 */
export function findHomonyms(rows: readonly PostRow[], told: readonly UsePost[], resources: Resources): Homonym[] {
  const byPerson = new Map<string, Post[]>();
  for (const row of rows) {
    const [seat, kind] = [seatOf(row.body, resources), postKind(row.title)];
    if (!seat || !kind || !isBelieved(row, seat, resources)) continue;
    addTo(byPerson, row.person, { ...row, seat, kind });
  }
  const toldOf = rowsByPerson(told);
  return [...byPerson]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .flatMap(([person, posts]) => {
      const found = parted(person, posts, seatsTogether(toldOf.get(person) ?? [], resources));
      return found ? [found] : [];
    });
}

/** The rows of each person, in their order. Cost: O(rows). */
export const rowsByPerson = <T extends { readonly person: string }>(rows: readonly T[]): Map<string, T[]> =>
  grouped(rows, ({ person }) => person);

function isBelieved({ inferred, home }: PostRow, seat: Seat, resources: Resources): boolean {
  if (inferred === 0) return true;
  const own = home === null ? null : seatOf(`place:${home}`, resources);
  return own !== null && own.province === seat.province && (own.city === null || own.city === seat.city);
}

/** Seats that one story gives to a name (a reprint's 本报记者 is no other reporter), each led to the first of its set. */
function seatsTogether(told: readonly UsePost[], resources: Resources): DisjointSets {
  const sets = createDisjointSets(compareCodePoints);
  const firsts = new Map<string, string>();
  for (const { story, body } of told) {
    const seat = seatOf(body, resources);
    if (!seat) continue;
    sets.join(firsts.get(story) ?? seatKey(seat), seatKey(seat));
    firsts.set(story, seatKey(seat));
  }
  return sets;
}

/** Where a body or place lies; null for a national one, and for one whose name does not tell. */
export function seatOf(id: string, resources: Resources): Seat | null {
  const name = nameOfId(id);
  const known = resources.forms.get(name)?.filter(({ kind }) => REGION_KINDS.has(kind)) ?? [];
  const region = known.length === 1 ? known[0]! : headRegion(name, resources)?.region;
  if (!region) return null;
  const { province, city } = levelsOf(region);
  return province ? { province, city: city ?? null } : null;
}

function parted(person: string, posts: readonly Post[], together: DisjointSets): Homonym | null {
  const seats = grouped(posts, ({ seat }) => together.find(seatKey(seat)));
  if (seats.size < 2) return null;
  const people: Post[][] = [];
  const reasons: string[] = [];
  for (const own of [...seats.values()].map(sortedPosts).sort((a, b) => bySeen(a[0]!, b[0]!))) {
    const against = people.map((one) => exclusion(one, own));
    const fitting = against.indexOf(null);
    if (fitting >= 0) people[fitting]!.push(...own);
    else {
      if (people.length > 0) reasons.push(against[0]!);
      people.push([...own]);
    }
  }
  if (people.length < 2) return null;
  const taken = new Set<string>();
  const namesakes = people.map((own, i): Namesake => {
    const id = i === 0 ? person : freeId(person, own[0]!.seat, taken);
    const regions = [...new Set(own.flatMap(({ seat }) => (seat.city ? [seat.city] : [seat.province])))];
    return { id, posts: own, regions };
  });
  return { person, namesakes, reasons };
}

const seatKey = ({ province, city }: Seat): string => `${province} ${city ?? ""}`;
const bySeen = (a: Post, b: Post): number =>
  compareCodePoints(a.first_seen, b.first_seen) ||
  compareCodePoints(a.body, b.body) ||
  compareCodePoints(a.title, b.title);
const sortedPosts = (posts: readonly Post[]): Post[] => [...posts].sort(bySeen);

function freeId(person: string, { city, province }: Seat, taken: Set<string>): string {
  for (const region of [city ? shortRegion(city) : shortRegion(province), province, `${province}${city ?? ""}`]) {
    const id = `${person}(${region})`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
  return person;
}

/** 泉州市 → 泉州, 西藏自治区 → 西藏; an autonomous prefecture keeps its name, which is no two regions'. */
export const shortRegion = (region: string): string =>
  region.replace(/(?:维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|地区|[省市盟])$/, "") || region;

/** Why two lots of posts are not one person's, or null. */
function exclusion(one: readonly Post[], other: readonly Post[]): string | null {
  for (const a of one)
    for (const b of other)
      if (excludes(a, b)) return `${said(a)} and ${said(b)} are posts that one person does not hold together`;
  return null;
}

const said = ({ body, title, first_seen }: Post): string => `${nameOfId(body)} ${title} (${first_seen})`;

function excludes(a: Post, b: Post): boolean {
  if (a.seat.province !== b.seat.province) {
    if (a.kind !== b.kind && (BOUND.has(a.kind) || BOUND.has(b.kind))) return true;
    return gapInDays(a, b) <= MONTH_DAYS;
  }
  if (!a.seat.city || !b.seat.city || a.seat.city === b.seat.city) return false;
  // Days on which one post ends and the other begins are a move.
  return gapInDays(a, b) <= 0 && !handsOver(a, b) && !handsOver(b, a);
}

/** Days between the times in which two posts are named; 0 or less when they overlap, Infinity without dates. */
function gapInDays(a: Post, b: Post): number {
  if (!a.first_date || !a.last_date || !b.first_date || !b.last_date) return Number.POSITIVE_INFINITY;
  return Math.max(dayOf(a.first_date) - dayOf(b.last_date), dayOf(b.first_date) - dayOf(a.last_date));
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

const handsOver = (a: Post, b: Post): boolean => a.last_date === b.first_date && a.first_date !== b.last_date;

/** An article in which a homonym is named, with what may tell which one. */
export interface UseRow {
  readonly person: string;
  readonly article: string;
  readonly text_id: string;
  readonly story: string;
  readonly page: string;
  readonly paper: string | null;
  /** Of the paper. */
  readonly place: string | null;
}

/** A post of a homonym in an article. */
export interface UsePost {
  readonly person: string;
  readonly article: string;
  readonly story: string;
  readonly body: string;
  readonly title: string;
}

/** Which namesake an article names. Out: namesake's index by article, of those that are not the first. */
export function shareOut(
  { person, namesakes }: Homonym,
  uses: readonly UseRow[],
  posts: readonly UsePost[],
  /** Text → canonical names of the regions that it names. */
  regionsNamed: ReadonlyMap<string, ReadonlySet<string>>,
  resources: Resources,
): Map<string, number> {
  const own = uses.filter((use) => use.person === person);
  const byPost = postsByArticle(
    namesakes,
    posts.filter((post) => post.person === person),
  );
  const byText = only(own, ({ text_id }) => text_id, byPost);
  const byStory = only(own, ({ story }) => story, byPost);
  const byPaper = only(own, ({ paper }) => paper, byPost);
  const most = mostNamed(namesakes);
  const out = new Map<string, number>();
  for (const use of own) {
    const index =
      byPost.get(use.article) ??
      byText.get(use.text_id) ??
      byStory.get(use.story) ??
      nearest(namesakes, regionsNamed.get(use.text_id) ?? new Set(), use.place, resources) ??
      (use.paper === null ? undefined : byPaper.get(use.paper)) ??
      most;
    if (index > 0) out.set(use.article, index);
  }
  return out;
}

/** An article that gives the name posts of two of them is no evidence of either. */
function postsByArticle(namesakes: readonly Namesake[], posts: readonly UsePost[]): Map<string, number> {
  const holders = new Map<string, Set<number>>();
  for (const { article, body, title } of posts) {
    const index = namesakes.findIndex((one) => one.posts.some((post) => post.body === body && post.title === title));
    if (index >= 0) holders.set(article, (holders.get(article) ?? new Set()).add(index));
  }
  return new Map([...holders].filter(([, set]) => set.size === 1).map(([article, set]) => [article, [...set][0]!]));
}

/** What all articles under a key that are known say; nothing where they disagree. */
function only(
  uses: readonly UseRow[],
  keyOf: (use: UseRow) => string | null,
  known: ReadonlyMap<string, number>,
): Map<string, number> {
  const said = new Map<string, Set<number>>();
  for (const use of uses) {
    const [key, index] = [keyOf(use), known.get(use.article)];
    if (key !== null && index !== undefined) said.set(key, (said.get(key) ?? new Set()).add(index));
  }
  return new Map([...said].filter(([, set]) => set.size === 1).map(([key, set]) => [key, [...set][0]!]));
}

/** The one namesake whose city (else province) the text names, or its paper lies in. */
function nearest(
  namesakes: readonly Namesake[],
  named: ReadonlySet<string>,
  place: string | null,
  resources: Resources,
): number | undefined {
  const home = place === null ? null : seatOf(`place:${place}`, resources);
  const around = new Set([...named, ...(home ? [home.city ?? home.province] : [])]);
  const near = namesakes.flatMap(({ regions }, i) => (regions.some((region) => around.has(region)) ? [i] : []));
  return near.length === 1 ? near[0] : undefined;
}

function mostNamed(namesakes: readonly Namesake[]): number {
  const stories = namesakes.map(({ posts }) => posts.reduce((sum, post) => sum + post.stories, 0));
  return stories.indexOf(Math.max(...stories));
}
