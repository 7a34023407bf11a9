// Newcomers on a map that stands: what was placed stays where readers remember it, what is new finds a free cell beside
// its neighbours, the best connected first.
import { addTo } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import type { WeightedTie } from "./communities.ts";
import { CellGrid, type Place } from "./packing.ts";
import { componentsOf, type PlaceNode, placeComponent } from "./places.ts";

/**
 * In:  nodes, most important first; ties; places that are kept (of other nodes too: they are left out).
 * Out: a place for every node. Newcomers that no tie leads to are packed around the middle, each component by itself.
 */
export function placeNewcomers(
  nodes: readonly PlaceNode[],
  ties: readonly WeightedTie[],
  kept: ReadonlyMap<string, Place>,
): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { id } of nodes) {
    const place = kept.get(id);
    if (place) places.set(id, place);
  }
  const grid = new CellGrid();
  grid.take([...places.values()]);
  placeBesideNeighbours(nodes, ties, places, grid);
  const left = nodes.filter(({ id }) => !places.has(id));
  const ids = new Set(left.map(({ id }) => id));
  const among = ties.filter(({ source, target }) => ids.has(source) && ids.has(target));
  for (const component of componentsOf(left, among)) {
    const settled = grid.settle(placeComponent(component.nodes, component.ties), [0, 0]);
    for (const [i, { id }] of component.nodes.entries()) places.set(id, settled[i]!);
  }
  return places;
}

// In rounds: a round places all that have a placed neighbour, so that whoever hangs on a newcomer follows it.
function placeBesideNeighbours(
  nodes: readonly PlaceNode[],
  ties: readonly WeightedTie[],
  places: Map<string, Place>,
  grid: CellGrid,
): void {
  const neighbours = neighboursOf(ties);
  let waiting = nodes.filter(({ id }) => !places.has(id));
  for (;;) {
    const ready = waiting
      .map(({ id }) => ({ id, pull: pullOf(neighbours.get(id) ?? [], places) }))
      .filter(({ pull }) => pull !== null);
    if (ready.length === 0) return;
    for (const { id, pull } of ready) places.set(id, grid.settle([[0, 0]], pull!)[0]!);
    waiting = waiting.filter(({ id }) => !places.has(id));
  }
}

function neighboursOf(ties: readonly WeightedTie[]): Map<string, [id: string, weight: number][]> {
  const neighbours = new Map<string, [string, number][]>();
  for (const { source, target, weight } of ties) {
    addTo(neighbours, source, [target, weight]);
    addTo(neighbours, target, [source, weight]);
  }
  // A sum of floats depends on its order.
  for (const list of neighbours.values()) list.sort((a, b) => compareCodePoints(a[0], b[0]));
  return neighbours;
}

/** The weighted middle of the placed neighbours; null without any. */
function pullOf(neighbours: readonly [string, number][], places: ReadonlyMap<string, Place>): Place | null {
  let [x, y, sum] = [0, 0, 0];
  for (const [id, weight] of neighbours) {
    const place = places.get(id);
    if (!place) continue;
    x += place[0] * weight;
    y += place[1] * weight;
    sum += weight;
  }
  return sum > 0 ? [x / sum, y / sum] : null;
}
