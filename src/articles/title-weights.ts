// The weights of headings: how much each kind of evidence says, in nats of log-odds.
//
// Fitted together, as a semi-Markov conditional random field (Sarawagi and Cohen 2004) over the heading lines between two
// texts: a segment of lines is the title of an article or nobody's. 500 pages composed of items before 2026 (test/compose;
// 4,338 zones); weights of what composed pages lack are set by hand.

/** Lines as the title of an article. */
export const TITLE_WEIGHTS = {
  /** Lines and an article near, taken at random, against their being nobody's title. */
  bias: 0.09,
  /** How much the words speak for the article, in nats through tanh: all of them, and those of its first paragraph. */
  words: 0.39,
  lead: 1.08,
  /** The same above that of the likeliest other article. */
  rival: 0.54,
  /** The words' nats once more, in twenties. */
  wordsMore: 0.82,
  rivalMore: -0.03,
  /** Share of the character pairs that the article holds; fewer than two held. */
  share: -1.25,
  strange: -1.84,
  /** Between two headings of one text: within the article, within another. */
  inside: -3.72,
  insideOther: -3.16,
  /** Inside, below a line that stops in mid-sentence; the one headline in two parts among the headings inside. By hand: rare on composed pages. */
  insideDropped: 3.5,
  insideOnly: 5,
  insideShort: -0.32,
  /** Between two pieces of the article; the upper one stops in mid-sentence. */
  between: -2.37,
  betweenDropped: 1.5,
  /** Right above its first piece; other heading lines in between; the piece may be another's continuation; the page's first lines. */
  above: 0.32,
  aboveOthers: -1.12,
  aboveOpen: -2.21,
  aboveFirst: 0.16,
  /** Right below its last piece, which is closed by an agency's line or a jump. */
  below: -0.72,
  belowOthers: -0.22,
  belowClosed: 0.0,
  /** Beside one of its pieces; between two of them with others in between; log₂ of the stretches that it stands ahead of it, or behind it. */
  beside: -1.12,
  amid: -0.9,
  ahead: -0.5,
  behind: -0.87,
  /** Another heading stands right above the article. */
  headed: -0.97,
  /** The article begins with a lead or a byline; begins like a continuation; is one line. */
  begins: -0.21,
  open: -0.08,
  tiny: 0.25,
  /** Characters: fewer than nine, more than 45. */
  short: -0.47,
  long: 1.35,
  /** Several lines, or parts with a blank between. */
  display: 1.43,
  insideDisplay: 1.41,
  /** Set on end; with or without marks on a page that has marks. */
  upright: 4.23,
  marked: 1.0,
  unmarked: -1.49,
  /** A column's name by its form; writers, days and pages. A comma: by hand, items of television have none in their titles. */
  labelLike: -1.48,
  aside: -1.83,
  comma: -1.5,
} as const;

/** Two neighbouring lines as parts of one title. */
export const LINE_WEIGHTS = {
  /** Two neighbouring lines. */
  bias: 1.19,
  /** The character model's log-ratio of the lower line after the upper one. */
  reading: 0.11,
  /** What it costs to give both to one article, in nats; a line no words of which any article holds. */
  switch: -0.24,
  strangeAbove: -1.38,
  strangeBelow: -0.95,
  /** No blank line between; share of the page's heading lines that stand further apart than these; share that stand nearer. */
  close: 0.02,
  nearer: -0.86,
  further: -2.17,
  /** A byline or another minor line stands between. */
  parted: -2.96,
  /** Above one page reference. By hand. */
  teaser: 1.3,
  /** A column's name by its form; writers, days and pages. */
  labelAbove: -2.67,
  labelBelow: -1.43,
  aside: -2.06,
  /** A mark is left open above; a dash, a bullet opens the lower line; a closing mark ends the upper one. */
  leavesOpen: 0.95,
  dash: 3.64,
  bullet: -2.7,
  ends: -1.58,
  /** Set on end: one of them, both. */
  oneUpright: -1.85,
  bothUpright: 3.72,
  /** Marks of a converter. */
  sameLevel: 0.25,
  otherLevel: 0.7,
  unmarkedBelow: -1.02,
  markedBelow: -1.12,
  /** Lengths within one character; more than eight apart; at most eight characters; at least eighteen. */
  sameLength: 1.19,
  otherLength: -0.69,
  shortAbove: 1.08,
  longAbove: -0.04,
  longBelow: 0.66,
  /** Letters set wide in one of them only. */
  otherSpacing: 0.39,
} as const;
