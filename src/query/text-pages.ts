// The papers, places of issue and dates of each text's pages, read once when a filter asks for any.
import { statement } from "../store/index.ts";
import { oncePerDatabase } from "./once.ts";

export interface TextPages {
  readonly papers: readonly string[];
  readonly places: readonly string[];
  readonly dates: readonly string[];
}

interface TextPage {
  readonly text: number;
  readonly paper: string | null;
  readonly place: string | null;
  readonly date: string | null;
}

/** By the text's number. Cost: some 200 bytes a text. */
export const readTextPages = oncePerDatabase(async (db): Promise<readonly (TextPages | undefined)[]> => {
  const pages: { papers: string[]; places: string[]; dates: string[] }[] = [];
  for await (const rows of db.batches<TextPage>(statement("query", "selection-text-pages"))) {
    for (const { text, paper, place, date } of rows) {
      pages[text] ??= { papers: [], places: [], dates: [] };
      if (paper !== null) pages[text].papers.push(paper);
      if (place !== null) pages[text].places.push(place);
      if (date !== null) pages[text].dates.push(date);
    }
  }
  return pages;
});
