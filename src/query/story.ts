// The articles of one story: a text and its reprints, with their continuations.
import { InputError } from "../lib/errors.ts";
import { type Database, statement } from "../store/index.ts";
import { DEFAULT_LIMIT, type Listing, type ListOptions } from "./types.ts";

export interface StoryArticle {
  readonly article: string;
  readonly page: string;
  readonly paper: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly title: string;
  readonly kind: string;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly text_id: string;
  readonly story: string;
  readonly continued_from: string | null;
  readonly continued_to: string | null;
  readonly chars: number;
}

export interface Story extends Listing<StoryArticle> {
  readonly story: string;
  readonly texts: number;
}

/** The story that a story's, a text's or an article's id leads to. Throws InputError for an unknown id. */
export async function story(
  db: Database,
  reference: string,
  { limit = DEFAULT_LIMIT }: Partial<ListOptions> = {},
): Promise<Story> {
  const rows = await db.rows<StoryArticle>(statement("query", "story-rows"), { reference });
  const first = rows[0];
  if (!first) throw new InputError(`query.story: no story, text or article has the id "${reference}"`);
  const texts = new Set(rows.map(({ text_id }) => text_id)).size;
  return {
    story: first.story,
    texts,
    total: rows.length,
    limit,
    sort: "date, text, page",
    items: rows.slice(0, limit),
  };
}
