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
  likelihoodAfter,
  matchesInside,
  type Run,
} from "./language-model.ts";

/** The end of a text; `tailOf` once for each. */
export type Tail = Context;

/** The start of a text; `headOf` once for each. */
export interface Head {
  /** At most `order - 1` characters, none behind the end of a sentence. */
  readonly run: Run;
  /** What `logRatio` takes off log P(run | tail), in nats. */
  readonly expected: number;
  /** `logRatio` after the end of a sentence. */
  readonly fresh: number;
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

const usual = new WeakMap<LanguageModel, { readonly fresh: Context; readonly anywhere: Context }>();

/** The beginning of a sentence, and any place, as contexts: the same for all texts. */
function usualContexts(model: LanguageModel): { readonly fresh: Context; readonly anywhere: Context } {
  let contexts = usual.get(model);
  if (!contexts) {
    contexts = { fresh: contextOf(model, [BOUNDARY]), anywhere: contextOf(model, []) };
    usual.set(model, contexts);
  }
  return contexts;
}

/** The head of the units [start, end) of a text. Cost: about 2 µs. */
export function headOf(model: LanguageModel, text: string, start = 0, end: number = text.length): Head {
  const all = encoded(model, text, start, Math.min(end, start + REACH), model.order - 1);
  const stop = all.indexOf(BOUNDARY);
  const run = matchesInside(model, stop < 0 ? all : all.slice(0, stop));
  const { fresh, anywhere } = usualContexts(model);
  const afterEnd = likelihoodAfter(model, fresh, run);
  const expected = FRESH * afterEnd + ANYWHERE * likelihoodAfter(model, anywhere, run);
  return { run, expected, fresh: afterEnd - expected };
}

/**
 * How well the head goes on the tail, in nats: mostly in [-15, 20], above 0 for likely continuations, 0 for an empty head.
 * Cost: about 0.2 µs.
 */
export const logRatio = (model: LanguageModel, tail: Tail, head: Head): number =>
  likelihoodAfter(model, tail, head.run) - head.expected;
