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
  readonly #placesByCell = new Map<number, Place[]>();

  take(places: readonly Place[]): void {
    for (const place of places) {
      const key = keyOf(columnOf(place), rowOf(place));
      const cell = this.#placesByCell.get(key);
      if (cell) cell.push(place);
      else this.#placesByCell.set(key, [place]);
    }
  }

  /** Whether no box around a taken place touches one around these; with `air`, boxes half as large again. */
  #isFree(places: readonly Place[], air: boolean): boolean {
    const [width, height] = air ? [CELL_WIDTH * 1.5, CELL_HEIGHT * 1.5] : [CELL_WIDTH, CELL_HEIGHT];
    const isHit = ([x, y]: Place, [u, v]: Place): boolean => Math.abs(x - u) < width && Math.abs(y - v) < height;
    return !places.some((place) => this.#around(place).some((other) => isHit(place, other)));
  }

  #around(place: Place): Place[] {
    const [column, row] = [columnOf(place), rowOf(place)];
    const found: Place[] = [];
    // Two cells on each side hold all within a box and a half.
    for (let dx = -2; dx <= 2; dx++) {
      for (let dy = -2; dy <= 2; dy++) found.push(...(this.#placesByCell.get(keyOf(column + dx, row + dy)) ?? []));
    }
    return found;
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

const columnOf = ([x]: Place): number => Math.floor(x / CELL_WIDTH);
const rowOf = ([, y]: Place): number => Math.floor(y / CELL_HEIGHT);
const keyOf = (column: number, row: number): number => (column + 0x10_0000) * 0x40_0000 + (row + 0x20_0000);

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
