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
  BOUNDARY,
  type Context,
  contextOf,
  encoded,
  isClosed,
  type LanguageModel,
  logLikelihood,
} from "./language-model.ts";

/** The end of a text; `tailOf` once for each. */
export type Tail = Context;

/** The start of a text; `headOf` once for each. */
export interface Head {
  /** At most `order - 1` ids in reading order, none behind the end of a sentence. */
  readonly ids: Uint16Array;
  /** What `logRatio` takes off log P(ids | tail), in nats. */
  readonly expected: number;
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

/** The head of the units [start, end) of a text. Cost: about 1 µs. */
export function headOf(model: LanguageModel, text: string, start = 0, end: number = text.length): Head {
  const all = encoded(model, text, start, Math.min(end, start + REACH)).slice(0, model.order - 1);
  const stop = all.indexOf(BOUNDARY);
  const ids = Uint16Array.from(stop < 0 ? all : all.slice(0, stop));
  const fresh = logLikelihood(model, contextOf(model, [BOUNDARY]), ids);
  const anywhere = logLikelihood(model, contextOf(model, []), ids);
  return { ids, expected: FRESH * fresh + ANYWHERE * anywhere };
}

/** How well the head goes on the tail, in nats: mostly in [-15, 20], above 0 for likely continuations. Cost: 0.3 µs. */
export const logRatio = (model: LanguageModel, tail: Tail, head: Head): number =>
  logLikelihood(model, tail, head.ids) - head.expected;

/** `logRatio` of every pair: row by row, the ratio of tail t and head h at `t * heads.length + h`. */
export function logRatios(model: LanguageModel, tails: readonly Tail[], heads: readonly Head[]): Float32Array {
  const ratios = new Float32Array(tails.length * heads.length);
  let at = 0;
  for (const tail of tails) for (const head of heads) ratios[at++] = logRatio(model, tail, head);
  return ratios;
}
