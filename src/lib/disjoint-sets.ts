// Disjoint sets of strings (union–find with path halving), each named by its first member in a given order, so that the
// result does not depend on the order of the joins.

export interface DisjointSets {
  join(a: string, b: string): void;
  /** The name of the set; an unknown member is a set of its own. */
  find(member: string): string;
  /** member → name, for every member that was ever joined. */
  all(): Map<string, string>;
}

export function createDisjointSets(compare: (a: string, b: string) => number): DisjointSets {
  const parent = new Map<string, string>();
  const find = (member: string): string => {
    let at = member;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
    return at;
  };
  return {
    find,
    join(a, b) {
      const [x, y] = [find(a), find(b)];
      const [first, second] = compare(x, y) <= 0 ? [x, y] : [y, x];
      parent.set(first, first);
      parent.set(second, first);
    },
    all: () => new Map([...parent.keys()].map((member) => [member, find(member)])),
  };
}
