// A binary heap of numbers by a key; the least comes out first, of equal ones the smaller number.
export interface Heap {
  push(item: number, key: number): void;
  /** The least item; -1 when there is none. */
  pop(): number;
}

export function createHeap(): Heap {
  const items: number[] = [];
  const keys: number[] = [];
  const before = (a: number, b: number): boolean =>
    keys[a]! < keys[b]! || (keys[a]! === keys[b]! && items[a]! < items[b]!);
  const swap = (a: number, b: number): void => {
    [items[a], items[b]] = [items[b]!, items[a]!];
    [keys[a], keys[b]] = [keys[b]!, keys[a]!];
  };
  return {
    push(item, key) {
      items.push(item);
      keys.push(key);
      for (let at = items.length - 1; at > 0; ) {
        const up = (at - 1) >> 1;
        if (!before(at, up)) break;
        swap(at, up);
        at = up;
      }
    },
    pop() {
      if (items.length === 0) return -1;
      const first = items[0]!;
      const [item, key] = [items.pop()!, keys.pop()!];
      if (items.length === 0) return first;
      items[0] = item;
      keys[0] = key;
      for (let at = 0; ; ) {
        let least = at;
        for (const down of [2 * at + 1, 2 * at + 2]) if (down < items.length && before(down, least)) least = down;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return first;
    },
  };
}
