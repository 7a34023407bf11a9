// One story: the articles that print it, and its printings side by side, with their differences (stories/collate.ts).
import { type EntityType, parseRepair } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import {
  apparatusOf,
  type Collation,
  collate,
  createFluency,
  type Fluency,
  type Gap,
  MOST_PRINTINGS,
  type Place,
  type Printing,
  printingsOf,
  type Repair,
  repairsOf,
} from "../stories/index.ts";
import { readLanguageModel } from "../text/index.ts";
import type { Story, StoryArticle, StoryDifference, StoryGap, StoryName, StoryPrinting } from "./story-types.ts";
import { DEFAULT_LIMIT, type Listing, type ListOptions } from "./types.ts";

let loaded: Fluency | undefined;
/** Reads the model when it is first asked: one printing has nothing beside it, and asks nothing. */
const fluency: Fluency = (text) => {
  loaded ??= createFluency(readLanguageModel());
  return loaded(text);
};

/** The story that a story's, a text's or an article's id leads to. Throws InputError for an unknown id. Cost: collates it. */
export async function story(
  db: Database,
  reference: string,
  { limit = DEFAULT_LIMIT }: Partial<ListOptions> = {},
): Promise<Story> {
  const rows = await db.rows<StoryArticle>(statement("query", "story-rows"), { reference });
  const first = rows[0];
  if (!first) throw new InputError(`query.story: no story, text or article has the id "${reference}"`);
  const all = printingsOf(await db.rows(statement("query", "story-texts"), { story: first.story }));
  const printings = all.slice(0, MOST_PRINTINGS);
  const collation = collate(printings, fluency);
  const repairs = repairsOf(collation, fluency);
  const { places, gaps, marks, spellings } = apparatusOf(collation, repairs);
  const list = <T>(items: readonly T[], sort: string): Listing<T> => ({
    total: items.length,
    limit,
    sort,
    items: items.slice(0, limit),
  });
  return {
    story: first.story,
    texts: all.length,
    ...list(rows, "date, text, page"),
    printings: list(printingRows(collation, repairs, rows), "text"),
    names: list(await nameRows(db, first.story, all), "text, place"),
    differences: list(places.map(differenceOf), "place"),
    gaps: list(gaps.map(gapOf), "place"),
    aside: { marks, spellings },
    uncompared: all.length - printings.length,
  };
}

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function siglum(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : siglum(Math.floor(index / 26) - 1) + letter;
}

function printingRows(
  { witnesses, compared, errors }: Collation,
  repairs: readonly Repair[],
  articles: readonly StoryArticle[],
): StoryPrinting[] {
  const byId = new Map(articles.map((row) => [row.article, row]));
  return witnesses.map(({ printing, text }, p) => {
    const rows = printing.articles.map(({ article }) => byId.get(article)!);
    return {
      siglum: siglum(p),
      text_id: printing.text_id,
      articles: rows.map(({ article }) => article),
      pages: [...new Set(rows.map(({ page }) => page))],
      paper: rows[0]!.paper,
      date: rows[0]!.date,
      title: rows[0]!.title,
      chars: text.length,
      compared: compared[p]!,
      cleanness: compared[p] === 0 ? null : Math.round((1 - errors[p]!) * 10_000) / 10_000,
      repaired: repairs.filter((one) => one.printing === p).length,
    };
  });
}

interface NameRow {
  readonly article: string;
  readonly entity: string;
  readonly type: EntityType;
  readonly name: string;
  readonly surface: string;
  readonly repair: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page_spans: string;
}

async function nameRows(db: Database, story: string, printings: readonly Printing[]): Promise<StoryName[]> {
  const sigla = new Map(printings.flatMap(({ articles }, p) => articles.map((one) => [one.article, siglum(p)])));
  const rows = await db.rows<NameRow>(statement("query", "story-repairs"), { story });
  return rows.map(({ repair, start_at, end_at, page_spans, ...row }) => {
    const { read, from } = parseRepair(repair);
    return {
      siglum: sigla.get(row.article)!,
      ...row,
      read,
      from,
      witnesses: [...new Set(from.map((article) => sigla.get(article) ?? "?"))],
      start: start_at,
      end: end_at,
      page_spans: JSON.parse(page_spans) as Span[],
    };
  });
}

function differenceOf({ before, after, readings, read, ground, at }: Place): StoryDifference {
  const likeliest = readings.find(({ text }) => text === read) ?? readings[0]!;
  const all = readings.reduce((sum, { printings }) => sum + printings.length, 0);
  return {
    before,
    after,
    readings: readings.map(({ text, printings, damaged }) => ({
      text,
      sigla: printings.map(siglum),
      damaged: damaged.map(siglum),
    })),
    read,
    ground,
    votes: [likeliest.printings.length, all - likeliest.printings.length],
    at: at.map(({ printing, ...where }) => ({ siglum: siglum(printing), ...where })),
  };
}

const SHOWN = 24;

function gapOf({ have, lack, text }: Gap): StoryGap {
  const half = SHOWN / 2;
  return {
    have: have.map(siglum),
    lack: lack.map(siglum),
    chars: text.length,
    text: text.length <= SHOWN ? text : `${text.slice(0, half)}…${text.slice(-half)}`,
  };
}
