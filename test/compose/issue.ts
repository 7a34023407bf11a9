// Issues: which items stand on which page of a paper, and what goes on from one page to another.
import type { Chance } from "./chance.ts";
import type { Damage } from "./damages.ts";
import {
  type Desk,
  draftBox,
  draftBriefs,
  draftGuide,
  draftPicture,
  draftReport,
  draftTeaser,
  single,
  splitBody,
  withJumpFrom,
  withJumpTo,
} from "./drafts.ts";
import { whole } from "./heads.ts";
import { drawHouse, type House } from "./houses.ts";
import type { Paper } from "./imprint.ts";
import type { Pool } from "./pool.ts";
import { clausesOf } from "./sentences.ts";
import type { Item, Line, Story } from "./types.ts";
import { paperName } from "./words.ts";

/** A page before layout. */
export interface PlannedPage {
  readonly number: number;
  readonly house: House;
  readonly paper: Paper;
  readonly items: readonly Item[];
}

export const drawPaper = (chance: Chance, date: string): Paper => ({ ...paperName(chance), date });

/** `size` pages of one paper and date. `name` makes the names of texts unique. */
export function planIssue(chance: Chance, pool: Pool, size: number, name: string): PlannedPage[] {
  const paper = drawPaper(chance, pool.date);
  const shared = chance.is(0.5) ? drawHouse(chance) : null;
  const numbers =
    size > 1
      ? Array.from({ length: size }, (_, k) => k + 1)
      : [
          chance.weighted([
            [1, 5],
            [chance.int(2, 12), 5],
          ]),
        ];
  const carried = new Map<number, Story[]>();
  return numbers.map((number, k) => {
    const house = shared ?? drawHouse(chance);
    const otherPage = (): number => {
      const other = chance.int(1, Math.max(4, size));
      return other === number ? other + 1 : other;
    };
    const desk: Desk = { chance, house, paper, otherPage };
    const items = planPage(desk, pool, number, carried.get(number) ?? [], (story, text) => {
      const later = numbers.slice(k + 1);
      return later.length > 0 && chance.is(0.7)
        ? carryOver(desk, story, number, chance.pick(later), `${name}t${text}`, carried)
        : null;
    });
    return { number, house, paper, items };
  });
}

/** What stands behind the body goes with its second part. */
const AT_END: readonly Damage[] = ["agency-tail", "byline-tail"];
const withoutEnd = ({ damages }: Story): Set<Damage> =>
  new Set([...damages].filter((damage) => !AT_END.includes(damage)));

/** Splits a story over two pages; the second part waits in `carried`. null when it is too short. */
function carryOver(
  desk: Desk,
  story: Story,
  page: number,
  target: number,
  text: string,
  carried: Map<number, Story[]>,
): Story | null {
  const parts = splitBody(desk, story.body);
  if (!parts) return null;
  const [first, rest] = parts;
  const waiting = carried.get(target) ?? [];
  const head = laterHead(desk.chance, story, rest);
  const later: Story = {
    ...story,
    head,
    headPlace: head.length > 0 ? "top" : "missing",
    vertical: false,
    body: rest,
    captions: [],
    text,
    from: null,
    to: null,
  };
  const kept = [...story.damages].filter(
    (damage) => damage === "headings" || damage === "numbered" || AT_END.includes(damage),
  );
  carried.set(target, [...waiting, withJumpFrom(desk, { ...later, damages: new Set(kept) }, page)]);
  return withJumpTo(desk, { ...story, body: first, text, damages: withoutEnd(story) }, target);
}

/** The headline over a continuation: the same, shortened, another, none. */
function laterHead(chance: Chance, story: Story, rest: readonly Line[]): Line[] {
  const titles = story.head.filter(({ role }) => role === "kicker" || role === "headline" || role === "sub");
  const main = titles.filter(({ role }) => role === "headline");
  const clauses = clausesOf(rest.map(({ text }) => text).join("\n"));
  return chance.weighted([
    [titles, 4],
    [main, 3],
    [clauses.length > 0 ? [whole("headline", chance.pick(clauses))] : main, 2],
    [[], 2],
  ]);
}

type CarryOver = (story: Story, text: number) => Story | null;

/** Items until the page is full: 2,000 to 9,000 characters, 3 to 14 articles. */
function planPage(desk: Desk, pool: Pool, number: number, carried: readonly Story[], carry: CarryOver): Item[] {
  const { chance } = desk;
  const target = chance.weighted([
    [chance.int(2200, 4000), 3],
    [chance.int(4000, 6500), 5],
    [chance.int(6500, 9000), 3],
  ]);
  const items: Item[] = carried.map((story) => single(story));
  let length = items.reduce((sum, item) => sum + lengthOf(item), 0);
  let stories = items.length;
  let texts = number * 100;
  while ((length < target && stories < 13) || stories < 3) {
    const item = planItem(desk, pool, Math.max(300, target - length), (story) => carry(story, texts++));
    if (stories + countOf(item) > 14) break;
    items.push(item);
    length += lengthOf(item);
    stories += countOf(item);
  }
  return chance.shuffle(items);
}

const countOf = ({ stories, guest }: Item): number => stories.length + (guest ? countOf(guest) : 0);
const lengthOf = ({ stories, guest }: Item): number =>
  stories.reduce(
    (sum, { head, body, captions }) =>
      sum + [...head, ...body, ...captions.flat()].reduce((n, { text }) => n + text.length, 0),
    0,
  ) + (guest ? lengthOf(guest) : 0);

function planItem(desk: Desk, pool: Pool, room: number, carry: (story: Story) => Story | null): Item {
  const { chance } = desk;
  const kind = chance.weighted([
    ["report", 72],
    ["briefs", 6],
    ["guide", 4],
    ["teaser", 6],
    ["picture", 6],
  ] as const);
  if (kind === "briefs") return draftBriefs(desk, pool.brief(chance.int(3, 5)));
  if (kind === "guide") return draftGuide(desk, pool.brief(chance.int(2, 4)), desk.otherPage());
  if (kind === "teaser") return single(draftTeaser(desk, pool.next(), desk.otherPage()));
  if (kind === "picture") return draftPicture(desk, pool.next());
  const budget = Math.min(
    room,
    chance.weighted([
      [chance.int(150, 400), 2],
      [chance.int(400, 900), 5],
      [chance.int(900, 2600), 6],
    ]),
  );
  const story = draftReport(desk, pool.next(budget), budget);
  const length = lengthOf(single(story));
  const jumped = chance.is(0.3)
    ? (carry(story) ?? jumpAway(desk, story))
    : chance.is(0.06)
      ? withJumpFrom(desk, story, desk.otherPage())
      : story;
  const guest = length > 450 && chance.is(0.16) ? planGuest(desk, pool) : null;
  return single(jumped, guest);
}

/** A jump to a page that is not there: the rest is cut away. */
function jumpAway(desk: Desk, story: Story): Story {
  const parts = splitBody(desk, story.body);
  return parts && desk.chance.is(0.7)
    ? withJumpTo(desk, { ...story, body: parts[0], damages: withoutEnd(story) }, desk.otherPage())
    : story;
}

const planGuest = (desk: Desk, pool: Pool): Item =>
  desk.chance.weighted([
    [() => draftBox(desk, pool.next()), 5],
    [() => single(draftTeaser(desk, pool.next(), desk.otherPage())), 2],
    [() => draftPicture(desk, pool.next()), 3],
  ])();
