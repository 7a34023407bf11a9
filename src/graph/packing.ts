// Packing: keeps drawn things from lying on each other, on a grid of cells the size of a label.
//
// A component is the set of cells its nodes take (a polyomino: Freivalds, Dogrusoz & Kikusts 2002); each is set down
// at the free place nearest to where it is wanted. So small components nestle into the hollows of the large one rather
// than being flung far away, and newcomers find the nearest free spot beside their neighbours.
export type Place = readonly [x: number, y: number];

/** A label of seven or eight Han characters at 12 px under its mark, with a little air: what a node needs at the least. */
export const CELL_WIDTH = 100;
export const CELL_HEIGHT = 36;

/** Screens are wider than high; the drawing grows in this shape. */
export const ASPECT = 1.7;

export class CellGrid {
  readonly #taken = new Set<number>();

  take(places: readonly Place[]): void {
    for (const cell of cellsOf(places)) this.#taken.add(cell);
  }

  /** Whether the cells of these places, and those around them with `air`, are free. */
  #isFree(places: readonly Place[], air: boolean): boolean {
    for (const [x, y] of places) {
      const [column, row] = [Math.round(x / CELL_WIDTH), Math.round(y / CELL_HEIGHT)];
      const reach = air ? 1 : 0;
      for (let dx = -reach; dx <= reach; dx++) {
        for (let dy = -reach; dy <= reach; dy++) if (this.#taken.has(keyOf(column + dx, row + dy))) return false;
      }
    }
    return true;
  }

  /** Sets places down as a whole, moved by the least step from where they are wanted; takes the cells. */
  settle(places: readonly Place[], wanted: Place, air = false): Place[] {
    for (const [dx, dy] of spiral()) {
      const moved = places.map(([x, y]): Place => [x + wanted[0] + dx * CELL_WIDTH, y + wanted[1] + dy * CELL_HEIGHT]);
      if (!this.#isFree(moved, air)) continue;
      this.take(moved);
      return moved;
    }
    throw new Error("graph.packing: the spiral ended");
  }
}

const keyOf = (column: number, row: number): number => (column + 0x10_0000) * 0x40_0000 + (row + 0x20_0000);

const cellsOf = (places: readonly Place[]): number[] =>
  places.map(([x, y]) => keyOf(Math.round(x / CELL_WIDTH), Math.round(y / CELL_HEIGHT)));

// Steps in cells around the origin, nearest first, an ellipse of the drawing's shape.
const rings: Place[][] = [];

function* spiral(): Iterable<Place> {
  for (let ring = 0; ; ring++) {
    rings[ring] ??= makeRing(ring);
    yield* rings[ring]!;
  }
}

function makeRing(ring: number): Place[] {
  const found: { step: Place; distance: number }[] = [];
  const columns = Math.ceil(((ring + 1) * CELL_HEIGHT * ASPECT) / CELL_WIDTH);
  for (let dx = -columns; dx <= columns; dx++) {
    for (let dy = -ring - 1; dy <= ring + 1; dy++) {
      const distance = Math.hypot((dx * CELL_WIDTH) / ASPECT, dy * CELL_HEIGHT) / CELL_HEIGHT;
      if (distance >= ring && distance < ring + 1) found.push({ step: [dx, dy], distance });
    }
  }
  found.sort((a, b) => a.distance - b.distance || a.step[1] - b.step[1] || a.step[0] - b.step[0]);
  return found.map(({ step }) => step);
}
