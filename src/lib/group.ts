// Lists by key, where one pass gathers them. (`Map.groupBy` comes with Node 21.)

/** Puts a value at the end of a key's list. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Groups in the order of their first rows, rows in theirs. */
export function grouped<K, T>(rows: Iterable<T>, key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) addTo(groups, key(row), row);
  return groups;
}
