// Between which communities there are fewer ties than one would expect, and who could bridge them. Pure.
//
// Expected is what Newman's modularity expects (2004, "Fast algorithm for detecting community structure in networks"): two
// communities whose names end E and F of all T ties would share E · F / 2T if ties fell without regard to communities. A gap
// is a pair that has fewer; the largest shortfall comes first. A bridge is a name with ties into both: the more to the one
// of the two that it reaches less, the better. (The idea of listing gaps is InfraNodus'.)
import { type Choice, fits, tieFits } from "../drawn.ts";
import type { Model } from "../model.ts";

export interface Gap {
  /** Two communities, the earlier first. */
  readonly pair: readonly [number, number];
  readonly ties: number;
  /** As many ties as would be expected; more than `ties`. */
  readonly expected: number;
  /** Names with ties into both, the best first; at most `BRIDGES`. */
  readonly bridges: readonly { readonly node: number; readonly ties: readonly [number, number] }[];
}

/** Only the largest communities are compared, and those of so many members at least. */
const MOST = 16;
const LEAST = 3;
const BRIDGES = 4;

/** Cost: O(ties + names · largest communities). */
export function findGaps(model: Model, choice: Choice, most: number): Gap[] {
  const kept = Uint8Array.from(model.nodes, (_, node) => (fits(model, choice, node) ? 1 : 0));
  const size = (index: number): number => model.members[index]!.filter((node) => kept[node]).length;
  const large = model.communities
    .map((_, index) => ({ index, size: size(index) }))
    .filter((one) => one.size >= LEAST)
    .sort((a, b) => b.size - a.size || a.index - b.index)
    .slice(0, MOST)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  const reach = reachOf(model, choice, kept, large);
  const ends = large.map((_, i) => {
    let sum = 0;
    for (let node = 0; node < model.nodes.length; node++) sum += reach.ties[node * large.length + i]!;
    return sum;
  });
  const gaps = large.flatMap((a, i) =>
    large.slice(i + 1).flatMap((b, after): Gap[] => {
      const j = i + 1 + after;
      const ties = model.members[a]!.reduce((sum, node) => sum + reach.ties[node * large.length + j]!, 0);
      const expected = reach.total === 0 ? 0 : (ends[i]! * ends[j]!) / (2 * reach.total);
      return expected > ties
        ? [{ pair: [a, b], ties, expected, bridges: bridgesOf(model, reach.ties, large.length, i, j) }]
        : [];
    }),
  );
  return gaps
    .sort((x, y) => y.expected - y.ties - (x.expected - x.ties) || x.pair[0] - y.pair[0] || x.pair[1] - y.pair[1])
    .slice(0, most);
}

/** How many ties each name has into each of the communities, in rows of a name; and all ties. Names left out have none. */
function reachOf(model: Model, choice: Choice, kept: Uint8Array, large: readonly number[]) {
  const place = new Map(large.map((index, i) => [index, i]));
  const placeOf = model.nodes.map(({ community }) => (community === null ? -1 : (place.get(community) ?? -1)));
  const ties = new Uint32Array(model.nodes.length * large.length);
  let total = 0;
  for (const tie of model.edges) {
    const { source, target, layer, stories } = tie;
    if (layer !== "content" || stories === 0 || !kept[source] || !kept[target] || !tieFits(choice, tie)) continue;
    total++;
    for (const [node, other] of [
      [source, target],
      [target, source],
    ] as const)
      if (placeOf[other]! >= 0) ties[node * large.length + placeOf[other]!]!++;
  }
  return { ties, total };
}

function bridgesOf(model: Model, ties: Uint32Array, columns: number, i: number, j: number): Gap["bridges"] {
  const found = model.nodes.flatMap((_, node) => {
    const [a, b] = [ties[node * columns + i]!, ties[node * columns + j]!];
    return a > 0 && b > 0 ? [{ node, ties: [a, b] as const, less: Math.min(a, b) }] : [];
  });
  return found
    .sort((x, y) => y.less - x.less || model.rank[x.node]! - model.rank[y.node]!)
    .slice(0, BRIDGES)
    .map(({ node, ties: both }) => ({ node, ties: both }));
}
