// The papers and dates of ties: those of the texts that name both ends in the tie's layer. No table has them, so they come
// from the texts of each entity, when a filter asks.
import type { Layer } from "../entities/index.ts";
import type { Filter, TieToFilter } from "../filter/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { type Database, statement } from "../store/index.ts";

/** A row of the table `edges`. */
export type EdgeToSelect = EdgeFacts & { readonly source: string; readonly target: string };

export interface TieFacets {
  /** The tie with its papers and dates, where the filter needs them. */
  of(edge: EdgeToSelect): TieToFilter;
}

const DEPTH: Readonly<Record<Layer, number>> = { content: 0, byline: 1, masthead: 2 };

interface Named {
  readonly entity: string;
  readonly text: number;
  /** Of the entity in the text: 0 content, 1 byline, 2 masthead. */
  readonly depth: number;
}

interface TextPage {
  readonly text: number;
  readonly paper: string | null;
  readonly date: string | null;
}

/** Reads what the filter needs; nothing where it asks for neither papers nor dates of ties. */
export async function createTieFacets(db: Database, { needs }: Filter, layer: Layer | "all"): Promise<TieFacets> {
  if (!needs.has("tie.paper") && !needs.has("tie.date")) return { of: (edge) => edge };
  const depth = layer === "all" ? DEPTH.masthead : DEPTH[layer];
  const texts = new Map<string, Map<number, number>>();
  for await (const batch of db.batches<Named>(statement("query", "selection-texts"), { depth })) {
    for (const { entity, text, depth: own } of batch) {
      const list = texts.get(entity);
      if (list) list.set(text, own);
      else texts.set(entity, new Map([[text, own]]));
    }
  }
  const pages = new Map<number, { papers: string[]; dates: string[] }>();
  for (const { text, paper, date } of await db.rows<TextPage>(statement("query", "selection-text-pages"))) {
    const page = pages.get(text) ?? { papers: [], dates: [] };
    pages.set(text, page);
    if (paper !== null && !page.papers.includes(paper)) page.papers.push(paper);
    if (date !== null && !page.dates.includes(date)) page.dates.push(date);
  }
  return {
    of: (edge) => {
      const [a, b] = [texts.get(edge.source), texts.get(edge.target)];
      const [few, many] = a && b && a.size > b.size ? [b, a] : [a, b];
      const [in_papers, in_dates]: [string[], string[]] = [[], []];
      for (const [text, own] of few ?? []) {
        const other = many?.get(text);
        // A text adds to one layer of a pair: that of the end which is named less prominently there.
        if (other === undefined || Math.max(own, other) !== DEPTH[edge.layer]) continue;
        const page = pages.get(text)!;
        in_papers.push(...page.papers);
        in_dates.push(...page.dates);
      }
      return { ...edge, in_papers, in_dates };
    },
  };
}
