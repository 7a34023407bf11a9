// Functions that are asked the same thing again.

/** The same function, called once for each key (by identity, or by value where it is no object). */
export function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = of(key);
      known.set(key, value);
    }
    return value;
  };
}

/** The same function, called once for each object, or for each object and key, as long as the object lives. */
export function rememberedOf<Of extends object, Key = void, Value = unknown>(
  find: (of: Of, key: Key) => Value,
): (of: Of, key: Key) => Value {
  const byObject = new WeakMap<Of, Map<Key, Value>>();
  return (of, key) => {
    const known = byObject.get(of) ?? new Map<Key, Value>();
    byObject.set(of, known);
    if (!known.has(key)) known.set(key, find(of, key));
    return known.get(key) as Value;
  };
}
