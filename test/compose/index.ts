// Composer: clean articles → newspaper pages with every damage that pages show, and their gold borders. Seeded: the same
// articles, seed and count give the same bytes.
//
//   clean articles ─► issue (which stories, in which form) ─► layout ─► reader ─► house and noise ─► text and gold
import { type Chance, createChance } from "./chance.ts";
import type { Damage } from "./damages.ts";
import { cutAfter, damagesOf, type Parting } from "./detect.ts";
import { type GoldPage, goldOf, type PrintedStory, storiesOf } from "./gold.ts";
import { drawHouse, type House, type Style } from "./houses.ts";
import { footLines, headLines, sloganLines } from "./imprint.ts";
import { type PlannedPage, planIssue } from "./issue.ts";
import { layOut } from "./layout.ts";
import { createPool, stockOf } from "./pool.ts";
import { printPage } from "./print.ts";
import { drawReader, type Reader, readBlocks } from "./readers.ts";
import type { Block, BlockKind, CleanArticle, Item, Line, Story } from "./types.ts";

export { DAMAGE_KINDS, DAMAGES, type Damage } from "./damages.ts";
export type { GoldArticle, GoldPage } from "./gold.ts";
export { STYLES } from "./houses.ts";
export { readArticles } from "./read.ts";
export { READERS } from "./readers.ts";
export type { CleanArticle } from "./types.ts";

/** A field of the printed page. `article` is "masthead" for furniture; offsets are half-open, in the page's text. */
export interface ComposedBlock {
  readonly article: string;
  readonly kind: BlockKind;
  /** Reading order within the article, from 0. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
  /** How the block ends: within a sentence, at a sentence's end within a paragraph, with its paragraph. */
  readonly cut: Parting["cut"];
}

export interface ComposedPage {
  /** "i0003-p2": issue and page. */
  readonly id: string;
  readonly paper: string;
  readonly date: string;
  readonly text: string;
  readonly gold: GoldPage;
  readonly style: Style;
  readonly reader: Reader;
  readonly house: House;
  /** By article id. */
  readonly damages: ReadonlyMap<string, readonly Damage[]>;
  /** In the order of print. */
  readonly blocks: readonly ComposedBlock[];
  /** True continuations: indexes into `blocks` of each column and the column of the same article that goes on after it. */
  readonly joins: readonly (readonly [number, number])[];
  /** By article id: the text that it is a part of, where another page holds another part. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Composed {
  readonly pages: readonly ComposedPage[];
  /** Texts that stand on several pages: their articles as "PAGE#a2", in reading order. */
  readonly texts: readonly { readonly text: string; readonly articles: readonly string[] }[];
}

export interface ComposeOptions {
  readonly seed: number;
  readonly pages: number;
}

/** Issues of one to four pages until there are `pages` pages. Cost: about 1 ms a page. */
export function composePages(articles: readonly CleanArticle[], { seed, pages: wanted }: ComposeOptions): Composed {
  if (articles.length === 0) throw new Error("compose: no articles");
  const stock = stockOf(articles);
  const pages: ComposedPage[] = [];
  for (let issue = 0; pages.length < wanted; issue++) {
    const chance = createChance(seed * 1_000_003 + issue);
    const name = `i${String(issue).padStart(4, "0")}`;
    const size = Math.min(
      chance.weighted([
        [1, 5],
        [2, 3],
        [3, 2],
        [4, 2],
      ]),
      wanted - pages.length,
    );
    for (const plan of planIssue(chance, createPool(chance, stock), size, name))
      pages.push(composePage(chance, plan, `${name}-p${plan.number}`));
  }
  return { pages, texts: textsOf(pages) };
}

function composePage(chance: Chance, { house, paper, items, number }: PlannedPage, id: string): ComposedPage {
  const reader = drawReader(chance);
  const placed = layOut(chance, items, house.width ?? chance.int(12, 22));
  const blocks = withFurniture(chance, readBlocks(chance, reader, placed), (kind) =>
    imprintLines(chance, paper, number, kind),
  );
  const printed = printPage(chance, house, blocks);
  const stories = storiesOf(printed);
  const guests = guestsOf(items);
  const idOf = new Map(stories.map(({ story, id: article }) => [story, article]));
  const shared = stories.flatMap(({ id: article, story }) =>
    story.text === null ? [] : [[article, story.text] as const],
  );
  return {
    id,
    paper: paper.paper,
    date: paper.date,
    text: printed.text,
    gold: goldOf(`${id}.txt`, paper.paper, paper.date, printed, stories),
    style: house.style,
    reader,
    house,
    damages: new Map(stories.map((story) => [story.id, damagesOf(printed, story, guests)])),
    blocks: printed.blocks.map((block) => ({
      article: block.story ? idOf.get(block.story)! : "masthead",
      kind: block.kind,
      rank: block.rank,
      start: block.span[0],
      end: block.span[1],
      cut: cutAfter(block),
    })),
    joins: stories.flatMap(joinsOf),
    texts: new Map(shared),
  };
}

function joinsOf({ blocks }: PrintedStory): [number, number][] {
  const columns = blocks.filter(({ block }) => block.kind === "column").map(({ place }) => place);
  return columns.slice(1).map((place, k) => [columns[k]!, place]);
}

/** Each guest with its host. */
function guestsOf(items: readonly Item[]): Map<Story, Story> {
  return new Map(
    items.flatMap(({ stories, guest }) => guest?.stories.map((story) => [story, stories[0]!] as const) ?? []),
  );
}

type Furniture = "head" | "foot" | "slogan";

const imprintLines = (chance: Chance, paper: PlannedPage["paper"], page: number, kind: Furniture): Line[] =>
  kind === "head" ? headLines(chance, paper, page) : kind === "foot" ? footLines(chance, paper) : sloganLines(chance);

/** Imprint at head, foot or both, now and then in the middle; slogans anywhere. */
function withFurniture(chance: Chance, blocks: readonly Block[], lines: (kind: Furniture) => Line[]): Block[] {
  const out = [...blocks];
  const insert = (at: number, kind: Furniture): void => {
    const block: Block = {
      kind: "furniture",
      story: null,
      rank: 0,
      lines: lines(kind),
      frame: { x: 0, y: 0, w: 1, h: 1 },
    };
    out.splice(at, 0, block);
  };
  if (chance.is(0.2)) insert(chance.int(1, out.length), "slogan");
  if (chance.is(0.08)) insert(chance.int(1, out.length), chance.is(0.5) ? "head" : "foot");
  if (chance.is(0.75)) insert(0, "head");
  if (chance.is(0.6)) insert(out.length, "foot");
  return out;
}

function textsOf(pages: readonly ComposedPage[]): { text: string; articles: string[] }[] {
  const parts = new Map<string, string[]>();
  for (const { id, texts } of pages) {
    for (const [article, text] of texts) parts.set(text, [...(parts.get(text) ?? []), `${id}#${article}`]);
  }
  return [...parts].filter(([, articles]) => articles.length > 1).map(([text, articles]) => ({ text, articles }));
}

export { drawHouse };
