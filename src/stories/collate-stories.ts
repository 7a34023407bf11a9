// Links → what the printings of every story tell of one another: story after story, so that one is in memory at a time.
import { addTo } from "../lib/group.ts";
import type { Issue } from "../lib/issue.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, type Row, statement } from "../store/index.ts";
import { collate, type Printing } from "./collate.ts";
import type { Fluency } from "./fluency.ts";
import type { Links } from "./link.ts";
import { witnessesOf } from "./readings.ts";
import type { Witnesses } from "./witness.ts";

export interface Collated {
  /** Text id → what its other printings have, for texts that are read otherwise than they are printed. */
  readonly witnesses: ReadonlyMap<string, Witnesses>;
  /** Printings that were not compared. */
  readonly issues: readonly Issue[];
}

/** More printings than this add no doubt and no certainty: a text that is everywhere is compared in so many of them, by id. */
export const MOST_PRINTINGS = 40;

interface MemberRow {
  readonly story: string;
  readonly text_id: string;
  readonly article: string;
  readonly text: string;
}

/**
 * Collates the stories that are printed more than once.
 * In: the database of `linkArticles`, with its articles. Cost: an alignment a printing; texts printed once cost nothing.
 */
export async function collateStories(db: Database, links: Links, fluency: Fluency): Promise<Collated> {
  await db.run(statement("stories", "story-members"));
  await db.append("story_members", memberRows(links));
  const witnesses = new Map<string, Witnesses>();
  const issues: Issue[] = [];
  let story: MemberRow[] = [];
  const settle = (): void => {
    if (story.length === 0) return;
    const printings = printingsOf(story);
    for (const [text, readings] of witnessesOf(collate(printings.slice(0, MOST_PRINTINGS), fluency), fluency))
      witnesses.set(text, readings);
    if (printings.length > MOST_PRINTINGS) issues.push(cappedIssue(printings));
    story = [];
  };
  for await (const batch of db.batches<MemberRow>(statement("stories", "story-texts")))
    for (const row of batch) {
      if (story.length > 0 && story[0]!.story !== row.story) settle();
      story.push(row);
    }
  settle();
  return { witnesses, issues };
}

function* memberRows({ texts, stories }: Links): Iterable<Row> {
  for (const [text_id, story] of stories) {
    const articles = texts.get(text_id) ?? [text_id];
    for (const [part, article] of articles.entries()) yield { story, text_id, part, article };
  }
}

/** Articles in order of text and part → printings, by text id. */
export function printingsOf(rows: readonly Pick<MemberRow, "text_id" | "article" | "text">[]): Printing[] {
  const printings = new Map<string, { article: string; text: string }[]>();
  for (const { text_id, article, text } of rows) addTo(printings, text_id, { article, text });
  return [...printings]
    .map(([text_id, articles]) => ({ text_id, articles }))
    .sort((a, b) => compareCodePoints(a.text_id, b.text_id));
}

function cappedIssue(printings: readonly Printing[]): Issue {
  const article = printings[MOST_PRINTINGS]!.articles[0]!.article;
  return {
    page: article.slice(0, article.lastIndexOf("#")),
    article,
    code: "printings-capped",
    message: `a story of ${printings.length} printings: the first ${MOST_PRINTINGS} were compared, from this one on none was`,
    count: printings.length - MOST_PRINTINGS,
  };
}
