// The one order of strings in exports. SQL engines sort UTF-8 by code point; JavaScript's `<` sorts UTF-16 units, which
// puts supplementary characters before U+E000..U+FFFF, and `localeCompare` depends on the machine.

/** Compares two strings by Unicode code point: negative, zero or positive. Cost: O(common prefix). */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

// Surrogates stand for code points above U+FFFF, so they rank above every other unit.
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** A comparer of objects by a string key, by code point. */
export function byKey<T>(key: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => compareCodePoints(key(a), key(b));
}
