// Which text goes on another that stops in mid-sentence?
//
// In:  tails (the ends of blocks) and heads (the starts of blocks). Out: for each pair, in nats, how much likelier the head's
// first characters are after this tail than where nothing is known of what stands before:
//
//     ratio = log P(head | tail) - FRESH · log P(head | beginning of a sentence) - ANYWHERE · log P(head | any place)
//
// Why a ratio: by raw likelihood set openings (本报讯, 记者从) win after every tail. Why two terms: against the first alone
// every start in mid-sentence looks like a continuation of everything. The weights were measured (data/model/README.md).
// A character sees `order - 1` characters to its left, so that only as many of the head can tell one tail from another.
import {
  BACKOFF_BITS,
  BACKOFF_MASK,
  BOUNDARY,
  type Context,
  contextOf,
  encoded,
  grown,
  isClosed,
  type LanguageModel,
  logLikelihood,
  MAX_ORDER,
  marked,
  PROBABILITY_MASK,
  slotOf,
} from "./language-model.ts";

/** The end of a text; `tailOf` once for each. */
export type Tail = Context;

/** The start of a text; `headOf` once for each. */
export interface Head {
  /** At most `order - 1` ids in reading order, none behind the end of a sentence. */
  readonly ids: Uint16Array;
  /** What `logRatio` takes off log P(ids | tail), in nats. */
  readonly expected: number;
  /** By character i: the length of its longest match inside the head, at most i + 1, and that match's log p. */
  readonly matched: Uint8Array;
  readonly logP: Float32Array;
  /** The hashes of the head's first i + 1 characters, from which a match may grow into the tail. */
  readonly hash: Int32Array;
  readonly mark: Int32Array;
  /** The back-off of the match of n characters that ends in character i at `i * MAX_ORDER + n`. */
  readonly backoff: Float32Array;
}

/** They add up to one: a tail that says nothing gives about 0. */
const FRESH = 0.75;
const ANYWHERE = 0.25;
/** Printed units that are looked at: enough for `order - 1` characters with blanks, line ends and closing marks between. */
const REACH = 40;

/** The tail of the units [start, end) of a text. After a closed sentence it is the beginning of one. Cost: about 1 µs. */
export function tailOf(model: LanguageModel, text: string, start = 0, end: number = text.length): Tail {
  const all = encoded(model, text, Math.max(start, end - REACH), end);
  if (isClosed(model, all)) all.push(BOUNDARY);
  return contextOf(model, all);
}

/** The head of the units [start, end) of a text. Cost: about 3 µs. */
export function headOf(model: LanguageModel, text: string, start = 0, end: number = text.length): Head {
  const all = encoded(model, text, start, Math.min(end, start + REACH)).slice(0, model.order - 1);
  const stop = all.indexOf(BOUNDARY);
  const ids = Uint16Array.from(stop < 0 ? all : all.slice(0, stop));
  const fresh = logLikelihood(model, contextOf(model, [BOUNDARY]), ids);
  const anywhere = logLikelihood(model, contextOf(model, []), ids);
  return { ids, expected: FRESH * fresh + ANYWHERE * anywhere, ...matchesInside(model, ids) };
}

/** The part of `logLikelihood` that is the same after every tail. */
function matchesInside(model: LanguageModel, ids: Uint16Array): Omit<Head, "ids" | "expected"> {
  const matched = new Uint8Array(ids.length);
  const logP = new Float32Array(ids.length);
  const [hash, mark] = [new Int32Array(ids.length), new Int32Array(ids.length)];
  const backoff = new Float32Array(ids.length * MAX_ORDER);
  for (let i = 0; i < ids.length; i++) {
    for (let n = 1; n <= i + 1; n++) {
      const id = ids[i - n + 1]!;
      hash[i] = grown(hash[i]!, id);
      mark[i] = marked(mark[i]!, id);
      const slot = n === 1 ? 0 : slotOf(model, hash[i]!, mark[i]!);
      if (slot < 0) break;
      matched[i] = n;
      const value = model.slots[slot]!;
      logP[i] = n === 1 ? model.single[id]! : model.probabilities[(value >>> BACKOFF_BITS) & PROBABILITY_MASK]!;
      backoff[i * MAX_ORDER + n] = n === 1 ? model.singleBackoff[id]! : model.backoffs[value & BACKOFF_MASK]!;
    }
  }
  return { matched, logP, hash, mark, backoff };
}

// Scratch of logRatio, as in language-model.ts.
const sums = new Float64Array(MAX_ORDER + 2);
const found = new Float64Array(MAX_ORDER + 2);

/**
 * How well the head goes on the tail, in nats: mostly in [-15, 20], above 0 for likely continuations, 0 for an empty head.
 *
 * It is `logLikelihood(model, tail, head.ids) - head.expected`; the matches inside the head were looked up once, so that
 * what is left is about one look-up a character. Allocates nothing.
 */
export function logRatio(model: LanguageModel, tail: Tail, head: Head): number {
  const { order, slots, probabilities, backoffs } = model;
  const before = tail.ids;
  for (let n = 0; n <= order; n++) sums[n] = tail.backoff[n]!;
  let total = 0;
  for (let i = 0; i < head.ids.length; i++) {
    let matched = head.matched[i]!;
    let logP = head.logP[i]!;
    for (let n = 1; n <= matched; n++) found[n] = head.backoff[i * MAX_ORDER + n]!;
    if (matched === i + 1) {
      const longest = Math.min(order, matched + before.length);
      let hash = head.hash[i]!;
      let mark = head.mark[i]!;
      while (matched < longest) {
        const id = before[before.length + i - matched]!;
        hash = grown(hash, id);
        mark = marked(mark, id);
        const slot = slotOf(model, hash, mark);
        if (slot < 0) break;
        const value = slots[slot]!;
        logP = probabilities[(value >>> BACKOFF_BITS) & PROBABILITY_MASK]!;
        found[++matched] = backoffs[value & BACKOFF_MASK]!;
      }
    }
    total += logP + sums[matched]!;
    let sum = 0;
    for (let n = order - 1; n > 0; n--) {
      if (n <= matched) sum += found[n]!;
      sums[n] = sum;
    }
  }
  return total - head.expected;
}

/** `logRatio` of every pair: row by row, the ratio of tail t and head h at `t * heads.length + h`. Cost: about 0.2 µs a pair. */
export function logRatios(model: LanguageModel, tails: readonly Tail[], heads: readonly Head[]): Float32Array {
  const ratios = new Float32Array(tails.length * heads.length);
  let at = 0;
  for (const tail of tails) for (const head of heads) ratios[at++] = logRatio(model, tail, head);
  return ratios;
}
