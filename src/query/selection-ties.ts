// The papers and dates of ties: those of the texts that name both ends in the tie's layer. No table has them, so they come
// from the texts of each entity, when a filter asks: those of the end with fewer are looked up among the other's.
import type { Layer } from "../entities/index.ts";
import type { Filter } from "../filter/index.ts";
import type { EdgeFacts } from "../graph/index.ts";
import { type Database, statement } from "../store/index.ts";
import { readTextPages } from "./text-pages.ts";

/** A row of the table `edges`. */
export type EdgeToSelect = EdgeFacts & { readonly source: string; readonly target: string };

export const DEPTHS: readonly Layer[] = ["content", "byline", "masthead"];

export interface TiePages {
  readonly in_papers: readonly string[];
  readonly in_dates: readonly string[];
}

/** The papers and dates of the tie of two entities, by number, in a layer, by depth. */
export type TiePagesOf = (source: number, target: number, depth: number) => TiePages;

/** Reads what the filter needs; null where it asks for neither papers nor dates of ties. */
export async function createTiePages(
  db: Database,
  { needs }: Filter,
  layer: Layer | "all",
  entities: number,
): Promise<TiePagesOf | null> {
  if (!needs.has("tie.paper") && !needs.has("tie.date")) return null;
  const { starts, texts } = await textsOf(db, layer, entities);
  const pages = await readTextPages(db);
  return (source, target, depth) => {
    const [in_papers, in_dates]: [string[], string[]] = [[], []];
    const isSourceFewer = starts[source + 1]! - starts[source]! <= starts[target + 1]! - starts[target]!;
    const [few, many] = isSourceFewer ? [source, target] : [target, source];
    const end = starts[many + 1]!;
    let j = starts[many]!;
    for (let i = starts[few]!; i < starts[few + 1]! && j < end; i++) {
      const text = texts[i]! >> 2;
      j = lowerBound(texts, text << 2, j, end);
      if (j === end || texts[j]! >> 2 !== text) continue;
      // A text adds to one layer of a pair: that of the end which is named less prominently there.
      if (Math.max(texts[i]! & 3, texts[j]! & 3) !== depth) continue;
      in_papers.push(...(pages[text]?.papers ?? []));
      in_dates.push(...(pages[text]?.dates ?? []));
    }
    return { in_papers, in_dates };
  };
}

/** The first place from `low` on whose value is not less. */
function lowerBound(values: Int32Array, least: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** For each entity its texts, ascending, each as text · 4 + depth: of entity n from starts[n] up to starts[n + 1]. */
async function textsOf(
  db: Database,
  layer: Layer | "all",
  entities: number,
): Promise<{ starts: Uint32Array; texts: Int32Array }> {
  const depth = layer === "all" ? DEPTHS.length - 1 : DEPTHS.indexOf(layer);
  const starts = new Uint32Array(entities + 1);
  const texts: number[] = [];
  const file = statement("query", "selection-texts");
  for await (const [numbers, found, depths] of db.numbers(file, ["number", "text", "depth"], { depth })) {
    for (let i = 0; i < numbers!.length; i++) {
      starts[numbers![i]! + 1]!++;
      texts.push(found![i]! * 4 + depths![i]!);
    }
  }
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  return { starts, texts: Int32Array.from(texts) };
}
