// Which of the rivals are names: the set of disjoint spans whose weights sum to most.
//
//     units   中 国 星 网 集 团 在 雄 安         a path leads from left to right; at each unit it steps on, or takes a
//             ├─place─┤                         rival whole. A step weighs nothing, a rival its log-odds (votes.ts).
//             ├──────agency─────┤  ├place┤
//
// The semi-Markov chain of Sarawagi and Cohen (2004) without terms between neighbours: Viterbi's best path, and for
// fitting the weights the sums over all paths.
import type { Rival } from "./rivals.ts";

/** Indices of the rivals of the best path, by start. Ties go to fewer names, then to the earlier rival. Cost: O(length + rivals). */
export function bestPath(rivals: readonly Rival[], weights: ArrayLike<number>, length: number): number[] {
  const best = new Float64Array(length + 1);
  const taken = new Int32Array(length + 1).fill(-1);
  const ending = byEnd(rivals, length);
  for (let at = 1; at <= length; at++) {
    best[at] = best[at - 1]!;
    for (const i of ending[at] ?? []) {
      const sum = best[rivals[i]!.start]! + weights[i]!;
      if (sum > best[at]!) {
        best[at] = sum;
        taken[at] = i;
      }
    }
  }
  const path: number[] = [];
  for (let at = length; at > 0; ) {
    const i = taken[at]!;
    if (i < 0) at--;
    else {
      path.push(i);
      at = rivals[i]!.start;
    }
  }
  return path.reverse();
}

function byEnd(rivals: readonly Rival[], length: number): (number[] | undefined)[] {
  const ending = new Array<number[] | undefined>(length + 1);
  rivals.forEach(({ end }, i) => {
    const list = ending[end];
    if (list) list.push(i);
    else ending[end] = [i];
  });
  return ending;
}

const addLogs = (a: number, b: number): number => {
  const most = Math.max(a, b);
  return most === -Infinity ? most : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
};

/**
 * The share of all paths that go through each rival, each path weighed by exp(its sum), and the logarithm of the sum of all.
 * `open[i]`: whether paths may take rival i; `free(at)`: whether they may step over unit `at` without a name.
 */
export function shares(
  rivals: readonly Rival[],
  weights: ArrayLike<number>,
  length: number,
  open: (rival: number) => boolean = () => true,
  free: (unit: number) => boolean = () => true,
): { readonly shares: Float64Array; readonly logSum: number } {
  const ending = byEnd(rivals, length);
  const forward = new Float64Array(length + 1).fill(-Infinity);
  const backward = new Float64Array(length + 1).fill(-Infinity);
  forward[0] = 0;
  for (let at = 1; at <= length; at++) {
    if (free(at - 1)) forward[at] = forward[at - 1]!;
    for (const i of ending[at] ?? [])
      if (open(i)) forward[at] = addLogs(forward[at]!, forward[rivals[i]!.start]! + weights[i]!);
  }
  backward[length] = 0;
  for (let at = length; at > 0; at--) {
    if (free(at - 1)) backward[at - 1] = addLogs(backward[at - 1]!, backward[at]!);
    for (const i of ending[at] ?? [])
      if (open(i)) {
        const { start } = rivals[i]!;
        backward[start] = addLogs(backward[start]!, backward[at]! + weights[i]!);
      }
  }
  const logSum = forward[length]!;
  const out = Float64Array.from(rivals, ({ start, end }, i) =>
    open(i) ? Math.exp(forward[start]! + weights[i]! + backward[end]! - logSum) : 0,
  );
  return { shares: out, logSum };
}
