// The weights of the join search: how much each kind of evidence says, in nats of log-odds.
//
// Begun from a logistic regression over all borders and pairs of 400 pages composed of items of 2024 and 2025 (test/compose),
// moved half-way to what a structured perceptron over the joins chosen together wants, then by hand: open ends want a
// continuation more than single pairs show, and real articles go on further away.
export const JOIN_WEIGHTS = {
  /** Two ends taken at random. */
  bias: -3.8,
  /** The end stops in mid-sentence: it wants something. */
  midSentence: 1.82,
  /** The character model's log-ratio over the join, in nats: at an open end, and at a finished one. */
  reading: 0.44,
  fresh: 0.18,
  /** Begins as articles do, in nats. */
  opening: -0.4,
  /** Begins in the middle of a sentence, in nats: after a finished end, and an open one. */
  inside: -0.22,
  insideOpen: 0.43,
  /** A writer's name in brackets closes the end. */
  signed: -2.5,
  /** A byline, below a headline, stands above the beginning. */
  bylined: -3,
  /** A numbered heading, a colon or a semicolon ends it. */
  announces: 2.5,
  /** The next text of the page, after an open end and after a finished one. */
  next: 1.69,
  nextParagraph: 2.48,
  /** The same after a finished end, by how surely sentences go on in the page's next text: in [-1, 1]. */
  orderly: 0.7,
  /** A picture, a teaser, a heading stands between. */
  pictured: -1.37,
  teased: -1,
  belowTopHeading: -2.35,
  belowLowHeading: 0.29,
  belowShortHeading: -1.32,
  belowHeading: -1.67,
  belowLines: -0.64,
  headingAbove: 1,
  headingBelow: 0.13,
  /** A heading elsewhere, or the one above, speaks of just this beginning: the share of its words that it holds. */
  anchored: -0.92,
  anchoredAbove: 0.41,
  /** Behind a blank line, or behind none, on a page that has both. */
  gap: -1.25,
  noGap: 0.66,
  /** log₂ of how many stretches away; and that the end is finished. */
  away: -0.49,
  awayParagraph: 0.65,
  /** The same, by how surely sentences go on in the page's next text. */
  orderlyAway: -1,
  /** A finished end, and nothing but text between: no sign that it is another article's. */
  overBare: -0.8,
  /** Further up on the page. */
  backward: -2.5,
  /** An article would begin with a headline. */
  unheaded: 0.38,
  /** What both share beyond what they share with the whole page: after a finished end, and an open one. */
  words: 0.48,
  wordsOpen: 0.59,
  /** How near their topics lie, a cosine: of the passages that touch, how far below that of one matter, and of the windows. */
  topicNear: 4.25,
  topicNearOpen: 2.13,
  topicApart: -4.16,
  topicApartOpen: -4.4,
  topic: 3.25,
  topicOpen: 3.75,
  /** What the two passages that touch share so, at a finished end. */
  wordsNear: 0.45,
  /** Goes better with the text above it than with any other article's, as a log-ratio. */
  preference: 0.56,
  /** Begins with a comma, a closing mark, a full stop. */
  beginsInside: 1,
  beginsInsideAfterEnd: -1.5,
  closes: 2.2,
  closesOuter: 1.2,
  closesNothing: -1.12,
  leavesOpen: -0.7,
  /** (十六) after (十五), and other numbers after it. */
  nextNumber: 2.5,
  otherNumber: -1.9,
  /** Full-width commas on one side, half-width ones on the other; columns of other widths. */
  otherMarks: -1.5,
  otherWidth: -0.9,
} as const;

export type EvidenceName = Exclude<keyof typeof JOIN_WEIGHTS, "bias">;

const NAMES = Object.keys(JOIN_WEIGHTS).filter((name): name is EvidenceName => name !== "bias");
const WEIGHTS = Float64Array.from(NAMES, (name) => JOIN_WEIGHTS[name]);

/** What was measured, each kind at its place (`AT`); 0 where there is nothing. */
export type EvidenceValues = Float64Array;
/** The places of the kinds of evidence. */
export const AT = Object.fromEntries(NAMES.map((name, place) => [name, place])) as Readonly<
  Record<EvidenceName, number>
>;

export const noEvidence = (): EvidenceValues => new Float64Array(NAMES.length);

/** Log-odds of a join, in nats. */
export function logOdds(values: EvidenceValues): number {
  let sum: number = JOIN_WEIGHTS.bias;
  for (let place = 0; place < values.length; place++) sum += values[place]! * WEIGHTS[place]!;
  return sum;
}

/** Each kind's part of the log-odds, to two places; kinds that say nothing are left out. */
export const weighed = (values: EvidenceValues): Readonly<Partial<Record<EvidenceName, number>>> =>
  Object.fromEntries(
    NAMES.map((name, place) => [name, Math.round(values[place]! * WEIGHTS[place]! * 100) / 100] as const).filter(
      ([, part]) => part !== 0,
    ),
  );
