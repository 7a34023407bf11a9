/// <reference path="./iterate.d.ts" />
// ForceAtlas2 (Jacomy et al. 2014) over what is drawn. Pure: same names, ties and places, same result.
//
// The package's own worker is a function turned to text, which a strict content policy stops in silence; its inner loop is
// plain arithmetic over two arrays, which runs anywhere, in a worker of our own as well.
import iterate from "graphology-layout-forceatlas2/iterate.js";

export interface Arrangement {
  /** Places, two numbers a name. */
  readonly places: Float64Array;
  /** Two numbers a tie: the names' places in the list. */
  readonly ties: Uint32Array;
  readonly weights: Float64Array;
  /** Radius that each name keeps free. */
  readonly sizes: Float64Array;
}

/** Numbers a name and a tie take in the package's arrays. */
const NODE = 10;
const EDGE = 3;
/** Beyond so many names forces are approximated (Barnes–Hut). */
const MANY = 800;

/** Rounds that are enough for the eye: fewer for large pictures, which are near their rest already. */
export const rounds = (names: number): number => (names > 2000 ? 80 : names > 600 ? 160 : 320);

/** New places, two numbers a name, filling the box that the old ones filled. */
export function arrange({ places, ties, weights, sizes }: Arrangement): Float64Array {
  const names = places.length / 2;
  if (names < 2) return places;
  const nodes = new Float32Array(names * NODE);
  for (let i = 0; i < names; i++) {
    nodes[i * NODE] = places[2 * i]!;
    nodes[i * NODE + 1] = places[2 * i + 1]!;
    nodes[i * NODE + 6] = 1;
    nodes[i * NODE + 7] = 1;
    nodes[i * NODE + 8] = sizes[i]!;
  }
  const edges = new Float32Array(weights.length * EDGE);
  weights.forEach((weight, i) => {
    const [a, b] = [ties[2 * i]! * NODE, ties[2 * i + 1]! * NODE];
    edges.set([a, b, weight], i * EDGE);
    nodes[a + 6]! += weight;
    nodes[b + 6]! += weight;
  });
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: true,
    edgeWeightInfluence: 0.5,
    scalingRatio: 12,
    strongGravityMode: true,
    gravity: 0.06,
    slowDown: 4 + Math.log(names),
    barnesHutOptimize: names > MANY,
    barnesHutTheta: 0.6,
  };
  for (let round = rounds(names); round > 0; round--) iterate(settings, nodes, edges);
  const found = Float64Array.from({ length: places.length }, (_, i) => nodes[(i >> 1) * NODE + (i & 1)]!);
  return fitted(found, places);
}

/** Moved and scaled, shape kept, to lie in the middle of the box of the old places and fill it one way. */
function fitted(found: Float64Array, old: Float64Array): Float64Array {
  const [a, b] = [boxOf(found), boxOf(old)];
  const ratio = Math.min(b.width / (a.width || 1), b.height / (a.height || 1));
  return found.map((value, i) => (i % 2 === 0 ? b.x + (value - a.x) * ratio : b.y + (value - a.y) * ratio));
}

function boxOf(places: Float64Array): { x: number; y: number; width: number; height: number } {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < places.length; i += 2) {
    left = Math.min(left, places[i]!);
    right = Math.max(right, places[i]!);
    bottom = Math.min(bottom, places[i + 1]!);
    top = Math.max(top, places[i + 1]!);
  }
  return { x: (left + right) / 2, y: (bottom + top) / 2, width: right - left, height: top - bottom };
}
