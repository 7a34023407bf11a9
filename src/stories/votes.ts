// Which reading of a column is the printed text's own: a vote, weighted by how clean each witness is.
//
// Dawid & Skene 1979, “Maximum likelihood estimation of observer error-rates using the EM algorithm”: how often a witness
// errs follows from the readings taken as right, and which readings are right follows from how often each witness errs;
// four rounds settle it. Departures: an error falls on one of three other readings only, since scanners confuse alike, so
// that two against one do not look surer than they are; and how likely the line is with each reading, by a language
// model, counts as one voice, of bounded weight: it parts two witnesses, and never outvotes three.

/** A column whose printings differ. */
export interface Contest {
  readonly column: number;
  /** Reading ("" for a lost unit) → the printings that have it, ascending. At least two. */
  readonly readings: ReadonlyMap<string, readonly number[]>;
  /** Gain of a reading in the language model over the worst, in nats; empty for marks and spellings. */
  readonly fluency: ReadonlyMap<string, number>;
  /** Whether it counts against a witness: marks and spellings do not. */
  readonly isDamage: boolean;
}

export type Ground = "majority" | "cleaner" | "language" | "undecided";

export interface Verdict {
  /** The likeliest reading. */
  readonly read: string;
  /** Its probability, in [0, 1]. */
  readonly sure: number;
  readonly ground: Ground;
}

export interface Votes {
  /** As the contests. */
  readonly verdicts: readonly Verdict[];
  /** Share of a printing's compared units that are wrong, in (0, 1), smoothed; by printing. */
  readonly errors: readonly number[];
}

/** A reading at least as likely as this is taken as right. */
export const SURE = 0.95;
const ROUNDS = 4;
/** Readings on which an error may fall. */
const SPREAD = 3;
/** What is believed of a witness of whom nothing is known: so many units with one error in a hundred. */
const PRIOR_UNITS = 200;
const PRIOR_ERROR = 0.01;
/** A model's nats are worth less than independent votes, for it knows no names; at most this much together. */
const FLUENCY_WEIGHT = 0.5;
const FLUENCY_MOST = 4;

/** In: the contests, and for each printing how many of its units stand beside another's. Cost: O(rounds · readings). */
export function vote(contests: readonly Contest[], compared: readonly number[]): Votes {
  let errors = compared.map(() => PRIOR_ERROR);
  let verdicts = contests.map((contest) => judge(contest, errors));
  for (let round = 0; round < ROUNDS; round++) {
    const wrong = compared.map(() => PRIOR_UNITS * PRIOR_ERROR);
    contests.forEach((contest) => {
      if (!contest.isDamage) return;
      const shares = likelihoods(contest, errors);
      for (const [read, printings] of contest.readings) for (const p of printings) wrong[p]! += 1 - shares.get(read)!;
    });
    errors = wrong.map((sum, p) => sum / (PRIOR_UNITS + compared[p]!));
    verdicts = contests.map((contest) => judge(contest, errors));
  }
  return { verdicts, errors };
}

/** Reading → probability. */
function likelihoods({ readings, fluency }: Contest, errors: readonly number[]): Map<string, number> {
  const scores = new Map<string, number>();
  const worst = Math.min(...fluency.values(), Number.POSITIVE_INFINITY);
  for (const read of readings.keys()) {
    let score = Math.min(FLUENCY_MOST, FLUENCY_WEIGHT * ((fluency.get(read) ?? 0) - (fluency.size > 0 ? worst : 0)));
    for (const [other, printings] of readings)
      for (const p of printings) score += Math.log(other === read ? 1 - errors[p]! : errors[p]! / SPREAD);
    scores.set(read, score);
  }
  const best = Math.max(...scores.values());
  let sum = 0;
  for (const [read, score] of scores) {
    const share = Math.exp(score - best);
    scores.set(read, share);
    sum += share;
  }
  for (const [read, share] of scores) scores.set(read, share / sum);
  return scores;
}

function judge(contest: Contest, errors: readonly number[]): Verdict {
  const shares = likelihoods(contest, errors);
  let read = "";
  let sure = -1;
  // Of equals the one that the most print, then the first printing's.
  const ranked = [...contest.readings].sort(([, a], [, b]) => b.length - a.length || a[0]! - b[0]!);
  for (const [one] of ranked) if (shares.get(one)! > sure + 1e-9) [read, sure] = [one, shares.get(one)!];
  return { read, sure, ground: groundOf(contest, read, sure, errors) };
}

function groundOf({ readings, fluency }: Contest, read: string, sure: number, errors: readonly number[]): Ground {
  if (sure < SURE) return "undecided";
  const counts = [...readings].map(([one, printings]) => ({ one, count: printings.length }));
  const own = readings.get(read)!.length;
  if (counts.every(({ one, count }) => one === read || count < own)) return "majority";
  const unaided = likelihoods({ column: 0, readings, fluency: new Map(), isDamage: true }, errors);
  return fluency.size > 0 && unaided.get(read)! < SURE ? "language" : "cleaner";
}
