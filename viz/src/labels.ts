// Placing names on the map. Pure: what wants a label, what is in the way → which label stands where.
//
// In importance order each label tries its places and takes the first that covers no label, no foreign mark and no
// badge. What does not fit is left out (it is in the lists), so that overlapping pairs are always 0. A label that stood
// in the picture before is asked 15 % earlier and at its old place first, so that names do not flicker under a moving
// camera. A uniform grid keeps the cost near O(labels × places).

export interface LabelWish {
  readonly id: number;
  /** Centre and radius of its mark, CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Sizes of the set text, halo not counted: as wished, then smaller settings that will do where that has no room. */
  readonly sizes: readonly Size[];
  /** Smaller is asked earlier. */
  readonly priority: number;
  /** A selected name: rather covers foreign marks than be set smaller, and tries more places. */
  readonly main: boolean;
  /** A name that the map cannot do without: rather covers one or two small marks than be set smaller, any than be left out. */
  readonly insists: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel extends Box {
  readonly id: number;
  /** Which of its sizes it is set in. */
  readonly size: number;
  /** Which place it took, for the next picture. */
  readonly place: number;
  readonly align: "left" | "center" | "right";
}

export interface Mark {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface LabelScene {
  readonly wishes: readonly LabelWish[];
  readonly marks: readonly Mark[];
  /** Boxes that no label may touch: badges, panels. */
  readonly taken: readonly Box[];
  readonly bounds: Box;
  /** Places of the labels of the last picture, by id. */
  readonly before: ReadonlyMap<number, number>;
}

/** Edge of a grid's cells in pixels: about the size of what lies in them. */
const LABEL_CELL = 64;
const MARK_CELL = 24;
const KEEP = 0.85;
/** The first settings of a name are its largest. */
const LARGE = 2;
/** A mark so much smaller than the name's own may be covered by it. */
const SMALL = 0.8;
const ANY = Number.POSITIVE_INFINITY;
const GAP = 3;

/** Boxes by the cells of `bounds` that they touch; what lies outside touches the cells at the rim. */
export class Grid<T extends Box> {
  private readonly cells: T[][] = [];
  private readonly columns: number;
  private readonly rows: number;
  private readonly bounds: Box;
  private readonly cell: number;
  constructor(bounds: Box, cell: number) {
    this.bounds = bounds;
    this.cell = cell;
    this.columns = Math.max(1, Math.ceil((bounds.right - bounds.left) / cell));
    this.rows = Math.max(1, Math.ceil((bounds.bottom - bounds.top) / cell));
  }
  add(box: T): void {
    const [left, right] = [this.column(box.left), this.column(box.right)];
    const [top, bottom] = [this.row(box.top), this.row(box.bottom)];
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const at = y * this.columns + x;
        const cell = this.cells[at];
        if (cell) cell.push(box);
        else this.cells[at] = [box];
      }
  }
  /** Whether one of the boxes that `box` touches passes the test. */
  some(box: Box, test: (other: T) => boolean): boolean {
    const [left, right] = [this.column(box.left), this.column(box.right)];
    const [top, bottom] = [this.row(box.top), this.row(box.bottom)];
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) {
        const cell = this.cells[y * this.columns + x];
        if (cell) for (const other of cell) if (touches(box, other) && test(other)) return true;
      }
    return false;
  }
  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.bounds.left) / this.cell)));
  }
  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.bounds.top) / this.cell)));
  }
}

/**
 * Marks by the cells of `bounds` that they touch, in flat arrays: there are thousands, and all are put in anew for every
 * picture. What lies outside touches the cells at the rim.
 */
class MarkGrid {
  private readonly columns: number;
  private readonly rows: number;
  private readonly bounds: Box;
  private readonly marks: readonly Mark[];
  /** Cell i holds `items[start[i] … start[i + 1])`, indexes into `marks`. */
  private readonly start: Uint32Array;
  private readonly items: Uint32Array;
  constructor(bounds: Box, marks: readonly Mark[]) {
    this.bounds = bounds;
    this.marks = marks;
    this.columns = Math.max(1, Math.ceil((bounds.right - bounds.left) / MARK_CELL));
    this.rows = Math.max(1, Math.ceil((bounds.bottom - bounds.top) / MARK_CELL));
    const start = new Uint32Array(this.columns * this.rows + 1);
    this.eachCell((cell) => {
      start[cell + 1]!++;
    });
    for (let i = 1; i < start.length; i++) start[i]! += start[i - 1]!;
    const next = start.slice();
    const items = new Uint32Array(start[start.length - 1]!);
    this.eachCell((cell, mark) => {
      items[next[cell]!++] = mark;
    });
    this.start = start;
    this.items = items;
  }
  /** Whether more than `most` marks touch the box, its own aside; a mark as large as `small` is never one of the few. */
  blocks(box: Box, own: number, most: number, small: number): boolean {
    let seen: number[] | null = null;
    const [left, right] = [this.column(box.left), this.column(box.right)];
    const [top, bottom] = [this.row(box.top), this.row(box.bottom)];
    for (let y = top; y <= bottom; y++) {
      const end = this.start[y * this.columns + right + 1]!;
      for (let at = this.start[y * this.columns + left]!; at < end; at++) {
        const { id, x: markX, y: markY, radius: r } = this.marks[this.items[at]!]!;
        if (
          id !== own &&
          box.left < markX + r &&
          markX - r < box.right &&
          box.top < markY + r &&
          markY - r < box.bottom
        ) {
          if (most === 0 || r >= small) return true;
          // A mark lies in several cells.
          seen ??= [];
          if (!seen.includes(id)) seen.push(id);
          if (seen.length > most) return true;
        }
      }
    }
    return false;
  }
  private eachCell(tell: (cell: number, mark: number) => void): void {
    for (let i = 0; i < this.marks.length; i++) {
      const { x, y, radius } = this.marks[i]!;
      const right = this.column(x + radius);
      const bottom = this.row(y + radius);
      for (let row = this.row(y - radius); row <= bottom; row++)
        for (let column = this.column(x - radius); column <= right; column++) tell(row * this.columns + column, i);
    }
  }
  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.bounds.left) / MARK_CELL)));
  }
  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.bounds.top) / MARK_CELL)));
  }
}

export const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Labels that fit, in the order in which they were placed. Same scene, same result. */
export function placeLabels(scene: LabelScene): PlacedLabel[] {
  const marks = new MarkGrid(scene.bounds, scene.marks);
  const boxes = new Grid<Box>(scene.bounds, LABEL_CELL);
  for (const box of scene.taken) boxes.add(box);
  const order = scene.wishes
    .map((wish) => ({ wish, weight: weight(wish, scene) }))
    .sort((a, b) => a.weight - b.weight || a.wish.id - b.wish.id);
  const placed: PlacedLabel[] = [];
  for (const { wish } of order) {
    const free = (box: Box, over: number): boolean =>
      inside(box, scene.bounds) &&
      !boxes.some(box, () => true) &&
      (over === ANY || !marks.blocks(box, wish.id, over, SMALL * wish.radius));
    const found = place(wish, scene.before.get(wish.id), free);
    if (!found) continue;
    boxes.add(found);
    placed.push(found);
  }
  return placed;
}

const inside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left && box.top >= bounds.top && box.right <= bounds.right && box.bottom <= bounds.bottom;

const weight = (wish: LabelWish, scene: LabelScene): number => wish.priority * (scene.before.has(wish.id) ? KEEP : 1);

function place(
  wish: LabelWish,
  last: number | undefined,
  free: (box: Box, over: number) => boolean,
): PlacedLabel | null {
  for (const { size, over } of attempts(wish)) {
    const { width, height } = wish.sizes[size]!;
    const spots = places(wish, width, height);
    // Where it stood before first, then all others in their order.
    for (let turn = -1; turn < spots.length; turn++) {
      const i = turn < 0 ? (last ?? spots.length) : turn;
      if (i >= spots.length || (turn >= 0 && i === last)) continue;
      const [dx, dy, align] = spots[i]!;
      const left = wish.x + dx;
      const top = wish.y + dy;
      const box = { left: left - 2, top: top - 1, right: left + width + 2, bottom: top + height + 1 };
      if (free(box, over)) return { ...box, id: wish.id, size, place: i, align };
    }
  }
  return null;
}

/** Which settings are tried, in order, and how many marks each may cover. */
function attempts({ sizes, main, insists }: LabelWish): { size: number; over: number }[] {
  const all = (over: number) => sizes.map((_, size) => ({ size, over }));
  const free = all(0);
  if (main) return free.flatMap((attempt, i) => [attempt, { size: i, over: ANY }]);
  if (!insists) return free;
  const few = [1, 2].flatMap((over) => all(over).slice(0, LARGE));
  return [...free.slice(0, LARGE), ...few, ...free.slice(LARGE), ...all(ANY)];
}

type Spot = readonly [dx: number, dy: number, align: "left" | "center" | "right"];

/** Below, right, left, above, four corners, then shifted along the mark; for a selected name farther away too. */
function places({ radius, main }: LabelWish, w: number, h: number): Spot[] {
  const r = radius + GAP;
  const spots: Spot[] = [
    [-w / 2, r, "center"],
    [r + 2, -h / 2, "left"],
    [-w - r - 2, -h / 2, "right"],
    [-w / 2, -r - h, "center"],
    [r - 2, r - 6, "left"],
    [-w - r + 2, r - 6, "right"],
    [r - 2, -h - r + 6, "left"],
    [-w - r + 2, -h - r + 6, "right"],
    [-w * 0.2, r, "left"],
    [-w * 0.8, r, "right"],
    [-w * 0.2, -r - h, "left"],
    [-w * 0.8, -r - h, "right"],
  ];
  if (main) spots.push([-w / 2, r + 8, "center"], [-w / 2, -r - h - 8, "center"]);
  return spots;
}

/** Pairs of boxes that touch: 0 for what placeLabels returns. For tests. */
export function overlaps(boxes: readonly Box[]): number {
  let count = 0;
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) if (touches(a, b)) count++;
  });
  return count;
}
