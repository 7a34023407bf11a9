// Binary search in what is sorted.

/** Index of the first of a row for which `reached` holds, its length for none; it holds for all behind that one. Cost: O(log n). */
export function firstIndex<T>(row: readonly T[], reached: (item: T) => boolean): number {
  let low = 0;
  for (let high = row.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (reached(row[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
