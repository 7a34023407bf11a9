// The weights of the join search: how much each kind of evidence says, in nats of log-odds.
//
// Begun from a logistic regression over the pairs of 300 pages composed of items before 2026 (test/compose; 1,166 true among
// 18,993), then moved by hand towards what real pages need, where an article goes on further away and scans lose words.

/** A comma of either width. */
export const COMMA = /[，,]/u;

export const JOIN_WEIGHTS = {
  /** Two ends taken at random. */
  bias: -2,
  /** The character model's log-ratio over the join, in nats. */
  reading: 0.5,
  /** The end stops in mid-sentence: it wants something. */
  midSentence: 0.3,
  /** The next text of the page, nothing but a picture or a jump in between. */
  next: 3,
  nextParagraph: 3,
  /** The next text of the page, below a heading. */
  belowHeading: 1.7,
  /** log₂ of how many stretches further down. */
  away: -0.5,
  /** Further up on the page. */
  backward: -3,
  /** Shared rare words, a cosine in [0, 0.25]. */
  words: 12,
  /** Where words alone parted two texts: the one that it was likened to, finished or in mid-sentence, and all others. */
  likely: 3,
  likelyOpen: 1.2,
  unlikely: -1.5,
  /** Begins with a comma, a closing mark, a full stop. */
  beginsInside: 1,
  beginsInsideAfterEnd: -1.5,
  closes: 2.2,
  closesOuter: 1.2,
  closesNothing: -2,
  leavesOpen: -0.7,
  /** (十六) after (十五), and other numbers after it. */
  nextNumber: 2.5,
  otherNumber: -1.5,
  /** Full-width commas on one side, half-width ones on the other. */
  otherMarks: -1.5,
} as const;

export type EvidenceName = keyof typeof JOIN_WEIGHTS;
