/** Adds items at the end of a list, however many they are: `push(...items)` overruns the stack at some 100,000. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
