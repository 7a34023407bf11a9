// Half-open intervals of UTF-16 units, the only way positions are written in this project.

/** `[start, end)`, 0 ≤ start ≤ end. */
export type Span = readonly [start: number, end: number];

/** Whether two spans share a unit. */
export const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Joins touching and overlapping neighbours of a list that is in reading order; a jump backwards starts a new span. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [start, end] of spans) {
    if (start === end) continue;
    const last = merged.at(-1);
    if (last && start >= last[0] && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
