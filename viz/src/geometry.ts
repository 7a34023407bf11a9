// What lies under the pointer. Pure. Sigma can pick edges itself, but only where they are drawn: one pixel wide, and at
// the price of a second drawing of every edge; the nearest line within some pixels is kinder and cheaper.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Square of the distance from `p` to the segment `a`–`b`. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  const x = a.x + t * dx - p.x;
  const y = a.y + t * dy - p.y;
  return x * x + y * y;
}

/** The item whose distance (squared) to the pointer is least and at most `reach`²; the earlier of two equal ones. */
export function nearestWithin<T>(items: Iterable<T>, distance: (item: T) => number, reach: number): T | null {
  let best: T | null = null;
  let least = reach * reach;
  for (const item of items) {
    const d = distance(item);
    if (d < least || (d === least && best === null)) {
      least = d;
      best = item;
    }
  }
  return best;
}
