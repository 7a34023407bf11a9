// The best chain of tags for whole numbers: Viterbi without steps that are not allowed.
//
//     closed: O, E and S of each type ──► O, B, S of every type       (2T + 1)² steps
//     open:   B, I of a type          ──► I, E of the same type       4 T steps
import { mayFollow, TAGS } from "./tags.ts";

export interface Decoder {
  readonly types: number;
  readonly closed: Uint8Array;
  readonly opening: Uint8Array;
  /** `[to * closed.length + from]`, of closed and opening tags. */
  readonly steps: Int32Array;
  /** By type: B→I, B→E, I→I, I→E. */
  readonly inner: Int32Array;
  back: Uint8Array;
  path: Uint8Array;
}

/** `stepOf(from, to)` is the score of an allowed step. */
export function createDecoder(types: number, stepOf: (from: number, to: number) => number): Decoder {
  const tags = Array.from({ length: 1 + 4 * types }, (_, tag) => tag);
  const closed = tags.filter((tag) => mayFollow(tag, 0));
  const opening = tags.filter((tag) => mayFollow(0, tag));
  const inner: number[] = [];
  for (let type = 0; type < types; type++) {
    const begin = 1 + 4 * type;
    for (const from of [begin, begin + 1]) for (const to of [begin + 1, begin + 2]) inner.push(stepOf(from, to));
  }
  return {
    types,
    closed: Uint8Array.from(closed),
    opening: Uint8Array.from(opening),
    steps: Int32Array.from(opening.flatMap((to) => closed.map((from) => stepOf(from, to)))),
    inner: Int32Array.from(inner),
    back: new Uint8Array(0),
    path: new Uint8Array(0),
  };
}

const NEVER = -0x40000000;
const before = new Int32Array(TAGS);
const now = new Int32Array(TAGS);

/** Best path of `scores[first + t * TAGS + tag]`, t in [0, length), length ≥ 1. Out: `decoder.path`. Cost: O(length · steps). */
export function decode(decoder: Decoder, scores: Int32Array, first: number, length: number): void {
  if (decoder.path.length < length) {
    decoder.path = new Uint8Array(2 * length);
    decoder.back = new Uint8Array(2 * length * TAGS);
  }
  const { types, closed, opening, steps, inner, back, path } = decoder;
  const width = closed.length;
  before.fill(NEVER);
  for (let i = 0; i < opening.length; i++) before[opening[i]!] = scores[first + opening[i]!]!;
  for (let t = 1; t < length; t++) {
    const row = t * TAGS;
    const at = first + row;
    // Whatever opens at t takes the best closed tag before it.
    for (let o = 0, s = 0; o < width; o++) {
      let best = 0;
      let most = before[0]! + steps[s++]!;
      for (let c = 1; c < width; c++) {
        const score = before[closed[c]!]! + steps[s++]!;
        if (score > most) {
          most = score;
          best = closed[c]!;
        }
      }
      const tag = opening[o]!;
      now[tag] = most + scores[at + tag]!;
      back[row + tag] = best;
    }
    for (let type = 0; type < types; type++) {
      const begin = 1 + 4 * type;
      const b = before[begin]!;
      const i = before[begin + 1]!;
      const k = 4 * type;
      const goesOn = b + inner[k]! >= i + inner[k + 2]!;
      now[begin + 1] = (goesOn ? b + inner[k]! : i + inner[k + 2]!) + scores[at + begin + 1]!;
      back[row + begin + 1] = goesOn ? begin : begin + 1;
      const ends = b + inner[k + 1]! >= i + inner[k + 3]!;
      now[begin + 2] = (ends ? b + inner[k + 1]! : i + inner[k + 3]!) + scores[at + begin + 2]!;
      back[row + begin + 2] = ends ? begin : begin + 1;
    }
    // Far from any overflow: what is this far behind will not be chosen any more.
    for (let tag = 0; tag <= 4 * types; tag++) before[tag] = now[tag]! < NEVER ? NEVER : now[tag]!;
  }
  let tag = 0;
  for (let c = 1; c < width; c++) if (before[closed[c]!]! > before[tag]!) tag = closed[c]!;
  for (let t = length - 1; t >= 0; t--) {
    path[t] = tag;
    tag = back[t * TAGS + tag]!;
  }
}
