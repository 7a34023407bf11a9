// What is typed → the rows that are offered. Pure.
import { MOST_STOPS } from "./address.ts";
import { edgesBetween, type Model } from "./model.ts";
import { type Hit, nearest, type SearchIndex, search } from "./search.ts";
import { looksLikeFilter, type Operator, parseAsk, splitType } from "./search-ask.ts";

export type Row =
  | { readonly kind: "name"; readonly hit: Hit }
  | { readonly kind: "ask"; readonly operator: Operator; readonly nodes: readonly number[]; readonly stories: number }
  | { readonly kind: "filter"; readonly text: string };

export interface Offer {
  readonly rows: readonly Row[];
  /** How many names fit in all; -1 where the rows are not about names. */
  readonly total: number;
  /** Whether the rows are merely near what was typed. */
  readonly near: boolean;
  /** A part of a question that no name fits. */
  readonly unknown: string | null;
  /** A question that still wants a name. */
  readonly open: boolean;
}

const MOST = 8;
const NOTHING: Offer = { rows: [], total: 0, near: false, unknown: null, open: false };

export function offerFor(index: SearchIndex, model: Model, text: string): Offer {
  if (!text.trim()) return NOTHING;
  const asked = parseAsk(text);
  if (asked) return offerAsk(index, model, asked.operator, asked.parts);
  if (looksLikeFilter(text)) return { ...NOTHING, rows: [{ kind: "filter", text: text.trim() }], total: -1 };
  const hits = search(index, text);
  const byType = hits.length === 0 ? hitsOfType(index, model, text) : [];
  const found = hits.length > 0 ? hits : byType;
  if (found.length > 0)
    return { ...NOTHING, rows: found.slice(0, MOST).map((hit) => ({ kind: "name", hit })), total: found.length };
  const near = nearest(index, text);
  return { ...NOTHING, rows: near.map((hit) => ({ kind: "name", hit })), near: near.length > 0 };
}

/** "agency 拉萨": names of a type that fit the rest; the type alone: its names by importance. */
function hitsOfType(index: SearchIndex, model: Model, text: string): Hit[] {
  const split = splitType(text);
  if (!split) return [];
  const isOfType = (node: number): boolean => model.nodes[node]!.type === split.type;
  if (split.rest) return search(index, split.rest).filter((hit) => isOfType(hit.node));
  return model.ranked.filter(isOfType).map((node) => ({ node, field: "name", text: "", from: 0, to: 0 }));
}

function offerAsk(index: SearchIndex, model: Model, operator: Operator, asked: readonly string[]): Offer {
  const parts = operator === "path" ? asked.slice(0, MOST_STOPS) : asked;
  const first: number[] = [];
  for (const part of parts.slice(0, -1)) {
    const [best] = search(index, part);
    if (!best) return { ...NOTHING, total: -1, unknown: part };
    first.push(best.node);
  }
  const last = parts.at(-1)!;
  if (!last) return { ...NOTHING, total: -1, open: true };
  const ends = search(index, last).filter((hit) => !first.includes(hit.node));
  if (ends.length === 0) return { ...NOTHING, total: -1, unknown: last };
  const rows = ends.slice(0, MOST).map(({ node }): Row => {
    const nodes = [...first, node];
    const stories = nodes.length === 2 ? (edgesBetween(model, nodes[0]!, nodes[1]!)[0]?.stories ?? 0) : 0;
    return { kind: "ask", operator, nodes, stories };
  });
  return { ...NOTHING, rows, total: -1 };
}
